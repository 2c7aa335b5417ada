"""trafilatura's view of a page: the only file that imports it, and only when it is asked.

It gets a copy of the parsed tree, without scripts, styles and control characters, and never the
page's own string: on hostile strings its cleaning is quadratic, and one `&#1;` loses the article.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from functools import lru_cache
from typing import Any

import lxml.html
from lxml import etree

from declutter.sanitize import clean_text

MOST_ELEMENTS = 4_000
"""Elements of a tree that is handed on: 99 % of dev pages have fewer."""
MOST_TEXT = 200_000
"""Characters of its text, scripts aside. At both bounds trafilatura takes about a second."""
_DROPPED = ("script", "style", "template", "svg", "noscript", "iframe")


def opinion(
    root: etree._Element, most_elements: int = MOST_ELEMENTS, most_text: int = MOST_TEXT
) -> str | None:
    """The main text of a page as trafilatura sees it, without comments; paragraphs on lines.

    None where trafilatura finds none or fails, and for trees of more than `most_elements` elements
    or `most_text` characters, which are not handed on. `root` stays as it is; nothing is fetched.
    """
    if sum(1 for _ in root.iter()) > most_elements:
        return None
    tree = _cleaned(root)
    if sum(map(len, tree.itertext())) > most_text:
        return None
    try:
        found = _trafilatura().bare_extraction(tree, include_comments=False)
    except Exception:  # whatever another library makes of a page: it has no opinion then
        return None
    text = getattr(found, "text", None)
    return text if isinstance(text, str) and text.strip() else None


def _cleaned(root: etree._Element) -> lxml.html.HtmlElement:
    """A copy of the tree of the class that trafilatura takes, with clean text."""
    tree = lxml.html.Element("html")
    for child in list(deepcopy(root)):
        tree.append(child)
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    for element in tree.iter():
        if element.text:
            element.text = clean_text(element.text)
        if element.tail:
            element.tail = clean_text(element.tail)
    return tree


@lru_cache(maxsize=1)
def _trafilatura() -> Any:
    """The library; what it logs about a page goes nowhere unless the caller listens."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura
