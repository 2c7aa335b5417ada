"""Tables of contents: the page's own headings, listed once more above or amid the text.

Marks as `navigation` the entries of such a list and the line that announces it. Apart from the
menus because it stands in the middle of the text, often in elements without a name, and its words
are words of the text; what tells it is that its links lead to places on the same page, and that
the page says the same there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document
from declutter.lexicon import Concept, TokenConcept, normalise
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring.finder import Finder
from declutter.scoring.naming import Naming
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits

# Numbers before an entry ("2.1 Rowing") that the heading lacks, or the other way round.
_NUMBERING = "0123456789.) "


class Reason(StrEnum):
    """Why a block belongs to a table of contents."""

    ENTRY = "leads_to_what_the_page_repeats"
    ABOVE = "stands_over_such_entries"
    TITLE = "announces_contents"


@dataclass(frozen=True)
class Contents:
    """Marks tables of contents that are taken for text."""

    name: str = "contents"
    # Likelihood of an article from which such a list is none of the text: on the labelled pages of
    # documentation and services it is as often as not.
    article: float = 0.5
    # Links to places on the page in a row, and the share of them that the page says again. Of the
    # entries of such rows on labelled articles 34 are gold and 310 are not; of shorter rows, and
    # of those that are repeated less, half are.
    least_entries: int = 3
    repeated: float = 0.5
    # Share of link words from which a block is an entry.
    linked: float = 0.9
    # A line of more words above a list is the text's own sentence.
    most_title_words: int = 6

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the titles that say so, then the lists and what stands over them."""
        if not page.has_markup or not page.blocks:
            return
        if page.derived(PageTypes).shares[PageType.ARTICLE] > self.article:
            yield from self._titles(page, verdicts)
            yield from self._lists(page, verdicts)

    def _titles(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """Lines that say "Contents" in an element named so, or over links."""
        names = page.derived(Naming).of
        for i, cue in page.derived(Finder).labels(Concept.NAVIGATION):
            if verdicts.roles[i] not in TEXT_ROLES or page.blocks[i].words > self.most_title_words:
                continue
            if TokenConcept.TOC in names[i] or self._over_links(page, i):
                yield Decision(i, Role.NAVIGATION, self.name, Reason.TITLE, cue.phrase)

    def _over_links(self, page: Document, i: int) -> bool:
        """Whether most of the next lines are links."""
        below = page.blocks[i + 1 : i + 1 + self.least_entries]
        return 2 * sum(b.link_density >= self.linked for b in below) > self.least_entries

    def _lists(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """Rows of links into the page that repeat what it says elsewhere."""
        roles = verdicts.roles
        rows = list(self._rows(page))
        entries = {b.index for row in rows for b in row}
        if not any(roles[i] in TEXT_ROLES for i in entries):
            return
        normal = page.derived(Traits).normal
        said = {_bare(n) for i, n in enumerate(normal) if i not in entries}
        for row in rows:
            texts = [_bare(normalise(link.text)) for b in row for link in b.links]
            again = sum(text in said for text in texts)
            if len(texts) < self.least_entries or again < self.repeated * len(texts):
                continue
            above = page.blocks[max(0, row[0].index - 1)]
            title = [above] if above.words <= self.most_title_words else []
            for b in (*title, *row):
                if roles[b.index] in TEXT_ROLES:
                    reason = Reason.ABOVE if b is above else Reason.ENTRY
                    evidence = f"{again} of {len(texts)}"
                    yield Decision(b.index, Role.NAVIGATION, self.name, reason, evidence)

    def _rows(self, page: Document) -> Iterator[list[Block]]:
        """Blocks in a row that hold nothing but links to places on the page."""
        own = (page.url or "").partition("#")[0]
        row: list[Block] = []
        for b in page.blocks:
            inside = b.links and "#" in b.links[0].href and _leads_inside(b, own)
            if inside and b.link_density >= self.linked:
                row.append(b)
            elif row:
                yield row
                row = []
        if row:
            yield row


def _bare(normal: str) -> str:
    return normal.lstrip(_NUMBERING)


def _leads_inside(block: Block, own: str) -> bool:
    for link in block.links:
        page, _, place = link.href.partition("#")
        if not place or (page and page != own):
            return False
    return True
