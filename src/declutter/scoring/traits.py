"""What can be said of a block: its traits, short strings that the scorecard has points for.

A trait says one thing a reader of the page would see: how long the block is and how much of it is
link, how it ends, what it is called, what stands around it. Counts are put into buckets, so a
trait either holds or does not, and a block's score is a plain sum of points. The strings are made
once, below, because every block of every page is looked up by them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from math import log2

from declutter.document import Document, Field, Kind, holds_unspaced
from declutter.lexicon import (
    Concept,
    Lexicon,
    Position,
    guess_language,
    lexicon_for,
    normalise,
    normalise_all,
)
from declutter.scoring.lines import COMPARED, SENTENCE_END, Lines

# Bucket limits. Blocks of under 3 words are labels, of over 15 mostly sentences.
WORDS = (3, 6, 10, 16, 26, 51, 101)
LINKS = (0.0001, 0.25, 0.6, 0.95)
LONG = 5  # from this bucket of words on, with hardly a link, a block is a "long" one: prose
_WS = range(len(WORDS) + 1)
_LS = range(len(LINKS) + 1)
_SIZE = [[f"w{w} l{lk}" for lk in _LS] for w in _WS]
_NEAR = [
    (offset, [[f"{name} w{w} l{lk}" for lk in _LS] for w in _WS], f"edge {offset}")
    for offset, name in ((-2, "before2"), (-1, "before"), (1, "after"), (2, "after2"))
]
_KIND = {kind: [f"{kind} w{w}" for w in _WS] for kind in Kind}
_SENTENCE = [f"sentence w{w}" for w in _WS]
_AGAIN = [f"again w{w}" for w in _WS]
_BETWEEN = [[f"short between {a} {b}" for b in range(-1, len(_WS))] for a in range(-1, len(_WS))]
_TENTH = [f"tenth {n}" for n in range(10)]
_BEHIND = [f"after headline {n}" for n in range(7)]
_CUE = {(concept, p): f"{concept} {p}" for concept in Concept for p in Position}
_RUN = [[[f"run {n} links {lk} size {w}" for w in _WS] for lk in range(5)] for n in range(5)]
_GROUP = [
    (
        [f"group{level} links {n}" for n in range(6)],
        [f"group{level} long {n}" for n in range(6)],
        [f"group{level} size {w}" for w in _WS],
    )
    for level in (1, 2)
]
_DOUBLINGS = [min(6, int(log2(n + 1))) for n in range(64)]
_TITLE_MARKS = " -|–—·•:»«/~"  # between a title and the site's name
_PARTING = re.compile(r"$|[-_|–—\s]")  # in scripts without blanks
_HEADING = "h1"  # the source of titles that are headings on the page
# Blocks that stand in a run of elements of one shape are cards, entries, or just paragraphs.
_NO_CARD = frozenset(["p", "h1", "h2", "h3", "h4"])
_PARTS = frozenset(["body", "main", "article"])
# How many elements a run of one shape has, and the container that is one of them (-1: none).
_ShapeRun = tuple[int, int]
_NO_RUN: _ShapeRun = (1, -1)


class Traits:
    """The traits of every block of a page.

    `w`, `l` hold the blocks' buckets of words and link density, `normal` their normalised text,
    `cues` what the lexicon finds in them; `titles` and `descriptions` are the declared ones,
    normalised; `headline` is the index of the heading that repeats a title, else of the first h1.
    """

    def __init__(self, page: Document) -> None:
        self.page = page
        blocks = page.blocks
        self.w = [bisect_right(WORDS, b.words) for b in blocks]
        self.l = [
            bisect_right(LINKS, b.link_words / b.words) if b.link_words and b.words else 0
            for b in blocks
        ]
        if page.has_markup:
            find = _lexicon(page).cues_in
            self.normal = normalise_all([b.text[:COMPARED] for b in blocks])
            self.cues = [find(n, b.words) for n, b in zip(self.normal, blocks, strict=True)]
        else:
            lines = page.derived(Lines)
            self.normal, self.cues = lines.normal, lines.cues
        self.times = Counter(b.text for b in blocks)
        self.titles = _titles(page, self.normal)
        self.descriptions = [
            d for d in (normalise(t) for t in page.declarations(Field.DESCRIPTION)) if d
        ]
        self.headline = self._headline()
        self._long = list(
            accumulate(
                (w >= LONG and lk <= 1 for w, lk in zip(self.w, self.l, strict=True)), initial=0
            )
        )
        self._words, self._links = page.word_sums, page.link_sums
        self._groups = self._group_chains()
        self._runs = self._shape_runs()
        self._shared: dict[tuple[tuple[int, ...], _ShapeRun], list[str]] = {}

    def of(self, i: int) -> list[str]:
        """The traits of block `i` and its place; names of elements are apart (`names`)."""
        block, w, lk = self.page.blocks[i], self.w[i], self.l[i]
        text = block.text
        found = ["always", _SIZE[w][lk], _KIND[block.kind][w]]
        add = found.append
        add(_SENTENCE[w] if text.endswith(SENTENCE_END) else "no sentence")
        first = text[:1]
        if first.islower():
            add("lower case")
        elif first.isdigit():
            add("digit")
        if ", " in text:
            add("comma")
        if block.emphasis > 0.8:
            add("bold")
        if "\n" in text:
            add("lines")
        if self.times[text] > 1:
            add(_AGAIN[w])
        normal = self.normal[i]
        if normal in self.titles:
            add("title")
        if block.words >= 6 and any(normal in d or d in normal for d in self.descriptions):
            add("description")
        for cue in self.cues[i]:
            add(_CUE[cue.concept, cue.position])
        self._place(i, w, found)
        container = block.container
        around = self._groups[container], self._runs[container]
        shared = self._shared.get(around)
        if shared is None:
            shared = self._shared[around] = self._around(*around)
        found += shared
        return found

    def _place(self, i: int, w: int, found: list[str]) -> None:
        ws, links, count = self.w, self.l, len(self.w)
        for offset, table, edge in _NEAR:
            j = i + offset
            found.append(table[ws[j]][links[j]] if 0 <= j < count else edge)
        if w <= 2:
            before = ws[i - 1] if i else -1
            after = ws[i + 1] if i + 1 < count else -1
            found.append(_BETWEEN[before + 1][after + 1])
        found.append(_TENTH[10 * i // count])
        if self.headline is None:
            found.append("no headline")
        elif i < self.headline:
            found.append("before headline")
        else:
            found.append(_BEHIND[_DOUBLINGS[min(63, i - self.headline)]])

    def _headline(self) -> int | None:
        headings = [b for b in self.page.blocks if b.kind is Kind.HEADING]
        for b in headings:
            if self.normal[b.index] in self.titles:
                return b.index
        return next((b.index for b in headings if b.level == 1), None)

    def _around(self, groups: tuple[int, ...], run: _ShapeRun) -> list[str]:
        """Profiles of the two nearest elements of several blocks, and of the largest run."""
        containers, words, links = self.page.containers, self._words, self._links
        traits: list[str] = []
        for (linked, long, size), index in zip(_GROUP, groups, strict=False):
            c = containers[index]
            total = words[c.last] - words[c.first]
            density = (links[c.last] - links[c.first]) / (total or 1)
            traits.append(linked[min(5, int(5 * density))])
            traits.append(long[min(5, self._long[c.last] - self._long[c.first])])
            traits.append(size[bisect_right(WORDS, total / (c.last - c.first))])
        alike, card = run
        if card >= 0:
            c = containers[card]
            total = words[c.last] - words[c.first]
            density = (links[c.last] - links[c.first]) / (total or 1)
            sizes = _RUN[min(4, int(log2(alike)))][min(4, int(4 * density))]
            traits.append(sizes[bisect_right(WORDS, total)])
        return traits

    def _group_chains(self) -> list[tuple[int, ...]]:
        """For each container the two innermost ones from it outwards that hold several blocks."""
        chains: list[tuple[int, ...]] = []
        for c in self.page.containers:
            if c.parent < 0:
                chains.append(())
            elif c.last - c.first > 1:
                chains.append((c.index, *chains[c.parent][:1]))
            else:
                chains.append(chains[c.parent])
        return chains

    def _shape_runs(self) -> list[_ShapeRun]:
        """For each container the largest run of like elements that it stands in."""
        page = self.page
        counts = page.shape_counts
        runs: list[_ShapeRun] = []
        for c in page.containers:
            if c.parent < 0 or c.tag in _PARTS:
                runs.append(_NO_RUN)
                continue
            run = runs[c.parent]
            if c.tag not in _NO_CARD:
                alike = counts[c.parent, c.shape]
                if alike > 1 and alike >= run[0]:
                    run = (alike, c.index)
            runs.append(run)
        return runs


def declared_titles(page: Document) -> list[str]:
    """The titles that are declared besides the page's headings, normalised."""
    declared = (c for c in page.declared if c.field is Field.TITLE and c.source != _HEADING)
    return [normalise(c.value) for c in declared]


def _titles(page: Document, normal: list[str]) -> frozenset[str]:
    """The declared titles, normalised; of the headings only those that another title repeats.

    A page may have several top headings: an endless one heads every story with one. And the top
    heading may be the site's name, with which the title ends: then what stands before it there is
    a heading as well.
    """
    titles, declared = declared_titles(page), (c for c in page.declared if c.source == _HEADING)
    headings = [normalise(c.value) for c in declared if c.field is Field.TITLE]
    repeated = [h for h in headings if h and any(h in t for t in titles)]
    shown = {normal[b.index] for b in page.blocks if b.kind is Kind.HEADING and b.level > 1} - {""}
    before = {h: rest for h in repeated for t in titles if (rest := _before(h, t)) in shown}
    repeated = [before.get(h, h) for h in repeated]
    known = (*titles, *(repeated or headings[:1]), *_unspaced_parts(titles, normal))
    return frozenset(t for t in known if t)


def _unspaced_parts(titles: list[str], normal: list[str]) -> Iterator[str]:
    """In scripts without blanks the lines that make up most of a title that no line repeats: names
    and sections stand behind a blank or a mark there, and headings are often no elements."""
    unspaced = [t for t in titles if holds_unspaced(t)]
    lines = set(normal) if unspaced else set()
    if not lines.isdisjoint(titles):
        return
    for title in unspaced:
        for line in lines:
            if len(title) <= 2 * len(line) < 2 * len(title) and line in title:
                before, _, after = title.partition(line)
                if _PARTING.match(before[::-1]) and _PARTING.match(after):
                    yield line


def _before(name: str, title: str) -> str:
    """What a title holds before the name that it ends with; empty where the name is longer."""
    rest = normalise(title.removesuffix(name).rstrip(_TITLE_MARKS))
    return rest if len(name) < len(rest) < len(title) else ""


def _lexicon(page: Document) -> Lexicon:
    if page.language:
        return lexicon_for(page.language)
    sample = " ".join(b.text for b in page.blocks if b.words >= WORDS[LONG - 1])[:20_000]
    return lexicon_for(guess_language(sample))
