"""Class and id tokens: how names are split, and what their parts are a sign of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from declutter.lexicon.concepts import TokenConcept
from declutter.lexicon.load import read_tables

# Where a class name is parted: "_", "-", and a capital or a digit group after small letters.
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W_A-Za-z0-9]+|[0-9]+")
# Names beyond these are generated; no token of the data is longer.
_LONGEST = 80
_MOST = 24
_NOTHING: frozenset[str] = frozenset()
_NO_CONCEPTS: frozenset[TokenConcept] = frozenset()


@lru_cache(maxsize=65_536)
def _parts(name: str) -> frozenset[str]:
    if len(name) > _LONGEST:
        return _NOTHING
    if name.isascii() and name.isalpha() and name.islower():
        return frozenset((name,))
    words = [p.lower() for p in _PARTS.findall(name) if not p.isdigit()]
    if len(words) < 2:
        return frozenset(words)
    return frozenset((*words, *map("-".join, pairwise(words)), "-".join(words)))


@lru_cache(maxsize=16_384)
def tokenize(names: str) -> frozenset[str]:
    """The tokens of a class or id attribute: parts of each name, pairs of parts, whole names.

    "entry-content postBody" gives entry, content, entry-content, post, body, post-body. Parts are
    lower-cased and joined by "-"; digits are dropped. Names of over 80 characters, and those
    after the 24th, are passed over.
    """
    split = names.split()
    if not split:
        return _NOTHING
    return _parts(split[0]) if len(split) == 1 else _NOTHING.union(*map(_parts, split[:_MOST]))


@lru_cache(maxsize=1)
def _concepts() -> dict[str, tuple[TokenConcept, ...]]:
    found: dict[str, list[TokenConcept]] = {}
    for key, table in read_tables("tokens.toml").items():
        for token in table["tokens"].split():
            found.setdefault(token, []).append(TokenConcept(key))
    return {token: tuple(concepts) for token, concepts in found.items()}


@lru_cache(maxsize=16_384)
def token_concepts(tokens: frozenset[str]) -> frozenset[TokenConcept]:
    """What an element's tokens are a sign of; only whole tokens count, never parts of a word."""
    known = _concepts()
    found = [c for t in tokens if t in known for c in known[t]]
    return frozenset(found) if found else _NO_CONCEPTS
