"""A page through every step: read, run the pipeline, choose the metadata, assemble."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import datetime
from functools import partial

from lxml import etree

from declutter.assemble import assemble
from declutter.document import Document
from declutter.limits import Limits
from declutter.metadata.choose import choose
from declutter.metadata.declared import declare
from declutter.model import Article, PageWarning, Status
from declutter.paused_gc import paused_gc
from declutter.pipeline import Pipeline
from declutter.presets import default_pipeline
from declutter.reading.bound import CUTS, blocks_capped, cap_lines
from declutter.reading.decode import Decoded, decode
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.sniff import Form, Sniffed, sniff
from declutter.reading.text import segment_text
from declutter.reference import opinion
from declutter.sanitize import clean_text


@paused_gc()
def run(
    source: str | bytes,
    url: str | None,
    now: datetime | None,
    pipeline: Pipeline | None,
    limits: Limits,
) -> Article:
    """The article of a page; arguments as of `declutter.api.extract`, already checked."""
    found = sniff(source)
    if found.form is Form.UNSUPPORTED:
        message = f"the source is not a page but {found.what or 'of another format'}"
        warning = PageWarning(code="unsupported", message=message)
        return Article(status=Status.UNSUPPORTED, url=url, warnings=(warning,))
    decoded = decode(source, limits)
    root, page, warnings = _read(decoded, found, url, limits)
    ledger = (pipeline or default_pipeline()).run(page)
    chosen = choose(page, ledger, now, root)
    article = assemble(page, ledger, chosen, (*decoded.warnings, *warnings))
    page.forget()
    if article.text and any(w.code in CUTS for w in article.warnings):
        return article.model_copy(update={"status": Status.LIMIT})
    return article


def _read(
    decoded: Decoded, found: Sniffed, url: str | None, limits: Limits
) -> tuple[etree._Element | None, Document, tuple[PageWarning, ...]]:
    """The page's tree (None for text), its document, and what was odd about it."""
    if found.form is Form.HTML:
        root, warnings = parse(decoded.utf8, limits)
        page = segment(root, url, limits=limits)
        if len(page.blocks) == limits.blocks:
            warnings = (*warnings, blocks_capped(limits))
        declared = declare(root, url, json_ld_bytes=limits.json_ld)
        reference = partial(opinion, root)
        return root, replace(page, declared=declared, reference=reference), warnings
    told: list[PageWarning] = []
    text = html.unescape(decoded.text) if found.escaped else decoded.text
    text = clean_text(text, limits.combining)
    text = cap_lines(text, limits, told)
    return None, segment_text(text, url, limits=limits), tuple(told)
