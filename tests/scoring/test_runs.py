"""The second reading of lines: surroundings, the region, and what it speaks of."""

from __future__ import annotations

from math import log2

import pytest

from declutter.scoring.lines import Lines
from declutter.scoring.runs import FEATURES, Feature, Runs, best_run
from declutter.scoring.speakers import OUTSIDE
from pages import PROSE, read_text

TEXT = f"Menu\n{PROSE[0]}\nBoats\n{PROSE[1]}\n{PROSE[2]}\nFares\nHours\n"
SCORES = [-3.0, 5.0, -1.0, 2.0, 1.0, -2.0, -9.0]


@pytest.fixture
def runs() -> Runs:
    return Runs(Lines(read_text(TEXT)), SCORES)


def value(runs: Runs, i: int, name: Feature) -> float:
    return dict(zip(FEATURES, runs.columns, strict=True))[name][i]


@pytest.mark.parametrize(
    ("values", "run"),
    [
        ([], (0, -1)),
        ([-1.0], (0, 0)),
        ([1.0, -0.5, 2.0, -9.0, 2.0], (0, 2)),
        ([-2.0, 3.0, -4.0, 1.0], (1, 1)),
    ],
)
def test_best_run(values: list[float], run: tuple[int, int]) -> None:
    assert best_run(values) == run


def test_the_region_is_the_run_of_lines_with_the_highest_sum(runs: Runs) -> None:
    assert (runs.first, runs.last) == (1, 4)
    assert [value(runs, i, Feature.IN_REGION) for i in range(7)] == [0, 1, 1, 1, 1, 0, 0]
    assert value(runs, 0, Feature.AHEAD_OF_REGION) == log2(2)
    assert value(runs, 6, Feature.BEHIND_REGION) == log2(3)
    assert value(runs, 3, Feature.FROM_START) == log2(3)
    assert value(runs, 3, Feature.TO_END) == log2(2)


def test_scores_are_bounded(runs: Runs) -> None:
    assert (value(runs, 1, Feature.OWN), value(runs, 1, Feature.OWN_BEYOND)) == (4, 1)
    assert (value(runs, 6, Feature.OWN), value(runs, 6, Feature.OWN_BEYOND)) == (-4, -5)
    assert value(runs, 6, Feature.OWN_BELOW_0) == -4
    assert value(runs, 1, Feature.OWN_BELOW_0) == 0


def test_neighbours_by_offset(runs: Runs) -> None:
    assert value(runs, 3, Feature.LINE_ONE_BACK) == -1
    assert value(runs, 3, Feature.LINE_TWO_BACK) == 4
    assert value(runs, 3, Feature.LINE_ONE_ON) == 1
    assert value(runs, 3, Feature.LINE_FOUR_ON) == OUTSIDE
    assert value(runs, 0, Feature.LINE_ONE_BACK) == OUTSIDE


@pytest.mark.parametrize("i", range(7))
def test_means_around_a_line(runs: Runs, i: int) -> None:
    for reach, before, after in (
        (6, Feature.SIX_BEFORE, Feature.SIX_AFTER),
        (12, Feature.TWELVE_BEFORE, Feature.TWELVE_AFTER),
        (30, Feature.THIRTY_BEFORE, Feature.THIRTY_AFTER),
    ):
        assert value(runs, i, before) == pytest.approx(runs.mean(i - reach, i))
        assert value(runs, i, after) == pytest.approx(runs.mean(i + 1, i + 1 + reach))


def test_gaps_to_sure_lines(runs: Runs) -> None:
    assert value(runs, 0, Feature.GAP_BEFORE) == 5  # none
    assert value(runs, 2, Feature.GAP_BEFORE) == 0
    assert value(runs, 6, Feature.GAP_BEFORE) == 1
    assert value(runs, 0, Feature.GAP_AFTER) == 0
    assert value(runs, 6, Feature.GAP_AFTER) == 5


def test_shares_of_the_text(runs: Runs) -> None:
    assert value(runs, 0, Feature.TEXT_BEFORE) == 0
    assert value(runs, 0, Feature.NO_TEXT_BEFORE) == 1
    assert value(runs, 6, Feature.TEXT_AFTER) == pytest.approx(0)
    assert value(runs, 6, Feature.NO_TEXT_AFTER) == 1
    assert 0.3 < value(runs, 3, Feature.TEXT_BEFORE) < 0.5


def test_closeness_is_about_other_lines_of_the_region() -> None:
    same = "The ferry and the harbour wait for captains and islanders in the evening."
    other = "Recipes with apples, pears, plums, sugar, butter and a spoon of flour."
    page = read_text(f"{same}\n{same[:-1]} again.\n{other}\n")
    runs = Runs(Lines(page), [1.0, 1.0, -1.0])
    assert runs.closeness(0) == 1
    assert runs.closeness(2) == 0
    assert value(runs, 2, Feature.CLOSE_OUTSIDE) == -0.5
    assert value(runs, 0, Feature.CLOSE_INSIDE) == 0.5
    assert Runs(Lines(read_text("Fares\n")), [1.0]).closeness(0) is None
