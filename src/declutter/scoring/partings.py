"""Whether a page goes on with another story at a paragraph: traits of the place, and points.

Three things are weighed: whether the page's own story gives way to another (`opening`), whether
that gives way to a third (`another`), and whether the page's own goes on (`resuming`).
`benchmarks/calibrate_partings.py` weighs the traits on pages that are put together from articles,
so that it is known where each begins, and on real pages, whose own text must stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from declutter.document import Document, Kind
from declutter.lexicon import words_in
from declutter.roles import KNOWN_CHROME, RELATED_ROLES, Role
from declutter.scoring.card import points
from declutter.scoring.passages import Gap, Passages, Spoken, Strand

CARD = "partings"
OPENING, ANOTHER, RESUMING = "opening", "another", "resuming"

# Buckets: shares of words that were said before, words of what is compared, sizes of vocabularies.
_SHARES = (0.02, 0.05, 0.08, 0.11, 0.14, 0.17, 0.2, 0.23, 0.26, 0.3, 0.35, 0.4, 0.5)
_SAID = (8, 16, 32, 64)
_NAMED = (0.01, 0.1, 0.2, 0.3, 0.45, 0.6)
_VOCABULARY = (20, 40, 80, 160, 320, 640)
_STORY_WORDS = (20, 40, 80, 160, 320)
_LEFT = (0.1, 0.25, 0.5, 1, 2, 4)
_HEAD_WORDS = (3, 4, 5, 6, 8, 10, 14, 18)
_CAPITALS = (0.2, 0.4, 0.6, 0.8, 0.99)
_SHORT_STORY = (40, 160)
# Lines above and below a headline that are looked at.
_ABOVE, _BELOW = 4, 5
_MOST = 8  # words that one story has and the other has not, beyond which more tell nothing
_LINKED = 0.9


def weigh(table: str, traits: Iterable[str]) -> float:
    """Log-odds that a place with these traits parts two stories, by a table of the card."""
    worth = points(CARD)[table]
    return worth["any"] + sum(worth.get(t, 0.0) for t in traits)


def opening(p: Passages, n: int, own: Strand, kept: int, flagged: bool) -> list[str]:
    """Traits of paragraph `n` and its headline, behind `kept` headlines of the page's own story;
    `flagged` tells whether other stories were announced so far."""
    gap = p.gaps[n]
    found = [*_headed(p, n, own, own), f"flagged {flagged}", f"kept {min(kept, 4)}"]
    found += _place(p.page, gap, own.first)
    return found


def another(p: Passages, n: int, own: Strand, story: Strand) -> list[str]:
    """Traits of paragraph `n` and its headline amid another story."""
    found = _headed(p, n, own, story)
    found += _said("before", p.run(n), story)
    found += _place(p.page, p.gaps[n], story.first)
    return found


def resuming(p: Passages, n: int, own: Strand, story: Strand) -> list[str]:
    """Traits of paragraph `n`, behind another story, as one of the page's own."""
    gap, run = p.gaps[n], p.run(n)
    found = [f"headed {gap.head is not None}", f"after {min(story.passages, 5)}"]
    found += _said("own", run, own)
    found += _said("story", run, story)
    # What the paragraphs say is few words, what a story said may be very many.
    mine, other = run.words & own.words, run.words & story.words
    found.append(f"words {min(len(mine - other), _MOST)} {min(len(other - mine), _MOST)}")
    found.append(f"more words {max(-_MOST, min(_MOST, len(mine) - len(other)))}")
    mine, other = run.names & own.names, run.names & story.names
    found.append(f"names {min(len(mine - other), 4)} {min(len(other - mine), 4)}")
    mine, other = (run.words & own.told) - story.words, (run.words & story.told) - own.words
    found.append(f"told {min(len(mine), 3)} {min(len(other), 3)}")
    mine, other = (run.words & own.again) - story.words, (run.words & story.again) - own.words
    found.append(f"again {min(len(mine), 5)} {min(len(other), 5)}")
    kinds = [p.kind(i) for i in gap.between]
    found += [f"between {kind} {min(kinds.count(kind), 3)}" for kind in sorted(set(kinds))]
    if not kinds:
        found.append("between nothing")
    found.append(f"chrome {min(p.count(gap, KNOWN_CHROME), 3)}")
    found.append(f"lower case {p.page.blocks[gap.passage].text[0].islower()}")
    found.append(f"offered {p.roles[gap.passage] is Role.RELATED_BODY}")
    if p.page.has_markup:
        with_own = _share_parent(p.page, own.first, gap.passage)
        with_story = _share_parent(p.page, story.first, gap.passage)
        found += [f"parent own {with_own}", f"parent story {with_story}"]
        found.append(f"parents {with_own} {with_story}")
    return found


def _headed(p: Passages, n: int, own: Strand, before: Strand) -> list[str]:
    """What the headline of paragraph `n` looks like, what is around it, what it is taken up by."""
    gap = p.gaps[n]
    head = gap.head
    if head is None:
        raise ValueError(f"paragraph {n} has no headline")
    run = p.run(n)
    found = _looks(p, head)
    found += _around(p, gap, head)
    told = p.spoken(head)
    size = min(len(told.words), 6)
    begun = frozenset().union(*(p.spoken(i).words for i in p.at[n : n + 3]))
    found.append(f"taken up {min(len(told.words & begun), 4)} of {size}")
    found.append(f"of the story {min(len(told.words & own.words), 3)} of {size}")
    names = min(len(told.names & own.names), 2)
    found.append(f"names of the story {names} of {min(len(told.names), 3)}")
    found += _said("own", run, own)
    found.append(f"told {min(len(run.words & own.told), 3)} of {min(len(own.told), 6)}")
    known = bisect_right(_SAID, len(own.again))
    found.append(f"said again {min(len(run.words & own.again), 6)} of {known}")
    alike = p.alike(gap)
    found.append("alone" if alike is None else f"alike {min(alike, 3)}")
    first = p.spoken(gap.passage).names
    found.append(f"new names {min(len(first - own.names), 5)} {min(len(first & own.names), 3)}")
    found.append(f"story words {bisect_right(_STORY_WORDS, own.size)}")
    left = bisect_right(_LEFT, p.left(n) / max(1, own.size))
    found.append(f"left {left} {bisect_right(_SHORT_STORY, own.size)}")
    return found


def _looks(p: Passages, head: int) -> list[str]:
    block, role = p.page.blocks[head], p.roles[head]
    heading, linked = block.kind is Kind.HEADING, block.link_density >= _LINKED
    drawn = "elements" if p.page.has_markup else "lines"
    told = "offer" if role in RELATED_ROLES else str(role)
    found = [f"head {told} {drawn}", f"heading {heading} linked {linked} {drawn}"]
    found.append(f"head words {bisect_right(_HEAD_WORDS, block.words)}")
    words = [w for w in words_in(block.text) if w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in words) / max(1, len(words))
    found.append(f"capitals {bisect_right(_CAPITALS, capitals)}")
    end = block.text[-1]
    found.append(f"ends {end if end in '?!:.' else ''}")
    found.append(f"colon {': ' in block.text} number {block.text[0].isdigit()}")
    found.append(f"numbered {min(p.numbered, 3) if block.text[0].isdigit() else 0}")
    return found


def _around(p: Passages, gap: Gap, head: int) -> list[str]:
    """The lines above and below a headline, up to the paragraphs."""
    normal = p.normal[head]
    again = sum(p.normal[i] == normal for i in gap.between) - 1
    found = [f"again {min(again, 2)}"]
    above = [str(p.kind(i)) for i in gap.between if i < head and p.normal[i] != normal][-_ABOVE:]
    lines = [i for i in gap.between if i > head and p.normal[i] != normal][:_BELOW]
    below = ["byline" if p.is_signed(i) else str(p.kind(i)) for i in lines]
    for name, kinds in (("above", above), ("below", below)):
        found += [f"{name} {kind} {min(kinds.count(kind), 3)}" for kind in sorted(set(kinds))]
    found.append(f"last above {above[-1] if above else 'nothing'}")
    found.append(f"first below {below[0] if below else 'nothing'}")
    found.append(f"chrome {min(p.count(gap, KNOWN_CHROME), 4)}")
    return found


def _said(name: str, run: Spoken, strand: Strand) -> list[str]:
    """How much of what paragraphs speak of a story spoke of before."""
    if not run.words:
        return [f"{name} says nothing"]
    share = bisect_right(_SHARES, len(run.words & strand.words) / len(run.words))
    found = [f"{name} {share} of {bisect_right(_VOCABULARY, len(strand.words))}"]
    found.append(f"{name} {share} in {bisect_right(_SAID, len(run.words))}")
    if run.names:
        known = len(run.names & strand.names)
        share = bisect_right(_NAMED, known / len(run.names))
        found.append(f"{name} names {share} of {min(len(run.names) // 2, 4)}")
        found.append(f"{name} named {min(known, 6)}")
    else:
        found.append(f"{name} no names")
    return found


def _place(page: Document, gap: Gap, first: int) -> list[str]:
    """How a paragraph's elements lie to those of the first paragraph of the story before."""
    if not page.has_markup:
        return []
    around = {c.index for c in page.ancestors(page.blocks[first].container)}
    inner = page.ancestors(page.blocks[gap.passage].container)
    own = [c for c in inner if c.index not in around and c.tag != "p"]
    headed = gap.head is not None and any(c.first <= gap.head < c.last for c in own)
    alike = any(page.has_siblings(c) for c in own)
    found = [f"apart {min(len(own), 4)}", f"apart with its head {headed}"]
    found.append(f"one of its shape {alike}")
    found.append(f"same parent {_share_parent(page, first, gap.passage)}")
    found.append(f"entry {any(c.tag == 'li' for c in own)}")
    return found


def _share_parent(page: Document, a: int, b: int) -> bool:
    one, other = (page.containers[page.blocks[i].container] for i in (a, b))
    return one.parent == other.parent
