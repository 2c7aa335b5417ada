"""What follows a name in its line without a mark between: dates, roles, houses, the name again."""

from __future__ import annotations

import re
from functools import lru_cache

from declutter.lexicon.languages import base_language
from declutter.metadata.calendar import months
from declutter.metadata.leads import EDGE
from declutter.metadata.tables import words

LEAST = 2
"""Words of a name before a role, a house or a date."""
BETWEEN = 1
"""Words between a name and a role that belong to the role ("Jane Roe Wellness Writer")."""
HOUSE = 3
"""Capital letters at the head of a word by which houses are told ("USA", "FOXBusiness")."""

_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GLUED = re.compile(rf"(?<=[^\W\d_])(?=\d)|{_CAPITAL.pattern}")
_CAPITALS = re.compile(rf"[A-Z]{{{HOUSE},}}")


def without_tail(piece: str, language: str | None = None) -> str:
    """A piece of a byline up to the date, the role or the house that follows the name.

    >>> without_tail("Jane Roe Wellness Writer"), without_tail("Jane RoeDec. 21, 2023", "en")
    ('Jane Roe', 'Jane Roe')
    """
    kept = _before_date(_unglued(piece, language).split(), language)
    kept = _before_house(_before_role(kept))
    return said_once(" ".join(kept)).strip(EDGE.replace(".", ""))


def said_once(name: str) -> str:
    """A name that stands twice in a row, as a portrait's text and as a link, once.

    >>> said_once("Jane Roe Jane Roe"), said_once("Jane Roe")
    ('Jane Roe', 'Jane Roe')
    """
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half >= LEAST and parts[:half] == parts[half:] else name


def without_glued_role(piece: str) -> str:
    """A name without a role of several words that is glued to it.

    >>> without_glued_role("Jane MarlowCity Columnist")
    'Jane Marlow'
    """
    for match in _CAPITAL.finditer(piece):
        before, after = piece[: match.start()].split(), piece[match.start() :].split()
        whole = before[-1].casefold() not in words("people", "particles")  # "MacLeod"
        if len(before) >= LEAST and whole and _has_role(after):
            return " ".join(before)
    return piece


def _unglued(piece: str, language: str | None) -> str:
    """A piece with the word parted from its last one that ends names ("RoeWriter", "RoeDec.")."""
    for match in reversed(list(_GLUED.finditer(piece))):
        after = piece[match.start() :].split()[0]
        if after[0].isdigit() or _ends_names(after, language):
            piece = f"{piece[: match.start()]} {piece[match.start() :]}"
    return piece


def _has_role(parts: list[str]) -> bool:
    return not words("people", "role_words").isdisjoint(map(_bare, parts))


def _bare(word: str) -> str:
    """A word as the lists have it."""
    return word.strip(EDGE).casefold()


def _ends_names(word: str, language: str | None) -> bool:
    folded = _bare(word)
    return folded in words("people", "role_words") or folded in _date_words(base_language(language))


@lru_cache(maxsize=64)
def _date_words(language: str | None) -> frozenset[str]:
    return frozenset(months(language)) | words("people", "before_dates")


def _before_date(parts: list[str], language: str | None) -> list[str]:
    """The words before the first number, without the words of a date at their end."""
    cut = next((i for i, p in enumerate(parts) if any(c.isdigit() for c in p)), None)
    listed = _date_words(base_language(language))
    if cut is None:
        cut = len(parts)
        ends = words("people", "before_dates")
    else:
        ends = listed
    while cut > 0 and _bare(parts[cut - 1]) in ends:
        cut -= 1
    return parts[:cut]


def _before_role(parts: list[str]) -> list[str]:
    roles = words("people", "role_words")
    if parts and parts[0].casefold() in words("people", "ranks"):
        return []
    for i, part in enumerate(parts):
        if i >= LEAST and _bare(part) in roles:
            return parts[: i if i < LEAST + BETWEEN else max(LEAST, i - BETWEEN)]
    return parts


def opens_with_house(piece: str) -> bool:
    """Whether a piece opens with a house in capitals and goes on otherwise ("EXBC Executive")."""
    first, *others = piece.split()
    return _CAPITALS.fullmatch(first) is not None and not any(map(_CAPITALS.match, others))


def _before_house(parts: list[str]) -> list[str]:
    """The words before one in capitals, where the name itself is not written so."""
    if any(_CAPITALS.match(p) for p in parts[:LEAST]):
        return parts
    suffixes = words("people", "suffixes")
    for i, part in enumerate(parts):
        if i >= LEAST and _CAPITALS.match(part) and part.casefold() not in suffixes:
            return parts[:i]
    return parts
