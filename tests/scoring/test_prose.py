"""Running text with links in it is prose; links with a word between them are not."""

from __future__ import annotations

import pytest

from declutter.document import Block
from declutter.scoring.prose import is_prose, runs_on
from pages import read

TEN = "barges " * 10


def block(markup: str) -> Block:
    (only,) = read(f"<body>{markup}").blocks
    return only


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        (f"<p>{TEN} go north.</p>", True),
        ("<p>Barges go north.</p>", False),  # a label
        (f"<p>{TEN} <a href=/n>go north</a></p>", True),
        (f"<p>Read: <a href=/n>{TEN} go north</a></p>", False),
        (f"<p>Then <a href=/n>{TEN * 2}</a> all went north again.</p>", True),  # a sentence
        (f"<p>Then <a href=/n>{TEN * 2}</a> all went north again</p>", False),  # none
        ("<h2>The <a href=/l>lock</a> reopens</h2>", True),
        ("<h2>The lock reopens</h2>", False),  # no links whose place were to be told
    ],
)
def test_is_prose(markup: str, want: bool) -> None:
    assert is_prose(block(markup)) is want


def test_a_heading_does_not_run_on() -> None:
    assert not runs_on(block("<h2>The <a href=/l>lock</a> reopens</h2>"))
    assert runs_on(block(f"<p>{TEN} go north.</p>"))
