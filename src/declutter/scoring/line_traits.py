"""What can be said of a line of text: its traits, short strings that the text card has points for.

They say how the line looks, what stands above and below it, how it is indented, what it says, and
how far it is from headings that announce other things. Most are told by numbers, a column of the
page for each sort of trait, so that a whole column can be looked up at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from math import log2

from declutter.document import Kind
from declutter.lexicon import Concept, Position, is_relative_time
from declutter.scoring.line_looks import FLAGS, LONG, LOOKS, SIZES
from declutter.scoring.line_parts import parts
from declutter.scoring.lines import Lines

_AGE_WORDS = 8  # words of a line that may be nothing but a relative time
_SPELLED, _SPELLED_WORDS = 0.5, 3
_FAR_INDENT = 4

_SIZE = len(SIZES)
_SIGNS = (-1, 0, 1)
_SHORT = range(LONG + 1)
# Shapes are numbered: twice the bucket of words, and one more for a line that ends a sentence.
_SHAPE = [f"w{w}{'.' if end else ''}" for w in SIZES for end in FLAGS]
_EDGE = len(_SHAPE)
_BEYOND = 3  # lines on either side that are looked at
_KINDS = {kind: _SIZE * n for n, kind in enumerate(Kind)}
_DOUBLINGS = [min(6, int(log2(n + 1))) for n in range(64)]
_CUE = {(c, p): [f"{c} {p} {f}" for f in FLAGS] for c in Concept for p in Position}
_SPELT = [f"spelled {n}" for n in range(4)]

TRAITS: tuple[Sequence[str], ...] = (
    _SHAPE,
    LOOKS[0],
    [f"{kind} w{w}" for kind in Kind for w in SIZES],
    ["", *(f"links {n}" for n in range(5))],
    *LOOKS[1:],
    *([f"{offset} {s}" for s in (*_SHAPE, "edge")] for offset in (-3, -2, -1, 1, 2, 3)),
    [f"gaps {a} {b} w{w}" for a in range(3) for b in range(3) for w in _SHORT],
    ["", *(f"between {a} {b} {f}" for a in _SHAPE for b in _SHAPE for f in FLAGS)],
    ["", *(f"indent {n}" for n in _SIGNS)],
    ["", *(f"far indent {f}" for f in FLAGS)],
    ["", *(f"step {n} w{w}" for n in _SIGNS for w in _SHORT)],
    [f"tenth {n}" for n in range(10)],
    ["", *(f"again w{w}" for w in SIZES)],
    ["", *(f"after headline {n}" for n in range(7)), "before headline"],
)
"""The names of traits by sort; empty for a line that has none of a sort."""
_BEFORE_HEADLINE = 8

Column = Sequence[int]


class LineTraits:
    """The traits of every line of a page.

    `columns` has for each sort of `TRAITS` which of them the lines have; `others` are the names of
    what else can be said of each.
    """

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._blocks = lines.page.blocks
        self._short = [min(w, LONG) for w in lines.w]
        shapes = [2 * w + end for w, end in zip(lines.w, lines.ends, strict=True)]
        looks: list[Column] = list(zip(*(s.look for s in lines.said), strict=True))
        looks = looks or [()] * len(LOOKS)
        self.columns: list[Column] = [
            shapes,
            looks[0],
            [_KINDS[b.kind] + w for b, w in zip(self._blocks, lines.w, strict=True)],
            [1 + int(4 * b.link_density) if b.link_words else 0 for b in self._blocks],
            *looks[1:],
            *self._near(shapes),
            *self._indents(),
            *self._places(),
        ]
        self.others = parts(self._blocks, lines.cues)
        for i, said in enumerate(lines.said):
            if said.cues or said.age or lines.address:
                self.others[i] = [*self._says(i), *self.others[i]]

    def of(self, i: int) -> list[str]:
        """The traits of line `i`."""
        told = (names[column[i]] for names, column in zip(TRAITS, self.columns, strict=True))
        return ["always", *filter(None, told), *self.others[i]]

    def scores(self, points: Mapping[str, float], tables: Sequence[Sequence[float]]) -> list[float]:
        """The sums of the lines' points; `tables` are those of `TRAITS`, see `tabled`."""
        always = points.get("always", 0.0)
        columns = [
            map(table.__getitem__, column)
            for table, column in zip(tables, self.columns, strict=True)
        ]
        sums = [sum(row, always) for row in zip(*columns, strict=True)]
        nothing = repeat(0.0)
        return [
            sum(map(points.get, names, nothing), score) if names else score
            for score, names in zip(sums, self.others, strict=True)
        ]

    def _near(self, shapes: list[int]) -> Iterator[Column]:
        """The shapes of the lines around, the gaps before and after, what a line stands between."""
        count = len(shapes)
        padded = [_EDGE] * _BEYOND + shapes + [_EDGE] * _BEYOND
        for offset in (-3, -2, -1, 1, 2, 3):
            yield padded[_BEYOND + offset : _BEYOND + offset + count]
        gaps = [*(min(b.gap, 2) for b in self._blocks), 2]
        yield [
            (3 * before + after) * len(_SHORT) + short
            for before, after, short in zip(gaps, gaps[1:], self._short, strict=False)
        ]
        between = [
            1 + 2 * (_EDGE * above + below) + (w < 3) if w < LONG else 0
            for above, below, w in zip(padded[2:], padded[4:], self._lines.w, strict=False)
        ]
        if between:
            between[0] = between[-1] = 0
        yield between

    def _indents(self) -> Iterator[Column]:
        """How lines are indented against most prose, and against the line above."""
        indents, body = self._lines.indents, self._lines.body_indent
        if body is None:
            nothing = [0] * len(indents)
            yield nothing
            yield nothing
        else:
            yield [2 + (indent > body) - (indent < body) for indent in indents]
            yield [
                1 + (indent > body) if abs(indent - body) > _FAR_INDENT else 0 for indent in indents
            ]
        steps = [
            1 + ((after > before) - (after < before) + 1) * len(_SHORT) + short
            for (before, after), short in zip(pairwise(indents), self._short[1:], strict=True)
        ]
        yield [0, *steps] if indents else []

    def _places(self) -> Iterator[Column]:
        """Where on the page lines stand, whether they stand again, how far from the headline."""
        lines = self._lines
        count, times = len(self._blocks), lines.times
        yield [10 * i // count for i in range(count)]
        yield [1 + w if times[n] > 1 else 0 for n, w in zip(lines.normal, lines.w, strict=True)]
        at = lines.headline
        if at is None:
            yield [0] * count
        else:
            behind = [1 + _DOUBLINGS[min(63, far)] for far in range(count - at)]
            yield [_BEFORE_HEADLINE] * at + behind

    def _says(self, i: int) -> Iterator[str]:
        lines, block, said = self._lines, self._blocks[i], self._lines.said[i]
        long = lines.w[i] >= LONG
        for cue in said.cues:
            yield _CUE[cue.concept, cue.position][long]
        if said.age and block.words <= _AGE_WORDS and is_relative_time(block.text, lines.language):
            yield "age"
        if lines.address and block.words >= _SPELLED_WORDS:
            spelled = lines.spelled(i)
            if spelled >= _SPELLED:
                yield _SPELT[min(3, int(spelled * 4) - 1)]


def tabled(points: Mapping[str, float]) -> list[list[float]]:
    """Points for each table of `TRAITS`."""
    return [[points.get(name, 0.0) if name else 0.0 for name in names] for names in TRAITS]
