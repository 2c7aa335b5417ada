"""What pages declare: JSON-LD in all its states, meta names, microdata, titles."""

from __future__ import annotations

from lxml import etree

from declutter.document import Field
from declutter.metadata.declared import declare

PAGE = "https://www.example.org/news/river-rises"


def values(html: str, field: Field, url: str | None = PAGE) -> list[str]:
    root = etree.fromstring(html, parser=etree.HTMLParser())
    return [c.value for c in declare(root, url) if c.field is field]


def script(json: str) -> str:
    head = f'<title>River rises</title><script type="application/ld+json">{json}</script>'
    return f"<html><head>{head}</head><body><h1>River rises</h1></body></html>"


def test_reads_the_article_of_a_graph_and_follows_references() -> None:
    html = script(
        '{"@graph":[{"@type":"Person","@id":"#p","name":"Jane Roe"},'
        '{"@type":"NewsArticle","headline":"River rises","author":{"@id":"#p"}}]}'
    )
    assert values(html, Field.AUTHORS) == ["Jane Roe"]


def test_of_several_articles_takes_the_one_with_the_page_address() -> None:
    html = script(
        '[{"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01",'
        '"url":"https://www.example.org/other"},'
        '{"@type":"NewsArticle","headline":"Rising","datePublished":"2024-05-06",'
        '"url":"https://www.example.org/news/river-rises/"}]'
    )
    assert values(html, Field.DATE_PUBLISHED) == ["2024-05-06"]


def test_a_list_of_articles_none_of_which_is_the_page_is_left_alone() -> None:
    items = ",".join(
        f'{{"@type":"NewsArticle","headline":"Story number {i}","datePublished":"2020-01-0{i}"}}'
        for i in range(1, 5)
    )
    assert values(script(f"[{items}]"), Field.DATE_PUBLISHED) == []


def test_mends_trailing_commas_and_wrappers() -> None:
    html = script('<![CDATA[{"@type":"Article","headline":"River rises",}]]>;')
    assert "River rises" in values(html, Field.TITLE)


def test_mends_html_escaped_json() -> None:
    html = script(
        "{&amp;quot;@type&amp;quot;:&amp;quot;Article&amp;quot;,"
        "&amp;quot;headline&amp;quot;:&amp;quot;River rises&amp;quot;,"
        "&amp;quot;datePublished&amp;quot;:&amp;quot;2024-05-06&amp;quot;}"
    ).replace("&amp;", "&")
    assert values(html, Field.DATE_PUBLISHED) == ["2024-05-06"]


def test_reads_plain_scalars_of_json_that_cannot_be_mended() -> None:
    html = script(
        '{"@type":"Article","headline":"River rises","datePublished":"2024-05-06","x":"a"b"'
    )
    assert values(html, Field.DATE_PUBLISHED) == ["2024-05-06"]


def test_wrong_types_everywhere_raise_nothing() -> None:
    html = script(
        '[3,null,"x",{"@type":[1,{"a":2}],"author":[[1],{"name":{"x":1}}]},'
        '{"@type":"Article","headline":["River rises",5],"author":7,"image":true,"url":{"@id":[]},'
        '"datePublished":{"y":1},"publisher":[null],"keywords":[{}],"mainEntityOfPage":[3]},'
        '{"@type":"BreadcrumbList","itemListElement":{"name":1}}]'
    )
    assert "River rises" in values(html, Field.TITLE)


def test_deep_json_is_given_up_without_an_exception() -> None:
    assert values(script("[" * 100_000), Field.AUTHORS) == []


def test_json_ld_beyond_its_limit_is_not_read() -> None:
    html = script('{"@type":"Article","headline":"River rises","datePublished":"2024-05-06"}')
    root = etree.fromstring(html, parser=etree.HTMLParser())
    found = declare(root, PAGE, json_ld_bytes=10)
    assert not [c for c in found if c.field is Field.DATE_PUBLISHED]


def test_an_organisation_as_author_is_told_apart() -> None:
    html = script(
        '{"@type":"Article","headline":"River rises",'
        '"author":{"@type":"Organization","name":"Desk"}}'
    )
    root = etree.fromstring(html, parser=etree.HTMLParser())
    sources = [c.source for c in declare(root, PAGE) if c.field is Field.AUTHORS]
    assert sources == ["json-ld:Article.author(group)"]


def test_meta_names_stand_in_order_of_trust() -> None:
    html = (
        '<html><head><meta name="date" content="2024-05-07">'
        '<meta property="article:published_time" content="2024-05-06"></head><body></body></html>'
    )
    assert values(html, Field.DATE_PUBLISHED) == ["2024-05-06", "2024-05-07"]


def test_microdata_of_a_listed_item_is_not_the_page_s() -> None:
    item = (
        '<div itemscope itemtype="https://schema.org/Article">{}'
        '<span itemprop="author">{}</span></div>'
    )
    body = item.format("<h1>River rises</h1>", "Jane Roe") + item.format("", "Joan Doe")
    assert values(f"<html><body>{body}</body></html>", Field.AUTHORS) == ["Jane Roe"]


def test_the_first_time_after_the_heading_is_a_candidate() -> None:
    html = (
        '<html><body><time datetime="2024-01-01">today</time><h1>River rises</h1>'
        '<time datetime="2024-05-06">then</time><time datetime="2023-01-01">x</time></body></html>'
    )
    assert values(html, Field.DATE_PUBLISHED) == ["2024-05-06"]


def test_a_kicker_is_no_part_of_the_heading_unless_a_colon_joins_it() -> None:
    apart = '<html><body><h1><span class="kicker">Floods</span> River rises</h1></body></html>'
    joined = '<html><body><h1><span class="kicker">Floods:</span> River rises</h1></body></html>'
    assert values(apart, Field.TITLE) == ["River rises"]
    assert "Floods:" in values(joined.replace("Floods:</span>", "Floods</span>:"), Field.TITLE)[0]


def test_a_card_labelled_as_a_byline_names_the_author() -> None:
    html = (
        '<head><meta name="twitter:label1" content="Written by">'
        '<meta name="twitter:data1" content="Jane Roe">'
        '<meta name="twitter:label2" content="Est. reading time">'
        '<meta name="twitter:data2" content="3 minutes"></head><body><p>Rain</p></body>'
    )
    assert values(html, Field.AUTHORS) == ["Jane Roe"]


def test_microdata_is_read_where_something_is_left_open() -> None:
    item = (
        '<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Rain</h1>'
        '<span itemprop="author">Jane Roe</span></div>'
    )
    assert values(f"<body>{item}</body>", Field.AUTHORS) == ["Jane Roe"]


def test_markup_that_a_heading_tells_of_stays_and_markup_escaped_twice_goes() -> None:
    told = "<html><body><h1>The &lt;br&gt; tag</h1></body></html>"
    assert values(told, Field.TITLE) == ["The <br> tag"]
    twice = "<html><body><h1>The &lt;em&gt;only&lt;/em&gt; tag</h1></body></html>"
    assert values(twice, Field.TITLE) == ["The only tag"]
