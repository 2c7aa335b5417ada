"""Calibrate the points of links; writes src/declutter/data/scorecards/offers.toml.

    python benchmarks/calibrate_offers.py CORPORA             cross-validate, print, write
    python benchmarks/calibrate_offers.py CORPORA --dry-run   without writing

CORPORA is a folder with related-*.json (judged links of pages that stand in other files of the
folder) and composite-*.jsonl.xz (pages put together from articles, whose items are known by title).
Each page is read with and without its own address. Logistic regression over the signs of
`declutter.scoring.link_signs`; folds keep a page together. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from declutter.document import Document, Field
from declutter.limits import DEFAULT_LIMITS
from declutter.metadata.declared import declare
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.scoring.link_signs import LinkSigns
from declutter.scoring.links import Links
from measure import records

CARD = Path(__file__).resolve().parents[1] / "src/declutter/data/scorecards/offers.toml"
REGULARISATION = 0.5
WITHOUT_ADDRESS = 0.4  # weight of a page read without its own address
COMPOSITE = 0.3  # weight of a composite page: they resemble each other
SMALLEST = 0.05
# Signs that the judged pages are too few to weigh: a headline that stands again, unlinked, below
# its link opens a card on every page that repeats it.
FIXED = {"headline repeated": 3.0}
FOLDS = 10


@dataclass
class Row:
    """One candidate address: its signs, whether people call it an offer, its page and weight."""

    signs: dict[str, float]
    good: bool
    page: int
    weight: float
    name: str


def document(html: str, url: str | None) -> Document:
    root, _ = parse(html, DEFAULT_LIMITS)
    page = segment(root, url)
    return replace(page, declared=declare(root, url, json_ld_bytes=DEFAULT_LIMITS.json_ld))


def key(href: str, base: str) -> str:
    u = urlsplit(urljoin(base, href.strip()))
    query = "?" + u.query if u.query and not re.search(r"utm_|ref=|src=|int_", u.query) else ""
    return f"{(u.hostname or '').removeprefix('www.')}{u.path.rstrip('/')}{query}"


def judged_rows(folder: Path) -> Iterator[tuple[int, int, list[Row]]]:
    """For each judged page its number, how many offers it has, and its rows."""
    number = 0
    for labels in sorted(folder.glob("related-*.json")):
        wanted = {(p["file"], p["id"]): p for p in json.loads(labels.read_text())["pages"]}
        for name in sorted({file for file, _ in wanted}):
            for g in records(folder / f"{name}.jsonl.xz"):
                p = wanted.get((name, g["id"]))
                if p is None:
                    continue
                good = {*p["related"], *p["sponsored"]}
                rows = []
                for known in (True, False):
                    page = document(g["html"], g["url"])
                    if not known:
                        kept = [c for c in page.declared if c.field is not Field.CANONICAL_URL]
                        page = replace(page, url=None, declared=tuple(kept))
                    links, told = page.derived(Links), LinkSigns(page)
                    found = list(links.candidates())
                    for address, uses in found:
                        k = key(uses[0].link.href, urljoin(g["url"], page.base_url or ""))
                        if k in p["unsure"] or k == key(g["url"], g["url"]):
                            continue
                        signs = dict.fromkeys(told.of(address, uses), 1.0)
                        weight = (1.0 if known else WITHOUT_ADDRESS) / len(found) ** 0.5
                        rows.append(Row(signs, k in good, number, weight, k if known else ""))
                yield number, len(good), rows
                number += 1


def composite_rows(folder: Path, number: int) -> Iterator[list[Row]]:
    for path in sorted(folder.glob("composite-*.jsonl.xz")):
        for g in records(path):
            if g.get("html") is None:
                continue
            number += 1
            titles = {" ".join(r["title"].lower().split()) for r in g["related"]}
            page = document(g["html"], None)
            links, told = page.derived(Links), LinkSigns(page)
            found = list(links.candidates())
            yield [
                Row(
                    dict.fromkeys(told.of(address, uses), 1.0),
                    any(" ".join(u.link.text.lower().split()) in titles for u in uses),
                    number,
                    COMPOSITE / len(found) ** 0.5,
                    "",
                )
                for address, uses in found
            ]


def page_f(got: set[str], good: set[str], wanted: int) -> float:
    if not got or not wanted:
        return float(not got and not wanted)
    return 2 * len(got & good) / (len(got) + wanted)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--dry-run", action="store_true")
    ap.add_argument("--verbose", action="store_true")
    args = ap.parse_args()
    rows: list[Row] = []
    wanted: dict[int, int] = {}
    for number, count, found in judged_rows(args.corpora):
        wanted[number] = count
        rows += found
    for found in composite_rows(args.corpora, len(wanted)):
        rows += found
    vectors = DictVectorizer()
    x = vectors.fit_transform([r.signs for r in rows])
    y = np.array([r.good for r in rows])
    page = np.array([r.page for r in rows])
    weight = np.array([10 * r.weight for r in rows])

    def fit(mask: np.ndarray) -> LogisticRegression:
        model = LogisticRegression(C=REGULARISATION, max_iter=3000, fit_intercept=False)
        return model.fit(x[mask], y[mask], sample_weight=weight[mask])

    def figure(scores: np.ndarray) -> float:
        fs = []
        for number, count in wanted.items():
            mine = [i for i in np.flatnonzero(page == number) if rows[i].name]
            got = {rows[i].name for i in mine if scores[i] > 0}
            fs.append(page_f(got, {rows[i].name for i in mine if rows[i].good}, count))
        return float(np.mean(fs))

    held_out = np.zeros(len(rows))
    for fold in range(FOLDS):
        test = page % FOLDS == fold
        held_out[test] = fit(~test).decision_function(x[test])
    model = fit(np.ones(len(rows), bool))
    scores = model.decision_function(x)
    print(f"related F1: {figure(held_out):.3f} on held-out pages, {figure(scores):.3f} on all")
    if args.verbose:
        for i, r in enumerate(rows):
            if r.name and (held_out[i] > 0) != r.good:
                print("FP" if held_out[i] > 0 else "FN", f"{held_out[i]:.1f}", r.page, r.name[-90:])
    named = sorted(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    named = [(name, FIXED.get(name, value)) for name, value in named]
    lines = [f'"{name}" = {value:.2f}' for name, value in named if abs(value) >= SMALLEST]
    if not args.dry_run:
        head = (
            "# Written by benchmarks/calibrate_offers.py: points (log-odds of an offer) a sign.\n"
        )
        CARD.write_text(head + "\n[points]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
