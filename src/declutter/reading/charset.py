"""Which encoding bytes that are not UTF-8 are in: the declaration, weighed against the bytes."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Share of NULs among the bytes at even (or odd) places of a sample from which the sample is
# UTF-16: ASCII in UTF-16 has 1.0, Latin text over 0.8; Chinese has few, but there spaces and
# markup still make a fifth. Other encodings have none.
_NUL_SHARE = 0.2
# How far into the page a declaration is looked for: the standard says 1,024 bytes, browsers and
# real pages (scripts before the meta tag) go further.
_HEAD = 8192
_DECLARATION = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})"
    rb"|<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})",
    re.IGNORECASE,
)
# The sample that is judged: windows of the bytes around non-ASCII ones.
_SAMPLE = 12_000
_LONGEST = 600
_HIGH = re.compile(rb"[\x80-\xff]")
_BRACKET = re.compile(rb"[<>]")
_NON_ASCII = re.compile("[^\x00-\x7f]")
# What betrays a wrong encoding: bytes it does not have, C1 controls and private characters;
# four accented Latin letters in a row (Cyrillic, Greek or CJK read as Latin); letters of another
# script glued to ASCII letters (Latin read as Cyrillic or Greek); symbols inside words and
# opening quotes behind characters (CJK read as Latin); halfwidth
# katakana (EUC-JP read as Shift-JIS) and Cyrillic capitals inside words.
_SENSELESS = re.compile(
    "[\ufffd\x80-\x9f\ue000-\uf8ff]"
    "|[\xc0-\u024f]{4,}"
    "|(?<=[A-Za-z])[\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f](?=[A-Za-z])"
    "|(?<=[A-Za-z\xc0-\u024f])[\xa1-\xa9\xab-\xac\xae-\xb1\xb4\xb6\xb8-\xb9\xbc-\xbf\u2020-\u2030]"
    "(?=[a-z\xc0-\u024f])"
    "|(?<=[^\\s(])[\u201a\u201e\u02c6\u2039\u02dc]|(?<=[A-Za-z\xc0-\u024f])[\u2018\u201c](?=[A-Za-z\xc0-\u024f])"
    "|[\uff61-\uff9f]|(?<=[\u0430-\u045f])[\u0400-\u042f]"
)
# Share of senseless characters from which an encoding is taken for wrong.
_MISREAD = 0.15
# The same share for UTF-8, whose valid sequences hardly arise by chance: pages in other encodings
# read as UTF-8 have 0.77 and more.
_BROKEN_UTF8 = 0.6
# Labels that the WHATWG encoding standard maps to a superset: that is what such pages mean.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
}
_ALIASES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
}
# Python codecs that are not text encodings of the web, and those that a page can declare only
# by mistake: a page whose meta tag can be read as ASCII is not UTF-16.
_NOT_WEB = re.compile(
    r"utf-?_?(7|16|32)|base64|bz2|hex|quopri|rot|uu|zlib|punycode|idna|mbcs|oem|undefined|hz"
    r"|raw.unicode|unicode.escape|cp(037|273|424|500|875|1026|1140)"
)
# Encodings that detection may answer with: those of the WHATWG standard.
_CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "iso8859_2", "iso8859_7", "koi8_r", "koi8_u", "cp866", "cp932",
    "euc_jp", "gb18030", "big5hkscs", "cp949",
)  # fmt: skip


def declared_label(data: bytes) -> str | None:
    """The encoding label in the XML declaration or meta tag, as written; None without one."""
    match = _DECLARATION.search(data, 0, _HEAD)
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def wide_codec(sample: bytes) -> str | None:
    """The codec of two or four bytes a character that the sample is in, by mark or pattern."""
    for mark, codec in BYTE_ORDER_MARKS[1:]:
        if sample.startswith(mark):
            return codec
    if b"\0" not in sample or len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _NUL_SHARE and even < odd / 4:
        return "utf-16-le"
    if even >= _NUL_SHARE and odd < even / 4:
        return "utf-16-be"
    return None


def python_codec(label: str | None) -> str | None:
    """The Python codec for a label of the web; None for an unknown one."""
    if not label:
        return None
    label = label.strip().lower()
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if _NOT_WEB.match(name):
        return None
    return _SUPERSETS.get(name, name)


def choose(data: bytes, label: str | None) -> str:
    """The codec for bytes that are not valid UTF-8.

    In this order: UTF-8 with a few broken places; the declared encoding, if the bytes make sense
    in it; what the library detects; cp1252, the commonest of the undeclared.
    """
    sample = _sample(data)
    if _misread(sample, "utf-8") < _BROKEN_UTF8:
        return "utf-8"
    declared = python_codec(label)
    if declared and declared != "utf-8" and _misread(sample, declared) < _MISREAD:
        return declared
    return _detect(sample) or "cp1252"


def _sample(data: bytes) -> bytes:
    """Stretches of text around non-ASCII bytes, cut where no multi-byte character is broken.

    Angle brackets are no trail bytes in any encoding of the web, so text between them is whole;
    and the first non-ASCII byte of a stretch begins a character.
    """
    parts: list[bytes] = []
    size = start = 0
    while size < _SAMPLE and (high := _HIGH.search(data, start)):
        before = data[max(start, high.start() - 40) : high.start()]
        end = high.start() + _LONGEST
        bracket = _BRACKET.search(data, high.start())
        if bracket is None or bracket.start() > end:  # cut short: go on after the next tag
            after = len(data) if bracket is None else bracket.start()
        else:
            end = after = bracket.start()
        parts.append(_BRACKET.split(before)[-1] + data[high.start() : end])
        size += len(parts[-1])
        start = after
    return b"\n".join(parts)


def _misread(sample: bytes, codec: str) -> float:
    """Share of the non-ASCII characters that make no sense when read with a codec, 0..1."""
    text = sample.decode(codec, "replace")
    high = len(_NON_ASCII.findall(text))
    if not high:
        return 0.0
    return min(1.0, sum(len(m) for m in _SENSELESS.findall(text)) / high)


def _detect(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_CANDIDATES), preemptive_behaviour=False).best()
    return python_codec(best.encoding) if best else None
