"""Traits of a page: what its address says, whoever tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter.document import Document
from declutter.scoring.page_traits import ADDRESS, NO_ADDRESS, page_traits
from declutter.scoring.page_type import PageTypes
from pages import article

GIVEN = "https://news.holm.example/blog/2024/05/ferry-runs-again-after-storm"
CANONICAL = f'<link rel="canonical" href="{GIVEN}">'
HOME = '<link rel="canonical" href="https://news.holm.example/">'


def of_address(page: Document) -> set[str]:
    return {t for t in page_traits(page) if t.startswith(ADDRESS) or t == NO_ADDRESS}


def test_an_address_that_the_caller_gives() -> None:
    assert of_address(replace(article(), url=GIVEN)) >= {
        "address depth 4",
        "address with a date",
        "address in blog",
        "address on news",
    }


def test_without_one_the_page_is_read_as_it_calls_itself() -> None:
    given = of_address(replace(article(), url=GIVEN))
    assert of_address(article(head=CANONICAL)) == given
    assert of_address(replace(article(head=CANONICAL), url="https://a.example/x")) != given


def test_a_root_that_is_declared_is_no_address_but_one_that_is_given_is() -> None:
    assert of_address(article(head=HOME)) == {NO_ADDRESS}
    assert "address depth 0" in of_address(replace(article(), url="https://news.holm.example/"))


@pytest.mark.parametrize("value", ["video", "video.other", "Video.Episode"])
def test_a_video_is_one_piece_like_an_article(value: str) -> None:
    page = article(head=f'<meta property="og:type" content="{value}">')
    assert "declared article" in set(page_traits(page))


def test_what_is_no_address() -> None:
    assert of_address(article()) == {NO_ADDRESS}
    assert of_address(replace(article(), url="http://[broken")) == {NO_ADDRESS}


def test_no_address_counts_for_less_than_a_root() -> None:
    rooted = replace(article(), url="https://news.holm.example/")
    assert rooted.derived(PageTypes).textual < article().derived(PageTypes).textual


def test_a_root_whose_query_names_a_page_is_not_the_front_page() -> None:
    assert "address depth 0" in of_address(replace(article(), url="https://a.example/?ref=home"))
    assert of_address(replace(article(), url="https://a.example/?p=811")) == {"no address"}
