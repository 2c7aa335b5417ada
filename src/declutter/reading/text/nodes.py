"""Joins pages that were written one text node a line, as `get_text("\\n")` does.

There a paragraph is broken at every link, bold word and footnote: "The council said on" /
"Tuesday" / ", after a vote, that ...". Other flatteners keep blocks whole, so a page is torn where
several lines are pieces by the look of them. On such a page a line is joined to the one before
where it begins as a continuation, or the one before asks for more. Headings and the entries of
menus do neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from declutter.document import Kind
from declutter.lexicon import stopwords
from declutter.reading.text.edges import (
    asks,
    begins_low,
    between,
    clings,
    closes,
    ends,
    ends_low,
    is_label,
    is_torn_off,
    opens,
)
from declutter.reading.text.lines import Line

# Signs that a page is torn: a line that begins with a closing mark counts as two; a line of so
# many characters that ends in a function word as one; so does the end of a sentence, of more than
# so many words, in lower case below what is no paragraph. It takes so many signs, and one to so
# many lines: two of 3,000 well flattened pages have as many, and three in four torn ones.
_CLOSING_SIGNS, _LEAST_SIGNS, _LINES_A_SIGN = 2, 4, 125
_ASKING, _PHRASE, _PARAGRAPH = 30, 3, 100
# Characters of a line that no menu entry has; below that, lower case may be the style of a menu.
_LONG_ENTRY = 25
# Characters of a line that may be a headline, below which stands "by" or "in" and a name.
_HEADLINE = 40
# Characters of the label of a value ("Price:"); what introduces a list is longer.
_LABEL_SIZE = 30
# Characters of a line that ends without a mark, amid a paragraph rather than above it.
_LONG_LINE = 85


class _Run(NamedTuple):
    """Lines that make one; `size` counts their characters, `widest` those of the longest."""

    lines: list[Line]
    size: int
    widest: int

    def joined_to(self, lines: Sequence[Line]) -> _Run:
        self.lines.extend(lines)
        sizes = [len(line.text) for line in lines]
        return _Run(self.lines, self.size + sum(sizes), max(self.widest, *sizes))


def join_nodes(lines: Sequence[Line], language: str | None) -> list[Line]:
    """The lines with the nodes of a paragraph joined; as they were where the page is not torn.

    Args:
        lines: the lines of the page, in order.
        language: its language, whose function words tell that a line goes on.
    """
    words = stopwords(language) if language else frozenset[str]()
    if not _is_torn(lines, words):
        return list(lines)
    runs: list[_Run] = []
    for run in _continued(lines, words):
        if runs and _goes_on(runs[-1], run, words):
            runs[-1] = runs[-1].joined_to(run.lines)
        else:
            runs.append(run)
    return [_joined(run.lines, words) for run in runs]


def _is_torn(lines: Sequence[Line], words: frozenset[str]) -> bool:
    """Whether lines go on from the one before more often than on any well flattened page."""
    closing = asking = ending = 0
    for (before, line), after in zip_longest(pairwise(lines), lines[2:]):
        if line.first == before.last:  # a sentence cut out of a giant line
            continue
        low = line.kind is Kind.PARAGRAPH and line.text[0].islower()
        if is_torn_off(line):
            closing += 1
        elif not (low or (after is not None and _continues_any(after))) or ends(before.text):
            continue
        elif len(before.text) >= _ASKING and ends_low(before.text, words):
            asking += 1
        elif low and len(before.text) < _PARAGRAPH and ends(line.text):
            ending += begins_low(line.text) and line.text.count(" ") >= _PHRASE
    signs = _CLOSING_SIGNS * closing + asking + ending
    return bool(closing or asking) and signs >= max(_LEAST_SIGNS, len(lines) // _LINES_A_SIGN)


def _continues_any(line: Line) -> bool:
    if line.text[0].isupper():  # as most lines of a page begin
        return False
    return closes(line) or (line.kind is Kind.PARAGRAPH and begins_low(line.text))


def _continued(lines: Sequence[Line], words: frozenset[str]) -> Iterator[_Run]:
    """Runs of lines of which all but the first begin as a continuation does."""
    run: _Run | None = None
    for line, after in zip_longest(lines, lines[1:]):
        if run is not None and _continues(run, line, after, words):
            run = run.joined_to([line])
        else:
            if run is not None:
                yield run
            run = _Run([line], len(line.text), len(line.text))
    if run is not None:
        yield run


def _continues(run: _Run, line: Line, after: Line | None, words: frozenset[str]) -> bool:
    if line.kind is not Kind.PARAGRAPH or run.lines[-1].kind is Kind.HEADING:
        return False
    text, before = line.text, run.lines[-1].text
    if clings(text):
        return True
    if ends(before) or not begins_low(text):
        return False
    if _is_phrase(text) or asks(before, words):
        return True
    more = after is not None and (
        closes(after) or (_continues_any(after) and _is_phrase(after.text))
    )
    if asks(text, words):
        return more or run.size < _HEADLINE
    return more and run.widest >= _LONG_ENTRY


def _is_phrase(text: str) -> bool:
    """Whether a line in lower case is more than an entry of a menu."""
    return len(text) >= _LONG_ENTRY or (ends(text) and not is_label(text))


def _goes_on(run: _Run, after: _Run, words: frozenset[str]) -> bool:
    """Whether a run that does not begin as a continuation is one all the same."""
    last, first = run.lines[-1], after.lines[0]
    if first.kind is not Kind.PARAGRAPH or last.kind is Kind.HEADING:
        return False
    if opens(last.text) or (is_label(last.text) and run.size < _LABEL_SIZE):
        return True
    if ends(last.text):
        return False
    continued = len(after.lines) > 1 or opens(first.text)
    if asks(last.text, words):
        known = _HEADLINE if len(run.lines) > 1 else _LONG_LINE
        return continued or run.size >= known
    return continued and run.size >= _LONG_LINE


def _joined(lines: Sequence[Line], words: frozenset[str]) -> Line:
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        parts.append(between(before.text, line.text, words))
        parts.append(line.text)
    links = tuple(link for line in lines for link in line.links)
    return lines[0]._replace(text="".join(parts), last=lines[-1].last, links=links)
