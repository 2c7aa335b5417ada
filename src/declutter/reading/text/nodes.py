"""Joins pages that were written one text node a line, as `get_text("\\n")` does.

There a paragraph is broken at every link, bold word and footnote: "The council said on" /
"Tuesday" / ", after a vote, that ...". Other flatteners keep blocks whole, so a page is torn where
several lines begin with what only closes something (a comma, a bracket, "'s"). On such a page a
line goes on below where the next one begins so or in lower case, or where it cannot end: in a
function word, a comma, an open bracket. Headings and menu entries do neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from declutter.document import Kind
from declutter.lexicon import stopwords
from declutter.reading.text.lines import Line

# What a line begins with only where it goes on from the one before. Quotes count before a blank or
# a mark alone: some languages open with what others close with, and ":" may be an icon's name.
_CLOSING = re.compile(
    r"[,)\]、，；）」』】،؛。।]|;(?!\w)|[.!?؟](?=$|\s[^\W_])|[”»’](?=$|[\s,.;:!?)])|\"(?=$|[,.;:!?)]|\s[a-z])|['’]s\b"
)
_MARK = re.compile(r":(?=\s|$)|[%°®™]|…|\.{3}")
# A sentence or a label that is over.
_END = re.compile(r"[.!?…:;。！？।؟：][\"”“’»)\]'」』]*$")
_LABEL = ":："
# What waits for more: open brackets and quotes, marks of currency, a comma, an elided article.
_OPEN = re.compile(r"(?:^|[\s(\[])[(\[“‘«„¿¡$£€₹#@&\"]$|[(\[„¿¡]$")
_ELIDED = re.compile(r"(?:^|[\s(])(?:\w|[^\W\d]{1,5}[^\W\daeios])['’]$")
_QUOTED = re.compile(r"‘|(?:^|\s)'")
_COMMA = re.compile(r"[,،、，/]$|\s[-–—]$|['’]s$")
_BREAK = re.compile(r"[\W\d_]+")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff、。，；：）」』】（「『【]")

# Signs that a page is torn: a line that begins with a closing mark counts as two, a line from so
# many characters that ends in a function word as one, and the end of a sentence, of more than so
# many words, in lower case below what is no paragraph yet. It takes so many signs, and one to so
# many lines: of 3,000 well flattened pages two have as many, of torn ones three in four.
_CLOSING_SIGNS, _LEAST_SIGNS, _LINES_A_SIGN = 2, 4, 125
_ASKING, _PHRASE, _PARAGRAPH = 30, 3, 100
# Characters of a line that no menu entry has; below that, lower case may be the style of a menu.
_LONG_ENTRY = 25
# Characters of a line that may be a headline, below which stands "by" or "in" and a name.
_HEADLINE = 40
# Characters of the label of a value ("Price:"); what introduces a list is longer.
_LABEL_SIZE = 30
_TAIL = 12  # characters at the end of a line that tell how it ends
# Characters of a line that ends without a mark, amid a paragraph rather than above it.
_LONG_LINE = 85


class _Run(NamedTuple):
    """Lines that make one; `size` counts their characters, `widest` those of the longest."""

    lines: list[Line]
    size: int
    widest: int

    def with_(self, lines: Sequence[Line]) -> _Run:
        self.lines.extend(lines)
        sizes = [len(line.text) for line in lines]
        return _Run(self.lines, self.size + sum(sizes), max(self.widest, *sizes))


def join_nodes(lines: Sequence[Line], language: str | None) -> list[Line]:
    """The lines with the nodes of a paragraph joined; as they were where the page is not torn."""
    words = stopwords(language) if language else frozenset[str]()
    if not _is_torn(lines, words):
        return list(lines)
    runs: list[_Run] = []
    for run in _continued(lines, words):
        if runs and _goes_on(runs[-1], run, words):
            runs[-1] = runs[-1].with_(run.lines)
        else:
            runs.append(run)
    return [_joined(run.lines, words) for run in runs]


def _is_torn(lines: Sequence[Line], words: frozenset[str]) -> bool:
    """Whether lines go on from the one before more often than on any well flattened page."""
    closing = asking = ending = 0
    for before, line, after in zip_longest(lines, lines[1:], lines[2:]):
        if line is None or line.kind is not Kind.PARAGRAPH or line.first == before.last:
            continue
        if _closes(line):
            closing += 1
        elif not (line.text[0].islower() or after and _continuing(after)) or _ends(before.text):
            continue
        elif len(before.text) >= _ASKING and _last_word(before.text) in words:
            asking += _continuing(line) or after is not None and _continuing(after)
        elif len(before.text) < _PARAGRAPH and _continuing(line):
            ending += _ends(line.text) and line.text.count(" ") >= _PHRASE
    signs = _CLOSING_SIGNS * closing + asking + ending
    return bool(closing or asking) and signs >= max(_LEAST_SIGNS, len(lines) // _LINES_A_SIGN)


def _continuing(line: Line) -> bool:
    return _closes(line) or _is_lower_word(line.text.split(" ", 1)[0])


def _ends(text: str) -> bool:
    """Whether a sentence or a label ends with a line."""
    return _END.search(text[-_TAIL:]) is not None


def _closes(line: Line) -> bool:
    return line.kind is Kind.PARAGRAPH and _CLOSING.match(line.text) is not None


def _continued(lines: Sequence[Line], words: frozenset[str]) -> Iterator[_Run]:
    """Runs of lines of which all but the first begin as only a continuation does."""
    run: _Run | None = None
    for line, after in zip_longest(lines, lines[1:]):
        if run is not None and _continues(run, line, after, words):
            run = run.with_([line])
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
    if _CLOSING.match(text) or _MARK.match(text):
        return True
    if _ends(before) or not _is_lower_word(text.lstrip("—–(“\"").split(" ", 1)[0]):
        return False
    if len(text) >= _LONG_ENTRY or _ends(text) and text[-1] not in _LABEL or _asks(before, words):
        return True
    more = after is not None and _goes_below(after)
    if _asks(text, words):
        return more or run.size < _HEADLINE
    return more and run.widest >= _LONG_ENTRY


def _goes_below(line: Line) -> bool:
    """Whether a line is no entry of a menu in lower case but goes on."""
    return _closes(line) or _continuing(line) and (len(line.text) >= _LONG_ENTRY or _ends(line.text))


def _opens(text: str) -> bool:
    """Whether a line ends in what belongs to the word behind it."""
    tail = text[-_TAIL:]
    if _OPEN.search(tail) is not None:
        return True
    return _ELIDED.search(tail) is not None and _QUOTED.search(text) is None


def _is_lower_word(word: str) -> bool:
    """Whether a word is in lower case; addresses and the names of programs are none."""
    return word.islower() and "/" not in word and "_" not in word and "." not in word[:-1]


def _asks(text: str, words: frozenset[str]) -> bool:
    """Whether a line ends in what asks for more: a function word, a comma."""
    if _COMMA.search(text[-_TAIL:]) is not None:
        return True
    return _last_word(text) in words or text.lower() in words


def _last_word(text: str) -> str:
    word = text.rsplit(" ", 1)[-1]
    return word if word == word.lower() and word.isalpha() else ""


def _goes_on(run: _Run, after: _Run, words: frozenset[str]) -> bool:
    """Whether a run that does not begin as a continuation is one all the same."""
    last, first = run.lines[-1], after.lines[0]
    if first.kind is not Kind.PARAGRAPH or last.kind is Kind.HEADING:
        return False
    if _opens(last.text):
        return True
    if last.text[-1] in _LABEL and run.size < _LABEL_SIZE:
        return True
    if _ends(last.text):
        return False
    continued = len(after.lines) > 1
    if _asks(last.text, words):
        return continued or len(run.lines) > 1 or run.size >= _LONG_LINE
    return continued and run.size >= _LONG_LINE


def _joined(lines: Sequence[Line], words: frozenset[str]) -> Line:
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        parts.append(_between(before.text, line.text, words))
        parts.append(line.text)
    links = tuple(link for line in lines for link in line.links)
    return lines[0]._replace(text="".join(parts), last=lines[-1].last, links=links)


def _between(text: str, after: str, words: frozenset[str]) -> str:
    """The blank between two nodes; none inside a word and around closing and opening marks."""
    if _CLOSING.match(after) or _MARK.match(after) or _opens(text):
        return ""
    if _SPACELESS.match(after) and _SPACELESS.match(text[-1]):
        return ""
    return "" if _is_drop_cap(text, after, words) else " "


def _is_drop_cap(text: str, after: str, words: frozenset[str]) -> bool:
    """Whether a line is the large first letter of the word that begins the next."""
    if len(text) > 1 or not text.isupper() or not after[0].islower():
        return False
    word = _BREAK.split(after, maxsplit=1)[0]
    return (text + word).lower() in words or (text + text).lower() not in words
