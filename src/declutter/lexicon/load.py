"""Reads the package's data files."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

Tables = dict[str, dict[str, str]]


@lru_cache(maxsize=64)
def read_tables(name: str) -> Tables:
    """Tables of a file under `declutter/data`; callers must not change them.

    Every value is a string of phrases, see `phrases`. Raises `FileNotFoundError`.
    """
    source = files("declutter.data").joinpath(name).read_text(encoding="utf-8")
    tables: Tables = tomllib.loads(source)
    return tables


def phrases(value: str) -> list[str]:
    """The phrases of a value, parted by "|" or a new line, in order."""
    return [p for line in value.splitlines() for part in line.split("|") if (p := part.strip())]
