"""Cuts a text into words."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
# ASCII characters, those that stand in no word as blanks.
_BLANKED = bytes(n if _WORD.match(chr(n)) and n < 128 else ord(" ") for n in range(256))


def words_in(text: str) -> list[str]:
    r"""Every run of letters, digits and underscores, as `\w+` has it.

    >>> words_in("The ferry's 3 captains")
    ['The', 'ferry', 's', '3', 'captains']
    """
    if text.isascii():  # several times faster
        return text.encode("ascii").translate(_BLANKED).decode("ascii").split()
    return _WORD.findall(text)
