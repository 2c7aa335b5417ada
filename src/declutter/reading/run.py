"""The run of inline content that is being gathered into a block."""

from __future__ import annotations

from declutter.document import Link, count_words
from declutter.sanitize import clean_text

BREAK = "\u2028"
# Signs that link a heading to itself, for readers who want its address: no part of its words.
_PERMALINK = "¶#§🔗⚓\ufe0f"


def collapse(text: str, line_break: str = "\n") -> str:
    """A text with its white space collapsed and without blank lines, which `line_break` ends."""
    if line_break in text:
        lines = (" ".join(line.split()) for line in text.split(line_break))
        return "\n".join(line for line in lines if line)
    return " ".join(text.split())


class Run:
    """Pieces of text, with the links and the bold words among them; `names` are the class
    attributes of the inline elements that ended in the block, `around` of those still open, with
    the number of blocks before them. They outlive the block as open links do."""

    def __init__(self) -> None:
        self.bold = 0
        self._link: tuple[str, int] | None = None  # href, where its text starts in `pieces`
        self.pieces: list[str] = []
        self.names: list[str] = []
        self.around: list[tuple[str, int]] = []
        self.bold_words = 0
        self.ended = 0  # where the last inline element ended in `pieces`
        self._link_ended = 0, ""  # where the last link ended in `pieces`, and its address
        self._links: list[Link] = []
        self._broken = False

    def reset(self) -> None:
        """Begin the next block."""
        self.pieces.clear()
        if self.names:
            self.names.clear()
        if self._links:
            self._links.clear()
        self.bold_words = self.ended = 0
        self._link_ended = 0, ""
        self._broken = False
        if self._link is not None:
            self._link = (self._link[0], 0)

    def add(self, text: str) -> None:
        """Add text."""
        self.pieces.append(text)
        if self.bold:
            self.bold_words += len(text.split())

    def part(self, text: str) -> None:
        """Put a blank before text that an element's edge alone parts from the text before it.

        Pages part these by their style ("Ada Moss" and "12 May"). Where an edge stands amid a word,
        the word goes on in small letters, or single letters are set off; between two elements
        a number begins anew, after text it may be a note's.
        """
        before, first = self.pieces[-1], text[0]
        last = before[-1]
        if first.isupper():
            parted = last.islower() or last.isdigit()
        else:
            parted = first.isdigit() and last.islower() and self.ended == len(self.pieces)
        if parted and len(before) > 1:
            self.pieces.append(" ")

    def add_break(self) -> None:
        """Add a line break."""
        self.pieces.append(BREAK)
        self._broken = True

    def ends_in_break(self) -> bool:
        """Whether nothing visible stands behind the last line break."""
        if self._broken:
            for piece in reversed(self.pieces):
                if piece == BREAK:
                    return True
                if not piece.isspace():
                    return False
        return False

    def open_link(self, href: str) -> None:
        """A link begins here; one still open ends."""
        self.close_link()
        end, other = self._link_ended
        if end and end == len(self.pieces) and other != href:
            self.pieces.append(" ")  # pages part links that stand side by side by their style alone
        self._link = (href, len(self.pieces))

    def close_link(self) -> None:
        """The open link ends here."""
        if self._link is not None:
            href, start = self._link
            self._link = None
            self._count(href, start)
            self._link_ended = len(self.pieces), href

    def all_links(self) -> tuple[Link, ...]:
        """The links so far, the open one included."""
        if self._link is not None:
            self._count(*self._link)
        return tuple(self._links)

    def text(self, keep_lines: bool) -> str:
        """The text with white space collapsed, or (preformatted) kept."""
        raw = "".join(self.pieces)
        if keep_lines:
            return raw.strip("\r\n").rstrip()
        return collapse(raw, BREAK)

    def _count(self, href: str, start: int) -> None:
        if href and start < len(self.pieces):
            text = " ".join("".join(self.pieces[start:]).split())
            if text and href[0] == "#" and not text.strip(_PERMALINK):
                del self.pieces[start:]
            elif text:
                text = clean_text(text)
                self._links.append(Link(href, text, count_words(text)))
