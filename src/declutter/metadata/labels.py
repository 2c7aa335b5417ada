"""Lines of several labelled fields ("Text: Jane Roe Photos: John Doe"): what names the writers."""

from __future__ import annotations

import re
from functools import lru_cache

from declutter.lexicon import Concept
from declutter.lexicon.languages import base_language
from declutter.lexicon.normal import is_unspaced
from declutter.metadata.leads import is_lead, listed

_COLONS = ":：＝"
# One word before a colon, where a piece of the line begins; clock times have digits there.
_LABEL = re.compile(r"(?:^|(?<=[\s,;.|·•、，。—–-]))([^\W\d_]+)[ \u00a0\u3000]?[:：＝](?!\w*//)\s*")


def writers_part(text: str, language: str | None) -> str:
    """What a line's labels for writers stand before, else what stands before its first label.

    >>> writers_part("Jane Roe Photos: John Doe", "en"), writers_part("Photos: John Doe", "en")
    ('Jane Roe', '')
    """
    head, fields = _fields(text, language)
    if not fields:
        return text
    signed = [value.strip() for label, value in fields if is_lead(label, language)]
    return " | ".join(filter(None, signed)) or head.strip()


def labels_writers(text: str, language: str | None) -> bool:
    """Whether a line has a label for writers and something behind it.

    >>> labels_writers("3 May 2024 Author: Jane Roe Photos: John Doe", "en")
    True
    """
    fields = _fields(text, language)[1] if any(mark in text for mark in _COLONS) else []
    return any(value.strip() and is_lead(label, language) for label, value in fields)


def _fields(text: str, language: str | None) -> tuple[str, list[tuple[str, str]]]:
    """What stands before a line's first label, and every label with its value."""
    glued = None if text.isascii() else _glued(base_language(language))
    head, *fields = _LABEL.split(glued.sub(r" \g<0>", text) if glued else text)
    return head, list(zip(fields[::2], fields[1::2], strict=True))


@lru_cache(maxsize=64)
def _glued(language: str | None) -> re.Pattern[str] | None:
    """The labels of a script without blanks, where none parts them from a value ("日报作者：")."""
    concepts = Concept.BYLINE, Concept.DATELINE, Concept.CREDIT, Concept.DISCLOSURE
    known = {p.rstrip(":") for c in concepts for p in listed(language, c, "start")}
    labels = sorted((p for p in known if is_unspaced(p) and p.isalpha()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(labels)})(?=[ \u00a0\u3000]?[:：])") if labels else None
