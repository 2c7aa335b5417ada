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
_FOREIGN_TAGS = frozenset({"nav", "footer", "aside"})


class Places:
    """A page's containers, each looked at once; made by `Document.derived`."""

    def __init__(self, page: Document) -> None:
        self._containers = page.containers
        self._foreign: dict[int, bool] = {-1: False}
        self._named: dict[tuple[int, TokenConcept], bool] = {}

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
        known = self._named.get((block.container, sought))
        if known is None:
            known = self._named[block.container, sought] = self._is_in(block.container, sought)
        return known

    def _is_in(self, container: int, sought: TokenConcept) -> bool:
        for _ in range(AROUND):
            if container < 0:
                return False
            tokens = self._containers[container].tokens
            if tokens and sought in token_concepts(tokens):
                return True
            if self._is_foreign_itself(container):
                return False
            container = self._containers[container].parent
        return False

    def _is_foreign_itself(self, container: int) -> bool:
        c = self._containers[container]
        if c.tag in _FOREIGN_TAGS:
            return True
        return bool(c.tokens) and not _FOREIGN.isdisjoint(token_concepts(c.tokens))
