"""What can be said of a line of text: its traits, short strings that the text card has points for.

Where a page has no elements, a reader goes by how lines look and stand: how long they are and how
they end, how many function words they hold, what is above and below, how they are indented, what
they say, and how far it is from the last heading that announces other things.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from urllib.parse import unquote, urlsplit

from declutter.document import Block, Document
from declutter.lexicon import (
    Concept,
    Lexicon,
    Position,
    guess_language,
    is_relative_time,
    lexicon_for,
    normalise,
    stopwords,
)

# Bucket limits: words of a line; share of function words; share of capitalised words; of digits.
WORDS = (2, 3, 4, 6, 9, 13, 19, 28, 45, 80)
STOP = (0.01, 0.12, 0.22, 0.32, 0.42)
CAPITALS = (0.15, 0.35, 0.6, 0.85)
DIGITS = (0.01, 0.1, 0.3)
# Buckets of words from which a line is long enough to be a paragraph.
LONG = 6
_END = tuple('.!?…:;"”»)。！？』」।॥؟')
_STOP_END = tuple('.!?"”»。！？』」।॥؟')
_ELLIPSIS = ("…", "...", "[…]", "[...]")
_WORD = re.compile(r"\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:/.]\d{2}\b")
_SEPARATOR = re.compile(r" [|•·»›/] |\t")
_QUOTES = tuple("\"“„«‘'»「『—–")
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
_CUE_WORDS = 12
# Characters from which a word is likely to be about something.
_CONTENT = 4


def words_bucket(words: int) -> int:
    """Which bucket of `WORDS` a number of words falls into."""
    return bisect_right(WORDS, words)


class Lines:
    """The traits of every line of a page that has no elements.

    `of(i)` yields those of block i. `headline` is the index of the line that the page's address
    spells, None where none does; `prose[i]` tells whether line i reads as a paragraph.
    """

    def __init__(self, page: Document) -> None:
        self.page = page
        blocks = page.blocks
        self.language = page.language or guess_language(
            " ".join(b.text for b in blocks if b.words > WORDS[LONG])[:20_000]
        )
        self.lexicon: Lexicon = lexicon_for(self.language)
        self.stopwords = stopwords(self.language or "en")
        self.w = [words_bucket(b.words) for b in blocks]
        self.ends = [b.text.endswith(_END) for b in blocks]
        self.found = [_WORD.findall(b.text[:600]) for b in blocks]
        self.stop = [self._share(ws) for ws in self.found]
        self.normal = [normalise(b.text[:400]) for b in blocks]
        self.times = Counter(self.normal)
        self.cues = [self.lexicon.cues(b.text, b.words) for b in blocks]
        self.prose = [
            w >= LONG and end and stop >= 2
            for w, end, stop in zip(self.w, self.ends, self.stop, strict=True)
        ]
        self.shape = [f"w{w}{'.' if end else ''}" for w, end in zip(self.w, self.ends, strict=True)]
        self.indents = [int(page.containers[b.container].shape or 0) for b in blocks]
        self.body_indent = self._body_indent()
        self.address = self._address()
        self.headline = self._headline()
        self._parts = self._carry()

    def of(self, i: int) -> Iterator[str]:
        """The traits of line `i`."""
        yield "always"
        block = self.page.blocks[i]
        yield from self._look(i, block)
        yield from self._stands(i, block)
        yield from self._says(i, block)
        yield from self._parts[i]

    def _share(self, words: Sequence[str]) -> int:
        if not words or not self.stopwords:
            return 0
        hits = sum(w.lower() in self.stopwords for w in words)
        return bisect_right(STOP, hits / len(words))

    def _look(self, i: int, block: Block) -> Iterator[str]:
        w, text, words = self.w[i], block.text, self.found[i]
        yield self.shape[i]
        yield f"stop{self.stop[i]} w{w}"
        yield f"{block.kind} w{w}"
        if block.link_words:
            yield f"links {int(4 * block.link_density)}"
        if words:
            capitals = sum(word[0].isupper() for word in words) / len(words)
            yield f"caps{bisect_right(CAPITALS, capitals)} w{w}"
            digits = sum(word[0].isdigit() for word in words) / len(words)
            yield f"digits{bisect_right(DIGITS, digits)} w{min(w, LONG)}"
        if text[0].islower():
            yield f"lower case {w >= LONG}"
        elif text.isupper():
            yield f"upper case w{min(w, LONG)}"
        if text[0] in _QUOTES:
            yield "opens with quote"
        if text.endswith(_ELLIPSIS):
            yield f"ellipsis {w >= LONG}"
        elif text.endswith("?"):
            yield f"question w{min(w, LONG)}"
        elif text.endswith(":"):
            yield f"colon w{min(w, LONG)}"
        if ", " in text:
            yield f"comma {w >= LONG}"
        if _SEPARATOR.search(text):
            yield f"separator w{min(w, LONG)}"
        if w < LONG and _DATE.search(text):
            yield f"date w{w}"

    def _stands(self, i: int, block: Block) -> Iterator[str]:
        blocks, count, w = self.page.blocks, len(self.w), self.w[i]
        for offset in (-3, -2, -1, 1, 2, 3):
            j = i + offset
            yield f"{offset} {self.shape[j]}" if 0 <= j < count else f"{offset} edge"
        after = blocks[i + 1].gap if i + 1 < count else 9
        yield f"gaps {min(block.gap, 2)} {min(after, 2)} w{min(w, LONG)}"
        if 0 < i < count - 1 and w < LONG:
            yield f"between {self.shape[i - 1]} {self.shape[i + 1]} {w < 3}"
        indent = self.indents[i]
        if self.body_indent is not None:
            yield f"indent {(indent > self.body_indent) - (indent < self.body_indent)}"
            if abs(indent - self.body_indent) > 4:
                yield f"far indent {indent > self.body_indent}"
        if i:
            before = self.indents[i - 1]
            yield f"step {(indent > before) - (indent < before)} w{min(w, LONG)}"
        yield f"tenth {10 * i // count}"
        if self.times[self.normal[i]] > 1:
            yield f"again w{w}"
        if self.headline is not None:
            far = i - self.headline
            if far < 0:
                yield "before headline"
            else:
                yield f"after headline {min(6, int(log2(far + 1)))}"

    def _says(self, i: int, block: Block) -> Iterator[str]:
        w = self.w[i]
        for cue in self.cues[i]:
            yield f"{cue.concept} {cue.position} {w >= LONG}"
        if block.words <= 8 and is_relative_time(block.text, self.language):
            yield "age"
        spelled = self.spelled(i)
        if spelled >= 0.5 and block.words >= 3:
            yield f"spelled {min(3, int(spelled * 4) - 1)}"

    def content(self, i: int) -> set[str]:
        """Words of line `i` that are likely to be about something, in lower case."""
        return {
            w
            for word in self.found[i]
            if len(word) >= _CONTENT and (w := word.lower()) not in self.stopwords
        }

    def spelled(self, i: int) -> float:
        """Share of the address's words that line `i` holds, 0..1."""
        if not self.address or self.page.blocks[i].words > 40:
            return 0.0
        return len(self.address & {w.lower() for w in self.found[i]}) / len(self.address)

    def _address(self) -> frozenset[str]:
        """Words of the longest hyphenated part of the page's path; empty for fewer than three."""
        try:
            path = unquote(urlsplit(self.page.url or "").path)
        except ValueError:
            return frozenset()
        parts = [re.findall(r"[^\W\d_]{2,}|\d{2,3}(?!\d)", p.lower()) for p in path.split("/")]
        best = max(parts, key=len, default=[])
        return frozenset(best) if len(best) >= 3 else frozenset()

    def _headline(self) -> int | None:
        best, at = 0.59, None
        for i, block in enumerate(self.page.blocks):
            if 3 <= block.words <= 40:
                share = self.spelled(i)
                extra = len(self.found[i]) / 200
                if share - extra > best:
                    best, at = share - extra, i
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

    def _carry(self) -> list[list[str]]:
        """For each line how far it is from the last and the next short cue of each part."""
        traits: list[list[str]] = [[] for _ in self.w]
        own = [self._opens(i) for i in range(len(self.w))]
        for word, order in (("since", range(len(own))), ("until", range(len(own) - 1, -1, -1))):
            last: dict[str, int] = {}
            for i in order:
                for part, at in last.items():
                    far = abs(i - at)
                    if far < 64:
                        traits[i].append(f"{word} {part} {int(log2(far))}")
                for part in own[i]:
                    last[part] = i
        return traits

    def _opens(self, i: int) -> set[str]:
        if self.page.blocks[i].words > _CUE_WORDS:
            return set()
        return {
            _PARTS[c.concept]
            for c in self.cues[i]
            if c.concept in _PARTS and c.position is not Position.INSIDE
        }


def only_lines(page: Document) -> bool:
    """Whether lines are all the evidence there is: no block stands in an element."""
    return all(b.location.xpath is None for b in page.blocks[:1])
