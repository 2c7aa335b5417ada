"""Runs of words that stand twice on a page: headlines, menus, teasers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Words of the shortest run that is followed up: two recur by chance.
_SHORTEST = 3


class Repeats(NamedTuple):
    """For each word the words of the repeated run that starts there, ends before it, goes on over
    it; 0 for none. Runs that repeat the page's first words, its title, are told apart, too."""

    starts: list[int]
    ends: list[int]
    inside: list[int]
    title_starts: list[int]
    title_ends: list[int]
    title_inside: list[int]


def find_repeats(words: Sequence[str]) -> Repeats:
    """The longest runs that stand a second time, each found once a place; linear.

    A run is compared with its first occurrence alone, the first with the second.
    """
    runs = _runs(words, twins := _twins(words))
    found = Repeats(*([0] * (len(words) + 1) for _ in Repeats._fields))
    i = 0
    while i < len(words):
        size = runs[i]
        if not size:
            i += 1
            continue
        found.starts[i] = size
        found.ends[i + size] = max(found.ends[i + size], size)
        found.inside[i + 1 : i + size] = [size] * (size - 1)
        if not twins[i]:
            found.title_starts[i] = found.title_ends[i + size] = size
            for start in (0, i):
                found.title_inside[start + 1 : start + size] = [size] * (size - 1)
        i += 1
        while runs[i] and twins[i] == twins[i - 1] + 1:
            i += 1
    return found


def _twins(words: Sequence[str]) -> list[int]:
    """Where the three words from each word on stand, too; -1 for nowhere."""
    first: dict[tuple[str, str, str], int] = {}
    second: dict[tuple[str, str, str], int] = {}
    triples = list(zip(words, words[1:], words[2:], strict=False))
    for i, triple in enumerate(triples):
        if i >= first.setdefault(triple, i) + _SHORTEST:
            second.setdefault(triple, i)
    twins = [-1] * (len(words) + 1)
    for i, triple in enumerate(triples):
        if first[triple] == i:
            twins[i] = second.get(triple, -1)
        elif first[triple] + _SHORTEST <= i:
            twins[i] = first[triple]
    return twins


def _runs(words: Sequence[str], twins: Sequence[int]) -> list[int]:
    """The words from each word on that stand again where its twin is."""
    runs = [0] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        if twins[i] >= 0:
            runs[i] = runs[i + 1] + 1 if twins[i + 1] == twins[i] + 1 else _SHORTEST
    return runs
