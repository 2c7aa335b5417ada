"""Related items, chrome items and comments, grouped from the ledger in this one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from declutter.document import Block, Document, Kind
from declutter.lexicon import (
    Concept,
    Position,
    TokenConcept,
    is_relative_time,
    normalise,
    relative_time,
    token_concepts,
)
from declutter.model import ChromeItem, RelatedItem, RelatedKind
from declutter.pipeline import Ledger
from declutter.roles import CHROME_ROLES, RELATED_ROLES, Role
from declutter.scoring.addresses import Address, Addresses
from declutter.scoring.item_titles import SAME_TITLE_WORDS, parted, unnumbered
from declutter.scoring.offers import Offers
from declutter.scoring.traits import Traits

# A label of at most so many words can be the name of a source.
SOURCE_WORDS = 5
_KINDS = {
    Concept.RELATED: RelatedKind.RELATED,
    Concept.RECOMMENDED: RelatedKind.RECOMMENDED,
    Concept.SPONSORED: RelatedKind.RECOMMENDED,
    Concept.POPULAR: RelatedKind.POPULAR,
    Concept.LATEST: RelatedKind.LATEST,
    Concept.NEXT_ARTICLE: RelatedKind.NEXT,
    Concept.READ_MORE: RelatedKind.INLINE,
}
_NAMED = {
    TokenConcept.RECOMMENDED: RelatedKind.RECOMMENDED,
    TokenConcept.POPULAR: RelatedKind.POPULAR,
    TokenConcept.LATEST: RelatedKind.LATEST,
}
_LABELS = frozenset([Concept.SPONSORED, Concept.READ_MORE, Concept.ADVERTISING, Concept.SECTION])


@dataclass
class _Card:
    """Blocks that show one item, before cards of the same item are joined."""

    title: Block
    wording: str
    before: list[Block]
    kind: RelatedKind
    paid: bool = False
    meta: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)


def related_items(page: Document, ledger: Ledger) -> tuple[RelatedItem, ...]:
    """Related items in page order, one an item however often the page repeats it."""
    items: list[RelatedItem] = []
    places: dict[str, int] = {}
    offered = frozenset(o.address for o in page.derived(Offers).items)
    for card in _cards(page, ledger):
        for item in _read(page, card, offered):
            names = [item.url] if item.url else []
            if len(item.title.split()) >= SAME_TITLE_WORDS or not names:
                names.append(normalise(item.title))
            known = next((places[n] for n in names if n in places), None)
            if known is None:
                known = len(items)
                items.append(item)
            else:
                items[known] = _joined(items[known], item)
            for name in names:
                places.setdefault(name, known)
    titles = unnumbered([item.title for item in items])
    return tuple(
        item if item.title == title else item.model_copy(update={"title": title})
        for item, title in zip(items, titles, strict=True)
    )


def _joined(first: RelatedItem, again: RelatedItem) -> RelatedItem:
    """One item of two cards: the first one's flag, the longer text, whatever either knows."""
    inline = first.kind is RelatedKind.INLINE and again.kind is not RelatedKind.INLINE
    longer = again if inline or len(again.title) > len(first.title) else first
    return RelatedItem(
        title=longer.title if first.url == again.url else first.title,
        url=(again.url or first.url) if inline else (first.url or again.url),
        site_name=first.site_name or again.site_name,
        date_published_raw=first.date_published_raw or again.date_published_raw,
        text=max(first.text, again.text, key=len),
        sponsored=first.sponsored or again.sponsored,
        kind=first.kind,
    )


def _cards(page: Document, ledger: Ledger) -> Iterator[_Card]:
    """Runs of related blocks, cut before every title that is not the one before it."""
    card: _Card | None = None
    kind, paid = RelatedKind.RELATED, False
    waiting: list[Block] = []
    normal = page.derived(Traits).normal
    for b, role in zip(page.blocks, ledger.roles, strict=True):
        if role in CHROME_ROLES:
            continue
        if role not in RELATED_ROLES:
            if card is not None:
                card.meta += waiting
                yield card
            card, waiting, kind, paid = None, [], RelatedKind.RELATED, False
        elif role is Role.RELATED_TITLE:
            if card is not None and card.wording == normal[b.index]:
                card.meta += waiting
                if b.links and not card.title.links:
                    card.title = b
            else:
                if card is not None:
                    own = [w for w in waiting if not _nearer(page, w, b, card.title)]
                    card.meta += own
                    waiting = waiting[len(own) :]
                    yield card
                card = _Card(b, normal[b.index], waiting, kind, paid)
            waiting = []
        elif role is Role.RELATED_META:
            waiting.append(b)
        elif role is Role.RELATED_BODY:
            if card is not None:
                card.meta += waiting
                card.body.append(b)
                waiting = []
        elif role is Role.RELATED_HEADING:
            kind, paid = _kind(page, b), _is_sponsored(page, [b])
            if card is not None:
                card.meta += waiting
                yield card
            card, waiting = None, []
    if card is not None:
        card.meta += waiting
        yield card


def _nearer(page: Document, label: Block, to: Block, than: Block) -> bool:
    """Whether a label shares a deeper element with the title after it than with the one before."""
    around = {c.index for c in page.ancestors(label.container)}
    return _common(page, to, around) > _common(page, than, around)


def _common(page: Document, block: Block, around: set[int]) -> int:
    """The depth of the innermost element around a block that is one of these; -1 for none."""
    return next((c.depth for c in page.ancestors(block.container) if c.index in around), -1)


def _kind(page: Document, heading: Block) -> RelatedKind:
    cues = page.derived(Traits).cues[heading.index]
    return next((_KINDS[c.concept] for c in cues if c.concept in _KINDS), RelatedKind.RELATED)


def _read(page: Document, card: _Card, offered: frozenset[Address]) -> Iterator[RelatedItem]:
    """The item of a card; an "also read" line, or links side by side, may hold several."""
    addresses = page.derived(Addresses)
    links = [a for a in card.title.links if addresses.read(a.href) in offered]
    title, told = parted(page, card.title)
    several = len({addresses.read(a.href) for a in links}) > 1
    parts = not card.body and (several or card.title.link_density < 1)
    if parts and links and card.title.kind is not Kind.HEADING:
        date = told if len(links) == 1 else None
        for a in links:
            url, flag = addresses.absolute(a.href), _flag(page, card)
            yield RelatedItem(title=a.text, url=url, date_published_raw=date, kind=flag)
        return
    blocks = [*card.before, card.title, *card.meta, *card.body]
    anchors = links or [a for b in blocks for a in b.links if addresses.read(a.href) in offered]
    anchors = anchors or list(card.title.links)
    labels = [*card.before, *card.meta]
    date = next((d for b in labels if (d := _date(page, b))), told)
    yield RelatedItem(
        title=title,
        url=addresses.absolute(anchors[0].href) if anchors else None,
        site_name=_source(page, card, date),
        date_published_raw=date,
        text="\n\n".join(b.text for b in card.body),
        sponsored=card.paid or _is_sponsored(page, blocks),
        kind=_flag(page, card),
    )


def _flag(page: Document, card: _Card) -> RelatedKind:
    cues = page.derived(Traits).cues[card.title.index]
    for cue in cues:
        if cue.position is Position.START and cue.concept in _KINDS and card.title.links:
            return RelatedKind.INLINE
    if card.kind is not RelatedKind.RELATED:
        return card.kind
    for c in page.ancestors(card.title.container):
        named = token_concepts(c.tokens)
        if named and not named.isdisjoint(_NAMED):
            return next(_NAMED[n] for n in _NAMED if n in named)  # in their order: sets have none
    return card.kind


def _date(page: Document, label: Block) -> str | None:
    """The words of a label that tell a date: a relative time, or what holds a year."""
    found = relative_time(label.text, page.language)
    if found is None:
        return None
    whole = is_relative_time(label.text, page.language)
    return label.text if whole else label.text[found.start : found.end]


def _source(page: Document, card: _Card, date: str | None) -> str | None:
    """The first label after the headline that is short, no link and no date: the publisher."""
    cues = page.derived(Traits).cues
    for b in card.meta:
        if b.words > SOURCE_WORDS or b.links or any(map(str.isdigit, b.text)) or _date(page, b):
            continue
        if not any(c.concept in _LABELS for c in cues[b.index]):
            return b.text
    return None


def _is_sponsored(page: Document, blocks: list[Block]) -> bool:
    cues = page.derived(Traits).cues
    return any(
        c.concept is Concept.SPONSORED and c.position is Position.WHOLE
        for b in blocks
        for c in cues[b.index]
    )


def chrome_items(page: Document, ledger: Ledger) -> tuple[ChromeItem, ...]:
    """The page's interface; consecutive blocks of one kind make one item."""
    shown = zip(ledger.roles, [b.text for b in page.blocks], strict=True)
    return tuple(
        ChromeItem(kind=role, text="\n".join([text for _, text in run]))
        for role, run in groupby(shown, key=itemgetter(0))
        if role in CHROME_ROLES
    )


def comments(page: Document, ledger: Ledger) -> tuple[str, ...]:
    """Readers' comments; paragraphs that follow each other in one element make one comment."""
    if Role.COMMENT not in ledger.roles:
        return ()
    made: list[str] = []
    before: Block | None = None
    for b, role in zip(page.blocks, ledger.roles, strict=True):
        if role is not Role.COMMENT:
            continue
        if before is not None and before.index == b.index - 1 and _one_comment(page, before, b):
            made[-1] += "\n\n" + b.text
        else:
            made.append(b.text)
        before = b
    return tuple(made)


def _one_comment(page: Document, first: Block, second: Block) -> bool:
    if not page.has_markup:
        return True
    around = (page.containers[first.container], page.containers[second.container])
    return first.tag == second.tag == "p" and around[0].parent == around[1].parent
