"""Forms, choices, buttons and dialogs."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.model import PageType
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.stages.controls import Controls, Reason
from pages import PROSE, Decided, article, decided, read_text

FIELDS = "<form><p>Your name</p><p>Your letter to the harbour office</p></form>"
CHOICE = "<select><option>Monday boat<option>Tuesday boat</select>"


def taken(page: Document, entries: float = 0.0) -> dict[str, Decided]:
    types = page.derived(PageTypes)
    types.entries, types.shares = entries, {**types.shares, PageType.PRODUCT: 0.0}
    return decided(page, Controls(), given={b.index: Role.BODY for b in page.blocks})


def test_fields_of_a_form() -> None:
    made = taken(article(after=FIELDS))
    assert set(made) == {"Your name", "Your letter to the harbour office"}
    assert set(made.values()) == {Decided(Role.BOILERPLATE, Reason.FORM)}


def test_options_of_a_choice() -> None:
    made = taken(article(after=CHOICE))
    assert set(made.values()) == {Decided(Role.BOILERPLATE, Reason.CHOICE)}
    assert PROSE[0] not in made


def test_a_form_around_the_text_is_the_page() -> None:
    page = article(before="<form>", after="</form>")
    assert taken(page) == {}


def test_buttons_are_controls_where_entries_are_listed() -> None:
    button = "<button>Load more boats</button>"
    assert taken(article(after=button), 0.6) == {
        "Load more boats": Decided(Role.BOILERPLATE, Reason.BUTTON)
    }
    assert taken(article(after=button), 0.5) == {}
    assert len(taken(article(after=button * 2), 0.5)) == 1


def test_links_that_are_called_buttons_and_stand_there_again() -> None:
    link = '<p><a class="btn-primary" href="/book">Book a boat now</a></p>'
    assert taken(article(after=link * 2)) == {
        "Book a boat now": Decided(Role.BOILERPLATE, Reason.BUTTON)
    }
    assert taken(article(after=link)) == {}
    assert taken(article(after=link.replace("btn-primary", "title") * 2)) == {}


@pytest.mark.parametrize("tag", ["dialog open", "div role=dialog", "div role=alertdialog"])
def test_a_dialog_unless_it_reads_clearly_as_text(tag: str) -> None:
    page = article(after=f"<{tag}><p>Which harbour?</p><form>Sign in</form></{tag.split()[0]}>")
    given = {b.index: Role.BODY for b in page.blocks}
    made = decided(page, Controls(dialog=99.0), given=given)
    assert made["Which harbour?"] == Decided(Role.BOILERPLATE, Reason.DIALOG)
    assert made["Sign in"].role is Role.BOILERPLATE
    assert PROSE[0] not in made
    assert "Which harbour?" not in decided(page, Controls(dialog=-99.0), given=given)


def test_a_dialog_around_the_headline_is_the_page() -> None:
    page = article(before="<div role=dialog><h1>The ferry to Holm</h1>", after="</div>")
    given = {b.index: Role.BODY for b in page.blocks}
    assert decided(page, Controls(dialog=99.0), given=given) == {}


def test_a_dialog_in_a_form_around_the_page_is_part_of_that_form() -> None:
    dialog = f"<div role=dialog><p>{' '.join(PROSE)}</p></div>"
    page = article(before="<form>", after=f"{dialog}</form>")
    given = {b.index: Role.BODY for b in page.blocks}
    assert decided(page, Controls(dialog=-99.0), given=given) == {}


def test_a_text_has_none() -> None:
    assert decided(read_text("\n".join(PROSE)), Controls()) == {}
