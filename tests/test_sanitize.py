"""Characters of the output."""

from __future__ import annotations

import unicodedata

import pytest

from declutter.sanitize import clean_text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x01c\x08d\x7fe\x9ff", "abcdef"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\ud800b\ufdd0c\ufffed\uffffe\U0001fffef\U0010ffffg", "abcdefg"),
        ("\u202eabc\u202c \u2066def\u2069", "abc def"),
        ("\u05d0\u200f\u0628\u061c\u200e", "\u05d0\u200f\u0628\u061c\u200e"),
        ("soft\u00adhyphen\ufeff\u2060\u180e", "softhyphen"),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f \U0001f468\u200d\U0001f469", None),
        ("zero\u200bwidth", "zerowidth"),
        ("\u0e01\u0e02\u200b\u0e04\u0e07", "\u0e01\u0e02\u200b\u0e04\u0e07"),
        ("a\U000e0041\U000e0042b", "ab"),
        ("e\u0301 \u1100\u1161", "\u00e9 \uac00"),
        ("\ue000 \u00a0", "\ue000 \u00a0"),
    ],
)
def test_clean(dirty: str, clean: str | None) -> None:
    assert clean_text(dirty) == (dirty if clean is None else clean)


def test_clean_text_is_returned_itself() -> None:
    text = "Die Fähre fährt – täglich.\n\tUnd zurück."
    assert clean_text(text) is text


def test_runs_of_marks_are_cut() -> None:
    text = clean_text("e" + "\u0316\u0301" * 100_000, combining=30)
    assert len(text) == 30  # the first mark above is part of the letter
    assert unicodedata.is_normalized("NFC", text)
    assert clean_text(text, combining=30) == text
