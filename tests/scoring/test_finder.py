"""Blocks are found by what they say and by what they are called, each once and in order."""

from __future__ import annotations

from declutter.lexicon import Concept, TokenConcept
from declutter.scoring.finder import Finder
from pages import read

PAGE = """<body>
<p class="wp-caption">A bridge.</p>
<p>It rained all day in the hills.</p>
<p class="disclosure">Share</p>
<p class="wp-caption">Another bridge.</p>
<p>Share</p>"""


def test_by_phrases() -> None:
    finder = read(PAGE).derived(Finder)
    assert finder.said(Concept.SHARE) == [2, 4]
    assert finder.said(Concept.SHARE, Concept.COMMENTS) == [2, 4]
    assert finder.said(Concept.COMMENTS) == []


def test_labels_are_nothing_but_a_phrase() -> None:
    finder = read(
        "<body><h2>About the author</h2><p>About the author of the first nine maps."
    ).derived(Finder)
    assert [(i, cue.concept) for i, cue in finder.labels(Concept.AUTHOR_BIO)] == [
        (0, Concept.AUTHOR_BIO)
    ]
    assert list(finder.labels(Concept.SHARE)) == []


def test_by_names() -> None:
    finder = read(PAGE).derived(Finder)
    assert finder.called(TokenConcept.CAPTION) == [0, 3]
    assert finder.called(TokenConcept.CAPTION, TokenConcept.DISCLOSURE) == [0, 2, 3]
    assert finder.called(TokenConcept.NEWSLETTER) == []
