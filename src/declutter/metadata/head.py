"""One pass over the elements that declare something: meta, title, link, scripts, first headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from declutter.document import Candidate, Field
from declutter.lexicon import tokenize
from declutter.metadata.tables import meta_names, words
from declutter.metadata.values import clean

MAX_ELEMENTS = 20_000
"""Declaring elements looked at; pages of the dev corpora have at most 2,500."""
MAX_HEADINGS = 6
"""First-level headings kept."""
_APART = frozenset({"br", "div", "p", "li", "h1", "h2", "h3", "small", "header", "section"})
_JOINTS = (":", "-", "–", "—")
_ASIDE = frozenset({"nav", "footer", "aside"})
_SILENT = frozenset({"script", "style", "svg", "button", "template", "noscript", "time"})


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
    labels: dict[str, str] = field(default_factory=dict)
    """Card label and data pairs (`twitter:label1` -> `twitter:data1`)."""
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
                    head.titles.append(clean(element.text))
            case "link":
                _link(head, element)
            case "time" if not head.time or _better_time(head, element):
                _time(head, element)
            case "h1" if len(head.headings) < MAX_HEADINGS:
                head.headings.append(heading_text(element))
    return head


def heading_text(element: etree._Element) -> str:
    """The words of a heading, without controls and without the line above the headline.

    Where a colon joins that line to the headline it is part of it and stays.
    """
    text = _words_of(element, kicker=False)
    if text is None:
        return clean(element.text)
    whole = clean(_words_of(element, kicker=True))
    bare = clean(text)
    joined = bare[:1] in _JOINTS or bare[-1:] in _JOINTS or not bare
    return (whole if joined else bare).rstrip("#¶ ")


def _words_of(element: etree._Element, *, kicker: bool) -> str | None:
    """The text of an element; None where it has no element inside."""
    if len(element) == 0:
        return None
    parts = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        silent = tag in _SILENT or not tag
        if not silent and (kicker or not _is_kicker(child)):
            inside = _words_of(child, kicker=kicker)
            inside = (child.text or "") if inside is None else inside
            parts.append(f" {inside} " if tag in _APART else inside)
        elif silent or tag in _APART:
            parts.append(" ")
        parts.append(child.tail or "")
    return "".join(parts)


def _is_kicker(element: etree._Element) -> bool:
    classes = element.get("class")
    return bool(classes) and not words("title", "kicker").isdisjoint(tokenize(classes or ""))


def _meta(head: Head, element: etree._Element) -> None:
    content = element.get("content") or element.get("value")
    if not content:
        return
    names = meta_names()
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(attribute)
        if not name:
            continue
        if attribute == "itemprop" and _in_body(element):
            return
        for part in (name.strip().lower(), *name.lower().split()):
            known = names.get(part)
            if known:
                head.metas.append((*known, clean(content), part))
                return
            if part.startswith("twitter:"):
                head.labels[part] = clean(content)


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
    href = (element.get("href") or "").strip()
    if href and "canonical" in rel:
        head.canonical.append(href)
    elif href and "image_src" in rel:
        head.image_links.append(href)


def candidates(head: Head) -> Iterator[Candidate]:
    """The candidates of the head, per field by rank; titles and headings last."""
    for kind, _, value, name in sorted(head.metas, key=lambda m: m[1]):
        if value:
            yield Candidate(kind, value, f"meta:{name}")
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
        yield Candidate(Field.DATE_PUBLISHED, head.time, "time")
    if head.language:
        yield Candidate(Field.LANGUAGE, head.language, "html:lang")
