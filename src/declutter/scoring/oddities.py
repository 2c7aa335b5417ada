"""What is odd about a page as an article, told in warnings.

The codes are stable: `index_page`, `short_text`.
"""

from __future__ import annotations

from declutter.document import Document
from declutter.model import PageType, PageWarning
from declutter.pipeline import Verdicts
from declutter.roles import TEXT_ROLES
from declutter.scoring.page_type import PageTypes

LISTS = frozenset([PageType.LISTING, PageType.COLLECTION, PageType.INDEX])
LISTED = 0.6
"""Share of the types that list other pages from which a page is called an index. Above 0.5 it holds
for 86 % of the listings and collections among dev pages and for 4 of 1,594 articles; above 0.7 for
no other page, but for half of the lists."""
LIST_BLOCKS = 20
"""Blocks below which a page is no index of others, whatever its type looks like; set by hand."""
SHORT = 40
"""Words below which a text is called short: one gold text of 220 among dev pages is shorter."""


def oddities(page: Document, verdicts: Verdicts) -> tuple[PageWarning, ...]:
    """Warnings about a page on which every stage has decided."""
    return (*_index(page), *_short(page, verdicts))


def _index(page: Document) -> tuple[PageWarning, ...]:
    if not page.has_markup or len(page.blocks) < LIST_BLOCKS:
        return ()
    shares = page.derived(PageTypes).shares
    share = sum(value for kind, value in shares.items() if kind in LISTS)
    if share <= LISTED:
        return ()
    message = f"the page looks like a list of other pages, not like an article ({share:.0%} sure)"
    return (PageWarning(code="index_page", message=message),)


def _short(page: Document, verdicts: Verdicts) -> tuple[PageWarning, ...]:
    roles = zip(page.blocks, verdicts.roles, strict=True)
    words = sum(block.words for block, role in roles if role in TEXT_ROLES)
    if not 0 < words < SHORT:
        return ()
    message = f"the text found has {words} words, which is fewer than articles have"
    return (PageWarning(code="short_text", message=message),)
