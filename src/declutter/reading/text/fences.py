"""Listings between fences, as Markdown has them: each is one block, its lines and columns kept."""

from __future__ import annotations

import re
from textwrap import dedent

from declutter.document import Kind
from declutter.reading.text.lines import Line

_MARKS = ("```", "~~~")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`]{0,80})$")


def without_listings(text: str) -> tuple[str, list[Line]]:
    """The text with blank lines where listings stand, and the listings.

    A fence that is never closed is none.
    """
    if not any(mark in text for mark in _MARKS):
        return text, []
    rows, listings = text.splitlines(), []
    opened, mark = -1, ""
    for i, row in enumerate(rows):
        fence = _FENCE.match(row)
        if fence is None:
            continue
        if opened < 0:
            opened, mark = i, fence[1]
        elif fence[1].startswith(mark) and not fence[2].strip():
            listings += _listing(rows, opened, i)
            rows[opened : i + 1] = [""] * (i + 1 - opened)
            opened = -1
    return "\n".join(rows), listings


def _listing(rows: list[str], opened: int, closed: int) -> list[Line]:
    code = dedent("\n".join(rows[opened + 1 : closed])).strip("\n").rstrip()
    indent = len(rows[opened]) - len(rows[opened].lstrip())
    return [Line(code, indent, 1, opened + 1, closed + 1, Kind.CODE)] if code else []
