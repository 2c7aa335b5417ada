"""Figures of a page against its gold record: what `gate.py` averages.

A record holds `html` or `flat`, and as gold any of: text; with, without (snippets that the text
must and must not hold); title; authors; date; related (items with title and text).
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from declutter import Article, extract

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])")
_TRACKING = re.compile(r"utm_|ref=|src=|int_")
_SAME_TITLE = 0.9
_SAME_ITEM = 0.8
# Shorter texts of a related item are teasers, of which a word bag says little.
_BODY_WORDS = 12


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a corpus."""
    with lzma.open(path, "rt", encoding="utf-8", errors="surrogatepass") as lines:
        for line in lines:
            yield json.loads(line)


def words(text: str | None) -> list[str]:
    """Words in lower case; in scripts without spaces every character is one."""
    return _WORD.findall(_UNSPACED.sub(r" \1 ", (text or "").lower()))


def word_f1(found: list[str], gold: list[str]) -> float:
    """F1 of two bags of words, 0..1."""
    common = sum((Counter(found) & Counter(gold)).values())
    return 2 * common / (len(found) + len(gold)) if found or gold else 1.0


def shingles(text: list[str], size: int = 4) -> set[tuple[str, ...]]:
    """Runs of `size` words."""
    if not text:
        return set()
    return {tuple(text[i : i + size]) for i in range(max(1, len(text) - size + 1))}


def figures(record: dict[str, Any], labels: dict[str, Any] | None = None) -> dict[str, list[float]]:
    """By name each figure that the record has gold for, 0..1; `acc` has a value a snippet.

    `labels` (related, sponsored, unsure: addresses; hashed: whether they are hashes) add `links`,
    the F1 of related items by address.
    """
    source = record["flat"] if record.get("html") is None else record["html"]
    article = extract(source, url=record.get("url"))
    found: dict[str, float] = {}
    text = words(article.text)
    if record.get("text") is not None:
        gold = words(record["text"])
        found["f1"] = word_f1(text, gold)
        found["lost"] = len(shingles(gold) - shingles(text)) / max(1, len(shingles(gold)))
    right = _snippets(article.text, record.get("with"), record.get("without"))
    if record.get("title"):
        found["title"] = word_f1(words(article.title), words(record["title"])) >= _SAME_TITLE
    if record.get("authors"):
        found["authors"] = set_f1(names(article.authors), names(record["authors"]))
    if record.get("date"):
        found["date"] = str(article.date_published or "")[:10] == str(record["date"])[:10]
    if record.get("related") is not None:
        found |= _related(article, record["related"], text, words(record["text"]))
    if labels is not None:
        found["links"] = _links(article, labels, record.get("url"))
    listed = {key: [float(value)] for key, value in found.items()}
    return listed | ({"acc": right} if right else {})


def set_f1(found: set[str], gold: set[str]) -> float:
    """F1 of two sets, 0..1."""
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0


def names(listed: str | Iterable[str]) -> set[str]:
    """Names one by one, lower case, without punctuation."""
    parts = [listed] if isinstance(listed, str) else listed
    each = (re.split(r"[;,|]| and ", str(part)) for part in parts)
    cut = (" ".join(_WORD.findall(n.lower().removeprefix("by "))) for ns in each for n in ns)
    return {name for name in cut if name}


def _snippets(text: str, wanted: list[str] | None, unwanted: list[str] | None) -> list[float]:
    """For each snippet 1 if it was treated right, else 0."""
    flat = " ".join(text.split()).lower()
    right = [float(" ".join(s.split()).lower() in flat) for s in wanted or ()]
    return right + [float(" ".join(s.split()).lower() not in flat) for s in unwanted or ()]


def _related(
    article: Article, gold: list[dict[str, Any]], text: list[str], main: list[str]
) -> dict[str, float]:
    """`related`: F1 of items by title; `leak`: share of their bodies that stands in the text."""
    left = [words(item.title) for item in article.related]
    hits = 0
    for item in gold:
        likeness = [word_f1(title, words(item["title"])) for title in left]
        if likeness and max(likeness) >= _SAME_ITEM:
            left.pop(likeness.index(max(likeness)))
            hits += 1
    listed = len(article.related) + len(gold)
    found = {"related": 2 * hits / listed if listed else 1.0}
    bodies = [w for w in (words(item["text"]) for item in gold) if len(w) >= _BODY_WORDS]
    if bodies:
        foreign = set().union(*map(shingles, bodies)) - shingles(main)
        found["leak"] = len(foreign & shingles(text)) / max(1, len(foreign))
    return found


def _links(article: Article, labels: dict[str, Any], base: str | None) -> float:
    got = {_address(item.url, base) for item in article.related} - {""}
    if labels["hashed"]:
        got = {hashlib.sha1(a.encode()).hexdigest()[:12] for a in got}
    return set_f1(got - set(labels["unsure"]), {*labels["related"], *labels["sponsored"]})


def _address(href: str | None, base: str | None) -> str:
    """Host without www, path, and the query unless it only tracks; "" for what is no page."""
    try:
        parts = urlsplit(urljoin(base or "http://page.invalid/", (href or "").strip()))
    except ValueError:
        return ""
    if not href or parts.scheme not in ("http", "https"):
        return ""
    query = f"?{parts.query}" if parts.query and not _TRACKING.search(parts.query) else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"
