"""Calibrate the scorecard for lines that lost their breaks: data/scorecards/seams.toml.

    python benchmarks/calibrate_seams.py CORPORA              cross-validate, print, write the card
    python benchmarks/calibrate_seams.py CORPORA --dry-run    without writing

CORPORA is a folder as told in material.py. The blocks of an HTML page are its lines, the page's
title before them, as flatteners write it; joined by blanks they are what the engine reads, and
where a block began is gold. No labels are needed. A logistic regression over the places that the
engine reads; all pages of a site are in one fold. Printed are the precision and recall of the
seams. Needs what `calibrate.py` needs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from calibrate import SMALLEST, fit, options, write
from declutter.lexicon import guess_language
from declutter.limits import DEFAULT_LIMITS
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.text.seams import CARD, seams
from material import FOLDS, LABELLED, UNLABELLED, host_of
from measure import records

MIN_HOSTS = 20
REGULARISATION = 0.05
MOST_WORDS = 4_000  # of a page: lists of thousands of links teach no more


class Page(NamedTuple):
    """The places of a page by their traits, and whether a line began there."""

    host: str
    traits: list[list[str]]
    gold: list[bool]


def load(folder: Path) -> Iterator[Page]:
    for name in LABELLED + UNLABELLED:
        for number, record in enumerate(records(folder / f"{name}.jsonl.xz")):
            host = host_of(record.get("url"), f"{name}-{number}")
            url = record.get("url") if number % 3 else None  # not every page has its address
            yield page_of(host, url, list(lines_of(record["html"])))


def lines_of(html: str) -> Iterator[list[str]]:
    """The words of each line of a page."""
    root = parse(html.encode("utf-8", "replace").decode(), DEFAULT_LIMITS).root
    title = root.findtext(".//title")
    texts = [title] if title else []
    for words in map(str.split, [*texts, *(b.text for b in segment(root, None).blocks)]):
        if words:
            yield words


def page_of(host: str, url: str | None, lines: list[list[str]]) -> Page:
    words: list[str] = []
    starts = set()
    for line in lines:
        starts.add(len(words))
        words += line
    words = words[:MOST_WORDS]
    read = list(seams(words, guess_language(" ".join(words)), url))
    traits = [[sys.intern(t) for t in s.traits] for s in read]
    return Page(host, traits, [s.at in starts for s in read])


def learn(pages: list[Page]) -> dict[str, float]:
    hosts: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for trait in {t for traits in page.traits for t in traits}:
            hosts[trait].add(page.host)
    names = {t: i for i, t in enumerate(sorted(t for t in hosts if len(hosts[t]) >= MIN_HOSTS))}
    rows = [[names[t] for t in traits if t in names] for p in pages for traits in p.traits]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((c for row in rows for c in row), dtype=np.int32, count=ends[-1])
    shape = (len(rows), len(names))
    x = sp.csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)
    gold = np.array([g for p in pages for g in p.gold])
    found, bias = fit(x, gold, np.ones(len(gold)), REGULARISATION)
    card = {t: float(found[i]) for t, i in names.items() if abs(found[i]) >= SMALLEST}
    return {**card, "any": bias}


def count(card: dict[str, float], pages: list[Page]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        for traits, gold in zip(page.traits, page.gold, strict=True):
            cut = card["any"] + sum(card.get(t, 0.0) for t in traits) >= 0
            counts += Counter(cut=cut, gold=gold, right=cut and gold)
    return counts


def main() -> None:
    args = options(__doc__).parse_args()
    pages = list(load(args.corpora))
    fold = {host: i % FOLDS for i, host in enumerate(sorted({p.host for p in pages}))}
    counts: Counter[str] = Counter()
    for k in range(FOLDS):
        card = learn([p for p in pages if fold[p.host] != k])
        counts += count(card, [p for p in pages if fold[p.host] == k])
    precision, recall = counts["right"] / counts["cut"], counts["right"] / counts["gold"]
    print(f"{len(pages)} pages, {counts['gold']} seams: p {precision:.3f} r {recall:.3f}")
    if not args.dry_run:
        write(CARD, {"block": learn(pages)}, 2)


if __name__ == "__main__":
    main()
