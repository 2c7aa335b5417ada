"""Headings among the lines of the text."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.line_headings import LineHeadings, Reason
from pages import PROSE, article, decided, read_text

BODY = dict.fromkeys(range(3), Role.BODY)


@pytest.mark.parametrize("line", ["What the company says", "And the pier?", "नया घाट बना"])
def test_a_short_line_over_a_paragraph_is_a_heading(line: str) -> None:
    page = read_text(f"{PROSE[0]}\n{line}\n{PROSE[1]}")
    assert decided(page, LineHeadings(), given=BODY) == {line: (Role.HEADING, Reason.OVER_TEXT)}


@pytest.mark.parametrize("line", ["It was Monday.", "The company said:", "• What the company says"])
def test_sentences_and_list_items_are_none(line: str) -> None:
    page = read_text(f"{PROSE[0]}\n{line}\n{PROSE[1]}")
    assert decided(page, LineHeadings(), given=BODY) == {}


def test_a_control_is_none() -> None:
    page = read_text(f"{PROSE[0]}\nYou are here: Home, Ferries\n{PROSE[1]}")
    assert decided(page, LineHeadings(), given=BODY) == {}


def test_what_is_not_text_is_no_heading() -> None:
    page = read_text(f"{PROSE[0]}\nWhat the company says\n{PROSE[1]}")
    assert decided(page, LineHeadings(), given={0: Role.BODY, 2: Role.BODY}) == {}


def test_a_last_line_heads_nothing() -> None:
    page = read_text(f"{PROSE[0]}\n{PROSE[1]}\nWhat the company says")
    assert decided(page, LineHeadings(), given=BODY) == {}


def test_a_page_with_elements_is_left_to_others() -> None:
    page = article(within="<p>What the company says</p>")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert decided(page, LineHeadings(), given=given) == {}
