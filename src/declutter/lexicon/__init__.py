"""What pages say and how they name things: literal phrases by concept and language, class tokens.

Everything is data (`declutter/data`), loaded on first use and kept; importing loads nothing.
"""

from __future__ import annotations

from declutter.lexicon.calendars import months, weekdays
from declutter.lexicon.concepts import Concept, Cue, Position, TokenConcept
from declutter.lexicon.cues import INSIDE_WORDS, Lexicon, lexicon_for
from declutter.lexicon.languages import (
    LANGUAGES,
    base_language,
    guess_language,
    introducing,
    quoting,
    stopwords,
)
from declutter.lexicon.latin import latin, spellings
from declutter.lexicon.normal import normalise, normalise_all
from declutter.lexicon.running import RunningPhrases, running_phrases, word_keys
from declutter.lexicon.times import (
    RelativeTime,
    TimeUnit,
    glued_time,
    is_relative_time,
    relative_time,
)
from declutter.lexicon.tokens import token_concepts, tokenize
from declutter.lexicon.words import words_in

__all__ = [
    "INSIDE_WORDS",
    "LANGUAGES",
    "Concept",
    "Cue",
    "Lexicon",
    "Position",
    "RelativeTime",
    "RunningPhrases",
    "TimeUnit",
    "TokenConcept",
    "base_language",
    "glued_time",
    "guess_language",
    "introducing",
    "is_relative_time",
    "latin",
    "lexicon_for",
    "months",
    "normalise",
    "normalise_all",
    "quoting",
    "relative_time",
    "running_phrases",
    "spellings",
    "stopwords",
    "token_concepts",
    "tokenize",
    "weekdays",
    "word_keys",
    "words_in",
]
