"""Lines that sign without the words for "by": names, and beside them a date, a role, a portrait."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declutter.document import Block, Document
from declutter.lexicon import relative_time
from declutter.metadata.affixes import key
from declutter.metadata.dates import parse_date
from declutter.metadata.evidence import Evidence
from declutter.metadata.leads import is_phrase, is_role, without_role
from declutter.metadata.name_tails import without_tail
from declutter.metadata.names import is_name
from declutter.metadata.people import first_piece, inner_lead, parse_byline
from declutter.roles import Role
from declutter.scoring.page_type import PageTypes
from declutter.scoring.span import Span

MAX_NEIGHBOUR = 14
"""Words of a date line beside a bare name."""
MAX_PORTRAIT = 3
"""Words beside a name that tell what a picture shows ("Picture of", "'s avatar")."""
LEAST_SEVERAL = 5
"""Words of two names and what joins them."""
NAMED = 0.5
"""Share of a line's words from which it is nothing but names."""
ABOVE_TEXT = 5
"""Lines above the text in which a portrait or a role tells who signs."""
MAX_ROLE = 6
"""Words of a role in the line below a name."""

UNDER_TITLE = 8
"""Lines below the title in which a name that stands twice, or over a role, signs."""
MAX_BARE = 3
"""Words of a name that nothing but its place below the title tells."""
STANDFIRST = 8
"""Words of a standfirst, at least."""

_GLUED = re.compile(r"[^\W\d_A-Z]{3}[A-Z]")
_MARKS = frozenset("|•·/»›>")  # between sections that stand side by side


def is_signature(block: Block, evidence: Evidence) -> bool:
    """Whether a block is nothing but names, with a date in it or beside it, with a role behind or
    below a name, a portrait beside it, or a "by" glued to it."""
    text, language = block.text, evidence.language
    if block.links or block.words > MAX_NEIGHBOUR:
        return False
    opened = inner_lead().search(text)
    dated = any(map(str.isdigit, text))
    after = text[opened.end() :] if opened else text
    if opened or dated:
        name = without_tail(first_piece(after, language), language)
    else:
        name = without_role(text, language)
    several = not is_name(name) and _is_several(after, language)
    if not several and (not is_name(name) or is_phrase(name, language)):
        return False
    if not opened and _is_spoken_of(name, evidence):
        return False
    told = parse_byline(after, language) if several else (name,)
    if not opened and any(is_plain(n, evidence) for n in told):
        return False
    if dated:
        return parse_date(text, language) is not None
    if not several and (opened or len(name.split()) < block.words - 1):
        return not opened or text[: opened.start()].strip() in ("", name)
    return _is_beside_sign(block, name, evidence)


def _is_spoken_of(name: str, evidence: Evidence) -> bool:
    """Whether the headline names the person, who is its subject then."""
    at = evidence.title_at
    return at is not None and name.casefold() in evidence.page.blocks[at].text.casefold()


def _is_beside_sign(block: Block, name: str, evidence: Evidence) -> bool:
    """Whether a line beside a name dates it, or says below the title who the person is."""
    blocks, i, at = evidence.page.blocks, block.index, evidence.title_at
    beside = [j for j in (i - 1, i + 1, i + 2) if 0 <= j < len(blocks)]
    if at is not None:
        beside = [j for j in beside if (j - at) * (i - at) > 0]  # the title parts what it names
    around = [blocks[j] for j in beside]
    language = evidence.language
    if any(b.words <= MAX_NEIGHBOUR and parse_date(b.text, language) is not None for b in around):
        return True
    if at is None or i < at or any(relative_time(b.text, language) for b in around):
        return False  # an entry of a menu, or a source and its age
    first = evidence.page.derived(Span).first
    if i >= first or not runs_on(evidence.page):
        return False  # a section, a product, an entry of a list
    below, near, close = blocks[i + 1 : i + 2], i - at <= UNDER_TITLE, first <= i + ABOVE_TEXT
    if (near or close) and _has_role(below, language):
        return True
    if near and any(b.text == name for b in below):
        return True
    bare = block.words == len(name.split()) and _is_under_title(name, i, at, evidence)
    return bare or (close and _is_pictured(name, around))


def is_plain(name: str, evidence: Evidence) -> bool:
    """Whether words of the page look like a name: it writes the last one small as well, or several
    are glued ("PoliticsWorld"). The site may be called so."""
    name = without_tail(name, evidence.language)
    last = name.split()[-1] if name else ""
    plain = last[:1].isupper() and last.casefold() in evidence.small_words
    return (plain or _GLUED.search(name) is not None) and key(name) not in evidence.own_site.names


def _is_under_title(name: str, i: int, at: int, evidence: Evidence) -> bool:
    """Whether nothing but a standfirst parts a line of a text from the headline, and the text does
    not speak of who is named there. The source of one story among others stands there, too."""
    page, span = evidence.page, evidence.page.derived(Span)
    between = page.blocks[at + 1 : i]
    if page.has_markup or name.isupper() or len(name.split()) > MAX_BARE or len(between) > 1:
        return False
    if evidence.verdicts.roles[i] is Role.DATELINE:
        return False
    text = page.blocks[max(i + 1, span.first) : span.last + 1]
    return all(b.words >= STANDFIRST for b in between) and not any(name in b.text for b in text)


def runs_on(page: Document) -> bool:
    """Whether a page is an article rather than a list or a shop, as far as that can be told."""
    return not page.has_markup or page.derived(PageTypes).runs_on


def _is_several(text: str, language: str | None) -> bool:
    """Whether a line is hardly more than the names of several persons."""
    parts = text.split()
    capitals = sum(part[0].isupper() for part in parts)
    if len(parts) < LEAST_SEVERAL or capitals < NAMED * len(parts) or not _MARKS.isdisjoint(text):
        return False
    names = parse_byline(text, language)
    said = sum(len(name.split()) for name in names)
    return len(names) > 1 and said >= NAMED * len(parts)


def _is_pictured(name: str, around: Sequence[Block]) -> bool:
    """Whether a line beside a name says little more than it: the words for a portrait."""
    most = len(name.split()) + MAX_PORTRAIT
    return any(name in b.text and b.words <= most for b in around)


def _has_role(below: Sequence[Block], language: str | None) -> bool:
    """Whether the line below a name says what the person is."""
    return any(b.words <= MAX_ROLE and is_role(b.text, language) for b in below)
