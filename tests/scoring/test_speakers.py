from declutter.reading.text import segment_text
from declutter.scoring.speakers import OUTSIDE, speakers

LONG = "The harbour master counted eleven boats before the fog came in again."


def test_the_nearest_long_neighbour_speaks() -> None:
    page = segment_text("\n".join([LONG, "Boats", "Fog", LONG]))
    before, after = speakers(page.blocks, [1.5, 0.1, 0.2, 2.5])
    assert before == [OUTSIDE, 1.5, 1.5, 1.5]
    assert after == [2.5, 2.5, 2.5, OUTSIDE]


def test_one_too_far_away_does_not() -> None:
    page = segment_text("\n".join([LONG, *"abcdefghi"]))
    before, _ = speakers(page.blocks, [1.0] * len(page.blocks))
    assert before[7] == 1.0
    assert before[8] == OUTSIDE
