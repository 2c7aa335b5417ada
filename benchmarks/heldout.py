"""Quality on sites that the scorecards have not seen: the whole of `extract`, sites held out.

    python benchmarks/heldout.py CORPORA             aed-dev, fundus-dev, wcxb-dev, snippets-dev
    python benchmarks/heldout.py CORPORA --worst 10  also the pages with the lowest F1 of each kind

The cards are fitted on the pages of aed-dev, fundus-dev and wcxb-dev, so the gate's figures on
these are flattering. Here the sites are dealt into folds; for each, the cards for blocks and page
types are fitted anew without the fold, as `calibrate.py` does, and `extract` reads the fold's pages
with them. The labels of snippets-dev fit no card; its pages teach the cards of other folds as pages
without labels do. Everything else is as delivered: phrases, thresholds of stages, the cards for
offers, headlines and lines, and the confidence. Printed by corpus and type: mean word F1, precision
and recall, F1 of mean precision and recall over four-word shingles, pages with exactly the gold's
words, share of the gold's shingles lost, snippets treated right. Needs numpy, scipy, scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from calibrate import Cards, calibrate  # noqa: E402
from declutter import extract  # noqa: E402
from declutter.scoring import card, page_type  # noqa: E402
from material import FOLDS, Material, host_of, load  # noqa: E402
from measure import records, shingles, word_f1, words  # noqa: E402

CORPORA = ("aed-dev", "fundus-dev", "wcxb-dev", "snippets-dev")
COLUMNS = ("f1", "p", "r", "shin", "exact", "lost", "with", "wo", "acc")
Figures = dict[str, float]


@contextmanager
def in_force(cards: Cards) -> Iterator[None]:
    """Puts cards in the place of those that the package holds."""
    kept = card.points

    def points(name: str) -> Mapping[str, Mapping[str, float]]:
        return cards[name] if name in cards else kept(name)

    card.points = page_type.points = points  # type: ignore[assignment]
    forget_cards()
    try:
        yield
    finally:
        card.points = page_type.points = kept
        forget_cards()


def forget_cards() -> None:
    """Lets go of everything the package keeps of its cards."""
    for made in (card.card, card.mixed, page_type._points):
        made.cache_clear()


def figures(record: dict[str, Any]) -> Figures:
    """The figures of one page that its record has gold for."""
    text = extract(record["html"], url=record.get("url")).text
    found: Figures = {}
    if record["text"] is not None:
        got, gold = words(text), words(record["text"])
        common = sum((Counter(got) & Counter(gold)).values())
        found["f1"] = word_f1(got, gold)
        found["p"] = common / len(got) if got else float(not gold)
        found["r"] = common / len(gold) if gold else float(not got)
        found["exact"] = float(got == gold)
        known, made = shingles(gold), shingles(got)
        if known:
            found["lost"] = len(known - made) / len(known)
            found["shingle r"] = 1 - found["lost"]
        if made:
            found["shingle p"] = len(known & made) / len(made)
    for name, key in (("with", "with"), ("wo", "without")):
        if record.get(key):
            flat = " ".join(text.split()).lower()
            held = [" ".join(s.split()).lower() in flat for s in record[key]]
            found |= {f"{name} held": sum(held), f"{name} all": len(held)}
    return found


def summary(pages: list[Figures]) -> Figures:
    """The figures of a group of pages."""
    means = {k: mean(p[k] for p in pages if k in p) for k in {k for p in pages for k in p}}
    if "shingle p" in means:
        p, r = means["shingle p"], means["shingle r"]
        means["shin"] = 2 * p * r / (p + r) if p + r else 0.0
    total = {k: sum(p.get(k, 0.0) for p in pages) for k in ("with held", "wo held")}
    count = {k: sum(p.get(k, 0.0) for p in pages) for k in ("with all", "wo all")}
    if all(count.values()):
        means["with"] = total["with held"] / count["with all"]
        means["wo"] = total["wo held"] / count["wo all"]
        wrong = count["with all"] - total["with held"] + total["wo held"]
        means["acc"] = 1 - wrong / sum(count.values())
    return means


def show(label: str, pages: list[Figures]) -> None:
    """A row of the table."""
    found = summary(pages)
    cells = (f"{found[c]:7.3f}" if c in found else f"{'-':>7}" for c in COLUMNS)
    print(f"{label:26}{len(pages):5d}" + "".join(cells), flush=True)


def main() -> None:
    """Calibrate without each fold, read the fold's pages, print."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--json", type=Path, help="the figures of every page, by corpus and id")
    options = parser.parse_args()
    material = Material(list(load(options.corpora)))
    fold_of = material.fold_of_host
    cards = calibrate(material, [*range(FOLDS)])
    del material
    kept: dict[str, Figures] = {}
    print(f"{'':31}" + "".join(f"{c:>7}" for c in COLUMNS))
    for name in CORPORA:
        groups: dict[str, list[tuple[str, Figures]]] = defaultdict(list)
        for fold in range(FOLDS):
            with in_force(cards[fold]):
                for record in records(options.corpora / f"{name}.jsonl.xz"):
                    if fold_of.get(host_of(record.get("url")), 0) == fold:
                        groups[record["type"]].append((record["id"], figures(record)))
        show(name, [f for group in groups.values() for _, f in group])
        for kind, group in sorted(groups.items()):
            if len(groups) > 1:
                show(f"  {kind}", [f for _, f in group])
            kept |= {f"{name}/{i}": f for i, f in group}
            measured = sorted((f["f1"], i) for i, f in group if "f1" in f)
            for value, i in measured[: options.worst]:
                print(f"    {value:.3f}  {i}")
    if options.json:
        options.json.write_text(json.dumps(kept, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
