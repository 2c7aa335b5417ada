"""What a name looks like: a person's, and that of a desk, a house or a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from declutter.metadata.leads import EDGE
from declutter.metadata.tables import affixes, words

MAX_WORDS = 5
"""Words of a person's name in a byline."""

_NO_NAME = frozenset(":：＝?？")
"""Marks behind labels and questions, which no name holds."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CASELESS = re.compile("[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=256)
def is_name(piece: str) -> bool:
    """Whether a text has the shape of a person's name: capitalised words and small particles."""
    parts = piece.split()
    if not _NO_NAME.isdisjoint(piece) or piece.endswith(affixes("people", "reports")):
        return False
    if piece.casefold() in words("people", "agencies"):
        return False
    if _CASELESS.search(piece):
        if piece.casefold() in words("people", "never"):
            return False
        return 2 <= len(piece) <= 24 and len(parts) <= 4 and not any(c.isdigit() for c in piece)
    if not 2 <= len(parts) <= MAX_WORDS or any(c.isdigit() for c in piece):
        return False
    folded = [p.casefold().strip(EDGE) for p in parts]
    if not words("people", "not_names").isdisjoint(folded) or is_group(piece):
        return False
    capital = [p for p in parts if p.lstrip("'’‘\"“(")[:1].isupper()]
    small = [f for p, f in zip(parts, folded, strict=True) if p not in capital]
    return len(capital) >= 2 and words("people", "particles").issuperset(small)


def is_caseless(name: str) -> bool:
    """Whether a name is written in a script without capitals, so that its shape proves nothing."""
    return _CASELESS.search(name) is not None


@lru_cache(maxsize=256)
def is_group(piece: str) -> bool:
    """Whether a name stands for a desk, a house or an agency rather than a person."""
    parts = {w.casefold() for w in _WORD.findall(piece)}
    return not words("people", "group").isdisjoint(parts) or _is_host(piece)


def _is_host(piece: str) -> bool:
    """Whether a name is the address of a site ("example.org")."""
    name, dot, end = piece.rpartition(".")
    return bool(dot) and " " not in piece and len(name) > 2 and end.isalpha() and len(end) > 1


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names without repetitions that differ in case alone, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
