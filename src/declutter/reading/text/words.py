"""The words of a line that lost its breaks: what each looks like, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from declutter.lexicon import stopwords, word_keys

# Kinds of signs that end a word, and what may stand behind them.
_ENDS = {s: k for k, signs in {".": ".!?…。！？।؟", ",": ",;،", ":": ":："}.items() for s in signs}
_CLOSING = '"”’»)]'
_SEPARATORS = frozenset("|»›•·/>—–-→←▸►")
_NO_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


# What a word looks like. Function words are told apart, capitalised ones, too. Plain strings,
# because every word of a line is looked up by them several times.
LOWER, FUNCTION, FUNCTION_CAPITAL = "low", "fun", "Fun"
CAPITAL, CAPITALS = "Cap", "CAP"
NUMBER, SEPARATOR, SYMBOL = "num", "sep", "sym"
UNCASED, UNSPACED = "unc", "uns"  # scripts without capitals, scripts without blanks
LOW = frozenset({LOWER, FUNCTION})
_FUNCTION = frozenset({FUNCTION, FUNCTION_CAPITAL})


class Words(NamedTuple):
    """The words of a line; `keys` as they are compared, `shapes` with the sign that ends each
    ("low.", "Cap,"), `lows` and `functions` how many such words stand before each."""

    keys: list[str]
    shapes: list[str]
    ends: list[str]
    lows: list[int]
    functions: list[int]


def look_at(texts: list[str], language: str | None) -> Words:
    """The words of a text in a language. Each different word is looked at once."""
    known = stopwords(language) if language else frozenset()
    different = list(dict.fromkeys(texts))
    of = {
        text: (key, _shape(text, key in known), _end(text))
        for text, key in zip(different, word_keys(different), strict=True)
    }
    keys, shapes, ends = (list(part) for part in zip(*map(of.__getitem__, texts), strict=True))
    return Words(keys, shapes, ends, _counts(shapes, LOW), _counts(shapes, _FUNCTION))


def _counts(shapes: Sequence[str], of: frozenset[str]) -> list[int]:
    return list(accumulate((s in of for s in shapes), initial=0))


def _end(word: str) -> str:
    """The kind of the sign that a word ends with: ".", ",", ":", or "-" for none."""
    return _ENDS.get(word.rstrip(_CLOSING)[-1:], "-")


def _shape(word: str, function: bool) -> str:
    first = next((c for c in word if c.isalnum()), "")
    if not first:
        return SEPARATOR if word in _SEPARATORS else SYMBOL
    if first.isdigit():
        return NUMBER
    if first.islower():
        return FUNCTION if function else LOWER
    if first.isupper():
        if function:
            return FUNCTION_CAPITAL
        return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
    return UNSPACED if _NO_BLANKS.match(first) else UNCASED
