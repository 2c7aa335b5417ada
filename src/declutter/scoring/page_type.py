"""What type of page it is: odds for each type, a sum of points like a block's score."""

from __future__ import annotations

from functools import lru_cache
from math import exp

from declutter.document import Document
from declutter.model import PageType
from declutter.scoring.card import points
from declutter.scoring.page_traits import page_traits

# On these the running text is the page; on the others entries, offers and forms are.
_TEXTUAL = frozenset([PageType.ARTICLE, PageType.DOCUMENTATION])
_ENTRIES = frozenset([PageType.LISTING, PageType.COLLECTION])


CARD = "page_types"


class PageTypes:
    """`shares` of a page's types, 0..1, in sum 1; `best` is the likeliest; `textual` the share of
    those whose text runs on (article, documentation), `runs_on` whether the likeliest is one of
    them; `entries` the share of lists of entries (listing, collection)."""

    def __init__(self, page: Document) -> None:
        traits = sorted(set(page_traits(page)))
        types, worth = _points()
        sums = map(sum, zip(*[worth[t] for t in traits if t in worth], strict=True))
        odds = dict(zip(types, map(exp, sums), strict=True))
        total = sum(odds.values())
        self.shares = {kind: value / total for kind, value in odds.items()}
        self.best = max(self.shares, key=self.shares.__getitem__)
        self.runs_on = self.best in _TEXTUAL
        self.textual = sum(share for kind, share in self.shares.items() if kind in _TEXTUAL)
        self.entries = sum(share for kind, share in self.shares.items() if kind in _ENTRIES)


@lru_cache(maxsize=1)
def _points() -> tuple[tuple[PageType, ...], dict[str, tuple[float, ...]]]:
    """The types that the card knows, and for each trait its points for each of them."""
    tables = points(CARD)
    traits = dict.fromkeys(t for table in tables.values() for t in table)
    worth = {t: tuple(table.get(t, 0.0) for table in tables.values()) for t in traits}
    return tuple(map(PageType, tables)), worth
