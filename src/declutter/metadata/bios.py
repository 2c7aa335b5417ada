"""Authors whom a line at the end of the text introduces."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.document import Kind
from declutter.lexicon import Concept
from declutter.metadata.evidence import Evidence, Read
from declutter.metadata.people import parse_bio
from declutter.roles import Role

CLOSING = 6
"""Paragraphs at the end of the text in which a line about the author is looked for."""


def in_bio(evidence: Evidence) -> Iterator[Read]:
    """The authors whom a line introduces that the stages marked so, or that closes the text."""
    blocks = list(evidence.blocks(Role.AUTHOR_BIO))
    body = [b for b in evidence.blocks(Role.BODY) if b.kind is Kind.PARAGRAPH]
    for block in (*blocks, *body[-CLOSING:]):
        cued = any(c.concept is Concept.AUTHOR_BIO for c in evidence.cues(block))
        names = parse_bio(block.text, sure=block in blocks or cued)
        if names:
            yield Read(names, block.text, "author bio")
