"""What stands around a headline in a declared title: the site's name, sections, slogans."""

from __future__ import annotations

import re
from functools import cache

from declutter.metadata.tables import words

SHORTEST_PART = 2
"""Words that a title before a bar must have. Titles are not cut at a dash, which headlines use."""

_WORD = re.compile(r"\w+")


def without_site(text: str, names: frozenset[str]) -> str:
    """A title without the site's name before or after it; "" when it is nothing but the name.

    `names` are `key`s.

    >>> without_site("A bridge too far - again | The Example", frozenset({"theexample"}))
    'A bridge too far - again'
    """
    if key(text) in names:
        return ""
    parts = _splitter().split(text)
    first, last = 0, len(parts)
    while last - first > 2 and key(parts[last - 1]) in names:
        last -= 2
    while last - first > 2 and key(parts[first]) in names:
        first += 2
    return "".join(parts[first:last]).strip()


def first_part(text: str) -> str:
    """A declared title before its first bar: behind it stand sections and slogans."""
    first = _bar().split(text, maxsplit=1)[0]
    return first if len(first.split()) >= SHORTEST_PART else text


def key(text: str) -> str:
    """Letters and digits of a name, case-folded: "The Example" and "theexample" are one name."""
    return "".join(_WORD.findall(text.casefold())).replace("_", "")


@cache
def _bar() -> re.Pattern[str]:
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"\s*(?:{glued})\s*")


@cache
def _splitter() -> re.Pattern[str]:
    """Splits at separators and keeps them, blanks included."""
    spaced = "|".join(map(re.escape, sorted(words("title", "separators"), key=len, reverse=True)))
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"(\s+(?:{spaced})\s+|\s*(?:{glued})\s*|:\s+)")
