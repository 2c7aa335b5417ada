"""The stories of a page that shows only lines: heads, which one is the page's, what each holds.

A story's head is a headline that stands again below itself or has a line with source and date
under it. The page is about the first story that has text of its own and is not flagged as an offer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from declutter.document import Document
from declutter.scoring.headlines import Headlines
from declutter.scoring.kinds import HEADLINE_WORDS, LABEL_WORDS, Kinds, LineKind
from declutter.scoring.lines import Lines
from declutter.scoring.verdict import Judged

# Lines that a head may take up, and labels (sources, writers) among them.
_HEAD_LINES = 12
_HEAD_LABELS = 3
# Lines above the page's headline that may date it.
_ABOVE = 2
# Words of a headline that ends like a sentence.
_SENTENCE_WORDS = 30
_NO_HEAD = frozenset(
    {LineKind.META, LineKind.FLAG, LineKind.ALSO, LineKind.STOP, LineKind.INTERFACE}
)
# Words of a headline that is known only by standing again.
_AGAIN_WORDS = 3
# Paragraphs below a list of bare headlines from which the page's own text goes on there.
_RESUMED = 3
# Words of a headline by which it can be told what it is about.
_SUBJECT_WORDS = 2


@dataclass
class Story:
    """A head at lines `first` .. `end - 1`: its titles, source and date lines, and a body.

    `again` counts how often the headline is repeated in its head. `flag` is the line that
    announces it (None for none).
    """

    first: int
    end: int
    titles: list[int]
    metas: list[int]
    labels: list[int]
    flag: int | None = None
    body: list[int] = field(default_factory=list)

    @property
    def again(self) -> int:
        """How often the headline stands again."""
        return len(self.titles) - 1

    @property
    def is_sure(self) -> bool:
        """Whether source, date or a repeated headline show that it is a head."""
        return bool(self.metas or self.again)


class Stories:
    """The heads on a page in order, the page's own one (`main`), and what follows it."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.lines = page.derived(Lines)
        self.kinds = page.derived(Kinds).of
        self.flags = self._flags()
        self.heads = list(self._heads())
        self.main = self._main()

    def head_at(self, i: int, *, flagged: bool = False) -> Story | None:
        """The head that begins at line `i`, None where none does.

        A headline of three words is one where a flag announces it and a source is named below.
        """
        normal, kinds, blocks = self.lines.normal, self.kinds, self.page.blocks
        if kinds[i] in _NO_HEAD or not _AGAIN_WORDS <= blocks[i].words <= HEADLINE_WORDS[1]:
            return None
        if kinds[i] is LineKind.PROSE and not self._is_headed(i):
            return None
        story = Story(i, i + 1, [i], [], [])
        labels: list[int] = []
        for j in range(i + 1, min(len(kinds), i + _HEAD_LINES)):
            if story.metas and self._is_dated(j):
                break  # the next headline, over a date of its own
            if normal[j] == normal[i]:
                story.titles.append(j)
            elif kinds[j] is LineKind.META:
                story.metas.append(j)
            elif (
                blocks[j].words <= LABEL_WORDS
                and len(labels) < _HEAD_LABELS
                and (kinds[j] in (LineKind.LABEL, LineKind.HEADLINE))
            ):
                labels.append(j)
                continue
            else:
                break
            story.labels += labels
            story.end, labels = j + 1, []
        if story.again:
            return story
        cues = self.lines.said[i].cues  # a writer's line is none
        short = kinds[i] is LineKind.LABEL and (cues or not (flagged and story.labels))
        return None if not story.metas or short or len(story.labels) > 1 else story

    def _is_dated(self, i: int) -> bool:
        """Whether a line that may be a headline stands right over source or date."""
        kinds = self.kinds
        return kinds[i] is LineKind.HEADLINE and kinds[i + 1 : i + 2] == [LineKind.META]

    def _flags(self) -> list[int]:
        """Lines that announce other stories: cues with a headline right below."""
        kinds, signed = self.kinds, self.page.derived(Kinds).signed
        return [
            i
            for i, kind in enumerate(kinds[:-1])
            if kind is LineKind.FLAG
            and (kinds[i + 1] is LineKind.HEADLINE or self.page.blocks[i + 1].words >= _AGAIN_WORDS)
            and kinds[i + 1] not in (LineKind.PROSE, LineKind.FLAG, LineKind.INTERFACE)
            and not signed[i + 1]
        ]

    def _heads(self) -> Iterator[Story]:
        flags = set(self.flags)
        flag: int | None = None
        headline = self.page.derived(Headlines).at
        at = -1 if headline is None else headline
        i = 0
        while i < len(self.kinds):
            if i in flags:
                flag = i
            elif self.kinds[i] in (LineKind.STOP, LineKind.INTERFACE):
                flag = None
            story = self.head_at(i, flagged=flag is not None)
            if story is None:
                i += 1
            else:
                story.flag = flag
                yield story
                if story.first <= at < story.end:
                    flag = None  # what follows the page's own headline, nothing above announces
                i = story.end

    def _is_headed(self, i: int) -> bool:
        """Whether what reads as a sentence stands as a headline does: again, or over a date."""
        below, normal = i + 1, self.lines.normal
        if below == len(self.kinds) or self.page.blocks[i].words > _SENTENCE_WORDS:
            return False
        if normal[below] == normal[i]:
            return True
        teaser = i > 0 and self.kinds[i - 1] is LineKind.HEADLINE
        return self.kinds[below] is LineKind.META and not teaser

    def _main(self) -> Story | None:
        at = self.page.derived(Headlines).at
        if at is None:
            return None
        for story in self.heads:
            # A short headline below another story's head looks like a label of that.
            if story.first <= at < story.end and at not in story.labels:
                return story
        return self.head_at(at) or Story(at, at + 1, [at], [], [])

    def is_whole(self, story: Story) -> bool:
        """Whether a head opens another story with a body, below text of the main one.

        It must show source or date; and the headline stands again, or the main head is alike.
        """
        main = self.main
        if main is None or not story.metas or not self.has_text(main.end, story.first):
            return False
        if self._says_no_more(story, main):
            return False
        named = story.again > 0 and self.kinds[story.first] is not LineKind.LABEL
        return named or self._form(story) == self._form(main)

    def _says_no_more(self, story: Story, main: Story) -> bool:
        """Whether a head only names what the page is about, as score boxes and players do."""
        named = self.lines.content(story.titles[0])
        return len(named) >= _SUBJECT_WORDS and named <= self.lines.content(main.titles[0])

    def _is_told(self, story: Story, body: list[int]) -> bool:
        """Whether a flagged story of several paragraphs takes up its headline by a word at least.

        Else the box is over, and it is the page's own text that goes on. Only asked where words can
        be compared at all: where the main story takes up its own headline.
        """
        main = self.main
        prose = [i for i in body if self.kinds[i] is LineKind.PROSE]
        named = self.lines.content(story.titles[0])
        if main is None or story.flag is None or len(prose) < 2 or len(named) < _SUBJECT_WORDS:
            return True
        comparable = self._taken_up < story.first
        return not comparable or any(not named.isdisjoint(self.lines.content(i)) for i in prose)

    @cached_property
    def _taken_up(self) -> int:
        """The first line below the main head that takes up its headline; the end if none does."""
        main, end = self.main, len(self.kinds)
        if main is None:
            return end
        own, content = self.lines.content(main.titles[0]), self.lines.content
        return next((i for i in range(main.end, end) if not own.isdisjoint(content(i))), end)

    def _form(self, story: Story) -> tuple[bool, int, str]:
        """What a head is made of; stories that a page shows alike have one form."""
        metas = [self.page.derived(Kinds).skeleton(self.page.blocks[i].text) for i in story.metas]
        return story.again > 0, len(story.labels), metas[0] if metas else ""

    def has_text(self, start: int, end: int) -> bool:
        """Whether a paragraph that scores as text stands in lines start .. end - 1."""
        return self._text_sums[end] > self._text_sums[start] if start < end else False

    @cached_property
    def _text_sums(self) -> list[int]:
        """Running total of the paragraphs that score as text."""
        scores = self.page.derived(Judged).scores
        text = (k is LineKind.PROSE and s > 0 for k, s in zip(self.kinds, scores, strict=True))
        return list(accumulate(text, initial=0))

    @cached_property
    def next(self) -> list[Story]:
        """The stories below the main one, with their bodies; flagged ones may have none."""
        main = self.main
        if main is None:
            return []
        below = [s for s in self.heads if s.first >= main.end]
        found = [s for s in below if self.is_whole(s) or (s.metas and s.flag is not None)]
        ends = {s.first for s in found}
        many = self._many(found)
        for story in found:
            if not self.own_dates.isdisjoint(story.metas):
                story.metas = []
                continue
            body = self._body(story, ends)
            if not self._is_told(story, body):
                continue
            whole = self.is_whole(story) or story.first in many
            story.body = body if whole else self._teaser(body, ends)
        self._end_alike(found)
        return found

    @cached_property
    def own_dates(self) -> frozenset[int]:
        """The only dated line between the page's headline and its text, else the one right above
        the headline: entries of others there have no claim to it."""
        main, end = self.main, len(self.kinds)
        if main is None:
            return frozenset()
        text = next((i for i in range(main.end, end) if self.has_text(i, i + 1)), end)
        dated = [i for i in range(main.first, text) if self._tells_day(i)]
        if not dated:
            dated = [
                i for i in range(max(0, main.first - _ABOVE), main.first) if self._tells_day(i)
            ]
        return frozenset(dated if len(dated) == 1 and text < end else ())

    def _tells_day(self, i: int) -> bool:
        """Whether a line is a date or a source with one."""
        return self.kinds[i] is LineKind.META and any(map(str.isdigit, self.page.blocks[i].text))

    def _end_alike(self, stories: list[Story]) -> None:
        """Where every other story is one paragraph, the last one is: what follows is the page's.
        Several paragraphs are it, too, below the last of the bare headlines under one flag."""
        others = stories[:-1]
        if others and all(len(s.body) == 1 for s in others):
            stories[-1].body = stories[-1].body[:1]
        flagged: dict[int, list[Story]] = {}
        for story in stories:
            if story.flag is not None:
                flagged.setdefault(story.flag, []).append(story)
        for *others, last in flagged.values():
            told = sum(self.kinds[i] is LineKind.PROSE for i in last.body)
            if told >= _RESUMED and others and not any(s.body for s in others):
                last.body = []

    def _many(self, stories: list[Story]) -> set[int]:
        """Where heads of one form begin that one flag below text of the main story announces,
        each with another headline."""
        alike: dict[tuple[int, tuple[bool, int, str]], list[int]] = {}
        for s in stories:
            if s.flag is not None and self.main and self.has_text(self.main.end, s.first):
                alike.setdefault((s.flag, self._form(s)), []).append(s.first)
        normal = self.lines.normal
        many = (heads for heads in alike.values() if len(heads) > 1)
        return {i for heads in many if len({normal[i] for i in heads}) == len(heads) for i in heads}

    def _teaser(self, body: list[int], ends: set[int]) -> list[int]:
        """One paragraph, where another story, a flag or a stop follows on it."""
        if len(body) != 1:
            return []
        below = body[0] + 1
        closed = below == len(self.kinds) or below in ends or below in self.flag_set
        return body if closed or self.kinds[below] is LineKind.STOP else []

    def _body(self, story: Story, ends: set[int]) -> list[int]:
        """Lines from a head to the next story, flag or stop, up to the last that reads as text.

        A label that stands on the page again ("Share Save") is no end of a text.
        """
        scores = self.page.derived(Judged).scores
        body: list[int] = []
        last = 0
        for i in range(story.end, len(self.kinds)):
            kind = self.kinds[i]
            if i in ends or i in self.flag_set or (kind is LineKind.STOP and body):
                break
            if kind in (LineKind.INTERFACE, LineKind.STOP, LineKind.ALSO):
                continue
            body.append(i)
            once = self.lines.times[self.lines.normal[i]] == 1
            if kind is LineKind.PROSE or (once and scores[i] > 0):
                last = len(body)
        return body[:last]

    @cached_property
    def flag_set(self) -> frozenset[int]:
        """The lines that announce other stories."""
        return frozenset(self.flags)
