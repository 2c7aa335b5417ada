"""Scores in their surroundings: the region, the span of its text, neighbours and elements."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.scoring.context import FEATURES, Context
from pages import read

LONG = f"<p>{'boat ' * 20}</p>"


def context(markup: str, scores: list[float]) -> Context:
    page: Document = read(f"<body>{markup}")
    assert len(page.blocks) == len(scores)
    return Context(page, scores)


def values(made: Context, i: int) -> dict[str, float]:
    found = made.values(i)
    assert len(found) == len(FEATURES)
    return dict(zip(map(str, FEATURES), found, strict=True))


SIDE = f"<aside>{LONG * 2}</aside>"
MAIN = f"<main>{LONG * 3}</main>"


def test_the_region_holds_most() -> None:
    made = context(SIDE + MAIN, [-1, -1, 2, 2, 2])
    assert made.region.tag == "main"
    assert (made.first, made.last) == (2, 4)


def test_of_nested_elements_that_hold_as_much_the_innermost() -> None:
    made = context(f"<div><section><article>{LONG * 2}</article></section></div>", [2, 2])
    assert made.region.tag == "article"


def test_a_page_without_text_has_a_region() -> None:
    made = context(SIDE, [-1, -1])
    assert made.region.blocks.start <= made.first <= made.last < made.region.blocks.stop


def test_the_span_begins_with_a_paragraph() -> None:
    made = context(f"<main><p>Label</p>{LONG}<p>eleven {'w ' * 10}</p></main>", [3, 3, 3])
    assert (made.first, made.last) == (1, 1)


def test_twelve_words_make_a_paragraph() -> None:
    made = context(f"<main>{LONG}<p>{'w ' * 12}</p></main>", [3, 3])
    assert made.last == 1


@pytest.mark.parametrize(
    ("score", "own", "beyond"), [(3, 3, 0), (4, 4, 0), (9, 4, 5), (-9, -4, -5)]
)
def test_scores_are_bounded(score: float, own: float, beyond: float) -> None:
    got = values(context(LONG, [score]), 0)
    assert (got["own"], got["own beyond"], got["own below 0"]) == (own, beyond, min(0, own))


@pytest.mark.parametrize(("words", "own"), [(19, 0.0), (20, 3.0)])
def test_a_paragraph_has_twenty_words(words: int, own: float) -> None:
    assert values(context(f"<p>{'w ' * words}", [3.0]), 0)["own of a paragraph"] == own


def test_blocks_beside() -> None:
    got = values(context(LONG * 3, [1.0, 2.0, 3.0]), 0)
    assert [got[f"block {n}"] for n in ("-2", "-1", "+1", "+2")] == [-2.0, -2.0, 2.0, 3.0]


@pytest.mark.parametrize(("between", "before"), [(6, 3.0), (7, 3.0), (8, -2.0)])
def test_how_far_a_long_neighbour_speaks(between: int, before: float) -> None:
    made = context(LONG + "<p>x</p>" * between, [3.0] + [1.0] * between)
    assert values(made, between)["before"] == before


@pytest.mark.parametrize(("words", "before"), [(10, 1.0), (9, 3.0)])
def test_a_neighbour_speaks_from_ten_words_on(words: int, before: float) -> None:
    made = context(f"{LONG}<p>{'w ' * words}</p><p>x</p>", [3.0, 1.0, 0.0])
    got = values(made, 2)
    assert (got["before"], got["after"], got["worse side"]) == (before, -2.0, -2.0)


def test_labels_and_headings_look_at_their_sides() -> None:
    made = context(f"{LONG}<h2>Boats</h2>{LONG}", [1.0, 0.0, 3.0])
    got = values(made, 1)
    assert (got["before a label"], got["after a label"], got["after a heading"]) == (1.0, 3.0, 3.0)
    assert (got["heading"], values(made, 0)["heading"]) == (1.0, 0.0)
    assert values(made, 0)["after a label"] == 0.0


def test_ahead_of_and_behind_the_text() -> None:
    made = context("<p>x</p>" * 5 + LONG + "<p>x</p>" * 30, [-1.0] * 5 + [4.0] + [-1.0] * 30)
    assert (values(made, 0)["ahead of the text"], values(made, 0)["far ahead"]) == (1.0, 1.0)
    assert values(made, 35)["far behind"] == 3.0
    inside = values(made, 5)
    assert (inside["ahead of the text"], inside["behind the text"]) == (0.0, 0.0)


def test_elements_around() -> None:
    made = context(f"<main><div>{LONG * 2}</div>{LONG}</main>{SIDE}", [4, 2, 3, -4, -4])
    assert made.region.tag == "main"
    inner, outer = values(made, 0), values(made, 3)
    assert (inner["in region"], outer["in region"]) == (1.0, 0.0)
    assert (inner["own in region"], outer["own in region"]) == (4.0, 0.0)
    div = next(c.index for c in made.page.containers if c.tag == "div")
    assert inner["element 1"] == inner["part of region"] == made.means[div]
    assert inner["element 2"] == inner["region mean"] == made.means[made.region.index]
    assert outer["part of region"] == -2.0


def test_elements_alike_share_their_mean() -> None:
    card = f'<div class="card">{LONG}{LONG}</div>'
    made = context(f"<section>{card * 2}</section>", [3, 3, -3, -3])
    label = values(context(f"<main>{LONG}<p>x</p></main>", [3, 3]), 1)
    assert label["elements alike"] > label["own element"]
    cards = [c.index for c in made.page.containers if "card" in c.tokens]
    assert made.alike[cards[0]] == made.alike[cards[1]] == pytest.approx(0.0)
    assert made.means[cards[0]] > 0 > made.means[cards[1]]


def test_the_mean_of_the_text_is_by_words_and_bounded() -> None:
    made = context(f"<p>{'w ' * 30}</p><p>{'w ' * 10}</p>{LONG}", [1.0, 9.0, -3.0])
    for i, of_text in enumerate([1.75, 1.75, 0.0]):
        got = values(made, i)
        assert (got["text mean"], got["text mean of text"]) == (1.75, of_text)


def test_a_page_without_text_has_a_mean_of_nothing() -> None:
    assert values(context(LONG, [-3.0]), 0)["text mean"] == 0
