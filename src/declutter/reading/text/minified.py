"""Parts the lines of pages whose markup has no white space between elements.

A flattener that only takes the tags off leaves "HomeNewsSport" and "by the sea.The keeper". Where
a page has many such places, a small letter or the end of a sentence right before a capital one is
where an element ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from declutter.reading.text.lines import Line

# Letters of the scripts that have capitals. In Latin Extended-A they alternate, and most that stand
# in a text are small.
_SMALL = "a-zß-öø-ÿĀ-žά-ώа-џ"
_CAPITAL = "A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я"
# The end of a sentence or a closing bracket right before a capitalised word, a number right before
# a longer one ("800Wh" is a quantity). What follows the word tells names of code ("Holm.Lamps.On").
_ENDS = re.compile(
    f'(?:(?<=[{_SMALL}][{_SMALL}][.!?…])|(?<=[.!?…]["”’»)])|(?<=[{_SMALL}{_CAPITAL}][)»”]))'
    f"(?=[\"“«„(]?[{_CAPITAL}][{_SMALL}]+(?:[\\s,'’:-]|$))"
    f"|(?<=[0-9])(?=[{_CAPITAL}][{_SMALL}]{{2}})"
)
_INSIDE = re.compile(f"(?<=[{_SMALL}])(?=[{_CAPITAL}])")
# A word with capitals inside that is no piece of code or of an address.
_CODE = r"[\w./$<>@#{(=]"
_WORD = re.compile(
    rf"(?<!{_CODE})(?=[^\W\d_]*?[{_SMALL}][{_CAPITAL}])[^\W\d_]++(?![\w/<>@#{{}}(=%$])"
)
# What every such place has, found many times faster: a capital right behind a sign, or behind a
# small letter in a word with another such place.
_SIGNS, _CLOSERS = "[.!?…)»”0-9]", '["”’»)“«„(]'
_SIGN = re.compile(
    rf"[{_CAPITAL}](?<=\S.)(?:"
    rf"(?<={_SIGNS}.)|(?<={_SIGNS}{_CLOSERS}.)|(?<={_SIGNS}{_CLOSERS}{{2}}.)"
    rf"|(?<=[{_SMALL}].)[^\W\d_]*?[{_SMALL}][{_CAPITAL}])"
)
# What a page, and a line, must show of them: whole flatteners leave fewer than these on 95 of 100
# pages, and what they leave is glued, too. Names with a capital inside ("iPhone") count for
# nothing, words of three parts do.
_ON_A_PAGE, _ON_A_LINE = 6, 2
# A part of a word as short as this belongs to it: "McArthur", "iPhone", "LinkedIn"; behind several
# parts it is a word of its own.
_SHORT = 2


def part_minified(lines: Sequence[Line]) -> list[Line]:
    """The lines, parted where elements were glued together; lines with links stay whole."""
    if len(_SIGN.findall("\n".join([line.text for line in lines]))) < _ON_A_PAGE:
        return list(lines)
    signs = [0 if line.links else _signs(line.text) for line in lines]
    if sum(signs) < _ON_A_PAGE:
        return list(lines)
    names = _names(lines)
    return [
        part
        for line, found in zip(lines, signs, strict=True)
        for part in (_parts(line, names) if found >= _ON_A_LINE else (line,))
    ]


def _signs(text: str) -> int:
    if not _SIGN.search(text):
        return 0
    found = len(_ENDS.findall(text))
    return found + sum(len(_seams(word)) > 1 for word in _WORD.findall(text))


def _names(lines: Sequence[Line]) -> frozenset[str]:
    """Words with one capital inside that stand on the page again: names."""
    times = Counter(word for line in lines for word in _WORD.findall(line.text))
    return frozenset(w for w, n in times.items() if n > 1 and len(_INSIDE.findall(w)) == 1)


def _parts(line: Line, names: frozenset[str]) -> Iterator[Line]:
    stops = [end.start() for end in _ENDS.finditer(line.text)]
    for word in _WORD.finditer(line.text):
        if word[0] in names:
            continue
        stops += [word.start() + at for at in _seams(word[0])]
    gap, start = line.gap, 0
    for stop in sorted({*stops, len(line.text)}):
        text = line.text[start:stop].strip()
        if text:
            yield line._replace(text=text, gap=gap)
            gap = 0
        start = stop


def _seams(word: str) -> list[int]:
    """Where the parts of a word meet that were glued together."""
    if word.isupper():
        return []
    inside = [i.start() for i in _INSIDE.finditer(word)]
    starts = [0, *inside]
    kept = [at for before, at in zip(starts, inside, strict=False) if at - before > _SHORT]
    return [] if len(inside) == 1 and len(word) - inside[0] <= _SHORT else kept
