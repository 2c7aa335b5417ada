"""What the choice of metadata goes by: the page, the stages' roles, the tree if there is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from declutter.document import Block, Candidate, Document, Field
from declutter.lexicon import Concept, Cue, Position
from declutter.metadata.affixes import Site, parted, site
from declutter.model import Provenance, Rejected
from declutter.pipeline import Verdicts
from declutter.roles import SIGNATURE_ROLES, Role
from declutter.scoring.traits import Traits

# Addresses of a page that are looked at, and characters of each that are searched.
_ADDRESSES = 3
_DATING = 500
_WORDS = re.compile(r"(?<![\w@#./-])[^\W\d_]+(?![\w@/])")
MAX_REJECTED = 8
"""Losing candidates kept in a provenance."""
MAX_LABEL = 4
"""Words of a label in a line of its own."""


class Pick(NamedTuple):
    """A field's value and where it comes from; `value` is None where nothing was found."""

    value: object
    provenance: Provenance | None


class Read(NamedTuple):
    """A candidate and what was read from it."""

    value: object
    raw: str
    source: str


class Line(NamedTuple):
    """A short line with its points as a byline or date line; `cued` says that it opens with the
    words for what is sought."""

    block: Block
    points: int
    cued: bool


@dataclass
class Evidence:
    """One page's evidence, with the looks at it that several fields share."""

    page: Document
    verdicts: Verdicts
    now: datetime | None = None
    root: etree._Element | None = None
    title_at: int | None = None
    """Index of the block that shows the title, once the title is chosen."""
    date_lines: tuple[Line, ...] | None = None
    """The lines around the title that may date the page, once they were looked for."""

    def declared(self, field: Field) -> list[Candidate]:
        """The candidates declared for a field, in order of trust."""
        return self._by_field.get(field, [])

    @cached_property
    def _by_field(self) -> dict[Field, list[Candidate]]:
        found: dict[Field, list[Candidate]] = {}
        for c in self.page.declared:
            found.setdefault(c.field, []).append(c)
        return found

    def blocks(self, *roles: Role) -> Iterator[Block]:
        """The blocks that the stages gave one of these roles, in reading order."""
        indices = sorted(i for role in roles for i in self._by_role.get(role, ()))
        return (self.page.blocks[i] for i in indices)

    @cached_property
    def _by_role(self) -> dict[Role | None, list[int]]:
        found: dict[Role | None, list[int]] = defaultdict(list)
        for index, role in enumerate(self.verdicts.roles):
            found[role].append(index)
        return found

    @property
    def dating_addresses(self) -> list[str]:
        """The page's addresses as far as they are searched for days and months."""
        return [address[:_DATING] for address in self.page.addresses[:_ADDRESSES]]

    @cached_property
    def own_site(self) -> Site:
        """The names under which the site may stand: declared ones and its host's."""
        names = [c.value.lstrip("@") for c in self.declared(Field.SITE_NAME)]
        addresses = self.page.addresses
        hosts = dict.fromkeys(map(_host, addresses[:_ADDRESSES]))
        sites = [site((), host) for host in hosts if host]
        declared = site(n for n in dict.fromkeys(names) if len(parted(n)) == 1)
        return Site(
            declared.names.union(*(s.names for s in sites)),
            tuple(dict.fromkeys(label for s in sites for label in s.labels)),
            _is_home(next(iter(addresses), None)),
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the page writes in small letters."""
        return frozenset(
            word
            for block in self.page.blocks
            for word in _WORDS.findall(block.text)
            if word[0].islower()
        )

    @property
    def signature(self) -> list[int]:
        """Indices of the blocks that the stages took for bylines and date lines."""
        return [b.index for b in self.blocks(*SIGNATURE_ROLES)]

    def opens_with(self, block: Block, sought: Concept) -> bool:
        """Whether a block opens with a phrase of a concept."""
        for cue in self._cues[block.index]:  # no generator: most lines hold no phrase at all
            if cue.concept is sought and cue.position is not Position.INSIDE:
                return True
        return False

    def label_above(self, block: Block) -> str:
        """The line above a block where it may say what the block is ("Published"): a few words."""
        above = self.page.blocks[block.index - 1] if block.index else None
        short = above is not None and above.words <= MAX_LABEL
        return above.text if above and short and not any(map(str.isdigit, above.text)) else ""

    def is_labelled(self, block: Block, sought: Concept) -> bool:
        """Whether the line above a block is nothing but a phrase of a concept."""
        found = self._cues[block.index - 1] if self.label_above(block) else ()
        return any(c.concept is sought and c.position is Position.WHOLE for c in found)

    def cues(self, block: Block) -> tuple[Cue, ...]:
        """The phrases found in a block; the stages looked them up already."""
        return self._cues[block.index]

    @cached_property
    def _cues(self) -> Sequence[tuple[Cue, ...]]:
        return self.page.derived(Traits).cues

    @cached_property
    def steps(self) -> Sequence[int]:
        """For each block how many come before it, buttons to share the page not counted."""
        roles, share = self.verdicts.roles, Role.SHARE
        if share not in roles:
            return range(len(roles) + 1)
        return [0, *accumulate([role is not share for role in roles])]

    @cached_property
    def language(self) -> str | None:
        """The declared language tag, for reading names and dates."""
        if self.page.language:
            return self.page.language
        return next((c.value for c in self.declared(Field.LANGUAGE)), None)


def _host(address: str | None) -> str:
    try:
        host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return host if "." in host else ""


def _is_home(address: str | None) -> bool:
    """Whether an address leads to a host's root."""
    try:
        return address is not None and urlsplit(address).path in ("", "/")
    except ValueError:
        return False


def pick(read: Iterable[Read], lost: Iterable[Rejected] = ()) -> Pick:
    """The first of the values read; the others are kept as candidates that lost."""
    values = list(read)
    if not values:
        return Pick(None, None)
    best = values[0]
    rejected = [
        Rejected(
            value=v.raw,
            source=v.source,
            reason="equal" if v.value == best.value else "less trusted",
        )
        for v in values[1 : 1 + MAX_REJECTED]
    ]
    return Pick(
        best.value,
        Provenance(source=best.source, raw=best.raw, rejected=(*lost, *rejected)[:MAX_REJECTED]),
    )
