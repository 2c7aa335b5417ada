"""Copies of text that stands on the page already."""

from __future__ import annotations

from declutter.document import Document
from declutter.model import PageType
from declutter.pipeline import Decision
from declutter.roles import Role
from declutter.scoring.lines import COMPARED
from declutter.scoring.page_type import PageTypes
from declutter.stages.repeats import Reason, Repeats
from pages import PROSE, read, read_text, run

COPY = (Role.BOILERPLATE, Reason.STANDS_ABOVE)
QUOTE = "Has anybody tried the night boat to Holm in winter?"


def copies(page: Document, kind: PageType | None = None, stage: Repeats | None = None) -> list[int]:
    """Indices of the copies on a page that is text throughout, and of a kind."""
    if kind is not None:
        types = page.derived(PageTypes)
        types.shares = dict.fromkeys(types.shares, 0.0) | {kind: 1.0}
        types.textual = float(kind in (PageType.ARTICLE, PageType.DOCUMENTATION))
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    found = run(page, stage or Repeats(), given=given)
    assert all((d.role, d.reason) == COPY for d in found)
    return [d.block for d in found]


def paragraphs(*texts: str) -> Document:
    return read("<body>" + "".join(f"<p>{t}</p>" for t in texts))


def test_a_thread_quotes_its_posts() -> None:
    posts = f"<p>{QUOTE}</p><blockquote>{QUOTE}</blockquote><p>I have, twice.</p>"
    page = read(f"<body>{posts}<blockquote>Not me</blockquote><p>Not me</p><pre>a b c d</pre>")
    assert copies(page, PageType.FORUM) == [1]


def test_a_run_in_a_thread_goes_with_its_short_lines() -> None:
    page = paragraphs("Not me", QUOTE, PROSE[0], "Not me", QUOTE)
    assert copies(page, PageType.FORUM) == [3, 4]
    rows = "<table>" + "<tr><td>one two</td><td>three four five</td></tr>" * 2 + "</table>"
    assert copies(read(f"<body>{rows}"), PageType.PRODUCT) == []


def test_long_texts_are_copies_only_when_they_end_alike() -> None:
    opening = " ".join(f"{p} ({n})" for n in range(4) for p in PROSE)
    assert len(opening) > COMPARED
    for kind in (PageType.FORUM, PageType.PRODUCT):
        assert copies(paragraphs(f"{opening} By ferry.", f"{opening} By train."), kind) == []
        assert copies(paragraphs(opening, opening), kind) == [1]


def test_an_article_may_say_a_thing_twice() -> None:
    long = [f"{p} {p}" for p in PROSE]
    page = paragraphs(*long, "Between", long[0])
    assert copies(page, PageType.ARTICLE) == []
    assert copies(page, PageType.SERVICE) == []


def test_a_text_that_is_shown_twice_is_one() -> None:
    shown = "".join(f"<div><p>{PROSE[0]}</p></div>" for _ in range(2))
    assert copies(read(f"<body>{shown}"), PageType.ARTICLE) == [1]
    assert copies(paragraphs(*PROSE, "Menu", *PROSE), PageType.ARTICLE) == [4, 5, 6]
    assert copies(paragraphs(*PROSE, "Menu", *PROSE), PageType.DOCUMENTATION) == [4, 5, 6]


def test_a_paragraph_that_its_element_says_again_is_text() -> None:
    assert copies(paragraphs(PROSE[0], PROSE[0], PROSE[0]), PageType.ARTICLE) == []
    assert copies(paragraphs(PROSE[0], "Again", PROSE[0], "Again"), PageType.ARTICLE) == []


def test_a_part_of_a_long_article_goes_when_it_is_much() -> None:
    more = [f"{p} {n}" for n in range(6) for p in PROSE]
    four = (*PROSE, f"{PROSE[0]} {PROSE[1]}")
    assert copies(paragraphs(*four, *more, *four), PageType.ARTICLE) == [22, 23, 24, 25]
    assert copies(paragraphs(*four, *more, *four[:3]), PageType.ARTICLE) == []


def test_elsewhere_two_blocks_with_prose_are_a_copy() -> None:
    page = paragraphs("Our boats", PROSE[0], *PROSE[1:], "Our boats", PROSE[0])
    assert copies(page, PageType.SERVICE) == [4, 5]
    short = paragraphs("Our boats", "All of them", *PROSE, "Our boats", "All of them")
    assert copies(short, PageType.SERVICE) == []


def test_in_flattened_text_single_lines_are_captions_and_pull_quotes() -> None:
    line = "A boat of the new line at the southern pier"
    page = read_text("\n".join((line, *PROSE, line, "Read on here", PROSE[1])))
    assert copies(page) == [4, 6]
    points = read_text("\n".join((*PROSE[:2], "And so on", *PROSE, *(f"{p} x" for p in PROSE))))
    assert copies(points) == []
    assert copies(page, stage=Repeats(line_words=20)) == [6]


def test_what_is_no_text_is_no_copy() -> None:
    page = paragraphs(*PROSE[:2], *PROSE[:2])
    text = dict.fromkeys(range(4), Role.BODY)
    assert run(page, Repeats(), given={**text, 0: Role.NAVIGATION, 1: Role.NAVIGATION}) == []
    said: list[Decision] = run(page, Repeats(), given=text)
    assert [d.evidence for d in said] == ["block 0", "block 1"]
