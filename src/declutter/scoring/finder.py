"""Where a page says something, or is called something: for stages that look for one concept."""

from __future__ import annotations

from collections.abc import Iterator

from declutter.document import Document
from declutter.lexicon import Concept, Cue, Position, TokenConcept
from declutter.scoring.naming import Naming
from declutter.scoring.traits import Traits


class Finder:
    """Finds blocks by the phrases they hold and by their names, without a look at the others."""

    def __init__(self, page: Document) -> None:
        self._cues = page.derived(Traits).cues
        self._said: dict[Concept, list[int]] = {}
        self._called: dict[frozenset[TokenConcept], list[int]] = {}
        for i, cues in enumerate(self._cues):
            for cue in cues:
                self._said.setdefault(cue.concept, []).append(i)
        for i, names in enumerate(page.derived(Naming).of):
            if names:
                self._called.setdefault(names, []).append(i)

    def said(self, *sought: Concept) -> list[int]:
        """The blocks that hold a phrase of one of the concepts, in order."""
        return sorted({i for concept in sought for i in self._said.get(concept, ())})

    def labels(self, sought: Concept) -> Iterator[tuple[int, Cue]]:
        """The blocks that are nothing but a phrase of the concept, in order, with its cue."""
        for i in self.said(sought):
            for cue in self._cues[i]:
                if cue.concept is sought and cue.position is Position.WHOLE:
                    yield i, cue
                    break

    def called(self, *sought: TokenConcept) -> list[int]:
        """The blocks whose names are a sign of one of the concepts, in order."""
        found = (at for names, at in self._called.items() if not names.isdisjoint(sought))
        return sorted(i for at in found for i in at)
