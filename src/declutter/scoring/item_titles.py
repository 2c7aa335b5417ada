"""Headlines of related items as they should read: without what their lines hold besides."""

from __future__ import annotations

import re
from itertools import pairwise

from declutter.document import Block, Document
from declutter.lexicon import TimeUnit, is_relative_time, relative_time
from declutter.scoring.announced import announced
from declutter.scoring.traits import Traits

# Titles of fewer words may belong to several items ("Video"): only their addresses tell them apart.
SAME_TITLE_WORDS = 3
_BEFORE_TIME = " \n\t·|-–—,("
# "1. Ferry", and "1Ferry" where a rank stands in an element of its own; "5 ways" is a headline.
_NUMBERED = re.compile(r"(\d{1,2})(?:[.)]\s+(?=\S)|[.)]?(?=[^\W\d_]))")
# Units of a time behind a headline: none ends with "40 minutes ago".
_FRESH = frozenset([TimeUnit.SECOND, TimeUnit.MINUTE, TimeUnit.HOUR])


def parted(page: Document, block: Block) -> tuple[str, str | None]:
    """A headline without what announces it, and the time that stands in its line, if any."""
    for link in block.links[:1]:
        behind = block.text.removeprefix(link.text).strip(_BEFORE_TIME)
        if behind != block.text and is_relative_time(behind, page.language):
            return link.text, behind
    title = announced(block.text, page.derived(Traits).cues[block.index])
    found = relative_time(title, page.language)
    if found is None or found.fixed or found.unit not in _FRESH:
        return title, None
    bare = title[: found.start].rstrip(_BEFORE_TIME)
    if len(bare.split()) < SAME_TITLE_WORDS:
        return title, None
    return bare, title[found.start : found.end]


def unnumbered(titles: list[str]) -> list[str]:
    """The titles without the numbers of a list that is numbered ("1. ...", "2. ...")."""
    found = [_NUMBERED.match(title) for title in titles]
    numbers = [int(m[1]) if m else None for m in found]
    counted = {n for a, b in pairwise(numbers) if a is not None and b == a + 1 for n in (a, b)}
    return [
        title[m.end() :] if m and n in counted else title
        for title, m, n in zip(titles, found, numbers, strict=True)
    ]
