"""The night rule by itself: noon to noon, named by the evening. The oracle is the calendar, by hand."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal.ledger.night_rule import moment_in_night, night_of

EPOCH = datetime(1970, 1, 1)


def seconds(moment: datetime) -> int:
    return round((moment - EPOCH).total_seconds())


def begins(day: int) -> datetime:
    return EPOCH + timedelta(days=day)


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (datetime(2024, 3, 12, 2, 30), "2024-03-11"),
        (datetime(2024, 3, 12, 11, 59, 59), "2024-03-11"),
        (datetime(2024, 3, 12, 12, 0), "2024-03-12"),
        (datetime(2024, 3, 1, 0, 0), "2024-02-29"),
        (datetime(2024, 12, 31, 23, 59), "2024-12-31"),
        (datetime(1969, 12, 31, 3, 0), "1969-12-30"),
    ],
)
def test_a_moment_belongs_to_the_night_of_its_evening(moment: datetime, night: str) -> None:
    assert begins(night_of(seconds(moment))).date().isoformat() == night


@given(st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)))
def test_every_moment_lies_in_its_night(moment: datetime) -> None:
    start = begins(night_of(seconds(moment.replace(microsecond=0)))) + timedelta(hours=12)
    assert start <= moment.replace(microsecond=0) < start + timedelta(days=1)


@given(st.integers(-5000, 30_000), st.times())
def test_a_clock_time_within_a_night_is_in_that_night(night: int, clock: time) -> None:
    assert night_of(moment_in_night(night, clock)) == night
