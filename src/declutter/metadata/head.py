"""One pass over the elements that declare something: meta, title, link, scripts, first headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from declutter.document import Candidate, Field
from declutter.metadata.headings import heading_text
from declutter.metadata.leads import is_lead
from declutter.metadata.tables import meta_names
from declutter.metadata.values import clean, shown
from declutter.sanitize import clean_text

MAX_ELEMENTS = 20_000
"""Declaring elements looked at; the richest page of the dev corpora has 585."""
TIME = "time"
"""Source of the candidate from a `<time>` element; such elements also date related items."""
MAX_HEADINGS = 6
"""First-level headings kept."""
_NAMING = ("property", "name", "itemprop", "http-equiv")
"""Attributes of a meta element that name what it tells."""
_ASIDE = frozenset({"nav", "footer", "aside"})


@dataclass
class Head:
    """What one pass finds: raw scripts, and per field the candidates with their ranks."""

    scripts: list[str] = field(default_factory=list)
    metas: list[tuple[Field, int, str, str]] = field(default_factory=list)
    """Field, rank within the field, value, meta name."""
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    image_links: list[str] = field(default_factory=list)
    time: str = ""
    """The moment of the first `<time>` after the first heading, else before it; or of one marked
    `pubdate`."""
    time_after_heading: bool = False
    cards: dict[str, str] = field(default_factory=dict)
    """Metas of cards without a field of their own (`twitter:label1`, `twitter:data1` ...)."""
    language: str = ""


def read(root: etree._Element) -> Head:
    """Collect what a tree declares; the tree is only read."""
    head = Head(language=clean(root.get("lang") or root.get("xml:lang"), 40))
    for seen, element in enumerate(root.iter("meta", "title", "link", "script", "h1", "time")):
        if seen > MAX_ELEMENTS:
            break
        match element.tag:
            case "meta":
                _meta(head, element)
            case "script":
                if "ld+json" in (element.get("type") or "").lower() and element.text:
                    head.scripts.append(element.text)
            case "title":
                parent = element.getparent()
                if parent is None or parent.tag in ("head", "html", "body"):
                    head.titles.append(shown(element.text))
            case "link":
                _link(head, element)
            case "time" if not head.time or _better_time(head, element):
                _time(head, element)
            case "h1" if len(head.headings) < MAX_HEADINGS:
                head.headings.append(heading_text(element))
    return head


def _meta(head: Head, element: etree._Element) -> None:
    names = meta_names()
    for attribute in _NAMING:
        name = element.get(attribute)
        if not name:
            continue
        if attribute == "itemprop" and _in_body(element):
            return
        whole = name.strip().lower()
        for part in (whole, *whole.split()) if " " in whole else (whole,):
            known = names.get(part)
            if known is None and not part.startswith("twitter:"):
                continue
            content = element.get("content") or element.get("value")
            if not content:
                return
            if known:
                head.metas.append((*known, clean(content), part))
                return
            head.cards[part] = clean(content)


def _in_body(element: etree._Element) -> bool:
    """Whether a microdata meta stands in the body, where it may belong to another item."""
    return any(e.get("itemscope") is not None and e.tag != "html" for e in element.iterancestors())


def _better_time(head: Head, element: etree._Element) -> bool:
    """Whether a time is marked as the page's own, or is the first one after the heading."""
    if element.get("pubdate") is not None:
        return True
    return bool(head.headings) and not head.time_after_heading


def _time(head: Head, element: etree._Element) -> None:
    moment = element.get("datetime")
    if not moment:
        return
    if any(e.tag in _ASIDE for e in element.iterancestors()):
        return
    head.time = clean(moment, 60)
    head.time_after_heading = bool(head.headings)


def _link(head: Head, element: etree._Element) -> None:
    rel = (element.get("rel") or "").lower().split()
    if "canonical" in rel:
        found = head.canonical
    elif "image_src" in rel:
        found = head.image_links
    else:
        return
    href = clean_text(element.get("href") or "").strip()
    if href:
        found.append(href)


def candidates(head: Head) -> Iterator[Candidate]:
    """The candidates of the head, per field by rank; titles and headings last."""
    for kind, _, value, name in sorted(head.metas, key=lambda m: m[1]):
        if value:
            yield Candidate(kind, value, f"meta:{name}")
    yield from _card_authors(head)
    for text in head.canonical:
        yield Candidate(Field.CANONICAL_URL, text, "link:canonical")
    for text in head.image_links:
        yield Candidate(Field.IMAGES, text, "link:image_src")
    for text in head.titles[:1]:
        if text:
            yield Candidate(Field.TITLE, text, "title")
    for text in head.headings:
        if text:
            yield Candidate(Field.TITLE, text, "h1")
    if head.time:
        yield Candidate(Field.DATE_PUBLISHED, head.time, TIME)
    if head.language:
        yield Candidate(Field.LANGUAGE, head.language, "html:lang")


def _card_authors(head: Head) -> Iterator[Candidate]:
    """The author whom a card names under a label like "Written by"."""
    for number in ("1", "2"):
        label, value = (head.cards.get(f"twitter:{part}{number}") for part in ("label", "data"))
        if label and value and is_lead(label, head.language or None):
            yield Candidate(Field.AUTHORS, value, f"meta:twitter:data{number}")
