"""Names of people in declared values and bylines, clean; what looks like none is left out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from declutter.lexicon.languages import base_language
from declutter.metadata.labels import writers_part
from declutter.metadata.leads import EDGE, is_phrase, is_role, leads, without_lead, without_role
from declutter.metadata.name_tails import opens_with_house, without_glued_role, without_tail
from declutter.metadata.names import is_caseless, is_group, is_name, unique
from declutter.metadata.tables import words
from declutter.metadata.values import clean

MAX_NAMES = 40
"""Names taken of one page; no gold list of the dev corpora has more than 9."""
MAX_DECLARED_WORDS = 8
"""Words of a declared author, who may be an institution."""
MAX_BYLINE = 400
"""Characters of a byline that are read."""

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
_HANDLE = re.compile(r"(?:^|\s|(?<=[^\W\d_]))@\w+")
_BRACKETS = re.compile(r"[(\[{（【〔][^()\[\]{}（）【】〔〕]{0,80}[)\]}）】〔〕]")
_OPENING = "([（【〔"
_CLOSING = ")]）】〕"
_BREAK = re.compile(r"\s*(?:[;|\n•·│‖¦►▪／｜＝]|\s[-–—/]\s|\u2022)\s*")
_FIELD = re.compile(r"\s[-–—]\s|\s[|｜]\s")
_COMMA = re.compile(r"\s*[,،、，]\s*")
_INITIAL = re.compile(r"(?:\b[^\W\d_]|\b[JS]r)\.$")


class Names(NamedTuple):
    """Names found, parted into persons and desks, houses or accounts."""

    persons: tuple[str, ...]
    groups: tuple[str, ...]


def declared_names(value: str, language: str | None = None, *, inverted: bool = False) -> Names:
    """The names in a value that a page declares as author; lenient, as it is meant as a name.

    `inverted` says that "Doe, Jane" is one name, as in citation tags.
    """
    value = clean(value)
    if _URL.match(value) or value.startswith(("@", "#", "/")):
        return Names((), ())
    persons: list[str] = []
    groups: list[str] = []
    pieces = _pieces(value, language, inverted=inverted, roles=False)
    for at, piece in enumerate(pieces):
        if at and is_name(pieces[0]) and is_role(piece, language):
            continue
        if piece.casefold() in words("people", "never") or len(piece.split()) > MAX_DECLARED_WORDS:
            continue
        if not any(c.isalpha() for c in piece) or ":" in piece:
            continue
        (groups if is_group(piece) else persons).append(piece)
    return Names(unique(persons), unique(groups))


def parse_byline(text: str, language: str | None = None) -> tuple[str, ...]:
    """The persons named in a visible byline, in order; empty when none surely are.

    >>> parse_byline("By Jane Roe and John van Doe, Staff Writers | Updated 5 hours ago", "en")
    ('Jane Roe', 'John van Doe')
    """
    line = writers_part(text[:MAX_BYLINE], language)
    after = inner_lead().split(line, maxsplit=1)[-1]
    opened = without_lead(text, language) != text.strip(EDGE)
    signed = _FIELD.split(after, maxsplit=1)[0]  # behind it stands the place or the house
    found = _persons(signed, language, opened=opened)
    return found if found or signed == after else _persons(after, language, opened=opened)


def _persons(line: str, language: str | None, *, opened: bool) -> tuple[str, ...]:
    """The persons in a line; `opened` says that the words for "by" stand ahead of it."""
    found: list[str] = []
    for at, piece in enumerate(_pieces(line, language)):
        if found and any(map(str.isdigit, piece)):
            break  # behind the date stand sections and buttons
        said = _tail().split(piece, maxsplit=1)[0]
        # A piece with a role is one, but for the first after "by", which opens with a name.
        alone = (at or not opened) and is_role(said, language)
        name = said if alone else without_tail(said, language)
        if not is_name(name) or is_role(name, language) or (at and opens_with_house(name)):
            continue
        # In scripts without capitals a button looks like a name.
        if not (is_caseless(name) and is_phrase(name, language)):
            found.append(name)
    return unique(found)


def first_piece(text: str, language: str | None) -> str:
    """What a byline says behind the words for "by", up to the first mark."""
    after = inner_lead().split(text, maxsplit=1)[-1]
    return _BREAK.split(without_lead(after, language))[0]


@cache
def inner_lead() -> re.Pattern[str]:
    """The words for "by" inside a line, after a date or glued to the name."""
    listed = "|".join(sorted(words("people", "inner_leads")))
    return re.compile(rf"(?:^|(?<=[\d\s,|·•]))(?:{listed})(?:\s+|(?=[A-Z]))(?=[^\W\d_a-z])")


@cache
def _tail() -> re.Pattern[str]:
    """The words after which a byline goes on with a place or a house, or another's share in it."""
    leads_inside = "|".join(sorted(words("people", "inner_leads")))
    share = rf"(?<=[^\W\d_]{{2}})\.\s+[^\W\d_]+\s+(?:{leads_inside})\s"
    return re.compile(rf"\s+(?:{'|'.join(sorted(words('people', 'tails')))})(?:\s|$)|{share}")


def _pieces(
    text: str, language: str | None, *, inverted: bool = False, roles: bool = True
) -> list[str]:
    """A byline cut at everything that parts names, each piece without what stands around it.

    With `roles` also desks lose a role at their end ("Jane Roe Staff Writer").
    """
    # In this order, and only where there can be one: hardly any byline holds an address.
    text = _EMAIL.sub(" ", text) if "@" in text else text
    text = _URL.sub(" ", text) if "://" in text or "www." in text.lower() else text
    text = _HANDLE.sub(" ", text) if "@" in text else text
    text = _BRACKETS.sub(" ", text)
    pieces: list[str] = []
    for part in _BREAK.split(without_lead(text, language)):
        part = without_lead(part, language)
        commas = [c for c in _COMMA.split(part) if c]
        if inverted and len(commas) == 2:
            commas = [f"{commas[1]} {commas[0]}"]
        for chunk in _joined(commas):
            pieces.extend(
                _trim(
                    x
                    if is_group(x) and not roles
                    else without_role(without_glued_role(x), language)
                )
                for x in _parted(chunk)
            )
    listed = leads(base_language(language))
    return [p for p in pieces if len(p) > 1 and p.casefold() not in listed][:MAX_NAMES]


def _trim(piece: str) -> str:
    """A name without marks around it; the dot of an initial or of "Jr." stays.

    A bracket that closes a label's ("[Author: Jane Roe]") is a mark as well.
    """
    piece = " ".join(piece.split()).strip(EDGE.replace(".", "")).lstrip(".")
    if piece[-1:] in _CLOSING and not any(mark in piece for mark in _OPENING):
        piece = piece.rstrip(_CLOSING)
    return piece if _INITIAL.search(piece) else piece.rstrip(".")


def _joined(chunks: list[str]) -> list[str]:
    """Pieces between commas; "Jr." and "Inc." go back to their name, degrees go."""
    whole: list[str] = []
    for chunk in chunks:
        folded = chunk.casefold().strip()
        if whole and (
            folded in words("people", "suffixes") or folded in words("people", "companies")
        ):
            whole[-1] += f", {chunk}"
        elif folded not in words("people", "credentials"):
            whole.append(chunk)
    return whole


@cache
def _conjunction() -> re.Pattern[str]:
    """Between two names; in small letters only, as "Dan" and "A" are also names."""
    listed = sorted(words("people", "conjunctions"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:^|\s+)(?:{'|'.join(map(re.escape, listed))})\s+")


def _parted(chunk: str) -> list[str]:
    """A chunk cut at "and", unless it is one name with an "and" in it ("Roe & Sons")."""
    parts = [_trim(p) for p in _conjunction().split(chunk)]
    return parts if len(parts) == 1 or any(map(is_name, parts)) else [_trim(chunk)]
