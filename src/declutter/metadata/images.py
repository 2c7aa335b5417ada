"""The images of the article: the declared lead image, and those that stand in its text."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from declutter.document import Field, Image
from declutter.metadata.evidence import Evidence, Pick, Read, pick
from declutter.metadata.places import Places
from declutter.metadata.values import address
from declutter.model import ImageRef
from declutter.roles import ARTICLE_ROLES, Role
from declutter.sanitize import clean_text

MAX_IMAGES = 50
"""Images kept; a gallery of more is cut."""
MAX_DECLARED = 8
"""Declared images looked at; the others are further sizes of the same."""
MAX_LEGEND = 2
"""Blocks after an image among which its caption and its credit stand."""

_STARTS = frozenset({Role.TITLE, Role.SUBTITLE, Role.BODY})
_PORTRAITS = frozenset({Role.BYLINE, Role.AUTHOR_BIO})


def images(evidence: Evidence) -> Pick:
    """The images with absolute addresses, the declared lead image first.

    An image of the page that has the file name of the lead image is taken for it, and lends it
    its alternative text, caption and credit.
    """
    base = evidence.page.base_url or evidence.page.url
    shown: dict[str, ImageRef] = {}
    for image in _in_article(evidence):
        whole = address(image.src, base)
        if whole:
            shown.setdefault(_file(whole), _described(whole, image, evidence))
    declared = [
        Read(whole, c.value, c.source)
        for c in evidence.declared(Field.IMAGES)[:MAX_DECLARED]
        if (whole := address(c.value, base))
    ]
    if declared:
        lead = str(declared[0].value)
        same = shown.pop(_file(lead), ImageRef(url=lead))
        refs = (same.model_copy(update={"url": lead}), *shown.values())
        return Pick(refs[:MAX_IMAGES], pick(declared).provenance)
    refs = tuple(shown.values())[:MAX_IMAGES]
    return pick([Read(refs, refs[0].url, "page")] if refs else [])


def _in_article(evidence: Evidence) -> Iterator[Image]:
    """The images after the title, up to the end of the text, but for portraits of authors and
    those of other items."""
    page, roles = evidence.page, evidence.verdicts.roles
    marked = [b.index for b in evidence.blocks(*_STARTS)]
    if not marked:
        return
    places = page.derived(Places)
    for image in page.images:
        if not marked[0] < image.block <= marked[-1] + 1 or places.is_foreign(image.container):
            continue
        around = [roles[i] for i in (image.block - 1, image.block) if 0 <= i < len(roles)]
        if any(r in _PORTRAITS for r in around[1:]) or not ARTICLE_ROLES.issuperset(around):
            continue
        yield image


def _described(url: str, image: Image, evidence: Evidence) -> ImageRef:
    """An image with its alternative text, and the caption and credit that follow it."""
    found: dict[Role, str] = {}
    for block in evidence.page.blocks[image.block : image.block + MAX_LEGEND]:
        role = evidence.verdicts.roles[block.index]
        if role not in (Role.CAPTION, Role.CREDIT):
            break
        found.setdefault(role, block.text)
    return ImageRef(
        url=url,
        alt=clean_text(image.alt) or None,
        caption=found.get(Role.CAPTION),
        credit=found.get(Role.CREDIT),
    )


def _file(url: str) -> str:
    """What tells an image from others whatever its size: the last segment of its path."""
    parts = urlsplit(url)
    return parts.path.rstrip("/").rpartition("/")[2].lower() or url
