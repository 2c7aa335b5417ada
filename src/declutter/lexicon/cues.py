"""Finds the phrases of a language in a block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from functools import lru_cache
from itertools import chain

from declutter.lexicon.concepts import Concept, Cue, Position
from declutter.lexicon.languages import LANGUAGES, base_language
from declutter.lexicon.load import phrases, read_tables
from declutter.lexicon.normal import (
    MARKS,
    ends_word,
    fold_numbers,
    is_unspaced,
    normalise,
    phrase_key,
)
from declutter.lexicon.words import words_in

# Blocks of more words are prose in which a phrase proves little: pitches and notices end below.
INSIDE_WORDS = 60
# Without a language, phrases of one Latin word shorter than this are left out: Danish "del"
# (share) is a word of other languages. Starts and insides meet prose, so they must be longer.
SHORT_WHOLE = 5
SHORT_START = 8
# Characters of a block in which a `start` can lie; no phrase is longer (tested).
_START_SPAN = 160
# Characters of a block of few words, for scripts whose words are hard to count.
_SHORT = 1000
_CACHED = 2048
_KEY = 3


class Lexicon:
    """The phrases of one or several languages, indexed. Build it with `lexicon_for`."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Index the cues; each is kept once."""
        whole: dict[str, list[Cue]] = defaultdict(list)
        start: dict[str, list[Cue]] = defaultdict(list)
        inside: dict[str, list[Cue]] = defaultdict(list)
        anywhere: list[Cue] = []
        for cue in dict.fromkeys(cues):
            if cue.position is Position.WHOLE:
                whole[cue.phrase].append(cue)
            elif cue.position is Position.START:
                start[cue.phrase[:_KEY]].append(cue)
            elif (words := words_in(cue.phrase)) and not is_unspaced(cue.phrase):
                # The longest word, because it is the one that is least often there in vain.
                inside[max(words, key=len)].append(cue)
            else:
                anywhere.append(cue)
        self._whole = {k: tuple(v) for k, v in whole.items()}
        self._start = {k: tuple(v) for k, v in start.items()}
        self._start_phrases = {k: tuple(c.phrase for c in v) for k, v in start.items()}
        self._start_sizes = sorted({len(k) for k in start}, reverse=True)
        self._inside = {k: tuple(v) for k, v in inside.items()}
        self._anywhere = tuple(anywhere)
        self._short = lru_cache(maxsize=_CACHED)(self._find)

    def phrases(self, position: Position) -> frozenset[str]:
        """The phrases of a position, WHOLE or START, as they are compared."""
        if position is Position.WHOLE:
            return frozenset(self._whole)
        return frozenset(chain.from_iterable(self._start_phrases.values()))

    def cues(self, text: str, words: int) -> tuple[Cue, ...]:
        """Every phrase found in a block: whole, then start (longest first), then inside.

        `words` is the number of words in the block. Whole phrases and insides are looked for in
        blocks of at most `INSIDE_WORDS` words.
        """
        long = words > INSIDE_WORDS or len(text) > _SHORT
        return self.cues_in(normalise(text[:_START_SPAN] if long else text), words)

    def cues_in(self, normal: str, words: int) -> tuple[Cue, ...]:
        """As `cues`, for a block's text that is normalised already."""
        if words <= INSIDE_WORDS and len(normal) <= _SHORT:
            return self._short(normal)
        return tuple(self._starts(fold_numbers(normal[:_START_SPAN])))

    def first(self, text: str, words: int, concepts: Container[Concept]) -> Cue | None:
        """The first of `cues` that belongs to one of `concepts`."""
        return next((c for c in self.cues(text, words) if c.concept in concepts), None)

    def _find(self, normal: str) -> tuple[Cue, ...]:
        key = fold_numbers(normal)
        if not key:
            return ()
        return (*self._whole.get(key, ()), *self._starts(key), *self._insides(key))

    def _starts(self, key: str) -> list[Cue]:
        found: list[Cue] = []
        for size in self._start_sizes:
            opening = key[:size]
            bucket = self._start_phrases.get(opening) if len(opening) == size else None
            if bucket and key.startswith(bucket):
                found += [
                    c
                    for c in self._start[opening]
                    if key.startswith(c.phrase) and ends_word(key, len(c.phrase))
                ]
        return sorted(found, key=lambda c: -len(c.phrase)) if len(found) > 1 else found

    def _insides(self, key: str) -> list[Cue]:
        """The phrases within a text, in its order; those of unspaced scripts come last."""
        inside, found = self._inside, []
        for word in inside.keys() & words_in(key):
            found += [c for c in inside[word] if c.phrase in key and _stands_in(c.phrase, key)]
        if len(found) > 1:
            found.sort(key=lambda c: (key.find(c.phrase), c))
        return found + [c for c in self._anywhere if c.phrase in key]


def _stands_in(phrase: str, text: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        if (at == 0 or not text[at - 1].isalnum()) and ends_word(text, at + len(phrase)):
            return True
        at = text.find(phrase, at + 1)
    return False


@lru_cache(maxsize=64)
def _read(language: str) -> tuple[Cue, ...]:
    tables = read_tables(f"cues/{language}.toml")
    return tuple(
        Cue(concept, phrase_key(phrase, keep_mark=position is Position.START), position)
        for concept in Concept
        for position in Position
        for phrase in phrases(tables.get(concept, {}).get(position, ""))
    )


def _is_distinct(cue: Cue) -> bool:
    """Whether a phrase may be looked for in a text of unknown language."""
    phrase = cue.phrase.rstrip(MARKS)
    if phrase > "\u0250" or " " in phrase:
        return True
    return len(phrase) >= (SHORT_WHOLE if cue.position is Position.WHOLE else SHORT_START)


@lru_cache(maxsize=64)
def _build(language: str | None) -> Lexicon:
    if language is None:
        others = (c for code in LANGUAGES if code != "en" for c in _read(code) if _is_distinct(c))
        return Lexicon(chain(_read("en"), others))
    codes = dict.fromkeys((language, "en"))
    return Lexicon(chain.from_iterable(map(_read, codes)))


def lexicon_for(language: str | None) -> Lexicon:
    """The lexicon for a BCP 47 tag: the language's phrases and the English ones.

    For None, and for a language without a file, all languages together, without the short
    single words of languages other than English (see `SHORT_WHOLE`).
    """
    return _build(base_language(language))
