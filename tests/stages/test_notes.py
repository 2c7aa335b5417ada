"""Author bios and disclosures, by name and cue."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.notes import Notes, Reason
from pages import PROSE, article, decided, run


@pytest.mark.parametrize(
    ("markup", "text", "role", "reason"),
    [
        (
            '<div class="author-bio">Ada Holt grew up on the islands.</div>',
            "Ada Holt grew up on the islands.",
            Role.AUTHOR_BIO,
            Reason.BIO_NAMED,
        ),
        (
            "<p>The author is a teacher on Holm.</p>",
            "The author is a teacher on Holm.",
            Role.AUTHOR_BIO,
            Reason.BIO_CUE,
        ),
        (
            '<p class="disclaimer">Prices as of May.</p>',
            "Prices as of May.",
            Role.DISCLOSURE,
            Reason.DISCLOSURE_NAMED,
        ),
        (
            "<p>If you buy one of the boats we may earn a commission.</p>",
            "If you buy one of the boats we may earn a commission.",
            Role.DISCLOSURE,
            Reason.DISCLOSURE_CUE,
        ),
    ],
)
def test_each_reason(markup: str, text: str, role: Role, reason: Reason) -> None:
    assert decided(article(after=markup), Notes()) == {text: (role, reason)}


def test_a_disclosure_says_so_wherever_the_words_stand() -> None:
    line = "Jon Vik contributed to this report."
    assert decided(article(after=f"<p>{line}</p>"), Notes())[line].reason == Reason.DISCLOSURE_CUE


def test_a_long_paragraph_that_holds_the_words_is_text() -> None:
    line = f"{' '.join(PROSE)} Sellers who may earn a commission sold the tickets at the pier."
    assert run(article(after=f"<p>{line}</p>"), Notes()) == []


@pytest.mark.parametrize(("words", "found"), [(80, 1), (81, 0)])
def test_length_of_a_note_at_its_edges(words: int, found: int) -> None:
    line = " ".join(["boats"] * words)
    assert len(run(article(after=f'<p class="disclaimer">{line}</p>'), Notes())) == found


def test_prose_about_a_writer_is_no_bio() -> None:
    line = "On Holm everybody knows that Ada is a staff writer and sails."
    assert run(article(within=f"<p>{line}</p>"), Notes()) == []


def test_a_heading_is_no_note() -> None:
    assert run(article(after='<h2 class="disclaimer">Disclaimer</h2>'), Notes()) == []


def test_names_go_before_words() -> None:
    line = "The author is on Holm, and we may earn a commission."
    page = article(after=f'<p class="disclaimer">{line}</p>')
    assert decided(page, Notes())[line].reason == Reason.DISCLOSURE_NAMED


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("When you click the bell, the ferryman comes over.", False),
        ("When you purchase a boat, look at the keel first.", False),
        ("If you purchase a boat, look at the keel first.", False),
        ("When you purchase through our links, the harbour is paid.", True),
        ("When you click on a link here, the harbour is paid.", True),
    ],
)
def test_a_purchase_alone_is_no_disclosure(line: str, noted: bool) -> None:
    assert (line in decided(article(after=f"<p>{line}</p>"), Notes())) is noted


BIO = "Ada Holt was born on an island that is none any more."


def test_what_stands_under_about_the_author() -> None:
    page = article(
        after=f"<h3>About the author</h3><p>{BIO}</p><h3>Boats</h3><p>The boats run.</p>"
    )
    given = {b.index: Role.BODY for b in page.blocks}
    found = decided(page, Notes(text=99.0), given=given)
    assert found == {BIO: (Role.AUTHOR_BIO, Reason.BIO_BELOW)}
    assert decided(page, Notes(text=-99.0), given=given) == {}


def test_what_is_no_text_anyway_is_no_bio() -> None:
    page = article(after=f"<h3>About the author</h3><p>{BIO}</p>")
    given = {b.index: Role.BOILERPLATE for b in page.blocks}
    assert decided(page, Notes(text=99.0), given=given) == {}


def test_where_a_post_appeared_first() -> None:
    line = "The post Ferry back in service appeared first on The Gazette."
    found = decided(article(after=f"<p>{line}</p>"), Notes())
    assert found[line].reason == Reason.DISCLOSURE_CUE


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Avec douze bateaux de plus, le port retrouve son été."),
        ("no", "Dette er en gammel brygge."),
        ("pt", "A inteligência artificial chegou ao porto."),
        ("it", "Il consiglio ha nominato una commissione."),
        ("sv", "Så arbetar hamnen med isen."),
        ("en", "The reporter said nothing for a while."),
    ],
)
def test_a_sentence_with_common_words_is_no_note(language: str, sentence: str) -> None:
    page = article(within=f"<p>{sentence}</p>", lang=language)
    assert sentence not in decided(page, Notes(text=99.0))
