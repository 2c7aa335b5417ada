"""Blocks that the declared article body repeats."""

from __future__ import annotations

import json

from declutter.document import Document
from declutter.roles import Role
from declutter.stages.declared_body import DeclaredBody, Reason
from pages import PROSE, article, block, decided, run

LEAD = "Boats cross to the island once more, nine days after the storm broke the pier"
OTHER = "A choir from the mainland comes to the island to sing in the repaired church"


def page(markup: str, *, body: tuple[str, ...] = (LEAD, *PROSE)) -> Document:
    data = {"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": " ".join(body)}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return article(head=f"<title>Ferry sails</title>{script}", before=markup)


def test_a_block_of_the_declared_body_is_text() -> None:
    made = page(f'<div class="box">{LEAD}</div>')
    given = {b.index: Role.BODY for b in made.blocks} | {block(made, LEAD).index: Role.FOOTER}
    found = run(made, DeclaredBody(), given=given)
    assert [(d.block, d.role, d.reason) for d in found] == [
        (block(made, LEAD).index, Role.BODY, Reason.DECLARED)
    ]


def test_what_is_text_already_is_left_alone() -> None:
    made = page(f"<p>{LEAD}</p>")
    given = {b.index: Role.BODY for b in made.blocks}
    assert run(made, DeclaredBody(), given=given) == []


def test_what_the_body_does_not_hold_is_left_alone() -> None:
    made = page(f"<p>{OTHER}</p>")
    assert OTHER not in decided(made, DeclaredBody())


def test_linked_lines_are_left_alone() -> None:
    made = page(f'<p><a href="/x">{LEAD}</a></p>')
    assert LEAD not in decided(made, DeclaredBody())


def test_a_teaser_is_no_body() -> None:
    made = page(f"<p>{LEAD}</p>", body=(LEAD,))
    assert run(made, DeclaredBody()) == []


def test_words_edge() -> None:
    made = page("<p>Boats cross to the island once more, nine</p>")
    eight = "Boats cross to the island once more, nine"
    assert eight in decided(made, DeclaredBody())
    assert eight not in decided(made, DeclaredBody(least_words=9))


def test_score_edge() -> None:
    made = page(f'<div class="box">{LEAD}</div>')
    assert LEAD not in decided(made, DeclaredBody(least_score=50.0))
