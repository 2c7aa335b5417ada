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
        kinds, foreign, amid = page.derived(Kinds).of, _foreign(page), _amid(page)
        self.scores: dict[int, float] = {}
        if not amid and not any(kinds[i] in (LineKind.PROSE, LineKind.ALSO) for i in foreign):
            return
        foreign |= amid
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


def _amid(page: Document) -> set[int]:
    """The flags amid the page's own text, with their items: it goes on right behind them."""
    stories, kinds = page.derived(Stories), page.derived(Kinds).of
    lines: set[int] = set()
    if stories.main is None:
        return lines
    for flag, items in page.derived(Offered).sections.items():
        told = [i for item in items for i in (item.title, *item.metas, *item.body)]
        behind = max(told, default=flag) + 1
        goes_on = kinds[behind : behind + 1] == [LineKind.PROSE]
        if told and goes_on and stories.has_text(stories.main.end, flag):
            lines.update((flag, *told))
    return lines
