"""Readers' comments: what others wrote below the article.

Marks the sentences of comments as `comment`: by the names of the elements around them, and where
nothing is named, by a line that announces comments and entries under it that each tell who wrote
when. Apart because comments are prose like the article's and only their place tells them from it;
on a thread the posts are the text, and there this stage keeps quiet. Of the page of a product only
what stands among its reviews is said by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import (
    Concept,
    Cue,
    Position,
    TokenConcept,
    is_relative_time,
    relative_time,
    token_concepts,
)
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring import places
from declutter.scoring.announced import OVER_OFFERS
from declutter.scoring.finder import Finder
from declutter.scoring.page_type import PageTypes
from declutter.scoring.places import Places
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why a block is a reader's comment."""

    NAMED = "in_a_comment_entry"
    ANNOUNCED = "entry_under_comments"
    DISCUSSION = "nothing_but_a_discussion"
    REVIEW = "among_the_reviews"
    WRITER = "signs_a_comment"


# A year or a clock time: the lines over comments bear one, the lines of an article rarely do.
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_ELSEWHERE = places.ASIDE | places.MENU | places.OFFERS | places.CONSENT
_NO_ENTRY = frozenset(["p", "a", "span", "form", "h1", "h2", "h3", "h4"])
_QUIET = frozenset([Kind.HEADING, Kind.CONTROL, Kind.IMAGE_ALT, Kind.CAPTION])
_UNTOUCHED = frozenset([Role.TITLE, Role.SUBTITLE, Role.AUTHOR_BIO])


@dataclass(frozen=True)
class Comments:
    """Marks the sentences of readers' comments."""

    name: str = "comments"
    # Shorter blocks are names, dates and buttons; a comment of two words is lost.
    least_words: int = 3
    # Log-odds of text above which a block is the page's own, whatever the element around it is
    # called: a section on "responses".
    clear: float = 2.5
    # So many entries and words are the page's text where lines of some length say hardly anything
    # elsewhere: a link and its discussion, a match and its ticker. Two dev pages, right on both.
    discussion: int = 60
    entries: int = 3
    elsewhere: int = 20
    said: int = 8
    # Likelihood of a thread from which posts are taken for the text of the page.
    thread: float = 0.3
    # Likelihood of a product from which what stands among the reviews is a comment, and nothing
    # else is. On held-out sites nine labelled pages gain and none loses.
    product: float = 0.35
    # Likelihood of an article, and words of it above the comments, from which they may be longer.
    article: float = 0.5
    article_words: int = 100
    # Entries that tell when they were written: from two on, a line above them announces comments.
    least_entries: int = 2
    # The line over an entry holds a name and a date.
    writer_words: int = 12
    # A comment stands this near below the line that says who wrote it.
    reach: int = 4

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks in named entries, else those under the line that announces them."""
        if not page.blocks:
            return ()
        shares = page.derived(PageTypes).shares
        if shares[PageType.PRODUCT] > self.product:
            return self._reviews(page, verdicts)
        if shares[PageType.FORUM] > self.thread:
            return ()
        return list(self._named(page, verdicts)) or list(self._announced(page, verdicts))

    def _reviews(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        around = page.nearest(lambda c: TokenConcept.REVIEWS in token_concepts(c.tokens))
        for b, role in zip(page.blocks, verdicts.roles, strict=True):
            if around[b.container] and role in TEXT_ROLES:
                yield Decision(b.index, Role.COMMENT, self.name, Reason.REVIEW, b.tag)

    def _named(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        within = page.derived(Places).within
        if not any(bits & places.COMMENTS for bits in {*within}):
            return
        entries, scores = _entries(page, within), page.derived(Judged).scores
        found = [
            b
            for b, role in zip(page.blocks, verdicts.roles, strict=True)
            if entries[b.container]
            and role not in _UNTOUCHED
            and self._speaks(page, b)
            and scores[b.index] <= self.clear
        ]
        role, reason = Role.COMMENT, Reason.NAMED
        if self._is_discussion(page, verdicts, found, entries):
            role, reason = Role.BODY, Reason.DISCUSSION
        for b in found:
            yield Decision(b.index, role, self.name, reason, b.tag)

    def _is_discussion(
        self, page: Document, verdicts: Verdicts, found: list[Block], entries: list[bool]
    ) -> bool:
        """Whether the page says nothing but its comments: a link, and what is said about it."""
        if len(found) < self.entries or sum(b.words for b in found) < self.discussion:
            return False
        others = (
            b.words
            for b, role in zip(page.blocks, verdicts.roles, strict=True)
            if role in TEXT_ROLES
            and b.words >= self.said
            and not entries[b.container]
            and b.link_density < 0.5
        )
        return sum(others) <= self.elsewhere

    def _announced(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        roles = verdicts.roles
        seen = -1  # the last entry under a line before
        for i in page.derived(Finder).said(Concept.COMMENTS):
            b = page.blocks[i]
            cue = self._announces(page, b) if i > seen else None
            if cue is None:
                continue
            writers = list(self._writers(page, b.index + 1))
            if len(writers) < self.least_entries:
                continue
            seen = writers[-1]
            if self._are_the_page(page, roles, b, writers):
                continue
            for w in writers:
                for x in self._below(page, w):
                    yield Decision(x.index, Role.COMMENT, self.name, Reason.ANNOUNCED, cue.phrase)
            signed = {i for w in writers for i in (w - 1, w) if i > b.index}
            for x in (page.blocks[i] for i in sorted(signed) if roles[i] in TEXT_ROLES):
                if x.kind is Kind.HEADING or self._is_writer(page, x):
                    yield Decision(x.index, Role.COMMENTS_UI, self.name, Reason.WRITER, cue.phrase)
            return

    def _are_the_page(
        self, page: Document, roles: Sequence[Role | None], heading: Block, writers: list[int]
    ) -> bool:
        """Whether what is said under a heading is most of the text, and no article is above it."""
        text = [x for x in page.blocks if roles[x.index] is Role.BODY]
        under = range(writers[0], writers[-1] + self.reach + 1)
        if 2 * sum(x.words for x in text if x.index in under) <= sum(x.words for x in text):
            return False
        ahead = sum(x.words for x in text if x.index < heading.index)
        article = page.derived(PageTypes).shares[PageType.ARTICLE]
        return article <= self.article or ahead < self.article_words

    def _announces(self, page: Document, block: Block) -> Cue | None:
        if page.has_markup and block.kind is not Kind.HEADING:
            return None
        return _cue(page, block) if block.words <= self.writer_words else None

    def _writers(self, page: Document, start: int) -> Iterator[int]:
        """Lines with a date, from the announcement to the next heading that names no writer."""
        blocks = page.blocks
        for i in range(start, len(blocks)):
            b = blocks[i]
            if b.kind is Kind.HEADING and not any(
                self._is_writer(page, below) for below in blocks[i + 1 : i + 2]
            ):
                return
            if not page.has_markup and _heads_offers(page, b):
                return
            if self._is_writer(page, b):
                yield b.index

    def _is_writer(self, page: Document, block: Block) -> bool:
        """Whether a line tells who wrote when."""
        return block.words <= self.writer_words and self._dated(page, block)

    def _below(self, page: Document, writer: int) -> Iterator[Block]:
        """The sentences under a writer's line, up to the next line that says something else."""
        for b in page.blocks[writer + 1 : writer + 1 + self.reach]:
            if self._dated(page, b) and b.words <= self.writer_words:
                return
            if not self._speaks(page, b):
                return
            yield b

    def _dated(self, page: Document, block: Block) -> bool:
        text = block.text
        return bool(_WHEN.search(text)) or relative_time(text, page.language) is not None

    def _speaks(self, page: Document, block: Block) -> bool:
        """Whether a block is something said: no label, date, button or notice of the interface."""
        return (
            block.words >= self.least_words
            and block.kind not in _QUIET
            and block.link_density < 0.5
            and not any(
                c.position is not Position.INSIDE for c in page.derived(Traits).cues[block.index]
            )
            and not is_relative_time(block.text, page.language)
            and not (block.words <= self.writer_words and _WHEN.search(block.text))
        )


def _heads_offers(page: Document, block: Block) -> bool:
    """Whether a line is nothing but the heading of a list of other articles."""
    cues = page.derived(Traits).cues[block.index]
    return any(c.position is Position.WHOLE and c.concept in OVER_OFFERS for c in cues)


def _cue(page: Document, block: Block) -> Cue | None:
    return next(
        (
            c
            for c in page.derived(Traits).cues[block.index]
            if c.concept is Concept.COMMENTS and c.position is not Position.INSIDE
        ),
        None,
    )


def _entries(page: Document, within: list[int]) -> list[bool]:
    """For each container whether it stands in one entry of the page's comments."""
    inside: list[bool] = []
    for c in page.containers:
        bits = within[c.index]
        if not bits & places.COMMENTS or bits & _ELSEWHERE or c.tag == "form":
            inside.append(False)
            continue
        entry = (
            bits & places.COMMENT
            or c.itemtype.lower() == "comment"
            or (c.tag not in _NO_ENTRY and page.shape_counts[c.parent, c.shape] > 1)
        )
        inside.append(bool(entry) or inside[c.parent])
    return inside
