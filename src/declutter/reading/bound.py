"""Bounds on the text of a page: of one node, one line, and all of it."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from declutter.limits import Limits
from declutter.model import PageWarning

# Codes of the warnings that tell of text left out.
CUTS = frozenset(
    ["source_capped", "elements_capped", "text_node_capped", "text_capped", "blocks_capped"]
)
# A line that is not blank.
_LINE = re.compile(r"^[^\S\n]*+\S", re.MULTILINE)
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
    """A flattened text cut to the limits of text and blocks, over-long lines broken at a space.

    Blank lines are no blocks, and all are let in. Of the others there may be twice as many as
    blocks, because the lines of a wrapped paragraph make one.
    """
    whole = len(text) <= limits.text
    if not whole:
        text = text[: limits.text]
    most = 2 * limits.blocks
    if len(text) > most and text.count("\n") > most:
        beyond = next(islice(_LINE.finditer(text), most, None), None)
        if beyond is not None:
            text = text[: beyond.start()]
            warnings.append(blocks_capped(limits))
    if len(text) <= limits.text_node:
        _warn(limits, 0, not whole, warnings)
        return text
    pieces: list[str] = []
    start = long = 0
    while len(text) - start > limits.text_node:
        end = start + limits.text_node
        stop = text.rfind("\n", start, end + 1)
        if stop < 0:
            long += 1
            stop = text.rfind(" ", start + 1, end + 1)
        if stop < 0:
            pieces.append(text[start:end])
            start = end
        else:
            pieces.append(text[start:stop])
            start = stop + 1
    pieces.append(text[start:])
    _warn(limits, long, not whole, warnings)
    return "\n".join(pieces)


def blocks_capped(limits: Limits) -> PageWarning:
    """The warning that a page has more blocks than the limit."""
    message = f"The page has more than {limits.blocks} blocks; the rest is left out."
    return PageWarning(code="blocks_capped", message=message)


def _warn(limits: Limits, long: int, over: bool, warnings: list[PageWarning]) -> None:
    if long:
        message = f"{long} runs of text are longer than {limits.text_node} characters."
        warnings.append(PageWarning(code="text_node_capped", message=message))
    if over:
        message = f"The page has more than {limits.text} characters of text; the rest is left out."
        warnings.append(PageWarning(code="text_capped", message=message))
