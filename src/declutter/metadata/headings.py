"""The words of a heading element, as a headline: without controls and kickers."""

from __future__ import annotations

from lxml import etree

from declutter.lexicon import tokenize
from declutter.metadata.tables import words
from declutter.metadata.values import shown

_APART = frozenset({"br", "div", "p", "li", "h1", "h2", "h3", "small", "header", "section"})
_JOINTS = (":", "-", "–", "—")
_SILENT = frozenset({"script", "style", "svg", "button", "template", "noscript", "time"})


def heading_text(element: etree._Element) -> str:
    """The words of a heading, without controls and without the line above the headline.

    Where a colon joins that line to the headline it is part of it and stays.
    """
    text = _words_of(element, kicker=False)
    if text is None:
        return shown(element.text)
    whole = shown(_words_of(element, kicker=True))
    bare = shown(text)
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
