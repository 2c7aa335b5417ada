"""The bar: where the F1 to be expected of the text is highest."""

from __future__ import annotations

from math import exp

import pytest

from declutter.document import Block
from declutter.scoring.bar import LOWEST, SHARPNESS, bar
from pages import read

LINE = "The harbour master counted eleven boats before the fog came in."


def lines(count: int) -> tuple[Block, ...]:
    return read(f"<body>{f'<p>{LINE}</p>' * count}").blocks


def test_where_all_is_sure_even_odds_decide() -> None:
    assert bar(lines(4), [6.0, 6.0, -6.0, -6.0]) == pytest.approx(0.0, abs=0.01)


def test_doubt_lowers_it() -> None:
    sure = bar(lines(6), [4.0, 4.0, 4.0, 4.0, -4.0, -4.0])
    doubtful = bar(lines(6), [0.2, -0.2, -0.4, -0.4, -0.6, -0.8])
    assert doubtful < sure <= 0.0


def test_a_block_above_it_raises_the_expected_f1() -> None:
    def expected(taken: list[float], scores: list[float]) -> float:
        odds = {s: 1 / (1 + exp(-SHARPNESS * s)) for s in scores}
        return 2 * sum(odds[s] for s in taken) / (len(taken) + sum(odds.values()))

    scores = [1.5, 0.4, -0.3, -0.9, -2.0]
    low = bar(lines(5), scores)
    above = [s for s in scores if s > low]
    best = max(expected(scores[:n], scores) for n in range(1, 6))
    assert expected(above, scores) == pytest.approx(best)


def test_a_page_without_likely_text_keeps_even_odds() -> None:
    assert bar(lines(3), [-0.1, -0.2, -0.3]) == 0.0


def test_nothing_has_no_bar() -> None:
    assert bar((), []) == 0.0


def test_it_does_not_fall_without_end() -> None:
    assert bar(lines(200), [0.01, *[-2.4] * 199]) == pytest.approx(LOWEST, abs=0.6)
    assert bar(lines(200), [0.01, *[-2.4] * 199]) >= LOWEST
