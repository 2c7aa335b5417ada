"""The lines of a text: their indentation, bullet, and the blank lines before them."""

from __future__ import annotations

import re
from typing import NamedTuple

from declutter.document import Kind, Link

# Bullets of the flatteners and of Markdown. A letter is a bullet only where `_LETTER` says so.
_BULLET = re.compile(r"(?:[•*\-·◦▪‣⁃●○■+]\s+|[•◦▪‣⁃●○■](?=\w))(?=\S)")
# The third level of a nested list in inscriptis.
_LETTER = re.compile(r"(\s{4,})o (?=\S)")
_TAB = 8
_STOP = "."
# Signs by which headings link to themselves, and the blank before them ("#" also ends the name of a
# language, and stays).
_PERMALINKS = " ¶🔗⚓"
_RULE = re.compile(r"[\s\-–—=_*·•.|+o]*$")


class Line(NamedTuple):
    """A run of the text that becomes a block.

    `indent` counts the columns before it and before its bullet, `gap` the blank lines; `first`
    and `last` are 1-based source lines, both inclusive. `level` is as in `Block`; `columns` is how
    far the source line reaches, `underline` the sign that the line below repeats, if any.
    """

    text: str
    indent: int
    gap: int
    first: int
    last: int
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    links: tuple[Link, ...] = ()
    columns: int = 0
    underline: str = ""


def read_lines(text: str) -> list[Line]:
    """Every line that is not blank; bullets and rules of punctuation are taken off.

    A rule ("-----") counts as a blank line: it parts what stands before and after it. A full stop
    that stands alone ends the line right above.
    """
    made: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = " ".join(raw.split())
        line = line.rstrip(_PERMALINKS) or line
        if not line:
            gap += 1
            continue
        indent = _indent(raw) if raw[0].isspace() else 0
        if line[0].isalnum():  # then it is no rule, and a letter is its bullet or none
            lettered = indent and line[0] == "o" and _LETTER.match(raw.expandtabs(_TAB))
            start = 0 if lettered else -1
        elif _RULE.match(line) and not any(map(str.isalnum, line)):
            if made and not gap and line == _STOP and made[-1].text[-1] != _STOP:
                made[-1] = made[-1]._replace(text=made[-1].text + _STOP, last=number)
                continue
            if made and not gap and len(line) > 1 and line == line[0] * len(line):
                made[-1] = made[-1]._replace(underline=line[0])
            gap += 1
            continue
        else:
            bullet = _BULLET.match(line)
            start = bullet.end() if bullet else -1
        columns = len(raw.rstrip())
        if start < 0:
            made.append(Line(line, indent, gap, number, number, Kind.PARAGRAPH, 0, (), columns))
        else:
            item = line[start:]
            made.append(Line(item, indent, gap, number, number, Kind.LIST_ITEM, 1, (), columns))
        gap = 0
    return made


def _indent(raw: str) -> int:
    columns = len(raw) - len(raw.lstrip())
    return len(raw[:columns].expandtabs(_TAB)) if "\t" in raw else columns
