"""The links of a page by address, and which of them may offer another article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from declutter.document import Block, Document, Link
from declutter.scoring.addresses import Address, Addresses
from declutter.scoring.prose import is_prose, runs_on

# A link of fewer words, to a path that names no more, is the entry of a menu.
MENU_WORDS = 3
_NO_RUN = frozenset(["p", "h1", "h2", "h3", "h4", "body", "main"])


class Use(NamedTuple):
    """One use of an address: the block, and the link in it."""

    block: Block
    link: Link


class Links:
    """The links of a page by address; `uses` holds those outside the prose.

    `flows[i]` tells whether block i is running text. `runs[c]` is the nearest container from c
    outwards that stands among its like, -1 where there is none; `run_words` are the words in links
    of such a run, by the container around and the shape. `pictures[i]` images stand before block i.
    """

    def __init__(self, page: Document) -> None:
        self.page = page
        self.addresses = page.derived(Addresses)
        self.flows = [runs_on(b) for b in page.blocks]
        self.uses: dict[Address, list[Use]] = {}
        read = self.addresses.read
        linked = [b for b in page.blocks if b.links]
        places = {link.href for b in linked for link in b.links if link.href.startswith("#")}
        for b in linked:
            outside = not is_prose(b)
            for link in b.links:
                href = link.href
                if places and "#" in href and href[href.index("#") :] in places:
                    continue  # the permanent address of a part of this page
                address = read(href)
                if address is not None:
                    uses = self.uses.setdefault(address, [])
                    if outside:
                        uses.append(Use(b, link))
        self.run_words: dict[tuple[int, str], int] = {}
        self.runs = self._runs()
        self.pictures = self._pictures()

    def candidates(self) -> Iterator[tuple[Address, list[Use]]]:
        """Addresses that may be offers: other pages, linked to outside the prose.

        What stands in one line with a link to the page itself says where and when that appeared.
        """
        own = self.addresses.own
        ours = {u.block.index for a, uses in self.uses.items() if a.key in own for u in uses}
        for address, uses in self.uses.items():
            if address.key in own or not (address.segments or address.query):
                continue
            others = [u for u in uses if u.block.index not in ours] if ours else uses
            if others and not _is_plain(address, others):
                yield address, others

    def entry(self, block: Block) -> tuple[int, str] | None:
        """The run of like elements that a block stands in, by the container around and the shape;
        None where it stands in none."""
        run = self.runs[block.container]
        if run < 0:
            return None
        c = self.page.containers[run]
        return c.parent, c.shape

    def _runs(self) -> list[int]:
        counts, sums, words = self.page.shape_counts, self.page.link_sums, self.run_words
        runs: list[int] = []
        for c in self.page.containers:
            parent = c.parent
            if parent < 0:
                runs.append(-1)
                continue
            key = parent, c.shape
            if counts[key] > 1 and c.tag not in _NO_RUN:
                runs.append(c.index)
                words[key] = words.get(key, 0) + sums[c.last] - sums[c.first]
            else:
                runs.append(runs[parent])
        return runs

    def _pictures(self) -> list[int]:
        counts = [0] * (len(self.page.blocks) + 2)
        for image in self.page.images:
            counts[min(image.block, len(self.page.blocks)) + 1] += 1
        for i in range(1, len(counts)):
            counts[i] += counts[i - 1]
        return counts


def _is_plain(address: Address, uses: list[Use]) -> bool:
    """Whether a link is a menu's at first sight: a word or two, to a path of a word or two."""
    return (
        not address.query
        and max([u.link.words for u in uses]) < MENU_WORDS
        and len(address.slug) < MENU_WORDS
        and not address.is_numbered
    )
