"""Cuts pages that came as one line, or a few, into sentences.

Some exports lose every line break. A sentence is then the smallest part that can be told apart,
and the stages need parts: a page of one block is all article or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from declutter.reading.text.lines import Line

# A page of at most so many lines, of so many characters on average, has lost its line breaks.
_FEW_LINES = 4
_LONG = 800
# Sentences shorter than this stay with the one before: initials, abbreviations, numbers.
_SHORTEST = 40
# Characters after which a run without sentence ends is cut at a blank.
_LONGEST = 2000
_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[^\s\W\d_a-z]|[\"“‘«(\[\d])|[。！？।]")


def cut_giant(lines: Sequence[Line]) -> list[Line]:
    """The lines, or their sentences where the whole page stands in a few giant lines."""
    total = sum(len(line.text) for line in lines)
    if not lines or len(lines) > _FEW_LINES or total < _LONG * len(lines):
        return list(lines)
    return [
        part for line in lines for part in ([line] if len(line.text) < _LONG else _sentences(line))
    ]


def _sentences(line: Line) -> Iterator[Line]:
    start, gap = 0, line.gap
    for stop in _stops(line.text):
        text = line.text[start:stop].strip()
        if text:
            yield line._replace(text=text, gap=gap)
            gap = 0
        start = stop


def _stops(text: str) -> Iterator[int]:
    start = 0
    for end in _END.finditer(text):
        at = end.end()
        while at - start > _LONGEST:
            start = _blank_before(text, start + _LONGEST, start)
            yield start
        if at - start >= _SHORTEST:
            yield at
            start = at
    while len(text) - start > _LONGEST:
        start = _blank_before(text, start + _LONGEST, start)
        yield start
    yield len(text)


def _blank_before(text: str, at: int, start: int) -> int:
    """The last blank before `at`; `at` itself where there is none."""
    found = text.rfind(" ", start + 1, at)
    return found if found > 0 else at
