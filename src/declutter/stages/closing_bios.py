"""The closing line about the author.

Marks a line at the end of the article that opens with a person's name which the article does not
mention: whoever is introduced there wrote it. Apart from notes that say so in words, because no
phrase gives this line away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from declutter.document import Block, Document, Field, Kind
from declutter.lexicon import base_language, introducing, quoting, stopwords
from declutter.pipeline import Decision, Verdicts
from declutter.roles import Role
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import only_lines
from declutter.scoring.page_type import PageTypes

# Words of a name, initials among them.
_NAMES = range(2, 5)
# What has no vowel may be cut ("J.", "Dr."); another word with a stop ends a sentence ("Yes.").
_NAME = re.compile(r"[^\W\d_](?:[\w'’-]*|[^\W\d_aeiouy]{0,3}\.)")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Who is quoted is spoken of, not introduced; capitals throughout are no person's name.
_QUOTED = re.compile(r"[\"“”„«»]")


class Reason(StrEnum):
    """Why a line is about the author."""

    NEW_NAME = "introduces_a_person_at_the_end"
    SIGNED = "opens_with_who_signed_it"


@dataclass(frozen=True)
class ClosingBios:
    """Marks closing lines that introduce a person."""

    name: str = "closing_bios"
    # Words of such lines on the dev pages: 6 to 45; longer ones are paragraphs.
    words: tuple[int, int] = (5, 45)
    # The same where the line opens with the name of who signed the article.
    most_signed_words: int = 130
    # Words of a name: where nouns have capitals a single one opens many a sentence ("On Monday").
    least_names: int = 2
    # Lines behind the last paragraph in which it may stand.
    reach: int = 3
    # Paragraphs that must stand before it: the first ones introduce people, too.
    paragraphs: int = 3

    # Share of the types with running text from which a page in elements closes like an article.
    textual: float = 0.5

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        """Decide the last paragraph and the lines behind it."""
        if not only_lines(page):
            if page.blocks and page.derived(PageTypes).textual >= self.textual:
                yield from self._last(page, verdicts)
            return
        kinds, roles = page.derived(Kinds).of, verdicts.roles
        text = [b for b in page.blocks if roles[b.index] is Role.BODY]
        prose = [b.index for b in text if kinds[b.index] is LineKind.PROSE]
        if len(prose) < self.paragraphs:
            return
        last = prose[-1]
        for i in self._closing(page, kinds, last):
            names = self._introduced(page, i)
            if not names or roles[i] not in (Role.BODY, Role.BOILERPLATE):
                continue
            told = {w for b in text if b.index != i for w in _WORD.findall(b.text)}
            if not names & told:
                yield Decision(
                    i, Role.AUTHOR_BIO, self.name, Reason.NEW_NAME, " ".join(sorted(names))
                )

    def _last(self, page: Document, verdicts: Verdicts) -> Iterator[Decision]:
        """The last blocks of the text, where elements already tell what stands behind it."""
        body = Role.BODY
        text = [b for b, role in zip(page.blocks, verdicts.roles, strict=True) if role is body]
        for n in range(len(text) - 1, self.paragraphs - 1, -1):
            last, names = text[n], self._introduced(page, text[n].index)
            if last.kind is not Kind.PARAGRAPH or len(names) < self.least_names:
                return
            said = " ".join(sorted(names))
            if last.words <= self.most_signed_words and names <= _signed(page, verdicts):
                yield Decision(last.index, Role.AUTHOR_BIO, self.name, Reason.SIGNED, said)
                continue
            if self._is_new(names, last, text[:n]):
                yield Decision(last.index, Role.AUTHOR_BIO, self.name, Reason.NEW_NAME, said)
            return

    def _is_new(self, names: set[str], last: Block, text: list[Block]) -> bool:
        low, high = self.words
        if not low <= last.words <= high or _QUOTED.search(last.text):
            return False
        told = {w for b in text for w in _WORD.findall(b.text)}
        return not names & told and not any(map(str.isupper, names))

    def _closing(self, page: Document, kinds: list[LineKind], last: int) -> Iterator[int]:
        low, high = self.words
        for i in range(last, min(len(kinds), last + 1 + self.reach)):
            if kinds[i] not in (LineKind.PROSE, LineKind.HEADLINE):
                if i > last:
                    return
                continue
            block = page.blocks[i]
            if low <= block.words <= high and block.kind is Kind.PARAGRAPH:
                yield i

    def _introduced(self, page: Document, i: int) -> set[str]:
        """The words of the name that opens a line; empty where none does."""
        most = _NAMES.stop + 1  # a verb of two words may follow
        words = page.blocks[i].text.split(maxsplit=most)[:most]
        names = list(takewhile(_may_be_a_name, words[:-1]))
        if len(names) not in _NAMES or not words[len(names)][0].islower():
            return set()
        language = base_language(page.language) or "en"
        verbs = introducing(language)
        if names[0].lower() in stopwords(language) or (verbs and words[len(names)] not in verbs):
            return set()
        if not quoting(language).isdisjoint(w.strip(",:") for w in words[len(names) :][:2]):
            return set()
        return set(_WORD.findall(" ".join(names)))


def _may_be_a_name(word: str) -> bool:
    """Whether a word has a capital; scripts without any do not show a name."""
    return _NAME.fullmatch(word) is not None and word[0].isupper()


def _signed(page: Document, verdicts: Verdicts) -> frozenset[str]:
    """The words of the bylines, declared or on the page."""
    lines = list(page.declarations(Field.AUTHORS))
    byline = Role.BYLINE
    signed = zip(page.blocks, verdicts.roles, strict=True)
    lines += [b.text for b, role in signed if role is byline]
    return frozenset(w for line in lines for w in _WORD.findall(line))
