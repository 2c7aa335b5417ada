"""How a line of text looks by itself: how long it is, how it begins and ends, what signs it holds.

A look is told by numbers: which trait of each sort of `LOOKS` a line has. The names are made once,
here, because every line of every page is looked up by them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

# Bucket limits: words of a line; share of function words, of capitalised words, of digits.
WORDS = (2, 3, 4, 6, 9, 13, 19, 28, 45, 80)
STOP = (0.01, 0.12, 0.22, 0.32, 0.42)
CAPITALS = (0.15, 0.35, 0.6, 0.85)
DIGITS = (0.01, 0.1, 0.3)
# Buckets of words from which a line is long enough to be a paragraph.
LONG = 6
SIZES = range(len(WORDS) + 1)
FLAGS = (False, True)

_ELLIPSIS = ("…", "...", "[…]", "[...]")
_ELLIPSIS_END = "….]"
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:/.]\d{2}\b")
_MARK = re.compile(r"[|•·»›/\t]")
_SEPARATOR = re.compile(r" [|•·»›/] |\t")
_QUOTES = "\"“„«‘'»「『—–"

_SIZE = len(SIZES)
_NAMES_BY_SIZE = {
    name: [f"{name} w{min(w, LONG)}" for w in SIZES]
    for name in ("upper case", "question", "colon", "separator")
}
_QUESTION, _COLON = 3, 3 + _SIZE  # where their names begin
_UPPER = 3
_first = itemgetter(0)

Look = tuple[int, int, int, int, int, int, int, int, int]
"""One number for each table of `LOOKS`."""

LOOKS: tuple[Sequence[str], ...] = (
    [f"stop{s} w{w}" for s in range(len(STOP) + 1) for w in SIZES],
    ["", *(f"caps{n} w{w}" for n in range(len(CAPITALS) + 1) for w in SIZES)],
    ["", *(f"digits{n} w{min(w, LONG)}" for n in range(len(DIGITS) + 1) for w in SIZES)],
    ["", *(f"date w{w}" for w in SIZES)],
    ["", *(f"lower case {f}" for f in FLAGS), *_NAMES_BY_SIZE["upper case"]],
    ["", "opens with quote"],
    ["", *(f"ellipsis {f}" for f in FLAGS), *_NAMES_BY_SIZE["question"], *_NAMES_BY_SIZE["colon"]],
    ["", *(f"comma {f}" for f in FLAGS)],
    ["", *_NAMES_BY_SIZE["separator"]],
)
"""The names of traits by sort; empty for a line that has none of a sort."""


def look(text: str, size: int, found: Sequence[str], stop: int) -> Look:
    """How a line looks: its text, bucket of words, first words, bucket of function words."""
    capitals = digits = dated = case = 0
    long = size >= LONG
    if found:
        firsts = "".join(map(_first, found))
        upper = 0 if firsts.islower() else sum(map(str.isupper, firsts))
        numbers = 0 if firsts.isalpha() else sum(map(str.isdigit, firsts))
        capitals = 1 + size + _SIZE * bisect_right(CAPITALS, upper / len(firsts))
        digits = 1 + size + _SIZE * bisect_right(DIGITS, numbers / len(firsts))
        if numbers and not long and _DATE.search(text):
            dated = 1 + size
    if text[0].islower():
        case = 1 + long
    elif text.isupper():
        case = _UPPER + size
    return (
        stop * _SIZE + size,
        capitals,
        digits,
        dated,
        case,
        1 if text[0] in _QUOTES else 0,
        _end(text, size),
        1 + long if ", " in text else 0,
        1 + size if _is_parted(text) else 0,
    )


def _end(text: str, size: int) -> int:
    last = text[-1]
    if last in _ELLIPSIS_END:
        return 1 + (size >= LONG) if text.endswith(_ELLIPSIS) else 0
    if last == "?":
        return _QUESTION + size
    return _COLON + size if last == ":" else 0


def _is_parted(text: str) -> bool:
    """Whether a sign stands between two parts of a line."""
    if text.isascii():
        return " | " in text or " / " in text or "\t" in text
    # The first is many times faster.
    return _MARK.search(text) is not None and _SEPARATOR.search(text) is not None
