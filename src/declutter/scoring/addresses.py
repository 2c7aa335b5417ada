"""The addresses a page links to: read once, and what their parts tell.

Two links lead to the same page where host (without www), path and query agree; a query that only
tracks is left out. No address is fetched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from declutter.document import Document
from declutter.lexicon.load import read_tables

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_TRACKING = re.compile(r"(?:utm_|ref=|src=|int_)")
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"/(?:19|20)\d\d[/-]\d\d?(?:[/-]|$)|(?:19|20)\d{6}|(?:19|20)\d\d-\d\d-\d\d")
_NUMBER = re.compile(r"\d{4,}")
_ID = re.compile(r"(?:^|&)(?:p|\w*id)=\d+(?:&|$)", re.IGNORECASE)
# Links that `urljoin` leaves as they are.
_ABSOLUTE = re.compile(r"https?://[a-z0-9.-]+(?:/[\w.~%/+-]*)?(?:\?[\w=&%.+-]+)?", re.ASCII)
_SECOND_LEVEL = 3  # "co" in "site.co.uk": a part before the last of at most so many letters

# A section, topic or writer is named at the end of a path: the word and at most two more segments.
_LISTED = 3


class Address(NamedTuple):
    """An absolute address in parts. `key` is equal for links to the same page."""

    key: str
    site: str
    segments: tuple[str, ...]
    query: str

    @property
    def slug(self) -> tuple[str, ...]:
        """Words of the segment (of the last two) that has most, lower case."""
        segments = self.segments
        if not segments:
            return ()
        last = _words(segments[-1])
        before = _words(segments[-2]) if len(segments) > 1 else ()
        return before if len(before) >= len(last) else last

    @property
    def path(self) -> str:
        """The path with a leading slash."""
        return "/" + "/".join(self.segments)

    @property
    def is_dated(self) -> bool:
        """Whether the path holds a date."""
        return _DATE.search(self.path) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether the path holds a number of four digits or more; without a path, the query."""
        if not self.segments:
            return names_an_id(self.query)
        return _NUMBER.search(self.path) is not None


@lru_cache(maxsize=8192)
def _words(segment: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(segment.lower().rsplit(".", 1)[0]))


@lru_cache(maxsize=8192)
def _host(authority: str) -> str:
    """The host of an authority ("user@www.host:80"), lower case and without www."""
    return authority.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")


@lru_cache(maxsize=8192)
def _site(host: str) -> str:
    parts = host.split(".")
    if len(parts) > 2 and len(parts[-2]) <= _SECOND_LEVEL and len(parts[-1]) == 2:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


@lru_cache(maxsize=1)
def _segments() -> dict[str, frozenset[str]]:
    tables = read_tables("addresses.toml")
    found = {k: frozenset(v.split()) for k, v in tables["segments"].items()}
    return found | {"social": frozenset(tables["hosts"]["social"].split())}


def names_an_id(query: str) -> bool:
    """Whether a query tells by number which page is meant ("p=811", "id=4", "newsid=17")."""
    return bool(query) and _ID.search(query) is not None


def is_listing(address: Address) -> bool:
    """Whether a segment says that the page lists others (a section, a topic, a writer)."""
    return _names(address.segments[-_LISTED:], "listing") and not address.is_dated


def is_service(address: Address) -> bool:
    """Whether a segment says that the page serves the site or sells something."""
    return _names(address.segments, "service")


def is_social(address: Address) -> bool:
    """Whether the address lies on a site for sharing and following."""
    return address.site in _segments()["social"]


def _names(segments: tuple[str, ...], table: str) -> bool:
    known = _segments()[table]
    return not known.isdisjoint(map(_name, segments))


@lru_cache(maxsize=8192)
def _name(segment: str) -> str:
    return segment.lower().rsplit(".", 1)[0]


class Addresses:
    """Reads the links of one page. `own` are the keys of the page itself."""

    def __init__(self, page: Document) -> None:
        self.base = _join(next(iter(page.addresses), ""), page.base_url or "")
        self._frame = urlsplit("//" if not self.base else _safe(self.base))
        self._host = (self._frame.hostname or "").removeprefix("www.")
        self._known: dict[str, Address | None] = {}
        mine = [self.read(u) for u in page.addresses]
        self.page = next((a for a in mine if a is not None and a.segments), None)
        self.own = frozenset(a.key for a in mine if a is not None)

    def read(self, href: str) -> Address | None:
        """The address of a link; None where it stays on the page or leads to no page."""
        try:
            return self._known[href]
        except KeyError:
            address = self._known[href] = self._read(href.strip())
            return address

    def absolute(self, href: str) -> str:
        """The link's address, made absolute where the page's own address is known."""
        href = href.strip()
        return href if _ABSOLUTE.fullmatch(href) else _join(self.base, href)

    def _read(self, href: str) -> Address | None:
        if not href or href[0] in "#?":
            return None
        rest, _, _ = href.partition("#")
        rest, _, query = rest.partition("?")
        scheme = _SCHEME.match(rest)
        if scheme is not None:
            if scheme[0].lower() not in ("http:", "https:"):
                return None
            rest = rest[scheme.end() :]
        if rest.startswith("//"):
            host, _, path = rest[2:].partition("/")
            host = _host(host)
        elif rest.startswith("/"):
            host, path = self._host, rest
        else:
            host = self._host
            path = urlsplit(_safe(_join(self.base, rest))).path
        segments = tuple([s for s in path.split("/") if s])
        key = f"{host}/{'/'.join(segments)}"
        if query and _TRACKING.search(query):
            query = ""
        if query:
            key = f"{key}?{query}"
        return Address(key, _site(host) if host else "", segments, query)


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _safe(url: str) -> str:
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url
