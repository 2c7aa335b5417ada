"""Code beside the text."""

from __future__ import annotations

import pytest

from declutter.document import Document
from declutter.roles import Role
from declutter.scoring.verdict import Judged
from declutter.stages.code import Code, Reason
from pages import read, run

LISTING = "<pre>oars = 2\nrow(oars)</pre>"
LABEL = "<p>boat.py</p>"


def found(markup: str, roles: dict[int, Role], score: float) -> list[int]:
    page: Document = read(f"<body>{markup}")
    judged = Judged(page)
    judged.scores = [score] * len(page.blocks)
    page.__dict__["_derived"] = {Judged: judged}
    given = {b.index: roles.get(b.index, Role.BOILERPLATE) for b in page.blocks}
    decisions = run(page, Code(), given=given)
    assert all((d.role, d.reason) == (Role.BODY, Reason.BESIDE) for d in decisions)
    return [d.block for d in decisions]


@pytest.mark.parametrize(("score", "taken"), [(-0.9, [1]), (-1.0, [1]), (-1.1, [])])
def test_code_below_a_paragraph_is_text(score: float, taken: list[int]) -> None:
    assert found(f"<p>So one rows:</p>{LISTING}", {0: Role.BODY}, score) == taken


def test_code_above_a_heading_of_the_text_is_text() -> None:
    assert found(f"{LISTING}<h2>Steering</h2>", {1: Role.HEADING}, -0.5) == [0]


@pytest.mark.parametrize(("labels", "taken"), [(1, [2]), (2, [])])
def test_one_label_may_stand_between(labels: int, taken: list[int]) -> None:
    assert found(f"<p>So one rows:</p>{LABEL * labels}{LISTING}", {0: Role.BODY}, -0.5) == taken


def test_a_row_of_listings_comes_in_together() -> None:
    markup = f"<p>So one rows:</p>{LISTING * 4}"
    assert found(markup, {0: Role.BODY}, -0.5) == [1, 2, 3, 4]


def test_code_away_from_the_text_is_left_alone() -> None:
    assert found(f"<p>Adverts</p>{LISTING}", {}, -0.5) == []


def test_what_is_no_code_is_left_alone() -> None:
    assert found(f"<p>So one rows:</p>{LABEL}", {0: Role.BODY}, -0.5) == []
