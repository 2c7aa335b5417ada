"""What can be read off every line of a text by itself: how long it is, how it ends, what it says.

Where a page has no elements, a reader goes by how lines look and stand. The facts are worked out
once a page; `line_traits` makes the traits of them that the text card has points for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from declutter.document import Document
from declutter.lexicon import (
    INSIDE_WORDS,
    Cue,
    RelativeTime,
    guess_language,
    lexicon_for,
    normalise,
    relative_time,
    spellings,
    stopwords,
    words_in,
)
from declutter.scoring.line_looks import LONG, STOP, WORDS, Look, look

SENTENCE_END = tuple('.!?…:;"”»)。！？』」।॥؟')
_END = frozenset(SENTENCE_END)
DATE_WORDS = 14  # words of a line that may be source and date
_READ = 600  # characters of a line that are cut into words
COMPARED = 800  # characters of a block that are normalised; titles and phrases are far shorter
# Characters from which a word is likely to be about something.
_CONTENT = 4
# Words of a line that may spell the page's address, and of one that may be its headline.
_SPELLING, _HEADLINE = 40, range(3, 41)
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}|(?<!\d)\d{2,3}(?!\d)")
_ENDING = re.compile(r"\.[a-z]{2,5}$")
# Share of the address's words, less a little for every word beyond them, from which a line is it.
_SPELLED, _EXTRA = 0.59, 200


class Said(NamedTuple):
    """What a line says: its first words as written and in lower case, those that are likely to be
    about something, the bucket of its share of function words, its normalised text, what the
    lexicon finds in it, the relative time at its end (looked for in lines of at most `DATE_WORDS`
    words), and how it looks."""

    found: list[str]
    lower: list[str]
    content: AbstractSet[str]
    stop: int
    normal: str
    cues: tuple[Cue, ...]
    age: RelativeTime | None
    look: Look


def say(text: str, words: int, language: str | None) -> Said:
    """Read a line of so many words."""
    function_words = stopwords(language or "en")
    found, lower, content = hear(text[:_READ], function_words)
    hits = sum(map(function_words.__contains__, lower))
    stop = bisect_right(STOP, hits / len(found)) if hits else 0
    normal = normalise(text[:COMPARED])
    lexicon = lexicon_for(language)
    whole = len(text) <= COMPARED or words > INSIDE_WORDS
    cues = (lexicon.cues_in if whole else lexicon.cues)(normal if whole else text, words)
    age = relative_time(text, language) if words <= DATE_WORDS else None
    looks = look(text, bisect_right(WORDS, words), found, stop)
    return Said(found, lower, content, stop, normal, cues, age, looks)


def hear(
    text: str, function_words: AbstractSet[str]
) -> tuple[list[str], list[str], AbstractSet[str]]:
    """The words of a text as written and in lower case, and those likely to be about something."""
    found = words_in(text)
    # In one string, because that is several times faster than word by word.
    lower = " ".join(found).lower().split(" ") if found else []
    return found, lower, {w for w in lower if len(w) >= _CONTENT} - function_words


# The pages of a site repeat their menus, dates and names of authors.
_said = lru_cache(maxsize=4096)(say)


class Lines:
    """The facts of every line of a page that has no elements.

    `headline` is the index of the line that the page's address spells, None where none does;
    `prose[i]` tells whether line i reads as a paragraph. `said` may be given where it is known.
    """

    def __init__(self, page: Document, said: Sequence[Said] | None = None) -> None:
        self.page = page
        blocks = page.blocks
        self.language = page.language or guess_language(
            " ".join(b.text for b in blocks if b.words > WORDS[LONG])[:20_000]
        )
        self.said = self._read() if said is None else said
        self.found = [s.found for s in self.said]
        self.stop = [s.stop for s in self.said]
        self.normal = [s.normal for s in self.said]
        self.cues = [s.cues for s in self.said]
        self.w = [bisect_right(WORDS, b.words) for b in blocks]
        self.ends = [b.text[-1:] in _END for b in blocks]
        self.times = Counter(self.normal)
        self.prose = [
            w >= LONG and end and stop >= 2
            for w, end, stop in zip(self.w, self.ends, self.stop, strict=True)
        ]
        self.indents = [int(page.containers[b.container].shape or 0) for b in blocks]
        self.body_indent = self._body_indent()
        self.address = self._address()
        self._spelled = [self._share_spelled(i) for i in range(len(blocks) if self.address else 0)]
        self.headline = self._headline()

    def _read(self) -> list[Said]:
        language = self.language
        return [
            (_said if b.words <= DATE_WORDS else say)(b.text, b.words, language)
            for b in self.page.blocks
        ]

    def content(self, i: int) -> AbstractSet[str]:
        """Words of line `i` that are likely to be about something, in lower case."""
        return self.said[i].content

    def spelled(self, i: int) -> float:
        """Share of the address's words that line `i` holds, 0..1."""
        return self._spelled[i] if self._spelled else 0.0

    def _share_spelled(self, i: int) -> float:
        if self.page.blocks[i].words > _SPELLING:
            return 0.0
        return len(self.address & spellings(self.said[i].lower)) / len(self.address)

    def _address(self) -> frozenset[str]:
        """Words of the last part of the page's path that spells three, else of the longest part;
        empty for fewer than three."""
        try:
            path = unquote(urlsplit(self.page.url or "").path)
        except ValueError:
            return frozenset()
        parts = [_SLUG_WORD.findall(_ENDING.sub("", p.lower())) for p in path.split("/")]
        longest: list[str] = max(reversed(parts), key=len, default=[])
        spelt = (p for p in reversed(parts) if sum(map(str.isalpha, p)) >= 3)
        best = next(spelt, longest)
        return frozenset(best) if len(best) >= 3 else frozenset()

    def _headline(self) -> int | None:
        if not self.address:
            return None
        best, at = _SPELLED, None
        for i, block in enumerate(self.page.blocks):
            if block.words in _HEADLINE:
                share = self.spelled(i) - len(self.found[i]) / _EXTRA
                if share > best:
                    best, at = share, i
        return at

    def _body_indent(self) -> int | None:
        """The indentation at which most prose stands; None where all lines begin alike."""
        if len(set(self.indents)) < 2:
            return None
        weigh: Counter[int] = Counter()
        for i, block in enumerate(self.page.blocks):
            if self.prose[i]:
                weigh[self.indents[i]] += min(block.words, 80)
        return weigh.most_common(1)[0][0] if weigh else None


def only_lines(page: Document) -> bool:
    """Whether lines are all the evidence there is: no block stands in an element."""
    return all(b.location.xpath is None for b in page.blocks[:1])
