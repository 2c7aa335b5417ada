"""`extract`: the one function, from a page to an `Article`."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import datetime
from typing import Literal

from lxml import etree

from declutter.assemble import assemble
from declutter.document import Document
from declutter.errors import raise_unless_ok
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.metadata.choose import choose
from declutter.metadata.declared import declare
from declutter.model import Article, PageWarning, Status
from declutter.pipeline import Pipeline
from declutter.presets import default_pipeline
from declutter.reading.bound import CUTS, blocks_capped, cap_lines
from declutter.reading.decode import decode
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.sniff import Form, sniff
from declutter.reading.text import segment_text
from declutter.sanitize import clean_text


def extract(
    source: str | bytes,
    url: str | None = None,
    *,
    now: datetime | None = None,
    pipeline: Pipeline | None = None,
    limits: Limits = DEFAULT_LIMITS,
    on_error: Literal["report", "raise"] = "report",
) -> Article:
    """Take the article out of a page.

    Args:
        source: the page: HTML, or the plain text that a flattener made of a whole page. `bytes`
            are decoded (BOM, declaration, detection); the caller's object is not changed.
        url: the page's address; links are resolved against it. Nothing is fetched.
        now: when the page was fetched. Relative dates ("6 days ago") are resolved against it
            only; without it `date_published` stays None for them.
        pipeline: stages in the place of the default ones, see `declutter.presets`.
        limits: bounds on the work.
        on_error: "report" leaves it to the article's `status` to tell what went wrong; "raise"
            raises a `declutter.errors.DeclutterError` for every status but `ok`.

    Returns:
        An `Article`, whatever the page; `status` and `warnings` tell what was odd.

    Raises:
        TypeError: `source` is neither str nor bytes.
        ValueError: `on_error` is neither "report" nor "raise".

    >>> extract("<h1>Rain</h1><p>It rained all day in the hills, and the river rose.</p>").title
    'Rain'
    """
    if not isinstance(source, (str, bytes)):
        raise TypeError(f"source must be str or bytes, not {type(source).__name__}")
    if on_error not in ("report", "raise"):
        raise ValueError(f'on_error must be "report" or "raise", not {on_error!r}')
    article = _extract(source, url, now, pipeline, limits)
    return raise_unless_ok(article) if on_error == "raise" else article


def _extract(
    source: str | bytes,
    url: str | None,
    now: datetime | None,
    pipeline: Pipeline | None,
    limits: Limits,
) -> Article:
    found = sniff(source)
    if found.form is Form.UNSUPPORTED:
        message = f"the source is not a page but {found.what or 'of another format'}"
        warning = PageWarning(code="unsupported", message=message)
        return Article(status=Status.UNSUPPORTED, url=url, warnings=(warning,))
    decoded = decode(source, limits)
    root, page, warnings = _read(decoded.text, found.form, found.escaped, url, limits)
    ledger = (pipeline or default_pipeline()).run(page)
    chosen = choose(page, ledger, now, root)
    article = assemble(page, ledger, chosen, (*decoded.warnings, *warnings))
    if article.text and any(w.code in CUTS for w in article.warnings):
        return article.model_copy(update={"status": Status.LIMIT})
    return article


def _read(
    text: str, form: Form, escaped: bool, url: str | None, limits: Limits
) -> tuple[etree._Element | None, Document, tuple[PageWarning, ...]]:
    """The page's tree (None for text), its document, and what was odd about it."""
    if form is Form.HTML:
        root, warnings = parse(text, limits)
        page = segment(root, url, limits=limits)
        if len(page.blocks) == limits.blocks:
            warnings = (*warnings, blocks_capped(limits))
        declared = declare(root, url, json_ld_bytes=limits.json_ld)
        return root, replace(page, declared=declared), warnings
    told: list[PageWarning] = []
    text = clean_text(html.unescape(text) if escaped else text, limits.combining)
    text = cap_lines(text, limits, told)
    return None, segment_text(text, url, limits=limits), tuple(told)
