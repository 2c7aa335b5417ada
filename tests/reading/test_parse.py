"""HTML to a tree: bounds are kept, text is not lost, and every repair is told."""

from __future__ import annotations

import pytest

from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.reading import repair
from declutter.reading.parse import Parsed, parse


def read(html: str, **limits: int) -> Parsed:
    return parse(html, Limits(**limits) if limits else DEFAULT_LIMITS)


def text(parsed: Parsed) -> str:
    return " ".join("".join(map(str, parsed.root.itertext())).split())


def codes(parsed: Parsed) -> list[str]:
    return [w.code for w in parsed.warnings]


def depth(parsed: Parsed) -> int:
    deepest, level = 0, [parsed.root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


@pytest.mark.parametrize("html", ["", " ", "<!-- -->", "<html>", "</p>", "<", "<a", "&"])
def test_next_to_nothing_still_has_a_root(html: str) -> None:
    assert read(html).root.tag == "html"


def test_ordinary_page_passes_unchanged() -> None:
    parsed = read("<html><body class=a><p>One <b>two</b></p><!-- x --></body></html>\n<!-- y -->")
    assert (text(parsed), parsed.warnings) == ("One two", ())
    assert [e.tag for e in parsed.root.iter()] == ["html", "body", "p", "b"]


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>one</p></body></html><p>two</p>",
        "<html><body><p>one</p></body></html><html><body><p>two</p></body></html>",
        "<HTML><BODY><p>one</p></BODY></HTML><!DOCTYPE html><HTML><BODY><p>two</p></BODY></HTML>",
        "<html/><p>one</p><p>two</p>",
        "<p>one</p></html><script>document.write('</html>')</script><p>two</p>",
    ],
)
def test_nothing_behind_the_end_is_lost(html: str) -> None:
    parsed = read(html)
    assert {"one", "two"} <= {(p.text or "") for p in parsed.root.iter("p")}


@pytest.mark.parametrize("tag", ["div", "span", "li", "table><tr><td", "span><div", "b><i"])
@pytest.mark.parametrize("times", [300, 3000])
def test_depth_is_bounded_and_text_kept(tag: str, times: int) -> None:
    parsed = read("<p>one</p>" + f"<{tag}>x" * times + "<p>two</p>")
    assert depth(parsed) <= DEFAULT_LIMITS.depth
    words = text(parsed)
    assert words.startswith("one")
    assert words.endswith("two")
    assert words.count("x") == times


def test_flattening_is_told() -> None:
    assert codes(read("<div>" * 300 + "x")) == ["truncated_depth"]
    assert codes(read("<div>" * 100 + "x")) == []
    assert codes(read("<div>" * 100 + "x", depth=50)) == ["truncated_depth"]


def test_flattened_blocks_do_not_glue() -> None:
    parsed = read("<div>" * 300 + "one<div>two</div>three")
    assert "onetwo" not in text(parsed).replace(" ", "") or len(parsed.root.findall(".//br")) >= 2


@pytest.mark.parametrize(
    "attribute",
    [
        "a{i}=x",
        "a{i}",
        "a{i}='>'",
        'a{i}="<p>"',
        "a{i}/",
        "a{i} = x",
        "a{i}=\n'x'",
        'a{i}="x"b{i}=""',
    ],
)
def test_attributes_are_bounded(attribute: str) -> None:
    many = " ".join(attribute.format(i=i) for i in range(3000))
    parsed = read(f"<p>one</p><p {many}>two</p><p id=z>three</p>")
    assert codes(parsed) == ["attributes_capped"]
    assert max(len(e.attrib) for e in parsed.root.iter()) == DEFAULT_LIMITS.attributes
    assert text(parsed) == "onetwothree"
    assert parsed.root.find(".//p[@id='z']") is not None


@pytest.mark.parametrize(
    "disguise",
    [
        "<p a=x='>",
        "<p a'>",
        "<p ='>",
        "<title>x</title >",
        "<!-- <p a=' -->",
        "<textarea><p a='</textarea>",
    ],
)
def test_attributes_are_bounded_behind_odd_quotes(disguise: str) -> None:
    many = " ".join(f"a{i}" for i in range(3000))
    parsed = read(f"{disguise}<p {many}>two</p>'>three")
    assert max(len(e.attrib) for e in parsed.root.iter()) <= DEFAULT_LIMITS.attributes


@pytest.mark.parametrize("sound", [True, False], ids=["possessive", "every tag"])
def test_attributes_are_bounded_on_every_python(
    sound: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "_SOUND", sound and repair._SOUND)
    many = " ".join(f"a{i}" for i in range(3000))
    parsed = read(f"<p>one</p><!-- <p a=' --><script>a<b</script><p {many}>two</p>")
    assert codes(parsed) == ["attributes_capped"]
    assert max(len(e.attrib) for e in parsed.root.iter()) == DEFAULT_LIMITS.attributes


def test_many_attributes_in_a_script_are_none() -> None:
    script = "if (a<b) { " + "x y " * 3000 + "}"
    parsed = read(f"<script>{script}</script><p>two</p>")
    assert parsed.warnings == ()
    assert parsed.root.findtext(".//script") == script


@pytest.mark.parametrize(
    "opening", ["<!-- ", "<textarea>", "<title>", "<style>", '<a href="x>', "<script>"]
)
def test_what_is_never_closed_hides_nothing(opening: str) -> None:
    parsed = read(f"<p>one</p>{opening}{'<p>more</p>' * 30}<p>two</p>")
    assert codes(parsed) == ["unclosed_markup"]
    assert {"one", "two"} <= {(p.text or "") for p in parsed.root.iter("p")}


@pytest.mark.parametrize("end", ["<!-- cut", "<p class='x", "<scr", "<script>var a = '<p>", "</di"])
def test_page_cut_short_loses_the_stump_alone(end: str) -> None:
    parsed = read(f"{'<p>word</p>' * 30}{end}")
    assert text(parsed).startswith("word" * 30)
    assert "class" not in text(parsed)


def test_plaintext_element_swallows_nothing() -> None:
    parsed = read("<p>one</p><plaintext><p>two</p>")
    assert [p.text for p in parsed.root.iter("p")] == ["one", "two"]


def test_elements_are_capped() -> None:
    parsed = read("<p>a</p>" * 100, elements=10)
    assert codes(parsed) == ["elements_capped"]
    assert len(parsed.root.findall(".//p")) == 10


def test_text_is_capped() -> None:
    parsed = read("<p>abcde</p><p>fghij</p><p>klmno</p>", text=7, text_node=4)
    assert [p.text for p in parsed.root.iter("p")] == ["abcd", "fgh", ""]
    assert codes(parsed) == ["text_node_capped", "text_capped"]


def test_ten_megabytes_of_text_pass() -> None:
    parsed = read(f"<p>{'word ' * 2_200_000}</p><p>two</p>", text=20_000_000, text_node=20_000_000)
    assert len(text(parsed)) > 10_000_000
    assert text(parsed).endswith("two")


def test_nothing_is_read_from_files_or_expanded() -> None:
    parsed = read(
        '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<p>x&a;&f;</p>"
    )
    assert text(parsed).endswith("x&a;&f;")
