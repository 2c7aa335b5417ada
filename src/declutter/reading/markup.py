"""A scanner for tags, for the pages that libxml2 must not, or could not, read as they stand.

It follows the tokenizer of the HTML standard closely enough to know what is a tag and what is
inside a comment, a script or an attribute. One pass, no backtracking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple


class Sort(Enum):
    """What a piece of markup is; the `OPEN_` ones run to the end of the page unclosed."""

    START = 1
    END = 2
    OPEN_TAG = 3
    OPEN_COMMENT = 4
    OPEN_RAW = 5


class Tag(NamedTuple):
    """A piece of markup: `source[start:end]`; `name` in lower case.

    `quote` is the place of the quote that an `OPEN_TAG` never closes, -1 without one.
    """

    sort: Sort
    name: bytes
    start: int
    end: int
    quote: int = -1


# Void to libxml2; into embed, source, track, wbr and the like it puts what follows.
VOID = frozenset(b"area base br col hr img input link meta param basefont frame".split())
# Elements whose content is text up to their end tag, whatever tags seem to stand in it.
RAW = frozenset(b"script style textarea title xmp iframe noembed noframes".split())

_OPENING = re.compile(rb"<(?:(!--)|[!?]|/?([A-Za-z][^\s/>]*+))")
_COMMENT_END = re.compile(rb"--!?>")
_NAME = rb"""[\s/]*+[^\s/>][^\s/>=]*+"""
_VALUE = rb"""(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+)"""
# An attribute; quotes count only behind an equals sign, as in the standard. It fails where a
# quote is never closed.
ATTRIBUTE = re.compile(_NAME + rb"(?:\s*+=\s*+" + _VALUE + rb"|(?!\s*+=))")
_ATTRIBUTES = re.compile(rb"(?:" + ATTRIBUTE.pattern + rb")*+[\s/]*+")
_QUOTE = re.compile(rb"[^=]*+=\s*+([\"'])")


def tags(source: bytes, at: int = 0) -> Iterator[Tag]:
    """The tags of a page in order; at its end perhaps one piece that is never closed.

    `at` is where to begin: the page's start, or a place outside comments and raw text.
    """
    while opening := _OPENING.search(source, at):
        start = opening.start()
        if opening[1]:
            closing = _COMMENT_END.search(source, start + 2)
            if closing is None:
                yield Tag(Sort.OPEN_COMMENT, b"", start, len(source))
                return
            at = closing.end()
            continue
        if opening[2] is None:
            at = source.find(b">", start) + 1
            if not at:
                yield Tag(Sort.OPEN_TAG, b"", start, len(source))
                return
            continue
        name = opening[2].lower()
        inside = _ATTRIBUTES.match(source, opening.end())
        at = inside.end() + 1 if inside else opening.end() + 1
        if at > len(source) or source[at - 1 : at] != b">":
            quote = _QUOTE.match(source, at - 2)
            yield Tag(Sort.OPEN_TAG, name, start, at - 1, quote.start(1) if quote else -1)
            return
        if source[start + 1 : start + 2] == b"/":
            yield Tag(Sort.END, name, start, at)
            continue
        yield Tag(Sort.START, name, start, at)
        if name in RAW and source[at - 2 : at - 1] != b"/":
            closing = _end_of(name).search(source, at)
            if closing is None:
                yield Tag(Sort.OPEN_RAW, name, start, at)
                return
            at = closing.start()


@lru_cache(maxsize=len(RAW))
def _end_of(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
