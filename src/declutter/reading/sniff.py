"""What a source is: a page in HTML, flattened text, nothing, or something that is not a page.

The rule, in this order:

1. Bytes that begin as a known binary format does, or are thick with control characters, are
   unsupported; so are JSON, feeds and other XML whose root is not `html`.
2. A source that begins with a doctype, `<html>`, `<head>` or `<body>` is HTML.
3. Else the tags are counted, in the first 100,000 characters; a tag is `<` or `</`, the name of
   an HTML element and a `>`, so that "a < b" and "<me@example.org>" are none. It is text where
   Markdown makes the structure and tags only help out. It is HTML where the tags make it: the
   source begins with a tag; or two of them are block-level, one closes, and there is a tag for
   every `_WORDS_PER_TAG` words.
4. All else is text. A text with character references ("caf&eacute;") and no tags is text too,
   and marked as `escaped`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from declutter.reading.binary import binary_format
from declutter.reading.charset import wide_codec


class Form(StrEnum):
    """The form of a source."""

    HTML = "html"
    TEXT = "text"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"


class Sniffed(NamedTuple):
    """The form; `what` names an unsupported format ("PDF"), else it is empty. `escaped` is set on
    text whose special characters are written as character references."""

    form: Form
    what: str = ""
    escaped: bool = False


_SAMPLE = 100_000
# Words (runs of non-space outside tags) for each tag up to which tags make the structure. Real
# fragments have 3 to 30; a text that mentions a tag here and there has hundreds.
_WORDS_PER_TAG = 60

_BLOCK = (
    "p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|section|article|main|header|footer"
    "|nav|aside|figure|figcaption|blockquote|pre|br|hr|form|html|head|body|title|meta|link|script"
    "|style|noscript|template|center|address|details|summary|iframe"
)
_INLINE = "a|b|i|u|s|em|strong|span|small|sub|sup|code|img|font|label|button|time|mark|abbr|cite|q"
_TAG = re.compile(rf"<(/?)(?:({_BLOCK})|{_INLINE})(?=[\s/>])[^<>]{{0,2000}}>", re.IGNORECASE)
_CUSTOM_TAG = re.compile(r"<[a-z][a-z\d]*-[a-z\d-]*[\s>]", re.IGNORECASE)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|(?:html|head|body)(?=[\s/>]))", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"\s++|<!--.{0,20000}?-->|<\?[^>]{0,2000}>|<!doctype[^>]{0,2000}>", re.S | re.I
)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*(?::[\w.-]+)?)")
_FEEDS = {
    "rss": "RSS",
    "feed": "Atom",
    "rdf:rdf": "RSS",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "opml": "OPML",
    "svg": "SVG",
}
_JSON = re.compile(
    r"\{\s*(?:\"(?:[^\"\\]|\\.){0,200}\"\s*:|\})|\[\s*(?:[\[{\"]|-?\d[\d.eE+-]*\s*[,\]]|\]$)"
)
_JSON_END = re.compile(r"[\]}]\s*$")
_MARKDOWN = re.compile(
    r"^ {0,3}(?:#{1,6} \S|```|[*+-] \S|\d{1,3}[.)] \S|> |\|.*\|\s*$|(?:=|-){3,}\s*$)"
    r"|\]\((?:https?:|/|#|\.)",
    re.M,
)
_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z\d]{1,30}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
_SOLID = re.compile(r"[^\s\u200b\u200e\u200f\u2060\ufeff]")


def sniff(source: str | bytes) -> Sniffed:
    """Tell the form of a source. Of bytes the beginning is read as UTF-8 or UTF-16, which is
    enough to see markup in any encoding of the web."""
    if isinstance(source, bytes):
        what = binary_format(source)
        if what:
            return Sniffed(Form.UNSUPPORTED, what)
        wide = wide_codec(source[:4096])
        source = source[: 4 * _SAMPLE].decode(wide or "utf-8", "replace").replace("\0", "")
    first = _SOLID.search(source)
    if first is None:
        return Sniffed(Form.EMPTY)
    start = first.start()
    if _DOCUMENT.match(source, start):
        return Sniffed(Form.HTML)
    sample = source[start : start + _SAMPLE]
    what = binary_format(sample[:2048].encode("latin-1", "replace")) or _data_format(sample, source)
    if what:
        return Sniffed(Form.UNSUPPORTED, what)
    if _has_structure(sample):
        return Sniffed(Form.HTML)
    return Sniffed(Form.TEXT, escaped=_REFERENCE.search(sample) is not None)


def _data_format(sample: str, source: str) -> str:
    """JSON or XML that is no page; empty for anything else."""
    if sample[0] in "{[":
        if _JSON.match(sample) and (sample[0] == "{" or _JSON_END.search(source[-200:])):
            return "JSON"
        return ""
    if sample[0] != "<":
        return ""
    declared = sample.startswith("<?xml")
    root = _root(sample)
    if root in _FEEDS:
        return _FEEDS[root]
    if declared and root and root != "html" and not _TAG.search(sample):
        return "XML"
    return ""


def _root(sample: str) -> str:
    """The name of the first element, in lower case; empty where the source begins otherwise."""
    root = _ROOT.match(sample, _after_prologue(sample))
    return root[1].lower() if root else ""


def _after_prologue(sample: str) -> int:
    at = 0
    while part := _PROLOGUE.match(sample, at):
        at = part.end()
    return at


def _has_structure(sample: str) -> bool:
    """Whether tags make the structure of the source (rule 3)."""
    tags = blocks = closing = document = 0
    for tag in _TAG.finditer(sample):
        tags += 1
        closing += bool(tag[1])
        if tag[2]:
            blocks += 1
            document += _DOCUMENT.match(tag[0]) is not None
    if not tags:
        return False
    markdown = len(_MARKDOWN.findall(sample))
    if markdown >= 2 and markdown * 2 >= blocks and document < 2:
        return False
    at = _after_prologue(sample)
    if _TAG.match(sample, at) or _CUSTOM_TAG.match(sample, at):
        return closing > 0 or blocks > 0
    words = len(_TAG.sub(" ", sample).split())
    if words > tags * _WORDS_PER_TAG and document < 2:
        return False
    return (blocks >= 2 and closing >= 1) or blocks >= 4
