"""The paragraphs of a page in order, what stands between them, and what they speak of.

Where a page goes on from one story to another, a reader sees it by three things: a line between two
paragraphs that reads as a headline, what stands around that line (source, date, "Related
articles"), and that the words of the story before are not taken up again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from declutter.document import UNSPACED, Block, Document, Kind
from declutter.lexicon import guess_language, stopwords
from declutter.roles import KNOWN_CHROME, RELATED_ROLES, TEXT_ROLES, Role
from declutter.scoring.headlines import Headlines
from declutter.scoring.kinds import KindTeller, LineKind
from declutter.scoring.lines import SENTENCE_END, Lines, Said, hear, say
from declutter.scoring.traits import Traits, declared_titles

# A paragraph has so many words, or ends as a sentence and has these.
_WORDS, _SENTENCE_WORDS = 12, 7
_LINKS = 0.6  # share of its words that may be links
_NO_PASSAGE = frozenset([Kind.HEADING, Kind.ROW, Kind.CODE])
# Words of a headline, and lines above a paragraph among which its headline is sought.
_HEAD_WORDS = range(2, 31)
_REACH = 10
# Words that a declared title has if it is a headline: a section's name may stand amid the text.
_TITLE_WORDS = 4
# Words of text below a headline from which what stands above it can be of others.
_HEADED_WORDS = 40
_NO_HEAD = frozenset([Kind.ROW, Kind.CODE, Kind.CONTROL])
# A headline is told from the labels beside it by so many words; more of them tell nothing.
_TELLING = 6
_OFFERED_WORDS = 4
_LINE = frozenset([LineKind.HEADLINE, LineKind.LABEL])
_STEM = 6  # letters at its beginning by which a word counts: endings vary
_READ = 800  # characters of a paragraph that are cut into words
_RUN, _RUN_WORDS = 4, 160  # paragraphs, and words of them, by which a story is told
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]{{2,}}")
_LABELS = 2  # lines above and below a headline that are its labels
_GUESSED = 20_000  # characters by which a language is guessed


class Spoken(NamedTuple):
    """What a paragraph speaks of: the stems of its words, and of those written as names are."""

    words: frozenset[str]
    names: frozenset[str]


_NOTHING = Spoken(frozenset(), frozenset())


class Gap(NamedTuple):
    """What stands before paragraph `passage`: the blocks `between` it and the one before, and
    which of them reads as its headline (None for none)."""

    between: range
    head: int | None
    passage: int


class Strand:
    """What was read of one story so far, of which the headline said `told`; `again` was said by
    more than one paragraph. `first` is its first paragraph, -1 before that."""

    def __init__(self, told: Spoken = _NOTHING) -> None:
        self.told = told.words
        self.words, self.names = set(told.words), set(told.names)
        self.again: set[str] = set()
        self.first = -1
        self.passages = 0
        self.size = 0

    def add(self, block: Block, spoken: Spoken) -> None:
        """Take up a paragraph."""
        if self.first < 0:
            self.first = block.index
        self.again |= self.words & spoken.words
        self.words |= spoken.words
        self.names |= spoken.names
        self.passages += 1
        self.size += block.words


class Passages:
    """The paragraphs that are text so far, of whatever story, and how many of them stand in `front`
    of the page's headline: none where that is not sure."""

    def __init__(self, page: Document, roles: Sequence[Role | None]) -> None:
        self.page, self.roles = page, roles
        traits = page.derived(Traits)
        self.normal = traits.normal
        if page.has_markup:
            self._said, self.headline = None, traits.headline
        else:
            self._said, self.headline = page.derived(Lines).said, page.derived(Headlines).at
        self._spoken: dict[int, Spoken] = {}
        self._kinds: dict[int, LineKind] = {}
        below = 0 if self.headline is None else self.headline + 1
        self.at = [
            b.index
            for b in page.blocks
            if (roles[b.index] in TEXT_ROLES or roles[b.index] is Role.RELATED_BODY)
            and self._is_passage(b)
        ]
        self.front = bisect_left(self.at, below)
        if not self._heads_the_rest():
            self.at, self.front = self.at[self.front :], 0
        self._start = 0 if self.front else below
        self._sizes = list(accumulate((page.blocks[i].words for i in self.at), initial=0))

    def _is_passage(self, block: Block) -> bool:
        """Whether a block is a paragraph. A line of a text that reads as a headline is none; what
        might be either is none where a source, a date or itself again stands below."""
        if block.kind in _NO_PASSAGE or block.link_density >= _LINKS:
            return False
        ends = block.text.endswith(SENTENCE_END)
        if block.words < (_SENTENCE_WORDS if ends else _WORDS):
            return False
        i = block.index
        if self._said is None or self.kind(i) is not LineKind.HEADLINE:
            return True
        return ends and not self._is_labelled(i + 1) and self.normal[i] != self._normal(i + 1)

    def _is_labelled(self, i: int) -> bool:
        return i < len(self.normal) and (self.kind(i) is LineKind.META or self.is_signed(i))

    def _normal(self, i: int) -> str:
        return self.normal[i] if i < len(self.normal) else ""

    def _heads_the_rest(self) -> bool:
        """Whether the headline is sure and has text below, so that what is above is of others."""
        below = sum(self.page.blocks[i].words for i in self.at[self.front :])
        if not self.front or self.headline is None or below < _HEADED_WORDS:
            return False
        if not self.page.has_markup:
            return self.page.derived(Headlines).is_told
        own, words = self.normal[self.headline], self.page.blocks[self.headline].words
        return words >= _TITLE_WORDS and any(own in title for title in declared_titles(self.page))

    @cached_property
    def gaps(self) -> list[Gap]:
        """What stands before each paragraph. On a page of elements only a gap that offers something
        has a headline: the sections of a text are its own."""
        begin, gaps = self._start, []
        for n, i in enumerate(self.at):
            if n == self.front and self.headline is not None:
                begin = self.headline + 1
            between = range(begin, i)
            asks = not self.page.has_markup or any(map(self._offers, between))
            gaps.append(Gap(between, self._head(between) if asks else None, i))
            begin = i + 1
        return gaps

    def _offers(self, i: int) -> bool:
        """Whether a block offers another story, or is nothing but a link as long as a headline."""
        b = self.page.blocks[i]
        linked = b.words >= _OFFERED_WORDS and b.link_words >= b.words
        return linked or self.roles[i] in RELATED_ROLES

    @cached_property
    def _language(self) -> str | None:
        if self._said is not None:
            return self.page.derived(Lines).language
        text = (self.page.blocks[i].text for i in self.at)
        return self.page.language or guess_language(" ".join(text)[:_GUESSED])

    @cached_property
    def _function_words(self) -> frozenset[str]:
        return stopwords(self._language or "en")

    @cached_property
    def _teller(self) -> KindTeller:
        return KindTeller(self._language)

    def own(self) -> Strand:
        """The page's own story, of which the headline is read."""
        return self.story(self.headline)

    def story(self, head: int | None) -> Strand:
        """A story of which the headline is read."""
        return Strand() if head is None else Strand(self.spoken(head))

    def _head(self, between: range) -> int | None:
        """The line that reads best as a headline: offered as one, a heading, long, near."""
        best: tuple[tuple[bool, bool, int, int], int] | None = None
        for i in between[-_REACH:]:
            b, role = self.page.blocks[i], self.roles[i]
            if b.words not in _HEAD_WORDS or b.kind in _NO_HEAD:
                continue
            offered = role is Role.RELATED_TITLE
            if role in KNOWN_CHROME:
                continue
            kind = self.kind(i)
            if kind is LineKind.ALSO or (kind not in _LINE and not offered):
                continue
            if self.is_signed(i):
                continue
            rank = (
                offered and b.words >= _OFFERED_WORDS,
                b.kind is Kind.HEADING,
                min(b.words, _TELLING),
                i,
            )
            if best is None or rank > best[0]:
                best = rank, i
        return None if best is None else best[1]

    def kind(self, i: int) -> LineKind:
        """What block `i` looks like as a line."""
        found = self._kinds.get(i)
        if found is None:
            b = self.page.blocks[i]
            found = self._kinds[i] = self._teller.tell(b, self._line(b), prose=False)
        return found

    def is_signed(self, i: int) -> bool:
        """Whether block `i` is a byline."""
        b = self.page.blocks[i]
        return self._teller.is_signed(b, self._line(b))

    def _line(self, block: Block) -> Said:
        if self._said is not None:
            return self._said[block.index]
        return say(block.text, block.words, self._language)

    def spoken(self, i: int) -> Spoken:
        """What block `i` speaks of."""
        found = self._spoken.get(i)
        if found is None:
            text = self.page.blocks[i].text
            if self._said is None:
                heard = hear(text[:_READ], self._function_words)
            else:
                said = self._said[i]
                heard = said.found, said.lower, said.content
            found = self._spoken[i] = self._told(*heard, text)
        return found

    def _told(
        self, found: list[str], low: list[str], content: AbstractSet[str], text: str
    ) -> Spoken:
        unspaced = [] if text.isascii() else _UNSPACED_RUN.findall(text[:_READ])
        if unspaced:
            pairs = {run[k : k + 2] for run in unspaced for k in range(len(run) - 1)}
            kana = {p for p in pairs if any("\u3040" <= c <= "\u309f" for c in p)}
            return Spoken(frozenset(pairs - kana), frozenset())
        pairs = {b for a, b in zip(found[1:], low[1:], strict=False) if a != b and len(b) > 2}
        names = pairs - self._function_words
        return Spoken(
            frozenset([w[:_STEM] for w in content]), frozenset([w[:_STEM] for w in names])
        )

    def run(self, n: int) -> Spoken:
        """What the first paragraphs from the `n`-th on speak of, down to the next headline."""
        end, size = n, 0
        while end < len(self.at) and end - n < _RUN and size < _RUN_WORDS:
            if end > n and self.gaps[end].head is not None:
                break
            size += self.page.blocks[self.at[end]].words
            end += 1
        told = [self.spoken(i) for i in self.at[n:end]]
        return Spoken(
            frozenset().union(*(s.words for s in told)), frozenset().union(*(s.names for s in told))
        )

    def left(self, n: int) -> int:
        """Words of the paragraphs from the `n`-th on."""
        return self._sizes[-1] - self._sizes[n]

    def since(self, i: int) -> Iterator[int]:
        """The paragraphs from block `i` on."""
        return (self.at[n] for n in range(bisect_left(self.at, i), len(self.at)))

    def alike(self, gap: Gap) -> int | None:
        """At how many other headlines the same kinds of lines stand around; None where none do."""
        form = self._form(gap)
        return self._forms[form] - 1 if any(form) else None

    @cached_property
    def _forms(self) -> Counter[tuple[tuple[LineKind, ...], tuple[LineKind, ...]]]:
        return Counter(self._form(gap) for gap in self.gaps if gap.head is not None)

    @cached_property
    def numbered(self) -> int:
        """How many headlines begin with a number: a ranking's, or those of a live report."""
        heads = (gap.head for gap in self.gaps if gap.head is not None)
        return sum(self.page.blocks[i].text[0].isdigit() for i in heads)

    def _form(self, gap: Gap) -> tuple[tuple[LineKind, ...], tuple[LineKind, ...]]:
        head = gap.passage if gap.head is None else gap.head
        lines = [i for i in gap.between if self.normal[i] != self.normal[head]]
        above = [self.kind(i) for i in lines if i < head]
        below = [self.kind(i) for i in lines if i > head]
        return tuple(above[-_LABELS:]), tuple(below[:_LABELS])

    def is_flagged(self, gap: Gap) -> bool:
        """Whether other stories are announced there."""
        return any(
            self.roles[i] is Role.RELATED_HEADING or self.kind(i) is LineKind.FLAG
            for i in gap.between
        )

    def count(self, gap: Gap, roles: AbstractSet[Role]) -> int:
        """How many blocks of a gap have one of the roles so far."""
        return sum(self.roles[i] in roles for i in gap.between)
