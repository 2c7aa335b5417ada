"""The landmarks of a page that no article stands in: its navigation and its footer.

Two of five blocks stand there. Tag and ARIA role tell them surely (0.5 % of the gold words of the
dev pages are in them, most of those the entries of a table of contents), so that none of them need
be read closely.
"""

from __future__ import annotations

from declutter.document import Document
from declutter.scoring.traits import Traits

# A container that holds more of the page's words than this is a frame, whatever it is called.
FRAME_SHARE = 0.5

_ROLES = frozenset(["navigation", "contentinfo"])
# The footer inside one of these is a part of it, not of the page.
_SECTIONING = frozenset(["article", "aside", "blockquote", "figure", "main"])


class Landmarks:
    """`inside[i]`: whether block i stands in the page's navigation or footer.

    What encloses the headline or most of the page's words is the page's frame and no landmark.
    """

    def __init__(self, page: Document) -> None:
        self.inside = [False] * len(page.blocks)
        headline = page.derived(Traits).headline
        words = page.word_sums
        most = FRAME_SHARE * words[-1]
        for c in page.containers:
            footer = c.tag == "footer" and _of_page(page, c.index)
            if c.parent >= 0 and (footer or c.tag == "nav" or c.role in _ROLES):
                framed = headline is not None and c.first <= headline < c.last
                if not framed and words[c.last] - words[c.first] <= most:
                    self.inside[c.first : c.last] = [True] * (c.last - c.first)


def _of_page(page: Document, footer: int) -> bool:
    return all(c.tag not in _SECTIONING for c in page.ancestors(footer))
