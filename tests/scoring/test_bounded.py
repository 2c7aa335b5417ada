"""How far scores count."""

from __future__ import annotations

import pytest

from declutter.scoring.bounded import BOUND, bounded, text_mean
from pages import read


def test_scores_count_as_far_as_the_bound_on_both_sides() -> None:
    assert bounded([-9.0, -4.0, 0.5, 4.0, 9.0]) == [-BOUND, -4.0, 0.5, 4.0, BOUND]


@pytest.mark.parametrize(
    ("scores", "mean"),
    [([1.0, 2.0], 1.25), ([1.0, 9.0], 1.75), ([-1.0, 2.0], 2.0), ([0.0, 0.0], 0)],
)
def test_the_mean_of_the_text_is_by_words(scores: list[float], mean: float) -> None:
    page = read(f"<body><p>{'w ' * 30}</p><p>{'w ' * 10}</p>")
    assert text_mean(page.blocks, scores) == mean
