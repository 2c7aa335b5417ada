"""What stands before the headline in the shown title: a kicker, a forum's label, a maker's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declutter.metadata.tables import words
from declutter.metadata.titles import SHOWN, Wording

MOST_WORDS = 4
"""Words of a kicker. Without its first 1-4 words the shown title became the gold on 13 sites of the
dev corpora and ceased to be it on 2; what is longer is the first half of the headline (0 and 2)."""

_WORD = re.compile(r"\w+")


def without_kicker(ranked: Sequence[Wording]) -> list[Wording]:
    """The wordings with the best one's own tail first, where the page declares that as its title.

    Only sources that name the page for others (`bare` in title.toml) tell: they show the headline
    by itself, where a kicker would have no place.
    """
    found = list(ranked)
    if not found or found[0].source not in SHOWN:
        return found
    whole = _WORD.findall(found[0].text.casefold())
    for at, wording in enumerate(found):
        if wording.source in words("title", "bare"):
            tail = _WORD.findall(wording.text.casefold())
            left = len(whole) - len(tail)
            if tail and 0 < left <= MOST_WORDS and whole[left:] == tail:
                return [wording, *found[:at], *found[at + 1 :]]
    return found
