"""Families: blocks written alike, wherever they stand."""

from __future__ import annotations

from math import log2

import pytest

from declutter.reading.text import segment_text
from declutter.scoring.families import Families, of_elements, of_lines
from pages import read

ENTRY = "<section class='entry'><h3>Name</h3><p>Line</p></section>"


def values(markup: str, scores: list[float]) -> list[tuple[float, ...]]:
    page = read(f"<body>{markup}")
    assert len(page.blocks) == len(scores)
    made = Families(of_elements(page), scores, [1.0] * len(scores))
    return list(zip(*made.columns(), strict=True))


def test_lines_of_entries_are_a_family_across_the_entries() -> None:
    heading, line, *_ = values(ENTRY * 3, [-1.0, 3.0] * 3)
    assert heading[0] == pytest.approx(-3 / 6)
    assert line[0] == pytest.approx(9 / 6)


def test_a_block_does_not_speak_for_itself() -> None:
    first, *_ = values(ENTRY * 2, [3.0, 0.0, -2.0, 0.0])
    assert first[1] == pytest.approx(-2 / 4)


@pytest.mark.parametrize("count", [2, 4, 32, 64])
def test_a_larger_family_says_more(count: int) -> None:
    _, others, others_of_many, large, alone = values("<p>Line</p>" * count, [2.0] * count)[0]
    assert large == pytest.approx(min(1.0, log2(count) / 5))
    assert others_of_many == pytest.approx(others * large)
    assert alone == 0


def test_a_block_without_family() -> None:
    assert values("<p>Line</p>", [2.0]) == [(0.5, 0.0, 0.0, 0.0, 1.0)]


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ("<section class='entry'><p>Line</p></section>", True),
        ("<section class='entry-2'><p>Line</p></section>", False),
        ("<section class='promo'><p>Line</p></section>", False),
        ("<section class='entry'><p class='note'>Line</p></section>", False),
        ("<section class='entry'><h3>Line</h3></section>", False),
    ],
)
def test_tags_and_classes_up_to_the_second_element_around_make_a_family(
    other: str, alike: bool
) -> None:
    one = "<section class='entry'><p>Line</p></section>"
    assert values(one + other, [1.0, 1.0])[0][4] == (0 if alike else 1)


def test_numbers_in_a_class_part_no_family() -> None:
    markup = "<p class='item1'>Line</p><p class='item2'>Line</p>"
    assert values(markup, [1.0, 1.0])[0][4] == 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Boats for two", "Rowing for all", True),
        ("Boats for two", "Boats for two.", False),
        ("Boats for two", "Boats for two, oars and all, by the hour", False),
        ("Boats for two", "2 boats for two", False),
        ("1 boat for two", "2 boats for two", True),
        ("Boats for two", "» Boats for two", False),
        ("» Rowing today", "» Boats for two", True),
        ("Boats 17", "Boats 18", True),
    ],
)
def test_lines_that_look_alike_are_a_family(one: str, other: str, alike: bool) -> None:
    page = segment_text(f"{one}\n{other}")
    assert len(page.blocks) == 2
    first, second = of_lines(page.blocks)
    assert (first == second) is alike


def test_a_gap_above_parts_families() -> None:
    first, second, third = of_lines(segment_text("Rowing\nSailing\n\nDiving").blocks)
    assert first == second != third
