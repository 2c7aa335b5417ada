"""What stands around a headline in a declared title: the site's name, sections, slogans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from declutter.document import UNSPACED, count_words
from declutter.metadata.tables import words

SHORTEST_PART = 2
"""Words that a title before a bar must have. Titles are not cut at a dash, which headlines use."""
SHORTEST_LABEL = 4
"""Letters of a host's label that names the site wherever it stands at the edge of a part."""
LONGEST_NAME = 6
"""Words of a part that is a site's name with more to it ("Example Forum for Rivers")."""

_WORD = re.compile(r"\w+")
# Between words of scripts without spaces these part a title as a bar does; an underscore behind one
# of their marks as well.
_UNSPACED_BAR = rf"(?<=[{UNSPACED}])[_\-－](?=[{UNSPACED}])|(?<=[{UNSPACED}！？。…）》】”])_+(?=\w)"


class Site(NamedTuple):
    """What the site is called: its names as `key`s, and the labels of its host that name it."""

    names: frozenset[str]
    labels: tuple[str, ...] = ()
    at_home: bool = False
    """Whether the page is the site's home page, whose title is the name with a slogan."""


def site(names: Iterable[str], host: str = "") -> Site:
    """The site of these names and this host (the host's labels are names, too)."""
    labels = host.removeprefix("www.").split(".")[:-1]
    found = (key(n) for n in (*names, host, *labels))
    telling = (key(x) for x in labels if x not in words("title", "plain_labels"))
    return Site(
        frozenset(filter(None, found)), tuple(x for x in telling if len(x) >= SHORTEST_LABEL)
    )


def without_site(text: str, site: Site, *, shown: bool = False) -> str:
    """A title without the site's name before or after it; "" when it is nothing but the name.

    A last part with a label of the host at its head or end is a name, too; in a title that is
    `shown` only behind a bar. On the home page a name stays before its slogan, but for a bar.

    >>> without_site("A bridge too far - again | The Example", site(["The Example"]))
    'A bridge too far - again'
    >>> without_site("A bridge too far - Example2 Forum", site([], "www.example2.org"))
    'A bridge too far'
    """
    if key(text) in site.names:
        return ""
    parts = _splitter().split(text)
    first, last = 0, len(parts)
    while last - first > 2 and _is_name(parts[last - 1], parts[last - 2], site, shown=shown):
        last -= 2
    while last - first > 2 and key(parts[first]) in site.names:
        if site.at_home and parts[first + 1].strip() not in words("title", "glued"):
            break
        first += 2
    return "".join(parts[first:last]).strip()


def _is_name(part: str, mark: str, site: Site, *, shown: bool) -> bool:
    name = key(part)
    if name in site.names:
        return True
    parting = mark.strip() in words("title", "glued") if shown else not mark.startswith(":")
    return (
        parting
        and len(part.split()) <= LONGEST_NAME
        and any(name.startswith(x) or name.endswith(x) for x in site.labels)
    )


def first_part(text: str) -> str:
    """A declared title before its first bar: behind it stand sections and slogans."""
    first = _bar().split(text, maxsplit=1)[0]
    return first if count_words(first) >= SHORTEST_PART else text


def says_home(text: str) -> bool:
    """Whether a title only tells that the page is the home page.

    >>> says_home("Home Page"), says_home("Home of the brave")
    (True, False)
    """
    return text.casefold() in words("fields", "home")


def parted(title: str) -> list[str]:
    """A title cut at its separators; every second piece is a separator."""
    return _splitter().split(title)


def key(text: str) -> str:
    """Letters and digits of a name, case-folded: "The Example" and "theexample" are one name."""
    return "".join(_WORD.findall(text.casefold())).replace("_", "")


@cache
def _bar() -> re.Pattern[str]:
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"\s*(?:{glued})\s*|{_UNSPACED_BAR}")


@cache
def _splitter() -> re.Pattern[str]:
    """Splits at separators and keeps them, blanks included."""
    spaced = "|".join(map(re.escape, sorted(words("title", "separators"), key=len, reverse=True)))
    glued = "|".join(map(re.escape, sorted(words("title", "glued"))))
    return re.compile(rf"(\s+(?:{spaced})\s+|\s*(?:{glued})\s*|{_UNSPACED_BAR}|:\s+)")
