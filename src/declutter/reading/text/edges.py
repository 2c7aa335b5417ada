"""How a line begins and ends: what a reader tells by that it goes on from the one before.

A line goes on where it begins with what only closes something (a comma, a bracket, "'s") or in
lower case; it waits for more where it ends in an open bracket or quote, a comma, a function word.
"""

from __future__ import annotations

import re

from declutter.document import Kind
from declutter.reading.text.lines import Line

# What a line begins with only where it goes on. Quotes count before a mark or a word in lower case
# alone, as some languages open with what others close with; ":" may be the name of an icon.
_CLOSING = re.compile(
    r"[,)\]、，；）」』】،؛。।]|;(?!\w)|[.!?؟](?=$|\s[^\W_])|['’]s\b"
    r"|[\"”»’](?=$|[,.;:!?)]|\s[^\W\dA-Z_])"
)
_MARK = re.compile(r":(?=\s|$)|[%°®™]|…|\.{3}")
# Those of them that stand at the beginning of no line of a list and no line of code.
_TORN = re.compile(
    r"[,،、，](?=$|\s?[^\W_])|[)\]）」』】]\W{0,2}[^\W_]|\.(?=$|\s[^\W_])|[。।]$|['’]s\b"
    r"|[”»](?=[,.;]|\s[^\W\dA-Z_])"
)
# A sentence or a label that is over.
_END = re.compile(r"[.!?…:;。！？।؟：][\"”“’»)\]'」』]*$")
_LABEL = ":："
# What waits for more: open brackets and quotes, marks of currency, an elided article, a comma.
_OPEN = re.compile(r"(?:^|[\s(\[])[(\[“‘«„¿¡$£€₹#@&\"]$|[(\[„¿¡]$")
_ELIDED = re.compile(r"(?:^|[\s(])(?:\w|[^\W\d]{1,5}[^\W\daeios])['’]$")
_QUOTED = re.compile(r"‘|(?:^|\s)'")
_COMMA = re.compile(r"[,،、，/]$|\s[-–—]$|['’]s$")
_TAIL = 12  # characters at the end of a line that tell how it ends
_OPENING = ' —–(“"'
_BREAK = re.compile(r"[\W\d_]+")
# Scripts without blanks between words.
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff、。，；：）」』】（「『【]")


def closes(line: Line) -> bool:
    """Whether a line begins with what closes something before it."""
    return line.kind is Kind.PARAGRAPH and _CLOSING.match(line.text) is not None


def is_torn_off(line: Line) -> bool:
    """Whether a line begins as only a piece of a paragraph does."""
    if line.text[0].isalnum():  # as most lines of a page begin
        return False
    return line.kind is Kind.PARAGRAPH and _TORN.match(line.text) is not None


def clings(text: str) -> bool:
    """Whether a line begins with what belongs to the word before it."""
    return _CLOSING.match(text) is not None or _MARK.match(text) is not None


def begins_low(text: str) -> bool:
    """Whether a line begins in lower case; addresses and the names of programs do not."""
    word = text.lstrip(_OPENING).split(" ", 1)[0]
    return word.islower() and "/" not in word and "_" not in word and "." not in word[:-1]


def ends(text: str) -> bool:
    """Whether a sentence or a label ends with a line."""
    return _END.search(text[-_TAIL:]) is not None


def is_label(text: str) -> bool:
    """Whether a line names the value that follows ("Price:")."""
    return text[-1] in _LABEL


def opens(text: str) -> bool:
    """Whether a line ends in what belongs to the word behind it."""
    tail = text[-_TAIL:]
    if _OPEN.search(tail) is not None:
        return True
    return _ELIDED.search(tail) is not None and _QUOTED.search(text) is None


def asks(text: str, words: frozenset[str]) -> bool:
    """Whether a line asks for more: it ends in a comma or one of the function `words`."""
    if _COMMA.search(text[-_TAIL:]) is not None:
        return True
    return ends_low(text, words) or text.lower() in words


def ends_low(text: str, words: frozenset[str]) -> bool:
    """Whether the last word of a line is one of `words`, as it stands amid a sentence."""
    word = text.rsplit(" ", 1)[-1]
    return word in words and word == word.lower()


def between(text: str, after: str, words: frozenset[str]) -> str:
    """What parts two pieces: a blank, or nothing inside a word and at closing and opening marks."""
    if clings(after) or opens(text):
        return ""
    if _SPACELESS.match(after) and _SPACELESS.match(text[-1]):
        return ""
    return "" if _is_drop_cap(text, after, words) else " "


def _is_drop_cap(text: str, after: str, words: frozenset[str]) -> bool:
    """Whether a line is the large first letter of the word that begins the next."""
    if len(text) > 1 or not text.isupper() or not after[0].islower():
        return False
    word = _BREAK.split(after, maxsplit=1)[0]
    return (text + word).lower() in words or text.lower() not in words
