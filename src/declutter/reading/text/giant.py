"""Cuts pages that came as one line, or a few, into the lines they once had, and those into
sentences.

Some exports lose every line break, or those of the parts of a page whose markup was minified; and
the stages need parts: a page of one block is all article or nothing. Where lines began is told by a
scorecard (`seams`); within them a sentence is the smallest part that can be told apart.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from declutter.document import Link
from declutter.lexicon import guess_language
from declutter.reading.text.lines import Line
from declutter.reading.text.seams import find_seams

# A page of at most so many lines, of so many characters on average, has lost its line breaks.
_FEW_LINES = 4
_LONG = 800
# Characters of a line whose seams are looked for. Pages are shorter; what is longer is a dump, of
# which only sentences are told apart, so that it costs little.
_READ = 200_000
# Characters of a line among others that may be many, and runs of capitalised words that it then
# has: paragraphs are hardly ever longer, and have fewer.
_LONG_AMONG_OTHERS, _LEAST_CAPITALS = 1200, 3
# The entries of menus that it then holds, and their characters: a story told in one line, as
# composed pages of the corpora have, holds fewer.
_LEAST_ENTRIES, _ENTRY, _CLOSED = 20, 30, frozenset(".!?…。！？।:,")
_CAPITALS = re.compile(r"(?:(?<!\S)[^\W\d_a-zß-ÿ]\S*+\s++){4}")
_LINK_REACH = 10_000  # characters between two links among which the second is looked for
# Sentences shorter than this stay with the one before: initials, abbreviations, numbers.
_SHORTEST = 40
# Characters after which a run without sentence ends is cut at a blank.
_LONGEST = 2000
_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[^\s\W\d_a-z]|[\"“‘«(\[\d])|[。！？।]")


def cut_giant(lines: Sequence[Line], url: str | None = None) -> list[Line]:
    """The lines, or their parts where the whole page stands in a few giant lines, or one line holds
    menus by the dozen."""
    total = sum(len(line.text) for line in lines)
    giant = len(lines) <= _FEW_LINES and total >= _LONG * len(lines)
    return [part for line in lines for part in _parts(line, giant, url)]


def _parts(line: Line, giant: bool, url: str | None) -> Iterator[Line]:
    if giant:
        runs = list(_runs(line.text, url)) if len(line.text) >= _LONG else []
    else:
        runs = _menus(line, url)
    if not runs:
        yield line
        return
    gap, end, links = line.gap, 0, _placed(line)
    for run in runs:
        start = 0
        for stop in _stops(run):
            own: list[Link] = []
            while links and links[0][0] < end + stop:
                own.append(links.popleft()[1])
            text = run[start:stop].strip()
            if text:
                yield line._replace(text=text, gap=gap, links=tuple(own))
                gap = 0
            start = stop
        end += len(run) + 1


def _placed(line: Line) -> deque[tuple[int, Link]]:
    """The links of a line with the characters at which their words begin."""
    placed: deque[tuple[int, Link]] = deque()
    at = 0
    for link in line.links:
        found = line.text.find(link.text, at, at + _LINK_REACH)
        at = max(at, found)
        placed.append((at, link))
    return placed


def _menus(line: Line, url: str | None) -> list[str]:
    """The lines that one among others is made of; none if it is one line: no menus are in it."""
    if len(line.text) < _LONG_AMONG_OTHERS or line.links:
        return []
    if len(_CAPITALS.findall(line.text)) < _LEAST_CAPITALS:
        return []
    runs = list(_runs(line.text, url))
    return runs if sum(map(_is_entry, runs)) >= _LEAST_ENTRIES else []


def _is_entry(run: str) -> bool:
    """Whether a part of a line is as short as the entry of a menu."""
    return len(run) <= _ENTRY and run[-1:] not in _CLOSED


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
