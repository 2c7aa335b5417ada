"""Names that sign a page by what stands beside them."""

from __future__ import annotations

import pytest

from declutter import extract
from pages import PROSE

TITLE = "The ferry to Holm is back in service"
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


@pytest.mark.parametrize("lines", SHOWN)
def test_far_above_the_text_they_name_sections_and_products(lines: tuple[str, str]) -> None:
    tiles = ("Boats", "Piers", "Ropes", "Anchors", "Lamps", "Sails")
    text = "\n\n".join(("Menu", TITLE, *lines, *tiles, *PROSE))
    assert extract(text, url=URL).authors == ()


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
