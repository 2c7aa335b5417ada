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

    For None, of all languages; a name that means different months in two of them (Polish and
    Croatian "listopad") means what it does in the one that is listed first.
    """
    names: dict[str, int] = {}
    for code in dict.fromkeys((language, "en")) if language else LANGUAGES:
        for name, number in _read(code):
            names.setdefault(name, number)
    return MappingProxyType(names)


def _read(code: str) -> list[tuple[str, int]]:
    table = read_tables(f"cues/{code}.toml").get("calendar", {})
    lines = [line for line in table.get("months", "").splitlines() if line.strip()]
    return [
        (name.casefold().rstrip("."), number)
        for number, line in enumerate(lines, 1)
        for name in phrases(line)
    ]
