"""HTML tree -> `Document`.

What a browser does not show (scripts, templates, hidden elements, fallbacks of media) is not
visible text and yields no block, unless the page hides its own article: see `REVEAL_WORDS`.
"""

from __future__ import annotations

from lxml import etree

from declutter.document import Container, Document
from declutter.lexicon import TokenConcept, token_concepts, tokenize
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.reading.elements import shape, words_in
from declutter.reading.walk import Walk

# A page whose own prose a script would show (streamed markup, a reader's view for browsers without
# scripts, a wall that fades) hides it at first: a hidden part with at least this many words of
# paragraphs, and more than all that is visible, is the page. Read off the hidden parts of over 60
# words on the dev pages: those that are the article and those that are menus lie far apart. Where
# the hidden part is named as the text, what the page asks for consent does not count.
REVEAL_WORDS = 80
_PROSE_WORDS = 12


def segment(
    root: etree._Element, url: str | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Cut a parsed page into blocks. The tree is only read.

    Args:
        root: the `<html>` element (or the root of a fragment) as libxml2 built it.
        url: the page's address, used where the page sets no `<base>`.
        limits: `limits.blocks` bounds the blocks; the rest of the page is left out.
    """
    walk = Walk(limits)
    walk.over(root)
    revealed = _withheld(walk)
    if revealed:
        walk = Walk(limits, revealed)
        walk.over(root)
    containers = walk.containers() or (
        Container(0, -1, 0, "html", frozenset(), "", "", "", "", "", "html.", 0, 0),
    )
    base_url = _base(root, walk)
    return Document(
        blocks=tuple(walk.blocks),
        containers=containers,
        images=tuple(walk.images),
        language=root.get("lang") or None,
        url=url,
        base_url=base_url or url,
    )


def _base(root: etree._Element, walk: Walk) -> str | None:
    """The address that links are relative to, if the page sets one. The head is the place for it;
    the walk has seen the rest, so that the tree need not be searched again."""
    for part in (*root.iterchildren("head"), *walk.bases, *walk.hidden):
        for base in part.iter("base"):
            href = base.get("href")
            if href is not None:
                return href
    return None


def _withheld(walk: Walk) -> frozenset[etree._Element]:
    """Hidden elements, of one shape together, that hold more prose than the visible page does."""
    if not walk.hidden:
        return frozenset()
    alike: dict[str, list[etree._Element]] = {}
    for element in walk.hidden:
        if len(element):
            key = shape(str(element.tag), element.get("class") or "")
            alike.setdefault(key, []).append(element)
    prose = ((group, sum(map(_prose, group))) for group in alike.values())
    enough = [(group, words) for group, words in prose if words >= REVEAL_WORDS]
    if not enough:
        return frozenset()
    prose_blocks = [b for b in walk.blocks if b.words >= _PROSE_WORDS and b.link_density < 0.5]
    shown = sum(b.words for b in prose_blocks)
    asking = _asking(walk.containers())
    own = sum(b.words for b in prose_blocks if b.container not in asking)
    return frozenset(
        element
        for group, words in enough
        for element in group
        if words >= (own if _is_named_text(element) else shown)
    )


def _asking(containers: tuple[Container, ...]) -> set[int]:
    """The containers in which a page asks for consent."""
    found: set[int] = set()
    for c in containers:
        if c.parent in found or TokenConcept.CONSENT in token_concepts(c.tokens):
            found.add(c.index)
    return found


def _is_named_text(element: etree._Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return TokenConcept.CONTENT in token_concepts(tokenize(names))


def _prose(element: etree._Element) -> int:
    """Words of unlinked running text in a hidden element; forms and nested lists are not read."""
    total = 0
    for p in element.iter("p", "li"):
        if next(p.iterchildren("p", "ul", "ol"), None) is not None:
            continue
        words = words_in(p)
        if words >= _PROSE_WORDS and next(p.iterancestors("form", "nav"), None) is None:
            linked = sum(map(words_in, p.iter("a")))
            total += words if 2 * linked < words else 0
    return total
