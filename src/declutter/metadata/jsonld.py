"""JSON-LD: parse what pages put into their scripts, and mend what is broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Any

_decoder = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)
_WRAPPER = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*\n|<!--|<!\[CDATA\[)|(?:-->|\]\]>|;)\s*$", re.S)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_SCALAR = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection|url|inLanguage)"'
    r'\s*:\s*"((?:[^"\\\n]|\\.){1,500})"'
)


def parse(scripts: Iterable[str], limit: int) -> list[Any]:
    """The values of all scripts, at most `limit` characters of them in all; never raises."""
    values: list[Any] = []
    for script in scripts:
        if len(script) > limit:
            continue
        limit -= len(script)
        values.extend(_values(script))
    return values


def _values(script: str) -> list[Any]:
    for attempt in (str.strip, _unwrapped, _mended):
        found = _decoded(attempt(script))
        if found:
            return found
    # What cannot be mended still shows its first plain scalars, which are the outer article's.
    scalars: dict[str, str] = {}
    for name, value in _SCALAR.findall(script[:100_000]):
        scalars.setdefault(name, value.replace('\\"', '"').replace("\\/", "/"))
    return [scalars] if "headline" in scalars or "datePublished" in scalars else []


def _decoded(text: str) -> list[Any]:
    """All JSON values that stand one after another in a text; empty when one is broken."""
    values: list[Any] = []
    at = 0
    while at < len(text):
        try:
            value, at = _decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _unwrapped(script: str) -> str:
    text = script
    for _ in range(2):
        text = _WRAPPER.sub("", text)
    return text.strip()


def _mended(script: str) -> str:
    text = _unwrapped(script)
    if "&quot;" in text:
        text = html.unescape(text)
    return _TRAILING_COMMA.sub(r"\1", _BAD_ESCAPE.sub("", text))
