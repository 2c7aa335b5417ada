"""What can be said of a page as a whole: the traits from which its type is judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from math import log2
from urllib.parse import SplitResult, unquote, urlsplit

from declutter.document import Document, Field, Kind
from declutter.lexicon import TokenConcept, token_concepts, tokenize
from declutter.scoring.addresses import names_an_id
from declutter.scoring.traits import Traits

# Bucket limits of shares (of words, of blocks) and the largest exponent of counts.
_SHARES = (0.02, 0.08, 0.2, 0.35, 0.5, 0.7, 0.85)
_MOST_DOUBLINGS = 9
# How the traits of an address begin, and the one of a page that has none.
ADDRESS = "address "
NO_ADDRESS = "no address"
# What these are called says what page it is, not what a block is.
PAGE_WIDE = frozenset(["html", "body"])
_NO_ENTRY = frozenset(["p", "h2", "h3"])
_LARGEST = 8  # of the elements side by side, one run is looked for among so many
_DATE = re.compile(r"/(?:19|20)\d\d[/-]\d{1,2}")
_PRICE_WORDS = 16  # blocks of as many words speak of prices rather than show one
_CURRENCIES = "$€£¥₹"
_PRICE = re.compile(rf"[{_CURRENCIES}]\s?\d|\d\s?[{_CURRENCIES}]")


def _share(value: float) -> int:
    return sum(value >= limit for limit in _SHARES)


def _count(value: int) -> int:
    return min(_MOST_DOUBLINGS, int(log2(value + 1)))


def page_traits(page: Document) -> Iterator[str]:
    """Traits of a page: its address, what it declares, how its words are spread."""
    yield "always"
    yield from _address(page)
    yield from _declared(page)
    yield from _structure(page)
    yield from _names(page)


def _address(page: Document) -> Iterator[str]:
    """What its address says of a page: the one the caller gives, else one that it declares."""
    parts = next(_split(page), None)
    if parts is None:
        yield NO_ADDRESS
        return
    path = unquote(parts.path)
    segments = [s for s in path.split("/") if s]
    yield f"{ADDRESS}depth {min(5, len(segments))}"
    if _DATE.search(path):
        yield f"{ADDRESS}with a date"
    if segments:
        words = [w for w in re.split(r"[-_.+ ]", segments[-1]) if w.isalpha()]
        yield f"{ADDRESS}slug {_count(len(words))}"
        for token in tokenize(" ".join(segments[:-1])):
            yield f"{ADDRESS}in {token}"
        yield from (f"{ADDRESS}of {w.lower()}" for w in words)
    if parts.query:
        yield f"{ADDRESS}with a query"
    host = (parts.hostname or "").split(".")
    if len(host) > 2:
        yield f"{ADDRESS}on {host[0]}"


def _split(page: Document) -> Iterator[SplitResult]:
    """The page's addresses in their parts; of those it declares only what leads below a root. A
    root with a number in its query ("/?p=811") is not the front page, and says nothing else."""
    for address in page.addresses:
        try:
            parts = urlsplit(address)
        except ValueError:  # what is no address says nothing
            continue
        if len(parts.path) > 1 or (address == page.url and not names_an_id(parts.query)):
            yield parts


def _declared(page: Document) -> Iterator[str]:
    for value in set(page.declarations(Field.PAGE_TYPE)):
        kind = value.rpartition("/")[2].lower()
        # A video ("video.other") and what is said of it are one piece, like an article.
        yield f"declared {'article' if kind.partition('.')[0] == 'video' else kind}"
    for name in (Field.AUTHORS, Field.DATE_PUBLISHED, Field.ARTICLE_BODY, Field.BREADCRUMBS):
        if page.declarations(name):
            yield f"declares {name}"


def _structure(page: Document) -> Iterator[str]:
    traits = page.derived(Traits)
    count = max(1, len(page.blocks))
    words = max(1, page.word_sums[-1])
    kinds = Counter(b.kind for b in page.blocks)
    long = [b for b in page.blocks if traits.w[b.index] >= 5 and traits.l[b.index] <= 1]
    yield f"words {_count(words)}"
    yield f"linked words {_share(page.link_sums[-1] / words)}"
    yield f"long paragraphs {_count(len(long))}"
    yield f"words in long paragraphs {_share(sum(b.words for b in long) / words)}"
    yield f"prices {_count(_prices(page))}"
    yield f"questions {_count(sum([b.text[-1:] == '?' for b in page.blocks]))}"
    for kind in (Kind.HEADING, Kind.CODE, Kind.ROW, Kind.LIST_ITEM, Kind.CONTROL, Kind.CAPTION):
        yield f"{kind} blocks {_count(kinds[kind])}"
    yield f"share of list items {_share(kinds[Kind.LIST_ITEM] / count)}"
    cues = Counter(c.concept for found in traits.cues for c in found)
    yield from (f"cue {concept} {_count(n)}" for concept, n in cues.items())
    yield from _runs(page)


def _prices(page: Document) -> int:
    """How many short blocks show a price; most pages show none and are searched as a whole."""
    short = [b.text for b in page.blocks if b.words < _PRICE_WORDS]
    joined = "\n".join(short)
    if not any(sign in joined for sign in _CURRENCIES):
        return 0
    return sum([_PRICE.search(text) is not None for text in short])


def _runs(page: Document) -> Iterator[str]:
    """The run of like elements that holds most words: entries, posts, cards."""
    totals: dict[tuple[int, str], int] = {}
    counts, sums = page.shape_counts, page.word_sums
    for c in page.containers:
        first, last = c.first, c.last
        if last - first > 1 and c.tag not in _NO_ENTRY and c.parent >= 0:
            key = c.parent, c.shape
            totals[key] = totals.get(key, 0) + sums[last] - sums[first]
    largest = nlargest(_LARGEST, totals, key=totals.__getitem__)
    run = next((key for key in largest if counts[key] > 2), None)
    if run is None:
        yield "no run"
        return
    most, size = totals[run], counts[run]
    yield f"run {_count(size)} share {_share(most / max(1, sums[-1]))}"
    yield f"run entry words {_count(most // size)}"


def _names(page: Document) -> Iterator[str]:
    concepts: Counter[TokenConcept] = Counter()
    named = Counter([c.tokens for c in page.containers if c.tag not in PAGE_WIDE])
    for tokens, times in named.items():
        if tokens:
            for concept in token_concepts(tokens):
                concepts[concept] += times
    yield from (f"elements {concept} {_count(n)}" for concept, n in concepts.items())
    yield from (f"page {t}" for c in page.containers[:2] if c.tag in PAGE_WIDE for t in c.tokens)
    yield from (f"item {t.lower()}" for t in {c.itemtype for c in page.containers} if t)
    yield from (f"tag {t}" for t in {c.tag for c in page.containers})
