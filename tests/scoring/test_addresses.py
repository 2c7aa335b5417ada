"""Addresses: which links lead to the same page, and what their parts tell."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.scoring.addresses import Addresses, is_listing, is_service, is_social
from pages import read


def page(base: str = "") -> Document:
    return read(f"<html><head>{base}</head><body><p>Words</p></body></html>")


def key(href: str, base: str = '<base href="https://www.holm.example/news/">') -> str | None:
    address = Addresses(page(base)).read(href)
    return address.key if address else None


@pytest.mark.parametrize(
    "href",
    [
        "https://www.holm.example/news/pier",
        "http://holm.example/news/pier/",
        "//holm.example/news/pier#top",
        "/news/pier?utm_source=mail",
        "pier",
    ],
)
def test_the_same_page(href: str) -> None:
    assert key(href) == "holm.example/news/pier"


@pytest.mark.parametrize("href", ["", "#top", "?page=2", "mailto:a@holm.example", "tel:1"])
def test_no_other_page(href: str) -> None:
    assert key(href) is None


def test_a_query_tells_pages_apart() -> None:
    assert key("/s?id=1") != key("/s?id=2")


@pytest.mark.parametrize(
    ("href", "listing", "service", "social"),
    [
        ("https://holm.example/topic/harbours", True, False, False),
        ("https://holm.example/2024/05/12/topic/harbours", False, False, False),
        ("https://holm.example/privacy", False, True, False),
        ("https://www.facebook.com/holm", False, False, True),
        ("https://holm.example/news/a-longer-ladder", False, False, False),
    ],
)
def test_parts(href: str, listing: bool, service: bool, social: bool) -> None:
    address = Addresses(page()).read(href)
    assert address is not None
    assert (is_listing(address), is_service(address), is_social(address)) == (
        listing,
        service,
        social,
    )
