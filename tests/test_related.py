"""Related items: one an item, with what its cards tell."""

from __future__ import annotations

from declutter.api import extract
from declutter.model import Article, RelatedKind
from pages import PROSE

TITLE = "Keeper of the lamp asks for a longer ladder"
HREF = "/story/keeper-of-the-lamp-asks-for-a-longer-ladder-48211"
OTHER = "Bell of the old school found in a barn"
TEASER = "The first one is too short by the height of a cat, the office heard on Friday."


def page(after: str, within: str = "") -> Article:
    first, *rest = (f"<p>{p}</p>" for p in PROSE)
    return extract(
        "<html lang='en'><head><title>The ferry to Holm sails again | Holm Tidings</title></head>"
        f"<body><article><h1>The ferry to Holm sails again</h1>{first}{within}{''.join(rest)}"
        f"</article>{after}</body></html>",
        url="https://holm.example/story/the-ferry-to-holm-sails-again-48200",
    )


def section(heading: str, inner: str = "") -> str:
    cards = (
        f"<div class='item'><h3><a href='{HREF}'>{TITLE}</a></h3>{inner}</div>"
        f"<div class='item'><h3><a href='/story/bell-of-the-old-school-found-48212'>{OTHER}</a>"
        "</h3></div>"
    )
    return f"<section><h2>{heading}</h2>{cards}</section>"


def test_an_item_with_all_its_parts() -> None:
    inner = f"<p>Mill Observer</p><p>2 hours ago</p><p>{TEASER}</p>"
    item = page(section("Related articles", inner)).related[0]
    assert (item.title, item.url) == (TITLE, f"https://holm.example{HREF}")
    assert (item.site_name, item.date_published_raw) == ("Mill Observer", "2 hours ago")
    assert (item.text, item.kind, item.sponsored) == (TEASER, RelatedKind.RELATED, False)


def test_a_repeated_item_stands_once() -> None:
    twice = section("Related articles") + section("Most read")
    assert [r.title for r in page(twice).related] == [TITLE, OTHER]


def test_the_heading_gives_the_kind() -> None:
    assert {r.kind for r in page(section("Most read")).related} == {RelatedKind.POPULAR}


def test_a_line_in_the_text() -> None:
    line = f"<p><strong>Also read:</strong> <a href='{HREF}'>{TITLE}</a></p>"
    article = page("", within=line)
    assert [(r.title, r.kind) for r in article.related] == [(TITLE, RelatedKind.INLINE)]
    assert TITLE not in article.text


def test_the_page_itself_is_no_item() -> None:
    own = "/story/the-ferry-to-holm-sails-again-48200"
    link = f"<div><h3><a href='{own}'>The ferry to Holm sails once more</a></h3></div>"
    assert page(link).related == ()


def test_a_paid_item_is_marked() -> None:
    article = page(section("Related articles", "<p>Sponsored</p>"))
    assert [r.sponsored for r in article.related] == [True, False]


def test_a_linked_headline_without_what_announces_it() -> None:
    item = page("", within=f"<p><a href='{HREF}'>Also read: {TITLE}</a></p>").related[0]
    assert (item.title, item.kind) == (TITLE, RelatedKind.INLINE)


def test_a_time_that_is_linked_with_the_headline_is_its_date() -> None:
    def only(time: str) -> tuple[str, str | None]:
        link = f"<a href='{HREF}'>{TITLE} <time>{time}</time></a>"
        item = page(f"<section><h2>Most read</h2><ul><li>{link}</ul></section>").related[0]
        return item.title, item.date_published_raw

    assert only("12 min ago") == (TITLE, "12 min ago")
    assert only("two years ago") == (f"{TITLE} two years ago", None)


def test_the_time_glued_to_a_linked_headline_is_its_date() -> None:
    entry = f"<li><a href='{HREF}'>{TITLE}</a><span>2 days ago</span></li>"
    item = page(f"<section><h2>Most read</h2><ul>{entry}</ul></section>").related[0]
    assert (item.title, item.date_published_raw) == (TITLE, "2 days ago")


def test_the_numbers_of_a_numbered_list_are_no_part_of_its_headlines() -> None:
    def titles(*lines: str) -> list[str]:
        text = "\n\n".join(["The ferry to Holm sails again", *PROSE, "Most popular", *lines])
        return [item.title for item in extract(text).related]

    assert titles(f"1. {TITLE}", f"2. {OTHER}") == [TITLE, OTHER]
    alone = f"1. FC Holm {TITLE}"
    assert titles(alone, OTHER) == [alone, OTHER]


def test_ranks_glued_to_headlines_go() -> None:
    text = "\n\n".join(
        ["The ferry to Holm sails again", *PROSE, "Most popular", f"1{TITLE}", f"2{OTHER}"]
    )
    assert [item.title for item in extract(text).related] == [TITLE, OTHER]


def test_headlines_that_begin_with_a_number_keep_it() -> None:
    ways = ["5 ways to dry a rope in the rain", "6 ways to mend a net at night"]
    text = "\n\n".join(["The ferry to Holm sails again", *PROSE, "Most popular", *ways])
    assert [item.title for item in extract(text).related] == ways


def test_a_card_that_closes_with_its_link() -> None:
    teaser = "The old ladder is too short by the height of a cat, and has been since spring."
    cards = "".join(
        f"<div class='card'><h5>{title}</h5><p>{teaser}</p><a href='{href}'>Read more</a></div>"
        for title, href in (
            (TITLE, HREF),
            (OTHER, "/story/bell-of-the-old-school-found-48212"),
        )
    )
    found = page(f"<section><h3>Related posts</h3>{cards}</section>")
    assert [(item.title, item.text) for item in found.related] == [(TITLE, teaser), (OTHER, teaser)]
    assert teaser not in found.text


def test_two_headlines_in_one_line_are_two_items() -> None:
    links = (
        f"<a href='{HREF}'>{TITLE}</a> <a href='/story/bell-of-the-old-school-48212'>{OTHER}</a>"
    )
    found = page(f"<section><h3>Related posts</h3><div>{links}</div></section>")
    assert [item.title for item in found.related] == [TITLE, OTHER]
