"""Whole pages, in HTML and flattened: what a reader would take from each of them.

A fixture is a folder with page.html, page.txt and expected.json, which was written by hand and is
never made by the code under test. Each expectation is a test of its own in both forms. What is
known to fail stands in fixtures/known_failures.toml and must fail.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import lxml.html
import pytest
from lxml import etree

from declutter.api import extract
from declutter.model import Article

FOLDER = Path(__file__).parent / "fixtures"
FORMS = {"html": "page.html", "text": "page.txt"}


class Check(NamedTuple):
    """One expectation: its name within the fixture, what kind it is, and the value wanted."""

    fixture: str
    form: str
    name: str
    kind: str
    want: Any

    @property
    def key(self) -> tuple[str, str, str]:
        """What a known failure names."""
        return self.fixture, self.form, self.name


def squash(text: str | None) -> str:
    return " ".join((text or "").split())


@cache
def page(fixture: str, form: str) -> str:
    return (FOLDER / fixture / FORMS[form]).read_text(encoding="utf-8")


@cache
def article(fixture: str, form: str) -> Article:
    return extract(page(fixture, form))


def checks_of(fixture: str, form: str) -> Iterator[Check]:
    expected = json.loads((FOLDER / fixture / "expected.json").read_text(encoding="utf-8"))
    # What only one form shows: indentation in HTML, the flattener's image alts in text.
    own = {form: expected.pop(form, {}) for form in FORMS}[form]

    def check(name: str, kind: str, want: Any) -> Check:
        return Check(fixture, form, name, kind, want)

    related = expected.pop("related", None)
    if related is not None:
        yield check("related", "related", [r["title"] for r in related])
    for n, item in enumerate(related or ()):
        for field in ("site_name", "date_published_raw", "text_starts", "text_ends", "url"):
            if field in item and (field != "url" or form == "html"):
                yield check(f"related {n} {field}", f"related_{field}", (n, item[field]))
    for field, want in [*expected.items(), *own.items()]:
        if field in ("text_contains", "text_not_contains", "chrome", "lines"):
            yield from (check(f"{field}: {w[:40]}", field, w) for w in want)
        else:
            yield check(field, field, want)
    yield check("title not repeated", "not_a_line", expected["title"])
    for n, item in enumerate(related or ()):
        yield check(f"related {n} not in text", "text_not_contains", item["title"])
        if "text_ends" in item:
            yield check(f"related {n} body not in text", "text_not_contains", item["text_ends"])
    yield check("every word stands in a block", "accounted", None)


def field_is(name: str) -> Callable[[Article, Any], None]:
    def holds(a: Article, want: Any) -> None:
        got = getattr(a, name)
        assert (list(got) if isinstance(got, tuple) else squash(got)) == want

    return holds


def related_is(name: str) -> Callable[[Article, Any], None]:
    def holds(a: Article, want: tuple[int, str]) -> None:
        n, value = want
        assert squash(getattr(a.related[n], name)) == value

    return holds


def text_starts(a: Article, want: str) -> None:
    assert squash(a.text).startswith(want)


def text_ends(a: Article, want: str) -> None:
    assert squash(a.text).endswith(want)


def text_contains(a: Article, want: str) -> None:
    assert squash(want) in squash(a.text)


def text_not_contains(a: Article, want: str) -> None:
    assert a.text
    assert squash(want) not in squash(a.text)


def lines(a: Article, want: str) -> None:
    assert want in a.text.split("\n")


def not_a_line(a: Article, want: str) -> None:
    assert a.text
    assert want not in {squash(line) for line in a.text.split("\n")}


def section_headings(a: Article, want: list[str]) -> None:
    assert a.text
    assert [s.heading for s in a.sections if s.heading] == want


def chrome(a: Article, want: str) -> None:
    assert want in " | ".join(squash(c.text) for c in a.chrome)


def related(a: Article, want: list[str]) -> None:
    assert [squash(r.title) for r in a.related] == want


def related_text_starts(a: Article, want: tuple[int, str]) -> None:
    assert squash(a.related[want[0]].text).startswith(want[1])


def related_text_ends(a: Article, want: tuple[int, str]) -> None:
    assert squash(a.related[want[0]].text).endswith(want[1])


def related_url(a: Article, want: tuple[int, str]) -> None:
    url = urlsplit(a.related[want[0]].url or "")
    address = url.path + (f"?{url.query}" if url.query else "")
    assert address.endswith(want[1])


def comments(a: Article, want: list[str]) -> None:
    """Who wrote it and when may stand with a comment; no comment may be made up."""
    got = "\n".join(squash(c) for c in a.comments)
    assert [c for c in want if c not in got] == []
    assert bool(a.comments) == bool(want)


CHECKS: dict[str, Callable[[Article, Any], None]] = {
    **{f: field_is(f) for f in ("title", "subtitle", "site_name", "date_published_raw", "authors")},
    **{f"related_{f}": related_is(f) for f in ("site_name", "date_published_raw")},
    "text_starts": text_starts,
    "text_ends": text_ends,
    "text_contains": text_contains,
    "text_not_contains": text_not_contains,
    "lines": lines,
    "not_a_line": not_a_line,
    "section_headings": section_headings,
    "chrome": chrome,
    "related": related,
    "related_text_starts": related_text_starts,
    "related_text_ends": related_text_ends,
    "related_url": related_url,
    "comments": comments,
}

FIXTURES = sorted(p.name for p in FOLDER.iterdir() if p.is_dir())
ALL = [c for fixture in FIXTURES for form in FORMS for c in checks_of(fixture, form)]
KNOWN = {
    (k["fixture"], k["form"], k["check"]): k["reason"]
    for k in tomllib.loads((FOLDER / "known_failures.toml").read_text(encoding="utf-8"))["failure"]
}


def params() -> Iterator[Any]:
    for check in ALL:
        reason = KNOWN.get(check.key)
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(check, id=f"{check.fixture}-{check.form}-{check.name}", marks=marks)


@pytest.mark.parametrize("check", list(params()))
def test_fixture(check: Check) -> None:
    if check.kind == "accounted":
        accounted(check)
    else:
        CHECKS[check.kind](article(check.fixture, check.form), check.want)


def accounted(check: Check) -> None:
    """Every visible word of the page stands in one block, in order."""
    source = page(check.fixture, check.form)
    seen = visible(source) if check.form == "html" else source
    blocks = " ".join(b.text for b in article(check.fixture, check.form).blocks)
    assert "".join(re.findall(r"\w+", blocks)) == "".join(re.findall(r"\w+", seen))


def visible(source: str) -> str:
    """The text of the body that a browser shows; the fixtures hide nothing by style."""
    root = lxml.html.document_fromstring(source)
    etree.strip_elements(root, "head", "script", "style", "template", "noscript", with_tail=False)
    return " ".join(str(text) for text in root.itertext())


def test_known_failures_name_checks_that_exist() -> None:
    assert set(KNOWN) <= {c.key for c in ALL}


def test_names_are_unique() -> None:
    assert len({c.key for c in ALL}) == len(ALL)


@pytest.mark.parametrize("fixture", FIXTURES)
def test_expectations_are_on_the_page(fixture: str) -> None:
    """A wanted or unwanted string that the page does not hold would test nothing."""
    expected = json.loads((FOLDER / fixture / "expected.json").read_text(encoding="utf-8"))
    strings = [*expected.get("text_contains", ()), *expected.get("text_not_contains", ())]
    strings += [s for s in (expected.get("text_starts"), expected.get("text_ends")) if s]
    strings += [*expected.get("chrome", ()), *expected.get("section_headings", ())]
    strings += expected.get("text", {}).get("chrome", ())
    for item in expected.get("related", ()):
        strings += [v for k, v in item.items() if k != "url"]
    seen = squash(page(fixture, "text"))
    assert [s for s in strings if squash(s) not in seen] == []
