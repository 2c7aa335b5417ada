"""Next articles: whole articles that an endless page puts below its own.

Marks elements written like the one that holds the page's headline, each with a headline of the same
level and text of its own. Apart from the cards because these need no link: the next article repeats
the page's own markup. The first, which the page's title names, stays; length decides nothing. On
documentation the elements are its chapters, and this stage keeps quiet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Container, Document, Kind
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import KNOWN_CHROME, RELATED_ROLES, Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.prose import runs_on
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """What a block is to the next article."""

    HEADLINE = "headline_of_a_next_article"
    LABEL = "ahead_of_its_text"
    BODY = "text_of_a_next_article"


@dataclass(frozen=True)
class NextArticles:
    """Marks articles of the page's own shape below it as related."""

    name: str = "next_articles"
    # The headline stands among the first blocks of its element: a section and a date may precede.
    head_blocks: int = 4
    # Words of running text that make an element an article; a card has a sentence or two.
    article_words: int = 40

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks of every next article."""
        headline = page.derived(Traits).headline
        if headline is None or page.derived(PageTypes).best is PageType.DOCUMENTATION:
            return
        main = self._main(page, page.blocks[headline])
        if main is None:
            return
        for index in page.children[main.parent]:
            c = page.containers[index]
            title = self._title(page, c, page.blocks[headline])
            if c.shape != main.shape or c.first <= headline or title is None:
                continue
            if self._text(page, c) >= self.article_words:
                yield from self._article(page, verdicts, c, title)

    def _main(self, page: Document, headline: Block) -> Container | None:
        """The outermost element around the headline that has siblings written alike."""
        main: Container | None = None
        for c in page.ancestors(headline.container):
            alike = page.has_siblings(c)
            if alike and self._title(page, c, headline) is headline:
                main = c
        return main if main is not None and self._text(page, main) >= self.article_words else None

    def _title(self, page: Document, c: Container, like: Block) -> Block | None:
        """The heading of the headline's level among the first blocks of an element."""
        for b in page.blocks[c.first : min(c.last, c.first + self.head_blocks)]:
            if b.kind is Kind.HEADING and b.level == like.level:
                return b
        return None

    def _text(self, page: Document, c: Container) -> int:
        return sum(b.words for b in page.blocks[c.first : c.last] if runs_on(b))

    def _article(
        self, page: Document, verdicts: Verdicts, c: Container, title: Block
    ) -> Iterator[Decision]:
        begun = False
        for b in page.blocks[c.first : c.last]:
            role = verdicts.roles[b.index]
            begun = begun or runs_on(b)
            if role in RELATED_ROLES or role in KNOWN_CHROME:
                continue
            if b is title:
                yield self._says(b, Role.RELATED_TITLE, Reason.HEADLINE, c.shape)
            elif begun and role is not Role.BOILERPLATE:
                yield self._says(b, Role.RELATED_BODY, Reason.BODY, c.shape)
            elif not begun:
                yield self._says(b, Role.RELATED_META, Reason.LABEL, c.shape)

    def _says(self, block: Block, role: Role, reason: Reason, evidence: str) -> Decision:
        return Decision(block.index, role, self.name, reason, evidence)
