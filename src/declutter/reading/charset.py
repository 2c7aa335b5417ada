"""Which encoding bytes that are not UTF-8 are in: the declaration, weighed against the bytes."""

from __future__ import annotations

import codecs
import re

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
    "x-mac-roman": "mac_roman",
    "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
}
# Python codecs that are not text encodings of the web, and those that a page can declare only
# by mistake: a page whose meta tag can be read as ASCII is not UTF-16.
_NOT_WEB = re.compile(r"utf-?_?(7|16|32)|base64|bz2|hex|quopri|rot|uu|zlib|punycode|idna|escape|cp037|cp500|cp875|cp1026|cp1140|cp273|cp424|mbcs|oem|undefined|unicode|hz")
# Encodings that detection may answer with: those of the WHATWG standard.
_CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "iso8859_2", "iso8859_7", "koi8_r", "koi8_u", "cp866", "mac_roman", "cp932",
    "euc_jp", "gb18030", "big5hkscs", "cp949",
)  # fmt: skip


def declared_label(data: bytes) -> str | None:
    """The encoding label in the XML declaration or meta tag, as written; None without one."""
    match = _DECLARATION.search(data, 0, _HEAD)
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


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


def choose(data: bytes, first: int, label: str | None) -> str:
    """The codec for bytes that are not valid UTF-8; `first` is the first offending byte.

    In this order: UTF-8 with a few broken places; the declared encoding, if the bytes look like
    text in it; what the library detects; cp1252.
    """
    sample = _sample(data)
    if _errors(sample, "utf-8") <= _BROKEN * _high(sample):
        return "utf-8"
    declared = python_codec(label)
    if declared not in (None, "utf-8") and _plausible(sample, declared):
        return declared
    return _detect(sample)
