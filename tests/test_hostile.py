"""Hostile input: never an exception, never a hang, never text lost without a word."""

from __future__ import annotations

import unicodedata

import pytest

from declutter import extract
from declutter.model import Article, Status
from hostile_inputs import INPUTS, LEAD, TAIL, Expect, Input

# Small enough for the whole file to run in half a minute; `benchmarks/hostile.py` has full sizes.
SCALE = 0.01


@pytest.mark.parametrize("hostile", INPUTS, ids=lambda i: i.name)
def test_hostile_input_is_read_or_told(hostile: Input) -> None:
    article = extract(hostile.make(SCALE))
    # The article itself is kept out of the assertion: pytest would print megabytes.
    as_expected = meets(article, hostile.expect)
    assert as_expected, (article.status, article.warnings[:9], article.text[:200])
    assert_clean(article.model_dump_json())


def meets(article: Article, expect: Expect) -> bool:
    """Whether an article is what was expected of an input."""
    if expect in (Expect.EMPTY, Expect.UNSUPPORTED):
        return article.status.value == expect.name.lower() and bool(article.warnings)
    words = " ".join(" ".join(block.text for block in article.blocks).split())
    if expect is Expect.READ:
        return bool(words)
    if LEAD in words and TAIL in words:
        return True
    told = bool(article.warnings) or article.status is not Status.OK
    return expect is Expect.TOLD and told


def assert_clean(text: str) -> None:
    """No control characters but newline and tab, no surrogates, no noncharacters; NFC."""
    odd = {
        f"U+{ord(c):04X}"
        for c in set(text)
        if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t")
        or (unicodedata.category(c) == "Cn" and (ord(c) & 0xFFFE) == 0xFFFE)
        or 0xFDD0 <= ord(c) <= 0xFDEF
        or 0x202A <= ord(c) <= 0x202E
        or 0xE0000 <= ord(c) <= 0xE007F
    }
    assert not odd
    normal = unicodedata.is_normalized("NFC", text)
    assert normal
