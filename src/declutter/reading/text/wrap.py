"""Joins lines that were wrapped at a fixed width; paragraphs stay apart.

A wrapped line ends where it does because the next word did not fit. So every pair of neighbouring
lines in a paragraph tells between which two columns the width lies, and a text is wrapped when
most of its full lines agree on one width. Lines without a blank to break at may be longer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from declutter.document import Kind, count_words
from declutter.reading.text.lines import Line

# Columns between which texts are wrapped; mail and RFCs use 65-80, terminals up to 120.
_NARROWEST, _WIDEST = 40, 120
# Lines of so large a share of the width are full; shorter ones end a paragraph.
_FULL = 0.7
# Pairs of full lines that must be seen, and the share of them in which the next word did not fit.
_LEAST_PAIRS = 3
_LEAST_SHARE = 0.8
_LONGEST_WORD = 30  # characters; what is longer, an address, fits nowhere and tells no width
# Marks that begin a line of their own in Markdown: headings, rows, fences, numbered entries.
_MARKED = re.compile(r"#{1,6} |\||```|\d{1,2}[.)] ")
_QUOTED = re.compile(r"(?:> ?)+")


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with wrapped paragraphs joined; as they were where the text is not wrapped."""
    width = _width(lines)
    if not width:
        return list(lines)
    joined: list[Line] = []
    parts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _may_continue(before, line) and _did_not_fit(before, line, width):
            parts.append(line.text)
            joined[-1] = joined[-1]._replace(last=line.last, underline=line.underline)
        else:
            _close(joined, parts)
            joined.append(line)
            parts = [line.text]
        before = line
    _close(joined, parts)
    return joined


def _width(lines: Sequence[Line]) -> int:
    """The width that most pairs of full lines agree on; 0 where they agree on none."""
    pairs = [
        (a.columns, _reach(a, b))
        for a, b in pairwise(lines)
        if _may_continue(a, b) and _is_word(_first_word(b))
    ]
    if len(pairs) < _LEAST_PAIRS:
        return 0
    steps = [0] * (_WIDEST + 2)
    for first, last in pairs:
        if first <= _WIDEST and last >= _NARROWEST:
            steps[max(first, _NARROWEST)] += 1
            steps[min(last, _WIDEST) + 1] -= 1
    agreeing = list(accumulate(steps))
    width = max(range(_NARROWEST, _WIDEST + 1), key=agreeing.__getitem__)
    full = sum(_FULL * width <= first <= width for first, _ in pairs)
    over = sum(a.columns > width and _can_break(a, width) for a in lines)
    enough = agreeing[width] >= max(_LEAST_PAIRS, _LEAST_SHARE * (full + over))
    # Lines that are all as long as each other are entries written alike.
    unlike = len({first for first, last in pairs if first <= width <= last}) > 1
    return width if enough and unlike else 0


def _first_word(line: Line) -> str:
    quoted = _QUOTED.match(line.text)
    return line.text[quoted.end() if quoted else 0 :].split(" ", 1)[0]


def _is_word(text: str) -> bool:
    """Whether it is one word: a run of a script without blanks can be broken anywhere, and the
    mark of a link is longer than its words."""
    return len(text) <= _LONGEST_WORD and "](" not in text and count_words(text) == 1


def _reach(line: Line, after: Line) -> int:
    """The last column at which the first word of the next line would not have fitted."""
    return line.columns + len(_first_word(after))


def _did_not_fit(line: Line, after: Line, width: int) -> bool:
    return _reach(line, after) >= width


def _can_break(line: Line, width: int) -> bool:
    """Whether a line that is too long could have been broken; lists and tables are not wrapped."""
    return (
        line.kind is Kind.PARAGRAPH
        and " " in line.text[: width - line.indent]
        and " | " not in line.text
        and not _MARKED.match(line.text)
    )


def _may_continue(line: Line, after: Line) -> bool:
    """Whether nothing parts two lines: no blank line, no bullet, no heading."""
    if after.gap or after.kind is not Kind.PARAGRAPH or _MARKED.match(after.text):
        return False
    return line.kind is Kind.LIST_ITEM or after.indent <= line.indent


def _close(joined: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        joined[-1] = joined[-1]._replace(text=_joined(parts))


def _joined(parts: Sequence[str]) -> str:
    """One paragraph: a mark of quotation stands once, a hyphen at a line's end joins words."""
    quoted = parts[0].startswith(">")
    text = [parts[0]]
    for before, part in pairwise(parts):
        if quoted:
            part = _QUOTED.sub("", part, count=1)
        hyphen = before[-1] == "-" and before[-2:-1].isalnum() and part[:1].isalnum()
        text.append(part if hyphen else f" {part}")
    return "".join(text)
