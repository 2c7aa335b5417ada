"""Characters of the output."""

from __future__ import annotations

import sys
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
        ("soft\u00adhyphen\ufeff\u2060\u180e", "soft\u00adhyphen"),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f \U0001f468\u200d\U0001f469", None),
        ("zero\u200bwidth", "zerowidth"),
        ("\u200d", ""),
        ("\u200d\u200dThe pier.\u200d", "The pier."),
        ("Auf\u200clage", None),
        ("\u0d15\u0d4d\u200d", None),  # Malayalam: a letter of its own at the end of a word
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


def test_nothing_that_prints_is_dropped() -> None:
    """What is dropped shows nothing; and the short cut for printable text rests on it."""
    lost = []
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        # The control character keeps the text from being taken for clean.
        if char.isprintable() and clean_text(f"a{char}\x01") != unicodedata.normalize(
            "NFC", f"a{char}"
        ):
            lost.append(f"U+{code:04X}")
    assert lost == []


def test_what_must_not_stand_in_the_output_is_dropped() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        category = unicodedata.category(char)
        forbidden = (
            (category in ("Cc", "Cs") and char not in "\t\n\v\f\r\x85")
            or (code & 0xFFFE) == 0xFFFE
            or 0xFDD0 <= code <= 0xFDEF
        )
        if forbidden:
            assert clean_text(f"a{char}b") == "ab", f"U+{code:04X}"


@pytest.mark.parametrize("direction", ["\u200e", "\u200f", "\u061c"])
def test_marks_of_direction_stay(direction: str) -> None:
    assert clean_text(f"a{direction}b") == f"a{direction}b"


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_embeddings_overrides_and_isolates_go(code: int) -> None:
    assert clean_text(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", True),  # Persian non-joiner
        ("\u0915\u094d\u200d\u0937", True),  # Hindi joiner
        ("\u1019\u103c\u200b\u1014", True),  # Burmese zero-width space
        ("\u1781\u17c1\u200b\u1798", True),  # Khmer
        ("\u0e81\u0eb2\u200bb", True),  # Lao on one side
        ("ab\u200bcd", False),
        ("\u4e2d\u200b\u6587", False),
    ],
)
def test_zero_width_characters_stay_where_words_are_spelt_with_them(text: str, kept: bool) -> None:
    zero_width = text.translate({0x200B: None, 0x200C: None, 0x200D: None})
    assert clean_text(text) == (text if kept else zero_width)
