"""The page's own story, scored again with the lines of the other stories taken out.

A page that holds several stories has several runs of text, and what stands between the paragraphs
of one is not its surroundings; nor is a box of headlines amid the text. Once the others are told
apart, the rest is read as a page.
"""

from __future__ import annotations

from dataclasses import replace

from declutter.document import Document
from declutter.scoring.kinds import Kinds, LineKind
from declutter.scoring.lines import Lines
from declutter.scoring.offered import Offered
from declutter.scoring.stories import Stories
from declutter.scoring.verdict import Judged


class Retold:
    """`scores[i]` for every line `i` that is left; empty where there is nothing to tell apart."""

    def __init__(self, page: Document) -> None:
        kinds, foreign, flags = page.derived(Kinds).of, _foreign(page), _flags_amid(page)
        self.scores: dict[int, float] = {}
        if not flags and not any(kinds[i] in (LineKind.PROSE, LineKind.ALSO) for i in foreign):
            return
        foreign |= flags
        own = [b for b in page.blocks if b.index not in foreign]
        blocks = tuple(b._replace(index=i) for i, b in enumerate(own))
        said = page.derived(Lines).said
        lines = Lines(replace(page, blocks=blocks), [said[b.index] for b in own])
        scores = Judged(lines.page, lines).scores
        self.scores = {b.index: s for b, s in zip(own, scores, strict=True)}


def _foreign(page: Document) -> set[int]:
    """The lines of other stories, and all above the headline where source or date confirm it."""
    stories = page.derived(Stories)
    kinds = page.derived(Kinds).of
    lines: set[int] = set()
    for story in stories.next:
        lines.update(range(story.first, story.end), story.body)
    for items in page.derived(Offered).sections.values():
        for item in items:
            lines.update((item.title, *item.metas, *item.body))
    for i, kind in enumerate(kinds[:-1]):
        if kind is LineKind.ALSO:
            lines.update((i, i + 1))
    main = stories.main
    if main is not None and main.metas:
        lines.update(range(main.first))
    return lines


def _flags_amid(page: Document) -> set[int]:
    """The flags amid the page's own text: it goes on right behind their items."""
    stories, kinds = page.derived(Stories), page.derived(Kinds).of
    flags: set[int] = set()
    for flag, items in page.derived(Offered).sections.items():
        behind = 1 + max((max((i.title, *i.metas, *i.body)) for i in items), default=flag)
        goes_on = kinds[behind : behind + 1] == [LineKind.PROSE]
        if items and goes_on and stories.main and stories.has_text(stories.main.end, flag):
            flags.add(flag)
    return flags
