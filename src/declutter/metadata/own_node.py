"""Which nodes of a page's JSON-LD are the page itself, and not something that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from declutter.metadata import graph
from declutter.metadata.graph import Node
from declutter.metadata.values import clean, page_key

DEFAULT_KEYS = ("@value", "name", "text")
"""Keys of an object that may hold its words."""


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


def own_nodes(found: Iterable[tuple[Node, bool]], page: Page) -> list[Node]:
    """The page's own node, and the WebPage node beside it."""
    scored: list[tuple[int, int, Node, str]] = []
    for order, (node, deep) in enumerate(found):
        kind = graph.kind(node)
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
        for value in graph.strings(node.get(key), {}, ("@id", "url")):
            if page_key(value.partition("#")[0]) in page.addresses:
                return True
    return False


def _has_title(node: Node, page: Page) -> bool:
    for key in ("headline", "name"):
        for value in graph.strings(node.get(key), {}, DEFAULT_KEYS):
            text = clean(value).casefold()
            if len(text) > 5 and any(text in t or t in text for t in page.titles):
                return True
    return False
