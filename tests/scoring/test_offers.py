"""Offers: links that lead to other articles, apart from what a text itself links to."""

from __future__ import annotations

from dataclasses import replace

from declutter.scoring.announced import announces, heading_cue
from declutter.scoring.offers import Offers
from declutter.scoring.traits import Traits
from pages import PROSE, read

URL = "https://gazette.example/isles/ferry-back-in-service"
TITLES = (
    "Nine barges stuck at the upper gate since Monday",
    "Why the keepers of the light want a second boat",
    "Fish prices at Holm fall for the third month",
)


def slug(title: str) -> str:
    return "/isles/" + title.lower().replace(" ", "-")


def link(title: str) -> str:
    return f"<a href='{slug(title)}'>{title}</a>"


def offers(markup: str) -> list[str]:
    story = "<h1>Ferry back in service</h1>" + "".join(f"<p>{p}</p>" for p in PROSE)
    page = replace(read(f"<body><article>{story}</article>{markup}"), url=URL, base_url=URL)
    return [o.href for o in page.derived(Offers).items]


def cards(titles: tuple[str, ...]) -> str:
    return "<ul class=list>" + "".join(f"<li><h3>{link(t)}</h3>" for t in titles) + "</ul>"


def test_headlines_in_a_list_are_offers_in_page_order() -> None:
    assert offers(cards(TITLES)) == [slug(t) for t in TITLES]


def test_menus_and_services_are_none() -> None:
    menu = "".join(f"<li><a href=/{w}>{w}</a>" for w in ("isles", "towns", "sports"))
    assert offers(f"<nav><ul>{menu}</ul></nav><a href=/login>Sign in to read on</a>") == []


def test_an_address_offered_twice_is_one_offer() -> None:
    picture = f"<p><a href='{slug(TITLES[0])}'>{TITLES[0]}</a>"
    assert offers(picture + cards(TITLES)).count(slug(TITLES[0])) == 1


def test_lines_that_announce_are_told_from_headings() -> None:
    page = read("<body><p>Also read: the light of Holm<h3>Related articles</h3><p>Holm")
    also, heading, plain = page.derived(Traits).cues
    assert announces(also)
    assert not announces(plain)
    assert heading_cue(heading) is not None
    assert heading_cue(plain) is None


def test_a_linked_line_that_announces_an_offer_amid_a_text_is_one() -> None:
    also = f"<p><a href='{slug(TITLES[0])}'>Also read: {TITLES[0]}</a></p>"
    amid = "".join(f"<p>{p}</p>{also if n == 0 else ''}" for n, p in enumerate(PROSE))
    page = read(f"<html lang=en><body><article><h1>Ferry</h1>{amid}</article>")
    page = replace(page, url=URL, base_url=URL)
    assert [o.href for o in page.derived(Offers).items] == [slug(TITLES[0])]


def entries(*links: str) -> str:
    return "<ul class=list>" + "".join(f"<li>{x}" for x in links) + "</ul>"


SHORT = "<a href=/isles/harbour/light-boat>A boat for the light at last</a>"
TOPIC = "<a href=/tags/x1>All about the harbour</a>"


def test_the_entries_of_a_list_of_offers_are_offers() -> None:
    alone = offers(entries(SHORT))
    assert alone == []
    among = offers("<aside><h3>Most read</h3>" + entries(*map(link, TITLES), SHORT) + "</aside>")
    assert among == [*(slug(t) for t in TITLES), "/isles/harbour/light-boat"]


def test_an_entry_whose_address_spells_other_words_is_none() -> None:
    among = offers("<aside><h3>Most read</h3>" + entries(*map(link, TITLES), TOPIC) + "</aside>")
    assert among == [slug(t) for t in TITLES]


def test_the_permanent_address_of_a_part_of_the_page_is_none() -> None:
    href = slug(TITLES[0]) + "?p=77#p77"
    post = f"<h3><a href='{href}'>{TITLES[0]}</a></h3>"
    assert offers(f"<div>{post}</div>") == [href]
    assert offers(f"<div><a href='#p77'>#77</a>{post}</div>") == []


def test_what_a_line_points_to_is_an_offer_whatever_its_address() -> None:
    pointed = "<p><a href=/x1>Also read: A boat for the light</a></p>"
    assert offers(pointed) == ["/x1"]
    assert offers("<p>Also read: <a href=/x1>A boat for the light</a></p>") == ["/x1"]
    assert offers("<p><a href=/x1>A boat for the light</a></p>") == []
    assert offers("<p>Also read: <a href=/x1>boats</a></p>") == []


def test_addresses_spell_headlines_of_other_alphabets() -> None:
    story = "".join(f"<p>{p}</p>" for p in PROSE)
    titles = {"/katok-v-avguste-zalyut": "Каток в августе зальют", "/x7": "Каток в мае растает"}
    cards = "".join(f"<li><h3><a href={h}>{t}</a></h3>" for h, t in titles.items())
    page = read(f"<body><article><h1>Holm</h1>{story}</article><ul>{cards}</ul>")
    scores = {o.href: o.score for o in page.derived(Offers).items}
    assert scores["/katok-v-avguste-zalyut"] > scores.get("/x7", 0.0)


def test_headlines_under_a_heading_need_no_address_that_spells_them() -> None:
    entries = "".join(f"<li><a href='/?p={n}'>{t}</a>" for n, t in enumerate(TITLES, 811))
    declared = '<meta property="og:type" content="article">'
    found = offers(f"{declared}<section><h2>Related articles</h2><ul>{entries}</ul></section>")
    assert found == ["/?p=811", "/?p=812", "/?p=813"]
    assert offers(f"{declared}<section><h2>Boats</h2><ul>{entries}</ul></section>") == []
