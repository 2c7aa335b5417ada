"""Traits of blocks: what is said of them, and the edges of the buckets."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.traits import Traits
from pages import read, read_text


def traits(page: Document, i: int = 0) -> set[str]:
    found = page.derived(Traits).of(i)
    assert len(found) == len(set(found))
    return set(found)


def of(markup: str, i: int = 0, head: str = "") -> set[str]:
    return traits(read(f'<html lang="en"><head>{head}</head><body>{markup}'), i)


@pytest.mark.parametrize(
    ("words", "bucket"),
    [(1, 0), (2, 0), (3, 1), (5, 1), (6, 2), (9, 2), (10, 3), (16, 4), (50, 5), (101, 7)],
)
def test_words_at_the_edges(words: int, bucket: int) -> None:
    assert read(f"<p>{'boat ' * words}").derived(Traits).w == [bucket]


@pytest.mark.parametrize(
    ("linked", "bucket"),  # words of 100
    [(0, 0), (1, 1), (24, 1), (25, 2), (59, 2), (60, 3), (94, 3), (95, 4), (100, 4)],
)
def test_links_at_the_edges(linked: int, bucket: int) -> None:
    page = read(f"<p><a href=/b>{'boat ' * linked}</a>{'boat ' * (100 - linked)}")
    assert page.derived(Traits).l == [bucket]


@pytest.mark.parametrize(
    ("markup", "trait"),
    [
        ("<p>boat", "always"),
        ("<p>the boat runs again", "w1 l0"),
        ('<p><a href="/a">the boat runs</a> again', "w1 l3"),
        ("<h2>the boat runs again", "heading w1"),
        ("<p>The boat runs.", "sentence w1"),
        ("<p>The boat runs", "no sentence"),
        ("<p>the boat", "lower case"),
        ("<p>3 boats", "digit"),
        ("<p>On Monday, nine", "comma"),
        ("<p><b>The boat</b>", "bold"),
        ("<p>one<br>two", "lines"),
        ("<p>Boat</p><div>Boat</div>", "again w0"),
        ("<p>Advertisement", "advertising whole"),
        ("<p>one</p><p>two", "edge -1"),
        ("<p>one</p><p>the boat runs again", "after w1 l0"),
        ("<p>one</p><p>two</p><p>three", "after2 w0 l0"),
        ("<p>one</p><p>the boat runs", "short between -1 1"),
        ("<p>one", "tenth 0"),
        ("<p>one", "no headline"),
        ("<p>one</p><h1>Boats", "before headline"),
        ("<h1>Boats", "after headline 0"),
    ],
)
def test_the_first_block_has(markup: str, trait: str) -> None:
    assert trait in of(markup)


@pytest.mark.parametrize(
    ("markup", "trait"),
    [
        ("<p>The boat", "lower case"),
        ("<p>Two boats", "digit"),
        ("<p>On Monday nine,", "comma"),
        ("<p><b>The</b> boat", "bold"),
        ("<p>Boat</p><div>Boats</div>", "again w0"),
        ("<p>An advertisement of the boats", "advertising whole"),
        ("<h1>Boats", "no headline"),
    ],
)
def test_the_first_block_has_not(markup: str, trait: str) -> None:
    assert trait not in of(markup)


@pytest.mark.parametrize(
    ("behind", "trait"), [(1, 1), (2, 1), (3, 2), (6, 2), (7, 3), (63, 6), (90, 6)]
)
def test_the_way_from_the_headline_doubles(behind: int, trait: int) -> None:
    assert f"after headline {trait}" in of("<h1>Boats</h1>" + "<p>x</p>" * 91, behind)


def test_tenths_of_the_page() -> None:
    page = read("<body>" + "<p>x</p>" * 20)
    assert [[t for t in traits(page, i) if "tenth" in t] for i in (0, 1, 2, 19)] == [
        ["tenth 0"],
        ["tenth 0"],
        ["tenth 1"],
        ["tenth 9"],
    ]


def test_the_title_and_the_description() -> None:
    head = (
        '<title>Boats run</title><meta name="description" content="A boat to Holm runs again now">'
    )
    body = "<p>boats  RUN</p><p>A boat to Holm runs again</p><p>A boat to Holm</p>"
    assert "title" in of(body, 0, head)
    assert "description" in of(body, 1, head)
    assert not {"title", "description"} & of(body, 2, head)


def test_the_headline_is_the_heading_that_repeats_the_title() -> None:
    page = read("<title>Boats run - Holm News</title><h1>Shops open</h1><h1>Boats run</h1>")
    assert page.derived(Traits).headline == 1


def test_a_top_heading_that_is_the_name_of_the_site_is_no_title() -> None:
    head = "<title>Boats run all night - Holm News</title>"
    page = read(f"{head}<h1>Holm News</h1><h2>Boats run all night</h2>")
    assert page.derived(Traits).headline == 1
    bracket = "<title>Boats run all night (Tuesday) - Holm News</title>"
    page = read(f"{bracket}<h1>Holm News</h1><h2>Boats run all night (Tuesday)</h2>")
    assert page.derived(Traits).headline == 1
    marks = read(f"{head}<h1>Boats run all night</h1><h2>***</h2>")
    assert "boats run all night" in marks.derived(Traits).titles
    own = read(f"{head}<h2>Holm News</h2><h1>Boats run all night</h1>")
    assert own.derived(Traits).headline == 1
    name = "Holm News of the Isles"
    longer = read(f"<title>Boats run - {name}</title><h1>{name}</h1><h2>Boats run</h2>")
    assert longer.derived(Traits).headline == 0


def test_of_the_headings_only_the_first_is_a_title() -> None:
    page = read("<h1>Boats run</h1><p>x</p><h1>Shops open</h1>")
    assert page.derived(Traits).titles == {"boats run"}


def test_groups_are_the_two_innermost_elements_of_several_blocks() -> None:
    long = "<p>" + "boat " * 30 + "</p>"
    page = read(f"<body><main><section><div><p>one</p>{long}</div>{long}</section>{long}</main>")
    got = {t for t in traits(page, 0) if t.startswith("group")}
    assert got == {
        "group1 links 0",
        "group1 long 1",
        "group1 size 3",
        "group2 links 0",
        "group2 long 2",
        "group2 size 4",
    }


def test_a_run_of_like_elements() -> None:
    card_ = '<div class="card"><a href="/a">The boat runs</a></div>'
    page = read(f"<body><div>{card_ * 4}</div>")
    assert "run 2 links 4 size 1" in traits(page, 1)


def test_paragraphs_make_no_run() -> None:
    assert not [t for t in of("<div>" + "<p>The boat runs</p>" * 4 + "</div>") if "run " in t]


def test_the_language_is_declared_or_guessed() -> None:
    german = "<p>Die Fähre fährt seit Montag wieder auf die Insel, und alle sind froh darüber, dass"
    german += " sie nach neun Tagen wieder einkaufen gehen können, wie der Hafenmeister sagte.</p>"
    line = "<p>Anzeige</p>"
    assert "advertising whole" in traits(read(f"<body>{line}{german}"))
    assert "advertising whole" not in traits(read(f'<html lang="fi"><body>{line}'))


def test_a_text_has_traits_too() -> None:
    assert {"edge -1", "no headline"} <= traits(read_text("Boats run\n\nto Holm"))


def test_the_card_has_points_for_traits_that_are_given() -> None:
    """A trait that was renamed would leave points behind that count nowhere."""
    cards = set(card("article").block)
    given = of(
        "<h1>Boats</h1>" + "<p>The boat runs again, they say.</p><div>Advertisement</div>" * 9, 5
    )
    assert {t.split()[0] for t in given} <= {t.split()[0] for t in cards} | {"comma", "tenth"}
    assert len(given & cards) > 5
