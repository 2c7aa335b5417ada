"""Warnings about a page as an article."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.pipeline import Decision, Ledger
from declutter.roles import Role
from declutter.scoring.oddities import LISTED, SHORT, oddities
from declutter.scoring.page_type import PageTypes
from pages import PROSE, Given, article, read, read_text

CARDS = "".join(
    f'<li class="card"><a href="/boats/{n}"><h3>Boat number {n} for sale</h3></a><span>$ {n}00'
    f"</span></li>"
    for n in range(3, 40)
)
LIST = read(
    '<html><head><meta property="og:type" content="website"></head><body class="archive category">'
    f'<h1>Boats</h1><ul class="products grid">{CARDS}</ul></body></html>'
)


def codes(page: Document, role: Role) -> list[str]:
    """The warnings' codes where every block has a role."""
    ledger = Ledger(len(page.blocks))
    ledger.write(Decision(b.index, role, "given", Given.TOLD, "") for b in page.blocks)
    return [w.code for w in oddities(page, ledger)]


def test_a_list_of_other_pages_is_an_index() -> None:
    shares = page_shares(LIST)
    assert shares > LISTED
    assert codes(LIST, Role.BODY) == ["index_page"]


def page_shares(page: Document) -> float:
    return sum(
        v for k, v in page.derived(PageTypes).shares.items() if k in ("listing", "collection")
    )


def test_an_article_is_none() -> None:
    assert codes(article(), Role.BODY) == []


@pytest.mark.parametrize(("words", "told"), [(SHORT - 1, ["short_text"]), (SHORT, [])])
def test_short_texts(words: int, told: list[str]) -> None:
    text = " ".join(" ".join(PROSE).split()[:words])
    page = read(f"<article><h1>Ferry</h1><p>{text}</p></article>")
    ledger = Ledger(len(page.blocks))
    ledger.write([Decision(1, Role.BODY, "given", Given.TOLD, "")])
    assert [w.code for w in oddities(page, ledger) if w.code != "index_page"] == told


def test_a_page_without_text_is_not_short_but_empty() -> None:
    assert codes(article(), Role.FOOTER) == []


def test_lines_tell_of_no_index() -> None:
    assert codes(read_text("\n\n".join(PROSE)), Role.BODY) == []


def test_the_words_are_told() -> None:
    page = read("<p>It rained.</p>")
    ledger = Ledger(1)
    ledger.write([Decision(0, Role.BODY, "given", Given.TOLD, "")])
    messages = [w.message for w in oddities(page, ledger) if w.code == "short_text"]
    assert messages == ["the text found has 2 words, which is fewer than articles have"]
