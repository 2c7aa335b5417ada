"""Tables of the text, as a whole."""

from __future__ import annotations

from declutter.roles import Role
from declutter.stages.tables import Reason, Tables
from pages import read, run

TABLE = (
    "<table><tr><th>Boat<th>Sails</tr><tr><td>Gannet of Holm<td>two brown ones</tr>"
    "<tr><td>Plover of Ness<td>one white one</tr></table>"
)


def taken(markup: str, roles: dict[int, Role]) -> list[int]:
    page = read(f"<body>{markup}")
    given = {b.index: roles.get(b.index, Role.BOILERPLATE) for b in page.blocks}
    decisions = run(page, Tables(), given=given)
    assert {(d.role, d.reason) for d in decisions} <= {(Role.BODY, Reason.AMONG_ROWS)}
    return [d.block for d in decisions]


def test_the_header_of_a_table_in_the_text() -> None:
    assert taken(TABLE, {1: Role.BODY, 2: Role.BODY}) == [0]


def test_a_table_most_of_which_is_left_out_stays_out() -> None:
    assert taken(TABLE, {0: Role.BODY}) == []


def test_another_table_does_not_speak_for_one() -> None:
    text = {1: Role.BODY, 2: Role.BODY, 0: Role.BODY}
    assert taken(TABLE + TABLE, text) == []


def test_what_is_known_as_chrome_stays_chrome() -> None:
    assert taken(TABLE, {0: Role.AD, 1: Role.BODY, 2: Role.BODY}) == []
