"""What stands under a heading over offers, and where that ends."""

from __future__ import annotations

import pytest

from declutter.scoring.announced import MOST_BLOCKS, Announced, announced
from declutter.scoring.traits import Traits
from pages import read


def under(markup: str) -> list[str]:
    page = read(f"<html lang=en><body>{markup}")
    told = page.derived(Announced).under
    return [b.text for b, t in zip(page.blocks, told, strict=True) if t]


ENTRIES = "<ul><li>Nine barges<li>Two boats</ul>"


@pytest.mark.parametrize(
    "heading", ["<h3>Related articles</h3>", "<p>You may also like</p>", "<div>Latest news</div>"]
)
def test_entries_under_a_heading(heading: str) -> None:
    assert under(f"<p>The ferry<div>{heading}{ENTRIES}</div><p>The pier") == [
        "Nine barges",
        "Two boats",
    ]


def test_the_element_of_the_heading_alone_is_passed_over() -> None:
    box = f"<section><div><h3>Related articles</h3></div>{ENTRIES}</section>"
    assert under(f"{box}<p>The pier") == ["Nine barges", "Two boats"]


def test_the_next_heading_of_the_level_ends_it_and_a_lower_one_does_not() -> None:
    box = "<h3>Related articles</h3><h4>Nine barges</h4><p>Text<h3>The pier</h3><p>More"
    assert under(f"<div>{box}</div>") == ["Nine barges", "Text"]


def test_other_headings_links_and_sentences_are_over_nothing() -> None:
    assert under(f"<div><h3>The islands</h3>{ENTRIES}</div>") == []
    assert under(f"<div><h3><a href=/r>Related articles</a></h3>{ENTRIES}</div>") == []


def test_a_heading_in_an_element_of_many_blocks_says_nothing() -> None:
    many = "<p>The ferry" * MOST_BLOCKS
    assert under(f"<div><p>Related articles{many}</div>") == []


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Also read: The pier of Holm", "The pier of Holm"),
        ("ALSO READ | The pier of Holm", "The pier of Holm"),
        ("Also read: ", "Also read:"),
        ("Holm: the pier is open", "Holm: the pier is open"),
        ("Also read the story of Holm", "Also read the story of Holm"),
    ],
)
def test_the_headline_in_a_line_that_announces_it(line: str, headline: str) -> None:
    page = read(f"<html lang=en><body><p>{line}")
    (block,) = page.blocks
    assert announced(block.text, page.derived(Traits).cues[0]) == headline
