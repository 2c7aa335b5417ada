"""What can be said of a line of text: its traits, short strings that the text card has points for.

They say how the line looks, what stands above and below it, how it is indented, what it says, and
how far it is from headings that announce other things. The strings are made once, below, because
every line of every page is looked up by them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from math import log2
from operator import itemgetter

from declutter.document import Kind
from declutter.lexicon import Concept, Position, is_relative_time
from declutter.scoring.line_parts import parts
from declutter.scoring.lines import LONG, STOP, WORDS, Lines

# Bucket limits: share of capitalised words; of digits.
CAPITALS = (0.15, 0.35, 0.6, 0.85)
DIGITS = (0.01, 0.1, 0.3)
_AGE_WORDS = 8  # words of a line that may be nothing but a relative time
_SPELLED, _SPELLED_WORDS = 0.5, 3
_FAR_INDENT = 4
_ELLIPSIS = ("…", "...", "[…]", "[...]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:/.]\d{2}\b")
_MARK = re.compile(r"[|•·»›/\t]")
_SEPARATOR = re.compile(r" [|•·»›/] |\t")
_QUOTES = tuple("\"“„«‘'»「『—–")

_WS = range(len(WORDS) + 1)
_FLAGS = (False, True)
_SIGNS = (-1, 0, 1)
# Shapes are numbered: twice the bucket of words, and one more for a line that ends a sentence.
_EDGE = 2 * len(_WS)
_SHAPE = [f"w{w}{'.' if end else ''}" for w in _WS for end in _FLAGS]
_STOP = [[f"stop{s} w{w}" for w in _WS] for s in range(len(STOP) + 1)]
_KIND = {kind: [f"{kind} w{w}" for w in _WS] for kind in Kind}
_LINKS = [f"links {n}" for n in range(5)]
_CAPITALS = [[f"caps{n} w{w}" for w in _WS] for n in range(len(CAPITALS) + 1)]
_DIGITS = [[f"digits{n} w{min(w, LONG)}" for w in _WS] for n in range(len(DIGITS) + 1)]
_LOWER, _COMMA, _CUT = ([f"{n} {f}" for f in _FLAGS] for n in ("lower case", "comma", "ellipsis"))
_UPPER, _QUESTION, _COLON, _PARTED = (
    [f"{name} w{min(w, LONG)}" for w in _WS]
    for name in ("upper case", "question", "colon", "separator")
)
_DATED = [f"date w{w}" for w in _WS]
_NEAR = [[f"{offset} {s}" for s in (*_SHAPE, "edge")] for offset in (-3, -2, -1, 1, 2, 3)]
_GAPS = [[[f"gaps {a} {b} w{w}" for w in range(LONG + 1)] for b in range(3)] for a in range(3)]
_BETWEEN = [[[f"between {a} {b} {f}" for f in _FLAGS] for b in _SHAPE] for a in _SHAPE]
_INDENT = [f"indent {n}" for n in _SIGNS]
_FAR = [f"far indent {f}" for f in _FLAGS]
_STEP = [[f"step {n} w{w}" for w in range(LONG + 1)] for n in _SIGNS]
_TENTH = [f"tenth {n}" for n in range(10)]
_AGAIN = [f"again w{w}" for w in _WS]
_BEHIND = [f"after headline {n}" for n in range(7)]
_CUE = {(c, p): [f"{c} {p} {f}" for f in _FLAGS] for c in Concept for p in Position}
_SPELT = [f"spelled {n}" for n in range(4)]
_DOUBLINGS = [min(6, int(log2(n + 1))) for n in range(64)]
_first = itemgetter(0)


class LineTraits:
    """The traits of every line of a page; `of(i)` are those of block i."""

    def __init__(self, lines: Lines) -> None:
        self.blocks = blocks = lines.page.blocks
        self.lines = lines
        shapes = [2 * w + end for w, end in zip(lines.w, lines.ends, strict=True)]
        self._shapes = [_EDGE] * 3 + shapes + [_EDGE] * 3
        self._gaps = [*(min(b.gap, 2) for b in blocks), 2]
        self._steps = [
            (after > before) - (after < before) for before, after in pairwise(lines.indents)
        ]
        self._parts = parts(blocks, lines.cues)

    def of(self, i: int) -> list[str]:
        """The traits of line `i`."""
        found = ["always"]
        self._look(i, found)
        self._stands(i, found)
        self._says(i, found)
        found += self._parts[i]
        return found

    def _look(self, i: int, found: list[str]) -> None:
        lines, block = self.lines, self.blocks[i]
        w, text, words = lines.w[i], block.text, lines.found[i]
        add, long = found.append, w >= LONG
        found += (_SHAPE[self._shapes[i + 3]], _STOP[lines.stop[i]][w], _KIND[block.kind][w])
        if block.link_words:
            add(_LINKS[int(4 * block.link_density)])
        if words:
            firsts = list(map(_first, words))
            count = len(words)
            add(_CAPITALS[bisect_right(CAPITALS, sum(map(str.isupper, firsts)) / count)][w])
            digits = sum(map(str.isdigit, firsts)) / count
            add(_DIGITS[bisect_right(DIGITS, digits)][w])
            if digits and not long and _DATE.search(text):
                add(_DATED[w])
        if text[0].islower():
            add(_LOWER[long])
        elif text.isupper():
            add(_UPPER[w])
        if text[0] in _QUOTES:
            add("opens with quote")
        if text.endswith(_ELLIPSIS):
            add(_CUT[long])
        elif text.endswith("?"):
            add(_QUESTION[w])
        elif text.endswith(":"):
            add(_COLON[w])
        if ", " in text:
            add(_COMMA[long])
        if _MARK.search(text) and _SEPARATOR.search(text):  # the first is many times faster
            add(_PARTED[w])

    def _stands(self, i: int, found: list[str]) -> None:
        lines, shapes, count = self.lines, self._shapes, len(self.blocks)
        w = lines.w[i]
        short, add = min(w, LONG), found.append
        p3, p2, p1, n1, n2, n3 = _NEAR
        above, below = shapes[i + 2], shapes[i + 4]
        found += (p3[shapes[i]], p2[shapes[i + 1]], p1[above])
        found += (n1[below], n2[shapes[i + 5]], n3[shapes[i + 6]])
        add(_GAPS[self._gaps[i]][self._gaps[i + 1]][short])
        if w < LONG and 0 < i < count - 1:
            add(_BETWEEN[above][below][w < 3])
        if lines.body_indent is not None:
            deeper = lines.indents[i] - lines.body_indent
            add(_INDENT[(deeper > 0) - (deeper < 0) + 1])
            if abs(deeper) > _FAR_INDENT:
                add(_FAR[deeper > 0])
        if i:
            add(_STEP[self._steps[i - 1] + 1][short])
        add(_TENTH[10 * i // count])
        if lines.times[lines.normal[i]] > 1:
            add(_AGAIN[w])
        if lines.headline is not None:
            far = i - lines.headline
            add(_BEHIND[_DOUBLINGS[min(63, far)]] if far >= 0 else "before headline")

    def _says(self, i: int, found: list[str]) -> None:
        lines, block = self.lines, self.blocks[i]
        said = lines.said[i]
        if said.cues:
            long = lines.w[i] >= LONG
            found += [_CUE[cue.concept, cue.position][long] for cue in said.cues]
        if said.age and block.words <= _AGE_WORDS and is_relative_time(block.text, lines.language):
            found.append("age")
        if lines.address and block.words >= _SPELLED_WORDS:
            spelled = lines.spelled(i)
            if spelled >= _SPELLED:
                found.append(_SPELT[min(3, int(spelled * 4) - 1)])
