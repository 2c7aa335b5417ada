"""Take the article out of a web page, with its related items and chrome apart.

>>> from declutter import extract
>>> extract("").status
<Status.EMPTY: 'empty'>
"""

from declutter.api import extract
from declutter.document import Block, Container, Document, Image, Kind, Link, Location
from declutter.errors import DeclutterError, EmptyPageError, LimitError, UnsupportedPageError
from declutter.limits import Limits
from declutter.model import (
    Article,
    BlockTrace,
    ChromeItem,
    ImageRef,
    PageType,
    PageWarning,
    Provenance,
    Rejected,
    RelatedItem,
    RelatedKind,
    Section,
    Status,
)
from declutter.pipeline import Decision, Pipeline, Stage, Strength, Verdicts
from declutter.presets import default_pipeline
from declutter.roles import Label, Role

__all__ = [
    "Article",
    "Block",
    "BlockTrace",
    "ChromeItem",
    "Container",
    "Decision",
    "DeclutterError",
    "Document",
    "EmptyPageError",
    "Image",
    "ImageRef",
    "Kind",
    "Label",
    "LimitError",
    "Limits",
    "Link",
    "Location",
    "PageType",
    "PageWarning",
    "Pipeline",
    "Provenance",
    "Rejected",
    "RelatedItem",
    "RelatedKind",
    "Role",
    "Section",
    "Stage",
    "Status",
    "Strength",
    "UnsupportedPageError",
    "Verdicts",
    "default_pipeline",
    "extract",
]
