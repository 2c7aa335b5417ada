"""Tables of contents, told by their links into the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.contents import Contents, Reason
from pages import PROSE, Decided, article, decided, read_text

ENTRIES = ("The pier", "The boats", "The fair")
BELOW = "".join(f"<h2>{text}</h2><p>{PROSE[n]}</p>" for n, text in enumerate(ENTRIES))
# A short invented page is of no type surely.
ANY = Contents(article=0.0)
TITLED = Decided(Role.NAVIGATION, Reason.TITLE)
ABOVE = Decided(Role.NAVIGATION, Reason.ABOVE)
ENTRY = Decided(Role.NAVIGATION, Reason.ENTRY)


def rows(*entries: str, href: str = "#s{n}") -> str:
    items = (f"<li><a href='{href.format(n=n)}'>{e}</a></li>" for n, e in enumerate(entries))
    return f"<ul>{''.join(items)}</ul>"


def page(within: str) -> Document:
    """An article with markup amid its text."""
    return article(within=within, after=BELOW)


def of(page: Document, stage: Contents = ANY) -> dict[str, Decided]:
    """What is decided where every block is body so far."""
    return decided(page, stage, given={b.index: Role.BODY for b in page.blocks})


def test_entries_that_the_page_repeats() -> None:
    assert of(page(rows(*ENTRIES))) == dict.fromkeys(ENTRIES, ENTRY)


def test_the_line_above_goes_with_them() -> None:
    got = of(page("<p>What awaits you</p>" + rows(*ENTRIES)))
    assert got["What awaits you"] == ABOVE


def test_a_sentence_above_stays() -> None:
    sentence = "<p>Three things have changed since the storm of last week.</p>"
    got = of(page(sentence + rows(*ENTRIES)))
    assert set(got) == set(ENTRIES)


def test_entries_with_numbers() -> None:
    numbered = tuple(f"{n}.1 {text}" for n, text in enumerate(ENTRIES))
    assert of(page(rows(*numbered))) == dict.fromkeys(numbered, ENTRY)


def test_several_entries_in_one_block() -> None:
    links = " ".join(f"<a href='#s{n}'>{text}</a>" for n, text in enumerate(ENTRIES))
    assert of(page(f"<p>{links}</p>")) == {" ".join(ENTRIES): ENTRY}


def test_links_with_the_address_of_the_page_itself() -> None:
    made = page(rows(*ENTRIES, href="https://holm.example/a#s{n}"))
    assert of(replace(made, url="https://holm.example/a#top")) == dict.fromkeys(ENTRIES, ENTRY)
    assert of(replace(made, url="https://holm.example/b")) == {}


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(ENTRIES[:2], id="too few"),
        pytest.param((*ENTRIES[:1], "Sources", "Thanks"), id="not repeated"),
    ],
)
def test_other_rows_of_links_into_the_page(entries: tuple[str, ...]) -> None:
    assert of(page(rows(*entries))) == {}


def test_links_to_other_pages() -> None:
    assert of(page(rows(*ENTRIES, href="/story/{n}"))) == {}


def test_entries_that_are_no_text_are_left_alone() -> None:
    made = page(rows(*ENTRIES))
    given = {b.index: Role.NAVIGATION for b in made.blocks}
    assert decided(made, ANY, given=given) == {}


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div class=toc><h3>Table of contents</h3></div>", id="by its name"),
        pytest.param(f"<h3>Table of contents</h3>{rows('A', 'B', href='/{n}')}", id="over links"),
    ],
)
def test_a_title_that_says_so(box: str) -> None:
    assert of(page(box)) == {"Table of contents": TITLED}


def test_a_title_over_text() -> None:
    assert of(page("<h3>Table of contents</h3>")) == {}


def test_pages_that_are_hardly_articles_keep_theirs() -> None:
    assert of(page(rows(*ENTRIES)), Contents(article=1.0)) == {}


def test_lines_without_markup() -> None:
    assert of(read_text("Table of contents\nThe pier\nThe boats\n\nThe pier\nIt is gone.")) == {}
