"""`extract`: the one function, from a page to an `Article`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lxml import etree

from declutter.assemble import assemble
from declutter.document import Document
from declutter.limits import DEFAULT_LIMITS, Limits
from declutter.metadata.choose import choose
from declutter.metadata.declared import declare
from declutter.model import Article, PageWarning, Status
from declutter.pipeline import Pipeline
from declutter.presets import default_pipeline
from declutter.reading.decode import decode
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.sniff import Form, sniff
from declutter.reading.text import segment_text


def extract(
    source: str | bytes,
    url: str | None = None,
    *,
    now: datetime | None = None,
    pipeline: Pipeline | None = None,
    limits: Limits = DEFAULT_LIMITS,
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

    Returns:
        An `Article`, whatever the page; `status` and `warnings` tell what was odd.

    Raises:
        TypeError: `source` is neither str nor bytes.

    >>> extract("<h1>Rain</h1><p>It rained all day in the hills, and the river rose.</p>").title
    'Rain'
    """
    if not isinstance(source, (str, bytes)):
        raise TypeError(f"source must be str or bytes, not {type(source).__name__}")
    found = sniff(source)
    if found.form is Form.UNSUPPORTED:
        message = f"the source is not a page but {found.what or 'of another format'}"
        warning = PageWarning(code="unsupported", message=message)
        return Article(status=Status.UNSUPPORTED, url=url, warnings=(warning,))
    decoded = decode(source, limits)
    root, page, warnings = _read(decoded.text, found.form, found.escaped, url, limits)
    ledger = (pipeline or default_pipeline()).run(page)
    chosen = choose(page, ledger, now, root)
    return assemble(page, ledger, chosen, (*decoded.warnings, *warnings))


def _read(
    text: str, form: Form, escaped: bool, url: str | None, limits: Limits
) -> tuple[etree._Element | None, Document, tuple[PageWarning, ...]]:
    """The page's tree (None for text), its document, and what was odd about it."""
    if form is Form.HTML:
        root, warnings = parse(text, limits)
        page = segment(root, url)
        declared = declare(root, url, json_ld_bytes=limits.json_ld)
        return root, replace(page, declared=declared), warnings
    return None, segment_text(text, url, escaped=escaped), ()
