"""How sure the choice of text is: an estimate of the word F1 it would get, 0..1.

A weighed sum of a few signs of doubt, kept in `data/scorecards/confidence.toml` and calibrated by
`benchmarks/calibrate_confidence.py`: a table for pages with elements, another for lines.
"""

from __future__ import annotations

from math import exp, log2

from declutter.document import Document
from declutter.pipeline import Verdicts
from declutter.roles import TEXT_ROLES
from declutter.scoring.bounded import bounded
from declutter.scoring.card import points
from declutter.scoring.page_type import PageTypes
from declutter.scoring.verdict import Judged

CARD = "confidence"
_DOUBT = 1.0  # log-odds within which a block is a toss-up: at most three to one
_MOST_DOUBLINGS = 10.0


def confidence(page: Document, verdicts: Verdicts) -> float:
    """The F1 to be expected of the text in force; 0 where there is none.

    `verdicts` are those of a page on which every stage has decided.
    """
    signs = doubts(page, verdicts)
    if not signs:
        return 0.0
    table = points(CARD)["elements" if page.has_markup else "lines"]
    total = sum(table.get(name, 0.0) * value for name, value in signs.items())
    return round(1 / (1 + exp(-total)), 3)


def doubts(page: Document, verdicts: Verdicts) -> dict[str, float]:
    """The signs by name; none where the page has no text.

    Shares are of the text's words: what is left out may be more than the text, and counts as
    twice its words at most.
    """
    inside = inside_links = sure = toss_up = against = 0.0
    outside_toss_up = outside_against = 0.0
    expected = gold = 0.0
    for block, role, score in zip(
        page.blocks, verdicts.roles, bounded(page.derived(Judged).scores), strict=True
    ):
        words = block.words
        likely = words / (1 + exp(-score))
        gold += likely
        if role in TEXT_ROLES:
            inside += words
            inside_links += block.link_words
            sure += score * words
            expected += likely
            toss_up += words * (abs(score) < _DOUBT)
            against += words * (score < 0)
        elif score > -_DOUBT:  # hardly any of the menus, of which there is most
            outside_toss_up += words * (score < _DOUBT)
            outside_against += words * (score > 0)
    if not inside:
        return {}
    signs = {
        "always": 1.0,
        "expected": 2 * expected / (inside + gold),
        "odds": sure / inside,
        "doublings": min(_MOST_DOUBLINGS, log2(inside + 1)),
        "share of the page": inside / max(1, page.word_sums[-1]),
        "linked": inside_links / inside,
        "toss-ups": toss_up / inside,
        "overruled to text": against / inside,
        "toss-ups left out": min(2.0, outside_toss_up / inside),
        "overruled to none": min(2.0, outside_against / inside),
    }
    if page.has_markup:
        shares = page.derived(PageTypes).shares
        signs |= {str(kind): share for kind, share in shares.items()}
        signs["likeliest type"] = max(shares.values())
    return signs
