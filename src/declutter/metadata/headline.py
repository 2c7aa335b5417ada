"""Title and subtitle of a page from what it declares and what the stages found."""

from __future__ import annotations

from declutter.document import Block, Field, Kind
from declutter.metadata.affixes import key
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.kickers import without_kicker
from declutter.metadata.masthead import below_masthead, out_of_trail
from declutter.metadata.tables import words
from declutter.metadata.titles import DEFAULT, OFFER, Wording, choose_title, likeness
from declutter.model import PageType
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes

MAX_TITLE = 400
"""Characters of a visible title; the longest gold title of the dev corpora has 257."""
ALIKE = 0.6
"""Likeness from which a heading shows the title, which may be worded a little otherwise there."""


def title(evidence: Evidence) -> Pick:
    """The headline without the site's name."""
    wordings = [Wording(c.value, c.source) for c in evidence.declared(Field.TITLE)]
    wordings += [
        Wording(out_of_trail(b, evidence), _source(b, evidence))
        for b in evidence.blocks(Role.TITLE)
        if len(b.text) <= MAX_TITLE and not (wordings and _by_role_alone(b))
    ][:1]
    wordings = below_masthead(wordings, evidence)
    params = OFFER if _is_offer(evidence) else DEFAULT
    ranked = without_kicker(choose_title(wordings, evidence.own_site, params))
    return pick(Read(w.text, w.text, w.source) for w in ranked)


def _by_role_alone(block: Block) -> bool:
    """Whether a block is a heading by its ARIA role: such ones often name less than a page does."""
    return block.kind is Kind.HEADING and block.location.xpath is not None and block.tag[:1] != "h"


def _source(block: Block, evidence: Evidence) -> str:
    """Where a line taken for the title comes from: a text's first line may be a title element."""
    return "title" if block.index == 0 and not evidence.page.has_markup else "block"


def _is_offer(evidence: Evidence) -> bool:
    """Whether a page that declares no article looks like the offer of a service."""
    page = evidence.page
    if not page.has_markup or not page.blocks:
        return False
    declared = (c.value.casefold() for c in evidence.declared(Field.PAGE_TYPE))
    if not words("fields", "dated").isdisjoint(declared):
        return False
    return page.derived(PageTypes).best is PageType.SERVICE


def subtitle(evidence: Evidence) -> Pick:
    """The standfirst: the block taken for it, else what is declared as one."""
    shown = [Read(b.text, b.text, "block") for b in evidence.blocks(Role.SUBTITLE)]
    declared = [Read(c.value, c.value, c.source) for c in evidence.declared(Field.SUBTITLE)]
    return pick((*shown, *declared))


def shown_at(evidence: Evidence, title: str | None) -> int | None:
    """The index of the block that shows the title: one taken for it, a heading, or a like line."""
    marked = list(evidence.blocks(Role.TITLE))
    if marked:
        return max(marked, key=lambda b: (likeness(b.text, title or ""), -b.index)).index
    if not title:
        return None
    blocks = [b for b in evidence.page.blocks if len(b.text) <= MAX_TITLE]
    likely = [
        (likeness(b.text, title), b.level == 1, -b.index) for b in blocks if b.kind is Kind.HEADING
    ]
    best = max(likely, default=(0.0, False, 0))
    if best[0] >= ALIKE:
        return -best[2]
    name = key(title)
    return next((b.index for b in blocks if key(b.text) == name), None)
