"""The tables of names, types and words that the metadata readers go by, loaded once from data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from declutter.document import Field


@dataclass(frozen=True)
class Schema:
    """schema.org types by class, and properties by field in order of trust."""

    kinds: Mapping[str, str]
    """Type name -> article, thing, page, trail, site or organisation."""
    into: frozenset[str]
    """Properties below which the page's own piece may stand."""
    deep: frozenset[str]
    """Those of `into` that are only looked at when nothing stands higher."""
    fields: Mapping[Field, tuple[str, ...]]
    """Field -> properties in order of trust."""


@cache
def meta_names() -> Mapping[str, tuple[Field, int]]:
    """Lower-cased `<meta>` name -> the field it fills, its rank there (0 is trusted most)."""
    names: dict[str, tuple[Field, int]] = {}
    for field, listed in load("meta")["names"].items():
        for rank, name in enumerate(listed):
            names.setdefault(name, (Field(field), rank))
    return MappingProxyType(names)


@cache
def schema() -> Schema:
    """The schema.org table."""
    data = load("schema")
    kinds = {name: kind for kind, listed in data["types"].items() for name in listed}
    return Schema(
        kinds=MappingProxyType(kinds),
        into=frozenset(data["walk"]["into"]),
        deep=frozenset(data["walk"]["deep"]),
        fields=MappingProxyType({Field(k): tuple(v) for k, v in data["properties"].items()}),
    )


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The word list `key` of a table's section `words`; KeyError where there is none."""
    return frozenset(load(table)["words"][key])


@cache
def affixes(table: str, key: str) -> tuple[str, ...]:
    """The same list as `str.startswith` and `str.endswith` take it."""
    return tuple(words(table, key))


@cache
def load(table: str) -> Mapping[str, Any]:
    """A table of `data/metadata`, parsed; FileNotFoundError where there is none."""
    source = files("declutter") / "data" / "metadata" / f"{table}.toml"
    return MappingProxyType(tomllib.loads(source.read_text("utf-8")))
