"""Where the text goes over to another story and back, told by what is spoken of.

Marks the headline, labels and paragraphs of stories that stand amid the page's own text or behind
it and that no earlier stage knows, and gives back what such a stage took from the page's own. Apart
from the further stories and the cards because these need a shape (a dated head that repeats, an
element that shows one link); here a headline is enough, and the words below it. The idea is that of
TextTiling (Hearst 1997): where the words change, so does the subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import RELATED_ROLES, SIGNATURE_ROLES, TEXT_ROLES, Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.partings import ANOTHER, OPENING, RESUMING, another, opening, resuming, weigh
from declutter.scoring.passages import Passages, Strand

_LABELS = SIGNATURE_ROLES | {Role.BOILERPLATE}


class Reason(StrEnum):
    """What a block is to another story."""

    HEADLINE = "headline_of_another_story"
    LABEL = "label_under_such_a_headline"
    BODY = "text_of_another_story"
    OWN = "the_pages_own_text_again"


@dataclass
class Part:
    """What follows from block `first` on: a story with its headline, or the page's own text (`head`
    is None), `given_back` where an earlier stage took it for another story."""

    first: int
    head: int | None
    evidence: str
    given_back: bool = False


@dataclass(frozen=True)
class Partings:
    """Tells the stories of a page apart, paragraph by paragraph."""

    name: str = "partings"
    # Log-odds from which a headline opens another story. Of 4,139 places on labelled pages that the
    # card was not made from four reach 1, of 1,396 sections on composed ones nine; from 1.5 on
    # digests and rankings keep their text, and most of what is not a page's own stays out.
    opens: float = 1.5
    # The same for a further one, and for the page's own text going on. What other stages call the
    # text of another story needs more: whole stories of an endless page have sections, too.
    parts: float = 0.0
    resumes: float = 0.0
    restores: float = 3.0
    # Paragraphs that the page's own story has before another can be told from it by its words
    # alone; behind its standfirst only what is offered opens another.
    begun: int = 2
    # Likelihood of an article below which a page of elements is left alone: the stories that a list
    # or a thread consists of are its own.
    article: float = 0.1

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks of other stories."""
        passages = Passages(page, verdicts.roles)
        if not any(gap.head is not None for gap in passages.gaps) or self._lists(page):
            return
        parts = [*self._in_front(passages), *self._parts(passages)]
        ends = [*(part.first for part in parts[1:]), len(page.blocks)]
        for part, end in zip(parts, ends, strict=False):
            if part.head is not None:
                yield from self._told(passages, part, end)
            elif part.given_back:
                yield from self._given_back(passages, part, end)

    def _lists(self, page: Document) -> bool:
        shares = page.derived(PageTypes).shares if page.has_markup else {}
        return bool(shares) and shares[PageType.ARTICLE] < self.article

    def _in_front(self, p: Passages) -> Iterator[Part]:
        """The stories above the page's headline, and that headline."""
        own, story = p.own(), Strand()
        for n, gap in enumerate(p.gaps[: p.front]):
            if gap.head is not None:
                score = weigh(ANOTHER, another(p, n, own, story)) if story.passages else None
                if score is None or score > self.parts:
                    evidence = f"above the page's headline, block {p.headline}"
                    yield Part(gap.head, gap.head, evidence)
                    story = p.story(gap.head)
            story.add(p.page.blocks[gap.passage], p.spoken(gap.passage))
        if p.front and p.headline is not None:
            yield Part(p.headline, None, "")

    def _parts(self, p: Passages) -> Iterator[Part]:
        """The other stories below the page's headline, and where its own goes on, in order."""
        own = p.own()
        story: Strand | None = None  # another one that this stage found, or an earlier stage
        found = flagged = False
        kept = 0
        last = max((n for n, gap in enumerate(p.gaps) if gap.head is not None), default=-1)
        for n, gap in enumerate(p.gaps[p.front :], p.front):
            if story is None and n > last:
                return
            block, spoken = p.page.blocks[gap.passage], p.spoken(gap.passage)
            offered = p.roles[gap.passage] is Role.RELATED_BODY
            flagged = flagged or p.is_flagged(gap)
            if not own.passages:
                if not offered:
                    own.add(block, spoken)
                continue
            if story is not None and not found and not offered:
                story = None
            if story is not None:
                score = weigh(RESUMING, resuming(p, n, own, story))
                bar = self.restores if offered else self.resumes
                if score > bar:
                    first = gap.passage if gap.head is None else gap.head
                    yield Part(first, None, _above(score, bar), given_back=offered)
                    story, found = None, False
                elif found and gap.head is not None:
                    score = weigh(ANOTHER, another(p, n, own, story))
                    bar = self.restores if offered else self.parts
                    if score > bar:
                        yield Part(gap.head, gap.head, _above(score, bar))
                        story = p.story(gap.head)
            elif gap.head is not None and (
                own.passages >= self.begun or p.count(gap, RELATED_ROLES)
            ):
                score = weigh(OPENING, opening(p, n, own, kept, flagged))
                if score > self.opens:
                    yield Part(gap.head, gap.head, _above(score, self.opens))
                    story, found = p.story(gap.head), True
                elif not offered:
                    kept += 1
            if story is None and offered:
                story = p.story(gap.head)
            (own if story is None else story).add(block, spoken)

    def _told(self, p: Passages, part: Part, end: int) -> Iterator[Decision]:
        """The blocks of another story that are text so far, its headline and labels."""
        first, begun = next(iter(p.since(part.first)), end), False
        for i in range(part.first, end):
            role = p.roles[i]
            begun = begun or i == first
            if i == part.head:
                if role is not Role.RELATED_TITLE:
                    yield self._says(i, Role.RELATED_TITLE, Reason.HEADLINE, part)
            elif not begun and (role in TEXT_ROLES or role in _LABELS):
                yield self._says(i, Role.RELATED_META, Reason.LABEL, part)
            elif role in TEXT_ROLES:
                yield self._says(i, Role.RELATED_BODY, Reason.BODY, part)

    def _given_back(self, p: Passages, part: Part, end: int) -> Iterator[Decision]:
        """The paragraphs from where the page's own goes on that were taken for another story."""
        for i in p.since(part.first):
            if i >= end or p.roles[i] is not Role.RELATED_BODY:
                return
            yield self._says(i, Role.BODY, Reason.OWN, part)

    def _says(self, block: int, role: Role, reason: Reason, part: Part) -> Decision:
        return Decision(block, role, self.name, reason, part.evidence)


def _above(score: float, bar: float) -> str:
    return f"{score:.1f} > {bar:g}"
