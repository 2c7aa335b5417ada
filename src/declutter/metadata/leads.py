"""Words around the names in a byline: those that open it, and those that say what a person is."""

from __future__ import annotations

from functools import lru_cache

from declutter.lexicon import LANGUAGES, Concept, lexicon_for
from declutter.lexicon.languages import base_language
from declutter.lexicon.load import phrases, read_tables
from declutter.lexicon.normal import is_unspaced
from declutter.metadata.tables import words

EDGE = " \t\u00a0,.;:|-–—/\\*·•~\"“”„«»'‘’：／｜＝、。・「」『』【】（）〔〕\u200b\u200e\u200f"
"""Marks that may stand around a name."""
_END = EDGE.replace(".", "")


def without_lead(text: str, language: str | None) -> str:
    """A byline without the "by" words that open it."""
    text = text.lstrip(EDGE).rstrip(_END)
    known = leads(base_language(language))
    for _ in range(2):
        folded = text.casefold()
        if not folded.startswith(known):
            break
        lead = next(
            (
                p
                for p in known
                if folded.startswith(p) and (glues(p) or not folded[len(p) : len(p) + 1].isalnum())
            ),
            None,
        )
        if lead is None or len(lead) >= len(text):
            break
        text = text[len(lead) :].lstrip(EDGE)
    return text


def glues(lead: str) -> bool:
    """Whether a word for "by" may stand at a name without a blank: no letter of such a script."""
    return len(lead) > 1 and is_unspaced(lead)


def is_lead(text: str, language: str | None) -> bool:
    """Whether a text is nothing but words that open a byline."""
    return text.strip(EDGE).casefold() in leads(base_language(language))


@lru_cache(maxsize=64)
def leads(language: str | None) -> tuple[str, ...]:
    """The words that open a byline in a language and English, case-folded, longest first."""
    found = {p.rstrip(":/ ") for p in listed(language, Concept.BYLINE, "start")}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


def without_role(piece: str, language: str | None) -> str:
    """A name without the role or the agency that is glued to its end ("Jane Roe Staff Writer")."""
    parts = piece.split()
    roles = _closing(base_language(language))
    least = 1 if is_unspaced(piece) else 2  # "김민수 기자"
    for size in (4, 3, 2, 1):
        # One word behind three may end the role that the third begins ("Wellness Writer").
        if size == 1 and len(parts) == 4:
            continue
        if len(parts) - size >= least and " ".join(parts[-size:]).casefold() in roles:
            return " ".join(parts[:-size]).strip(_END)
    return piece


def is_role(piece: str, language: str | None) -> bool:
    """Whether a piece says what a person is: a known role, or words of which one is a role's."""
    folded = piece.casefold()
    roles = _roles(base_language(language))
    if folded in roles or folded.rstrip("s") in roles:
        return True
    return not words("people", "role_words").isdisjoint(folded.split())


def is_phrase(text: str, language: str | None) -> bool:
    """Whether a text is a known phrase of pages: a section's name, a button, a label."""
    return lexicon_for(language).first(text, len(text.split()), frozenset(Concept)) is not None


@lru_cache(maxsize=64)
def _roles(language: str | None) -> frozenset[str]:
    return frozenset(listed(language, Concept.AUTHOR_ROLE, "whole"))


@lru_cache(maxsize=64)
def _closing(language: str | None) -> frozenset[str]:
    """What may be glued to the end of a name: roles and agencies."""
    return _roles(language) | words("people", "agencies")


def listed(language: str | None, concept: Concept, position: str) -> set[str]:
    """The case-folded phrases of a concept in a language and English; for None in all."""
    codes = dict.fromkeys((language, "en")) if language else LANGUAGES
    return {
        p.casefold()
        for code in codes
        for p in phrases(read_tables(f"cues/{code}.toml").get(concept, {}).get(position, ""))
    }
