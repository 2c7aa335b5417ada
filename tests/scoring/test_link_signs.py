"""Each sign of a link shows on a page that has it, and not on one that has it not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from declutter.scoring.link_signs import LinkSigns
from declutter.scoring.links import Links
from pages import read

URL = "https://gazette.example/rivers/2024/barge-lock-reopens.html"
TITLE = "Nine barges are stuck at the upper gate"
SLUG = "/rivers/nine-barges-stuck.html"


def signs(markup: str, url: str | None = URL) -> list[str]:
    page = replace(read(f"<html lang=en><body>{markup}"), url=url, base_url=url)
    address, uses = next(iter(page.derived(Links).candidates()))
    return LinkSigns(page).of(address, uses)


def link(href: str = SLUG, text: str = TITLE) -> str:
    return f"<a href='{href}'>{text}</a>"


@pytest.mark.parametrize(
    ("sign", "with_", "without"),
    [
        ("spelt", link(), link(text="Why the gate at Holm will not move")),
        ("heading", f"<h3>{link()}</h3>", link()),
        ("number", link("/rivers/nine-12345"), link()),
        ("date", link("/2024/05/06/nine-barges"), link()),
        ("listing", link("/tag/nine-barges"), link()),
        ("service", link("/login/nine-barges"), link()),
        ("other site", link("https://other.example/nine"), link()),
        ("section of the page", link(), link("/towns/nine-barges-stuck")),
        ("ending of the page", link(), link("/rivers/nine-barges-stuck")),
        ("above the page", link("/rivers"), link()),
        ("mixed", f"<p>Also in the paper today: {link(text='Nine barges')}", link()),
        ("in a menu", f"<nav>{link()}</nav><p>{'lock ' * 40}", f"{link()}<p>{'lock ' * 40}"),
        ("time below", f"<p>{link()}<p>2 hours ago", f"<p>{link()}<p>in the north"),
        ("text below", f"<p>{link()}<p>{'lock ' * 15}.", f"<p>{link()}<p>lock"),
        ("again", f"<p>{link()}<p>{link(text='Read on')}", f"<p>{link()}"),
        ("headline repeated", f"<p>{link()}<p>{TITLE}", f"<p>{link()}<p>Nine"),
        ("picture", f"<ul><li><img src=a>{link()}<li>b</ul>", f"<ul><li>{link()}<li>b</ul>"),
        ("alone", link(), f"<ul><li>{link()}<li>b</ul>"),
        (
            "under a heading",
            f"<div><h3>Related articles</h3><p>{link()}</div>",
            f"<div><h3>The islands</h3><p>{link()}</div>",
        ),
        ("sentence", link(text="Nine barges are stuck."), link()),
        ("before headline", f"<p>{link()}<h1>Lock reopens</h1>", f"<h1>Lock</h1><p>{link()}"),
    ],
)
def test_signs(sign: str, with_: str, without: str) -> None:
    assert sign in signs(with_)
    assert sign not in signs(without)


def test_nothing_is_said_of_the_way_to_a_page_of_unknown_address() -> None:
    found = signs(link("https://gazette.example/rivers/nine-barges-stuck"), None)
    assert "page unknown" in found
    assert "section of the page" not in found
    assert "other site" not in found


def test_a_button_speaks_with_the_one_heading_of_its_card() -> None:
    card = f"<div class=c><h3>{TITLE}</h3><p>{link(text='Read on')}</div>"
    assert "words 5" in signs(card + "<div class=c>other</div>")
    assert "words 1" in signs(f"<p>{link('/rivers/nine-barges-stuck', 'Read on')}")
