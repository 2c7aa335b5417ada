"""How text is made comparable with the phrases."""

from __future__ import annotations

import re
import unicodedata

# What stands around a phrase without changing it. Currency and percent signs, "#" for numbers
# and the copyright sign are part of phrases and stay.
_EDGE = (  # the pilcrow is what documentation links its headings by
    " \t!\"'()*+,-./:;<=>?@[\\]^_`{|}~¡¦§«¬¶·»¿×‐‑‒–—―•‣․‥…‹›⁃"
    "←↑→↓↗↘⇒⌄⌃■□▪▫▲△▴▶▷▸►▼▽▾◀◁◂◄◆◇○●★☆♥❤➔➜➤⟩⟨✓✔✕✖✗✚⬇⬆"
    "、。〈〉《》「」『』【】〔〕〖〗！（），－．／；？｜～।॥،؛؟٭۔׃־"
)
_ASCII_EDGE = "".join(c for c in _EDGE if c.isascii())
# Lower and upper case, typesetting and accents that capitals lose must not part equal words.
_FOLD = {
    "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "：": ":", "／": "/", "＝": "=", "｜": "|", "‐": "-", "‑": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "",
    "\u200f": "", "\u2060": "", "\ufeff": "", "\ufe0f": "",
    "İ": "i", "ı": "i", "ё": "е", "Ё": "е",
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",
    "Ά": "α", "Έ": "ε", "Ή": "η", "Ί": "ι", "Ό": "ο", "Ύ": "υ", "Ώ": "ω",
    "ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا",
}  # fmt: skip
# Searched for, because `str.translate` looks up every character, which takes several times longer.
_FOLDED = re.compile(f"[{''.join(_FOLD)}]")
# The first digit stands alone in the pattern: so its place is found many times faster.
_NUMBER = re.compile(r"[0-9][0-9]*(?:[.,:][0-9]+)*(?:[km]\b)?")
_GLUED = re.compile(r"(?<=[^\W\d_])(?=#)|(?<=#)(?=[^\W\d_])")
_APART = "\0"  # stands in no text of a page
# What stands between a label and what it labels: "photo:", "photo /".
MARKS = ":：/／=＝|｜"
# Scripts written without spaces, or (Hangul) with particles glued on: no boundary is asked for.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


def normalise(text: str) -> str:
    """Text as phrases are compared: casefolded, one space between words, no outer punctuation.

    Typographic apostrophes, Turkish dotted and dotless i, Greek accents and Arabic letter
    variants are levelled, because headings set in capitals lose them; a space before a colon goes.
    """
    # Then all its white space is blanks, none of them next to another.
    spaced = text.isprintable() and "  " not in text
    flat = text if spaced else " ".join(text.split())
    if flat.isascii():
        return flat.lower().replace(" :", ":").strip(_ASCII_EDGE)
    flat = unicodedata.normalize("NFC", flat[:_LONGEST]) + flat[_LONGEST:]
    flat = _FOLDED.sub(lambda char: _FOLD[char[0]], flat)
    return flat.casefold().replace(" :", ":").strip(_EDGE)


def normalise_all(texts: list[str]) -> list[str]:
    """As `normalise` for each of many texts, which together cost far less than one by one."""
    joined = " ".join(_APART.join(texts).split())
    if not joined.isascii():
        if not unicodedata.is_normalized("NFC", joined):
            return [normalise(t) for t in texts]
        joined = _FOLDED.sub(lambda char: _FOLD[char[0]], joined)
    edge = _ASCII_EDGE if joined.isascii() else _EDGE
    found = [t.strip(edge) for t in joined.casefold().replace(" :", ":").split(_APART)]
    return found if len(found) == len(texts) else [normalise(t) for t in texts]


# NFC is quadratic in runs of combining marks; phrases are far shorter than this.
_LONGEST = 1000


def fold_numbers(normal: str) -> str:
    """Normalised text with every number as "#", parted from letters by a space."""
    if _NUMBER.search(normal) is None:
        return normal
    return _GLUED.sub(" ", _NUMBER.sub("#", normal))


def phrase_key(phrase: str, *, keep_mark: bool) -> str:
    """A phrase of the data as text is compared with it.

    With `keep_mark` a closing mark stays, so that "photo:" asks for the colon in the block.
    """
    phrase = phrase.replace("#", "0")
    if keep_mark and phrase.endswith(tuple(MARKS)):
        return fold_numbers(normalise(phrase + _APART).removesuffix(_APART))
    return fold_numbers(normalise(phrase))


def ends_word(text: str, end: int) -> bool:
    """Whether a word ends at `text[end]`, or the script asks for no boundary there."""
    if end >= len(text) or unicodedata.category(text[end])[0] not in "LNM":
        return True
    return text[end - 1] in MARKS or _UNSPACED.match(text[end - 1]) is not None


def is_unspaced(phrase: str) -> bool:
    """Whether a phrase holds characters of a script that needs no word boundaries."""
    return _UNSPACED.search(phrase) is not None
