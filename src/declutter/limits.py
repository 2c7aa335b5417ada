"""Bounds on the work one page may cause: one frozen model with documented defaults."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a page is read. What lies beyond is cut, and the cut is told in a warning.

    The defaults hold a page to a few seconds and a few hundred megabytes on one core. They lie
    above every one of 2,769 real pages measured, the largest of which had 2.3 MB of source, 0.4 MB
    of text, 94,000 characters in one text node, 15,800 elements 56 deep, 136 attributes on a tag
    and 153,000 characters in one JSON-LD script.

    >>> Limits(depth=100).depth
    100
    >>> Limits(depth=0)
    Traceback (most recent call last):
    ValueError: limit 'depth' must be a whole number from 1 to 2000, not 0
    """

    source: int = 32_000_000
    """Bytes of the source (characters of a `str`)."""
    text: int = 5_000_000
    """Characters of visible text of a page, or of a flattened text. Three megabytes of text a
    second is what the engine is held to, so this bounds it to some two seconds."""
    text_node: int = 1_000_000
    """Characters of one run of text between two tags, or of one line of a flattened text."""
    elements: int = 400_000
    """Elements of the tree; at some 300 bytes each they take 120 MB."""
    blocks: int = 80_000
    """Blocks of a document; at some 1.5 kB each, with their trace, they take 120 MB."""
    depth: int = 256
    """Nesting of elements. Deeper ones are flattened: their text stays, their tags go. It bounds
    the walks from a block up to the root; libxml2 itself stops at 2,048."""
    attributes: int = 256
    """Attributes of one element. libxml2 compares each with all the others, so that 50,000 on one
    tag take 20 s; the rest is dropped before it sees them."""
    json_ld: int = 1_000_000
    """Characters of one JSON-LD script."""
    combining: int = 30
    """Combining marks in a row; 30 is what Unicode calls stream-safe. Normalising is quadratic
    in the length of a run."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            most = _MOST.get(field.name, 2**40)
            if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
                raise ValueError(
                    f"limit {field.name!r} must be a whole number from 1 to {most}, not {value!r}"
                )


# libxml2 gives up at a depth of 2,048, and its attribute check is quadratic.
_MOST = {"depth": 2000, "attributes": 5000}

DEFAULT_LIMITS = Limits()
