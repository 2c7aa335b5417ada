"""Generators of hostile input: pages that make parsers hang, raise, or drop text without a word.

Each generator takes a scale: 1.0 is the full size, which `benchmarks/hostile.py` measures; the
tests use a small fraction of it.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

LEAD = (
    "The old harbour wall was opened again on Monday after two years of repairs, and the first "
    "fishing boats came in before noon, greeted by a small brass band and a large crowd."
)
TAIL = (
    "The council said that the lighthouse will be painted in spring, when the scaffolding comes "
    "down, and that visitors may climb its stairs on every second Sunday of the month."
)
BEFORE = f"<h1>Harbour wall opens again</h1><p>{LEAD}</p>"
AFTER = f"<p>{TAIL}</p>"


class Expect(Enum):
    """What must come of an input."""

    FULL = "the lead and the tail stand in blocks"
    TOLD = "both stand in blocks, or a warning or the status tells"
    READ = "its words stand in blocks"
    EMPTY = "status empty"
    UNSUPPORTED = "status unsupported"


@dataclass(frozen=True)
class Input:
    """A hostile input: its name, its generator by scale, and what must come of it."""

    name: str
    make: Callable[[float], str | bytes]
    expect: Expect = Expect.FULL


INPUTS: list[Input] = []


def _n(full: int, scale: float) -> int:
    return max(1, int(full * scale))


def _add(name: str, make: Callable[[float], str | bytes], expect: Expect = Expect.FULL) -> None:
    INPUTS.append(Input(name, make, expect))


def _page(middle: str) -> str:
    return f"<html><head><title>Harbour</title></head><body>{BEFORE}{middle}{AFTER}</body></html>"


def _between(name: str, middle: Callable[[float], str], expect: Expect = Expect.FULL) -> None:
    _add(name, lambda scale: _page(middle(scale)), expect)


def _repeat(name: str, unit: str, full: int, expect: Expect = Expect.FULL) -> None:
    _between(name, lambda scale: unit * _n(full, scale), expect)


# Encodings.
_ACCENTS = _page("<p>Caf\u00e9 na\u00efve \u201cquoted\u201d \u2013 d\u00e9j\u00e0 vu</p>")
_JAPANESE = (
    "<html><head><meta charset='utf-8'></head><body><p>\u6e2f\u306e\u58c1\u304c\u6708\u66dc\u65e5"
    "\u306b\u518d\u3073\u958b\u304b\u308c\u307e\u3057\u305f\u3002\u6700\u521d\u306e\u6f01\u8239"
    f"\u304c\u5165\u6e2f\u3057\u307e\u3057\u305f\u3002</p>{BEFORE}{AFTER}</body></html>"
)
_add("undeclared cp1252", lambda _: _ACCENTS.encode("cp1252"))
_add("UTF-16LE with a mark", lambda _: b"\xff\xfe" + _ACCENTS.encode("utf-16-le"))
_add("Shift-JIS declared as UTF-8", lambda _: _JAPANESE.encode("shift_jis"))
_add(
    "broken UTF-8 mid-page", lambda _: _page("<p>caf\u00e9</p>##").encode().replace(b"##", b"\xc3(")
)
_add(
    "unknown charset name",
    lambda _: b"<meta charset='x-no-such'>" + _ACCENTS.encode("cp1252"),
)
_add("str with an XML declaration", lambda _: '<?xml version="1.0" encoding="utf-16"?>' + _ACCENTS)
_between("lone surrogates", lambda scale: "<p>a\ud800b\udfff c</p>" * _n(1000, scale))
_between("NULs", lambda scale: "<p>a\0b\0\0c</p>" * _n(1000, scale))

# Depth.
_between("300 nested divs", lambda _: "<div>" * 300 + "deep" + "</div>" * 300)
_between(
    "5,000 nested divs",
    lambda scale: "<div>" * _n(5000, scale) + "deep" + "</div>" * _n(5000, scale),
)
_repeat("200k open divs", "<div>", 200_000)
_repeat("misnested formatting tags", "<b><i>x</b></i>", 6000)
_repeat("misnested blocks", "<span><div>x</span>", 6000)
_between("500 nested tables", lambda _: "<table><tr><td>" * 500 + "x" + "</td></tr></table>" * 500)
_between(
    "2,000 nested lists",
    lambda scale: "<ul><li>x" * _n(2000, scale) + "</li></ul>" * _n(2000, scale),
)

_repeat("100k embeds", "<embed src=a>", 100_000)
_add(
    "text of growing indentation",
    lambda s: f"{LEAD}\n" + "".join(f"{' ' * i}a\n" for i in range(_n(3000, s))) + TAIL,
)

# Size.
_between("12 MB text node", lambda scale: f"<p>{'word ' * _n(2_400_000, scale)}</p>", Expect.TOLD)
_between(
    "15 MB data URI",
    lambda scale: f'<img src="data:image/png;base64,{"A" * _n(15_000_000, scale)}">',
)
_repeat("50k tiny paragraphs", "<p>tiny one</p>", 50_000)
_between(
    "50k-row table",
    lambda scale: f"<table>{'<tr><td>a</td><td>b</td></tr>' * _n(50_000, scale)}</table>",
)
_repeat("100k links", "<a href='/x'>a link</a> ", 100_000)
_repeat("300k line breaks", "<br>", 300_000)
_repeat("300k broken lines", "line<br>", 300_000, Expect.TOLD)
_between(
    "50k attributes on a tag",
    lambda scale: f"<p {' '.join(f'a{i}=x' for i in range(_n(50_000, scale)))}>many</p>",
)
_between(
    "50k quoted attributes",
    lambda scale: "<p " + " ".join(f'a{i}=">"' for i in range(_n(50_000, scale))) + ">many</p>",
)
_between(
    "attributes on many tags",
    lambda scale: (f"<p {' '.join(f'a{i}' for i in range(1000))}>x</p>") * _n(2000, scale),
    Expect.TOLD,
)
_between(
    "huge colspan", lambda _: "<table><tr><td colspan=9000000000000000 rowspan=99999>a</table>"
)
_between(
    "26 MB page",
    lambda scale: f"<div class='row'><p>{LEAD}</p></div>" * _n(130_000, scale),
    Expect.TOLD,
)
_add("50 MB line", lambda scale: f"{LEAD} " * _n(300_000, scale) + TAIL, Expect.TOLD)
_add(
    "5M one-character lines",
    lambda scale: f"{LEAD}\n" + "a\n" * _n(5_000_000, scale) + TAIL,
    Expect.TOLD,
)

# Malformed.
_between("2 MB unclosed comment", lambda scale: f"<!-- {'word ' * _n(400_000, scale)}", Expect.TOLD)
_between("unclosed script", lambda scale: f"<script> {'var x; ' * _n(2000, scale)}", Expect.TOLD)
_between("unclosed title", lambda _: "<title>never closed")
_between("unclosed textarea", lambda _: "<textarea>never closed")
_between("unclosed attribute", lambda _: '<a href="never>link</a>')
_add("truncated inside a tag", lambda _: f"<body>{BEFORE}{AFTER}<p class='x")
_repeat("500k <", "<", 500_000)
_repeat("500k &a", "&a", 500_000)
_add(
    "300 concatenated documents",
    lambda scale: f"<!DOCTYPE html>{_page('')}" * _n(300, scale),
)
_add("self-closed html", lambda _: f"<html/>{BEFORE}{AFTER}")
_add("text behind the end", lambda _: f"<html><body>{BEFORE}</body></html>{AFTER}")
_between("plaintext", lambda _: "<plaintext>")


# JSON-LD.
def _json_ld(name: str, make: Callable[[float], str]) -> None:
    _between(name, lambda s: f"<script type='application/ld+json'>{make(s)}</script>")


_json_ld("JSON-LD 100k deep", lambda scale: '{"a":' * _n(100_000, scale) + "1")
_json_ld(
    "JSON-LD lists 100k deep",
    lambda scale: "[" * _n(100_000, scale) + "]" * _n(100_000, scale),
)
_json_ld("JSON-LD long integers", lambda _: f'{{"@type":"Article","wordCount":{"9" * 5000}}}')
_json_ld("JSON-LD NaN", lambda _: '{"@type":"Article","headline":NaN,"datePublished":-Infinity}')
_json_ld(
    "JSON-LD wrong types",
    lambda _: (
        '{"@type":["Article",3],"headline":{"x":[]},"author":[1,null,{"name":[{}]},[[]]],'
        '"datePublished":[{}],"image":5,"articleBody":{"a":1},"publisher":[],"@graph":"x",'
        '"keywords":{"b":2},"isAccessibleForFree":[],"mainEntityOfPage":7,"inLanguage":{}}'
    ),
)
_json_ld(
    "JSON-LD 2 MB broken", lambda scale: '{"@type":"Article","x":["' + "ab," * _n(700_000, scale)
)
_json_ld(
    "JSON-LD many nodes",
    lambda scale: (
        "[" + ",".join(['{"@type":"NewsArticle","headline":"h"}'] * _n(20_000, scale)) + "]"
    ),
)

# Food for regular expressions.
_add("doctype of slashes", lambda s: f"<!DOCTYPE html{'/' * _n(200_000, s)}>{BEFORE}{AFTER}")
_between("200k combining marks", lambda s: "<p>e" + "\u0301\u0316" * _n(100_000, s) + "</p>")


def _food(name: str, unit: str, full: int) -> None:
    _between(f"paragraph of {name}", lambda s: f"<p>{unit * _n(full, s)}</p>", Expect.TOLD)
    _add(f"line of {name}", lambda s: f"{LEAD}\n\n{unit * _n(full, s)}\n\n{TAIL}", Expect.TOLD)
    _add(
        f"title of {name}",
        lambda s: f"<title>x{unit * _n(full, s)}x</title>{BEFORE}{AFTER}",
    )


_FOOD = (
    ("spaces", " ", 1_000_000),
    ("newlines", "\n", 1_000_000),
    ("digits", "7", 1_000_000),
    ("e-mail-like", "a.b@c.", 170_000),
    ("dates", "12/12/2024 ", 90_000),
    ("commas", ",", 1_000_000),
    ("dots", ".", 1_000_000),
    ("quotes", "\u201c", 500_000),
    ("brackets", "([", 500_000),
    ("capitals", "A ", 500_000),
    ("URLs", "http://", 140_000),
    ("dashes", " - ", 300_000),
)
for _row in _FOOD:
    _food(*_row)
_add(
    "title of separators",
    lambda s: f"<title>{'a | b - c : ' * _n(20_000, s)}</title>{BEFORE}{AFTER}",
)
_repeat("byline flood", "<p>By Anna Berg and Carl Dahl, Staff Writer</p>", 20_000)
_repeat("date flood", "<p>Updated 12 March 2024, 10:15</p>", 20_000)
_repeat("heading flood", "<h2>Related</h2>", 20_000)
_repeat("card flood", "<div class=card><a href=/x><h3>A headline of words</h3></a></div>", 10_000)
_between("bullets in text", lambda s: "<pre>" + "* item\n" * _n(50_000, s) + "</pre>")
_add("text bullets", lambda s: f"{LEAD}\n\n" + "- item\n" * _n(90_000, s) + f"\n{TAIL}")
_add(
    "text stories",
    lambda s: f"{LEAD}\n\n" + "A headline of words\n3 hours ago\nText.\n" * _n(20_000, s) + TAIL,
)
_add("text paragraphs", lambda s: f"{LEAD}\n\n" + "some words\n\n" * _n(45_000, s) + TAIL)
_add(
    "meta flood",
    lambda s: "<meta property='og:title' content='x'>" * _n(50_000, s) + BEFORE + AFTER,
)
_between(
    "microdata flood", lambda s: "<div itemscope itemtype='//schema.org/Person'>" * _n(5000, s)
)

# Characters.
_repeat("control references", "<p>a&#1;b&#8;c&#xFFFE;d&#xD800;e&#0;f&#x10FFFF;</p>", 1000)
_repeat("bidi overrides", "<p>\u202eabc\u202c \u2066def\u2069</p>", 1000)
_repeat("tag characters", "<p>a\U000e0041\U000e0042b</p>", 1000)

# No pages.
_add("empty", lambda _: "", Expect.EMPTY)
_add("empty bytes", lambda _: b"", Expect.EMPTY)
_add("blank", lambda s: " \n\t" * _n(100_000, s), Expect.EMPTY)
_add("PDF", lambda s: b"%PDF-1.7\n" + bytes(range(256)) * _n(1000, s), Expect.UNSUPPORTED)
_add("JPEG", lambda s: b"\xff\xd8\xff\xe0" + bytes(range(256)) * _n(1000, s), Expect.UNSUPPORTED)
_add("gzip bomb", lambda s: gzip.compress(b"0" * _n(50_000_000, s), 1), Expect.UNSUPPORTED)
_add("JSON", lambda s: '{"a": [' + "1, " * _n(100_000, s) + "2]}", Expect.UNSUPPORTED)
_add(
    "RSS",
    lambda s: (
        "<?xml version='1.0'?><rss version='2.0'><channel>"
        + "<item><title>t</title><description>d</description></item>" * _n(5000, s)
    ),
    Expect.UNSUPPORTED,
)
_add("CSV", lambda s: "id,name,harbour\n" + "1,anna,old\n" * _n(20_000, s), Expect.READ)
_add("source code", lambda s: "def f(a, b):\n    return a < b > 3\n\n" * _n(5000, s), Expect.READ)
_add(
    "entity bomb",
    lambda _: (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>' + _page("<p>&b; &f;</p>")
    ),
)
