"""Pages whose text is in doubt as a whole: a second look from a lower bar."""

from __future__ import annotations

from math import inf

import pytest

from declutter.document import Document
from declutter.model import PageType
from declutter.scoring import verdict
from declutter.scoring.bar import bar
from declutter.scoring.context import Context
from declutter.scoring.page_type import PageTypes
from declutter.scoring.verdict import Judged
from pages import read

ENTRIES = "".join(f"<li><b>Place {n}</b> Open daily, boats for two</li>" for n in range(30))
PROSE = "<p>The boats are let by the hour, and who comes late pays for the whole evening.</p>"
PAGE = f"<body><h1>Where to row</h1>{PROSE}<ul>{ENTRIES}</ul>"


def judged(monkeypatch: pytest.MonkeyPatch, doubtful: float, page: Document) -> list[float]:
    monkeypatch.setattr(verdict, "_DOUBTFUL", doubtful)
    return Judged(page).scores


def test_a_page_in_doubt_is_put_into_its_surroundings_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = read(PAGE)
    sure = judged(monkeypatch, -inf, page)
    doubtful = judged(monkeypatch, inf, page)
    first, lowest = Judged(page).first, bar(page.blocks, sure)
    raised: list[list[float]] = []

    def noted(page: Document, scores: list[float]) -> Context:
        raised.append(scores)
        return Context(page, scores)

    monkeypatch.setattr(verdict, "Context", noted)
    assert Judged(page).scores == doubtful
    assert raised == [first, [score - lowest for score in first]]


def test_doubt_lowers_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(PAGE)
    sure = judged(monkeypatch, -inf, page)
    assert bar(page.blocks, sure) < 0
    doubtful = judged(monkeypatch, inf, page)
    assert all(d > s for d, s in zip(doubtful, sure, strict=True))


def test_a_page_that_is_sure_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(f"<body><h1>Where to row</h1><article>{PROSE * 8}</article>")
    assert Judged(page).scores == judged(monkeypatch, -inf, page)


def test_a_thread_has_no_lower_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(PAGE)
    sure = judged(monkeypatch, -inf, page)
    page.derived(PageTypes).best = PageType.FORUM
    assert judged(monkeypatch, inf, page) == sure
