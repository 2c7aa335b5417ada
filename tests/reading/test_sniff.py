"""HTML, text, nothing, or something else: told from the content."""

from __future__ import annotations

import time

import pytest

from declutter.reading.sniff import Form, sniff

PROSE = "The ferry crosses the river every day, and the captain knows every stone of its bed. "


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
        "  \n<!-- cached --> <html lang=en><body>Hello",
        "\ufeff<html><body>Hello",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html><html><p>Hello</p></html>',
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "<p>Hello</p>",
        "<h1>Ferry</h1>\n" + PROSE * 20,
        f"<div class=x>{PROSE * 200}</div>",
        "<title>" + "word " * 50_000 + f"</title><p>{PROSE}</p>",
        f"{PROSE}<p>{PROSE}</p><p>{PROSE}</p>",
        "<my-page><p>Hello there</p></my-page>",
        f"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200\r\n\r\n<html><p>{PROSE}</p></html>",
    ],
)
def test_html(source: str) -> None:
    assert sniff(source).form is Form.HTML
    assert sniff(source.encode()).form is Form.HTML


@pytest.mark.parametrize(
    "source",
    [
        PROSE,
        f"{PROSE} It holds that a < b and c > d, and x <y> z.",
        f"# Ferry\n\n{PROSE}\n\n- one<br>\n- two\n\n<sub>note</sub>\n\n## More\n\n{PROSE}",
        f'<p align="center"><img src="a.png"></p>\n\n# Ferry\n\n{PROSE}\n\n## Use\n\n- a\n- b\n- c',
        f"{PROSE} Write to <anna@example.org> or see <https://example.org/a>.",
        f"{PROSE * 20} The <p> tag opens a paragraph. {PROSE * 20}",
        "def f(a, b):\n    return a < b\n",
        "id,name\n1,anna\n2,carl\n",
        "[1] A note that begins with a bracket.",
        "{sic} A text that begins with a brace.",
        f"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n{PROSE}",
        "<" * 5000,
    ],
)
def test_text(source: str) -> None:
    assert sniff(source).form is Form.TEXT
    assert sniff(source.encode()).form is Form.TEXT


def test_references_alone_are_escaped_text() -> None:
    assert sniff("Caf&eacute; &#8217;s &amp; more") == (Form.TEXT, "", True)
    assert not sniff("Q&A; and R&D").escaped


@pytest.mark.parametrize("source", ["", " \n\t", "\ufeff", "\u200b \u2060"])
def test_empty(source: str) -> None:
    assert sniff(source).form is Form.EMPTY
    assert sniff(source.encode()).form is Form.EMPTY


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"GIF89a\x01", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8", "WEBP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"PK\x03\x04\x14", "ZIP"),
        (b"\0\0\0\x18ftypmp42", "MPEG-4"),
        (bytes(range(256)) * 8, "binary data"),
        (b'{"a": [1, 2, 3]}', "JSON"),
        (b'[{"a": 1}, {"b": "<p>x</p>"}]', "JSON"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "RSS"),
        (b"<rss><channel><item><description><p>x</p></description></item></channel></rss>", "RSS"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title></feed>", "Atom"),
        (b"<?xml version='1.0'?><urlset><url><loc>u</loc></url></urlset>", "sitemap"),
        (b"<?xml version='1.0'?><orders><order n='1'/></orders>", "XML"),
    ],
)
def test_unsupported(source: bytes, what: str) -> None:
    assert sniff(source) == (Form.UNSUPPORTED, what, False)


def test_utf16_is_no_binary() -> None:
    assert sniff(f"<p>{PROSE}</p>".encode("utf-16")).form is Form.HTML
    assert sniff(PROSE.encode("utf-16-le")).form is Form.TEXT


@pytest.mark.parametrize(
    "source",
    [
        "<" * 500_000,
        "<p " * 200_000,
        "<!--" * 200_000,
        "<?" * 200_000,
        " " * 1_000_000,
        "&a" * 500_000,
        "[" * 500_000,
        '{"' * 200_000,
        '{"' + "\\" * 500_000,
        "|" * 500_000,
        "-" * 500_000,
        "<!doctype " * 50_000,
        "[1" + "e" * 500_000,
    ],
)
def test_hostile_input_is_sniffed_at_once(source: str) -> None:
    start = time.process_time()
    sniff(source)
    assert time.process_time() - start < 1.0  # linear work takes hundredths
