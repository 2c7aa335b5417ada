"""From JSON-LD nodes to candidates: what the page's own node says of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from declutter.document import Candidate, Field
from declutter.metadata import graph
from declutter.metadata.graph import Node
from declutter.metadata.own_node import DEFAULT_KEYS, Page, own_nodes
from declutter.metadata.tables import schema
from declutter.metadata.values import clean

MAX_BODY = 500_000
"""Characters kept of an article body."""

_KEYS: Mapping[Field, tuple[str, ...]] = {
    Field.AUTHORS: ("name", "alternateName"),
    Field.SITE_NAME: ("name",),
    Field.IMAGES: ("url", "contentUrl", "@id"),
    Field.CANONICAL_URL: ("@id", "url"),
    Field.LANGUAGE: ("alternateName", "name"),
}


def candidates(values: Sequence[Any], page: Page) -> Iterator[Candidate]:
    """The candidates of all fields from parsed JSON-LD, the page's own article node first."""
    if not values:
        return
    by_id = graph.index(values)
    found = list(graph.nodes(values))
    chosen = own_nodes(found, page)
    for node in chosen:
        yield from of_node(node, by_id)
    for node, _ in found:
        match graph.kind(node):
            case "trail":
                yield from _trail(node)
            case "site":
                yield from _name(node, "json-ld:WebSite")
            case "organisation":
                yield from _name(node, "json-ld:Organization")


def of_node(node: Node, by_id: Mapping[str, Node]) -> Iterator[Candidate]:
    """The candidates that one node yields."""
    names = graph.types(node)
    label = f"json-ld:{names[0]}" if names else "json-ld"
    for field, properties in schema().fields.items():
        for prop in properties:
            if prop not in node:
                continue
            if field is Field.AUTHORS:
                yield from _authors(node[prop], by_id, label)
                continue
            if field is Field.TITLE and prop == "name" and "headline" in node:
                continue
            if prop == "isPartOf" and not _is_publisher(node[prop], by_id):
                continue
            keys = _KEYS.get(field, DEFAULT_KEYS)
            limit = MAX_BODY if field is Field.ARTICLE_BODY else 2_000
            for value in _scalars(node[prop], by_id, keys):
                text = clean(value, limit) if field is not Field.ARTICLE_BODY else value[:limit]
                if text:
                    yield Candidate(field, text, f"{label}.{prop}")
    if names:
        yield Candidate(Field.PAGE_TYPE, names[0], "json-ld")


def _is_publisher(value: Any, by_id: Mapping[str, Node]) -> bool:
    """Whether what a piece is part of is a site, not the page or the series it stands in."""
    return isinstance(value, dict) and graph.kind(graph.resolve(value, by_id)) == "site"


def _scalars(value: Any, by_id: Mapping[str, Node], keys: tuple[str, ...]) -> list[str]:
    if isinstance(value, bool):
        return [str(value).lower()]
    return graph.strings(value, by_id, keys)


def _authors(value: Any, by_id: Mapping[str, Node], label: str) -> Iterator[Candidate]:
    """One candidate an author; the source says where the author is declared an organisation."""
    for item in value if isinstance(value, list) else [value]:
        who = graph.resolve(item, by_id) if isinstance(item, dict) else {"name": item}
        group = graph.kind(who) in ("organisation", "site")
        for name in graph.strings(who.get("name"), by_id, DEFAULT_KEYS):
            text = clean(name)
            if text:
                yield Candidate(Field.AUTHORS, text, f"{label}.author" + "(group)" * group)


def _name(node: Node, source: str) -> Iterator[Candidate]:
    for value in graph.strings(node.get("name"), {}, DEFAULT_KEYS)[:1]:
        yield Candidate(Field.SITE_NAME, clean(value), source)


def _trail(node: Node) -> Iterator[Candidate]:
    """The names of a breadcrumb list in order."""
    items = node.get("itemListElement")
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            inner = item.get("item")
            names = graph.strings(item.get("name"), {}, DEFAULT_KEYS)
            if not names and isinstance(inner, dict):
                names = graph.strings(inner.get("name"), {}, DEFAULT_KEYS)
            for name in names[:1]:
                yield Candidate(Field.BREADCRUMBS, clean(name), "json-ld:BreadcrumbList")
