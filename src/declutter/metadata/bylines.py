"""Authors whom the page shows: bylines, links to author pages, the closing line about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from declutter.document import Block, Kind
from declutter.lexicon import Concept
from declutter.metadata.dates import parse_date
from declutter.metadata.evidence import Evidence, Line, Read
from declutter.metadata.leads import is_lead, is_phrase, is_role, without_lead
from declutter.metadata.lines import LINE_SCORE, OTHERS, lines
from declutter.metadata.name_tails import without_tail
from declutter.metadata.names import is_caseless, is_group, is_name
from declutter.metadata.people import first_piece, parse_byline
from declutter.metadata.places import Places
from declutter.metadata.signatures import is_plain, is_signature
from declutter.metadata.tables import affixes, words
from declutter.scoring.finder import Finder


@dataclass(frozen=True)
class BylineChoice:
    """How sure a line must be. `least` was set on aed-dev and wcxb-dev where naming more authors
    began to cost more than it gained; docs/metadata.md gives the shares by points."""

    least: int = 6
    dated: int = 2
    """It is a name with a date in or beside its line, or with a role."""
    linked: int = 3
    """The name links to a page under an author's path."""
    after_lead: int = 2
    """The block before it holds nothing but the words for "by"."""
    single: int = 5
    """Words of a desk's name after the words for "by"."""


CHOICE = BylineChoice()
NEARBY = replace(LINE_SCORE, far_blocks=LINE_SCORE.near_blocks)
SURE = 8
"""Points from which a line in a script without capitals is a byline without words for "by"."""
MAX_LINKED = 5
"""Words of a name that links to an author's page."""
MIN_ACCOUNT = 3
"""Characters of an account's name."""
MAX_BYLINE = 300
"""Characters of a byline."""


class Byline(NamedTuple):
    """Names in the line `at`; of the same points those `below` the title come first."""

    points: int
    below: bool
    at: int
    names: tuple[str, ...]
    text: str


def _is_short(text: str) -> bool:
    return len(text) <= MAX_BYLINE


def shown(evidence: Evidence, *, near: bool = False, params: BylineChoice = CHOICE) -> list[Read]:
    """The authors in the surest byline, then in less sure ones; only `near` the title if so."""
    found: list[Byline] = []
    lead: Block | None = None  # the block before, where it holds nothing but the words for "by"
    above: Byline | None = None  # names below such a block, one a line
    score = NEARBY if near else LINE_SCORE
    least = params.least - params.linked - 1
    for line in lines(evidence, Concept.BYLINE, _is_short, least=least, params=score):
        block = line.block
        before = lead if lead and lead.index == block.index - 1 else None
        listed = above if above and above.at == block.index - 1 else None
        if listed and not _is_bare(block, evidence):
            listed = None
        pending = line.cued and is_lead(block.text, evidence.language)
        lead = block if pending else None
        names = _linked(block)
        points = listed.points if listed else _points(line, names, before, evidence, params)
        if pending or (points < params.least and not listed):
            continue
        names = names or parse_byline(block.text, evidence.language)
        if not names and (line.cued or before or points > params.least):
            names = _desk(block.text, evidence.language, params)
        unsure = not line.cued and line.points < SURE
        if names and not (unsure and any(map(is_caseless, names))):
            # Those who checked it stand for a writer whom nothing names.
            checked = _is_checked(block.text) or bool(before and _is_checked(before.text))
            below = evidence.title_at is None or block.index > evidence.title_at
            found.append(Byline(0 if checked else points, below, block.index, names, block.text))
            if listed or (before and _is_bare(block, evidence)):
                above = found[-1]
    return _merged(found, evidence)


def _points(
    line: Line,
    linked: tuple[str, ...],
    before: Block | None,
    evidence: Evidence,
    params: BylineChoice,
) -> int:
    """A line's points as a byline, with those for the block before and for linked names."""
    points = line.points + params.after_lead * (before is not None and not line.cued)
    points += (params.linked + (linked == (line.block.text.strip(),))) * bool(linked)
    if points + params.dated >= params.least:
        points += params.dated * is_signature(line.block, evidence)
    return points


def elsewhere(evidence: Evidence) -> list[Read]:
    """The persons in the only line far from the title that opens with the words for "by".

    Several such lines that name different persons are those of other items.
    """
    found: dict[tuple[str, ...], Read] = {}
    places = evidence.page.derived(Places)
    for index in evidence.page.derived(Finder).said(Concept.BYLINE):
        block = evidence.page.blocks[index]
        if block.words > LINE_SCORE.most_words or not evidence.opens_with(block, Concept.BYLINE):
            continue
        if block.kind is Kind.ROW:
            continue  # whose work the page tells of
        role = evidence.verdicts.roles[block.index]
        theirs = role in OTHERS or _is_checked(block.text)
        if theirs or places.is_foreign(block.container) or not _is_short(block.text):
            continue
        names = parse_byline(_signed_text(block, evidence), evidence.language)
        if names:
            found.setdefault(names, Read(names, block.text, "byline"))
    return list(found.values()) if len(found) == 1 else []


def _is_bare(block: Block, evidence: Evidence) -> bool:
    """Whether a block is nothing but the names of persons."""
    names = parse_byline(block.text, evidence.language)
    said = sum(len(name.split()) for name in names)
    labels = (is_plain(n, evidence) or is_phrase(n, evidence.language) for n in names)
    return said == block.words and not any(labels)


def _is_checked(text: str) -> bool:
    """Whether a line names those who checked or edited the piece, not who wrote it."""
    return text.casefold().lstrip().startswith(affixes("people", "checked"))


def _signed_text(block: Block, evidence: Evidence) -> str:
    """A byline; the line below it where it is nothing but the words for "by"."""
    below = evidence.page.blocks[block.index + 1 : block.index + 2]
    lead = is_lead(block.text, evidence.language)
    return below[0].text if lead and below and below[0].words <= MAX_LINKED else block.text


def _merged(found: list[Byline], evidence: Evidence) -> list[Read]:
    """Lines in order of points; persons in neighbouring lines of the same points sign together,
    unless a date parts them: it is that of one."""
    if not found:
        return []
    found.sort(key=lambda b: (-b.points, not b.below, b.at))
    first = found[0]
    at, best = first.at, list(first.names)
    for other in found[1:]:
        near = (other.points, other.below) == (first.points, first.below) and other.at - at <= 2
        if near and all(map(is_name, (*first.names, *other.names))):
            between = evidence.page.blocks[at + 1 : other.at]
            if any(parse_date(b.text, evidence.language) for b in between):
                break
            best.extend(n for n in other.names if n not in best)
            at = other.at
    return [
        Read(tuple(best), first.text, "byline"),
        *(Read(b.names, b.text, "byline") for b in found[1:]),
    ]


def _linked(block: Block) -> tuple[str, ...]:
    """The names in a block that link to an author's page; any name where it is all of the block."""
    found: list[str] = []
    for link in block.links:
        if _is_author_path(link.href):
            text = link.text.strip(" ,|")
            named = parse_byline(text)
            account = text == block.text.strip() and len(text.split()) <= MAX_LINKED
            if named:
                found.extend(named)
            elif account and not _is_label(text):
                found.append(without_lead(text, None))
    return tuple(dict.fromkeys(found))


def _is_label(text: str) -> bool:
    """Whether a text is a date, a role or a single letter rather than the name of an account."""
    if " @" in text or len(text) < MIN_ACCOUNT:  # a button to follow somebody
        return True
    dated = any(c.isdigit() for c in text) and " " in text
    return dated or is_role(text, None) or is_phrase(text, None)


def _is_author_path(href: str) -> bool:
    path = href.partition("?")[0].partition("#")[0]
    return not words("people", "author_paths").isdisjoint(path.lower().split("/")[:-1])


def _desk(text: str, language: str | None, params: BylineChoice) -> tuple[str, ...]:
    """The desk, house or account in a line that is a byline though it names no person."""
    name = without_lead(text, language)
    opened = name != text.strip()
    if opened:
        name = first_piece(text, language)
        if any(map(str.isdigit, name)):
            name = without_tail(name, language)
    plain = 1 <= len(name.split()) <= params.single and not any(c.isdigit() for c in name)
    agency = opened and name.casefold() in words("people", "agencies")  # "dpa"
    if not plain or ":" in name or not (agency or name[:1].isupper()):
        return ()
    if agency or (opened and is_group(name)):
        return (name,)
    return (name,) if not _is_label(name) and (opened or not is_phrase(name, language)) else ()
