"""The page's type, declared or by structure."""

from __future__ import annotations

from dataclasses import replace

from declutter.document import Candidate, Document, Field
from declutter.metadata.evidence import Evidence
from declutter.metadata.kind_of_page import LEAST_SHARE, page_type
from declutter.model import PageType
from declutter.pipeline import Ledger
from declutter.scoring.page_type import PageTypes
from pages import PROSE, read, read_text


def kind(page: Document) -> object:
    return page_type(Evidence(page, Ledger(len(page.blocks)))).value


PARAGRAPHS = "".join(f"<p>{p}</p>" for p in PROSE * 4)
PAGE = read(
    '<html lang="en"><head><title>Ferry to Holm sails again</title>'
    '<meta name="author" content="Ada Lind">'
    '<meta property="article:published_time" content="2024-03-05T08:00:00Z"></head>'
    '<body class="single single-post"><article class="post"><h1>Ferry to Holm sails again</h1>'
    f'<p class="byline">By Ada Lind</p><div class="entry-content">{PARAGRAPHS}</div></article>'
)


def test_by_structure_where_none_is_declared() -> None:
    types = PAGE.derived(PageTypes)
    assert types.shares[types.best] >= LEAST_SHARE
    found = page_type(Evidence(PAGE, Ledger(len(PAGE.blocks))))
    assert found.value is types.best
    assert found.provenance is not None
    assert found.provenance.source == "structure"
    assert found.provenance.raw.startswith(f"{types.best} 0.")


def test_the_declared_type_goes_first() -> None:
    declared = (Candidate(Field.PAGE_TYPE, "Product", "json-ld:Product"),)
    assert kind(replace(PAGE, declared=declared)) is PageType.PRODUCT


def test_none_where_no_type_is_likely() -> None:
    page = read("<p>x</p>")
    types = page.derived(PageTypes)
    assert types.shares[types.best] < LEAST_SHARE
    assert kind(page) is None


def test_none_for_lines() -> None:
    assert kind(read_text("\n\n".join(PROSE))) is None
