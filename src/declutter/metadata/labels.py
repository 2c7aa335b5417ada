"""Lines of several labelled fields ("Text: Jane Roe Photos: John Doe"): what names the writers."""

from __future__ import annotations

import re

from declutter.metadata.leads import is_lead

# One word before a colon, where a piece of the line begins; clock times have digits there.
_LABEL = re.compile(r"(?:^|(?<=[\s,;.|·•、，。—–-]))([^\W\d_]+)[ \u00a0\u3000]?[:：＝](?!\w*//)\s*")


def writers_part(text: str, language: str | None) -> str:
    """What a line's labels for writers stand before, else what stands before its first label.

    >>> writers_part("Jane Roe Photos: John Doe", "en"), writers_part("Photos: John Doe", "en")
    ('Jane Roe', '')
    """
    head, *fields = _LABEL.split(text)
    if not fields:
        return text
    labelled = zip(fields[::2], fields[1::2], strict=True)
    signed = [value.strip() for label, value in labelled if is_lead(label, language)]
    return " | ".join(filter(None, signed)) or head.strip()
