"""Which characters may stand in the output.

- Control characters go, but for newline and tab; carriage returns, form feeds, vertical tabs and
  the Unicode line and paragraph separators become newlines.
- Surrogates and noncharacters go.
- Bidirectional embeddings, overrides and isolates go: they reorder what is shown against what is
  written. The marks LRM, RLM and ALM stay: Hebrew and Arabic text is written with them.
- Byte-order marks, word joiners, invisible operators, deprecated format characters, the
  interlinear annotation and the tag characters go: they show nothing.
- Soft hyphens stay: they show where a line ends in a word, and are how the page spells it.
- The zero-width joiner and non-joiner stay behind letters and emoji: Persian, Indic scripts and
  emoji are spelt with them. Where nothing precedes that they could join they go.
  The zero-width space stays beside Thai, Lao, Khmer and Burmese, where it parts words; elsewhere
  it goes.
- The text is in normal form C; of more than `Limits.combining` combining marks in a row the rest
  goes.
"""

from __future__ import annotations

import re
import unicodedata

# Apart, because a class that holds characters beyond U+FFFF is searched many times slower.
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u180e\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
)
_DROP_ASTRAL = re.compile(
    "[\U000e0000-\U000e007f"
    + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WORD_PARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_DROP = re.compile(
    f"[{_DROPPED}]|(?<![{_WORD_PARTED}])\u200b(?![{_WORD_PARTED}])"
    r"|(?<![^\s\x00-\x7f])(?<![0-9A-Za-z])[\u200c\u200d]+"
)
_SUSPECT = re.compile(f"[{_DROPPED}\r\x0b\x0c\x85\u2028\u2029\u200b-\u200d]")
_SUSPECT_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# Where combining marks are to be looked for: not in Latin letters, punctuation or symbols.
_MARKED = re.compile(
    "[\u0300-\u1fff\u20d0-\u20ff\u2cef-\ufaff\ufb1e\ufe20-\ufe2f\U00010000-\U0010ffff]"
)
# Marks are neither letters nor space; a long run of such characters may be one of them.
_MAYBE_MARKS = re.compile(r"[^\w\s\x00-\x7f]{16,}+")


def clean_text(text: str, combining: int = 30) -> str:
    """The text with the characters that may stand in the output only, in normal form C.

    Costs next to nothing on text that is clean. Idempotent.

    >>> clean_text("e\\u0301 \\u202eabc\\x01")
    'é abc'
    """
    printable = _is_printable(text)  # then none of its characters is to be dropped
    if text.isascii():
        return text if printable or not _SUSPECT_ASCII.search(text) else _drop(text)
    if not printable:
        if _SUSPECT.search(text):
            text = _drop(text)
        if _ASTRAL.search(text):
            text = _DROP_ASTRAL.sub("", text)
    if _MARKED.search(text) and _MAYBE_MARKS.search(text):
        # Normalising is quadratic in the length of a run, and so is the question for it.
        text = _MAYBE_MARKS.sub(lambda run: _short_runs(run[0], combining), text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def _is_printable(text: str) -> bool:
    """Whether a text can be printed, with line breaks, tabs and no-break spaces."""
    if text.isprintable():
        return True
    return text.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable()


def _drop(text: str) -> str:
    return _DROP.sub("", _NEWLINE.sub("\n", text))


def _short_runs(text: str, most: int) -> str:
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= most:
            kept.append(char)
    return "".join(kept)
