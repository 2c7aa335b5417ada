"""The head that readers for language models write over the Markdown of a page.

"Title: ...", "URL Source: ...", "Published Time: ...", "Markdown Content:", each in a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from declutter.reading.text.lines import Line

_TITLE = "Title: "
_ADDRESS = re.compile(r"URL Source: (https?://\S+)$")
_CONTENT = "Markdown Content:"
_MOST_LINES = 8


def without_head(lines: Sequence[Line]) -> tuple[list[Line], str | None]:
    """The lines without the labels of such a head, and the address it gives.

    The title and the time stay as lines; a text without such a head is left as it is.
    """
    head = [line.text for line in lines[:_MOST_LINES]]
    if not head or not head[0].startswith(_TITLE) or _CONTENT not in head:
        return list(lines), None
    behind = head.index(_CONTENT) + 1
    addresses = [found[1] for text in head[:behind] if (found := _ADDRESS.match(text))]
    if not addresses:
        return list(lines), None
    title = lines[0]._replace(text=head[0].removeprefix(_TITLE).strip())
    kept = [line for line in lines[1 : behind - 1] if not _ADDRESS.match(line.text)]
    rest = [lines[behind]._replace(gap=1), *lines[behind + 1 :]] if behind < len(lines) else []
    return [title, *kept, *rest], addresses[0]
