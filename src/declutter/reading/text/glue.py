"""Splits lines in which a flattener glued two things that stand apart on the page.

Only where the parts are sure: a time behind the name of its icon ("clock21 minutes ago"), a line
whose end is the whole of a line below with an icon's name before it, a headline that stands twice,
a heading and its tool ("History[edit]"), a pointer and the headline it points to ("See also: ...").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from declutter.document import Kind
from declutter.lexicon import (
    Concept,
    Lexicon,
    Position,
    is_relative_time,
    lexicon_for,
    months,
    normalise,
    relative_time,
)
from declutter.reading.text.lines import Line

# Characters of a line in which a time may be glued to a name.
_SHORT = 60
# Lines before and behind among which a part is looked for, and the words of what stands before it.
_REACH = 6
# Lines from the top in which a headline may stand once, its words, characters of a paragraph.
_TOP, _HEADLINE_WORDS, _PARAGRAPH = 100, 4, 100
_LEAST_TITLE = 12  # characters of a line that can be found in another
_ICON_WORDS = 2
_STOPS = ".!?…。"
# A tool behind a short line, and on how many lines it must stand.
_TOOL = re.compile(r"(?<=\S)\s?(\[[^\W\d_][^\[\]\d]{1,30}\])$")
_TOOLS = 2
# Characters of an icon's name glued to a time.
_ICON = range(3, 10)
_SEAM = re.compile(r"[a-z]{3,9}(?=[^\Wa-z_])")
# Words of a line that may be a pointer and a headline, and characters of the pointer.
_POINTED_WORDS = range(4, 40)
_POINTER = re.compile(r"([^:|：]{4,32}[:|：])\s*(?=\S)")
# Places inside a word, behind at least three letters.
_LETTERS = re.compile(r"(?<=[^\W\d_]{2})[^\W\d_](?=[^\W\d_]+(?: |$))")
# What announces a story, as the whole of what stands before the sign, in more than a word.
_ANNOUNCES = frozenset({Concept.RELATED, Concept.RECOMMENDED})
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|\d{1,2} ?[smhdwj]$")
_DATE = re.compile(r"([^\W\d_]{3,})\.? \d{1,2},? (?:19|20)\d\d$")


def split_glued(lines: Sequence[Line], language: str | None) -> list[Line]:
    """The lines, glued ones in their parts; both parts keep the line's span."""
    names = months(language)
    lexicon = lexicon_for(language)
    split: list[Line] = []
    tools = _tools(lines)
    ends = [line.text if len(line.text) >= _LEAST_TITLE else "\n" for line in lines]
    for i, line in enumerate(lines):
        at = 0
        if len(line.text) <= _SHORT:
            at = _time_seam(line.text, language, names)
            if not at and _stands_as_source(lines, i):
                line = line._replace(text=_parted(line.text, language))
        if not at and len(line.text) > _LEAST_TITLE:
            at = _double_seam(line.text)
            if not at and line.text.endswith(tuple(ends[i + 1 : i + 1 + _REACH])):
                at = _echo_seam(lines, i)
        tool = 0 if at else _tool_seam(line.text, tools)
        at = at or tool or _pointer_seam(line.text, lexicon)
        if at:
            split.append(line._replace(text=line.text[:at].rstrip()))
            kind = Kind.CONTROL if tool else line.kind
            split.append(line._replace(text=line.text[at:].lstrip(), gap=0, kind=kind))
        else:
            split.append(line)
    return split


def _double_seam(text: str) -> int:
    """Where a line begins anew: a picture's text and the headline alike; 0 for nowhere."""
    half = (len(text) + 1) // 2
    if not _LEAST_TITLE <= half < _PARAGRAPH:
        return 0
    once = text[:half].rstrip()
    if once != text[-half:].lstrip():
        return 0
    titled = " " in once and once[-1] not in _STOPS and text.count(once[:_LEAST_TITLE]) == 2
    return half if titled else 0


def _tools(lines: Sequence[Line]) -> frozenset[str]:
    """Words in brackets at the end of several short lines: tools behind headings ("[edit]")."""
    found = Counter(
        m[1] for line in lines if _may_hold_tool(line.text) and (m := _TOOL.search(line.text))
    )
    return frozenset(tool for tool, n in found.items() if n >= _TOOLS)


def _may_hold_tool(text: str) -> bool:
    return text[-1] == "]" and len(text) < _PARAGRAPH


def _tool_seam(text: str, tools: frozenset[str]) -> int:
    """Where such a tool begins; 0 for nowhere."""
    found = _TOOL.search(text) if tools and _may_hold_tool(text) else None
    return found.start() if found and found[1] in tools else 0


def _time_seam(text: str, language: str | None, names: Mapping[str, int]) -> int:
    """Where a time or date begins that is glued to an icon's name; 0 for nowhere."""
    icon = _SEAM.match(text)
    if icon:
        rest = text[icon.end() :]
        date = _DATE.match(rest)
        named = date is not None and normalise(date[1]) in names
        if named or _DAY.match(rest) or is_relative_time(rest, language):
            return icon.end()
    opening = text[: _ICON.start]
    if not opening.isalpha() or opening != opening.lower():  # as most lines of a page
        return 0
    first = text.split(" ", 1)[0]
    if len(text) <= len(first) + 1:
        return 0
    seam = next(_icon_seams(text, first, language), 0)
    return seam if seam and relative_time(text, language) is None else 0


def _stands_as_source(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` stands where source and date do: under a headline that stands twice, or
    between a headline and a paragraph."""
    if i > 1 and lines[i - 2].text.endswith(lines[i - 1].text):
        return True
    near = 0 < i < min(_TOP, len(lines) - 1) and len(lines[i + 1].text) >= _PARAGRAPH
    return (
        near
        and lines[i - 1].text.count(" ") + 1 >= _HEADLINE_WORDS
        and (len(lines[i - 1].text) < _PARAGRAPH)
    )


def _parted(text: str, language: str | None) -> str:
    """A source and date line with a blank between them ("The Valea week ago")."""
    if relative_time(text, language) is not None:
        return text
    for seam in _LETTERS.finditer(text):
        if is_relative_time(text[seam.end() :], language):
            return f"{text[: seam.end()]} {text[seam.end() :]}"
    return text


def _icon_seams(text: str, first: str, language: str | None) -> Iterator[int]:
    """Ends of a short lower-case name before a time ("timean hour ago")."""
    for at in _ICON:
        if at >= len(first):
            return
        if text[:at].islower() and is_relative_time(text[at:], language):
            yield at


def _pointer_seam(text: str, lexicon: Lexicon) -> int:
    """Where the headline begins behind the words that point to it."""
    if ":" not in text and "|" not in text and "：" not in text:
        return 0
    pointer = _POINTER.match(text)
    if pointer is None or text.count(" ") + 1 not in _POINTED_WORDS:
        return 0
    named = pointer[1].count(" ") + 1
    colon = pointer[1][-1] != "|"  # else the other part may be the site's name
    for cue in lexicon.cues(pointer[1], named):
        if cue.concept is Concept.READ_MORE and cue.position is not Position.INSIDE:
            return pointer.end()
        if colon and named > 1 and cue.concept in _ANNOUNCES and cue.position is Position.WHOLE:
            return pointer.end()
    return 0


def _echo_seam(lines: Sequence[Line], i: int) -> int:
    """Where the whole of a following line begins behind an icon's name in line `i`."""
    text = lines[i].text
    for other in lines[i + 1 : i + 1 + _REACH]:
        rest = other.text
        if len(rest) >= _LEAST_TITLE and len(rest) < len(text) and text.endswith(rest):
            before = text[: -len(rest)]
            if before.endswith(" ") and len(before.split()) <= _ICON_WORDS:
                return len(before)
    return 0
