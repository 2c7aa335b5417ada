"""Calibrate where a page goes over to another story: data/scorecards/partings.toml.

    python benchmarks/calibrate_partings.py CORPORA              fit, print, write the card
    python benchmarks/calibrate_partings.py CORPORA --dry-run    without writing

CORPORA is a folder as told in material.py, with flat-dev and composite-dev. Three logistic
regressions over the traits of `declutter.scoring.partings`, each at the places where the engine
asks, with the stories before as they are, not as the engine would have them. What opens another
story is learnt from pages that are put together (`compose.py`, composite-dev); that headings of
real pages open none, from the labelled ones. Printed is how many places are told right on pages
made of other articles, and how many headings of every third real page are taken for others (by a
card made without those). Needs what `calibrate.py` needs, and what `calibrate_text.py` needs.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from calibrate import SMALLEST, fit, options, write
from calibrate_text import flattened
from compose import Composed, composed
from declutter import extract
from declutter.document import Document
from declutter.pipeline import Decision, Verdicts
from declutter.presets import default_pipeline
from declutter.roles import Role
from declutter.scoring.partings import ANOTHER, CARD, OPENING, RESUMING, another, opening, resuming
from declutter.scoring.passages import Passages, Strand
from material import LABELLED
from measure import records, shingles, words

PAGES, TEST_PAGES = 2600, 400
REGULARISATION = 0.1
REAL = 2.0  # weight of a heading on a real page
LEAST = 8  # places at which a trait must hold to have points
HELD_OUT = 3  # every third real page is for measuring alone, at first
OWN = -1  # the story of a paragraph that is the page's own; others count from 0


class Place(NamedTuple):
    """A place where the engine asks: which table, the traits, and whether it is so."""

    table: str
    traits: list[str]
    right: bool
    page: str


@dataclass(frozen=True)
class Teacher:
    """A stage that asks at every place with the true stories before it; `told` gives the story of
    a paragraph, None if it is not known. On `real` pages that is then taken for the page's own."""

    told: Callable[[str], int | None]
    real: bool
    page: str
    places: list[Place] = field(default_factory=list)
    name: str = "teacher"

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        p = Passages(page, verdicts.roles)
        own = p.own()
        before, story = OWN, Strand()
        flagged, kept = False, 0
        for n, gap in enumerate(p.gaps):
            block, spoken = page.blocks[gap.passage], p.spoken(gap.passage)
            flagged = flagged or p.is_flagged(gap)
            now = self.told(block.text)
            if now is None:
                if self.real and p.roles[gap.passage] is not Role.RELATED_BODY:
                    kept += own.passages > 0 and gap.head is not None
                    own.add(block, spoken)
                continue
            if own.passages:
                if before != OWN:
                    self._ask(RESUMING, resuming(p, n, own, story), now == OWN)
                if gap.head is not None and before == OWN:
                    self._ask(OPENING, opening(p, n, own, kept, flagged), now != OWN)
                elif gap.head is not None and now != OWN:
                    self._ask(ANOTHER, another(p, n, own, story), now != before)
            if now == OWN:
                kept += own.passages > 0 and gap.head is not None
                own.add(block, spoken)
            elif own.passages:
                if now != before:
                    story = p.story(gap.head)
                story.add(block, spoken)
            before = now if own.passages else OWN
        return ()

    def _ask(self, table: str, traits: list[str], right: bool) -> None:
        self.places.append(Place(table, traits, right, self.page))


def asked(job: tuple[str, dict]) -> list[Place]:
    """The places of a record."""
    name, record = job
    source = record["flat"] if record.get("html") is None else record["html"]
    if record.get("related") is None:
        gold = shingles(words(record["text"]), 3)

        def told(text: str) -> int | None:
            said = shingles(words(text), 3)
            return OWN if said and len(said & gold) >= 0.8 * len(said) else None
    else:
        known = {_key(line): OWN for line in _lines(record["text"])}
        for k, item in enumerate(record["related"]):
            for line in _lines(item.get("text") or ""):
                known.setdefault(_key(line), k)

        def told(text: str) -> int | None:
            return known.get(_key(text))

    teacher = Teacher(told, record.get("related") is None, name)
    pipeline = default_pipeline().without("partings").before("closings", teacher)
    extract(source, url=record.get("url"), pipeline=pipeline)
    return teacher.places


def _key(line: str) -> str:
    return "".join(re.findall(r"\w+", line.lower()))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def forms(pages: Iterable[Composed], name: str) -> Iterator[tuple[str, dict]]:
    """Each page as elements, as lines, and as two flatteners write it."""
    for n, page in enumerate(pages):
        record = page.record("html")
        yield f"{name}-{n}", record
        yield f"{name}-{n}", page.record("spaced" if n % 2 else "lines")
        if n % 2:
            for _, flat in flattened(page.html):
                yield f"{name}-{n}", {**record, "html": None, "flat": flat}


def real(folder: Path) -> Iterator[tuple[str, dict]]:
    for corpus in (*LABELLED, "flat-dev"):
        for r in records(folder / f"{corpus}.jsonl.xz"):
            if r["text"]:
                keys = ("html", "flat", "text", "url")
                yield f"{corpus}-{r['id']}", {key: r.get(key) for key in keys}


def learn(places: list[tuple[Place, float]]) -> dict[str, float]:
    counts = Counter(t for place, _ in places for t in set(place.traits))
    column = {t: i for i, t in enumerate(sorted(t for t, n in counts.items() if n >= LEAST))}
    rows = [sorted({column[t] for t in place.traits if t in column}) for place, _ in places]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([c for row in rows for c in row])
    x = sp.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(column)))
    right = np.array([place.right for place, _ in places])
    found, bias = fit(x, right, np.array([w for _, w in places]), REGULARISATION)
    card = {t: float(found[i]) for t, i in column.items() if abs(found[i]) >= SMALLEST}
    return {**card, "any": bias}


def report(name: str, card: dict[str, dict[str, float]], places: list[Place]) -> None:
    told: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for p in places:
        score = card[p.table]["any"] + sum(card[p.table].get(t, 0.0) for t in set(p.traits))
        told[p.table].append((score, p.right))
    for table, scores in told.items():
        for bar in (0.0, 1.0):
            yes = [s > bar for s, right in scores if right]
            no = [s > bar for s, right in scores if not right]
            print(
                f"{name} {table} > {bar:g}: {sum(yes)}/{len(yes)} and wrongly {sum(no)}/{len(no)}"
            )


def main() -> None:
    args = options(__doc__).parse_args()
    made = forms(composed(args.corpora, PAGES, 3, test=False), "made")
    test = forms(composed(args.corpora, TEST_PAGES, 7, test=True), "test")
    kept = ((r["id"], r) for r in records(args.corpora / "composite-dev.jsonl.xz"))
    with Pool() as pool:
        ask = lambda jobs: [p for ps in pool.imap(asked, jobs, chunksize=16) for p in ps]  # noqa: E731
        taught = [(p, 1.0) for p in (*ask(made), *ask(kept))]
        others, pages = ask(test), [(p, REAL) for p in ask(real(args.corpora))]
    print(len(taught), len(others), len(pages), file=sys.stderr)
    held = [zlib.crc32(p.page.encode()) % HELD_OUT == 0 for p, _ in pages]
    for final in (False, True):
        train = [*taught, *(p for p, out in zip(pages, held, strict=True) if final or not out)]
        card = {
            table: learn([(p, w) for p, w in train if p.table == table])
            for table in (OPENING, ANOTHER, RESUMING)
        }
        if not final:
            report("other articles:", card, others)
            rest = [p for (p, _), out in zip(pages, held, strict=True) if out]
            report("real pages:", card, rest)
    if not args.dry_run:
        write(CARD, card, 2)


if __name__ == "__main__":
    main()
