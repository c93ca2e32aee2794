"""Rate ratios on an axis, asserted as data."""

from analysis.charts.ratio_axis import ends, half_width, place
from analysis.measures.results import NO_RATIO, RateRatio


def test_a_ratio_stands_at_its_logarithm() -> None:
    """Oracle: by hand."""
    assert [place(ratio) for ratio in (0.25, 0.5, 1.0, 2.0, 4.0)] == [-2, -1, 0, 1, 2]
    assert place(0) == -float("inf")
    assert place(float("inf")) == float("inf")


def test_the_axis_is_wide_enough_for_every_estimate() -> None:
    """Oracle: by hand: 6 times is 2.6 doublings; nothing asks for less than 2 or more than 4."""
    assert half_width([]) == 2
    assert half_width([RateRatio(6.0, 3.0, 12.0, 0.01)]) == 3
    assert half_width([RateRatio(40.0, 3.0, 400.0, 0.01)]) == 4


def test_open_intervals_run_off_the_axis() -> None:
    """Oracle: what RateRatio says: none in the reference: no upper bound; none after: low 0."""
    no_reference = ends(RateRatio(None, 2.0, None, 0.01), 2)
    assert no_reference is not None
    assert (no_reference.low, no_reference.off_left, no_reference.off_right) == (1.0, False, True)
    none_after = ends(RateRatio(0.0, 0.0, 0.5, 0.01), 2)
    assert none_after is not None
    assert (none_after.high, none_after.off_left, none_after.off_right) == (-1.0, True, False)
    assert ends(NO_RATIO, 2) is None
