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
