"""The head that readers for language models write over a page's Markdown."""

from __future__ import annotations

import pytest

from declutter import extract
from declutter.document import Kind
from declutter.reading.text import segment_text
from pages import PROSE

HEAD = (
    "Title: Ferry back in service",
    "URL Source: https://gazette.example/isles/ferry-back-in-service",
    "Published Time: 2024-03-08T10:00:00Z",
    "Markdown Content:",
)


def test_the_head_is_read() -> None:
    found = extract("\n\n".join(HEAD) + "\n" + "\n\n".join(PROSE))
    assert found.title == "Ferry back in service"
    assert found.url == "https://gazette.example/isles/ferry-back-in-service"
    assert found.date_published is not None
    assert found.text == "\n\n".join(PROSE)


def test_the_caller_knows_the_address_better() -> None:
    page = segment_text("\n\n".join([*HEAD, *PROSE]), "https://other.example/a")
    assert page.url == "https://other.example/a"


def test_what_follows_is_markdown() -> None:
    page = segment_text("\n\n".join([*HEAD, "## Boats", PROSE[0]]))
    assert [b.text for b in page.blocks if b.kind is Kind.HEADING] == ["Boats"]


@pytest.mark.parametrize("missing", HEAD[:2] + HEAD[3:])
def test_a_part_of_such_a_head_is_text(missing: str) -> None:
    lines = [line for line in HEAD if line != missing]
    page = segment_text("\n\n".join([*lines, *PROSE]))
    assert page.url is None
    assert [b.text for b in page.blocks][: len(lines)] == lines


def test_a_heading_and_a_blank_line_begin_markdown() -> None:
    page = segment_text(f"# Ferry back in service\n\n{PROSE[0]}")
    assert (page.blocks[0].text, page.blocks[0].level) == ("Ferry back in service", 1)
    assert segment_text(f"# 4 of the\nlist\n\n{PROSE[0]}").blocks[0].text.startswith("# 4")
