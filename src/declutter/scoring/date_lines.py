"""Lines that are a date, alone or behind a short source ("Lakeside Chronicle, 3 May 2024")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from declutter.lexicon import normalise

# Words beside the date in a line that is source and date.
SOURCE_WORDS = 6
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_date_line(text: str, months: Mapping[str, int]) -> bool:
    """Whether a line holds a day with its year and else a few names; `months` are normalised."""
    if _DIGIT.search(text) is None:
        return False
    numeric = _NUMERIC.search(text)
    if numeric is None:
        if not _YEAR.search(text):
            return False
        words = _WORD.findall(text)
        if not any(normalise(w) in months for w in words):
            return False
        rest = [w for w in words if not w[0].isdigit() and normalise(w) not in months]
        return len(rest) <= SOURCE_WORDS and all_names(rest)
    rest = [w for w in _WORD.findall(text[: numeric.start()]) if not w[0].isdigit()]
    return len(rest) <= SOURCE_WORDS and all_names(rest)


def all_names(words: list[str]) -> bool:
    """Whether none of the words is in lower case but short ones ("de", "of")."""
    return all(not w[0].islower() or len(w) <= 3 for w in words)
