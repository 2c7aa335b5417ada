"""Section headings, judged by what they stand over."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.headings import Headings, Reason
from pages import decided, read, run

STAGE = Headings(entries=1.0)  # to which no page is a list


def page(markup: str) -> tuple[Document, dict[int, Role]]:
    """A page, all of whose blocks count as body so far but those of `<div>`."""
    made = read(f"<body>{markup}")
    return made, {b.index: Role.BODY for b in made.blocks if b.tag != "div"}


def test_over_text() -> None:
    made, roles = page("<h2>Boats</h2><p>They run again.</p>")
    got = decided(made, STAGE, given=roles)
    assert got == {"Boats": (Role.HEADING, Reason.OVER_TEXT)}


def test_over_nothing() -> None:
    made, roles = page("<p>They run again.</p><h2>Boats</h2>")
    got = decided(made, STAGE, given=roles)
    assert got == {"Boats": (Role.BOILERPLATE, Reason.OVER_NOTHING)}


def test_a_heading_over_a_heading_stands_over_its_text() -> None:
    made, roles = page("<h2>Boats</h2><h3>Hours</h3><p>They run again.</p>")
    got = decided(made, STAGE, given=roles)
    assert {w.role for w in got.values()} == {Role.HEADING}


@pytest.mark.parametrize(("between", "reason"), [(7, Reason.OVER_TEXT), (8, Reason.OVER_NOTHING)])
def test_reach_at_its_edge(between: int, reason: Reason) -> None:
    made, roles = page(f"<h2>Boats</h2>{'<div>Picture</div>' * between}<p>They run again.</p>")
    assert decided(made, STAGE, given=roles)["Boats"].reason == reason


@pytest.mark.parametrize("role", [Role.TITLE, Role.RELATED_HEADING, Role.BOILERPLATE])
def test_headings_that_are_something_else_stay(role: Role) -> None:
    made, roles = page("<h2>Boats</h2><p>They run again.</p>")
    assert run(made, STAGE, given={**roles, 0: role}) == []


def test_text_that_is_something_else_is_not_stood_over() -> None:
    made, roles = page("<h2>Boats</h2><p>They run again.</p>")
    got = decided(made, STAGE, given={**roles, 1: Role.RELATED_BODY})
    assert got["Boats"].reason == Reason.OVER_NOTHING


def test_a_heading_over_the_end_of_a_short_page() -> None:
    made, roles = page("<h2>Boats</h2>")
    assert decided(made, STAGE, given=roles)["Boats"].reason == Reason.OVER_NOTHING


@pytest.mark.parametrize("between", [3, 4])
def test_a_colon_over_what_is_no_text(between: int) -> None:
    made, roles = page(
        f"<p>On boats:</p>{'<div>Ferry</div>' * (between - 1)}<p>They run again.</p>"
    )
    found = [w.reason for w in decided(made, STAGE, given=roles).values()]
    assert found == ([Reason.ANNOUNCES_NOTHING] if between > 3 else [])


def test_a_longer_line_with_a_colon_stays() -> None:
    made, roles = page("<p>This is what the company says about its boats:</p>")
    assert run(made, STAGE, given=roles) == []


def test_an_announcement_of_nothing_is_not_stood_over() -> None:
    made, roles = page("<h2>Boats</h2><p>On boats:</p>")
    got = decided(made, STAGE, given=roles)
    assert got["Boats"].reason == Reason.OVER_NOTHING


def test_over_nothing_but_as_good_as_text() -> None:
    made, roles = page("<p>They run again.</p><h2>Boats</h2>")
    sure = decided(made, Headings(sure=-99.0), given=roles)
    assert sure == {"Boats": (Role.HEADING, Reason.SURE)}
    unsure = decided(made, Headings(sure=99.0, entries=1.0), given=roles)
    assert unsure == {"Boats": (Role.BOILERPLATE, Reason.OVER_NOTHING)}


def test_headings_of_a_list_need_no_text_under_them() -> None:
    made, roles = page("<p>They run again.</p><h2>Boats</h2>")
    listed = decided(made, Headings(sure=99.0, entries=-1.0), given=roles)
    assert listed == {"Boats": (Role.HEADING, Reason.SURE)}


def test_the_tools_behind_a_heading_are_no_text() -> None:
    made, roles = page("<h2>Boats [<a href=/e>edit</a>]</h2><p>They run again.</p>")
    assert decided(made, STAGE, given=roles)["[edit]"] == (Role.NAVIGATION, Reason.TOOLS)


def test_a_standfirst_is_no_heading_over_nothing() -> None:
    doc, _ = page("<h2>Boats cross again</h2><h2>Ferry</h2>")
    assert decided(doc, Headings(), given={0: Role.SUBTITLE}).keys() <= {"Ferry"}


def test_the_title_of_a_note_over_its_text() -> None:
    note = '<div class="admonition"><p class="admonition-title">Warning</p>{}</div>'
    text = "<p>The boats run again.</p>"
    named = {"Warning": (Role.BODY, Reason.NAMES_BOX)}
    for markup, found in (
        (note.format(text), named),
        (note.format(""), {}),
        (note.format(text).replace("admonition-title", "line"), {}),
    ):
        made, roles = page(markup)
        assert decided(made, STAGE, given={**roles, 0: Role.BOILERPLATE}) == found
        assert decided(made, STAGE, given={**roles, 0: Role.AD}) == {}
