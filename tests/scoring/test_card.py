"""Cards: points of two mixed, summed over a block, its names and the names around it."""

from __future__ import annotations

import pytest

from declutter.scoring.card import Card, card, element_names, mix, mixed, points, scores
from declutter.scoring.context import FEATURES
from pages import read

EMPTY = Card({}, {}, {}, {})
PAGE = '<html class="x"><body class="x"><main class="x"><p class="x y">one</p></main><p>two</p>'


def got(card_: Card, markup: str = PAGE) -> list[float]:
    return scores(read(markup), card_)


def test_points_of_the_block_itself() -> None:
    assert got(Card({"always": 2.0, "edge -1": 0.5}, {}, {}, {})) == [2.5, 2.0]


def test_points_of_its_element_s_names() -> None:
    assert got(Card({}, {"x": 1.0, "y": 0.25, "<p>": 8.0, "<main>": 99.0}, {}, {})) == [9.25, 8.0]


def test_points_of_the_names_around_it_page_wide_ones_left_out() -> None:
    assert got(Card({}, {}, {"x": 1.0, "<main>": 0.5, "<body>": 99.0, "<p>": 99.0}, {})) == [
        1.5,
        0.0,
    ]


def test_points_of_inline_names() -> None:
    page = '<body><p class="x">one <i class="x z">two</i>'
    assert got(Card({}, {"x": 1.0, "z": 4.0}, {}, {}), page) == [5.0]


def test_points_of_role_and_property() -> None:
    page = '<body><p role="note" itemprop="about">one'
    assert got(Card({}, {"role=note": 1.0, "itemprop=about": 2.0}, {}, {}), page) == [3.0]


def test_traits_without_points_count_nothing() -> None:
    assert got(EMPTY) == [0.0, 0.0]


@pytest.mark.parametrize(("share", "want"), [(1.0, 4.0), (0.0, 8.0), (0.25, 7.0)])
def test_two_cards_are_mixed(share: float, want: float) -> None:
    one, other = Card({"always": 4.0}, {}, {}, {}), Card({"always": 8.0}, {}, {}, {})
    assert scores(read("<p>one"), mix(share, one, other)) == [want]


def test_a_trait_of_one_card_counts_its_share() -> None:
    both = mix(0.75, Card({"a": 4.0}, {}, {"c": 4.0}, {}), Card({"b": 4.0}, {"b": 2.0}, {}, {}))
    assert both == Card({"a": 3.0, "b": 1.0}, {"b": 0.5}, {"c": 3.0}, {})


def test_kept_cards_are_mixed_once() -> None:
    assert mixed("article", "broad", 32) is mixed("article", "broad", 32)
    assert mixed("article", "broad", 32).block["always"] == card("article").block["always"]
    assert mixed("article", "broad", 0).block["always"] == card("broad").block["always"]


def test_names_of_an_element() -> None:
    page = read('<body><nav role="menu"><p>one</p></nav>')
    assert [element_names(c) for c in page.containers[-2:]] == [("<nav>", "role=menu"), ("<p>",)]


@pytest.mark.parametrize("name", ["article", "broad"])
def test_cards_in_the_data(name: str) -> None:
    made = card(name)
    assert made.block["always"]
    assert set(made.context) == {*FEATURES, "always"}
    assert all(abs(v) < 20 for table in points(name).values() for v in table.values())


def test_a_card_knows_no_site() -> None:
    """Names of the card are of many sites (`MIN_HOSTS`); an address would be of one."""
    for name in ("article", "broad"):
        assert not [n for n in (*card(name).near, *card(name).around) if "." in n or "/" in n]
