"""Small invented pages for the tests of stages: from HTML or text to a Document and decisions."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from declutter.document import Block, Document
from declutter.limits import DEFAULT_LIMITS
from declutter.metadata.declared import declare
from declutter.pipeline import Decision, Ledger, Stage
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.text import segment_text
from declutter.roles import Role

# Three paragraphs that any reader takes for an article.
PROSE = (
    "The ferry to Holm took up its service again on Monday, nine days after the storm that had"
    " torn the southern pier from its piles and left the island to itself.",
    "Most of the islanders had stayed, living on what the two shops still had in store and on fish"
    " that their neighbours brought in whenever the wind allowed it.",
    "The company says it will run three boats a day until the end of the month, one more than in"
    " other years, so that everybody who waits can get across before the fair.",
)


def read(html: str) -> Document:
    """A page as `extract` reads it."""
    root = parse(html, DEFAULT_LIMITS).root
    return replace(segment(root), declared=declare(root, None))


def read_text(text: str) -> Document:
    """A flattened page as `extract` reads it."""
    return segment_text(text)


def article(
    *, before: str = "", after: str = "", within: str = "", head: str = "", lang: str = "en"
) -> Document:
    """A page with `PROSE` in its `<article>`, and markup put around or into it.

    `before` and `after` stand inside the article ahead of and behind its paragraphs, `within`
    between the first two.
    """
    first, *rest = (f"<p>{p}</p>" for p in PROSE)
    return read(
        f'<html lang="{lang}"><head>{head}</head><body><article>'
        f"{before}{first}{within}{''.join(rest)}{after}</article></body></html>"
    )


def block(page: Document, text: str) -> Block:
    """The one block whose text begins so."""
    found = [b for b in page.blocks if b.text.startswith(text)]
    assert len(found) == 1, [b.text[:60] for b in page.blocks]
    return found[0]


class Given(StrEnum):
    """The reason of roles that a test sets."""

    TOLD = "told"


class Decided(NamedTuple):
    """What stages made of a block."""

    role: Role
    reason: str


def run(page: Document, *stages: Stage, given: dict[int, Role] | None = None) -> list[Decision]:
    """The decisions of the last stage; the others, and `given` roles, come before it."""
    ledger = Ledger(len(page.blocks))
    for i, role in (given or {}).items():
        ledger.write([Decision(i, role, "given", Given.TOLD, "")])
    made: list[Decision] = []
    for stage in stages:
        made = list(stage(page, ledger))
        ledger.write(made)
    assert all(d.stage == stages[-1].name for d in made)
    return made


def decided(
    page: Document, *stages: Stage, given: dict[int, Role] | None = None
) -> dict[str, Decided]:
    """By the block's text, what the last stage decided on it (its last word)."""
    return {
        page.blocks[d.block].text: Decided(d.role, d.reason.value)
        for d in run(page, *stages, given=given)
    }
