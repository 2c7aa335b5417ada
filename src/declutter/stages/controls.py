"""Controls: the fields of forms, the options of a choice, the buttons of lists and shops.

Marks what stands in a form or a choice and was taken for text as boilerplate, and buttons on pages
of entries and offers. Apart because such lines are worded like entries, and the element tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Container, Document
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits


class Reason(StrEnum):
    """What a block is part of."""

    FORM = "in_a_form"
    CHOICE = "in_a_choice"
    BUTTON = "button"


_CHOICES = frozenset(["select", "option", "optgroup"])


@dataclass(frozen=True)
class Controls:
    """Marks forms, choices and buttons."""

    name: str = "controls"
    # Share of the words taken for text up to which forms, or choices, are none of it. A form around
    # more is the page. On held-out sites 19 labelled pages gain by each and 2 lose.
    most: float = 0.4
    # Share of entries and product from which every button is one; elsewhere buttons open what they
    # head, but for those that stand there again. On held-out sites 43 labelled pages gain and 13
    # lose by the former, 22 and 3 by the latter.
    entries: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks inside of controls."""
        if not page.has_markup:
            return
        roles = verdicts.roles
        text = [
            b for b in page.blocks if roles[b.index] is Role.BODY or roles[b.index] is Role.HEADING
        ]
        around = page.nearest(_part)
        most = self.most * sum(b.words for b in text)
        for reason in (Reason.FORM, Reason.CHOICE):
            found = [b for b in text if around[b.container] is reason]
            if sum(b.words for b in found) <= most:
                yield from self._are(found, reason)
        buttons = [b for b in text if b.tag == "button"]
        if buttons:
            types, times = page.derived(PageTypes), page.derived(Traits).times
            if types.entries + types.shares[PageType.PRODUCT] <= self.entries:
                buttons = [b for b in buttons if times[b.text] > 1]
            yield from self._are(buttons, Reason.BUTTON)

    def _are(self, blocks: list[Block], reason: Reason) -> Iterator[Decision]:
        for b in blocks:
            yield Decision(b.index, Role.BOILERPLATE, self.name, reason, b.tag)


def _part(c: Container) -> Reason | None:
    if c.tag == "form":
        return Reason.FORM
    return Reason.CHOICE if c.tag in _CHOICES else None
