"""Names in bylines, declared values and lines about the authors."""

from __future__ import annotations

import pytest

from declutter.metadata.bios import parse_bio
from declutter.metadata.names import is_group, is_name
from declutter.metadata.people import declared_names, parse_byline


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Jane Roe", "en", ("Jane Roe",)),
        ("2023-09-18 08:26来源：望河新闻网作者：沈若溪责任编辑：罗启文", "zh", ("沈若溪",)),
        ("来源：望河新闻网 作者：沈若溪 浏览：120", None, ("沈若溪",)),
        ("[责任编辑：罗启文]", "zh", ("罗启文",)),
        ("作者：系统管理员", "zh", ()),
        ("关注 | 沈若溪", "zh", ("沈若溪",)),
        ("发布于 2023-09-18 08:26", "zh", ()),
        ("BY JANE ROE AND JOHN DOE", "en", ("JANE ROE", "JOHN DOE")),
        ("By Jane Roe, John van Doe and Dan Poe", "en", ("Jane Roe", "John van Doe", "Dan Poe")),
        ("By Jane Roe, Staff Writer | Updated 5 hours ago", "en", ("Jane Roe",)),
        ("Jane Roe jane.roe@example.org", "en", ("Jane Roe",)),
        ("Von Jürgen Roe", "de", ("Jürgen Roe",)),
        ("Par Anne-Marie Roe et Luc Doe", "fr", ("Anne-Marie Roe", "Luc Doe")),
        ("By Jane Roe (Example Desk)", "en", ("Jane Roe",)),
        ("Jane Roe Become a fan jane.roe@example.org", "en", ("Jane Roe",)),
        ("Fact Checked", "en", ()),
        ("By Jane Roe Staff Writer", "en", ("Jane Roe",)),
        ("By Jane Roe Mar 19, 2020, 10:00am EDT", "en", ("Jane Roe",)),
        ("Jane RoeDec. 21, 2023 11:00 pm EST", "en", ("Jane Roe",)),
        ("Von Jane Roe 28. April 2023, 18:11 Uhr", "de", ("Jane Roe",)),
        ("May 6, 2024 by Jane Roe", "en", ("Jane Roe",)),
        ("ByJane Roe", "en", ("Jane Roe",)),
        ("By Jane Roe River Columnist", "en", ("Jane Roe",)),
        ("Jane RoeFounder at Example", "en", ("Jane Roe",)),
        ("Jane Roe EXAMPLE TODAY", "en", ("Jane Roe",)),
        ("Jane Roe Jane Roe", "en", ("Jane Roe",)),
        ("By Jane McRoe III", "en", ("Jane McRoe III",)),
        ("By Jane MarlowCity Columnist", "en", ("Jane Marlow",)),
        ("Por Jane Roe — Porto Alegre", "pt", ("Jane Roe",)),
        ("Water News - By Jane Roe", "en", ("Jane Roe",)),
        ("김민수 기자", "ko", ("김민수",)),
        ("Γράφει η Μαρία Δήμου", "el", ("Μαρία Δήμου",)),
        ("By Jane MacRoe Staff Writer", "en", ("Jane MacRoe",)),
        ("Jane Roe@janeroe", "en", ("Jane Roe",)),
        ("by Jane Roe | Mar 11, 2024 | River Repair, Boat Building", "en", ("Jane Roe",)),
        ("Jane Roe | Santa Rosa | 08/01/2014", "es", ("Jane Roe",)),
        ("By: Jane Roe\nEXBC Executive News Editor", "en", ("Jane Roe",)),
    ],
)
def test_byline(text: str, language: str, names: tuple[str, ...]) -> None:
    assert parse_byline(text, language) == names


@pytest.mark.parametrize(
    "text",
    [
        "Updated 5 hours ago",
        "11 min read",
        "Share this article",
        "By",
        "The River Rises",
        "River Analytics Manager",
        "Senior Contributing Writer",
    ],
)
def test_no_name_is_invented(text: str) -> None:
    assert parse_byline(text, "en") == ()


def test_declared_name_without_degrees_and_roles() -> None:
    assert declared_names("Jane Roe, MD, PhD").persons == ("Jane Roe",)
    assert declared_names("Jane Roe, Chief Example Officer").persons == ("Jane Roe",)


def test_a_name_around_brackets_has_one_blank() -> None:
    assert declared_names("Jane (Joan) Roe").persons == ("Jane Roe",)


def test_a_single_word_is_a_declared_name() -> None:
    assert declared_names("Janeroe").persons == ("Janeroe",)


@pytest.mark.parametrize("value", ["https://example.org/jane", "@jane", "admin", "12345", ""])
def test_what_is_no_name_is_dropped(value: str) -> None:
    assert declared_names(value) == ((), ())


def test_a_desk_is_a_group() -> None:
    assert declared_names("Example News Staff").groups == ("Example News Staff",)
    assert is_group("example.org")
    assert is_group("Tim Redaksi")


@pytest.mark.parametrize("name", ["dpa", "Reuters", "Europa Press", "РИА Новости", "新华社"])
def test_an_agency_has_no_person_s_name(name: str) -> None:
    assert not is_name(name)


def test_citation_names_are_turned() -> None:
    assert declared_names("Roe, Jane", inverted=True).persons == ("Jane Roe",)


def test_one_name_with_an_and_stays_whole() -> None:
    assert declared_names("Roe & Sons").persons == ("Roe & Sons",)


def test_initials_keep_their_dot() -> None:
    assert declared_names("Jane R.").persons == ("Jane R.",)


def test_names_of_a_closing_line() -> None:
    line = "Jane Roe is Fellow, Example House. John van Doe is an editor at the Example."
    assert parse_bio(line, sure=False) == ("Jane Roe", "John van Doe")


def test_a_name_below_its_portrait_is_said_once() -> None:
    assert parse_bio("Jane Roe Jane Roe is an editor at Example House.") == ("Jane Roe",)


def test_a_sentence_about_somebody_is_no_line_about_authors() -> None:
    assert parse_bio("Jane Roe is expected to win the race on Sunday.", sure=False) == ()


@pytest.mark.parametrize("name", ["Jane Roe", "Jane van der Roe", "J. R. Doe", "Tim Roe", "王小明"])
def test_shape_of_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("作者：陈小明", "zh", ("陈小明",)),
        ("文／王小明", "zh", ("王小明",)),
        ("作者｜阿杏", "zh", ("阿杏",)),
        ("作者：陈小明 来源：海港日报", "zh", ("陈小明",)),
        ("2021-06-03 14:05 来源：海港日报 作者：陈小明", "zh", ("陈小明",)),
        ("記者王小明／台北報導", "zh", ("王小明",)),
        ("Dora Quill Foto: Ben Straker", "de", ("Dora Quill",)),
        ("Autor/in: Dora Quill", "de", ("Dora Quill",)),
        ("Texte : Dora Quill Photos : Ben Straker", "fr", ("Dora Quill",)),
        ("Tekst: Dora Quill, zdjęcia: Ben Straker", "pl", ("Dora Quill",)),
        ("Haber: Dora Quill - Kamera: Ben Straker", "tr", ("Dora Quill",)),
        ("Kamera: Ben Straker", "tr", ()),
        ("By Dora Quill. Photography by Ben Straker", "en", ("Dora Quill",)),
        ("By Jane Roe Published: May 5, 2024", "en", ("Jane Roe",)),
    ],
)
def test_of_labelled_names_the_writers_stay(
    text: str, language: str, names: tuple[str, ...]
) -> None:
    assert parse_byline(text, language) == names
