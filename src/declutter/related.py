"""Related items, chrome items and comments, grouped from the ledger in this one place."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urljoin

from declutter.document import Block, Document
from declutter.model import ChromeItem, RelatedItem
from declutter.pipeline import Ledger
from declutter.roles import CHROME_ROLES, Role


def related_items(page: Document, ledger: Ledger) -> tuple[RelatedItem, ...]:
    """Related items in page order, one an item however often the page repeats it."""
    items: dict[str, RelatedItem] = {}
    title: Block | None = None
    body: list[str] = []

    def close() -> None:
        if title is not None:
            link = next((a.href for a in title.links), None)
            url = urljoin(page.base_url or "", link) if link else None
            known = items.get(title.text)
            text = "\n\n".join(body)
            if known is None or len(text) > len(known.text):
                items[title.text] = RelatedItem(title=title.text, url=url, text=text)

    for b in page.blocks:
        role = ledger.verdict(b.index).role
        if role is Role.RELATED_TITLE:
            close()
            title, body = b, []
        elif role is Role.RELATED_BODY:
            body.append(b.text)
        elif role is Role.RELATED_HEADING:
            close()
            title = None
    close()
    return tuple(items.values())


def chrome_items(page: Document, ledger: Ledger) -> tuple[ChromeItem, ...]:
    """The page's interface; consecutive blocks of one kind make one item."""
    runs = groupby(page.blocks, key=lambda b: ledger.verdict(b.index).role)
    return tuple(
        ChromeItem(kind=role, text="\n".join(b.text for b in run))
        for role, run in runs
        if role in CHROME_ROLES
    )


def comments(page: Document, ledger: Ledger) -> tuple[str, ...]:
    """Readers' comments, a string a block."""
    return tuple(b.text for b in page.blocks if ledger.verdict(b.index).role is Role.COMMENT)
