"""What HTML elements are to a reader: visible or not, block or inline, and of which kind."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import islice

from lxml import etree

from declutter.document import Kind, count_words

INVISIBLE = frozenset(
    "head script style template svg iframe object canvas audio video datalist"
    " frameset noframes applet param link meta base title area rp colgroup".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr"
    " output progress q rb rt ruby rtc s samp small span strike strong sub sup time tt u var wbr"
    # Void in a browser, but libxml2 puts into them what follows, up to the end of their parent.
    " embed source track map"
    " math mi mn mo ms mtext mrow msup msub mfrac msqrt semantics annotation".split()
)
BOLD = frozenset(["b", "strong"])
# Inline elements whose edges stand amid words and formulas.
JOINED = frozenset("wbr sub sup rb rt math mi mn mo ms mtext mrow msup msub mfrac msqrt".split())
HEADINGS = {f"h{i}": i for i in range(1, 7)}
_LEVELS = frozenset("123456")
PREFORMATTED = frozenset(["pre", "listing", "xmp"])
KIND_OF = (
    {
        "li": Kind.LIST_ITEM,
        "blockquote": Kind.QUOTE,
        "figcaption": Kind.CAPTION,
        "caption": Kind.CAPTION,
        "dt": Kind.TERM,
        "dd": Kind.DEFINITION,
        "button": Kind.CONTROL,
        "select": Kind.CONTROL,
        "legend": Kind.CONTROL,
        "tr": Kind.ROW,
    }
    | dict.fromkeys(PREFORMATTED, Kind.CODE)
    | dict.fromkeys(HEADINGS, Kind.HEADING)
)
# Inside these the kind of what is around them is forgotten: a section in a list item is no item.
RESETTING = frozenset(["article", "section", "table", "nav"])

# A table row is kept as one block unless a cell holds one of these: then the table is layout.
_LAYOUT = frozenset("table ul ol h1 h2 h3 h4 h5 h6 article section form pre blockquote".split())
# Words of a cell beyond which a row is layout: cells of data say less.
_CELL_WORDS = 80
_NO_BLOCKS = INLINE | INVISIBLE | {"img", "br"}


class Sort(Enum):
    """What the walk does with an element that is not block-level."""

    SKIP = auto()
    BREAK = auto()
    PICTURE = auto()
    WITHIN = auto()


SORT_OF: dict[object, Sort] = (
    dict.fromkeys(INVISIBLE, Sort.SKIP)
    | dict.fromkeys(INLINE, Sort.WITHIN)
    | dict.fromkeys([etree.Comment, etree.ProcessingInstruction, etree.Entity], Sort.SKIP)
    | {"br": Sort.BREAK, "img": Sort.PICTURE, "input": Sort.PICTURE}
)
HIDDEN_UNMARKED = frozenset(["noscript", "dialog"])  # without any attribute
_NEVER_HIDDEN = frozenset(["html", "body", "main", "article"])
_PANELS = frozenset(["tabpanel", "region"])  # a click shows them: closed tabs and accordions
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LOOKED_AT = 200  # elements inside an anchor or a row; more of them are not all inline


def is_hidden(tag: str, element: etree._Element) -> bool:
    """Whether a browser that has run no script leaves the element out."""
    if tag == "noscript":
        return True
    hidden = element.get("hidden")
    marked = hidden is not None and hidden != "until-found"
    if not marked and tag != "dialog":
        style = element.get("style")
        if not style or not _HIDING.search(style):
            return False
    if tag in _NEVER_HIDDEN or element.get("role") in _PANELS:
        return False
    return marked or tag != "dialog" or element.get("open") is None


@lru_cache(maxsize=4096)
def shape(tag: str, classes: str) -> str:
    """Equal for elements written alike: the tag and the class names without their numbers."""
    return f"{tag}.{_DIGITS.sub('', classes)}"


def is_shadow(tag: object, element: etree._Element) -> bool:
    """Whether a template is the inside of its parent that a browser shows (declared shadow)."""
    return tag == "template" and bool(element.get("shadowrootmode") or element.get("shadowroot"))


def heading_level(element: etree._Element) -> int:
    """The level of an element that is a heading by its ARIA role; 2 where it gives none."""
    level = element.get("aria-level", "")
    return int(level) if level in _LEVELS else 2


def preformatted(element: etree._Element) -> str:
    """The text that a preformatted element shows, its line breaks included."""
    if len(element) == 0:
        return element.text or ""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "end":
            pieces.append(inner.tail or "" if inner is not element else "")
        elif inner.tag in INVISIBLE:
            walk.skip_subtree()
        else:
            pieces.append("\n" if inner.tag == "br" else inner.text or "")
    return "".join(pieces)


def fills_heading(button: etree._Element) -> bool:
    """Whether a button is all that the heading around it says, as in an accordion."""
    inner = button
    for outer in button.iterancestors():
        if len(outer) != 1 or (outer.text or "").strip() or (inner.tail or "").strip():
            return False
        if outer.tag in HEADINGS:
            return True
        inner = outer
    return False


def holds_blocks(anchor: etree._Element) -> bool:
    """Whether an inline element has block-level elements inside, as a link around a card has."""
    inside = 0
    for inner in islice(anchor.iterdescendants(), _LOOKED_AT):
        if inner.tag not in _NO_BLOCKS:
            return True
        inside += 1
    return inside == _LOOKED_AT


def words_in(element: etree._Element) -> int:
    """How many words stand in an element, hidden ones included."""
    return count_words("".join(element.itertext()))  # type: ignore[arg-type]


def is_data_row(row: etree._Element) -> bool:
    """Whether a table row reads as one line: several cells with text, none of them built of blocks,
    nor as long as a text in a layout of tables."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or any(inner.tag in _LAYOUT for inner in row.iterdescendants()):
        return False
    words = [words_in(cell) for cell in cells]
    return sum(map(bool, words)) > 1 and max(words) <= _CELL_WORDS
