"""Bounds on a flattened text; those on a tree are tested with the parser."""

from __future__ import annotations

import pytest

from declutter.limits import Limits
from declutter.model import PageWarning
from declutter.reading.bound import CUTS, cap_lines


def capped(text: str, /, **limits: int) -> tuple[str, list[str]]:
    """The text let in, and the codes of the warnings."""
    warnings: list[PageWarning] = []
    return cap_lines(text, Limits(**limits), warnings), [w.code for w in warnings]


def test_a_text_within_the_limits_is_returned_itself() -> None:
    text = "The ferry leaves at nine.\n\nIt comes back at five.\n"
    found, codes = capped(text)
    assert found is text
    assert codes == []


def test_text_beyond_the_limit_is_cut_and_told() -> None:
    assert capped("abc def ghi", text=7) == ("abc def", ["text_capped"])


@pytest.mark.parametrize("most", [4, 5, 6, 7, 40])
def test_a_long_line_is_broken_at_spaces_without_loss(most: int) -> None:
    text = "one two six ten\nsea\n" + "word " * 9
    found, codes = capped(text, text_node=most)
    assert max(map(len, found.splitlines())) <= most
    assert found.split() == text.split()
    assert codes == ["text_node_capped"] * (max(map(len, text.splitlines())) > most)


def test_a_line_without_spaces_is_broken_anywhere() -> None:
    found, codes = capped("x" * 25, text_node=10)
    assert found == f"{'x' * 10}\n{'x' * 10}\n{'x' * 5}"
    assert codes == ["text_node_capped"]


def test_many_lines_are_not_long_ones() -> None:
    assert capped("word\n" * 100, text_node=50) == ("word\n" * 100, [])


def test_lines_beyond_the_blocks_are_cut_and_told() -> None:
    assert capped("a\n" * 7, blocks=3) == ("a\n" * 6, ["blocks_capped"])
    assert capped("a\n" * 6, blocks=3) == ("a\n" * 6, [])


def test_blank_lines_are_no_blocks() -> None:
    text = "a\n" + " \n\t\n\n" * 100 + "b"
    assert capped(text, blocks=1) == (text, [])


def test_every_code_of_a_cut_makes_the_status_limit() -> None:
    codes = [*capped("x" * 25, text_node=10)[1], *capped("a\n" * 9, blocks=3, text=16)[1]]
    assert set(codes) == {"text_node_capped", "blocks_capped", "text_capped"}
    assert set(codes) <= CUTS
