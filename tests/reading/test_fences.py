"""Listings between fences in Markdown."""

from __future__ import annotations

import pytest

from declutter.document import Kind
from declutter.reading.text import segment_text
from pages import PROSE, read_text

CODE = "def row(oars):\n    for oar in oars:\n\n        pull(oar)"


@pytest.mark.parametrize(
    ("opens", "closes"), [("```python", "```"), ("~~~", "~~~"), ("````", "`````")]
)
def test_a_listing_is_one_block_with_its_lines(opens: str, closes: str) -> None:
    page = read_text(f"{PROSE[0]}\n\n{opens}\n{CODE}\n{closes}\n{PROSE[1]}")
    first, code, last = page.blocks
    assert (first.text, last.text) == PROSE[:2]
    assert (code.text, code.kind) == (CODE, Kind.CODE)
    assert (code.location.line, code.location.end_line) == (3, 8)


def test_an_indented_listing_keeps_what_it_is_indented_inside() -> None:
    shifted = "\n".join(f"    {line}" for line in CODE.split("\n"))
    page = read_text(f"{PROSE[0]}\n\n    ```\n{shifted}\n    ```\n\n{PROSE[1]}")
    assert page.blocks[1].text == CODE


def test_a_fence_that_is_never_closed_is_none() -> None:
    page = read_text(f"{PROSE[0]}\n\n```\n{PROSE[1]}\n\n{PROSE[2]}")
    assert [b.text for b in page.blocks if b.words > 1] == list(PROSE)
    assert {b.kind for b in page.blocks} == {Kind.PARAGRAPH}


def test_the_other_fence_does_not_close_a_listing() -> None:
    page = read_text(f"```\none\n~~~\ntwo\n```\n{PROSE[0]}")
    assert [b.text for b in page.blocks] == ["one\n~~~\ntwo", PROSE[0]]


def test_an_empty_listing_is_no_block() -> None:
    assert [b.text for b in segment_text(f"```\n\n```\n{PROSE[0]}").blocks] == [PROSE[0]]
