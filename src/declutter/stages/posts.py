"""What stands around the posts of a thread: members' signatures, and columns beside them.

Marks such blocks, where they were taken for text, as boilerplate. Apart because only on a thread
nearly all text is somebody's, and the element tells what is said about them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Container, Document
from declutter.lexicon import TokenConcept, token_concepts
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring.landmarks import holds_most
from declutter.scoring.page_type import PageTypes


class Reason(StrEnum):
    """What a block is part of."""

    SIGNATURE = "in_a_signature"
    ASIDE = "beside_the_posts"


@dataclass(frozen=True)
class Posts:
    """Marks signatures and side columns of threads."""

    name: str = "posts"
    # Likelihood of a thread. On held-out sites 9 labelled threads gain by the signatures and none
    # loses, 12 and 4 by the columns.
    thread: float = 0.3

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks in signatures and columns."""
        if not page.has_markup or not page.blocks:
            return
        if page.derived(PageTypes).shares[PageType.FORUM] <= self.thread:
            return
        around = page.nearest(lambda c: None if holds_most(page, c) else _part(c))
        for b, role in zip(page.blocks, verdicts.roles, strict=True):
            reason = around[b.container]
            if reason is not None and role in BODY_ROLES:
                yield Decision(b.index, Role.BOILERPLATE, self.name, reason, b.tag)


def _part(c: Container) -> Reason | None:
    if c.tag == "aside":
        return Reason.ASIDE
    if c.tokens and TokenConcept.SIGNATURE in token_concepts(c.tokens):
        return Reason.SIGNATURE
    return None
