"""Kinds of lines: what stops what stands above."""

from __future__ import annotations

import pytest

from declutter.scoring.kinds import Kinds, LineKind
from pages import PROSE, read_text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2 thoughts on “The ferry to Holm sails again on Monday, says the office”", LineKind.STOP),
        ("12 responses to The ferry to Holm sails again on Monday evening", LineKind.STOP),
        ("Two keepers think about the ferry to Holm on Monday", LineKind.HEADLINE),
        ("2 keepers of the light think about the ferry to Holm", LineKind.HEADLINE),
        ("Related articles", LineKind.FLAG),
        ("Also read:", LineKind.ALSO),
        ("3 hours ago", LineKind.META),
        ("Contact us | Privacy policy | Terms of use | Ferries", LineKind.STOP),
        ("Ferries | Keepers of the light | Harbours of the north", LineKind.HEADLINE),
        ("You are here: Home, Ferries of the north", LineKind.INTERFACE),
    ],
)
def test_a_line(line: str, kind: LineKind) -> None:
    page = read_text("\n\n".join([*PROSE, line, *PROSE]))
    (found,) = [
        k for b, k in zip(page.blocks, page.derived(Kinds).of, strict=True) if b.text == line
    ]
    assert found is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("All rights reserved © Harbour Post 2024", LineKind.STOP),
        ("All rights reserved for the keepers of Holm", LineKind.HEADLINE),
    ],
)
def test_a_sign_makes_rights_the_end(line: str, kind: LineKind) -> None:
    page = read_text("\n\n".join([*PROSE, line]))
    assert page.derived(Kinds).of[-1] is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright 2024 Harbour Post, a house of the Holm Group", LineKind.STOP),
        ("Sign up for the morning letter", LineKind.STOP),
        ("Book now", LineKind.LABEL),
        ("Harbour Post • just now", LineKind.META),
        ("just now", LineKind.META),
    ],
)
def test_what_ends_a_list_and_what_is_a_time(line: str, kind: LineKind) -> None:
    page = read_text("\n\n".join([*PROSE, line]))
    assert page.derived(Kinds).of[-1] is kind
