"""What the elements around a line say of it: that it is a byline, or that it is another item's."""

from __future__ import annotations

from declutter.document import Block, Document
from declutter.lexicon import TokenConcept, token_concepts

AROUND = 3
"""Elements looked at for a byline's or date line's class tokens, the line's own included."""

_FOREIGN = frozenset(
    {
        TokenConcept.RELATED,
        TokenConcept.RECOMMENDED,
        TokenConcept.POPULAR,
        TokenConcept.LATEST,
        TokenConcept.CARD,
        TokenConcept.SIDEBAR,
        TokenConcept.COMMENTS,
        TokenConcept.COMMENT,
        TokenConcept.FOOTER,
        TokenConcept.NAVIGATION,
        TokenConcept.AD,
        TokenConcept.MODAL,
    }
)
_NOTHING: frozenset[TokenConcept] = frozenset()
_FOREIGN_TAGS = frozenset({"nav", "footer", "aside"})


class Places:
    """A page's containers, each looked at once; made by `Document.derived`."""

    def __init__(self, page: Document) -> None:
        self._containers = page.containers
        self._foreign: dict[int, bool] = {-1: False}
        self._near: dict[int, frozenset[TokenConcept]] = {}

    def is_foreign(self, container: int) -> bool:
        """Whether a container is, or stands in, a card, a side column, a comment, a footer ..."""
        path = []
        while (known := self._foreign.get(container)) is None:
            if self._is_foreign_itself(container):
                known = self._foreign[container] = True
                break
            path.append(container)
            container = self._containers[container].parent
        self._foreign.update(dict.fromkeys(path, known))
        return known

    def is_named(self, block: Block, sought: TokenConcept) -> bool:
        """Whether the block's tokens, or those of the nearest elements, name it so."""
        if block.tokens and sought in token_concepts(block.tokens):
            return True
        near = self._near.get(block.container)
        if near is None:
            near = self._near[block.container] = self._names(block.container)
        return sought in near

    def _names(self, container: int) -> frozenset[TokenConcept]:
        """What the nearest elements are called, up to one that is another item's."""
        found = _NOTHING
        for _ in range(AROUND):
            if container < 0:
                break
            c = self._containers[container]
            named = token_concepts(c.tokens) if c.tokens else _NOTHING
            found = found | named if found else named
            if self._is_foreign_itself(container):
                break
            container = c.parent
        return found

    def _is_foreign_itself(self, container: int) -> bool:
        c = self._containers[container]
        if c.tag in _FOREIGN_TAGS:
            return True
        return bool(c.tokens) and not _FOREIGN.isdisjoint(token_concepts(c.tokens))
