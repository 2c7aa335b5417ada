"""Names of small elements pass on to their blocks, names of large ones do not."""

from __future__ import annotations

import pytest

from declutter.lexicon import TokenConcept
from declutter.scoring.naming import Naming
from pages import read


def names(markup: str) -> list[frozenset[TokenConcept]]:
    return read(f"<body>{markup}").derived(Naming).of


CAPTION = frozenset([TokenConcept.CAPTION])


def test_of_its_own_element() -> None:
    assert names('<p class="wp-caption">one</p><p>two</p>') == [CAPTION, frozenset()]


def test_of_an_inline_element() -> None:
    assert names('<p>one <i class="wp-caption">two</i></p>') == [CAPTION]


@pytest.mark.parametrize(("blocks", "named"), [(6, True), (7, False)])
def test_of_an_element_of_few_blocks(blocks: int, named: bool) -> None:
    got = names(f'<div class="wp-caption">{"<p>one</p>" * blocks}</div>')
    assert {bool(n) for n in got} == {named}


@pytest.mark.parametrize(("words", "named"), [(60, True), (61, False)])
def test_of_an_element_of_few_words(words: int, named: bool) -> None:
    paragraph = f"<p>{'one ' * words}</p>"
    got = names(f'<div class="wp-caption"><div>{paragraph}</div><div>{paragraph}</div></div>')
    assert {bool(n) for n in got} == {named}


def test_names_of_nested_elements_add_up() -> None:
    (got,) = names('<div class="byline"><p class="publish-date">one</p></div>')
    assert got == {TokenConcept.BYLINE, TokenConcept.DATELINE}


def test_a_large_element_between_stops_the_names() -> None:
    inner = f'<div class="x">{"<p>one</p>" * 7}</div>'
    assert set(names(f'<div class="wp-caption">{inner}</div>')) == {frozenset()}


def test_parts_of_words_are_no_names() -> None:
    assert names('<p class="captionless byliner">one</p>') == [frozenset()]


def test_the_root_names_nothing() -> None:
    assert read('<html class="wp-caption"><body><p>one').derived(Naming).of == [frozenset()]
