"""Bounds on the text of a page: of one node, one line, and all of it."""

from __future__ import annotations

from lxml import etree

from declutter.limits import Limits
from declutter.model import PageWarning

_UNSEEN = frozenset(["script", "style"])


def cap_tree(root: etree._Element, limits: Limits, warnings: list[PageWarning]) -> None:
    """Cut the text nodes of a tree that are too long, and empty those beyond the limit of text."""
    left = limits.text
    long = 0
    for element in root.iter():
        if element.tag not in _UNSEEN:
            text = element.text
            if text:
                long += len(text) > limits.text_node
                kept = text[: min(left, limits.text_node)]
                left -= len(kept)
                if len(kept) < len(text):
                    element.text = kept
        tail = element.tail
        if tail:
            long += len(tail) > limits.text_node
            kept = tail[: min(left, limits.text_node)]
            left -= len(kept)
            if len(kept) < len(tail):
                element.tail = kept
    _warn(limits, long, left == 0, warnings)


def cap_lines(text: str, limits: Limits, warnings: list[PageWarning]) -> str:
    """A flattened text cut to the limit of text, lines that are too long broken at a space."""
    whole = len(text) <= limits.text
    if not whole:
        text = text[: limits.text]
    if len(text) <= limits.text_node:
        _warn(limits, 0, not whole, warnings)
        return text
    pieces: list[str] = []
    start = long = 0
    while len(text) - start > limits.text_node:
        end = start + limits.text_node
        stop = text.rfind("\n", start, end)
        if stop < 0:
            long += 1
            stop = text.rfind(" ", start, end)
        stop = end if stop <= start else stop + 1
        pieces += text[start:stop], "" if text[stop - 1] == "\n" else "\n"
        start = stop
    pieces.append(text[start:])
    _warn(limits, long, not whole, warnings)
    return "".join(pieces)


def _warn(limits: Limits, long: int, over: bool, warnings: list[PageWarning]) -> None:
    if long:
        message = f"{long} runs of text are longer than {limits.text_node} characters."
        warnings.append(PageWarning(code="text_node_capped", message=message))
    if over:
        message = f"The page has more than {limits.text} characters of text; the rest is left out."
        warnings.append(PageWarning(code="text_capped", message=message))
