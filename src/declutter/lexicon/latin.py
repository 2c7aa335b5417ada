"""Text as addresses spell it: in Latin letters, without accents."""

from __future__ import annotations

import unicodedata

_OTHERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip
# Two letters for one, as German and Scandinavian addresses have them.
_DOUBLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_TABLE = str.maketrans(_OTHERS)


def latin(text: str) -> str:
    """A text in lower case and Latin letters, as a slug has it; other scripts stay.

    >>> latin("Каток в Заозёрске"), latin("Über Łódź")
    ('katok v zaozerske', 'uber lodz')
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    # Before the accents go, because "й" and "ї" are letters with one.
    parts = unicodedata.normalize("NFKD", lower.translate(_TABLE))
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_TABLE)


def spellings(words: list[str]) -> set[str]:
    """Words in lower case, and the ways in which addresses may spell them.

    >>> sorted(spellings(["züge", "łódź"]))
    ['lodz', 'zuege', 'zuge', 'züge', 'łódź']
    """
    line = " ".join(words)
    if line.isascii():
        return set(words)
    return {*words, *latin(line).split(), *line.translate(_DOUBLED).split()}
