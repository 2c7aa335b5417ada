"""Microdata and RDFa: the properties of the page's own item, not those of the items it lists."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from declutter.document import Candidate, Field
from declutter.metadata.headings import heading_text
from declutter.metadata.tables import schema
from declutter.metadata.values import clean

MAX_PROPERTIES = 600
"""Elements with a property looked at; the dev corpora have at most 755 a page,
and the page's own come first."""
MAX_TEXT = 300
"""Characters read of an element's text."""

# By the attributes themselves: to ask every element for them takes four times as long.
_MARKED = etree.XPath("/descendant::*/@itemprop/.. | /descendant::*/@typeof/..")
_RDFA = etree.XPath("/descendant::*/@property/parent::*[not(self::meta[parent::head])]")
_READ = (
    Field.TITLE,
    Field.AUTHORS,
    Field.DATE_PUBLISHED,
    Field.DATE_MODIFIED,
    Field.DESCRIPTION,
    Field.TAGS,
    Field.SITE_NAME,
    Field.BREADCRUMBS,
)


def candidates(root: etree._Element) -> Iterator[Candidate]:
    """Candidates from the one item that stands for the page; none where several could."""
    marked = _find(_MARKED, root)
    properties = [e for e in marked if e.get("itemprop") is not None and not _in_head(e)]
    yield from _of(properties[:MAX_PROPERTIES], "itemprop", "itemscope", "itemtype")
    if len(properties) < len(marked) and any(e.get("typeof") is not None for e in marked):
        yield from _of(_find(_RDFA, root)[:MAX_PROPERTIES], "property", "typeof", "typeof")


def _in_head(element: etree._Element) -> bool:
    """Whether an element is a meta of the page's head, which is read elsewhere."""
    parent = element.getparent()
    return element.tag == "meta" and parent is not None and parent.tag == "head"


def _find(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    found = path(root)
    return [e for e in found if isinstance(e, etree._Element)] if isinstance(found, list) else []


def _of(found: list[etree._Element], prop: str, scope: str, kind: str) -> Iterator[Candidate]:
    wanted = {p: f for f in _READ for p in schema().fields[f]}
    by_owner: dict[etree._Element | None, list[tuple[str, etree._Element]]] = {}
    for element in found:
        owner = _owner(element, scope)
        for name in (element.get(prop) or "").split():
            local = name.rpartition(":")[2]
            if local in wanted:
                by_owner.setdefault(owner, []).append((local, element))
    owners = [o for o in by_owner if o is None or _is_article(o, kind)]
    if len([o for o in owners if o is not None]) > 1:
        owners = [o for o in owners if o is None or _outranks(o, owners)]
    for owner in owners[:2]:
        for local, element in by_owner[owner]:
            field = wanted[local]
            for value in _values(element, field, prop):
                yield Candidate(
                    field, value, f"{'microdata' if prop == 'itemprop' else 'rdfa'}:{local}"
                )


def _owner(element: etree._Element, scope: str) -> etree._Element | None:
    return next((e for e in element.iterancestors() if e.get(scope) is not None), None)


def _is_article(owner: etree._Element, kind: str) -> bool:
    """Whether an item's type is one that a page can be about, and no listed item of another."""
    names = (owner.get(kind) or "").split()
    table = schema().kinds
    return any(
        table.get(n.rstrip("/").rpartition("/")[2].rpartition(":")[2]) == "article" for n in names
    )


def _outranks(owner: etree._Element, owners: list[etree._Element | None]) -> bool:
    """Whether an item is the only one of its kind that holds a first-level heading."""
    with_heading = [o for o in owners if o is not None and next(o.iter("h1"), None) is not None]
    return len(with_heading) == 1 and with_heading[0] is owner


def _is_named(properties: str | None) -> bool:
    """Whether one of an element's properties is a name ("name url")."""
    return properties is not None and any(p.endswith("name") for p in properties.split())


def _values(element: etree._Element, field: Field, prop: str) -> Iterator[str]:
    content = element.get("content") or element.get("datetime")
    if content:
        yield clean(content)
        return
    if field in (Field.AUTHORS, Field.SITE_NAME):
        named = [e for e in element.iter() if e is not element and _is_named(e.get(prop))]
        for e in named:
            text = clean(e.get("content"), MAX_TEXT) or heading_text(e)[:MAX_TEXT]
            if text:
                yield text
        if named:
            return
    text = heading_text(element)[:MAX_TEXT]
    if text:
        yield text
