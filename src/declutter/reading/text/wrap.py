"""Joins lines that were wrapped at a fixed width; paragraphs stay apart.

A wrapped line ends where it does because the next word did not fit. So a text is wrapped when no
line is long, and in most pairs of neighbouring full lines the first word of the second would have
gone over the width.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from declutter.document import Kind
from declutter.reading.text.lines import Line

# Columns between which texts are wrapped; mail and RFCs use 65-80, terminals up to 120.
_NARROWEST, _WIDEST = 40, 120
# Lines of so large a share of the width are full; shorter ones end a paragraph.
_FULL = 0.7
# Pairs of full lines that must be seen, and the share of them in which the next word did not fit.
_LEAST_PAIRS = 3
_LEAST_SHARE = 0.8


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with wrapped paragraphs joined; as they were where the text is not wrapped."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return list(lines)
    pairs = [
        (a, b) for a, b in pairwise(lines) if _may_continue(a, b) and len(a.text) >= _FULL * width
    ]
    forced = sum(_did_not_fit(a, b, width) for a, b in pairs)
    if forced < _LEAST_PAIRS or forced < _LEAST_SHARE * len(pairs):
        return list(lines)
    joined: list[Line] = []
    parts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _may_continue(before, line) and _did_not_fit(before, line, width):
            parts.append(line.text)
            joined[-1] = joined[-1]._replace(last=line.last)
        else:
            _close(joined, parts)
            joined.append(line)
            parts = [line.text]
        before = line
    _close(joined, parts)
    return joined


def _close(joined: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        joined[-1] = joined[-1]._replace(text=" ".join(parts))


def _may_continue(line: Line, after: Line) -> bool:
    """Whether nothing parts two lines: no blank line, no bullet, no heading."""
    if after.gap or after.kind is not Kind.PARAGRAPH or line.kind is Kind.HEADING:
        return False
    return line.kind is Kind.LIST_ITEM or after.indent <= line.indent


def _did_not_fit(line: Line, after: Line, width: int) -> bool:
    word = after.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(word) > width
