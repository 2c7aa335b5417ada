"""`<base>`: the address that a page's links are relative to, wherever the page sets it."""

from __future__ import annotations

import pytest

from declutter import extract
from pages import PROSE, read

BASE = '<base href="https://e.org/x/">'
BODY = "".join(f"<p>{p}</p>" for p in PROSE)


@pytest.mark.parametrize(
    "html",
    [
        f"<html><head>{BASE}</head><body><p>one</p></body></html>",
        f"<html><body>{BASE}<p>one</p></body></html>",
        f"<html><body><p>one</p><div><section>{BASE}</section></div></body></html>",
        f"<html><body><p>one</p><div hidden><i>{BASE}</i></div></body></html>",
        f"{BASE}<p>one</p>",
        f"<p>one</p>{BASE}",
    ],
)
def test_base_counts_wherever_it_stands(html: str) -> None:
    assert read(html).base_url == "https://e.org/x/"


@pytest.mark.parametrize(
    "other", ["<base target=_top>", "<base>", "<!-- <base href='https://no.org/'> -->"]
)
def test_a_base_without_an_address_is_none(other: str) -> None:
    assert read(f"<body>{other}<p>one</p>{BASE}</body>").base_url == "https://e.org/x/"


def test_the_first_base_counts() -> None:
    late = BASE.replace("/x/", "/y/")
    assert read(f"<head>{BASE}</head><body>{late}<p>one</p></body>").base_url == "https://e.org/x/"


def test_links_are_relative_to_a_base_in_the_body() -> None:
    address = "a-pier-for-the-island-of-holm-1234.html"
    offer = f'<li><a href="{address}">A pier for the island of Holm is to be built</a></li>'
    page = (
        "<html><head><title>Ferry to Holm runs again</title></head><body>"
        f"{BASE}<h1>Ferry to Holm runs again</h1>{BODY}<h2>Related articles</h2><ul>{offer}</ul>"
        "</body></html>"
    )
    assert [item.url for item in extract(page).related] == [f"https://e.org/x/{address}"]
