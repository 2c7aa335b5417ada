"""Bytes to text: marks, declarations, wrong declarations, broken bytes."""

from __future__ import annotations

import codecs

import pytest

from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.reading.decode import decode

GERMAN = "Die Fähre fährt täglich über den Fluß, außer bei Sturm – so der Kapitän. " * 4
RUSSIAN = "Паром ходит каждый день через реку, кроме дней, когда дует сильный ветер. " * 4
JAPANESE = "渡し船は毎日、嵐の日を除いて、川を渡ります。船長はそう言いました。" * 4
GREEK = "Το πλοίο περνά το ποτάμι κάθε μέρα, εκτός όταν φυσάει δυνατός άνεμος. " * 4
KOREAN = "나룻배는 폭풍이 부는 날을 빼고 매일 강을 건넌다고 선장이 말했다. " * 4


def codes(source: str | bytes) -> list[str]:
    return [w.code for w in decode(source, DEFAULT_LIMITS).warnings]


def page(text: str, charset: str | None = None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>{text[:20]}</title></head><body><p>{text}</p></body></html>"


def test_utf8_is_taken_without_a_word() -> None:
    decoded = decode(page(GERMAN).encode(), DEFAULT_LIMITS)
    assert decoded[:3] == (page(GERMAN), "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    source = mark + page(GERMAN, "iso-8859-1").encode(codec)
    assert decode(source, DEFAULT_LIMITS)[:3] == (page(GERMAN, "iso-8859-1"), codec, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_guessed(codec: str) -> None:
    decoded = decode(page(GERMAN).encode(codec), DEFAULT_LIMITS)
    assert decoded.text == page(GERMAN)
    assert [w.code for w in decoded.warnings] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [
        (GERMAN, "iso-8859-1", "cp1252"),
        (GERMAN, "Latin1", "cp1252"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "Shift_JIS", "cp932"),
        (JAPANESE, "x-sjis", "cp932"),
        (JAPANESE, "euc-jp", "euc_jp"),
        (KOREAN, "ks_c_5601-1987", "cp949"),
        (GREEK, "windows-1253", "cp1253"),
    ],
)
def test_right_declaration_is_believed(text: str, declared: str, codec: str) -> None:
    decoded = decode(page(text, declared).encode(codec), DEFAULT_LIMITS)
    assert decoded[:3] == (page(text, declared), codec, ())


def test_declaration_of_xml_is_believed() -> None:
    source = f'<?xml version="1.0" encoding="windows-1251"?>{page(RUSSIAN)}'
    assert decode(source.encode("cp1251"), DEFAULT_LIMITS)[:3] == (source, "cp1251", ())


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "shift_jis", "utf-16"])
def test_utf8_wins_over_a_wrong_declaration(declared: str) -> None:
    assert decode(page(GERMAN, declared).encode(), DEFAULT_LIMITS).text == page(GERMAN, declared)


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (JAPANESE, "cp932", "utf-8"),
        (JAPANESE, "cp932", "iso-8859-1"),
        (JAPANESE, "euc_jp", "shift_jis"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "utf-8"),
        (GERMAN, "cp1252", "utf-8"),
        (GERMAN, "cp1252", "windows-1251"),
        (GREEK, "cp1253", "utf-8"),
    ],
)
def test_wrong_declaration_is_overruled(text: str, codec: str, declared: str) -> None:
    source = page(text, declared)
    decoded = decode(source.encode(codec), DEFAULT_LIMITS)
    assert decoded.text == source
    assert [w.code for w in decoded.warnings] == ["encoding_mismatch"]


@pytest.mark.parametrize(
    ("text", "codec"),
    [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp")],
)
@pytest.mark.parametrize("declared", [None, "x-no-such", "base64", "hex"])
def test_undeclared_is_detected(text: str, codec: str, declared: str | None) -> None:
    source = page(text, declared)
    decoded = decode(source.encode(codec), DEFAULT_LIMITS)
    assert decoded.text == source
    assert [w.code for w in decoded.warnings] == ["encoding_guessed"]


def test_broken_utf8_loses_the_broken_place_alone() -> None:
    source = page(GERMAN).encode().replace("ß".encode(), b"\xc3", 1)
    decoded = decode(source, DEFAULT_LIMITS)
    assert decoded.text == page(GERMAN).replace("ß", "\ufffd", 1)
    assert "encoding_errors" in [w.code for w in decoded.warnings]


def test_cut_inside_the_last_character() -> None:
    assert decode(GERMAN.encode() + b"\xc3", DEFAULT_LIMITS)[:3] == (GERMAN, "utf-8", ())


def test_iso_2022_jp_is_ascii_with_escapes() -> None:
    source = page(JAPANESE, "iso-2022-jp")
    assert decode(source.encode("iso2022_jp"), DEFAULT_LIMITS).text == source


def test_str_is_taken_as_it_is() -> None:
    source = f'<?xml version="1.0" encoding="utf-16"?>{page(GERMAN)}'
    assert decode(source, DEFAULT_LIMITS)[:3] == (source, None, ())


def test_surrogates_are_paired_or_replaced() -> None:
    decoded = decode("a\ud83d\ude00b\ud800c", DEFAULT_LIMITS)
    assert decoded.text == "a\U0001f600b\ufffdc"
    assert codes("a\ud800") == ["surrogates_replaced"]


def test_nuls_are_removed() -> None:
    assert decode("a\0b\0", DEFAULT_LIMITS).text == "ab"
    assert codes("a\0b") == ["nul_removed"]


def test_source_is_capped_and_told() -> None:
    decoded = decode(b"abcdef", Limits(source=4))
    assert decoded.text == "abcd"
    assert [w.code for w in decoded.warnings] == ["source_capped"]
