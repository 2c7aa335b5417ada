"""Which languages there are, and which one a text is written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from declutter.lexicon.load import read_tables
from declutter.lexicon.words import letters_in

LANGUAGES = (
    *"en de fr es it pt nl sv no da fi pl cs hu ro ru uk tr el he ar fa hi bn th".split(),
    *"id vi zh ja ko sk bg hr sr sl ca lt lv et".split(),
)
# A language is named when its function words make up this share of the words and beat the next
# language's by this factor. Running text has 0.25-0.5; neighbours such as no/da share two thirds.
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.1
_LEAST_WORDS = 5
# A script other than Latin decides when it writes this share of the letters.
_SCRIPT_SHARE = 0.3
_SAMPLE = 12_000
_NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\u9fff\uac00-\ud7af]")


class _Scripts(NamedTuple):
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]


@lru_cache(maxsize=256)
def base_language(tag: str | None) -> str | None:
    """The code under which a BCP 47 tag's language is kept here, None if it is not."""
    if not tag:
        return None
    code = tag.replace("_", "-").split("-")[0].strip().lower()
    code = read_tables("languages.toml")["same_as"].get(code, code)
    return code if code in LANGUAGES else None


def stopwords(language: str) -> frozenset[str]:
    """The most frequent function words of a language, casefolded; empty for an unknown one."""
    return _listed("stopwords", language)


def introducing(language: str) -> frozenset[str]:
    """Words behind a name that introduce a person, where all nouns have capitals; else empty."""
    return _listed("introducing", language)


def quoting(language: str) -> frozenset[str]:
    """Words behind a name that tell what the person said; empty for an unknown language."""
    return _listed("quoting", language)


@lru_cache(maxsize=256)
def _listed(table: str, language: str) -> frozenset[str]:
    return frozenset(read_tables("languages.toml")[table].get(language, "").split())


def guess_language(text: str) -> str | None:
    """The language a text is written in, from its script and function words; None when unsure.

    Reads at most the first 12,000 characters (about 2,000 words).
    """
    sample = text[:_SAMPLE]
    candidates: tuple[str, ...] = ()
    if not sample.isascii():
        candidates = _languages_of_script(sample)
        if len(candidates) == 1:
            return candidates[0]
    words = Counter(letters_in(sample.casefold()))
    return _best(words, candidates or _scripts().languages["latin"])


def _languages_of_script(sample: str) -> tuple[str, ...]:
    foreign = _NOT_LATIN.findall(sample)
    if not foreign or len(foreign) < _SCRIPT_SHARE * sum(map(str.isalpha, sample)):
        return ()
    scripts = _scripts()
    counts: Counter[str] = Counter()
    for char in foreign:
        at = bisect_right(scripts.starts, ord(char)) - 1
        if at >= 0 and ord(char) <= scripts.ends[at]:
            counts[scripts.names[at]] += 1
    if not counts:
        return ()
    # Japanese mixes kana into Han: a twentieth of kana settles it.
    if counts["kana"] * 20 > counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    return scripts.languages[counts.most_common(1)[0][0]]


@lru_cache(maxsize=1)
def _scripts() -> _Scripts:
    tables = read_tables("languages.toml")
    ranges = sorted(
        (int(low, 16), int(high, 16), name)
        for name, value in tables["script_ranges"].items()
        for low, high in (r.split("-") for r in value.split())
    )
    languages = {k: tuple(v.split()) for k, v in tables["script_languages"].items()}
    return _Scripts(
        tuple(r[0] for r in ranges),
        tuple(r[1] for r in ranges),
        tuple(r[2] for r in ranges),
        languages,
    )


def _best(words: Counter[str], candidates: tuple[str, ...]) -> str | None:
    total = words.total()
    if total < _LEAST_WORDS:
        return None
    by_word = _word_languages(candidates)
    scores = Counter(dict.fromkeys(candidates, 0))
    for word in by_word.keys() & words.keys():
        for language in by_word[word]:
            scores[language] += words[word]
    (best, hits), *rest = scores.most_common(2)
    if hits < _LEAST_SHARE * total or (rest and hits < _LEAST_LEAD * rest[0][1]):
        return None
    return best


@lru_cache(maxsize=64)
def _word_languages(candidates: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for code in candidates:
        for word in stopwords(code):
            languages.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in languages.items()}
