"""Where names stand above the timeline. The oracle is the geometry, done again here."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts.flags import place_flags


def test_names_far_apart_all_stand_on_the_lowest_level() -> None:
    """Oracle: by hand."""
    assert [flag.level for flag in place_flags([10, 200, 400], [50, 50, 50], 500, 4)] == [0, 0, 0]


def test_a_name_climbs_over_the_pole_to_its_right() -> None:
    """Oracle: by hand: the left name is 80 px wide and the next pole is 40 px away."""
    left, right = place_flags([100, 140], [80, 80], 500, 4)
    assert (left.level, right.level) == (1, 0)


def test_at_the_right_edge_a_name_stands_left_of_its_pole() -> None:
    """Oracle: by hand: 20 px are left of 500."""
    assert place_flags([480], [80], 500, 4)[0].left


def test_without_room_the_pole_stays_without_a_name() -> None:
    """Oracle: by hand: a name wider than the axis."""
    assert place_flags([50], [200], 100, 4)[0].level is None


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.floats(0, 600), st.floats(10, 150)), max_size=25),
    st.integers(1, 5),
)
def test_no_two_names_touch_and_no_pole_crosses_a_name(items: list[tuple[float, float]], levels: int) -> None:
    """Oracle: every pair of boxes compared."""
    poles, widths = [x for x, _ in items], [width for _, width in items]
    flags = place_flags(poles, widths, 600, levels)
    named = [
        (flag.level, *((flag.x - wide, flag.x) if flag.left else (flag.x, flag.x + wide)), flag.x)
        for flag, wide in zip(flags, widths, strict=True)
        if flag.level is not None
    ]
    assert len(flags) == len(items)
    for place, (level, low, high, _) in enumerate(named):
        assert 0 <= level < levels
        assert low >= 0
        assert high <= 600
        for other, (above, start, end, pole) in enumerate(named):
            if other != place:
                assert above != level or high <= start or end <= low
                assert above < level or not low < pole < high
