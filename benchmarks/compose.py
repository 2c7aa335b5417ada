"""Pages put together from the articles of labelled corpora: one is the page's, others are offered.

Where each story begins is known, and the shapes are many: offered stories stand in front of the
text, amid it, behind it or beside it, one to five of them, as bare headlines, teasers or whole
texts, under a heading that says so or under none, with source, date, writer or section or without,
in elements that tell them apart or in none. Half of the pages offer what is closest to their own
subject; a quarter have a text that goes from subject to subject itself, as rankings and digests do.
`composed.py` measures on them, `calibrate_partings.py` learns from them.
"""

from __future__ import annotations

import html
import random
import re
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction.text import TfidfVectorizer

from material import LABELLED
from measure import records

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
# How much oftener than another language, because there are so many more articles.
WEIGHTS = {"en": 8, "de": 3}
COUNTRIES = {  # of fundus-dev's records, and the language of the rest of them
    **dict.fromkeys(("us", "uk", "ca", "za", "au", "ind"), "en"),
    **dict.fromkeys(("de", "at", "ch"), "de"),
    **{code: code for code in ("es", "it", "fr", "tr")},
    "cz": "cs",
    "jp": "ja",
    "se": "sv",
}
UNSPACED = frozenset({"ja"})
ARTICLE_WORDS = (120, 1500)
PROSE = 0.8  # share of an article's words that stand in lines of 15 and more
# Share of pages whose own story goes from subject to subject, as rankings and digests do.
ROUNDUPS = 0.25
TEST = 3  # every third article is for measuring alone
SAME_STORY = 0.75  # cosine from which two articles tell the same
_SITE = re.compile(r" [|–—-] (?=[^|–—-]{3,30}$)")


class Story(NamedTuple):
    title: str
    paragraphs: list[str]


class Line(NamedTuple):
    """A line of a page; an empty tag closes the element that a line without text opened."""

    tag: str
    name: str
    text: str = ""
    href: str = ""


@dataclass(frozen=True)
class Composed:
    """A page as elements and as lines, with what is gold; `shape` tells how it was made."""

    shape: dict[str, Any]
    language: str
    html: str
    lines: list[str]
    title: str
    text: str
    related: list[dict[str, str]]

    def record(self, form: str) -> dict[str, Any]:
        """A record as `measure.figures` reads them: `form` is html, lines or spaced."""
        gold = {"text": self.text, "title": self.title, "related": self.related}
        if form == "html":
            return {"html": self.html, **gold}
        return {
            "html": None,
            "flat": ("\n" if form == "lines" else "\n\n").join(self.lines),
            **gold,
        }


class Articles:
    """The articles by language, and for each those on the closest subjects."""

    def __init__(self, folder: Path, test: bool) -> None:
        self.of: dict[str, list[Story]] = {}
        for language, story in _stories(folder):
            many = language in WEIGHTS
            if not many or (zlib.crc32(story.title.encode()) % TEST == 0) == test:
                self.of.setdefault(language, []).append(story)
        self.of = {lang: found for lang, found in self.of.items() if len(found) > 2}
        self._close: dict[str, Any] = {}

    def draw(self, draw: random.Random) -> tuple[str, list[Story]]:
        """A language, and some of its articles, the page's own first."""
        languages = list(self.of)
        weights = [WEIGHTS.get(lang, 1) for lang in languages]
        language = draw.choices(languages, weights)[0]
        pool = self.of[language]
        own = draw.randrange(len(pool))
        others = [k for k in range(len(pool)) if pool[k].title != pool[own].title]
        if language in WEIGHTS and draw.random() < 0.5:
            likeness = self._likeness(language)[own]
            others = [k for k in others if likeness[k] < SAME_STORY]
            others = sorted(others, key=lambda k: -likeness[k])[:12]
        return language, [pool[own], *(pool[k] for k in draw.sample(others, min(7, len(others))))]

    def _likeness(self, language: str) -> Any:
        if language not in self._close:
            texts = [" ".join((s.title, *s.paragraphs)) for s in self.of[language]]
            found = TfidfVectorizer(min_df=2, max_df=0.3, sublinear_tf=True).fit_transform(texts)
            self._close[language] = (found @ found.T).toarray()
        return self._close[language]


def _stories(folder: Path) -> Iterator[tuple[str, Story]]:
    for corpus in LABELLED:
        for r in records(folder / f"{corpus}.jsonl.xz"):
            language = COUNTRIES.get(r.get("lang") or "us")
            if (
                language is None
                or not r["title"]
                or not r["text"]
                or r["type"] not in (None, "article")
            ):
                continue
            title = _SITE.split(" ".join(r["title"].split()))[0]
            lines = [" ".join(line.split()) for line in r["text"].split("\n")]
            story = Story(title, [line for line in lines if line and line != title])
            if _is_told(story, language):
                yield language, story


def _is_told(story: Story, language: str) -> bool:
    if language in UNSPACED:
        return len(story.paragraphs) > 3
    counts = [len(p.split()) for p in story.paragraphs]
    long = sum(n for n in counts if n >= 15)
    low, high = ARTICLE_WORDS
    told = len(counts) > 3 and low <= sum(counts) <= high and long >= PROSE * sum(counts)
    return told and max(counts) >= 25 and len(story.title.split()) > 2


def composed(folder: Path, count: int, seed: int, test: bool) -> Iterator[Composed]:
    """So many pages, the same for the same seed."""
    articles, draw = Articles(folder, test), random.Random(seed)
    for _ in range(count):
        language, stories = articles.draw(draw)
        yield _Page(draw, language, stories).made()


class _Page:
    """Writes one page."""

    def __init__(self, draw: random.Random, language: str, stories: list[Story]) -> None:
        self.draw, self.language, self.words = draw, language, WORDS[language]
        self.story, self.others = stories[0], stories[1:]
        pick = draw.choice
        roundup = draw.random() < ROUNDUPS
        if roundup:
            self._round_up(draw.choice([3, 4, 5]))
        self.shape = {
            "roundup": roundup,
            "place": pick(["behind", "behind", "amid", "before", "between", "beside"]),
            "heading": pick(["known", "known", "unknown", "none"]),
            "body": pick(["whole", "whole", "start", "teaser", "none"]),
            "label": pick(
                ["none", "source", "source and age", "age", "above", "byline", "section"]
            ),
            "count": pick([1, 2, 3, 5]),
            "markup": pick(["none", "unnamed", "named"]),
            "headings": draw.random() < 0.6,
        }
        if self.shape["place"] == "between":
            self.shape["body"] = pick(["teaser", "none"])
        if self.shape["place"] == "beside" and self.shape["body"] == "whole":
            self.shape["body"] = "teaser"
        # Which of two whole stories is the page's own, nothing else would tell.
        whole = self.shape["body"] in ("whole", "start")
        self.titled = self.shape["place"] == "before" and whole
        if self.titled:
            self.shape["heading"] = "known"
        self.titled |= draw.random() < 0.3
        self.again, self.more = draw.random() < 0.25, draw.random() < 0.3
        self.lines: list[Line] = []
        self.related: list[dict[str, str]] = []

    def _round_up(self, sections: int) -> None:
        """Make the page's own story one of many subjects, each under a heading."""
        paragraphs = self.story.paragraphs[:2]
        for story in self.others[:sections]:
            words = story.title.split()
            paragraphs.append(" ".join(words[: self.draw.choice([2, 4, 8, 20])]))
            paragraphs += story.paragraphs[: self.draw.choice([1, 1, 2, 3])]
        self.story = Story(self.story.title, paragraphs)
        self.others = self.others[sections:]

    def made(self) -> Composed:
        draw, shape = self.draw, self.shape
        site = draw.choice(self.words["sites"])
        paragraphs = self.story.paragraphs[: draw.choice([3, 6, 10, 40])]
        items = self.others[: shape["count"]]
        place, beside = shape["place"], draw.random() < 0.5
        if draw.random() < 0.7:
            self._links("nav", "menu")
        if place == "before" or (place == "beside" and beside):
            self._block(items)
        self._open("article", "story")
        self._head(site)
        self._text(paragraphs, items)
        self._close()
        parts = draw.choice([[], ["share"], ["comments"], ["newsletter"], ["app"], None])
        for name in ("share", "comments", "newsletter") if parts is None else parts:
            self._links("div", name)
        if place == "behind" or (place == "beside" and not beside):
            self._block(items)
        if parts is None:
            self._links("div", "app")
        if draw.random() < 0.8:
            self._links("footer", "footer")
        lines = [line.text for line in self.lines if line.text]
        bar = f"{self.story.title}{draw.choice([' | ', ' - '])}{site}"
        if self.titled:
            lines.insert(0, bar)
        text = "\n\n".join(paragraphs)
        return Composed(
            shape, self.language, self._html(bar), lines, self.story.title, text, self.related
        )

    def _add(self, tag: str, name: str, text: str, href: str = "") -> None:
        self.lines.append(Line(tag, name, text, href))

    def _open(self, tag: str, name: str) -> None:
        self.lines.append(Line(tag, name))

    def _close(self) -> None:
        self.lines.append(Line("", ""))

    def _links(self, tag: str, name: str) -> None:
        self._open(tag, name)
        linked = name in ("menu", "share", "footer")
        for n, text in enumerate(self.words[name]):
            self._add("a" if linked else "p", "", text, f"/{name}/{n}" if linked else "")
        self._close()

    def _head(self, site: str) -> None:
        draw, words = self.draw, self.words
        self._add("h1", "title", self.story.title)
        if draw.random() < 0.3:
            self._add("div", "title", self.story.title)
        told = draw.choice(["none", "byline", "byline and date", "source", "date"])
        if "byline" in told:
            self._add("div", "byline", words["by"] + draw.choice(words["names"]))
        if "date" in told:
            self._add("div", "date", draw.choice(words["dates"]))
        if told == "source":
            self._add("div", "meta", f"{site} • {draw.choice(words['ages'])}")

    def _text(self, paragraphs: list[str], items: list[Story]) -> None:
        place, also = self.shape["place"], self.draw.random() < 0.15
        waiting = list(items)
        for n, text in enumerate(paragraphs):
            if place == "amid" and n == max(1, len(paragraphs) // 2):
                self._block(items)
            if place == "between" and n and n % 2 == 0 and waiting:
                self._block([waiting.pop(0)])
            self._add("h2" if self._is_heading(text) and n + 1 < len(paragraphs) else "p", "", text)
            if also and n == 0:
                self._add(
                    "p",
                    "also",
                    self.words["also"] + (self.others or [self.story])[-1].title,
                    "/news/also-12345",
                )

    def _is_heading(self, text: str) -> bool:
        spaced = self.language not in UNSPACED
        return spaced and len(text.split()) < 10 and text[-1] not in '.!?…:;"”,)'

    def _block(self, items: list[Story]) -> None:
        self._open("aside" if self.shape["place"] == "beside" else "section", "related")
        heading = {"known": "headings", "unknown": "other_headings"}.get(self.shape["heading"])
        if heading:
            tag = "h2" if self.shape["headings"] else "div"
            self._add(tag, "heading", self.draw.choice(self.words[heading]))
        for story in items:
            self._item(story)
        self._close()

    def _item(self, story: Story) -> None:
        draw, words, label = self.draw, self.words, self.shape["label"]
        source, age = draw.choice(words["sites"]), draw.choice(words["ages"])
        slug = re.sub(r"\W+", "-", story.title.lower())[:60]
        url = f"/news/{slug}-{draw.randint(1000, 99999)}"
        self._open("div", "card")
        if label == "above":
            self._add("div", "meta", draw.choice([source, f"{source} · {age}", source + age]))
        if label == "section":
            self._add("div", "kicker", draw.choice(words["sections"]))
        self._add("h3" if self.shape["headings"] else "div", "headline", story.title, url)
        if self.again:
            self._add("div", "headline", story.title)
        below = {
            "source": source,
            "source and age": source + draw.choice([" ", "", " • "]) + age,
            "age": age,
            "byline": words["by"] + draw.choice(words["names"]),
        }
        if label in below:
            self._add("div", "meta", below[label])
        body = self._body(story)
        for text in body:
            self._add("p", "", text)
        if self.more:
            self._add("a", "more", words["more"], url)
        self._close()
        self.related.append({"title": story.title, "url": url, "text": "\n\n".join(body)})

    def _body(self, story: Story) -> list[str]:
        body = self.shape["body"]
        if body == "teaser":
            cut = story.paragraphs[0][: self.draw.choice([120, 200])].rsplit(" ", 1)[0]
            return [cut + self.draw.choice(["...", "…", ""])]
        return story.paragraphs[: {"whole": 12, "start": self.draw.choice([2, 3])}.get(body, 0)]

    def _html(self, bar: str) -> str:
        """The page with the names of its elements, with others, or with hardly an element."""
        markup, bare = self.shape["markup"], self.draw.random() < 0.5
        numbers: dict[str, int] = {}

        def named(name: str) -> str:
            if markup == "none" or not name:
                return ""
            if markup == "unnamed":
                name = f"c{numbers.setdefault(name, len(numbers))}"
            return f' class="{name}"'

        out, opened = [], []
        for line in self.lines:
            if not line.text:
                if line.tag:
                    opened.append(line.tag if markup == "named" else "div")
                    piece = f"<{opened[-1]}{named(line.name)}>"
                else:
                    piece = f"</{opened.pop()}>"
                if markup != "none" or not bare:
                    out.append(piece)
                continue
            text = html.escape(line.text)
            if line.href:
                text = f'<a href="{html.escape(line.href)}">{text}</a>'
            tag = "div" if line.tag == "a" else line.tag
            out.append(f"<{tag}{named(line.name)}>{text}</{tag}>")
        head = f'<meta charset="utf-8"><title>{html.escape(bar)}</title>'
        body = "\n".join(out)
        page = f"<head>{head}</head><body>{body}</body>"
        return f'<!doctype html><html lang="{self.language}">{page}</html>'
