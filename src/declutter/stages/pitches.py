"""Pitches: boxes amid the text that ask the reader to subscribe.

Marks what stands in a small box named as a newsletter sign-up. Apart from the cues because such a
box says what it likes ("Join 900 slow weavers"), and from the places because it stands in the
middle of the text and reads like it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Document
from declutter.lexicon import TokenConcept
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring.finder import Finder
from declutter.scoring.naming import Naming


class Reason(StrEnum):
    """Why a block is a pitch."""

    NAMED = "named_as_newsletter"


@dataclass(frozen=True)
class Pitches:
    """Marks the blocks of newsletter boxes that are taken for text.

    On the labelled pages no block of the gold text stands in one, and 40 others that score as text
    do.
    """

    name: str = "pitches"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide by the names of the box."""
        names = page.derived(Naming).of
        for i in page.derived(Finder).called(TokenConcept.NEWSLETTER):
            if verdicts.roles[i] in BODY_ROLES:
                named = " ".join(sorted(names[i]))
                yield Decision(i, Role.NEWSLETTER, self.name, Reason.NAMED, named)
