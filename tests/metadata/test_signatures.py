"""Names that sign a page by what stands beside them."""

from __future__ import annotations

import pytest

from declutter import extract
from pages import PROSE

TITLE = "The ferry to Holm is back in service"
TILES = ("Boats", "Piers", "Ropes", "Anchors", "Lamps", "Sails")
URL = "https://example.org/the-ferry-to-holm-is-back-in-service"
SHOWN = [
    ("Jane Roe", "Jane Roe"),
    ("Picture of Jane Roe", "Jane Roe"),
    ("Jane Roe", "Lead River Writer"),
]


@pytest.mark.parametrize("lines", SHOWN)
def test_a_portrait_or_a_role_above_the_text_tells_who_signs(lines: tuple[str, str]) -> None:
    text = "\n\n".join(("Menu", TITLE, *lines, *PROSE))
    assert extract(text, url=URL).authors == ("Jane Roe",)
    shown = "".join(f"<p>{line}</p>" for line in (*lines, *PROSE))
    head = '<head><meta property="og:type" content="article"></head>'
    page = f"<html lang=en>{head}<body><article><h1>{TITLE}</h1>{shown}</article></body></html>"
    assert extract(page, url=URL).authors == ("Jane Roe",)


@pytest.mark.parametrize(
    ("lines", "signed"), [(SHOWN[0], True), (SHOWN[1], False), (SHOWN[2], True)]
)
def test_far_above_the_text_a_name_needs_a_role_or_stands_twice(
    lines: tuple[str, str], signed: bool
) -> None:
    text = "\n\n".join(("Menu", TITLE, *lines, *TILES, *PROSE))
    assert extract(text, url=URL).authors == (("Jane Roe",) if signed else ())


@pytest.mark.parametrize("lines", SHOWN)
def test_far_below_the_headline_they_name_sections_and_products(lines: tuple[str, str]) -> None:
    text = "\n\n".join(("Menu", TITLE, *TILES, *TILES, *lines, *TILES, *PROSE))
    assert extract(text, url=URL).authors == ()


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (("Jane Roe",), True),
        (("The company will run three boats a day until the fair.", "Jane Roe"), True),
        (("Boats", "Jane Roe"), False),
        (("JANE ROE",), False),
        (("Jane Maria Roe Holt",), False),
        (("Fair Days",), False),  # "the fair"
        (("Harbour NewsHarbour",), False),
    ],
)
def test_right_under_the_headline_of_a_text_a_bare_name_signs(
    lines: tuple[str, ...], signed: bool
) -> None:
    text = "\n\n".join(("Menu", TITLE, *lines, *PROSE))
    assert extract(text, url=URL).authors == (("Jane Roe",) if signed else ())
    shown = "".join(f"<p>{line}</p>" for line in (*lines, *PROSE))
    page = f"<html lang=en><body><article><h1>{TITLE}</h1>{shown}</article></body></html>"
    assert extract(page, url=URL).authors == ()


def test_whom_the_text_speaks_of_does_not_sign_it() -> None:
    text = "\n\n".join(("Menu", TITLE, "Jane Roe", *PROSE, "The boats are those of Jane Roe."))
    longer = f"{text} Her father built two of them, and she has bought the third one since."
    assert extract(longer, url=URL).authors == ()


def test_below_the_title_comes_before_above() -> None:
    above = ("Boats are dear this year", "Ada Holt", "May 5, 2024")
    text = "\n\n".join((*above, TITLE, "Jane Roe", "May 6, 2024", *PROSE))
    assert extract(text, url=URL).authors == ("Jane Roe",)


def test_a_date_is_that_of_one() -> None:
    page = "\n\n".join((TITLE, "Jane Roe", "May 6, 2024", "Grand Pier", *PROSE))
    assert extract(page, url=URL).authors == ("Jane Roe",)
    page = "\n\n".join((TITLE, "Jane Roe", "Ada Holt", "May 6, 2024", *PROSE))
    assert extract(page, url=URL).authors == ("Jane Roe", "Ada Holt")


def test_below_the_words_for_by_names_stand_one_a_line() -> None:
    names = ("By", "Jane Roe", "Jane Roe", "Ada Holt", "Full Bio")
    assert extract("\n\n".join((TITLE, *names, *PROSE)), url=URL).authors == (
        "Jane Roe",
        "Ada Holt",
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By dpa 05/06/2024, 6:58 pm", "dpa"),
        ("By Jane Roe For Holm.example", "Jane Roe"),
        ("Jane Roe By Jane Roe", "Jane Roe"),
    ],
)
def test_houses_in_a_byline(line: str, author: str) -> None:
    assert extract("\n\n".join((TITLE, line, *PROSE)), url=URL).authors == (author,)


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (("Jane Roe", "Lead River Writer"), True),
        (("Jane Roe", "Jane Roe", "Lead River Writer"), True),
        (("Jane Roe", "Jane is a writer who has lived on three of the islands."), True),
        (("Jane Roe", "Holm is a writer's island, as they like to say there."), False),
        (("Jane Roe", "Jane Roe", "Ada Holt"), False),
        (("Quick Links", "Lead River Writer"), False),
    ],
)
def test_behind_the_text_a_name_over_those_who_tell_of_it(
    lines: tuple[str, ...], signed: bool
) -> None:
    text = "\n\n".join((TITLE, *PROSE, "Share", *lines))
    assert extract(text, url=URL).authors == (("Jane Roe",) if signed else ())


def test_a_question_is_no_name() -> None:
    lines = ("Got A Tip?", "May 6, 2024")
    assert extract("\n\n".join((TITLE, *lines, *PROSE)), url=URL).authors == ()


def test_whom_the_headline_speaks_of_signs_nothing() -> None:
    text = "".join(f"<p>{p}</p>" for p in ("Jane Roe", "May 6, 2024", *PROSE))
    for title, signed in (("Jane Roe's oldest boat is stolen", ()), (TITLE, ("Jane Roe",))):
        page = f"<html lang=en><body><article><h1>{title}</h1>{text}</article></body></html>"
        assert extract(page).authors == signed


@pytest.mark.parametrize(
    "markup",
    [
        "<figcaption>{}</figcaption>",
        '<p class="caption">{}</p>',
        '<p class="caption author">{}</p>',
    ],
)
def test_whom_a_picture_shows_signs_nothing(markup: str) -> None:
    shown = markup.format("(L-R) Jane Roe, John Doe, Ada Holt")
    picture = f'<p>May 6, 2024</p><div><img src="/pier.jpg">{shown}</div>'
    text = "".join(f"<p>{p}</p>" for p in PROSE)
    page = f"<html lang=en><body><article><h1>{TITLE}</h1>{picture}{text}</article></body></html>"
    assert extract(page, url=URL).authors == ()


def test_a_row_of_a_table_names_those_of_another_work() -> None:
    text = "".join(f"<p>{p}</p>" for p in PROSE * 4)
    box = "<table><tr><th>Written by</th><td>Jane Roe</td></tr></table>"
    around = f"{text}{box}{text}"
    page = f"<html lang=en><body><article><h1>{TITLE}</h1>{around}</article></body></html>"
    assert extract(page, url=URL).authors == ()


def test_a_name_among_other_properties_is_the_name() -> None:
    author = (
        '<div itemprop="author" itemscope itemtype="https://schema.org/Person">'
        '<a itemprop="name url" href="/jane-roe">Jane Roe</a> <span>reporter</span></div>'
    )
    article = '<article itemscope itemtype="https://schema.org/NewsArticle">'
    text = "".join(f"<p>{p}</p>" for p in PROSE)
    page = f"<html lang=en><body>{article}<h1>{TITLE}</h1>{author}{text}</article></body></html>"
    found = extract(page, url=URL)
    assert found.authors == ("Jane Roe",)
    assert found.provenance["authors"].source == "microdata:author"


def test_when_a_picture_was_taken_dates_no_page() -> None:
    caption = "<figcaption>The southern pier of Holm on May 6, 2024</figcaption>"
    text = "".join(f"<p>{p}</p>" for p in PROSE)
    figure = f'<figure><img src="/pier.jpg">{caption}</figure>'
    page = f"<html lang=en><body><article><h1>{TITLE}</h1>{figure}{text}</article></body></html>"
    assert extract(page).date_published is None
