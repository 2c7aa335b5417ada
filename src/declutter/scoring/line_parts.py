"""How far a line is from the last heading that announces other things, and from the next one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2

from declutter.document import Block
from declutter.lexicon import Concept, Cue, Position

# Concepts that head or announce what is no article text, by the part of the page they open.
_PARTS = {
    Concept.RELATED: "related",
    Concept.RECOMMENDED: "related",
    Concept.POPULAR: "related",
    Concept.LATEST: "related",
    Concept.NEXT_ARTICLE: "next",
    Concept.READ_MORE: "more",
    Concept.COMMENTS: "comments",
    Concept.NEWSLETTER: "pitch",
    Concept.APP_PROMO: "pitch",
    Concept.SUPPORT: "pitch",
    Concept.PAYWALL: "pitch",
    Concept.ADVERTISING: "ad",
    Concept.SPONSORED: "ad",
    Concept.SHARE: "share",
    Concept.FOLLOW: "share",
    Concept.FOOTER: "footer",
    Concept.CONSENT: "consent",
    Concept.TAGS: "tags",
    Concept.AUTHOR_BIO: "author",
    Concept.BYLINE: "byline",
    Concept.DATELINE: "date",
    Concept.READING_TIME: "date",
    Concept.END_OF_TEXT: "end",
    Concept.LOGIN: "login",
}
_CUE_WORDS = 12  # a line of more words announces nothing
_REACH = 64  # lines beyond which a heading says nothing
_NAMES = dict.fromkeys(_PARTS.values())
_FAR = [0, *(int(log2(far)) for far in range(1, _REACH))]
_SINCE, _UNTIL = (
    {part: [f"{word} {part} {n}" for n in _FAR] for part in _NAMES} for word in ("since", "until")
)


def parts(blocks: Sequence[Block], cues: Sequence[Iterable[Cue]]) -> list[list[str]]:
    """For each line how far it is from the last and the next short cue of each part."""
    traits: list[list[str]] = [[] for _ in blocks]
    opened = [
        (b.index, part)
        for b, found in zip(blocks, cues, strict=True)
        if found and b.words <= _CUE_WORDS
        for part in _opens(found)
    ]
    _carry(traits, opened, _SINCE, 1)
    _carry(traits, opened[::-1], _UNTIL, -1)
    return traits


def _opens(cues: Iterable[Cue]) -> list[str]:
    concepts = [c.concept for c in cues if c.position is not Position.INSIDE]
    return list(dict.fromkeys(_PARTS[c] for c in concepts if c in _PARTS))


def _carry(
    traits: list[list[str]],
    opened: Sequence[tuple[int, str]],
    tables: dict[str, list[str]],
    step: int,
) -> None:
    """Write into the traits of the lines behind each opening line, up to the next of its part."""
    ends: dict[str, int] = {}
    for at, part in reversed(opened):
        stop = ends.get(part, at + step * _REACH)
        ends[part] = at
        far = min(abs(stop - at), _REACH - 1)
        lines = traits[at + 1 : at + 1 + far] if step > 0 else traits[max(0, at - far) : at][::-1]
        for line, name in zip(lines, tables[part][1 : far + 1], strict=False):
            line.append(name)
