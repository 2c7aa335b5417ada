"""Titles: sites and books that put their names around them, offers, pages named like their site."""

from __future__ import annotations

import pytest
from given import chosen

from declutter import extract
from declutter.document import Document, Field
from declutter.metadata import headline
from declutter.metadata.affixes import site, without_site
from declutter.model import PageType
from declutter.roles import Role


def titles(*wordings: tuple[str, str]) -> list[tuple[Field, str, str]]:
    return [(Field.TITLE, text, source) for text, source in wordings]


@pytest.mark.parametrize(
    ("text", "shown", "title"),
    [
        ("Wells of the hills - Riverton Forum", False, "Wells of the hills"),
        ("Wells of the hills | The Riverton", False, "Wells of the hills"),
        ("Wells of the hills | Riverton Pumps", True, "Wells of the hills"),
        ("Wells of the hills - Riverton Pumps", True, "Wells of the hills - Riverton Pumps"),
        ("Wells: Riverton drinks again", False, "Wells: Riverton drinks again"),
        ("Wells - what the people of Riverton drink", False, None),
        ("Wells - how Riverton drinks", False, "Wells - how Riverton drinks"),
        ("Wells of the hills - News of the day", False, "Wells of the hills - News of the day"),
    ],
)
def test_a_part_named_like_the_host_is_the_site(text: str, shown: bool, title: str | None) -> None:
    own = site([], "news.riverton.example")
    assert without_site(text, own, shown=shown) == (text if title is None else title)


def test_a_first_heading_that_names_the_book_gives_way_to_the_heading_of_the_page() -> None:
    declared = titles(("Pumps - The Book of Wells", "title"), ("The Book of Wells", "h1"))
    lines = [("The Book of Wells", Role.TITLE), ("Pumps", Role.TITLE)]
    assert chosen(declared, lines).title == "Pumps"


def test_the_page_s_heading_is_known_before_its_section_too() -> None:
    declared = titles(("Pumps of old / Talk / Riverton Forums", "title"), ("Riverton", "h1"))
    lines = [("Riverton", Role.TITLE), ("Pumps of old", Role.TITLE)]
    assert chosen(declared, lines).title == "Pumps of old"


def test_a_first_heading_like_the_name_that_ends_the_title_element_gives_way() -> None:
    name = "Riverton Town Hall and Library Website"
    declared = titles((f"Pumps of old - {name}", "title"), ("Riverton Town Hall Website", "h1"))
    lines = [("Riverton Town Hall Website", Role.TITLE), ("Pumps of old", Role.TITLE)]
    assert chosen(declared, lines).title == "Riverton Town Hall Website"
    declared = titles((f"Pumps of old - {name}", "title"), (name.replace("and ", ""), "h1"))
    lines = [(name.replace("and ", ""), Role.TITLE), ("Pumps of old", Role.TITLE)]
    assert chosen(declared, lines).title == "Pumps of old"


def test_a_heading_that_ends_the_title_element_stays_where_no_other_heading_starts_it() -> None:
    declared = titles(("Riverton - Pumps of the hills", "title"), ("Pumps of the hills", "h1"))
    assert chosen(declared, [("Pumps of the hills", Role.TITLE)]).title == "Pumps of the hills"


def test_a_page_named_like_its_site_keeps_the_name() -> None:
    names = [(Field.SITE_NAME, "The Example", "meta:og:site_name")]
    assert chosen([*names, *titles(("The Example", "meta:og:title"))]).title == "The Example"


def test_a_site_name_that_is_a_whole_title_takes_nothing_off() -> None:
    name = [(Field.SITE_NAME, "Wells of old | Riverton", "meta:twitter:site")]
    assert (
        chosen([*name, *titles(("Wells of old | Riverton", "meta:og:title"))]).title
        == "Wells of old"
    )


NAMED = [(Field.SITE_NAME, "Riverton", "meta:og:site_name")]


@pytest.mark.parametrize(
    ("url", "declared", "title"),
    [
        ("https://riverton.example/", "Riverton - water for all", "Riverton - water for all"),
        ("https://riverton.example", "Riverton: water for all", "Riverton: water for all"),
        ("https://riverton.example/", "Riverton | Water for all", "Water for all"),
        ("https://riverton.example/", "Water for all - Riverton", "Water for all"),
        ("https://riverton.example/water", "Riverton - water for all", "water for all"),
    ],
)
def test_on_the_home_page_the_name_stays_before_its_slogan(
    url: str, declared: str, title: str
) -> None:
    given = [*NAMED, *titles((declared, "meta:og:title"))]
    assert chosen(given, url=url).title == title


def test_home_is_no_title_where_there_is_another() -> None:
    declared = titles(("Riverton | Home Page", "title"), ("Welcome to the wells", "h1"))
    lines = [("Welcome to the wells", Role.TITLE)]
    assert chosen([*NAMED, *declared], lines).title == "Welcome to the wells"


@pytest.mark.parametrize("declared", ["Home - The Well Blog", "The Well Blog - Home"])
def test_a_page_that_says_no_more_than_home_has_the_name_beside_it(declared: str) -> None:
    given = titles(("Home", "meta:og:title"), (declared, "title"))
    names = [(Field.SITE_NAME, "The Well Blog", "meta:og:site_name")]
    assert chosen([*names, *given]).title == "The Well Blog"


KICKED = ("Drought in Riverton: Pumps run day and night", Role.TITLE)


@pytest.mark.parametrize(
    ("declared", "source", "title"),
    [
        ("Pumps run day and night", "meta:og:title", "Pumps run day and night"),
        ("Day and night", "meta:og:title", KICKED[0]),
        ("Pumps run all day", "meta:og:title", KICKED[0]),
        ("Pumps run day and night", "json-ld:NewsArticle.headline", KICKED[0]),
    ],
)
def test_a_kicker_goes_where_the_page_declares_the_headline_without_it(
    declared: str, source: str, title: str
) -> None:
    given = titles((declared, source), (KICKED[0], "title"), (KICKED[0], "h1"))
    assert chosen(given, [KICKED]).title == title


class Fake:
    """Page types as a test sets them."""

    best = PageType.SERVICE

    def __init__(self, page: Document) -> None:
        pass


OFFER = titles(
    ("Pumps for wells", "meta:og:title"),
    ("Pumps for wells | Riverton", "title"),
    ("Drink deep, for wells are pumps of life", "h1"),
)


def test_an_offer_is_called_what_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [("Drink deep, for wells are pumps of life", Role.TITLE)]
    assert chosen(OFFER, lines).title == "Drink deep, for wells are pumps of life"
    monkeypatch.setattr(headline, "PageTypes", Fake)
    assert chosen(OFFER, lines).title == "Pumps for wells"


def test_a_declared_article_is_no_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headline, "PageTypes", Fake)
    declared = [*OFFER, (Field.PAGE_TYPE, "article", "meta:og:type")]
    lines = [("Drink deep, for wells are pumps of life", Role.TITLE)]
    assert chosen(declared, lines).title == "Drink deep, for wells are pumps of life"


def test_a_trail_taken_for_the_title_yields_the_part_that_the_next_line_repeats() -> None:
    trail = ("Home » Wells » Pumps of old", Role.TITLE)
    assert chosen(lines=[trail, ("Pumps of old", None)]).title == "Pumps of old"
    assert chosen(lines=[trail, ("Pumps of today", None)]).title == "Home » Wells » Pumps of old"


BODY = "The pump of the old well has been mended by three neighbours, who began on Monday. " * 4


@pytest.mark.parametrize(
    ("first", "others", "title"),
    [
        # What the headline is stands below, or what the site is called does.
        (
            "Pumps of old drink again - Hills - The Riverton",
            ["Wells", "Water", "Pumps of old drink again"],
            "Pumps of old drink again",
        ),
        (
            "Pumps of old drink again - The Riverton",
            ["Wells", "Water", "Weather", "Roads", "The Riverton"],
            "Pumps of old drink again",
        ),
        # A title element ends at its bar.
        ("Pumps of old drink again | The Riverton", ["Wells"], "Pumps of old drink again"),
        # A colon or a dash belongs to headlines, too.
        ("Wells: pumps of old drink again", ["Wells"], "Wells: pumps of old drink again"),
        ("Pumps of old - at last", ["Wells"], "Pumps of old - at last"),
    ],
)
def test_the_first_line_of_a_text_may_be_its_title_element(
    first: str, others: list[str], title: str
) -> None:
    page = "\n".join([first, *others, BODY, BODY.replace("pump", "wheel")])
    assert extract(page).title == title


def test_titles_of_scripts_without_spaces() -> None:
    head = "<title>青石镇旧粮仓改建为社区图书馆_新闻_南浦晚报</title>"
    page = f"<html lang=zh><head>{head}</head><body><h1>青石镇旧粮仓改建为社区图书馆</h1><p>正文"
    assert extract(page).title == "青石镇旧粮仓改建为社区图书馆"
    marked = page.replace("图书馆_", "图书馆！_").replace("图书馆</h1>", "图书馆！</h1>")
    assert extract(marked).title == "青石镇旧粮仓改建为社区图书馆！"
    bare = f"<html lang=zh><head>{head}</head><body><p>正文"
    assert extract(bare).title == "青石镇旧粮仓改建为社区图书馆"


def test_a_headline_that_begins_with_a_colon_goes_on_from_the_line_above() -> None:
    lines = [("Notes from the river", None), (": The barge is back", Role.TITLE)]
    assert chosen(lines=lines).title == "Notes from the river: The barge is back"
