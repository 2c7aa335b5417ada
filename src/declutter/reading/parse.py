"""HTML to a tree: libxml2 with its edges filed off.

The parser itself is fast, so everything here is a bound checked at C speed first; the page is
looked at more closely (`declutter.reading.repair`) only where a bound is broken.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from declutter.limits import Limits
from declutter.model import PageWarning
from declutter.reading import bound, repair


class Parsed(NamedTuple):
    """The root element of the tree (an empty `html` where nothing could be parsed).

    Comments and processing instructions are not in it. No element is deeper than `Limits.depth`.
    """

    root: etree._Element
    warnings: tuple[PageWarning, ...]


# An element put behind the page. It stands in the tree if, and only if, the parser came to the
# end of the page as markup: not inside a comment, a script, an attribute, nor cut by a limit.
_END = b"<declutter-end></declutter-end>"
_END_TAG = "declutter-end"
# Depth and size at which libxml2 stops of its own without `huge_tree`.
_USUAL_DEPTH = 256
_USUAL_SIZE = 9_000_000


def parse(html: str | bytes, limits: Limits) -> Parsed:
    """Parse a page, or a fragment of one. Never raises on content.

    `html` holds no surrogates and no NULs (see `decode`); bytes are UTF-8. The warnings' codes are
    `elements_capped`, `attributes_capped`, `truncated_depth`, `unclosed_markup`,
    `text_node_capped` and `text_capped`.
    """
    warnings: list[PageWarning] = []
    source = html.encode("utf-8", "replace") if isinstance(html, str) else html
    source = repair.cap_elements(source, limits.elements, warnings)
    source = repair.cap_attributes(source, limits.attributes, warnings)
    root = _tree(repair.before_end(source), limits)
    if root is None:  # most often for an end tag of the document amid the page
        source = repair.cap_attributes(repair.one_document(source), limits.attributes, warnings)
        root = _tree(source, limits)
    if root is None:
        source = repair.close_open_ends(source, warnings)
        source = repair.cap_attributes(source, limits.attributes, warnings)
        source = repair.flatten(source, limits.depth, warnings)
        root = _tree(source, limits)
    if root is None:
        source = repair.flatten(source, limits.depth, warnings, force=True)
        root = _tree(source, limits)
    if root is None:
        root = _parsed(source, huge=True)
    if len(source) > min(limits.text_node, limits.text):
        bound.cap_tree(root, limits, warnings)
    return Parsed(root, tuple(warnings))


def _tree(source: bytes, limits: Limits) -> etree._Element | None:
    """The tree; None if the parser did not come to the end, or went too deep.

    Without `huge_tree` libxml2 itself stops at a depth of 256 and at ten megabytes of text, which
    checks the usual limit of depth for nothing.
    """
    huge = limits.depth != _USUAL_DEPTH or len(source) > _USUAL_SIZE
    root = _parsed(source + _END, huge)
    if not _take_end(root) or (huge and _too_deep(limits.depth)(root)):
        return None
    return root


def _parsed(source: bytes, huge: bool) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=huge
    )
    root = etree.fromstring(source, parser)
    return etree.Element("html") if root is None else root


@lru_cache(maxsize=8)
def _too_deep(depth: int) -> etree.XPath:
    return etree.XPath("boolean(" + "/*" * (depth + 1) + ")")


def _take_end(root: etree._Element) -> bool:
    """Whether the parser came to the end; takes the end mark out of the tree."""
    last = root
    while len(last):
        last = last[-1]
    parent = last.getparent()
    if last.tag != _END_TAG or parent is None:
        return False
    parent.remove(last)
    return True
