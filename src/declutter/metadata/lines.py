"""Short visible lines that may name authors or dates, with how much speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from declutter.document import Block, Kind
from declutter.lexicon import Concept, TokenConcept, lexicon_for, token_concepts
from declutter.metadata.evidence import Evidence
from declutter.metadata.headline import MAX_TITLE
from declutter.metadata.titles import key, likeness
from declutter.roles import Label, Role

_FOREIGN = frozenset(
    {
        TokenConcept.RELATED,
        TokenConcept.RECOMMENDED,
        TokenConcept.POPULAR,
        TokenConcept.LATEST,
        TokenConcept.CARD,
        TokenConcept.SIDEBAR,
        TokenConcept.COMMENTS,
        TokenConcept.COMMENT,
        TokenConcept.FOOTER,
        TokenConcept.NAVIGATION,
        TokenConcept.AD,
        TokenConcept.MODAL,
    }
)
_FOREIGN_TAGS = frozenset({"nav", "footer", "aside"})
_OWN = frozenset({Role.BYLINE, Role.DATELINE})
_LABELS = (Label.RELATED, Label.COMMENT)


@dataclass(frozen=True)
class LineScore:
    """Points for and against a line, and how far from the title it is looked for.

    Calibrated on dates-dev and aed-dev: of lines with a date at 4 points or more 93 % show the
    day of publication, at 2 or 3 points 78 %, below 41 %.
    """

    role: int = 4
    """The stages took the line for a byline or date line."""
    token: int = 3
    """Its element's class, or one of two around it, names it so."""
    cue: int = 2
    """It opens with the words for it ("By", "Published")."""
    near: int = 3
    """It stands within `near_blocks` after the title or `before_blocks` before it."""
    far: int = 1
    """It stands within `far_blocks` after the title."""
    foreign: int = -5
    """Its container is a card, a side column, a comment ..."""
    own_line: int = 1
    """It has at most `short` words ..."""
    bare: int = 2
    """... or hardly more than the date itself: at most `barest`."""
    near_blocks: int = 8
    before_blocks: int = 4
    far_blocks: int = 25
    short: int = 12
    barest: int = 5
    most_words: int = 45
    """Longer blocks are prose."""
    around: int = 3
    """Containers looked at for class tokens."""


class Line(NamedTuple):
    """A block with its points; `cued` says that it opens with the words for what is sought."""

    block: Block
    points: int
    cued: bool


LINE_SCORE = LineScore()


def title_index(evidence: Evidence, title: str | None) -> int | None:
    """The index of the block that shows the title: a heading before any other block."""
    for block in evidence.blocks(Role.TITLE):
        return block.index
    if not title:
        return None
    blocks = evidence.page.blocks
    best = max(
        (
            (likeness(b.text, title), b.level == 1, -b.index)
            for b in blocks
            if b.kind is Kind.HEADING and len(b.text) <= MAX_TITLE
        ),
        default=(0.0, False, 0),
    )
    if best[0] >= 0.6:  # a shown headline may be worded a little otherwise
        return -best[2]
    name = key(title)
    return next((b.index for b in blocks if len(b.text) <= MAX_TITLE and key(b.text) == name), None)


def lines(
    evidence: Evidence,
    at: int | None,
    sought: Concept,
    wanted: Callable[[str], bool],
    *,
    whole_page: bool = False,
    params: LineScore = LINE_SCORE,
) -> Iterator[Line]:
    """The short lines that are `wanted`, with their points as byline or date line.

    Looked for around the title (block `at`) and where the stages marked bylines or date lines;
    with `whole_page` everywhere.
    """
    role = Role.BYLINE if sought is Concept.BYLINE else Role.DATELINE
    tokens = TokenConcept.BYLINE if sought is Concept.BYLINE else TokenConcept.DATELINE
    lexicon = lexicon_for(evidence.language)
    containers = _Containers(evidence, at, tokens, params)
    around = window(evidence, at, params)
    roles = evidence.verdicts.roles
    for block in evidence.page.blocks if whole_page else _kept(evidence, around):
        if block.words > params.most_words or block.kind is Kind.CODE or not wanted(block.text):
            continue
        given = roles[block.index]
        points = params.own_line * (block.words <= params.short) + _nearness(block, at, params)
        points += params.bare * (block.words <= params.barest and role is Role.DATELINE)
        if given is role or given is Role.BYLINE:
            points += params.role
        elif given is not None and given.label in _LABELS:
            points += params.foreign
        cued = any(
            c.concept is sought and c.position in ("start", "whole")
            for c in lexicon.cues(block.text, block.words)
        )
        yield Line(block, points + params.cue * cued + containers.points(block), cued)


def window(evidence: Evidence, at: int | None, params: LineScore = LINE_SCORE) -> range:
    """The blocks around the title; the page's first ones where no block shows it."""
    first = max(0, (at or 0) - params.before_blocks)
    return range(first, min((at or 0) + params.far_blocks + 1, len(evidence.page.blocks)))


def _kept(evidence: Evidence, around: range) -> Iterator[Block]:
    """The blocks of a window, and the bylines and date lines elsewhere."""
    blocks = evidence.page.blocks
    for index, role in enumerate(evidence.verdicts.roles):
        if index in around or role in _OWN:
            yield blocks[index]


def _nearness(block: Block, at: int | None, p: LineScore) -> int:
    if at is None:
        return 0
    distance = block.index - at
    if -p.before_blocks <= distance <= p.near_blocks:
        return p.near
    return p.far if 0 < distance <= p.far_blocks else 0


class _Containers:
    """Points that the elements around a block give, remembered by container."""

    def __init__(
        self, evidence: Evidence, at: int | None, sought: TokenConcept, params: LineScore
    ) -> None:
        self._page = evidence.page
        self._sought = sought
        self._params = params
        self._known: dict[int, int] = {}
        self._foreign = params.foreign
        if at is not None:  # what holds the title is no box of another item
            self._foreign -= min(0, self._look(evidence.page.blocks[at].container))

    def points(self, block: Block) -> int:
        own = self._sought in token_concepts(block.tokens)
        found = self._known.get(block.container)
        if found is None:
            found = self._known[block.container] = self._look(block.container)
        return found + self._params.token if own and found <= 0 else found

    def _look(self, container: int) -> int:
        points = 0
        for depth, c in enumerate(self._page.ancestors(container)):
            concepts = token_concepts(c.tokens)
            if depth < self._params.around and self._sought in concepts:
                points = self._params.token
            if c.tag in _FOREIGN_TAGS or not _FOREIGN.isdisjoint(concepts):
                return points + min(0, self._foreign)
        return points
