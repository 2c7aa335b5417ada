"""Cuts pages that came as one line, or a few, into the lines they once had, and those into
sentences.

Some exports lose every line break, and the stages need parts: a page of one block is all article
or nothing. Where lines began is told by a scorecard (`seams`); within them a sentence is the
smallest part that can be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from declutter.lexicon import guess_language
from declutter.reading.text.lines import Line
from declutter.reading.text.seams import find_seams

# A page of at most so many lines, of so many characters on average, has lost its line breaks.
_FEW_LINES = 4
_LONG = 800
# Characters of a line whose seams are looked for. Pages are shorter; what is longer is a dump, of
# which only sentences are told apart, so that it costs little.
_READ = 200_000
# Sentences shorter than this stay with the one before: initials, abbreviations, numbers.
_SHORTEST = 40
# Characters after which a run without sentence ends is cut at a blank.
_LONGEST = 2000
_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[^\s\W\d_a-z]|[\"“‘«(\[\d])|[。！？।]")


def cut_giant(lines: Sequence[Line], url: str | None = None) -> list[Line]:
    """The lines, or their parts where the whole page stands in a few giant lines."""
    total = sum(len(line.text) for line in lines)
    if not lines or len(lines) > _FEW_LINES or total < _LONG * len(lines):
        return list(lines)
    return [part for line in lines for part in _parts(line, url)]


def _parts(line: Line, url: str | None) -> Iterator[Line]:
    if len(line.text) < _LONG:
        yield line
        return
    gap = line.gap
    for run in _runs(line.text, url):
        start = 0
        for stop in _stops(run):
            text = run[start:stop].strip()
            if text:
                yield line._replace(text=text, gap=gap)
                gap = 0
            start = stop


def _runs(text: str, url: str | None) -> Iterator[str]:
    """The lines that a text is made of, and in one what lies beyond `_READ`."""
    end = len(text) if len(text) <= _READ else _blank_before(text, _READ, 0)
    words = text[:end].split()
    start = 0
    for seam in (*find_seams(words, guess_language(text), url), len(words)):
        yield " ".join(words[start:seam])
        start = seam
    yield text[end:]


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
