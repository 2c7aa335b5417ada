"""Bytes to text: byte-order mark, then UTF-8 if it is that, then the declaration, then detection.

Text that is valid UTF-8 is UTF-8 whatever the page declares: the sequences hardly ever arise by
chance in another encoding. That also makes the common case one pass at C speed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from declutter.limits import Limits
from declutter.model import PageWarning
from declutter.reading.charset import (
    BYTE_ORDER_MARKS,
    choose,
    declared_label,
    python_codec,
    wide_codec,
)


class Decoded(NamedTuple):
    """The source as a `str` without surrogates, NULs or byte-order mark.

    `encoding` is the name of the Python codec that was used, None for a source that was a `str`;
    `utf8` is the text in UTF-8, which the parser wants.
    """

    text: str
    encoding: str | None
    warnings: tuple[PageWarning, ...]
    utf8: bytes


_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
# Characters that stand for bytes which could not be read.
_REPLACED = "\ufffd"


def decode(source: str | bytes, limits: Limits) -> Decoded:
    """Decode a page.

    A `str` is taken as it is, whatever encoding it declares inside. Never raises on content; the
    warnings' codes are `source_capped`, `encoding_guessed`, `encoding_mismatch`,
    `encoding_errors`, `nul_removed` and `surrogates_replaced`.
    """
    warnings: list[PageWarning] = []
    if len(source) > limits.source:
        unit = "characters" if isinstance(source, str) else "bytes"
        message = f"Only the first {limits.source} of {len(source)} {unit} were read."
        warnings.append(PageWarning(code="source_capped", message=message))
        source = source[: limits.source]
    if isinstance(source, str):
        text, encoding = source, None
    else:
        text, encoding = _decode_bytes(source, warnings)
    text, utf8 = _clean(text, warnings)
    return Decoded(text, encoding, tuple(warnings), utf8)


def _decode_bytes(data: bytes, warnings: list[PageWarning]) -> tuple[str, str]:
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec, warnings), codec
    wide = wide_codec(data[:4096])
    if wide:
        _warn_guessed(wide, "the bytes have the pattern of UTF-16", warnings)
        return _lenient(data, wide, warnings), wide
    label = None
    if b"\x1b" in data:  # ISO-2022-JP is pure ASCII with escape sequences
        label = declared_label(data)
        if python_codec(label) == "iso2022_jp":
            return _lenient(data, "iso2022_jp", warnings), "iso2022_jp"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    label = label or declared_label(data)
    if len(data) - broken.start < 4 and broken.reason == "unexpected end of data":
        return data[: broken.start].decode("utf-8"), "utf-8"  # cut inside the last character
    chosen = choose(data, label)
    declared = python_codec(label)
    if declared is None:
        why = f"the page declares {label!r}, which is unknown" if label else "none is declared"
        _warn_guessed(chosen, why, warnings)
    elif chosen != declared:
        message = f"The page declares {label!r}, but its bytes are read as {chosen}."
        warnings.append(PageWarning(code="encoding_mismatch", message=message))
    return _lenient(data, chosen, warnings), chosen


def _lenient(data: bytes, codec: str, warnings: list[PageWarning]) -> str:
    """Decode, with U+FFFD for what cannot be read, and a warning if there is any."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        count = max(1, text.count(_REPLACED))
        message = (
            f"{count} places are not valid {codec} (the first at byte {error.start}); "
            "U+FFFD stands for them."
        )
        warnings.append(PageWarning(code="encoding_errors", message=message))
        return text


def _warn_guessed(codec: str, why: str, warnings: list[PageWarning]) -> None:
    message = f"The encoding was guessed as {codec}: {why}."
    warnings.append(PageWarning(code="encoding_guessed", message=message))


def _clean(text: str, warnings: list[PageWarning]) -> tuple[str, bytes]:
    """Without byte-order mark, NULs and surrogates; and the same in UTF-8."""
    if text.startswith("\ufeff"):
        text = text[1:]
    try:
        utf8 = text.encode("utf-8")
        surrogates = False
    except UnicodeEncodeError:
        utf8 = text.encode("utf-8", "surrogatepass")
        surrogates = True
    if b"\0" in utf8:  # searched in the bytes: in a `str` of wide characters that is slow
        warnings.append(
            PageWarning(code="nul_removed", message=f"{utf8.count(0)} NULs were removed.")
        )
        text = text.replace("\0", "")
        utf8 = utf8.replace(b"\0", b"")
    if surrogates:
        # Surrogate pairs are characters that somebody decoded badly; lone ones are nothing.
        text = _PAIR.sub(lambda m: m[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
        text, count = _SURROGATE.subn(_REPLACED, text)
        if count:
            message = f"{count} lone surrogates were replaced by U+FFFD."
            warnings.append(PageWarning(code="surrogates_replaced", message=message))
        utf8 = text.encode("utf-8")
    return text, utf8
