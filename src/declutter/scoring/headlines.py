"""Which line of a text is the page's headline: candidates, their traits, and the best one.

A headline stands before the text it heads, often again near by, with a line of source and date
below, and the page's address spells it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from math import log2

from declutter.document import Document
from declutter.scoring.card import card
from declutter.scoring.kinds import Kinds, LineKind
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
_NO_TITLE = frozenset({LineKind.META, LineKind.FLAG, LineKind.ALSO, LineKind.STOP})


class Headlines:
    """The candidates among the lines; `at` is the best one, None where nothing may be one."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.lines = page.derived(Lines)
        self.kinds = page.derived(Kinds).of
        scores = page.derived(Judged).scores
        words = [b.words if s > 0 else 0 for b, s in zip(page.blocks, scores, strict=True)]
        self._text = list(accumulate(words, initial=0))
        self._long = [i for i, n in enumerate(words) if n >= WORDS[0] * 6]
        self._subjects: dict[int, set[str]] = {}
        low, high = WORDS
        self.candidates = [
            b.index
            for b in page.blocks
            if low <= b.words <= high
            and self.kinds[b.index] not in _NO_TITLE
            and self._text[b.index] <= _SHARES[-1] * self._text[-1]
        ]
        points = card(CARD).block
        best: tuple[float, int] | None = None
        for i in self.candidates:
            score = sum(points.get(t, 0.0) for t in self.traits(i))
            if best is None or score > best[0]:
                best = score, i
        self.score: float = best[0] if best else 0.0
        self.at: int | None = best[1] if best else None

    def traits(self, i: int) -> Iterator[str]:
        """What speaks for and against line `i` as the headline."""
        lines, block = self.lines, self.page.blocks[i]
        yield "always"
        yield f"w{lines.w[i]}"
        yield f"{self.kinds[i]} ends {lines.ends[i]}"
        yield f"{block.kind} {block.level}"
        if lines.address:
            yield f"spelled {int(4 * lines.spelled(i))}"
        again = [j for j in self._span(i, _NEAR) if lines.normal[j] == lines.normal[i]]
        yield f"again {min(3, len(again))} {min(again, default=i) < i}"
        yield f"elsewhere {min(2, lines.times[lines.normal[i]] - 1 - len(again))}"
        if block.words >= 4:
            yield f"echoed {self._echoed(i)}"
        total = self._text[-1] or 1
        yield f"text before {bisect_right(_SHARES, self._text[i] / total)}"
        at = bisect_right(self._long, i)
        far = self._long[at] - i if at < len(self._long) else 99
        yield f"text in {min(6, int(log2(far + 1)))}"
        if far < 99:
            yield f"text follows {far == 1} {min(2, self.page.blocks[i + 1].gap)}"
        end = min(len(self.kinds), i + _AHEAD)
        yield f"mass {bisect_right(_MASS, self._text[end] - self._text[i])}"
        yield f"gap {min(2, block.gap)}"
        for offset in (-2, -1, 1, 2, 3):
            j = i + offset
            yield f"{offset} {self.kinds[j]}" if 0 <= j < len(self.kinds) else f"{offset} edge"
        below = self.kinds[i + 1 : min(i + far, i + _AHEAD)]
        yield f"rivals below {min(4, below.count(LineKind.HEADLINE))}"
        yield f"metas below {min(3, below.count(LineKind.META))}"
        metas = [j for j in self._span(i, 4) if j > i and self.kinds[j] is LineKind.META]
        if metas:
            yield f"meta words {min(6, self.page.blocks[metas[0]].words)}"
        yield f"flagged {self._flagged(i)}"
        content = self.lines.content(i)
        if len(content) > 1:
            told = len(content & self._subject(i)) / len(content)
            yield f"told {int(4 * told)}"

    def _flagged(self, i: int) -> int:
        """How far above, in lines without text between, other stories are announced; 0 if not."""
        for far in range(1, min(i, _NEAR) + 1):
            kind = self.kinds[i - far]
            if kind is LineKind.FLAG:
                return 1 + (far > 1)
            if kind in (LineKind.PROSE, LineKind.STOP, LineKind.INTERFACE):
                break
        return 0

    def _subject(self, i: int) -> set[str]:
        """Content words of the first lines of text that follow line `i`."""
        at = bisect_right(self._long, i)
        first = self._long[at] if at < len(self._long) else -1
        if first not in self._subjects:
            lines = self._long[at : at + _SUBJECT]
            self._subjects[first] = {w for j in lines for w in self.lines.content(j)}
        return self._subjects[first]

    def _span(self, i: int, reach: int) -> Iterator[int]:
        for j in range(max(0, i - reach), min(len(self.kinds), i + reach + 1)):
            if j != i:
                yield j

    def _echoed(self, i: int) -> bool:
        """Whether a line near by holds this one and more, as a breadcrumb or a title bar does."""
        normal = self.lines.normal
        return any(
            normal[i] in normal[j] and len(normal[j]) > len(normal[i])
            for j in self._span(i, 2 * _NEAR)
            if self.page.blocks[j].words <= WORDS[1]
        )
