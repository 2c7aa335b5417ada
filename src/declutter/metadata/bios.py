"""Authors whom a line at the end of the text introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from declutter.document import Block, Kind
from declutter.lexicon import Concept
from declutter.metadata.evidence import Evidence, Read
from declutter.metadata.leads import EDGE, is_phrase, is_role
from declutter.metadata.name_tails import said_once
from declutter.metadata.names import MAX_WORDS, is_caseless, is_name, unique
from declutter.metadata.people import parse_byline
from declutter.metadata.signatures import is_plain, runs_on
from declutter.metadata.tables import words
from declutter.roles import Role
from declutter.scoring.finder import Finder
from declutter.scoring.span import Span

CLOSING = 6
"""Paragraphs at the end of the text in which a line about the author is looked for."""
MAX_HEADING = 5
"""Words of a heading over the lines about the author."""
BELOW = 5
"""Lines below such a heading, or a name, in which somebody is introduced, behind a picture, the
name and a role."""
BEHIND = 8
"""Lines behind the text among which a name stands over those that tell of its bearer."""
MAX_BIO = 1_500
"""Characters of a line about the author that are read."""

_WORD = re.compile(r"[\w-]+")


def in_bio(evidence: Evidence) -> Iterator[Read]:
    """The authors whom a line introduces that the stages marked so, or that closes the text."""
    yield from _under_heading(evidence)
    yield from _behind_text(evidence)
    body = [b for b in evidence.blocks(Role.BODY) if b.kind is Kind.PARAGRAPH][-CLOSING:]
    marked = ((b, True) for b in evidence.blocks(Role.AUTHOR_BIO))
    for block, told in (*marked, *((b, False) for b in body)):
        cued = any(c.concept is Concept.AUTHOR_BIO for c in evidence.cues(block))
        names = parse_bio(block.text, sure=told or cued)
        if not names and told:
            names = _signed(block, evidence)
        if names:
            yield Read(names, block.text, "author bio")


def _behind_text(evidence: Evidence) -> Iterator[Read]:
    """The person in a line of its own behind the text, who is told of in the lines below: by a
    role, or in a sentence that begins with a part of the name."""
    blocks, last = evidence.page.blocks, evidence.page.derived(Span).last
    for block in (
        blocks[last + 1 : last + 1 + BEHIND] if last >= 0 and runs_on(evidence.page) else ()
    ):
        name, below = block.text.strip(EDGE), blocks[block.index + 1 : block.index + 1 + BELOW]
        if block.links or not below or not is_name(name) or is_caseless(name):
            continue
        if is_plain(name, evidence) or is_phrase(name, evidence.language):
            continue
        roles = [b.words <= MAX_HEADING and is_role(b.text, evidence.language) for b in below]
        if below[0].text == block.text:
            roles = roles[1:]
        if any(roles[:1]) or any(_tells_of(name, b) for b in below):
            yield Read((name,), block.text, "author bio")
            return


def _tells_of(name: str, block: Block) -> bool:
    """Whether a sentence begins with a part of a name and says what its bearer is or does."""
    first, _, rest = block.text.partition(" ")
    copula = rest.partition(" ")[0] in words("people", "copulas")
    return copula and block.words > MAX_HEADING and first in name.split()


def _signed(block: Block, evidence: Evidence) -> tuple[str, ...]:
    """The names in a line about the author that is no sentence: alone, or behind "Authors:"."""
    if block.words <= MAX_WORDS or evidence.opens_with(block, Concept.BYLINE):
        return parse_byline(block.text, evidence.language)
    return ()


def _under_heading(evidence: Evidence) -> Iterator[Read]:
    """The person introduced right below "About the author"."""
    blocks = evidence.page.blocks
    for index, _ in evidence.page.derived(Finder).labels(Concept.AUTHOR_BIO):
        if blocks[index].words > MAX_HEADING:
            continue
        for below in blocks[index + 1 : index + 1 + BELOW]:
            names = parse_bio(below.text)
            if names:
                yield Read(names, below.text, "author bio")
                break


def parse_bio(text: str, *, sure: bool = True) -> tuple[str, ...]:
    """The persons whom a line about the authors introduces: those who open its sentences.

    Where it is not `sure` that the line is one, a role must follow the name at once.

    >>> parse_bio("Jane Roe is Fellow, Example House. John van Doe is an editor.")
    ('Jane Roe', 'John van Doe')
    """
    found: list[str] = []
    for match in _copula().finditer(text[:MAX_BIO]):
        name = said_once(match[1].strip(EDGE))
        role = not words("people", "role_words").isdisjoint(_WORD.findall(match[2].casefold()))
        if is_name(name) and (sure or role):
            found.append(name)
    return unique(found)


@cache
def _copula() -> re.Pattern[str]:
    """A run of at most six words at the head of a sentence, up to the copula."""
    listed = "|".join(map(re.escape, sorted(words("people", "copulas"))))
    head = r"(?:^|(?<=[.!?)\]\n] ))([^\s,;:!?()]+(?: [^\s,;:!?()]+){1,5}?)"
    return re.compile(rf"{head} (?:{listed})\b((?: [^\s.;:!?()]+){{0,5}})")
