"""Calibrate the scorecard for the headlines of flattened text: data/scorecards/headline.toml.

    python benchmarks/calibrate_headline.py CORPORA              cross-validate, print, write
    python benchmarks/calibrate_headline.py CORPORA --dry-run    without writing

CORPORA holds flat-dev and composite-dev, whose texts are read as they are, and pages in HTML, which
are flattened here: articles, forums and documentation of wcxb-dev that flat-dev lacks, with their
gold titles, and pages of dates-dev and snippets-dev, whose gold title is what the engine takes from
the HTML. With these pages 0.014 more titles of flat-dev are right on held-out sites, 0.02 where the
page's address is not known.

One choice among the candidates of a page: the points are those under which the gold line is the
likeliest (a softmax over the page's candidates). A third of flat-dev counts twice, the second time
without its address. All pages of a domain are in one fold. Printed is the share of pages whose best
candidate is the gold. Needs what `calibrate_text.py` needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from calibrate import SMALLEST, options, write
from calibrate_text import LEAST_TAUGHT, domain, flattened
from declutter import extract
from declutter.reading.text import segment_text
from declutter.scoring.headlines import CARD, Headlines
from material import UNLABELLED
from measure import records, word_f1, words

FOLDS = 4
MIN_HOSTS = 10
PENALTY = 5.0
SAME = 0.9  # word F1 from which a line is the title, as evaluation counts it
TEXTUAL = ("article", "forum", "documentation")


class Sample(NamedTuple):
    """A flattened page: `group` is what figures are printed for, "" if none are."""

    group: str
    host: str
    url: str | None
    flat: str
    title: str


class Page(NamedTuple):
    """A page's candidates: the traits of each, and whether it is the gold title."""

    group: str
    host: str
    traits: list[list[str]]
    gold: np.ndarray


def samples(folder: Path) -> Iterator[Sample]:
    """The texts as they are, then the pages flattened here."""
    known = set()
    for number, r in enumerate(records(folder / "flat-dev.jsonl.xz")):
        name = r["id"].rsplit("-", 1)[0]
        known.add(name)
        if r["title"]:
            host = domain(r.get("url"), name)
            yield Sample("flat", host, r.get("url"), r["flat"], r["title"])
            if number % 3 == 0:
                yield Sample("flat without address", host, None, r["flat"], r["title"])
    for r in records(folder / "composite-dev.jsonl.xz"):
        if r.get("flat") and r["title"]:
            name, _, kind = r["id"].partition("-")
            yield Sample(kind, domain(r.get("url"), name), r.get("url"), r["flat"], r["title"])
    for r in records(folder / "wcxb-dev.jsonl.xz"):
        if f"wcxb-{r['id']}" not in known and r["type"] in TEXTUAL and r["title"]:
            for _, flat in flattened(r["html"]):
                yield Sample("", domain(r.get("url"), r["id"]), r.get("url"), flat, r["title"])
    for corpus in UNLABELLED:
        for r in records(folder / f"{corpus}.jsonl.xz"):
            article = extract(r["html"], url=r.get("url"))
            if article.title and len(article.text) >= LEAST_TAUGHT:
                for _, flat in flattened(r["html"]):
                    host = domain(r.get("url"), r["id"])
                    yield Sample("", host, r.get("url"), flat, article.title)


def load(folder: Path) -> Iterator[Page]:
    for s in samples(folder):
        document = segment_text(s.flat, s.url)
        lines, gold = document.derived(Headlines), words(s.title)
        same = [word_f1(words(document.blocks[i].text), gold) >= SAME for i in lines.candidates]
        traits = [lines.traits(i) for i in lines.candidates]
        document.forget()
        if traits:
            yield Page(s.group, s.host, traits, np.array(same))


def matrix(pages: list[Page], column: dict[str, int]) -> sp.csr_matrix:
    indices: list[int] = []
    pointers = [0]
    for traits in (t for p in pages for t in p.traits):
        indices.extend(sorted({column[t] for t in traits if t in column}))
        pointers.append(len(indices))
    shape = (len(pointers) - 1, len(column))
    return sp.csr_matrix((np.ones(len(indices)), indices, pointers), shape=shape)


def fit(pages: list[Page], column: dict[str, int]) -> np.ndarray:
    """The points under which the gold candidates of the pages are likeliest."""
    told = [p for p in pages if p.gold.any() and not p.gold.all()]
    x, gold = matrix(told, column), np.concatenate([p.gold for p in told]).astype(float)
    page = np.repeat(np.arange(len(told)), [len(p.gold) for p in told])

    def loss(points: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ points
        top = np.full(len(told), -np.inf)
        np.maximum.at(top, page, z)
        odds = np.exp(z - top[page])
        every = np.bincount(page, odds)
        right = np.maximum(np.bincount(page, odds * gold, minlength=len(told)), 1e-300)
        slope = x.T @ (odds / every[page] - odds * gold / right[page])
        value = -np.log(right / every).sum() + PENALTY / 2 * points @ points
        return value, slope + PENALTY * points

    start = np.zeros(len(column))
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def report(pages: list[Page], column: dict[str, int]) -> None:
    hosts = sorted({p.host for p in pages})
    drawn = np.random.RandomState(1).randint(FOLDS, size=len(hosts))
    fold_of = dict(zip(hosts, drawn, strict=True))
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        points = fit([p for p in pages if fold_of[p.host] != fold], column)
        for p in (p for p in pages if p.group and fold_of[p.host] == fold):
            best = int(np.argmax(matrix([p], column) @ points))
            right[p.group].append(bool(p.gold[best]))
    print({g: round(float(np.mean(v)), 3) for g, v in sorted(right.items())}, flush=True)


def main() -> None:
    args = options(__doc__).parse_args()
    pages = list(load(args.corpora))
    hosts: dict[str, set[str]] = defaultdict(set)
    for p in pages:
        for trait in {t for traits in p.traits for t in traits}:
            hosts[trait].add(p.host)
    names = sorted(t for t, h in hosts.items() if len(h) >= MIN_HOSTS)
    column = {t: i for i, t in enumerate(names)}
    report(pages, column)
    if not args.dry_run:
        points = fit(pages, column)
        table = {n: float(v) for n, v in zip(names, points, strict=True) if abs(v) >= SMALLEST}
        write(CARD, {"block": table, "near": {}, "around": {}, "context": {}}, 2)


if __name__ == "__main__":
    main()
