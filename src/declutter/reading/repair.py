"""Rewrites of pages that would make libxml2 slow, or make it drop text without a word.

Each takes the source as UTF-8 and gives it back, the same object where nothing is wrong; and
appends a warning where something is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from declutter.model import PageWarning
from declutter.reading.markup import ATTRIBUTE, RAW, VOID, Sort, Tag, tags

_START_TAG = re.compile(rb"<[A-Za-z]")
_BARE = rb"""[^>"'=]{0,63}+"""
_FEW = (
    _BARE
    + rb"""(?:(?<![\s/"'=])=(?:"[^"]*+"|'[^']*+'|[^\s>"'=]++(?=[\s>]))"""
    + _BARE
    + rb"){0,64}+>"
)
# Markup that needs no closer look: text, comments, scripts, styles, titles, and tags with at most
# 64 values and 31 bare attributes between two of those. One match over the page stops at the
# first tag of another make, so that the common case runs at C speed.
_PLAIN = re.compile(
    rb"[^<]*+(?:<(?:"
    + b"|".join(
        [
            rb"script(?=[\s>])" + _FEW + rb"(?:[^<]++|<(?!/script))*+",
            rb"style(?=[\s>])" + _FEW + rb"(?:[^<]++|<(?!/style))*+",
            *(
                rb"%b(?=[\s>])%b[^<]*+</%b>" % (n, _FEW, n)
                for n in (b"title", b"iframe", b"textarea")
            ),
            rb"!--(?:[^-]++|-(?!->))*+-->",
            rb"(?!(?i:script|style|title|textarea|xmp|iframe|noembed|noframes)[\s/>])[A-Za-z]"
            + _FEW,
            rb"(?![A-Za-z]|!--)",
        ]
    )
    + rb")[^<]*+)*+"
)
# Until Python 3.11.5 a possessive repeat of several parts may end amid one (CPython issue 106052).
# There every tag gets the closer look.
_SOUND = re.fullmatch("(?:ab?c)*+a", "aca") is not None
_DOCUMENT_START = re.compile(
    rb"\s*+(?:<!doctype[^>]*+>\s*+)?+<html(?=[\s>])[^>]*+(?<!/)>", re.IGNORECASE
)
_DOCUMENT_TAG = re.compile(
    rb"</(?:html|body)\s*+>|<(?:html|body)\s*+/?+>|<html\s[^<>]*+>", re.IGNORECASE
)
# The element in which all that follows is text, end tags included: it cannot be closed.
_PLAIN_TEXT = re.compile(rb"<(/?+)plaintext(?=[\s>])", re.IGNORECASE)
_BLOCK_MARKUP = re.compile(
    rb"<(?:p|div|article|section|main|body|h[1-6]|ul|ol|table|header|footer)[\s>]", re.IGNORECASE
)
_LEAVES = VOID | RAW | {b"html", b"body", b"head"}
# Elements between which words are not glued together when they are flattened away.
_INLINE = frozenset(
    b"a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span"
    b" strike strong sub sup time tt u var wbr".split()
)
# Elements that end one of the same name that stands open right before them.
_SELF_ENDING = frozenset(b"p li dt dd tr td th option".split())


def cap_elements(source: bytes, most: int, warnings: list[PageWarning]) -> bytes:
    """The page up to its `most`-th element."""
    if len(source) < 3 * most or source.count(b"<") <= most:
        return source
    beyond = next(islice(_START_TAG.finditer(source), most, None), None)
    if beyond is None:
        return source
    message = f"The page has more than {most} elements; the rest was not read."
    warnings.append(PageWarning(code="elements_capped", message=message))
    return source[: beyond.start()]


def cap_attributes(source: bytes, most: int, warnings: list[PageWarning]) -> bytes:
    """The page with at most `most` attributes a tag: libxml2 compares each with all others."""
    pieces: list[bytes] = []
    done = capped = 0
    for tag in _unusual(source):
        if tag.end - tag.start < 2 * most:
            continue
        first = tag.start + 1 + len(tag.name)
        beyond = next(islice(ATTRIBUTE.finditer(source, first, tag.end), most, None), None)
        if beyond is not None:
            capped += 1
            pieces += source[done : beyond.start()], b">"
            done = tag.end
    if not capped:
        return source
    message = f"{capped} tags have more than {most} attributes; those beyond were dropped."
    warnings.append(PageWarning(code="attributes_capped", message=message))
    return b"".join(pieces) + source[done:]


def _unusual(source: bytes) -> Iterator[Tag]:
    """The start tags that `_PLAIN` stops at; all tags with very many attributes are among them."""
    if not _SOUND:
        yield from (t for t in tags(source) if t.sort in (Sort.START, Sort.OPEN_TAG))
        return
    at = 0
    while (plain := _PLAIN.match(source, at)) and plain.end() < len(source):
        scan = tags(source, plain.end())
        tag = next(scan, None)
        if tag is None or tag.sort in (Sort.OPEN_COMMENT, Sort.END):
            return
        yield tag
        closing = next(scan, None) if tag.sort is Sort.START and tag.name in RAW else None
        if closing and closing.sort is Sort.OPEN_RAW:
            return
        at = closing.start if closing and closing.sort is Sort.END else tag.end


def before_end(source: bytes) -> bytes:
    """The page without its last `</html>`: libxml2 reads nothing that stands behind it."""
    at = max(source.rfind(b"</html", -1000), source.rfind(b"</HTML", -1000))
    end = source.find(b">", at)
    return source if at < 0 or end < 0 else source[:at] + source[end + 1 :]


def one_document(source: bytes) -> bytes:
    """Several documents in a row as one: no `html` or `body` tag ends it, or begins it anew."""
    first = _DOCUMENT_START.match(source)
    start = first.end() if first else 0
    source = source[:start] + _DOCUMENT_TAG.sub(b"", source[start:])
    return _PLAIN_TEXT.sub(rb"<\1pre", source)


def close_open_ends(source: bytes, warnings: list[PageWarning]) -> bytes:
    """The page with what is never closed (comment, script, attribute, tag) closed or cut off.

    An open comment or script that holds most of the page is a slip: its content is read. A
    shorter one is where the page was cut: it is dropped, as browsers do.
    """
    for _ in range(4):
        ends = deque(tags(source), maxlen=1)
        last = ends[0] if ends else None
        if last is None or last.sort in (Sort.START, Sort.END):
            return source
        what = {
            Sort.OPEN_COMMENT: "A comment",
            Sort.OPEN_RAW: f"A {last.name.decode('ascii', 'replace')} element",
        }
        message = (
            f"{what.get(last.sort, 'A tag')} that begins at byte {last.start} is never closed."
        )
        warnings.append(PageWarning(code="unclosed_markup", message=message))
        source = _close(source, last)
    return source


def _close(source: bytes, last: Tag) -> bytes:
    swallows_most = len(source) - last.start > len(source) // 2
    if last.sort is Sort.OPEN_COMMENT:
        return source[: last.start] + (source[last.start + 4 :] if swallows_most else b"")
    if last.sort is Sort.OPEN_RAW:
        markup = _BLOCK_MARKUP.search(source, last.end)
        is_slip = swallows_most or last.name not in (b"script", b"style")
        at = markup.start() if markup and is_slip else len(source)
        return source[:at] + b"</" + last.name + b">" + source[at:]
    if last.quote >= 0 and b"<" in source[last.quote :]:
        return source[: last.quote] + b" " + source[last.quote + 1 :]
    return source[: last.start]


def flatten(source: bytes, depth: int, warnings: list[PageWarning], force: bool = False) -> bytes:
    """The page with no element deeper than `depth`: deeper tags go, or become line breaks.

    What is left is written well nested, so that libxml2 cannot nest it deeper than it is here.
    With `force` it is written so even where nothing seems too deep: libxml2 ignores end tags of
    inline elements around open block-level ones, so that it may nest deeper than it looks.
    """
    depth = max(1, depth - 3)  # html, body and the void elements inside
    out = _Nesting(source, depth)
    for tag in tags(source):
        out.add(tag)
    if not out.flattened and not force:
        return source
    message = f"Elements nested deeper than {depth} were flattened; their text is kept."
    warnings.append(PageWarning(code="truncated_depth", message=message))
    return out.finish()


class _Nesting:
    """Writes a page again, its open elements on a stack."""

    def __init__(self, source: bytes, depth: int) -> None:
        self.source = source
        self.depth = depth
        self.flattened = 0
        self._pieces: list[bytes] = []
        self._done = 0
        self._stack: list[bytes] = []
        self._open: dict[bytes, int] = {}

    def add(self, tag: Tag) -> None:
        name = tag.name
        if tag.sort is Sort.END:
            if name in _LEAVES:
                return
            written = b""
            if self._open.get(name):
                while True:
                    top, closing = self._pop()
                    written += closing
                    if top == name:
                        break
            self._replace(tag, written)
        elif tag.sort is Sort.START and name not in _LEAVES:
            written = b""
            if self._stack and self._stack[-1] == name and name in _SELF_ENDING:
                written = self._pop()[1]
            self._stack.append(name)
            self._open[name] = self._open.get(name, 0) + 1
            if len(self._stack) > self.depth:
                self.flattened += 1
                self._replace(tag, written + _gap(name))
            else:
                self._replace(tag, written + self.source[tag.start : tag.end])

    def finish(self) -> bytes:
        return b"".join(self._pieces) + self.source[self._done :]

    def _pop(self) -> tuple[bytes, bytes]:
        deep = len(self._stack) > self.depth
        name = self._stack.pop()
        self._open[name] -= 1
        return name, _gap(name) if deep else b"</" + name + b">"

    def _replace(self, tag: Tag, written: bytes) -> None:
        self._pieces += self.source[self._done : tag.start], written
        self._done = tag.end


def _gap(name: bytes) -> bytes:
    return b"" if name in _INLINE else b"<br>"
