"""The pipeline and its ledger: which decision stands, and how pipelines are changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import FrozenInstanceError, dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.api import extract
from declutter.document import Block, Container, Document, Kind, Location
from declutter.limits import DEFAULT_LIMITS
from declutter.pipeline import Decision, Ledger, Pipeline, Reason, Strength, Verdicts
from declutter.presets import default_pipeline
from declutter.reading.html import segment
from declutter.reading.parse import parse
from declutter.reading.text import segment_text
from declutter.roles import Role

FIXTURES = Path(__file__).parent / "fixtures"
SIZE = 4


class Why(StrEnum):
    SAID_SO = "said_so"


@dataclass(frozen=True)
class Says:
    """A stage that returns what it was given."""

    name: str
    decisions: tuple[Decision, ...] = ()

    def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
        return self.decisions


def decide(
    block: int, role: Role, strength: Strength = Strength.NORMAL, stage: str = "test"
) -> Decision:
    return Decision(block, role, stage, Why.SAID_SO, "evidence", strength)


def document(size: int = SIZE) -> Document:
    blocks = tuple(
        Block(
            index=i,
            text=f"Paragraph {i}",
            kind=Kind.PARAGRAPH,
            level=0,
            container=0,
            tag="p",
            tokens=frozenset(),
            words=2,
            link_words=0,
            links=(),
            emphasis=0.0,
            gap=0,
            location=Location(None, i + 1, i + 1),
        )
        for i in range(size)
    )
    root = Container(0, -1, 0, "body", frozenset(), "", "", "", "", "", "body", 0, size)
    return Document(blocks, (root,))


def three() -> Pipeline:
    return Pipeline((Says("one"), Says("two"), Says("three")))


def test_the_stronger_decision_stands_whatever_the_order() -> None:
    strong = decide(0, Role.BODY, Strength.STRONG)
    weak = decide(0, Role.AD, Strength.WEAK)
    for order in ((strong, weak), (weak, strong)):
        ledger = Ledger(1)
        ledger.write(order)
        assert ledger.verdict(0) is strong
        assert ledger.roles[0] is Role.BODY


@pytest.mark.parametrize("strength", Strength)
def test_of_equal_strength_the_later_stands(strength: Strength) -> None:
    ledger = Ledger(1)
    ledger.write([decide(0, Role.AD, strength), decide(0, Role.BODY, strength)])
    assert ledger.roles[0] is Role.BODY


def test_strengths_are_ordered() -> None:
    assert Strength.WEAK < Strength.NORMAL < Strength.STRONG


def test_overruled_decisions_stay_in_the_ledger() -> None:
    entries = [decide(0, Role.AD), decide(0, Role.BODY), decide(0, Role.SHARE, Strength.WEAK)]
    ledger = Ledger(1)
    ledger.write(entries)
    assert ledger.entries == entries
    assert ledger.standing[0] is entries[1]


def test_blocks_that_nobody_decided_on_are_boilerplate() -> None:
    ledger = Pipeline((Says("one", (decide(1, Role.BODY),)),)).run(document(3))
    assert list(ledger.roles) == [Role.BOILERPLATE, Role.BODY, Role.BOILERPLATE]
    assert ledger.verdict(0).reason is Reason.UNDECIDED
    assert ledger.verdict(0).stage == "pipeline"
    assert ledger.verdict(1).stage == "test"


def test_an_open_ledger_has_no_verdict_on_an_undecided_block() -> None:
    ledger = Ledger(1)
    assert ledger.roles == [None]
    with pytest.raises(LookupError, match="block 0 is undecided"):
        ledger.verdict(0)


def test_a_stage_sees_what_was_decided_before_it() -> None:
    seen: list[Role | None] = []

    @dataclass(frozen=True)
    class Looks:
        name: str = "looks"

        def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
            seen.extend(verdicts.roles)
            return ()

    Pipeline((Says("one", (decide(0, Role.BODY),)), Looks())).run(document(2))
    assert seen == [Role.BODY, None]


def test_a_stage_that_yields_does_not_see_its_own_decisions() -> None:
    seen: list[Role | None] = []

    @dataclass(frozen=True)
    class Yields:
        name: str = "yields"

        def __call__(self, page: Document, verdicts: Verdicts) -> Iterable[Decision]:
            for block in page.blocks:
                seen.append(verdicts.roles[0])
                yield decide(block.index, Role.BODY)

    Pipeline((Yields(),)).run(document(2))
    assert seen == [None, None]


def test_before_after_replace_without() -> None:
    pipeline, new = three(), Says("new")
    assert pipeline.before("one", new).names == ("new", "one", "two", "three")
    assert pipeline.before("three", new).names == ("one", "two", "new", "three")
    assert pipeline.after("one", new).names == ("one", "new", "two", "three")
    assert pipeline.after("three", new).names == ("one", "two", "three", "new")
    assert pipeline.replace("two", new).names == ("one", "new", "three")
    assert pipeline.without("two").names == ("one", "three")


def test_a_stage_may_be_replaced_by_one_of_its_name() -> None:
    changed = three().replace("two", Says("two", (decide(0, Role.AD),)))
    assert changed.names == three().names
    assert changed.run(document()).roles[0] is Role.AD


def test_a_pipeline_never_changes() -> None:
    pipeline, new = three(), Says("new")
    pipeline.before("one", new)
    pipeline.after("one", new)
    pipeline.replace("one", new)
    pipeline.without("one")
    assert pipeline == three()
    with pytest.raises(FrozenInstanceError):
        pipeline.stages = ()  # type: ignore[misc]


@pytest.mark.parametrize("method", ["before", "after", "replace", "without"])
def test_an_unknown_name_is_answered_with_the_known_ones(method: str) -> None:
    args = ("for",) if method == "without" else ("for", Says("new"))
    with pytest.raises(ValueError, match="no stage is called 'for'; there are: one, two, three"):
        getattr(three(), method)(*args)


@pytest.mark.parametrize("method", ["before", "after", "replace"])
def test_names_stay_unique(method: str) -> None:
    with pytest.raises(ValueError, match="stage names must be unique, twice here: three"):
        getattr(three(), method)("one", Says("three"))


def test_names_are_unique_from_the_start() -> None:
    with pytest.raises(ValueError, match="twice here: a, b"):
        Pipeline((Says("b"), Says("a"), Says("a"), Says("b"), Says("c")))


decisions = st.builds(
    decide, st.integers(0, SIZE - 1), st.sampled_from(Role), st.sampled_from(Strength)
)


@given(st.lists(st.lists(decisions, max_size=6), max_size=6))
def test_replaying_the_ledger_gives_the_same_roles(spoken: list[list[Decision]]) -> None:
    stages = tuple(Says(f"stage {i}", tuple(said)) for i, said in enumerate(spoken))
    ledger = Pipeline(stages).run(document())
    again = Ledger(SIZE)
    again.write(ledger.entries)
    assert again.roles == ledger.roles
    assert again.standing == ledger.standing


@given(st.lists(decisions, min_size=1, max_size=12))
def test_the_strongest_stands_and_the_last_of_them(spoken: list[Decision]) -> None:
    ledger = Ledger(SIZE)
    ledger.write(spoken)
    for block in range(SIZE):
        said = [d for d in spoken if d.block == block]
        strongest = max((d.strength for d in said), default=None)
        want = [d for d in said if d.strength == strongest]
        assert ledger.standing[block] == (want[-1] if want else None)


@pytest.mark.parametrize("form", ["html", "txt"])
@pytest.mark.parametrize("fixture", ["aggregator", "blog-comments", "documentation"])
def test_replaying_the_default_pipeline_gives_the_roles_of_the_article(
    fixture: str, form: str
) -> None:
    source = (FIXTURES / fixture / f"page.{form}").read_text(encoding="utf-8")
    page = (
        segment(parse(source, DEFAULT_LIMITS)[0], None)
        if form == "html"
        else segment_text(source, None)
    )
    ledger = default_pipeline().run(page)
    again = Ledger(len(page.blocks))
    again.write(ledger.entries)
    assert again.roles == ledger.roles

    # The article holds more evidence (what the head declares), but its trace is made alike: every
    # block is there once, in order, with the decision that stands.
    article = extract(source, pipeline=Pipeline((Says("replay", tuple(ledger.entries)),)))
    assert [b.index for b in article.blocks] == list(range(len(page.blocks)))
    assert [b.role for b in article.blocks] == list(ledger.roles)
    assert [b.reason for b in article.blocks] == [
        ledger.verdict(i).reason.value for i in range(len(page.blocks))
    ]
