"""Month names of all languages of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from declutter.lexicon import LANGUAGES
from declutter.lexicon.load import phrases, read_tables


@lru_cache(maxsize=64)
def months(language: str | None) -> Mapping[str, int]:
    """Case-folded month name without its dot -> 1..12, of a base language and English.

    For None, of all languages, leaving out names that mean different months in two of them.
    """
    names: dict[str, int] = {}
    unsure: set[str] = set()
    for code in dict.fromkeys((language, "en")) if language else LANGUAGES:
        for name, number in _read(code):
            if names.setdefault(name, number) != number and not language:
                unsure.add(name)
    return MappingProxyType({n: i for n, i in names.items() if n not in unsure})


def _read(code: str) -> list[tuple[str, int]]:
    table = read_tables(f"cues/{code}.toml").get("calendar", {})
    lines = [line for line in table.get("months", "").splitlines() if line.strip()]
    return [
        (name.casefold().rstrip("."), number)
        for number, line in enumerate(lines, 1)
        for name in phrases(line)
    ]
