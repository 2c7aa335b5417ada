"""Declared values obey the rule for the output's characters, wherever they were declared."""

from __future__ import annotations

import pytest

from declutter import Article, extract
from declutter.sanitize import clean_text

DIRTY = "Cafe\\u0301 \\ud800\\u0001\\u202eriver\\ufffe"
SCRIPT = (
    '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{}","author":'
    '{{"@type":"Person","name":"Jane {} Roe"}},"description":"{}","keywords":["{}"],'
    '"image":"https://example.org/a\\u0001b.jpg"}}</script>'
).format(DIRTY, "\\u202e", DIRTY, DIRTY)
HEAD = (
    '<meta property="og:site_name" content="The &amp;#1;Exam\u202eple e\u0301">'
    '<meta name="twitter:title" content="Caf\ufdd0e\u0301">'
    '<link rel="canonical" href="https://example.org/ri\u202ever">'
)
BODY = (
    "<h1>Caf\u00e9 river</h1><p>Rain fell on the valley for nine days before the river rose.</p>"
    '<p>People <img src="/b.jpg" alt="The\u202e riv&#1;er">walked to the church on the hill.</p>'
    "<p>There they waited for the boats, which came when the night was nearly over.</p>"
)


@pytest.fixture(scope="module")
def article() -> Article:
    page = f"<html><head>{SCRIPT}{HEAD}</head><body><article>{BODY}</article></body></html>"
    return extract(page, url="https://example.org/x")


def texts(article: Article) -> list[str]:
    told = [article.title, article.description, article.site_name, article.canonical_url]
    images = [text for i in article.images for text in (i.url, i.alt)]
    proofs = [
        text
        for p in article.provenance.values()
        for text in (p.raw, *(r.value for r in p.rejected))
    ]
    return [t for t in (*told, *images, *proofs, *article.authors, *article.tags) if t]


def test_no_value_holds_a_character_that_may_not_stand_in_the_output(article: Article) -> None:
    assert [t for t in texts(article) if clean_text(t) != t] == []


def test_the_words_around_such_characters_stay(article: Article) -> None:
    assert article.authors == ("Jane Roe",)
    assert article.tags == ("Café river",)
    assert article.site_name == "The Example é"
    assert article.canonical_url == "https://example.org/river"
    assert [i.alt for i in article.images if i.alt] == ["The river"]
