"""Blocks of a page: where they begin and end, what they are, what is seen, and where they stand."""

from __future__ import annotations

import re
from typing import cast

import pytest
from lxml import etree

from declutter.document import Block, Document, Kind
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.reading.html import REVEAL_WORDS, segment
from declutter.reading.parse import parse


def read(markup: str, url: str | None = None, **limits: int) -> Document:
    return segment(parse(markup, DEFAULT_LIMITS).root, url, limits=Limits(**limits))


def blocks(markup: str) -> list[tuple[str, Kind]]:
    return [(b.text, b.kind) for b in read(f"<body>{markup}").blocks]


def texts(markup: str) -> list[str]:
    return [b.text for b in read(f"<body>{markup}").blocks]


def only(markup: str) -> Block:
    (block,) = read(f"<body>{markup}").blocks
    return block


P, LI, ROW = Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.ROW


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<p>A <b>bold</b> <em>word</em>, <span>and</span> more</p>", ["A bold word, and more"]),
        ("<p>to<b>geth</b>er</p>", ["together"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<div><div><div>deep</div></div>tail</div>", ["deep", "tail"]),
        ("loose<p>one</p>words", ["loose", "one", "words"]),
        ("<p>a<br>b</p>", ["a\nb"]),
        ("<p>a<br><br>b</p>", ["a", "b"]),
        ("<p>a<br> \n <br/>b<br><br><br>c</p>", ["a", "b", "c"]),
        ("<p>a<br></p>", ["a"]),
        ("<p>  much \n\t space&nbsp; </p>", ["much space"]),
        ("<p></p><p> </p><p>&nbsp;</p>", []),
        ("<span>one</span><span>line</span>", ["oneline"]),
        ("<p>so<wbr>ft and hy&shy;phen</p>", ["soft and hy\u00adphen"]),
        ("<p>x<sup>2</sup> and H<sub>2</sub>O</p>", ["x2 and H2O"]),
        ("<my-card>made <my-name>up</my-name></my-card>", ["made", "up"]),
    ],
)
def test_where_blocks_begin_and_end(markup: str, want: list[str]) -> None:
    assert texts(markup) == want


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<h3>Boats</h3>", [("Boats", Kind.HEADING)]),
        ("<ul><li>one<li>two</ul>", [("one", LI), ("two", LI)]),
        ("<ul><li><p>one</p><p>more</p></li></ul>", [("one", LI), ("more", LI)]),
        ("<blockquote><p>said</p></blockquote>", [("said", Kind.QUOTE)]),
        ("<dl><dt>Holm<dd>an island</dl>", [("Holm", Kind.TERM), ("an island", Kind.DEFINITION)]),
        ("<figure><figcaption>A pier</figcaption></figure>", [("A pier", Kind.CAPTION)]),
        ("<button>Menu</button>", [("Menu", Kind.CONTROL)]),
        ("<p>press <button>Go</button> now</p>", [("press Go now", P)]),
        ("<fieldset><legend>Seats</legend></fieldset>", [("Seats", Kind.CONTROL)]),
        ("<li><article><p>text</p></article></li>", [("text", P)]),
    ],
)
def test_kinds(markup: str, want: list[tuple[str, Kind]]) -> None:
    assert blocks(markup) == want


def test_levels() -> None:
    page = read("<body><h2>Boats</h2><ul><li>one<ul><li>two</li></ul></li></ul><p>end</p>")
    assert [(b.text, b.level) for b in page.blocks] == [
        ("Boats", 2),
        ("one", 1),
        ("two", 2),
        ("end", 0),
    ]


def test_code_keeps_its_lines_and_indents() -> None:
    code = only("<pre><code>def sail():\n    return <b>True</b>\n\n</code></pre>")
    assert (code.text, code.kind) == ("def sail():\n    return True", Kind.CODE)


def test_a_row_of_data_is_one_block() -> None:
    head, row = "<th>Boat<th>Seats", "<td>Tern</td><td><b>60</b> <i>seats</i></td>"
    assert blocks(f"<table><tr>{head}</tr><tr>{row}</tr></table>") == [
        ("Boat | Seats", ROW),
        ("Tern | 60 seats", ROW),
    ]


def test_a_break_in_a_row_is_a_space() -> None:
    assert texts("<table><tr><td>Tern<br><br>old</td><td>60</td></tr></table>") == ["Tern old | 60"]


def test_a_table_of_layout_is_read_cell_by_cell() -> None:
    cell = "<td><h2>Boats</h2><p>They run.</p></td>"
    assert blocks(f"<table><tr><td>Menu</td>{cell}</tr></table>") == [
        ("Menu", P),
        ("Boats", Kind.HEADING),
        ("They run.", P),
    ]


def test_a_row_of_one_cell_is_no_row_of_data() -> None:
    assert blocks("<table><tr><td>Words</td></tr></table>") == [("Words", P)]


def test_links_of_a_block() -> None:
    block = only('<p>See <a href="/a">the timetable</a> and <a href="/b"><b>more</b></a>.</p>')
    assert [tuple(link) for link in block.links] == [("/a", "the timetable", 2), ("/b", "more", 1)]
    assert (block.words, block.link_words) == (5, 3)


def test_an_anchor_without_address_is_no_link() -> None:
    assert only('<p><a name="top">Boats</a> run</p>').links == ()


def test_a_link_around_blocks_gives_each_its_link() -> None:
    page = read('<body><a href="/a"><h3>Boats</h3><p>They run.</p></a><p>end</p>')
    assert [[link.href for link in b.links] for b in page.blocks] == [["/a"], ["/a"], []]
    heading = page.blocks[0]
    assert [c.href for c in page.ancestors(heading.container) if c.tag == "a"] == ["/a"]


def test_a_link_that_goes_on_behind_a_break() -> None:
    page = read('<body><p><a href="/a">one<br><br>two</a> three</p>')
    assert [(b.text, b.link_words) for b in page.blocks] == [("one", 1), ("two three", 1)]


def test_bold_is_counted() -> None:
    assert only("<p><b>Boats run</b> to Holm</p>").emphasis == 0.5
    assert only("<p>Boats run</p>").emphasis == 0.0


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var a</script>",
        "<style>p {}</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<p style="color: red; DISPLAY : none">x</p>',
        '<p style="visibility:hidden">x</p>',
        "<dialog>x</dialog>",
        "<svg><text>x</text></svg>",
        "<video>x</video>",
        "<iframe>x</iframe>",
        "<!-- x -->",
        "<select hidden><option>x</select>",
    ],
)
def test_what_a_browser_does_not_show(markup: str) -> None:
    assert texts(f"<p>before</p>{markup}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p hidden="until-found">x</p>',
        "<dialog open>x</dialog>",
        '<div role="tabpanel" hidden>x</div>',
        '<div role="tabpanel" style="display:none">x</div>',
        "<details><summary>x</summary></details>",
        '<p aria-hidden="true">x</p>',
        '<p style="display:block">x</p>',
    ],
)
def test_what_a_browser_shows_or_a_click(markup: str) -> None:
    assert texts(f"<p>before</p>{markup}<p>after</p>") == ["before", "x", "after"]


def test_text_behind_a_hidden_element_is_seen() -> None:
    assert texts("<p>before <span hidden>x</span> after</p>") == ["before after"]


def test_a_page_hidden_as_a_whole_is_read() -> None:
    assert [b.text for b in read('<body style="display:none"><p>x</p></body>').blocks] == ["x"]


def prose(words: int) -> str:
    """Paragraphs of twenty words."""
    return f"<p>{' '.join(['boat'] * 20)}</p>" * (words // 20)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (f"<div hidden>{prose(REVEAL_WORDS)}</div>", True),
        (f"<div hidden>{prose(REVEAL_WORDS - 20)}</div>", False),
        (f'<div hidden class="s">{prose(40)}</div>' * 2, True),
        (f"<noscript>{prose(200)}</noscript>", True),
        (f"{prose(220)}<div hidden>{prose(200)}</div>", False),
        (f"<form hidden>{prose(200)}</form>", False),
        (f"<div hidden>{'<p><a href=/a>' + 'boat ' * 20 + '</a></p>'}</div>" * 9, False),
    ],
)
def test_hidden_prose_that_is_the_page_is_revealed(markup: str, seen: bool) -> None:
    page = read(f"<body><p>Loading</p>{markup}")
    shown = [b for b in page.blocks if b.words == 20]
    assert (len(shown) >= len(re.findall("<p>", markup))) is seen


@pytest.mark.parametrize(("name", "seen"), [("articleBody", True), ("box", False)])
def test_a_hidden_part_named_as_the_text_is_measured_without_the_consent(
    name: str, seen: bool
) -> None:
    consent = f'<div class="cookie-consent"><div>{prose(200)}</div></div>'
    page = read(f'<body>{consent}<div hidden id="{name}"><p>{"boat " * 100}</p></div>')
    assert any(b.words == 100 for b in page.blocks) is seen


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ('<div><div><img src="a.jpg"></div><b class="caption"></b></div><p>one</p>', []),
        ('<p><i class="caption"></i>one</p><p>two</p>', ["one"]),
        ('<span class="caption"><p>one</p><p>two</p></span><p>three</p>', ["one", "two"]),
        ('<span class="caption"><div></div><p>one</p></span>', ["one"]),
        ('<p>one <b class="caption">two</b></p><p>three</p>', ["one two"]),
    ],
)
def test_names_of_inline_elements_go_with_the_block_they_stand_in(
    markup: str, named: list[str]
) -> None:
    assert [b.text for b in read(f"<body>{markup}").blocks if "caption" in b.tokens] == named


def test_images() -> None:
    page = read('<body><p>one</p><img src="a.jpg" alt=" A pier "><p>two</p><img alt="none">')
    (image,) = page.images
    assert (image.src, image.alt, image.block) == ("a.jpg", "A pier", 1)


def test_an_image_that_is_loaded_late() -> None:
    (image,) = read('<body><img data-src="b.jpg"><p>one</p>').images
    assert image.src == "b.jpg"


PAGE = """<!doctype html><html lang="nb"><head><title>t</title><base href="https://e.org/x/"></head>
<body><header><a href="/">Home</a></header><main id="m1" class="story big_Body"><h1>Boats</h1>
<p>They <b>run</b><br><br>again</p><ul><li>one</li><li><p>two</p></li></ul>
<table><tr><td>a</td><td>b</td></tr></table><!-- c --><p>last</p></main></body></html>"""


def test_the_path_leads_back_to_the_element() -> None:
    root = parse(PAGE, DEFAULT_LIMITS).root
    page = segment(root)
    assert len(page.blocks) == 8
    for b in page.blocks:
        assert b.location.xpath
        (element,) = cast("list[etree._Element]", root.xpath(b.location.xpath))
        assert element.tag == b.tag
        whole = "".join("".join(map(str, element.itertext())).split())
        assert "".join(b.text.replace(" | ", "").split()) in whole


def test_lines_are_those_of_the_source() -> None:
    page = read(PAGE)
    lines = {b.text: b.location.line for b in page.blocks}
    assert (lines["Boats"], lines["one"], lines["last"]) == (2, 3, 4)
    assert all(b.location.line == b.location.end_line for b in page.blocks)


def test_containers_hold_their_blocks() -> None:
    page = read(PAGE)
    assert list(page.containers[0].blocks) == list(range(8))
    for c in page.containers:
        assert c.first < c.last
        if c.parent >= 0:
            outer = page.containers[c.parent]
            assert outer.first <= c.first
            assert c.last <= outer.last
            assert (outer.depth, outer.index < c.index) == (c.depth - 1, True)
    for b in page.blocks:
        assert b.index in page.containers[b.container].blocks


def test_what_a_container_tells() -> None:
    markup = (
        '<section id="top9" class="related-Items x" role="Region" aria-label="More"'
        ' itemprop="about" itemtype="https://schema.org/Thing"><p>one</p></section>'
    )
    page = read(f"<body>{markup}")
    (c,) = [c for c in page.containers if c.tag == "section"]
    assert c.tokens == {"top", "related", "items", "related-items", "x"}
    assert (c.role, c.label, c.itemprop, c.itemtype) == ("region", "More", "about", "Thing")


def test_elements_written_alike_have_one_shape() -> None:
    page = read('<body><div class="card n1"><p>a</p></div><div class="card n2"><p>b</p></div>')
    cards = [c for c in page.containers if "card" in c.tokens]
    assert len(cards) == 2
    assert len({c.shape for c in cards}) == 1
    assert page.shape_counts[cards[0].parent, cards[0].shape] == 2


def test_a_block_has_the_tokens_of_its_inline_elements() -> None:
    assert {"credit", "line"} <= only('<p class="line">Photo <i class="credit">Vik</i></p>').tokens


def test_language_and_base() -> None:
    page = read(PAGE, "https://e.org/ferry")
    assert (page.language, page.url, page.base_url) == (
        "nb",
        "https://e.org/ferry",
        "https://e.org/x/",
    )
    assert read("<p>x</p>", "https://e.org/ferry").base_url == "https://e.org/ferry"


def test_every_word_stands_in_one_block_in_order() -> None:
    body = etree.HTML(PAGE).find("body")
    assert body is not None
    seen = re.findall(r"\w+", " ".join(map(str, cast("list[str]", body.xpath(".//text()")))))
    assert re.findall(r"\w+", " ".join(b.text for b in read(PAGE).blocks)) == seen


def test_the_tree_is_only_read() -> None:
    root = parse(PAGE, DEFAULT_LIMITS).root
    before = etree.tostring(root)
    segment(root)
    assert etree.tostring(root) == before


def test_blocks_beyond_the_limit_are_left_out() -> None:
    page = read("<body>" + "<p>boat</p>" * 9, blocks=4)
    assert len(page.blocks) == 4
    assert page.containers[0].last == 4


def test_a_page_of_nothing_has_a_root() -> None:
    page = read("<body></body>")
    assert (page.blocks, len(page.containers)) == ((), 1)


@pytest.mark.parametrize("sign", ["¶", "#", "§", "🔗"])
def test_a_heading_s_link_to_itself_is_no_part_of_its_words(sign: str) -> None:
    page = read(f'<h2 id="keel">The keel<a href="#keel" title="Permalink">{sign}</a></h2>')
    assert [(b.text, b.links) for b in page.blocks] == [("The keel", ())]


def test_signs_that_lead_elsewhere_or_stand_in_no_link_stay() -> None:
    page = read('<p>Part <a href="/law">§</a> and # of <a href="#n">§ 4</a></p>')
    assert [b.text for b in page.blocks] == ["Part § and # of § 4"]


def test_the_tools_behind_a_heading_stand_apart() -> None:
    edit, source = "<a href=/e>edit</a>", "<a href=/s>edit source</a>"
    page = read(f"<body><h2>The <a href=/l>Lock</a>[{edit} | {source}]</h2>")
    heading, tools = page.blocks
    assert (heading.text, heading.kind, heading.level) == ("The Lock", Kind.HEADING, 2)
    assert [link.text for link in heading.links] == ["Lock"]
    assert (tools.text, tools.kind, tools.level) == ("[edit | edit source]", Kind.CONTROL, 0)
    assert [link.text for link in tools.links] == ["edit", "edit source"]


@pytest.mark.parametrize(
    "heading", ["Locks [revised]", "Locks [<a href=/r>revised</a> twice]", "[<a href=/e>edit</a>]"]
)
def test_other_brackets_belong_to_the_heading(heading: str) -> None:
    (found,) = blocks(f"<h2>{heading}</h2>")
    assert found[1] is Kind.HEADING


def test_tools_count_as_a_block() -> None:
    page = read("<body><p>One</p><h2>Locks [<a href=/e>edit</a>]</h2><p>Two</p>", blocks=2)
    assert [b.text for b in page.blocks] == ["One", "Locks [edit]"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a href=/a>News</a><a href=/b>Sport</a>", "News Sport"),
        ("<a href=/a>Ne</a><a href=/a>ws</a>", "News"),
        ("<a href=/a>News</a>, <a href=/b>Sport</a>", "News, Sport"),
        ("<a href=/a>News</a>s <a href=/b>Sport</a>", "Newss Sport"),
        ("<a href=/a></a><a href=/b>Sport</a>", "Sport"),
    ],
)
def test_links_side_by_side_are_parted(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}") == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>Ada Moss</span><span>Kestrel Bay</span>", "Ada Moss Kestrel Bay"),
        ("<span>Ada Moss</span><time>12 May</time>", "Ada Moss 12 May"),
        ("<b>Opening hours</b>From nine to five", "Opening hours From nine to five"),
        ("Price to 2024<span>Value</span>", "Price to 2024 Value"),
        ("<a href=/a><img alt=x><span>Locks</span></a><span>7</span>", "Locks 7"),
        ("<span><i>Locks</i></span><b><i>Keys</i></b>", "Locks Keys"),
    ],
)
def test_inline_elements_side_by_side_are_parted(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}") == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>T</span>he keeper", "The keeper"),
        ("<span>Key</span><span>stone</span>", "Keystone"),
        ("<b>W</b><i>Est</i>", "WEst"),
        ("The lock<a href=#n>4</a> held", "The lock4 held"),
        ("Read<wbr>Only<wbr>Lock", "ReadOnlyLock"),
        ("Keystone<sup>TM</sup>Lock", "KeystoneTMLock"),
        ("the 21<span>st</span>", "the 21st"),
    ],
)
def test_words_that_an_edge_cuts_stay_whole(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}") == [text]


def test_a_hidden_page_without_spaces_is_counted_by_its_characters() -> None:
    prose = "".join(f"<p>{'雨は朝から夜まで降り続いた' * 3}{i}。</p>" for i in range(12))
    assert len(texts(f'<div style="visibility:hidden">{prose}</div>')) == 12


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<pre>one = 1<br>two = 2<br></pre>", "one = 1\ntwo = 2"),
        ("<pre><code>one<script>x=1</script> two</code></pre>", "one two"),
        ("<pre>  one\n    <b>two</b> three</pre>", "  one\n    two three"),
    ],
)
def test_preformatted_text_is_what_is_shown(markup: str, text: str) -> None:
    assert blocks(markup) == [(text, Kind.CODE)]


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<h3><button>Opening hours</button></h3>", [("Opening hours", Kind.HEADING)]),
        (
            "<h3>Opening hours <button>Copy</button></h3>",
            [("Opening hours", Kind.HEADING), ("Copy", Kind.CONTROL)],
        ),
        ("<button>Opening hours</button>", [("Opening hours", Kind.CONTROL)]),
        ('<div role="heading" aria-level="3">Hours</div>', [("Hours", Kind.HEADING)]),
        ('<div role="heading"><p>Hours</p></div>', [("Hours", Kind.PARAGRAPH)]),
    ],
)
def test_headings_in_other_elements(markup: str, want: list[tuple[str, Kind]]) -> None:
    assert blocks(markup) == want


def test_the_level_of_a_heading_by_its_role() -> None:
    assert only('<div role="heading" aria-level="3">Hours</div>').level == 3
    assert only('<div role="heading" aria-level="soon">Hours</div>').level == 2


def test_a_declared_shadow_root_is_seen_and_a_template_is_not() -> None:
    shadow = '<story-body><template shadowrootmode="open"><p>Rain</p></template></story-body>'
    assert texts(f"{shadow}<template><p>Snow</p></template>") == ["Rain"]


def test_a_row_with_a_long_cell_is_layout() -> None:
    def rows(words: int) -> list[str]:
        cell = f"<td>{' '.join(['rain'] * words)}</td>"
        return texts(f"<table><tr><td>Menu</td>{cell}</tr></table>")

    assert len(rows(80)) == 1
    assert len(rows(81)) == 2


def test_a_row_with_one_filled_cell_is_layout() -> None:
    post = "<td><div>teasel, 2 hours ago</div><div>It hums.<p>All night.</div></td>"
    assert texts(f"<table><tr><td></td><td><i></i></td>{post}</tr></table>") == [
        "teasel, 2 hours ago",
        "It hums.",
        "All night.",
    ]
    assert texts("<table><tr><td>Rain</td><td></td><td>3 mm</td></tr></table>") == ["Rain | | 3 mm"]
