"""Finds the phrases of a language in running words, where no line tells their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from declutter.lexicon.concepts import Position
from declutter.lexicon.cues import Lexicon, lexicon_for
from declutter.lexicon.normal import MARKS, fold_numbers, normalise_all


class Found(NamedTuple):
    """A phrase of the words `first` to before `last`; as a whole line, or as the start of one."""

    position: Position
    first: int
    last: int


class RunningPhrases:
    """The phrases that are a whole line or start one, by their words. See `running_phrases`."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the phrases; those of scripts without blanks are found where they stand alone."""
        self._whole = lexicon.phrases(Position.WHOLE)
        self._start = frozenset(p.rstrip(MARKS).rstrip() for p in lexicon.phrases(Position.START))
        self._longest: dict[str, int] = {}
        for phrase in self._whole | self._start:
            opening, words = phrase.split(" ", 1)[0], phrase.count(" ") + 1
            self._longest[opening] = max(words, self._longest.get(opening, 0))

    def find(self, keys: Sequence[str]) -> Iterator[Found]:
        """Every phrase in a row of words as `word_keys` gives them; phrases may overlap."""
        longest, whole, start = self._longest.get, self._whole, self._start
        for first, key in enumerate(keys):
            most = longest(key, 0)
            for last in range(first + 1, min(first + most, len(keys)) + 1):
                phrase = " ".join(keys[first:last])
                if phrase in whole:
                    yield Found(Position.WHOLE, first, last)
                if phrase in start:
                    yield Found(Position.START, first, last)


def word_keys(words: list[str]) -> list[str]:
    """Single words as phrases are compared: normalised, with "#" for numbers."""
    return [fold_numbers(n) for n in normalise_all(words)]


@lru_cache(maxsize=64)
def running_phrases(language: str | None) -> RunningPhrases:
    """The phrases of `lexicon_for(language)`."""
    return RunningPhrases(lexicon_for(language))
