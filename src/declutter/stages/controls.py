"""Controls: fields of forms, options of a choice, buttons, and the dialogs that they open.

Marks what stands in one and was taken for text as boilerplate. Apart because such lines are worded
like entries, and the element tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Container, Document
from declutter.lexicon import TokenConcept, token_concepts
from declutter.model import PageType
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.traits import Traits
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """What a block is part of."""

    FORM = "in_a_form"
    CHOICE = "in_a_choice"
    BUTTON = "button"
    DIALOG = "in_a_dialog"


_CHOICES = frozenset(["select", "option", "optgroup"])
_DIALOGS = frozenset(["dialog", "alertdialog"])


@dataclass(frozen=True)
class Controls:
    """Marks forms, choices, buttons and dialogs."""

    name: str = "controls"
    # Share of the words taken for text up to which forms, or choices, are none of it. A form around
    # more is the page. On held-out sites 19 labelled pages gain by each and 2 lose.
    most: float = 0.4
    # Share of entries and product from which every button is one; elsewhere buttons open what they
    # head, but for those that stand there again. On held-out sites 43 labelled pages gain and 13
    # lose by the former, 22 and 3 by the latter; 35 and 5 by so few words that are called a button
    # and stand there again.
    entries: float = 0.5
    button_words: int = 6
    # Log-odds of text up to which a dialog says none of it: what a click shows above the page. One
    # around the headline is the page. On held-out sites 15 labelled pages gain and 2 lose.
    dialog: float = 1.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the blocks inside of controls."""
        if not page.has_markup:
            return
        roles = verdicts.roles
        text = [b for b in page.blocks if roles[b.index] in BODY_ROLES]
        if _hold(page, text):
            yield from self._parts(page, text)
            yield from self._dialogs(page, text)
        types, times = page.derived(PageTypes), page.derived(Traits).times
        listed = types.entries + types.shares[PageType.PRODUCT] > self.entries
        buttons = (
            b
            for b in text
            if (listed and b.tag == "button") or (times[b.text] > 1 and self._is_button(b))
        )
        yield from self._are(buttons, Reason.BUTTON)

    def _parts(self, page: Document, text: list[Block]) -> Iterator[Decision]:
        """What stands in forms and choices, as far as they are not the page."""
        around = page.nearest(_part)
        most = self.most * sum(b.words for b in text)
        for reason in (Reason.FORM, Reason.CHOICE):
            found = [b for b in text if around[b.container] is reason]
            if sum(b.words for b in found) <= most:
                yield from self._are(found, reason)

    def _dialogs(self, page: Document, text: list[Block]) -> Iterator[Decision]:
        """What stands in dialogs."""
        scores, headline = page.derived(Judged).scores, page.derived(Traits).headline
        dialogs = page.nearest(lambda c: _is_dialog(c) and headline not in c.blocks)
        found = [b for b in text if dialogs[b.container] and scores[b.index] < self.dialog]
        yield from self._are(found, Reason.DIALOG)

    def _is_button(self, block: Block) -> bool:
        return block.tag == "button" or (
            block.words <= self.button_words and TokenConcept.BUTTON in token_concepts(block.tokens)
        )

    def _are(self, blocks: Iterable[Block], reason: Reason) -> Iterator[Decision]:
        for b in blocks:
            yield Decision(b.index, Role.BOILERPLATE, self.name, reason, b.tag)


def _hold(page: Document, text: list[Block]) -> bool:
    """Whether any form, choice or dialog holds some of the text; most often none does."""
    seen = {-1}
    for b in text:
        at = b.container
        while at not in seen:
            seen.add(at)
            c = page.containers[at]
            if _part(c) is not None or _is_dialog(c):
                return True
            at = c.parent
    return False


def _part(c: Container) -> Reason | None:
    if c.tag == "form":
        return Reason.FORM
    return Reason.CHOICE if c.tag in _CHOICES else None


def _is_dialog(c: Container) -> bool:
    return c.tag == "dialog" or c.role in _DIALOGS
