"""Traits of lines: how they look, where they stand, what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.line_traits import LineTraits
from declutter.scoring.lines import Lines
from declutter.scoring.verdict import TEXT
from pages import PROSE, read_text


def traits(page: Document, text: str) -> list[str]:
    """The traits of the first line that begins so."""
    i = next(b.index for b in page.blocks if b.text.startswith(text))
    return LineTraits(page.derived(Lines)).of(i)


def of(line: str) -> list[str]:
    """The traits of a line between two paragraphs."""
    return traits(read_text(f"{PROSE[0]}\n\n{line}\n\n{PROSE[1]}\n"), line.strip("• "))


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("Boats for hire", "w2"),
        ("Boats are for hire.", "w3."),
        ("• Boats for hire", "list_item w2"),
        ("Boats for hire", "paragraph w2"),
        ("boats for hire", "lower case False"),
        ("BOATS FOR HIRE", "upper case w2"),
        ("“Boats for hire”", "opens with quote"),
        ("Boats for hire and so on ...", "ellipsis False"),
        ("Boats for hire?", "question w2"),
        ("Boats for hire:", "colon w2"),
        ("Boats, ladders", "comma False"),
        ("Boats | Ladders", "separator w2"),
        ("Holm, 5 March 2021", "date w3"),
        ("Holm at 10:15", "date w2"),
        ("Boats Of The North", "caps4 w3"),
        ("7 8 9 boats", "digits3 w3"),
        ("3 hours ago", "age"),
        ("Boats for hire", "between w8. w8. True"),
        ("Boats for hire", "gaps 1 1 w2"),
        ("Related articles", "related whole False"),
        ("Related articles", "tenth 3"),
    ],
)
def test_a_line_has_the_trait(line: str, trait: str) -> None:
    assert trait in of(line)


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("Boats for hire", "lower case False"),
        ("Boats/ladders", "separator w1"),
        ("Boats for 2021 people", "age"),
        ("Holm in 21 days", "date w3"),
    ],
)
def test_a_line_has_not_the_trait(line: str, trait: str) -> None:
    assert trait not in of(line)


def test_a_line_that_stands_again() -> None:
    page = read_text(f"Boats for hire\n{PROSE[0]}\nBoats for hire\n")
    assert "again w2" in traits(page, "Boats")
    assert not any(t.startswith("again") for t in traits(page, PROSE[0][:20]))


def test_indentation_against_the_prose() -> None:
    page = read_text("        Menu\n" + "\n\n".join(f"  {p}" for p in PROSE))
    assert {"indent 1", "far indent True"} <= {*traits(page, "Menu")}
    assert {"indent 0", "step -1 w6"} <= {*traits(page, PROSE[0][:20])}


def test_the_line_that_the_address_spells_is_the_headline() -> None:
    page = replace(
        read_text(f"Holm News\nThe ferry sails again to Holm\n{PROSE[0]}\n{PROSE[1]}\n"),
        url="https://example.org/news/ferry-sails-again-holm",
    )
    assert "before headline" in traits(page, "Holm News")
    assert {"after headline 0", "spelled 3"} <= {*traits(page, "The ferry sails")}
    assert "after headline 1" in traits(page, PROSE[0][:20])


def test_the_card_knows_the_traits() -> None:
    """A trait that is renamed would count nothing any more."""
    page = read_text(f"Holm\n\nRelated articles\n\n{PROSE[0]}\n\n{PROSE[1]}\n3 hours ago\n")
    found = {t for b in page.blocks for t in LineTraits(page.derived(Lines)).of(b.index)}
    known = found & card(TEXT).block.keys()
    assert len(known) > 0.5 * len(found)
