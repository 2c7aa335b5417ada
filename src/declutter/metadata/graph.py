"""The nodes of parsed JSON-LD: walked, looked up by their ids, read property by property."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from declutter.metadata.tables import schema

Node = Mapping[str, Any]

MAX_NODES = 3_000
"""Nodes looked at; the richest page of the dev corpora has 751 objects."""
MAX_DEPTH = 12
"""Levels of nesting followed; the deepest page of the dev corpora has 8."""


def nodes(values: Iterable[Any]) -> Iterator[tuple[Node, bool]]:
    """The typed nodes that may describe the page, outermost first, each with whether it stands
    deep (below another described thing); list items, comments and the like are not walked."""
    table = schema()
    level: list[tuple[Any, bool]] = [(v, False) for v in values]
    seen = 0
    for _ in range(MAX_DEPTH):
        below: list[tuple[Any, bool]] = []
        for value, deep in level:
            if isinstance(value, list):
                below.extend((v, deep) for v in value[:MAX_NODES])
            elif isinstance(value, dict):
                seen += 1
                if seen > MAX_NODES:
                    return
                if types(value):
                    yield value, deep
                below.extend(
                    (v, deep or key in table.deep) for key, v in value.items() if key in table.into
                )
        level = below
        if not level:
            return


def index(values: Iterable[Any]) -> dict[str, Node]:
    """All nodes that carry an `@id` and more, by that id: references are looked up here."""
    found: dict[str, Node] = {}
    stack = list(values)
    steps = 0
    while stack and steps < 10 * MAX_NODES:
        steps += 1
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > len(found.get(name, ())) and len(value) > 1:
                found[name] = value
            stack.extend(v for v in value.values() if isinstance(v, dict | list))
    return found


def types(node: Node) -> tuple[str, ...]:
    """The node's types without their namespace; empty where it has none."""
    declared = node.get("@type")
    listed = declared if isinstance(declared, list) else [declared]
    return tuple(re.split(r"[/#:]", t)[-1] for t in listed if isinstance(t, str) and t)


def kind(node: Node) -> str:
    """The class of the node's first known type (article, thing, page ...), "" if none is known."""
    table = schema().kinds
    return next((table[t] for t in types(node) if t in table), "")


def strings(value: Any, by_id: Mapping[str, Node], keys: tuple[str, ...]) -> list[str]:
    """The texts a property holds: plain strings, and of objects the first of `keys` they have."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            found.extend(x for x in item if isinstance(x, str))
        elif isinstance(item, dict):
            found.extend(_of_object(resolve(item, by_id), keys))
    return [text for text in found if text.strip()]


def resolve(item: Node, by_id: Mapping[str, Node]) -> Node:
    """The node that a bare reference stands for; the item itself otherwise."""
    name = item.get("@id")
    return by_id.get(name, item) if isinstance(name, str) and "name" not in item else item


def _of_object(item: Node, keys: tuple[str, ...]) -> list[str]:
    for key in keys:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return [value]
        if isinstance(value, list):
            listed = [x for x in value if isinstance(x, str)]
            if listed:
                return listed
    return []
