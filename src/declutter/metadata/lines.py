"""Short visible lines that may name authors or dates, with how much speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from declutter.document import Block, Kind
from declutter.lexicon import Concept, TokenConcept
from declutter.metadata.evidence import Evidence, Line
from declutter.metadata.labels import labels_writers
from declutter.metadata.places import Places
from declutter.metadata.tables import affixes
from declutter.roles import RELATED_ROLES, SIGNATURE_ROLES, Role

OTHERS = RELATED_ROLES | {Role.COMMENT}
"""Roles of lines that are those of other items."""

# By whether a byline is sought. Where a date is, both may hold it; captions, which say whom a
# picture shows and when, are neither, and credits, which name who took it, no byline.
_SIGNED = (SIGNATURE_ROLES, frozenset({Role.BYLINE}))
_FOREIGN = (OTHERS | {Role.CAPTION}, OTHERS | {Role.CAPTION, Role.CREDIT})


@dataclass(frozen=True)
class LineScore:
    """Points for and against a line, and how far from the title it is looked for.

    Set by hand, then varied one by one on dates-dev and aed-dev; docs/metadata.md gives the share
    of lines with the right day, and with an author of the gold, by points.
    """

    role: int = 4
    """The stages took the line for a byline or date line."""
    token: int = 3
    """Its element's class, or one of the nearest around it, names it so."""
    cue: int = 2
    """It opens with the words for it ("By", "Published")."""
    near: int = 3
    """It stands within `near_blocks` after the title or `before_blocks` before it, buttons to share
    the page not counted."""
    far: int = 1
    """It stands within `far_blocks` after the title."""
    foreign: int = -5
    """Its container is a card, a side column, a comment ..., and the title's is none."""
    own_line: int = 1
    """It has at most `short` words ..."""
    bare: int = 2
    """... or hardly more than the date itself: at most `barest`."""
    above: int = -1
    """It stands further above the title: the day of the visit, in the site's header."""
    own: int = 6
    """It tells of the page itself, wherever it stands ("This entry was posted on ...")."""
    near_blocks: int = 8
    before_blocks: int = 4
    far_blocks: int = 25
    short: int = 12
    barest: int = 5
    most_words: int = 45
    """Longer blocks are prose."""


LINE_SCORE = LineScore()


def lines(
    evidence: Evidence,
    sought: Concept,
    wanted: Callable[[str], bool],
    *,
    least: int,
    whole_page: bool = False,
    params: LineScore = LINE_SCORE,
) -> Iterator[Line]:
    """The short lines that are `wanted` and have `least` points as byline or date line.

    Looked for around the title and where the stages marked bylines or date lines; with
    `whole_page` everywhere.
    """
    is_byline = sought is Concept.BYLINE
    token = TokenConcept.BYLINE if is_byline else TokenConcept.DATELINE
    places = evidence.page.derived(Places)
    at = evidence.title_at
    apart = at is None or not places.is_foreign(evidence.page.blocks[at].container)
    roles = evidence.verdicts.roles
    most_words, sure = params.most_words, params.token + params.cue
    most = sure if is_byline else sure + params.own
    steps, code = evidence.steps, Kind.CODE
    for block in evidence.page.blocks if whole_page else _kept(evidence, params):
        # Cheap evidence first: what cannot reach `least` any more is not looked at.
        if block.words > most_words or not wanted(block.text) or block.kind is code:
            continue
        points = _by_itself(block, roles[block.index], is_byline, params)
        points += _nearness(steps[block.index] - steps[at] if at is not None else None, params)
        if points + most < least:
            continue
        if not is_byline and _tells_of_page(block.text):
            points += params.own
        elif apart and places.is_foreign(block.container):
            points += params.foreign
            if points + sure < least:
                continue
        points += params.token * places.is_named(block, token)
        if points + params.cue < least:
            continue
        cued = evidence.opens_with(block, sought) or (
            block.words <= params.barest and evidence.is_labelled(block, sought)
        )
        if is_byline and not cued and block.text[:1].isdigit():  # behind the date
            cued = labels_writers(block.text, evidence.language)
        points += params.cue * cued
        if points >= least:
            yield Line(block, points, cued)


def _tells_of_page(text: str) -> bool:
    """Whether a line says when the page itself was published."""
    return text.casefold().startswith(affixes("dates", "of_itself"))


def _by_itself(block: Block, role: Role | None, is_byline: bool, p: LineScore) -> int:
    """Points for a block's length and for the role that the stages gave it."""
    points = p.own_line * (block.words <= p.short)
    points += p.bare * (block.words <= p.barest and not is_byline)
    if role in _SIGNED[is_byline]:
        return points + p.role
    return points + p.foreign * (role in _FOREIGN[is_byline])


def window(evidence: Evidence, params: LineScore = LINE_SCORE) -> range:
    """The blocks around the title; the page's first ones where no block shows it."""
    at = evidence.title_at or 0
    first = max(0, at - params.before_blocks)
    return range(first, min(at + params.far_blocks + 1, len(evidence.page.blocks)))


def _kept(evidence: Evidence, params: LineScore) -> Iterator[Block]:
    """The blocks of the window, and the bylines and date lines elsewhere, in reading order."""
    blocks = evidence.page.blocks
    around = window(evidence, params)
    marked = [i for i in evidence.signature if i not in around]
    for index in sorted((*around, *marked)):
        yield blocks[index]


def _nearness(distance: int | None, p: LineScore) -> int:
    """Points for so many lines below the title; None where no block shows it."""
    if distance is None:
        return 0
    if -p.before_blocks <= distance <= p.near_blocks:
        return p.near
    if distance < 0:
        return p.above
    return p.far if 0 < distance <= p.far_blocks else 0
