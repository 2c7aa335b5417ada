"""Labelled pages as a calibration sees them: blocks, their traits, and which are gold.

A folder of corpora holds <name>.jsonl.xz files, a page a line: id, url, html, text (gold), type. A
block is gold when over half of its three-word shingles stand in the gold text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import scipy.sparse as sp

from declutter.document import Document
from declutter.limits import DEFAULT_LIMITS
from declutter.metadata.declared import declare
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.scoring.card import element_names
from declutter.scoring.landmarks import Landmarks
from declutter.scoring.page_traits import PAGE_WIDE
from declutter.scoring.traits import Traits
from measure import records, words

LABELLED = ("aed-dev", "fundus-dev", "wcxb-dev")
UNLABELLED = ("snippets-dev", "dates-dev")
MIN_HOSTS = 30  # sites on which a trait must occur to have points
FOLDS = 3


@dataclass
class Page:
    """A page; `gold` and `kind` are empty where it is not labelled."""

    corpus: str
    kind: str
    host: str
    gold: list[str]
    document: Document
    labels: np.ndarray
    words: list[list[str]]
    traits: list[list[str]]


def load(folder: Path) -> Iterator[Page]:
    """The pages that have blocks."""
    for name in LABELLED + UNLABELLED:
        for number, record in enumerate(records(folder / f"{name}.jsonl.xz")):
            if name in UNLABELLED or record["text"] is not None:
                page = page_of(name, number, record)
                if len(page.labels):
                    yield page


def page_of(name: str, number: int, record: dict[str, Any]) -> Page:
    root = parse(record["html"].encode("utf-8", "replace").decode(), DEFAULT_LIMITS).root
    url = record.get("url")
    document = replace(segment(root, url), declared=declare(root, url))
    labelled = name in LABELLED
    gold = words(record["text"]) if labelled else []
    blocks = [words(b.text) for b in document.blocks]
    host = host_of(url, f"{name}-{number}")
    marks, traits = labels(blocks, gold), trait_lists(document)
    return Page(
        name, record["type"] if labelled else "", host, gold, document, marks, blocks, traits
    )


def labels(blocks: list[list[str]], gold: list[str]) -> np.ndarray:
    grams, run = set(zip(gold, gold[1:], gold[2:], strict=False)), f" {' '.join(gold)} "
    out = []
    for w in blocks:
        if len(w) >= 3:
            hits = [g in grams for g in zip(w, w[1:], w[2:], strict=False)]
            out.append(2 * sum(hits) > len(hits))
        else:
            out.append(bool(w) and f" {' '.join(w)} " in run)
    return np.array(out, dtype=int)


def trait_lists(document: Document) -> list[list[str]]:
    """For every block its traits, prefixed with the card's table they belong to."""
    traits = document.derived(Traits)
    named: list[list[str]] = []
    around: list[list[str]] = []
    for c in document.containers:
        names = [] if c.tag in PAGE_WIDE else [*element_names(c), *sorted(c.tokens)]
        outer = around[c.parent] if c.parent >= 0 else []
        named.append([f"near\t{n}" for n in names] + outer)
        around.append(outer + [f"around\t{n}" for n in names])
    lists = []
    for b in document.blocks:
        inline = [f"near\t{n}" for n in b.tokens - document.containers[b.container].tokens]
        own = [f"block\t{t}" for t in traits.of(b.index)]
        lists.append(own + inline + named[b.container])
    return lists


class Layer:
    """A sparse matrix of the traits over the blocks of all pages; `least` sites must have each."""

    def __init__(self, pages: list[Page], least: int = MIN_HOSTS) -> None:
        hosts: dict[str, set[str]] = defaultdict(set)
        for p in (p for p in pages if p.kind):
            for trait in {t for traits in p.traits for t in traits}:
                if len(hosts[trait]) < least:
                    hosts[trait].add(p.host)
        self.names = sorted(t for t, h in hosts.items() if len(h) >= least)
        column = {t: i for i, t in enumerate(self.names)}
        indices: list[int] = []
        pointers = [0]
        for p in pages:
            for traits in p.traits:
                indices.extend(column[t] for t in traits if t in column)
                pointers.append(len(indices))
            p.traits = []
        ones = np.ones(len(indices), dtype=np.float32)
        shape = (len(pointers) - 1, len(self.names))
        self.matrix = sp.csr_matrix((ones, np.array(indices), np.array(pointers)), shape=shape)
        self.matrix.sum_duplicates()


class Material:
    """The pages, a row a block; `fold` of each page, `kind` of each ("" without labels), `apart`
    blocks the engine skips."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.layer = Layer(pages)
        self.sizes = [len(p.labels) for p in pages]
        self.offsets = np.cumsum([0, *self.sizes])
        self.y = np.concatenate([p.labels for p in pages])
        self.apart = np.concatenate([p.document.derived(Landmarks).inside for p in pages])
        self.kind = np.array([p.kind for p in pages])
        # The sites of labelled pages first, so that theirs are dealt alike with or without others.
        hosts = sorted({p.host for p in pages if p.kind})
        hosts += sorted({p.host for p in pages} - set(hosts))
        drawn = np.random.RandomState(0).randint(FOLDS, size=len(hosts))
        self.fold_of_host = dict(zip(hosts, map(int, drawn), strict=True))
        self.fold = np.array([self.fold_of_host[p.host] for p in pages])

    def rows(self, chosen: np.ndarray) -> np.ndarray:
        """The rows of the chosen pages' blocks."""
        ends = self.offsets
        none = np.zeros(0, dtype=int)
        each = [np.arange(ends[k], ends[k + 1]) for k in np.flatnonzero(chosen)]
        return np.concatenate([none, *each])

    def weight(self) -> np.ndarray:
        """Weights of the rows. The blocks apart count: they show what menus elsewhere look like."""
        return np.concatenate([page_weight(p) for p in self.pages])

    def textual(self, shares: np.ndarray) -> np.ndarray:
        """Shares of the pages' textual types, a row a block."""
        return np.repeat(shares, self.sizes)


def page_weight(page: Page) -> np.ndarray:
    """Blocks weigh by the root of their words; every page weighs the same."""
    w = np.sqrt([b.words + 2 for b in page.document.blocks])
    return w * 60 / max(1.0, w.sum())


def host_of(url: str | None, otherwise: str = "") -> str:
    """The site of a page."""
    return (urlsplit(url or "").hostname or otherwise).removeprefix("www.")
