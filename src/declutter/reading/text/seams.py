"""Where lines began in a line that lost its breaks, told word by word by a scorecard.

A menu is a run of capitals without function words, a sentence has both; phrases of the lexicon and
runs that stand twice on the page begin and end at seams. The points are calibrated on pages whose
breaks are known (`benchmarks/calibrate_seams.py`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from declutter.lexicon import Position, running_phrases
from declutter.reading.text.repeats import Repeats, find_repeats
from declutter.reading.text.words import LOW, Words, look_at
from declutter.scoring.card import points

CARD = "seams"
# Log-odds from which a seam is cut. A cut too many takes a paragraph apart, which costs more than
# two menus in one block.
_LEAST = 0.3
# Words of a phrase or a run, occurrences of a pair, beyond which more prove no more.
_MOST_WORDS, _MOST_TIMES = 3, 3
# Words on both sides whose small letters count, and among which function words are counted.
_NEAR, _FAR = 4, 20
# Buckets of distances in words.
_BUCKETS = [0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 9, 9]
_BEYOND = len(_BUCKETS)
# Words of an address that may spell the page's headline: fewer name a section.
_SPELLING = 3
# Characters of an address that are read.
_ADDRESS = 500
_WORD = re.compile(r"[^\W\d_]{2,}")


class Seam(NamedTuple):
    """A place where a line may have begun: before word `at`, with what speaks for and against."""

    at: int
    traits: list[str]


def find_seams(texts: list[str], language: str | None, url: str | None = None) -> list[int]:
    """The words at which lines began, in order, the first word left out; linear."""
    of, nothing = points(CARD)["block"].get, repeat(0.0)
    least = _LEAST - of("any", 0.0)
    found = seams(texts, language, url)
    return [seam.at for seam in found if sum(map(of, seam.traits, nothing)) >= least]


def seams(texts: list[str], language: str | None, url: str | None = None) -> Iterator[Seam]:
    """Every place that is read: before capitals, numbers, signs, phrases, after sentences."""
    if not texts:
        return
    words = look_at(texts, language)
    marks, phrases = _Surroundings(words), _phrases(words, language)
    repeats, pairs = find_repeats(words.keys), _Pairs(words.keys)
    spelled = _Spelled(words.keys, url)
    for i in range(1, len(texts)):
        named = phrases.get(i, ())
        if words.shapes[i] in LOW and not named and words.ends[i - 1] != ".":
            continue
        yield Seam(i, [*marks.at(i), pairs.at(i), *named, *_repeated(repeats, i), *spelled.at(i)])


class _Surroundings:
    """What the words on both sides look like."""

    def __init__(self, words: Words) -> None:
        self._words = words
        shapes, ends = words.shapes, words.ends
        self._signs = [f"{s}{e}" for s, e in zip(shapes, ends, strict=True)]
        self._to_low = _run(s not in LOW for s in reversed(shapes))[::-1]
        self._from_low = _run(s not in LOW for s in shapes)
        self._to_end = _run(e != "." for e in reversed(ends))[::-1]
        self._from_end = _run(e != "." for e in ends)

    def at(self, i: int) -> Iterator[str]:
        w, signs = self._words, self._signs
        last = len(signs)
        shape, before, end = w.shapes[i], signs[i - 1], w.ends[i - 1]
        after = w.shapes[i + 1] if i + 1 < last else "$"
        yield f"{before} {shape}"
        yield f"next {signs[i]} {after}"
        yield f"then {after} {w.shapes[i + 2] if i + 2 < last else '$'}"
        yield f"prev {signs[i - 2] if i > 1 else '^'} {before}"
        near, far = min(last, i + _NEAR), min(last, i + _FAR)
        back, away = max(0, i - _NEAR), max(0, i - _FAR)
        yield f"low {w.lows[i] - w.lows[back]} {w.lows[near] - w.lows[i]} {end == '.'}"
        functions = w.functions
        yield f"fun {(functions[i] - functions[away]) // 2} {(functions[far] - functions[i]) // 2}"
        yield f"to low {_bucket(self._to_low[i])} {shape}"
        yield f"from low {_bucket(self._from_low[i])} {end}"
        yield f"to end {_bucket(self._to_end[i])}"
        yield f"from end {_bucket(self._from_end[i])} {shape}"


class _Pairs:
    """How often two words stand together, and whether they have other neighbours elsewhere."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._pairs = list(pairwise(keys))
        self._times = Counter(self._pairs)
        self._lefts: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._rights: dict[tuple[str, str], set[str]] = defaultdict(set)
        for i, pair in enumerate(self._pairs):
            if self._times[pair] > 1:
                self._lefts[pair].add(keys[i - 1] if i else "")
                self._rights[pair].add(keys[i + 2] if i + 2 < len(keys) else "")

    def at(self, i: int) -> str:
        pairs = self._pairs
        lefts = len(self._lefts.get(pairs[i], ())) if i < len(pairs) else 0
        rights = len(self._rights.get(pairs[i - 2], ())) if i > 1 else 0
        counts = (lefts, rights, self._times[pairs[i - 1]])
        return f"pair {' '.join(str(min(c, _MOST_TIMES)) for c in counts)}"


class _Spelled:
    """Which words the page's address spells: those of the headline stand together."""

    def __init__(self, keys: Sequence[str], url: str | None) -> None:
        path = (url or "")[:_ADDRESS].partition("//")[2].partition("/")[2]
        words = frozenset(_WORD.findall(path.lower()))
        known = len(words) >= _SPELLING
        self._marks = ["x" if key in words else "-" for key in keys] if known else []

    def at(self, i: int) -> Iterator[str]:
        before, after = self._marks[max(0, i - 2) : i], self._marks[i : i + 2]
        if "x" in before or "x" in after:
            yield f"address {''.join(before)} {''.join(after)}"


def _phrases(words: Words, language: str | None) -> dict[int, list[str]]:
    """The traits of places at which phrases of the lexicon start, end, or go on."""
    sizes: dict[tuple[int, str], int] = {}
    for position, first, last in running_phrases(language).find(words.keys):
        size = min(last - first, _MOST_WORDS)
        case = "small" if words.shapes[first] in LOW else "large"
        if position is Position.START:
            places = [(first, f"starts {case}")]
        else:
            places = [(first, f"whole {case}"), (last, f"after {case}")]
            places += [(i, "within") for i in range(first + 1, last)]
        for place in places:
            sizes[place] = max(size, sizes.get(place, 0))
    traits: dict[int, list[str]] = defaultdict(list)
    for (at, what), size in sizes.items():
        traits[at].append(f"phrase {what} {size}")
    return traits


def _repeated(repeats: Repeats, i: int) -> Iterator[str]:
    for name, sizes in zip(Repeats._fields, repeats, strict=True):
        if sizes[i]:
            yield f"repeat {name} {_bucket(sizes[i])}"


def _run(flags: Iterator[bool]) -> list[int]:
    """For each place the flags that are set without a gap before it; one place more than flags."""
    runs = [0]
    for flag in flags:
        runs.append(runs[-1] + 1 if flag else 0)
    return runs


def _bucket(number: int) -> int:
    return _BUCKETS[number] if number < _BEYOND else _BEYOND
