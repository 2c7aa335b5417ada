"""What stands under a flag ("More stories"): bare headlines, teasers, or whole bodies.

Where the source's name closes each item, the names part the items and all between them is body.
Else every headline opens an item, and one paragraph below it may be its teaser.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from declutter.document import Document
from declutter.lexicon import Concept
from declutter.scoring.kinds import LABEL_WORDS, Kinds, LineKind
from declutter.scoring.stories import Stories

# Words of a line that can name an item; a shorter one is a label or a menu entry.
_TITLE_WORDS = 3
_SKIPPED = frozenset({LineKind.INTERFACE, LineKind.ALSO})


@dataclass
class Item:
    """A bare item: the lines of its title, source and date, and teaser or body."""

    title: int
    metas: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)


class Offered:
    """The items under the flags of a page, `sections[flag]` in order."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.stories = page.derived(Stories)
        kinds = page.derived(Kinds)
        self.kinds, self.signed = kinds.of, kinds.signed
        self._heads = {s.first for s in self.stories.next}
        self.sections = {flag: self._items(flag) for flag in self.stories.flags}

    def _items(self, flag: int) -> list[Item]:
        rows = list(self._rows(flag))
        closers = self._closers(rows)
        items = list(self._closed(rows, closers) if closers else self._bare(rows))
        main = self.stories.main
        if main is not None and flag > main.first and not self.stories.has_text(main.end, flag):
            # Text below the first offers of all, before any of the page's own, is the page's.
            items = [Item(item.title, item.metas) for item in items]
        return items

    def _rows(self, flag: int) -> Iterator[int]:
        """The lines under a flag up to the next one, a stop, the main story or a story's head."""
        main, normal = self.stories.main, self.stories.lines.normal
        resumes = self._points(flag)
        for i in range(flag + 1, len(self.kinds)):
            if self.kinds[i] is LineKind.STOP or i in self.stories.flag_set or i in self._heads:
                return
            if main is not None and i >= main.first and normal[i] == normal[main.first]:
                return  # the page's own headline
            if resumes and self.stories.has_text(i, i + 1):
                return
            if self.kinds[i] not in _SKIPPED and i not in self.stories.own_dates:
                yield i

    def _points(self, flag: int) -> bool:
        """Whether a flag points to one story amid the text ("Read also"), which goes on behind."""
        cues = self.stories.lines.said[flag].cues
        return any(c.concept is Concept.READ_MORE for c in cues)

    def _closers(self, rows: list[int]) -> set[int]:
        """Labels behind text that stand before a new headline with text, or at the end."""
        found = set()
        for n, i in enumerate(rows):
            if n < 2 or not self._is_label(i) or not self._is_text(rows[n - 1]):
                continue
            below = rows[n + 1 : n + 3]
            if not below or (
                len(below) == 2 and self._is_title(below[0]) and self._is_text(below[1])
            ):
                found.add(i)
        headed = len(rows) > 1 and (self._is_text(rows[1]) or self.kinds[rows[1]] is LineKind.META)
        return found if headed and rows[-1] in found else set()

    def _closed(self, rows: list[int], closers: set[int]) -> Iterator[Item]:
        item: Item | None = None
        for i in rows:
            if item is None:
                item = Item(i)
            elif i in closers:
                item.metas.append(i)
                yield item
                item = None
            elif self.kinds[i] is LineKind.META and not item.body:
                item.metas.append(i)
            else:
                item.body.append(i)

    def _bare(self, rows: list[int]) -> Iterator[Item]:
        items: list[Item] = []
        for i in rows:
            if self.kinds[i] is LineKind.META or self.signed[i]:
                if items:
                    items[-1].metas.append(i)
            elif self._is_text(i):
                if not items or items[-1].body:
                    break
                items[-1].body.append(i)
            elif self._is_title(i):
                items.append(Item(i))
            elif items and self._is_label(i) and not items[-1].body:
                items[-1].metas.append(i)
        if len(items) > 1 and items[-1].body and not items[0].body:
            items[-1].body = []
        yield from items

    def _is_title(self, i: int) -> bool:
        kind = self.kinds[i]
        return kind is LineKind.HEADLINE or (
            kind is LineKind.LABEL and self.page.blocks[i].words >= _TITLE_WORDS
        )

    def _is_label(self, i: int) -> bool:
        block = self.page.blocks[i]
        return block.words <= LABEL_WORDS and self.kinds[i] in (
            LineKind.LABEL,
            LineKind.HEADLINE,
        )

    def _is_text(self, i: int) -> bool:
        return self.kinds[i] is LineKind.PROSE
