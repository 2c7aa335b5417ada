"""Names of months and weekdays by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from declutter.lexicon.languages import base_language
from declutter.lexicon.load import phrases, read_tables
from declutter.lexicon.normal import normalise


@lru_cache(maxsize=64)
def months(language: str | None) -> Mapping[str, int]:
    """Normalised names and abbreviations of months, to 1..12; English for None and the unknown."""
    rows = _calendar(language)["months"].strip().splitlines()
    names = {normalise(name): n for n, row in enumerate(rows, 1) for name in phrases(row)}
    return MappingProxyType(names)


@lru_cache(maxsize=64)
def weekdays(language: str | None) -> frozenset[str]:
    """Normalised names and abbreviations of weekdays; English for None and the unknown."""
    return frozenset(map(normalise, phrases(_calendar(language)["weekdays"])))


def _calendar(language: str | None) -> dict[str, str]:
    return read_tables(f"cues/{base_language(language) or 'en'}.toml")["calendar"]
