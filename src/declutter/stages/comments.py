"""Readers' comments: what others wrote below the article.

Marks the sentences of comments as `comment`: by the names of the elements around them, and where
nothing is named, by a line that announces comments and entries under it that each tell who wrote
when. Apart because comments are prose like the article's and only their place tells them from it;
on a thread the posts are the text, and there this stage keeps quiet. Of the page of a product only
what stands among its reviews is said by others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import Concept, TokenConcept, token_concepts
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import TEXT_ROLES, Role
from declutter.scoring import places
from declutter.scoring.comment_lines import CommentLines, Thread
from declutter.scoring.finder import Finder
from declutter.scoring.page_type import PageTypes
from declutter.scoring.places import Places
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why a block is a reader's comment."""

    NAMED = "in_a_comment_entry"
    ANNOUNCED = "entry_under_comments"
    HEADING = "announces_comments_on_the_page"
    DISCUSSION = "nothing_but_a_discussion"
    REVIEW = "among_the_reviews"
    WRITER = "signs_a_comment"


_ELSEWHERE = places.ASIDE | places.MENU | places.OFFERS | places.CONSENT
_NO_ENTRY = frozenset(["p", "a", "span", "form", "h1", "h2", "h3", "h4"])
_UNTOUCHED = frozenset([Role.TITLE, Role.SUBTITLE, Role.AUTHOR_BIO])


@dataclass(frozen=True)
class Comments:
    """Marks the sentences of readers' comments."""

    name: str = "comments"
    # Log-odds of text above which a block is the page's own, whatever the element around it is
    # called: a section on "responses". Where half of the words are not, all are comments.
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

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks in named entries, else those under the line that announces them."""
        if not page.has_markup and not page.derived(Finder).said(Concept.COMMENTS):
            return ()  # no line announces comments, and there are no elements to be called so
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
        speaks = CommentLines(page).speaks
        found = [
            b
            for b, role in zip(page.blocks, verdicts.roles, strict=True)
            if entries[b.container] and role not in _UNTOUCHED and speaks(b)
        ]
        unclear = [b for b in found if scores[b.index] <= self.clear]
        if 2 * sum(b.words for b in unclear) <= sum(b.words for b in found):
            found = unclear
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
        roles, lines = verdicts.roles, CommentLines(page)
        for thread in lines.threads():
            if self._is_the_page(page, roles, thread):
                continue
            heading, cue, writers = thread
            phrase = cue.phrase
            said = {x.index for w in writers for x in lines.said_under(w)}
            if _names_headline(page, heading):  # then all between is theirs
                below = page.blocks[heading.index + 1 : thread.reach.stop]
                said |= {x.index for x in below if roles[x.index] in TEXT_ROLES}
                yield Decision(heading.index, Role.COMMENTS_UI, self.name, Reason.HEADING, phrase)
            for i in sorted(said):
                yield Decision(i, Role.COMMENT, self.name, Reason.ANNOUNCED, phrase)
            signed = {i for w in writers for i in (w - 1, w) if i > heading.index}
            for x in (page.blocks[i] for i in sorted(signed) if roles[i] in TEXT_ROLES):
                if x.kind is Kind.HEADING or lines.is_writer(x):
                    yield Decision(x.index, Role.COMMENTS_UI, self.name, Reason.WRITER, phrase)
            return

    def _is_the_page(self, page: Document, roles: Sequence[Role | None], thread: Thread) -> bool:
        """Whether what is said under a heading is most of the text, and no article is above it."""
        text = [x for x in page.blocks if roles[x.index] is Role.BODY]
        under = sum(x.words for x in text if x.index in thread.reach)
        if 2 * under <= sum(x.words for x in text) or _names_headline(page, thread.heading):
            return False
        ahead = sum(x.words for x in text if x.index < thread.heading.index)
        article = page.derived(PageTypes).shares[PageType.ARTICLE]
        return article <= self.article or ahead < self.article_words


def _names_headline(page: Document, heading: Block) -> bool:
    """Whether a line over comments ends with a line above it ("3 thoughts on “The barge”")."""
    normal = page.derived(Traits).normal
    said = normal[heading.index]
    above = (b for b in page.blocks[: heading.index] if 2 <= b.words < heading.words)
    return any(said.endswith(normal[b.index]) for b in above if normal[b.index])


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
