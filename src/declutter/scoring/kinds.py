"""What a line looks like to a reader: a headline, a line with source and date, prose, a label."""

from __future__ import annotations

import re
from enum import StrEnum

from declutter.document import Block, Document
from declutter.lexicon import (
    Concept,
    Cue,
    Position,
    RelativeTime,
    TimeUnit,
    lexicon_for,
    months,
    normalise,
    relative_time,
)
from declutter.scoring.announced import OVER_OFFERS
from declutter.scoring.date_lines import SOURCE_WORDS, all_names, is_date_line
from declutter.scoring.lines import DATE_WORDS, Lines, Said

# Headlines of the dev corpora have 4 to 26 words but for one in a hundred.
HEADLINE_WORDS = (4, 26)
LABEL_WORDS = 5
_FLAG_WORDS = 8
_SIGNED_WORDS = 8
_SENTENCE_END = (".", "。", "।", ";", ",", "…”")
_SEPARATORS = "•|·–—-/,:"
_SIGNS = frozenset("©®")
_BAR = re.compile(r"\s*[|·•│｜]\s*")
_BAR_PARTS = 3
_PART_WORDS = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"\w+")
_PART = re.compile(r"\w+|[^\w\s]")
_REPEAT = re.compile(r"(\w)\1+")
_DATE_PARTS = re.compile(r"t(?:[.,:/-]*t)+|(?<=\d)[smhdwj]\b")
_UNITS = frozenset("smhdwj")
_AGE = re.compile(r"(?:^|[•|·–—\-] ?)\d{1,2} ?[smhdwj]$")
_ALSO = frozenset({Concept.READ_MORE, Concept.RELATED, Concept.RECOMMENDED, Concept.NEXT_ARTICLE})
_OTHERS = frozenset({Concept.RELATED, Concept.RECOMMENDED})
_STOPS = frozenset(
    {
        Concept.COMMENTS,
        Concept.APP_PROMO,
        Concept.NEWSLETTER,
        Concept.FOOTER,
        Concept.CONSENT,
        Concept.LOGIN,
    }
)
# Pitches that say what they are by how they begin, whatever they offer.
_PITCHES = frozenset({Concept.APP_PROMO, Concept.NEWSLETTER, Concept.CONSENT})
# Trails and the buttons that set the size of letters, whose parts vary.
_CONTROLS = frozenset({Concept.BREADCRUMB, Concept.PRINT})
_INTERFACE = _STOPS | {
    Concept.SHARE,
    Concept.FOLLOW,
    Concept.NAVIGATION,
    Concept.PRINT,
    Concept.MEDIA_UI,
    Concept.IMAGE_ALT,
    Concept.ADVERTISING,
    Concept.FORM,
    Concept.SUPPORT,
    Concept.SECTION,
}


class LineKind(StrEnum):
    """What a line looks like."""

    HEADLINE = "headline"
    META = "meta"
    PROSE = "prose"
    LABEL = "label"
    FLAG = "flag"
    ALSO = "also"
    STOP = "stop"
    INTERFACE = "interface"


class Kinds:
    """The kind of every line of a page; `signed[i]` tells whether line i is a byline."""

    def __init__(self, page: Document) -> None:
        lines = page.derived(Lines)
        teller = KindTeller(lines.language)
        self.skeleton = teller.skeleton
        self.of = list(map(teller.tell, page.blocks, lines.said, lines.prose))
        self.signed = list(map(teller.is_signed, page.blocks, lines.said))
        self._cues = lines.cues

    def heads_others(self, i: int) -> bool:
        """Whether line i is a heading over other stories ("You may also like"); the names of
        sections ("News") are none."""
        return self.of[i] is LineKind.FLAG and any(
            c.concept in _OTHERS and c.position is Position.WHOLE for c in self._cues[i]
        )


class KindTeller:
    """Tells lines of one language apart, each by itself."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._lexicon = lexicon_for(language)
        self._months = {**months(language), **months("en")}

    def is_signed(self, block: Block, said: Said) -> bool:
        """Whether a line is a byline."""
        return (
            bool(said.cues)
            and 0 < block.words <= _SIGNED_WORDS
            and _is_signed(block.text, said.cues)
        )

    def tell(self, block: Block, said: Said, prose: bool) -> LineKind:
        """The kind of a line; `prose` tells whether it reads as a paragraph."""
        text, words, cues = block.text, block.words, said.cues
        if words <= DATE_WORDS and self._is_meta(text, said.age):
            return LineKind.META
        if cues and text[0].isdigit() and _counts_comments(cues):
            return LineKind.STOP
        if cues and words <= HEADLINE_WORDS[1] and _is_rights(text, cues):
            return LineKind.STOP
        if cues and words <= _FLAG_WORDS:
            named = {c.concept for c in cues if c.position is Position.WHOLE}
            started = {c.concept for c in cues if c.position is not Position.INSIDE}
            also = not _ALSO.isdisjoint(named) or Concept.READ_MORE in started
            if also and text.endswith((":", "：")):
                return LineKind.ALSO
            if not OVER_OFFERS.isdisjoint(named):
                return LineKind.FLAG
            if not _STOPS.isdisjoint(named):
                return LineKind.STOP
            if not _INTERFACE.isdisjoint(named):
                return LineKind.INTERFACE
            if not _PITCHES.isdisjoint(started):
                return LineKind.STOP
            if not _CONTROLS.isdisjoint(started):
                return LineKind.INTERFACE
            if not OVER_OFFERS.isdisjoint(started):
                return LineKind.FLAG
        if words <= HEADLINE_WORDS[1] and self._is_bar(text):
            return LineKind.STOP
        low, high = HEADLINE_WORDS
        ends = text.endswith(_SENTENCE_END) or (text.endswith(":") and words > LABEL_WORDS)
        if prose or words > high or (words > LABEL_WORDS and ends):
            return LineKind.PROSE
        return LineKind.HEADLINE if words >= low and not ends else LineKind.LABEL

    def _is_bar(self, text: str) -> bool:
        """Whether a line is mostly links of a footer, side by side ("Privacy | Terms | Press")."""
        parts = _BAR.split(text)
        if len(parts) < _BAR_PARTS:
            return False
        known = sum(self._lexicon.first(p, _PART_WORDS, _STOPS) is not None for p in parts)
        return 2 * known >= len(parts)

    def skeleton(self, text: str) -> str:
        """A source and date line without its words: "w•t" for "The Lakeside • 3 hours ago"."""
        found = relative_time(text, self._language)
        if found is not None:
            text = f"{text[: found.start]} 0 {text[found.end :]}"
        parts = [
            "t" if part[0].isdigit() or normalise(part) in self._months else _letter(part)
            for part in _PART.findall(text)
        ]
        return _DATE_PARTS.sub("t", _REPEAT.sub(r"\1", "".join(parts)))

    def _is_meta(self, text: str, found: RelativeTime | None) -> bool:
        """Whether a line is a date, or a short source and a date."""
        if text.endswith(":"):
            return False
        if text[-1:] in _UNITS and text[-3:-1].rstrip()[-1:].isdigit() and _AGE.search(text):
            return True
        if found is not None and not text[found.end :].strip(" .)"):
            before = text[: found.start].rstrip()
            if found.fixed and found.unit is TimeUnit.SECOND and before:
                return before[-1] in _SEPARATORS  # "Book now" is a button
            return _is_source(text[: found.start])
        return is_date_line(text, self._months)


def _is_signed(text: str, cues: tuple[Cue, ...]) -> bool:
    """Whether a line is a byline: the words for it, and nothing but names and numbers behind."""
    for cue in cues:
        if cue.concept is Concept.BYLINE and cue.position is Position.START:
            rest = _WORD.findall(text)[len(cue.phrase.split()) :]
            names = [w for w in rest if not w[0].isdigit()]
            return bool(names) and names[0][0].isupper() and all_names(names)
    return False


def _counts_comments(cues: tuple[Cue, ...]) -> bool:
    """Whether a line begins like "2 thoughts on ...": the comments are headed by the title."""
    return any(c.concept is Concept.COMMENTS and c.position is Position.START for c in cues)


def _is_rights(text: str, cues: tuple[Cue, ...]) -> bool:
    """Whether a line states the rights: a footer's words with their sign, or with a year."""
    footer = [c.position for c in cues if c.concept is Concept.FOOTER]
    if not footer:
        return False
    if len(footer) > 1 and set(footer) == {Position.INSIDE}:
        return True
    return not _SIGNS.isdisjoint(text) or (
        footer != [Position.INSIDE] and _YEAR.search(text) is not None
    )


def _letter(part: str) -> str:
    return "w" if part[0].isalpha() else part


def _is_source(text: str) -> bool:
    """Whether what stands before a time is nothing, or short and looks like a name."""
    bare = text.strip()
    words = _WORD.findall(bare)
    if not words:
        return True
    if len(words) > SOURCE_WORDS:
        return False
    return bare[-1] in _SEPARATORS or not text[-1].isspace() or all_names(words)
