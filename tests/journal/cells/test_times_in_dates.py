"""The time of day in the text of a date. Oracle: what a person reads in it."""

from datetime import date, datetime

import pandas as pd
import pytest

from analysis.journal.cells.dates import read_date_column
from tests.for_each import for_each
from tests.journal.cells.test_dates import read


@for_each(
    ("text", "moment"),
    [
        ("2020-09-22 02:10", "2020-09-22 02:10:00"),
        ("2020-09-22T02:10:33", "2020-09-22 02:10:33"),
        ("2020-09-22T02:10:33.123456", "2020-09-22 02:10:33"),
        ("22/09/2020 2:10 am", "2020-09-22 02:10:00"),
        ("22/09/2020 2:10 PM", "2020-09-22 14:10:00"),
        ("22/09/2020 12:10 a.m.", "2020-09-22 00:10:00"),
        ("22/09/2020, 02:10:11", "2020-09-22 02:10:11"),
        ("Sep 22, 2020 at 2:10 AM", "2020-09-22 02:10:00"),
        ("22.09.2020 um 2:10 Uhr", "2020-09-22 02:10:00"),
        ("22.09.2020 14.30 Uhr", "2020-09-22 14:30:00"),
        ("22 septembre 2020 à 02h10", "2020-09-22 02:10:00"),
        ("02:10 22/09/2020", "2020-09-22 02:10:00"),
        ("22/09/2020 2pm", "2020-09-22 14:00:00"),
        ("22 Sep 2020 24:00", "2020-09-23 00:00:00"),
        ("22/09/2020 24:30", "2020-09-23 00:30:00"),
        ("2020-09-22 24:45", "2020-09-23 00:45:00"),
        ("44096.0903", "2020-09-22 02:10:02"),
    ],
)
def test_a_date_with_a_time_of_day(text: str, moment: str) -> None:
    column = read(text, "2020-09-22 05:00")
    assert str(column.values[0]) == moment
    assert column.has_time == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-29T02:30:00+01:00",
        "2020-03-29T02:30:00+02:00",
        "2020-03-29 02:30 -0500",
        "2020-03-29 02:30:00+02",
        "Sun Mar 29 2020 02:30:00 GMT+0200 (CEST)",
        "2020-03-29T02:30:00+02:00[Europe/Berlin]",
        "2020-03-29T02:30:00Z",
    ],
)
def test_an_offset_never_shifts_the_wall_clock(text: str) -> None:
    """Also where the hour does not exist in the zone: 02:30 of 29 March 2020 in Berlin stays 02:30."""
    assert str(read(text).values[0]) == "2020-03-29 02:30:00"


def test_utc_without_a_zone_is_kept_and_said() -> None:
    column = read("2020-03-29T02:30:00Z")
    assert column.repaired == [True]
    assert "UTC" in str(column.problems[0])


def test_midnight_in_every_cell_is_no_time_of_day() -> None:
    """A spreadsheet gives dates as moments at midnight."""
    column = read("2020-09-22 00:00:00", datetime(2020, 9, 23))
    assert column.has_time == [False, False]
    assert read("2020-09-22 00:00", "2020-09-23 02:10").has_time == [True, True]


@pytest.mark.parametrize(
    "text",
    ["January 3, 2025 9:00 PM (GMT+1)", "2025/01/03 21:00 (GMT-5)", "2025-01-03 21:00 (UTC+05:30)",
     "Fri Jan 03 2025 21:00:00 GMT+0100 (Central European Standard Time)"],
)  # fmt: skip
def test_an_offset_in_brackets_leaves_the_clock_on_the_wall(text: str) -> None:
    read = read_date_column([text], None, date(2026, 1, 1))
    assert read.values == [pd.Timestamp("2025-01-03 21:00")]


@pytest.mark.parametrize("text", ["2025-03-14 07.12.33", "2025-03-14 kl. 07.12", "14. 3. 2025 07.12"])
def test_a_time_with_points_behind_a_date_is_its_time(text: str) -> None:
    """As forms and spreadsheets in Swedish, Finnish and Italian write them."""
    (read,) = read_date_column([text], None, date(2026, 1, 1)).values
    assert read is not None
    assert (read.date(), read.hour, read.minute) == (date(2025, 3, 14), 7, 12)
