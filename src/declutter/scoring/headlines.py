"""Which line of a text is the page's headline: candidates, their traits, and the best one.

A headline stands before the text it heads, often again near by, with a line of source and date
below, and the page's address spells it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, repeat
from math import log2

from declutter.document import Document, holds_unspaced
from declutter.lexicon import Concept, Position
from declutter.scoring.card import card
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.line_looks import WORDS as LINE_WORDS
from declutter.scoring.lines import Lines
from declutter.scoring.verdict import Judged

CARD = "headline"
# Words of a line that may be a headline; CJK counts two characters as one.
WORDS = (2, 40)
_SHARES = (0.001, 0.05, 0.2, 0.5)  # buckets of the share of the page's text before a line
_MASS = (10, 40, 120, 300)  # buckets of words of text in the lines that follow
_NEAR = 12  # lines within which a headline stands again
_SUBJECT = 12  # lines of text by which it is told what a story is about
_AHEAD = 40  # lines after a headline in which its text is looked for
_NOWHERE = 99  # lines to the text of a line that none follows
_ECHO_WORDS = 4  # fewer words stand within other lines by chance
_SOURCE_WORDS = 3  # more words are no source's name
_JOINT = re.compile(r"[|»›]| [/>] ")  # between the parts of trails and title bars
_TOP = 3  # lines of a text among which its title element stands
_BY_NAME = 2
_NAMED = re.compile(r"\s[|»·•/–—-]\s")  # between a headline and the site's name
_UNSPACED_NAMED = re.compile(r"\s|[|_–—-]")  # the same in scripts without blanks
_DATED = 4  # lines below a headline in which source and date stand
_CONSENT_BLANKS = 3  # "These cookies" may be a recipe's
_ENDS_FLAG = frozenset({LineKind.PROSE, LineKind.STOP, LineKind.INTERFACE})
_NO_TITLE = frozenset({LineKind.META, LineKind.FLAG, LineKind.ALSO, LineKind.STOP})
_HEAD_LINES = 4  # lines that a headline, its source and its date take up
_STORY_LINES, _STORY_WORDS = 2, 40  # paragraphs on end below a headline that are a story's

# The traits, made once: every candidate of every page is looked up by them.
_FLAGS = (False, True)
_OFFSETS = (-2, -1, 1, 2, 3)
_WORDS = [f"w{w}" for w in range(len(LINE_WORDS) + 1)]
_ENDS = {kind: [f"{kind} ends {f}" for f in _FLAGS] for kind in LineKind}
_SPELLED = [f"spelled {n}" for n in range(5)]
_AGAIN = [[f"again {n} {f}" for f in _FLAGS] for n in range(4)]
_ELSEWHERE = [f"elsewhere {n}" for n in range(3)]
_ECHOED = [f"echoed {f}" for f in _FLAGS]
_BEFORE = [f"text before {n}" for n in range(len(_SHARES) + 1)]
_TEXT_IN = [f"text in {n}" for n in range(7)]
_FOLLOWS = [[f"text follows {f} {n}" for n in range(3)] for f in _FLAGS]
_MASSES = [f"mass {n}" for n in range(len(_MASS) + 1)]
_GAP = [f"gap {n}" for n in range(3)]
_NEAR_KINDS = [
    {**{kind: f"{offset} {kind}" for kind in LineKind}, "": f"{offset} edge"} for offset in _OFFSETS
]
_RIVALS = [f"rivals below {n}" for n in range(5)]
_METAS = [f"metas below {n}" for n in range(4)]
_META_WORDS = [f"meta words {n}" for n in range(7)]
_FLAGGED = [f"flagged {n}" for n in range(3)]
_TOLD = [f"told {n}" for n in range(5)]
_TITLED = [f"titled {n}" for n in range(3)]


class Headlines:
    """The candidates among the lines; `at` is the best one, None where nothing may be one.

    Where a title element on top ("Headline | Site") names some, there are no others.
    """

    def __init__(self, page: Document) -> None:
        self.page = page
        self.lines = page.derived(Lines)
        self.kinds = page.derived(Kinds).of
        scores = page.derived(Judged).scores
        asked = self._asks_consent
        words = [
            b.words if s > 0 and not asked(b.index) else 0
            for b, s in zip(page.blocks, scores, strict=True)
        ]
        self._text = list(accumulate(words, initial=0))
        self._long = [i for i, n in enumerate(words) if n >= WORDS[0] * 6]
        self._short = [
            normal if b.words <= WORDS[1] else ""
            for normal, b in zip(self.lines.normal, page.blocks, strict=True)
        ]
        self._subjects: dict[int, set[str]] = {}
        self._top = [b.text for b in page.blocks[:_TOP]]
        self._rivals = _counted(self.kinds, LineKind.HEADLINE)
        self._metas = _counted(self.kinds, LineKind.META)
        self._flags = list(self._flagged())
        candidates = list(self._candidates())
        named = [i for i in candidates if self._titled(i) == _BY_NAME]
        self.candidates = named or candidates
        points = card(CARD).block
        worth = {i: sum(map(points.get, self.traits(i), repeat(0.0))) for i in self.candidates}
        self.at = self._best(worth)
        self.score = 0.0 if self.at is None else worth[self.at]

    @cached_property
    def is_told(self) -> bool:
        """Whether the page itself names the best one: in its title element or its address."""
        return self.at is not None and self._names(self.at)

    def _names(self, i: int) -> bool:
        """Whether the page itself names line `i`: in its title element or its address."""
        return self._titled(i) > 0 or i == self.lines.headline

    def _best(self, worth: Mapping[int, float]) -> int | None:
        """The candidate worth most. Below a heading over other stories ("You may also like") it
        gives way to those that head a story above that heading, unless the page names it."""
        best = max(worth, key=worth.__getitem__, default=None)
        if best is None or self._names(best):
            return best
        heads_others = self.page.derived(Kinds).heads_others
        heading = next(filter(heads_others, range(best)), 0)
        above = [i for i in worth if i < heading and self._has_story(i, heading)]
        return max(above, key=worth.__getitem__, default=best)

    def _has_story(self, i: int, end: int) -> bool:
        """Whether paragraphs on end stand right below line `i` and its source, above line `end`."""
        prose, words = 0, 0
        for j in range(i + 1, end):
            if self.kinds[j] is LineKind.PROSE and not self._asks_consent(j):
                prose += 1
                words += self.page.blocks[j].words
                if prose >= _STORY_LINES and words >= _STORY_WORDS:
                    return True
            elif prose or j > i + _HEAD_LINES:
                break
        return False

    def _candidates(self) -> Iterator[int]:
        """Lines of a headline's length ahead of most of the text.

        A name with which a line of source and date begins is a source.
        """
        low, high = WORDS
        ahead = _SHARES[-1] * self._text[-1]
        sources = self._sources()
        for b in self.page.blocks:
            i = b.index
            if self.kinds[i] in _NO_TITLE or not low <= b.words <= high:
                continue
            if self._text[i] > ahead and i != self.lines.headline and not self._titled(i):
                continue
            if b.text not in sources and not self._asks_consent(i):
                yield i

    def _asks_consent(self, i: int) -> bool:
        """Whether line `i` begins with a phrase of some length of the dialogs that ask so."""
        return any(
            cue.concept is Concept.CONSENT and cue.phrase.count(" ") >= _CONSENT_BLANKS
            for cue in self.lines.cues[i]
            if cue.position is not Position.INSIDE
        )

    def _sources(self) -> set[str]:
        """The words with which lines of source and date begin, one to three of them."""
        metas = (b.text for b in self.page.blocks if self.kinds[b.index] is LineKind.META)
        begin = (text.split()[:_SOURCE_WORDS] for text in metas)
        return {" ".join(words[:n]) for words in begin for n in range(1, len(words) + 1)}

    def traits(self, i: int) -> list[str]:
        """What speaks for and against line `i` as the headline."""
        lines, block = self.lines, self.page.blocks[i]
        found = ["always", _WORDS[lines.w[i]], _ENDS[self.kinds[i]][lines.ends[i]]]
        found.append(f"{block.kind} {block.level}")
        if _JOINT.search(block.text):
            found.append("joined")
        if lines.address:
            found.append(_SPELLED[int(4 * lines.spelled(i))])
        self._stands_again(i, found)
        if block.words >= _ECHO_WORDS:
            found.append(_ECHOED[self._echoed(i)])
        self._heads(i, found)
        found.append(_GAP[min(2, block.gap)])
        for table, offset in zip(_NEAR_KINDS, _OFFSETS, strict=True):
            j = i + offset
            found.append(table[self.kinds[j] if 0 <= j < len(self.kinds) else ""])
        found.append(_FLAGGED[self._flags[i]])
        found.append(_TITLED[self._titled(i)])
        content = lines.content(i)
        if len(content) > 1:
            told = len(content & self._subject(i)) / len(content)
            found.append(_TOLD[int(4 * told)])
        return found

    def _titled(self, i: int) -> int:
        """Whether one of the first lines is this one (1), or this one and the site's name (2)."""
        block = self.page.blocks[i]
        if i < _TOP or not _ECHO_WORDS <= block.words <= WORDS[1]:
            return 0
        rests = [top[len(block.text) :] for top in self._top if top.startswith(block.text)]
        named = _UNSPACED_NAMED if holds_unspaced(block.text) else _NAMED
        return max((_BY_NAME if named.match(rest) else not rest for rest in rests), default=0)

    def _stands_again(self, i: int, found: list[str]) -> None:
        """How often the line stands again near by, and elsewhere on the page."""
        normal = self.lines.normal
        times = self.lines.times[normal[i]] - 1
        near: list[int] = []
        if times:
            near = [j for j in self._span(i, _NEAR) if normal[j] == normal[i]]
        above = bool(near) and near[0] < i
        found.append(_AGAIN[min(3, len(near))][above])
        found.append(_ELSEWHERE[min(2, times - len(near))])

    def _heads(self, i: int, found: list[str]) -> None:
        """What stands below the line: how much text and how near, other headlines, and dates."""
        blocks, kinds, text = self.page.blocks, self.kinds, self._text
        found.append(_BEFORE[bisect_right(_SHARES, text[i] / (text[-1] or 1))])
        at = bisect_right(self._long, i)
        far = self._long[at] - i if at < len(self._long) else _NOWHERE
        found.append(_TEXT_IN[min(6, int(log2(far + 1)))])
        if far < _NOWHERE:
            found.append(_FOLLOWS[far == 1][min(2, blocks[i + 1].gap)])
        end = min(len(kinds), i + _AHEAD)
        found.append(_MASSES[bisect_right(_MASS, text[end] - text[i])])
        below, last = i + 1, min(i + far, end)
        found.append(_RIVALS[min(4, self._rivals[last] - self._rivals[below])])
        found.append(_METAS[min(3, self._metas[last] - self._metas[below])])
        if self._metas[min(len(kinds), below + _DATED)] > self._metas[below]:
            found.append(_META_WORDS[min(6, blocks[kinds.index(LineKind.META, below)].words)])

    def _flagged(self) -> Iterator[int]:
        """For every line whether, in lines without text between, the one above (1) or one further
        above (2) announces other stories; 0 if none does."""
        flag = -1 - _NEAR
        for i, kind in enumerate(self.kinds):
            far = i - flag
            yield 0 if far > _NEAR else 1 + (far > 1)
            if kind is LineKind.FLAG:
                flag = i
            elif kind in _ENDS_FLAG:
                flag = -1 - _NEAR

    def _subject(self, i: int) -> set[str]:
        """Content words of the first lines of text that follow line `i`."""
        at = bisect_right(self._long, i)
        first = self._long[at] if at < len(self._long) else -1
        if first not in self._subjects:
            lines = self._long[at : at + _SUBJECT]
            self._subjects[first] = set().union(*map(self.lines.content, lines))
        return self._subjects[first]

    def _span(self, i: int, reach: int) -> Iterator[int]:
        for j in range(max(0, i - reach), min(len(self.kinds), i + reach + 1)):
            if j != i:
                yield j

    def _echoed(self, i: int) -> bool:
        """Whether a line near by holds this one and more, as a breadcrumb or a title bar does."""
        reach = 2 * _NEAR
        own = self.lines.normal[i]
        near = self._short[max(0, i - reach) : i + reach + 1]
        return any(own in other and len(other) > len(own) for other in near)


def _counted(kinds: Sequence[LineKind], sought: LineKind) -> list[int]:
    """How many lines of a kind stand before each line, and in all."""
    return list(accumulate((kind is sought for kind in kinds), initial=0))
