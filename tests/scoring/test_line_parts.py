"""How far lines are from headings that announce other things."""

from __future__ import annotations

import pytest

from declutter.scoring.line_parts import parts
from declutter.scoring.lines import Lines
from pages import read_text


def found(text: str) -> list[set[str]]:
    page = read_text(text)
    return [set(t) for t in parts(page.blocks, page.derived(Lines).cues)]


def test_distances_are_doublings_on_both_sides() -> None:
    traits = found("one\ntwo\nRelated articles\nthree\nfour\nfive\nsix")
    assert traits == [
        {"until related 1"},
        {"until related 0"},
        set(),
        {"since related 0"},
        {"since related 1"},
        {"since related 1"},
        {"since related 2"},
    ]


def test_the_nearest_heading_of_a_part_counts() -> None:
    traits = found("Related articles\none\ntwo\nRelated articles\nthree")
    assert traits[1] == {"since related 0", "until related 1"}
    assert traits[3] == {"since related 1"}
    assert traits[4] == {"since related 0"}


@pytest.mark.parametrize(("far", "told"), [(63, True), (64, False)])
def test_a_heading_far_away_says_nothing(far: int, told: bool) -> None:
    traits = found("Related articles\n" + "word\n" * far)
    assert bool(traits[far]) == told


def test_a_long_line_announces_nothing() -> None:
    long = "Related articles " + "of the islands and their boats " * 3
    assert not any(found(f"one\n{long}\ntwo"))
