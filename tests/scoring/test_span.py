"""Where the text begins and ends, and whether the headline stands ahead of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from declutter.document import Document
from declutter.reading.text import segment_text
from declutter.scoring.span import Span
from declutter.scoring.verdict import Judged
from pages import PROSE, article, read


@dataclass
class Scored:
    """Scores as a test sets them."""

    scores: list[float]


def span(page: Document, scores: list[float]) -> Span:
    assert len(page.blocks) == len(scores)
    fresh = replace(page)
    judged: Any = Scored(scores)
    fresh.__dict__["_derived"] = {Judged: judged}
    return Span(fresh)


TWELVE = "<p>" + "w " * 12 + "</p>"


def test_from_the_first_paragraph_to_the_last() -> None:
    page = read(f"<body>{TWELVE * 5}")
    found = span(page, [-1, 1, -1, 1, -1])
    assert (found.first, found.last, found.head) == (1, 3, 1)


@pytest.mark.parametrize(("words", "first"), [(12, 0), (11, -1)])
def test_words_of_a_paragraph_at_the_edge(words: int, first: int) -> None:
    assert span(read(f"<p>{'w ' * words}"), [1]).first == first


def test_a_score_of_zero_is_no_text() -> None:
    found = span(read(TWELVE), [0])
    assert (found.first, found.last, found.head) == (-1, -1, -1)


@pytest.mark.parametrize(("between", "head"), [(39, 0), (40, 41)])
def test_how_far_ahead_the_headline_stands(between: int, head: int) -> None:
    page = read(f"<body><h1>Boats</h1>{'<p>x</p>' * between}{TWELVE}")
    assert span(page, [-1.0] * (between + 1) + [1.0]).head == head


def test_a_headline_behind_the_first_paragraph_is_not_its_head() -> None:
    assert span(read(f"<body>{TWELVE}<h1>Boats</h1>{TWELVE}"), [1, 1, 1]).head == 0


def test_a_page_as_it_is_scored() -> None:
    page = article(before="<h1>Ferry to Holm sails again</h1>")
    found = page.derived(Span)
    assert [page.blocks[i].text for i in (found.first, found.last)] == [PROSE[0], PROSE[-1]]
    assert found.head == 0


def test_of_a_flattened_page_the_line_that_its_address_spells_is_the_head() -> None:
    lines = ["Menu", "Ferry takes up its service again", "By Jane Marlow", *PROSE]
    page = segment_text("\n".join(lines), "https://example.org/ferry-takes-up-service-again")
    found = Span(page)
    assert [page.blocks[i].text[:5] for i in (found.head, found.first)] == ["Ferry", "The f"]


def test_a_long_headline_that_scores_as_text_is_its_head() -> None:
    title = "Boats of the old ferry line go back to Holm after nine long years"
    page = read(f"<title>{title}</title><body><h1>{title}</h1><p>x</p>{TWELVE}")
    found = span(page, [1.0, -1.0, 1.0])
    assert (found.head, found.first) == (0, 2)
