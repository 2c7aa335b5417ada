"""The landmarks of a page that no article stands in: its navigation, its header and its footer.

Two of five blocks stand there. Tag and ARIA role tell them surely (0.5 % of the gold words of the
dev pages are in them, most of those the entries of a table of contents), so that none of them need
be read closely. A header is one where it ends ahead of the headline.
"""

from __future__ import annotations

from declutter.document import Container, Document
from declutter.scoring.traits import Traits

# A container that holds more of the page's words than this is a frame, whatever it is called.
_FRAME_SHARE = 0.5

# Words of a block from which a menu without links is none: the answers of a list of questions.
SENTENCE = 8

_TAGS = frozenset(["nav", "footer", "header"])
_ROLES = frozenset(["navigation", "contentinfo", "banner"])
_HEADERS = frozenset(["header", "banner"])
# The footer or header inside one of these is a part of it, not of the page.
_SECTIONING = frozenset(["article", "aside", "blockquote", "figure", "main"])


class Landmarks:
    """`inside[i]`: whether block i stands in the page's navigation, header or footer; `others` are
    the containers that do not, in document order.

    The page's frame is no landmark.
    """

    def __init__(self, page: Document) -> None:
        self.inside = [False] * len(page.blocks)
        self.others: list[Container] = []
        headline = page.derived(Traits).headline
        end = 0  # of the landmark that is open
        for c in page.containers:
            first, last = c.first, c.last
            if first < end:
                continue
            if (
                (c.tag in _TAGS or c.role in _ROLES)
                and not is_frame(page, c)
                and (c.tag == "nav" or c.role in _ROLES or _of_page(page, c.index))
                and (_HEADERS.isdisjoint((c.tag, c.role)) or last <= (headline or 0))
                and c.parent >= 0
                and not _is_prose(page, c)
            ):
                self.inside[first:last] = [True] * (last - first)
                end = last
            else:
                self.others.append(c)


def is_frame(page: Document, container: Container) -> bool:
    """Whether a container encloses the headline or most of the page's words.

    A footer behind the headline is none: it may well hold most of a shop's words, its terms.
    """
    first, last = container.first, container.last
    headline = page.derived(Traits).headline
    if headline is not None:
        if first <= headline < last:
            return True
        if first > headline and (container.tag == "footer" or container.role == "contentinfo"):
            return False
    return holds_most(page, container)


def holds_most(page: Document, container: Container) -> bool:
    """Whether a container holds most of the page's words."""
    return page.words_in(container.blocks) > _FRAME_SHARE * page.word_sums[-1]


def _of_page(page: Document, footer: int) -> bool:
    return all(c.tag not in _SECTIONING for c in page.ancestors(footer))


def _is_prose(page: Document, menu: Container) -> bool:
    """Whether what is called a menu has no link and holds a sentence: a box that opens to it."""
    if page.link_sums[menu.last] > page.link_sums[menu.first]:
        return False
    return menu.tag == "nav" and any(page.blocks[i].words >= SENTENCE for i in menu.blocks)
