"""Section headings of the article.

Marks heading elements among the article's blocks as `heading`, and takes headings out again that
nothing follows and that do not read as text by themselves, as well as short lines that announce
with a colon what is not there ("On this subject:"). The title of a note amid the text is text.
Apart because a heading is judged by what it stands over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from declutter.document import Block, Document, Kind
from declutter.lexicon import TokenConcept, token_concepts
from declutter.pipeline import Decision, Verdicts
from declutter.roles import BODY_ROLES, Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.verdict import Judged


class Reason(StrEnum):
    """Why a block is, or is not, a section heading."""

    OVER_TEXT = "heading_over_text"
    SURE = "reads_as_text"
    OVER_NOTHING = "heading_over_nothing"
    TOOLS = "tools_behind_a_heading"
    ANNOUNCES_NOTHING = "announces_what_is_no_text"
    NAMES_BOX = "title_of_a_box"


@dataclass(frozen=True)
class Headings:
    """Tells section headings from headings that stand over nothing of the article."""

    name: str = "headings"
    # A heading speaks for the blocks behind it up to this many; pictures and notes may intervene.
    reach: int = 8
    # Log-odds of text from which a heading is one whatever follows: it may stand over a post or a
    # picture. Of those above it 17 (10 sites) are gold on labelled articles and services, 2 not.
    sure: float = 2.0
    # Likelihood of a list from which every heading that reads as text is one: the name of
    # an entry that consists of it. On held-out sites 13 pages gain and 3 lose.
    entries: float = 0.4
    # A short line with a colon announces what stands within so many blocks. Of those with nothing
    # there, 8 of 31 are text on the dev pages; of those with text nearer, 62 of 117 and more.
    announced: int = 3
    most_words: int = 8

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide headings and announcements that count as body so far, the last first."""
        roles = verdicts.roles
        sure = self._sure(page)
        text_at = len(page.blocks) + self.reach
        for b in reversed(page.blocks):
            if roles[b.index] not in BODY_ROLES:
                if text_at == b.index + 1 and self._names_box(b, roles[b.index]):
                    yield Decision(b.index, Role.BODY, self.name, Reason.NAMES_BOX, b.tag)
                continue
            if _is_tool(b):
                yield Decision(b.index, Role.NAVIGATION, self.name, Reason.TOOLS, b.tag)
                continue
            if b.kind is not Kind.HEADING:
                if self._announces(b) and text_at - b.index > self.announced and page.has_markup:
                    evidence = f"{text_at - b.index} > {self.announced}"
                    reason = Reason.ANNOUNCES_NOTHING
                    yield Decision(b.index, Role.BOILERPLATE, self.name, reason, evidence)
                else:
                    text_at = b.index
            elif text_at - b.index <= self.reach:
                yield Decision(b.index, Role.HEADING, self.name, Reason.OVER_TEXT, b.tag)
            elif page.has_markup and (score := page.derived(Judged).scores[b.index]) > sure:
                evidence = f"{score:.1f} > {sure:g}"
                yield Decision(b.index, Role.HEADING, self.name, Reason.SURE, evidence)
            else:
                yield Decision(
                    b.index, Role.BOILERPLATE, self.name, Reason.OVER_NOTHING, f"{self.reach}"
                )

    def _sure(self, page: Document) -> float:
        """Log-odds from which a heading over nothing is one all the same."""
        listed = page.has_markup and page.derived(PageTypes).entries > self.entries
        return 0.0 if listed else self.sure

    def _names_box(self, block: Block, role: Role | None) -> bool:
        """Whether an element is called the title of a box: of a note, a tip, a warning."""
        return (
            role is Role.BOILERPLATE
            and block.words <= self.most_words
            and TokenConcept.BOX_TITLE in token_concepts(block.tokens)
        )

    def _announces(self, block: Block) -> bool:
        return block.words <= self.most_words and block.text.endswith((":", "："))


def _is_tool(block: Block) -> bool:
    """Whether a block is what stands in brackets behind a heading ("[edit]")."""
    return block.kind is Kind.CONTROL and block.text[0] == "[" and block.text[-1] == "]"
