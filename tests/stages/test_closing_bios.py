"""The closing line about the author."""

from __future__ import annotations

import pytest

from declutter.roles import Role
from declutter.stages.closing_bios import ClosingBios, Reason
from pages import PROSE, Decided, article, decided, read, read_text

BIO = "Odile K. Farthing is Head of Piers at the harbour office of Southcombe."
BODY = dict.fromkeys(range(4), Role.BODY)


def test_who_is_introduced_at_the_end_wrote_it() -> None:
    page = read_text("\n".join((*PROSE, BIO)))
    assert decided(page, ClosingBios(), given=BODY) == {BIO: (Role.AUTHOR_BIO, Reason.NEW_NAME)}


def test_whom_the_article_mentions_did_not() -> None:
    page = read_text("\n".join((f"{PROSE[0]} Odile Farthing was there.", *PROSE[1:], BIO)))
    assert decided(page, ClosingBios(), given=BODY) == {}


def test_a_line_that_opens_with_no_name_is_none() -> None:
    page = read_text("\n".join((*PROSE, "The pier of Holm is open again to all who can swim.")))
    assert decided(page, ClosingBios(), given=BODY) == {}


def test_a_short_page_introduces_people_anywhere() -> None:
    page = read_text("\n".join((PROSE[0], BIO)))
    assert decided(page, ClosingBios(), given={0: Role.BODY, 1: Role.BODY}) == {}


def closed(*lines: str, paragraphs: int = 4) -> dict[str, Decided]:
    more = "".join(f"<p>{line}</p>" for line in lines)
    page = article(after=f"<p>Nobody on the island minds the wait.</p>{more}" if more else "")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    return decided(page, ClosingBios(textual=0.0, paragraphs=paragraphs - 1), given=given)


def test_the_last_paragraph_of_a_page_with_elements() -> None:
    assert closed(BIO) == {BIO: (Role.AUTHOR_BIO, Reason.NEW_NAME)}


@pytest.mark.parametrize(
    "line",
    [
        "Two divers of the harbour office were first to see what the storm had left.",
        "Odile Farthing was first to say it: “a pier is a promise”.",
        "The HBR crew was first to see what the storm had left there.",
    ],
    ids=["no name", "a quotation", "an abbreviation"],
)
def test_what_introduces_nobody_on_a_page_with_elements(line: str) -> None:
    assert closed(line) == {}


def test_a_person_ahead_of_more_text_on_a_page_with_elements() -> None:
    assert closed(BIO, PROSE[0]) == {}


def test_a_short_page_with_elements() -> None:
    assert closed(BIO, paragraphs=6) == {}


def test_a_page_of_entries_has_no_closing_line() -> None:
    page = article(after=f"<p>{BIO}</p>")
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    assert decided(page, ClosingBios(textual=1.1), given=given) == {}


LONG = BIO + " She has sailed every boat of the line, and mended most of them, too." * 5
SAID = "Captain Farthing"


def signed(*lines: str, head: str = "", byline: str = "") -> dict[str, Decided]:
    more = "".join(f"<p>{line}</p>" for line in lines)
    page = article(before=byline, after=f"<p>{SAID} said so.</p>{more}", head=head)
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    if byline:
        given[0] = Role.BYLINE
    return decided(page, ClosingBios(textual=0.0, paragraphs=3), given=given)


DECLARED = '<meta name="author" content="Odile K. Farthing">'


@pytest.mark.parametrize(("head", "byline"), [(DECLARED, ""), ("", "<p>By Odile K. Farthing</p>")])
def test_who_signed_the_article_may_be_told_of_at_length(head: str, byline: str) -> None:
    assert signed(LONG, head=head, byline=byline) == {LONG: (Role.AUTHOR_BIO, Reason.SIGNED)}


def test_two_who_signed() -> None:
    other = "Ansel Moor writes about harbours."
    head = DECLARED + '<meta name="author" content="Ansel Moor">'
    assert set(signed(LONG, other, head=head)) == {LONG, other}


def test_who_did_not_sign() -> None:
    assert signed(LONG, head='<meta name="author" content="Ansel Moor">') == {}


def test_one_capital_is_no_name() -> None:
    assert closed("On Monday he was first to see what the storm had left there.") == {}


def closing(language: str, text: tuple[str, ...], line: str) -> list[str]:
    """The lines taken for a writer's where `line` closes a text."""
    paragraphs = "".join(f"<p>{p}</p>" for p in (*text, line))
    page = read(f'<html lang="{language}"><body><article>{paragraphs}</article>')
    given = dict.fromkeys(range(len(page.blocks)), Role.BODY)
    return list(decided(page, ClosingBios(textual=0.0, paragraphs=3), given=given))


RUSSIAN = (
    "Паром до острова снова пошёл в понедельник, через девять дней после бури.",
    "Почти все островитяне оставались дома и жили тем, что было в двух лавках.",
    "Компания обещает три рейса в день до конца месяца, на один больше обычного.",
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Жители левого берега отмечали открытие до вечера и не заметили дождя.", False),
        ("Аглая Перова пишет о реках и мостах и живёт в Заозёрске.", True),
    ],
)
def test_a_name_has_capitals_in_every_alphabet(line: str, found: bool) -> None:
    assert closing("ru", RUSSIAN, line) == ([line] if found else [])


def test_scripts_without_capitals_name_nobody() -> None:
    lines = ("عاد القارب إلى الجزيرة يوم الاثنين بعد العاصفة.",) * 3
    last = "يقول أهل القرية إنهم ينتظرون موسما جيدا بعد المطر."
    assert closing("ar", lines, last) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Meine Tochter übernimmt die Werkstatt im Frühjahr und malt schon am Schild.", False),
        ("Der Kalender zeigt die freien Tage, und dunkle Tage sind vergeben.", False),
        ("Jost Velden schreibt über Handwerk und lebt am Rand des Moores.", True),
    ],
)
def test_where_all_nouns_have_capitals_a_name_is_introduced(line: str, found: bool) -> None:
    assert closing("de-DE", PROSE, line) == ([line] if found else [])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Odile Farthing said the council would look at the fares again in spring."),
        ("fr", "Odile Farthing assure que les bateaux partiront tous les matins."),
        ("ro", "Odile Farthing a declarat că vaporul pleacă în fiecare dimineață."),
        ("cs", "Odile Farthing slíbila, že loď vypluje každé ráno až do podzimu."),
        ("no", "Odile Farthing sa at båten går hver morgen fram til høsten."),
    ],
)
def test_who_says_something_is_not_introduced(language: str, line: str) -> None:
    assert closing(language, PROSE, line) == []
    assert closing(language, PROSE, BIO) == [BIO]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Yes. Send us a photo of the boat and we will tell you what it costs.", False),
        ("Dr. Odile Farthing writes about boats and lives on the island.", True),
    ],
)
def test_a_word_that_ends_a_sentence_is_no_name(line: str, found: bool) -> None:
    assert closing("en", PROSE, line) == ([line] if found else [])
