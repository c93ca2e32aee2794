"""Moments of UTC as wall-clock time. Oracle: the published changes of the clocks, by hand."""

from analysis.journal.cells.zones import local_moments
from tests.for_each import for_each


def test_local_times_from_utc_around_both_clock_changes() -> None:
    """Berlin 2025: 01:00 UTC of 30 March is 03:00, and 26 October has 02:30 twice, an hour apart."""
    utc = ["2025-03-30T00:59:00Z", "2025-03-30 01:00", "2025-10-26 00:30", "2025-10-26 01:30"]
    local = [found.text for found in local_moments(utc, ["Europe/Berlin"] * 4)[0]]
    assert local[:3] == ["2025-03-30 01:59:00", "2025-03-30 03:00:00", "2025-10-26 02:30:00+02:00"]
    assert local[3] == "2025-10-26 02:30:00+01:00"


@for_each(
    ("zone", "expected"),
    [
        ("Asia/Kolkata", "2025-06-01 15:30:00"),
        ("UTC+2", "2025-06-01 12:00:00"),
        ("GMT-05:30", "2025-06-01 04:30:00"),
        ("+0200", "2025-06-01 12:00:00"),
        ("UTC", "2025-06-01 10:00:00"),
        ("Middle/Earth", ""),
        ("", ""),
        ("../../etc/passwd", ""),
    ],
)
def test_zones_by_name_and_by_offset(zone: str, expected: str) -> None:
    found, _ = local_moments(["2025-06-01 10:00"], [zone])
    assert [moment.text for moment in found] == [expected]
