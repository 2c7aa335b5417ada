"""Days written with a month's name, or with numbers in an order that the language settles."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from declutter.lexicon.languages import base_language
from declutter.metadata.calendar import months
from declutter.metadata.days import LAST_YEAR, first_day
from declutter.metadata.tables import words

NEAR = 3
"""Words between a month's name and its day or year ("3rd of May in the year 2024")."""
BUDDHIST = 543
"""Years that the Thai calendar is ahead."""

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Vowel signs and accents are no letters to `re`, but parts of the words of many scripts.
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_WORD = rf"(?:[^\W\d_][{_MARKS}]*)+"
_TOKEN = rf"\d+|{_WORD}(?:[’'`]{_WORD})*"
_APART = re.compile(r"[|·•#(),]|\s[-–—]\s|[^\W\d_]{4}")
"""What parts a number from a month behind it: marks ("#1 · Jan 3, 2024", "Issue 6, June 2021") and
words longer than "of the" ("5 comments June 2021")."""

Found = tuple[date, int]
"""A day, and the index behind it in the text."""


def named(text: str, language: str | None) -> Found | None:
    """A month's name with a day and a year beside it."""
    if not _YEAR.search(text):
        return None
    base = base_language(language)
    names, tokens = months(base), list(_tokens(base).finditer(text))
    for i, token in enumerate(tokens):
        month = names.get(token[0].casefold())
        if month:
            found = _around(text, tokens, i)
            day = first_day(found[0], month, found[1]) if found else None
            if day and found:
                return day, tokens[found[2]].end()
    return None


@lru_cache(maxsize=64)
def _tokens(language: str | None) -> re.Pattern[str]:
    """Numbers and words; a month's name of several words ("tháng 6") is one."""
    spaced = sorted((n for n in months(language) if " " in n), key=lambda n: (-len(n), n))
    whole = "".join(rf"\b{re.escape(n)}\b|" for n in spaced)
    return re.compile(f"{whole}{_TOKEN}", re.IGNORECASE)


def _around(text: str, tokens: list[re.Match[str]], at: int) -> tuple[int, int, int] | None:
    """Year, day and the index of the last token used, beside the month at `at`."""
    before = [j for j in range(at - 1, max(-1, at - 1 - NEAR), -1) if tokens[j][0].isdigit()]
    after = [j for j in range(at + 1, min(len(tokens), at + 2 + NEAR)) if tokens[j][0].isdigit()]
    days = [j for j in (*before[:1], *after[:1]) if len(tokens[j][0]) <= 2]
    days = [j for j in days if not _APART.search(text[tokens[j].end() : tokens[at].start()])]
    years = [j for j in (*after[:2], *before[:2]) if len(tokens[j][0]) == 4]
    if not days or not years:
        return None
    day = min(days, key=lambda j: (_is_others(text, tokens, j, at), abs(j - at)))
    year = int(tokens[years[0]][0])
    if year > LAST_YEAR:
        year -= BUDDHIST
    return year, int(tokens[day][0]), max(at, day, years[0])


def _is_others(text: str, tokens: list[re.Match[str]], day: int, month: int) -> bool:
    """Whether a number may belong to something else than the month: it is glued to a word or a
    sign ("Anna2 April 5"), or the month has another number before its year."""
    start = tokens[day].start()
    if start and (text[start - 1].isalpha() or text[start - 1] == "#"):
        return True
    follows = tokens[month + 1 : month + 3]
    return (
        day < month
        and len(follows) == 2
        and [len(t[0]) for t in follows if t[0].isdigit()]
        in (
            [1, 4],
            [2, 4],
        )
    )


def numbers(text: str, language: str | None) -> Found | None:
    """A day in numbers; none where the language does not settle which of two is the month."""
    american = _month_first(language)
    for match in _NUMBERS.finditer(text):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        dotted = match[2] == "."
        if year < 100:
            year += 2000
        if not dotted and american is None and one <= 12 and two <= 12 and one != two:
            continue
        month_first = two > 12 or (one <= 12 and not dotted and bool(american))
        day = first_day(year, one, two) if month_first else first_day(year, two, one)
        if day:
            return day, match.end()
    return None


def _month_first(language: str | None) -> bool | None:
    """Whether a language writes the month before the day; None if that is not known."""
    if not language:
        return None
    tag = language.replace("_", "-").lower()
    if tag in words("dates", "day_first"):
        return False
    return tag in words("dates", "month_first") or tag.split("-")[0] in words(
        "dates", "month_first"
    )
