"""What can be said of a block: its traits, short strings that the scorecard has points for.

A trait says one thing a reader of the page would see: how long the block is and how much of it is
link, how it ends, what it is called, what stands around it. Counts are put into buckets, so a
trait either holds or does not, and a block's score is a plain sum of points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from math import log2

from declutter.document import Block, Container, Document, Field, Kind
from declutter.lexicon import Lexicon, guess_language, lexicon_for, normalise

# Bucket limits. Blocks of under 3 words are labels, of over 15 mostly sentences.
WORDS = (3, 6, 10, 16, 26, 51, 101)
LINKS = (0.0001, 0.25, 0.6, 0.95)
PROSE_WORDS = 26  # a block from this bucket on, with few links, is a "long" one
_SENTENCE_END = tuple('.!?…:;"”»)。！？』」।॥؟')
_W = [[f"w{w} l{lk}" for lk in range(len(LINKS) + 1)] for w in range(len(WORDS) + 1)]
_NEAR = {
    offset: [[f"{name} w{w} l{lk}" for lk in range(len(LINKS) + 1)] for w in range(len(WORDS) + 1)]
    for offset, name in ((-2, "before2"), (-1, "before"), (1, "after"), (2, "after2"))
}
_HEADING = "h1"  # the source of titles that are headings on the page
# These say what page it is, not what a block is.
_PAGE_WIDE = frozenset(["html", "body"])
# Blocks that stand in a run of elements of one shape are cards, entries, or just paragraphs.
_NO_CARD = frozenset(["p", "h1", "h2", "h3", "h4"])


def words_bucket(words: float) -> int:
    """Which bucket of `WORDS` a number of words falls into."""
    return bisect_right(WORDS, words)


def links_bucket(density: float) -> int:
    """Which bucket of `LINKS` a link density falls into."""
    return bisect_right(LINKS, density)


class Traits:
    """The traits of every block of a page.

    `of(i)` are those of block i alone and of its place; `near[c]` are the names of a container
    (element, ARIA role, microdata, class and id tokens), `around[c]` those of all containers
    around it, the page-wide ones left out. The scorecard weighs the two apart.
    """

    def __init__(self, page: Document) -> None:
        self.page = page
        blocks = page.blocks
        self.lexicon = _lexicon(page)
        self.w = [words_bucket(b.words) for b in blocks]
        self.l = [links_bucket(b.link_density) for b in blocks]
        self.normal = [normalise(b.text) for b in blocks]
        self.cues = [self.lexicon.cues(b.text, b.words) for b in blocks]
        self.times = Counter(b.text for b in blocks)
        self.titles = _titles(page)
        self.descriptions = [
            d for d in (normalise(t) for t in page.declarations(Field.DESCRIPTION)) if d
        ]
        self.headline = self._headline()
        self.near = [_names(c) for c in page.containers]
        self._long = self._long_sums()
        self._groups: dict[int, list[str]] = {}
        self._runs = self._shape_runs()

    def of(self, i: int) -> Iterator[str]:
        """The traits of block `i`, its names and those around it left out."""
        block = self.page.blocks[i]
        yield "always"
        yield from self._look(i, block)
        yield from self._words_said(i, block)
        yield from self._place(i)
        yield from self._group(block.container)
        yield from self._runs[block.container]

    def _look(self, i: int, block: Block) -> Iterator[str]:
        w, text = self.w[i], block.text
        yield _W[w][self.l[i]]
        yield f"{block.kind} w{w}"
        yield f"sentence w{w}" if text.endswith(_SENTENCE_END) else "no sentence"
        if text[:1].islower():
            yield "lower case"
        elif text[:1].isdigit():
            yield "digit"
        if ", " in text:
            yield "comma"
        if block.emphasis > 0.8:
            yield "bold"
        if "\n" in text:
            yield "lines"
        if self.times[text] > 1:
            yield f"again w{w}"

    def _words_said(self, i: int, block: Block) -> Iterator[str]:
        normal = self.normal[i]
        if normal in self.titles:
            yield "title"
        if block.words >= 6 and any(normal in d or d in normal for d in self.descriptions):
            yield "description"
        for cue in self.cues[i]:
            yield f"{cue.concept} {cue.position}"

    def _place(self, i: int) -> Iterator[str]:
        w, lk, count = self.w, self.l, len(self.w)
        for offset, table in _NEAR.items():
            j = i + offset
            yield table[w[j]][lk[j]] if 0 <= j < count else f"edge {offset}"
        if w[i] <= 2:
            before = w[i - 1] if i else -1
            yield f"short between {before} {w[i + 1] if i + 1 < count else -1}"
        yield f"tenth {10 * i // count}"
        if self.headline is None:
            yield "no headline"
        elif i < self.headline:
            yield "before headline"
        else:
            yield f"after headline {min(6, int(log2(i - self.headline + 1)))}"

    def _headline(self) -> int | None:
        headings = [b for b in self.page.blocks if b.kind is Kind.HEADING]
        for b in headings:
            if self.normal[b.index] in self.titles:
                return b.index
        return next((b.index for b in headings if b.level == 1), None)

    def _long_sums(self) -> list[int]:
        sums = [0]
        for w, lk in zip(self.w, self.l, strict=True):
            sums.append(sums[-1] + (w >= 5 and lk <= 1))
        return sums

    def _group(self, container: int) -> list[str]:
        """Profiles of the two nearest elements that hold more than one block."""
        known = self._groups.get(container)
        if known is not None:
            return known
        page = self.page
        traits: list[str] = []
        level = 0
        for c in page.ancestors(container):
            if c.parent < 0 or level == 2:
                break
            if c.last - c.first > 1:
                level += 1
                words = page.words_in(c.blocks)
                density = page.link_words_in(c.blocks) / max(1, words)
                long = self._long[c.last] - self._long[c.first]
                traits.append(f"group{level} links {min(5, int(5 * density))}")
                traits.append(f"group{level} long {min(5, long)}")
                traits.append(f"group{level} size {words_bucket(words / (c.last - c.first))}")
        self._groups[container] = traits
        return traits

    def _shape_runs(self) -> list[list[str]]:
        """For each container the largest run of like elements that it stands in, as one trait."""
        page = self.page
        runs: list[tuple[int, Container | None]] = [(1, None)] * len(page.containers)
        for c in page.containers:
            if c.parent < 0:
                continue
            if c.tag in ("body", "main", "article"):
                continue
            runs[c.index] = runs[c.parent]
            if c.tag not in _NO_CARD:
                alike = page.shape_counts[c.parent][c.shape]
                if alike > 1 and alike >= runs[c.index][0]:
                    runs[c.index] = (alike, c)
        return [self._run(alike, c) for alike, c in runs]

    def _run(self, alike: int, card: Container | None) -> list[str]:
        if card is None:
            return []
        words = self.page.words_in(card.blocks)
        density = self.page.link_words_in(card.blocks) / max(1, words)
        size = words_bucket(words)
        return [f"run {min(4, int(log2(alike)))} links {min(4, int(4 * density))} size {size}"]


def _names(container: Container) -> tuple[str, ...]:
    if container.tag in _PAGE_WIDE:
        return ()
    names = [f"<{container.tag}>", *container.tokens]
    if container.role:
        names.append(f"role={container.role}")
    if container.itemprop:
        names.append(f"itemprop={container.itemprop}")
    return tuple(names)


def _titles(page: Document) -> frozenset[str]:
    """The declared titles, normalised; of the headings only those that another title repeats.

    A page may have several top headings: an endless one heads every story with one.
    """
    declared = [c for c in page.declared if c.field is Field.TITLE]
    titles = [normalise(c.value) for c in declared if c.source != _HEADING]
    headings = [normalise(c.value) for c in declared if c.source == _HEADING]
    repeated = [h for h in headings if h and any(h in t for t in titles)]
    return frozenset(t for t in (*titles, *(repeated or headings[:1])) if t)


def _lexicon(page: Document) -> Lexicon:
    if page.language:
        return lexicon_for(page.language)
    sample = " ".join(b.text for b in page.blocks if b.words >= PROSE_WORDS)[:20_000]
    return lexicon_for(guess_language(sample))
