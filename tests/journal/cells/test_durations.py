"""Lengths of time. Oracle: worked out by hand."""

import pytest

from analysis.journal.cells import read_duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9:05.5", 9 + 5.5 / 60),
        ("0:45,0", 0.75),
        ("75:30.25", 75 + 30.25 / 60),
        ("1:20", 80),
        ("1:02:30", 62.5),
    ],
)
def test_only_seconds_have_tenths(text: str, minutes: float) -> None:
    """A stopwatch writes minutes and seconds; without tenths two parts are hours and minutes."""
    assert read_duration(text).value == pytest.approx(minutes)
    assert read_duration("9:65.5").value is None
