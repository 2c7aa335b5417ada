"""From JSON-LD nodes to candidates: which node is this page, and what it says of each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from declutter.document import Candidate, Field
from declutter.metadata import jsonld
from declutter.metadata.jsonld import Node
from declutter.metadata.tables import schema
from declutter.metadata.values import clean, page_key

MAX_BODY = 500_000
"""Characters kept of an article body."""

_KEYS: Mapping[Field, tuple[str, ...]] = {
    Field.AUTHORS: ("name", "alternateName"),
    Field.SITE_NAME: ("name",),
    Field.IMAGES: ("url", "contentUrl", "@id"),
    Field.CANONICAL_URL: ("@id", "url"),
    Field.LANGUAGE: ("alternateName", "name"),
}
_DEFAULT_KEYS = ("@value", "name", "text")


@dataclass(frozen=True)
class Selection:
    """Points by which the node that is this page is told from the others on it."""

    kinds: Mapping[str, int]
    """Class of the node's type -> points."""
    address: int = 6
    """The node gives the page's own address: as good as the type."""
    headline: int = 4
    """Its headline stands in the page's title, or the other way round."""
    shallow: int = 2
    """It stands at the top of its script."""
    many: int = 3
    """So many articles, none of which matches the page, are a list of others."""


SELECTION = Selection(kinds={"article": 6, "thing": 3, "page": 1})


@dataclass(frozen=True)
class Page:
    """What tells a page's own node: its addresses as `page_key`s and its titles, case-folded."""

    addresses: frozenset[str]
    titles: tuple[str, ...]


def candidates(values: Sequence[Any], page: Page) -> Iterator[Candidate]:
    """The candidates of all fields from parsed JSON-LD, the page's own article node first."""
    if not values:
        return
    by_id = jsonld.index(values)
    found = list(jsonld.nodes(values))
    chosen = _own_nodes(found, page)
    for node in chosen:
        yield from of_node(node, by_id)
    for node, _ in found:
        match jsonld.kind(node):
            case "trail":
                yield from _trail(node)
            case "site":
                yield from _name(node, "json-ld:WebSite")
            case "organisation":
                yield from _name(node, "json-ld:Organization")


def _own_nodes(found: Iterable[tuple[Node, bool]], page: Page) -> list[Node]:
    """The page's own node, and the WebPage node beside it."""
    scored: list[tuple[int, int, Node, str]] = []
    for order, (node, deep) in enumerate(found):
        kind = jsonld.kind(node)
        points = SELECTION.kinds.get(kind)
        if points is None or (kind == "article" and not _described(node)):
            continue
        match = SELECTION.address * _has_address(node, page)
        match += SELECTION.headline * _has_title(node, page)
        points += match + (0 if deep else SELECTION.shallow)
        scored.append((points, -order, node, kind if match else f"{kind}?"))
    unmatched = sum(kind == "article?" for *_, kind in scored)
    if unmatched >= SELECTION.many:
        scored = [s for s in scored if s[3] != "article?"]
    scored.sort(key=lambda s: s[:2], reverse=True)
    if not scored:
        return []
    # Pages repeat their article under a second type (NewsArticle beside Review): both speak.
    best = [scored[0][2]]
    best += [s[2] for s in scored[1:] if s[3] in ("article", "page", "page?")]
    return best[:4]


def _described(node: Node) -> bool:
    return any(
        key in node for key in ("headline", "name", "datePublished", "articleBody", "author")
    )


def _has_address(node: Node, page: Page) -> bool:
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in jsonld.strings(node.get(key), {}, ("@id", "url")):
            if page_key(value.partition("#")[0]) in page.addresses:
                return True
    return False


def _has_title(node: Node, page: Page) -> bool:
    for key in ("headline", "name"):
        for value in jsonld.strings(node.get(key), {}, _DEFAULT_KEYS):
            text = clean(value).casefold()
            if len(text) > 5 and any(text in t or t in text for t in page.titles):
                return True
    return False


def of_node(node: Node, by_id: Mapping[str, Node]) -> Iterator[Candidate]:
    """The candidates that one node yields."""
    names = jsonld.types(node)
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
            keys = _KEYS.get(field, _DEFAULT_KEYS)
            limit = MAX_BODY if field is Field.ARTICLE_BODY else 2_000
            for value in _scalars(node[prop], by_id, keys):
                text = clean(value, limit) if field is not Field.ARTICLE_BODY else value[:limit]
                if text:
                    yield Candidate(field, text, f"{label}.{prop}")
    if names:
        yield Candidate(Field.PAGE_TYPE, names[0], "json-ld")


def _is_publisher(value: Any, by_id: Mapping[str, Node]) -> bool:
    """Whether what a piece is part of is a site, not the page or the series it stands in."""
    return isinstance(value, dict) and jsonld.kind(jsonld.resolve(value, by_id)) == "site"


def _scalars(value: Any, by_id: Mapping[str, Node], keys: tuple[str, ...]) -> list[str]:
    if isinstance(value, bool):
        return [str(value).lower()]
    return jsonld.strings(value, by_id, keys)


def _authors(value: Any, by_id: Mapping[str, Node], label: str) -> Iterator[Candidate]:
    """One candidate an author; the source says where the author is declared an organisation."""
    for item in value if isinstance(value, list) else [value]:
        who = jsonld.resolve(item, by_id) if isinstance(item, dict) else {"name": item}
        group = jsonld.kind(who) in ("organisation", "site")
        for name in jsonld.strings(who.get("name"), by_id, _DEFAULT_KEYS):
            text = clean(name)
            if text:
                yield Candidate(Field.AUTHORS, text, f"{label}.author" + "(group)" * group)


def _name(node: Node, source: str) -> Iterator[Candidate]:
    for value in jsonld.strings(node.get("name"), {}, _DEFAULT_KEYS)[:1]:
        yield Candidate(Field.SITE_NAME, clean(value), source)


def _trail(node: Node) -> Iterator[Candidate]:
    """The names of a breadcrumb list in order."""
    items = node.get("itemListElement")
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            inner = item.get("item")
            names = jsonld.strings(item.get("name"), {}, _DEFAULT_KEYS)
            if not names and isinstance(inner, dict):
                names = jsonld.strings(inner.get("name"), {}, _DEFAULT_KEYS)
            for name in names[:1]:
                yield Candidate(Field.BREADCRUMBS, clean(name), "json-ld:BreadcrumbList")
