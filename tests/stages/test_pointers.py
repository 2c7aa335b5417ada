"""Pointers to other stories between paragraphs."""

from __future__ import annotations

from declutter.roles import Role
from declutter.stages.pointers import Pointers, Reason
from pages import PROSE, article, decided, read_text
from stages.stories import FIRST


def test_the_headline_behind_a_pointer_is_an_offer() -> None:
    page = read_text(f"{PROSE[0]}\nAlso read: {FIRST}\n{PROSE[1]}\n{PROSE[2]}")
    assert decided(page, Pointers()) == {
        "Also read:": (Role.RELATED_HEADING, Reason.POINTER),
        FIRST: (Role.RELATED_TITLE, Reason.HEADLINE),
    }


def test_so_is_the_headline_on_the_next_line() -> None:
    page = read_text(f"{PROSE[0]}\nAlso Read:\n{FIRST}\n{PROSE[1]}")
    assert decided(page, Pointers())[FIRST] == (Role.RELATED_TITLE, Reason.HEADLINE)


def test_a_paragraph_below_a_pointer_is_none() -> None:
    long = " ".join(PROSE)
    assert decided(read_text(f"{PROSE[0]}\nAlso Read:\n{long}"), Pointers()) == {}


def test_a_page_with_elements_is_left_to_others() -> None:
    assert decided(article(within=f"<p>Also read:</p><p>{FIRST}</p>"), Pointers()) == {}
