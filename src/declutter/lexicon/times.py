"""Recognises relative times ("6 days ago"), alone or glued to the end of a line."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from declutter.lexicon.languages import LANGUAGES, base_language
from declutter.lexicon.load import phrases, read_tables

# Characters at the end of a line in which a relative time can lie.
_SPAN = 48
_TRAILING = " \t\n\r.,;:|·•–—-)»\u200e\u200f\u00a0"
_PAIR = 2
_CLOCK = r"\d{1,2}\s?[:.h時点]\s?\d{2}(?:\s?[ap]\.?m\.?)?"
_CLOCK_LAST = re.compile(r"\d\s?[:.h時点]\s?\d{2}$", re.IGNORECASE)
_CLOCK_ENDS = ("am", "pm", ".m", "h", "uhr")  # besides digits


class TimeUnit(StrEnum):
    """The unit of a relative time; the value is its key in the data."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class RelativeTime(NamedTuple):
    """A relative time in a text: `text[start:end]`, so many `unit`s ago.

    `amount` is None where the words do not tell ("a few days ago"); "just now" is 0 seconds,
    "today" 0 days and "yesterday" 1 day. `fixed` marks those words without a number.
    """

    start: int
    end: int
    amount: int | None
    unit: TimeUnit
    fixed: bool


class _Words(NamedTuple):
    units: dict[str, TimeUnit]
    pairs: dict[str, TimeUnit]
    counts: dict[str, int | None]
    fixed: dict[str, tuple[int, TimeUnit]]
    pattern: re.Pattern[str]
    endings: tuple[str, ...]  # in lower case; the pattern matches nothing that ends otherwise


def _key(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _either(words: list[str]) -> str:
    """Alternation of literals, longest first; any white space between words."""
    longest = sorted({*words}, key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(map(re.escape, w.split())) for w in longest)


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    table = read_tables(f"cues/{language}.toml")["relative_time"]

    def read(key: str) -> list[str]:
        return [_key(p) for p in phrases(table.get(key, ""))]

    units = {w: u for u in TimeUnit for w in read(u)}
    pairs = {w: u for u in TimeUnit for w in read(f"two_{u}s")}
    counts: dict[str, int | None] = dict.fromkeys(read("one"), 1)
    counts |= dict.fromkeys(read("few"), None)
    fixed = dict.fromkeys(read("now"), (0, TimeUnit.SECOND))
    fixed |= dict.fromkeys(read("today"), (0, TimeUnit.DAY))
    fixed |= dict.fromkeys(read("yesterday"), (1, TimeUnit.DAY))
    number = r"(?P<n>\d{1,3}" + "".join(f"|(?:{_either([*counts])})" for _ in counts and [0]) + ")"
    unit = f"(?P<unit>{_either([*units, *pairs])})"
    at = f"(?:\\s*(?:{_either(read('at'))})?\\s*{_CLOCK}(?:\\s?{_either(['uhr', 'h'])})?)?"
    worded = read("forms")
    forms = [_form(f, number, unit) for f in worded]
    forms.append(f"(?P<fixed>{_either([*fixed])}){at}")
    numbered = [_rename(form, i) for i, form in enumerate(forms)]
    pattern = re.compile(f"(?:{'|'.join(numbered)})$", re.IGNORECASE)
    endings = _endings(worded, [*units, *pairs], [*fixed])
    return _Words(units, pairs, counts, fixed, pattern, endings)


def _endings(forms: list[str], units: list[str], fixed: list[str]) -> tuple[str, ...]:
    """The last words of everything that a language's pattern matches; a clock ends in these."""
    found = dict.fromkeys([*"0123456789", *_CLOCK_ENDS])
    for form in (*forms, *fixed):
        last = form.split()[-1]
        literal = last.rpartition("}")[2]
        found |= dict.fromkeys([literal] if literal else units)
    return tuple(found)


def _form(form: str, number: str, unit: str) -> str:
    parts = re.split(r"(\{n\}|\{unit\}|\s+)", form)
    out = ""
    for part in parts:
        if part == "{n}":
            out += number
        elif part == "{unit}":
            out += unit
        elif part.isspace():
            out += r"\s*"
        else:
            out += re.escape(part)
    return out


def _rename(form: str, index: int) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{index}>", form)


def relative_time(text: str, language: str | None = None) -> RelativeTime | None:
    """The relative time at the end of a text, None if there is none.

    A number may be glued to the word before it ("The Hindu6 days ago"); a word may not. Trailing
    punctuation is passed over. Looks in the given language and English; for None in all.
    """
    tail = text[-_SPAN * 2 :].rstrip(_TRAILING)
    # Most lines end otherwise, and this tells them several times faster than the search.
    letters = _last_letters(language)
    if tail[-2:].lower() not in letters and tail[-1:].lower() not in letters:
        return None
    return _search(tail, base_language(language), max(0, len(text) - _SPAN * 2))


def glued_time(text: str, language: str | None = None) -> RelativeTime | None:
    """As `relative_time`, also where its words are glued to the name before ("The Valea week ago").

    For lines that are known to hold a source and a time: elsewhere words end so by chance.
    """
    found = relative_time(text, language)
    last = text.rstrip(_TRAILING).lower()
    if found is not None or last[-1:].isdigit() or not last.endswith(_ends(language)):
        return found
    first = max(1, len(text) - _SPAN)
    for at in range(first, len(text) - 1):
        if text[at - 1].isalpha() and text[at].isalpha() and is_relative_time(text[at:], language):
            found = relative_time(text[at:], language)
            return found and found._replace(start=at + found.start, end=at + found.end)
    return None


@lru_cache(maxsize=64)
def _ends(language: str | None) -> tuple[str, ...]:
    """The words on which relative times of a language (and English) end."""
    codes = dict.fromkeys((base_language(language), "en")) if language else LANGUAGES
    return tuple({end for code in codes if code for end in _words(code).endings})


@lru_cache(maxsize=64)
def _last_letters(language: str | None) -> frozenset[str]:
    """The last two letters of those words, or the only one."""
    return frozenset(end[-2:] for end in _ends(language))


def is_relative_time(text: str, language: str | None = None) -> bool:
    """Whether a text is nothing but a relative time ("yesterday at 15:30", "il y a 3 heures")."""
    body = text.strip()
    if not 1 < len(body) <= _SPAN:
        return False
    found = relative_time(body, language)
    return found is not None and not body[: found.start].strip(_TRAILING + "(«[")


@lru_cache(maxsize=2048)
def _search(text: str, language: str | None, offset: int) -> RelativeTime | None:
    if text[-1:].isdigit() and not _CLOCK_LAST.search(text):
        return None  # a year or a number: a relative time ends in digits with a clock only
    cut = max(0, len(text) - _SPAN)
    last = text[cut:].lower()
    for code in dict.fromkeys((language, "en")) if language else LANGUAGES:
        words = _words(code)
        if not last.endswith(words.endings):
            continue
        for match in words.pattern.finditer(text, cut):
            if _is_apart(text, match):
                return _read(match, words, offset)
    return None


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """A match must begin a word; digits may follow a letter, and so may unspaced scripts."""
    at = match.start()
    first = text[at]
    if at == 0 or not text[at - 1].isalnum() or first > "\u3040":
        return True
    if first.isdigit():
        return not text[at - 1].isdigit()
    return first.isupper() and text[at - 1].islower()


def _read(match: re.Match[str], words: _Words, offset: int) -> RelativeTime:
    found = {k.rstrip("0123456789"): v for k, v in match.groupdict().items() if v is not None}
    start, end = match.start() + offset, match.end() + offset
    if "fixed" in found:
        amount, unit = words.fixed[_key(found["fixed"])]
        return RelativeTime(start, end, amount, unit, fixed=True)
    name = _key(found["unit"])
    if name in words.pairs:
        return RelativeTime(start, end, _PAIR, words.pairs[name], fixed=False)
    count = found.get("n")
    if count is None:
        return RelativeTime(start, end, 1, words.units[name], fixed=False)
    number = int(count) if count.isdigit() else words.counts[_key(count)]
    return RelativeTime(start, end, number, words.units[name], fixed=False)
