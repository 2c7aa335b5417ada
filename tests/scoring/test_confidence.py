"""How sure the choice of text is."""

from __future__ import annotations

import pytest

from declutter import extract
from declutter.document import Document
from declutter.pipeline import Decision, Ledger
from declutter.presets import default_pipeline
from declutter.roles import Role
from declutter.scoring.card import points
from declutter.scoring.confidence import CARD, confidence, doubts
from declutter.scoring.verdict import Judged
from pages import PROSE, Given, article, read, read_text

MENU = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("Home", "Boats", "Fares", "Jobs"))
PAGE = article(before="<h1>Ferry to Holm sails again</h1>", after=f"<nav><ul>{MENU}</ul></nav>")


def judged(page: Document, *text: str) -> Ledger:
    """A ledger in which just these blocks are text."""
    ledger = Ledger(len(page.blocks))
    ledger.write(
        Decision(b.index, Role.BODY if b.text in text else Role.FOOTER, "given", Given.TOLD, "")
        for b in page.blocks
    )
    return ledger


def test_what_the_scores_take_for_text_is_sure() -> None:
    right, wrong = judged(PAGE, *PROSE), judged(PAGE, "Home", "Boats")
    assert confidence(PAGE, right) > 0.8
    assert confidence(PAGE, wrong) < 0.5


def test_text_left_out_costs() -> None:
    assert confidence(PAGE, judged(PAGE, PROSE[0])) < confidence(PAGE, judged(PAGE, *PROSE))


def test_none_without_text() -> None:
    assert confidence(PAGE, judged(PAGE)) == 0.0
    assert doubts(PAGE, judged(PAGE)) == {}


def test_lines_have_a_table_of_their_own() -> None:
    page = read_text("Home\nBoats\n\n" + "\n\n".join(PROSE))
    signs = doubts(page, judged(page, *PROSE))
    assert set(signs) <= set(points(CARD)["lines"])
    assert set(doubts(PAGE, judged(PAGE, *PROSE))) <= set(points(CARD)["elements"])
    assert 0.5 < confidence(page, judged(page, *PROSE)) <= 1.0


def test_the_shares_are_of_the_text() -> None:
    page = read(f'<article><p>{PROSE[0]}</p><p><a href="/a">one two</a> three four</p></article>')
    signs = doubts(page, judged(page, page.blocks[1].text))
    assert signs["linked"] == pytest.approx(0.5)
    assert signs["share of the page"] == pytest.approx(4 / page.word_sums[-1])


def test_what_is_overruled_is_told() -> None:
    scores = PAGE.derived(Judged).scores
    for text in (PROSE[0], "Fares"):
        b = next(b for b in PAGE.blocks if b.text == text)
        signs = doubts(PAGE, judged(PAGE, text))
        assert signs["overruled to text"] == (scores[b.index] < 0)
    assert doubts(PAGE, judged(PAGE, "Fares"))["overruled to none"] == 2.0
    assert doubts(PAGE, judged(PAGE, *PROSE))["overruled to none"] < 0.5


@pytest.mark.parametrize("text", ["", "<p>x</p>", f"<p>{PROSE[0]}</p>", "\n\n".join(PROSE)])
def test_extract_tells_it(text: str) -> None:
    found = extract(text)
    assert (found.confidence > 0) is bool(found.text)
    assert "scorecard" in default_pipeline().names
