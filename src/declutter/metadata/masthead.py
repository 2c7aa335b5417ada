"""A first heading that names the site or the book, above the heading that names the page."""

from __future__ import annotations

from collections.abc import Sequence

from declutter.document import Block, Kind
from declutter.metadata.affixes import key, parted
from declutter.metadata.evidence import Evidence
from declutter.metadata.titles import SHOWN, Wording, likeness

ALIKE = 0.85
"""Likeness of a first heading to the last part of a title from which both are the site's name."""
HEADINGS = 12
"""Headings of a page among which its own is looked for."""
SHORTEST = 4
"""Letters and digits of a first heading that can be told to be a name."""
BELOW = 3
"""Lines below a trail among which its last part is looked for."""
FIRST = 2
"""The last line of a page that may be its title element; a mark may stand above it."""
FEWEST = 2
"""Words of a line that can be a title by itself."""


def below_masthead(wordings: Sequence[Wording], evidence: Evidence) -> list[Wording]:
    """The wordings without a first heading that names the site or the book.

    The title element tells: it ends with that heading ("Pumps - The Book of Wells"), and another
    heading or a declared title is what stands before, sections apart. That is then the shown title.
    """
    headings = [w.text for w in wordings if w.source == "h1"]
    parts = next((parted(w.text) for w in wordings if w.source == "title"), [])
    first = key(headings[0]) if headings else ""
    if len(parts) < 3 or len(first) < SHORTEST or not _names(headings[0], parts[-1]):
        return list(wordings)
    own = key("".join(parts[:-2])), key(parts[0])
    if first in own:
        return list(wordings)
    declared = [w.text for w in wordings if w.source not in SHOWN]
    shown = [b.text for b in evidence.page.blocks if b.kind is Kind.HEADING][:HEADINGS]
    others = (*headings[1:], *shown, *declared)
    found = next((t for name in own for t in others if key(t) == name), None)
    if found is None:
        return list(wordings)
    return [Wording(found, "h1"), *(w for w in wordings if w.source not in SHOWN)]


def _names(heading: str, part: str) -> bool:
    """Whether a heading is the site's name, as a title's last part has it."""
    return key(part).startswith(key(heading)) or likeness(heading, part) >= ALIKE


def out_of_trail(block: Block, evidence: Evidence) -> str:
    """The words of a title's line; of a trail ("Home > Wells > Pumps of old") or of a title with
    the site behind it only the part that one of the next lines repeats.

    Where a page has no elements its title element may be a line, with the headline and the site's
    name anywhere below. A line that begins with a colon goes on from the one above.
    """
    if block.text.startswith(":") and block.index:
        return f"{evidence.page.blocks[block.index - 1].text}{block.text}"
    pieces = parted(block.text)
    parts = [key(p) for p in pieces[::2]]
    if len(parts) > 1:
        for below in evidence.page.blocks[block.index + 1 : block.index + 1 + BELOW]:
            if below.words >= FEWEST and key(below.text) in (parts[0], parts[-1]):
                return below.text
        if block.index <= FIRST and not evidence.page.has_markup:
            return _without_names(block, pieces, evidence)
    return block.text


def _without_names(block: Block, pieces: list[str], evidence: Evidence) -> str:
    """A line without the parts at its end that are no part of the headline: what stands before
    them, or each of them, is another line of the page."""
    lines = {key(b.text) for b in evidence.page.blocks if b.index != block.index}
    for end in range(len(pieces) - 2, 0, -2):
        stem = "".join(pieces[:end])
        if key(stem) in lines and len(stem.split()) > FEWEST and not pieces[end].startswith(":"):
            return stem
    while len(pieces) > 2 and key(pieces[-1]) in lines and not pieces[-2].startswith(":"):
        pieces = pieces[:-2]
    return "".join(pieces)
