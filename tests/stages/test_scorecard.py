"""The first word on every block, by points."""

from __future__ import annotations

import pytest

from declutter.pipeline import Strength
from declutter.roles import Role
from declutter.scoring.verdict import Judged
from declutter.stages.scorecard import Reason, Scorecard
from pages import PROSE, block, decided, read, read_text, run

ENTRIES = ("Home", "Sport", "Weather", "Boats", "Jobs")
MENU = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ENTRIES)
PAGE = read(
    f'<html lang="en"><body><header><nav class="menu"><ul>{MENU}</ul></nav></header><main><article>'
    f"<h1>Ferry to Holm sails again</h1>{''.join(f'<p>{p}</p>' for p in PROSE)}</article></main>"
)


def test_paragraphs_are_text() -> None:
    got = decided(PAGE, Scorecard())
    assert {got[p] for p in PROSE} == {(Role.BODY, Reason.TEXT)}


def test_a_menu_is_none() -> None:
    got = decided(PAGE, Scorecard())
    assert {got[w] for w in ENTRIES} == {(Role.BOILERPLATE, Reason.OTHER)}


def test_every_block_is_decided_weakly() -> None:
    made = run(PAGE, Scorecard())
    assert [d.block for d in made] == [b.index for b in PAGE.blocks]
    assert {d.strength for d in made} == {Strength.WEAK}


@pytest.mark.parametrize(("below", "role"), [(0.001, Role.BODY), (0.0, Role.BOILERPLATE)])
def test_the_threshold_itself_is_not_enough(below: float, role: Role) -> None:
    b = block(PAGE, PROSE[0])
    score = PAGE.derived(Judged).scores[b.index]
    made = run(PAGE, Scorecard(threshold=score - below))
    assert made[b.index].role is role


def test_the_evidence_is_the_score_beside_the_threshold() -> None:
    beside = {(d.role, d.evidence.partition(" ")[2]) for d in run(PAGE, Scorecard())}
    assert beside == {(Role.BODY, "> 0"), (Role.BOILERPLATE, "<= 0")}


def test_paragraphs_of_a_flattened_page_are_text() -> None:
    page = read_text("Home\nSport\nWeather\n\n" + "\n\n".join(PROSE))
    got = decided(page, Scorecard())
    assert {got[p].role for p in PROSE} == {Role.BODY}


def test_a_page_without_blocks_decides_nothing() -> None:
    assert run(read("<p></p>"), Scorecard()) == []
