"""One date in every form that people write. Oracle: the calendar, and what a person would read."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from analysis.journal.cells.dates import read_date_column
from tests.for_each import for_each
from tests.journal.cells.test_dates import days, read


@for_each(
    "text",
    [
        "2020-09-22",
        "2020/09/22",
        "2020.09.22",
        "2020-9-22",
        "20200922",
        "22/09/2020",
        "9/22/2020",
        "22.09.2020",
        "22.9.20",
        "22-09-2020",
        "22 / 9 / 2020",
        "22. 09. 2020",
        "22 Sep 2020",
        "22nd Sep 2020",
        "22nd of September, 2020",
        "September 22, 2020",
        "Sep 22nd 2020",
        "22-Sep-20",
        "2020 Sep 22",
        "Tuesday, 22 September 2020",
        "Tue 22/09/2020",
        "22/09/2020 (Tue)",
        "Di., 22. September 2020",
        "Dienstag 22.09.2020",
        "22 septembre 2020",
        "mardi 22 sept. 2020",
        "22 de septiembre de 2020",
        "martes, 22/09/2020",
        "22 settembre 2020",
        "22 september 2020",
        "2020年9月22日",
        "44096",
        "night of 22 Sep 2020",
        "20200922T021000",
        "2020-09-22/23",
        "22.09.2020 - 23.09.2020",
        "2020-W39-2",
        "2020w392",
        "night 22 Sep to 23 Sep 2020",
        "night of 22 Sep 2020 to 23 Sep 2020",
        "Tue 22 Sep/Wed 23 Sep 2020",
        "September 22 - September 23, 2020",
        "Sept. 22, '20",
        "21/22 Sep 2020",
        "22/23 September 2020",
    ],
)
def test_one_date_in_every_form(text: str) -> None:
    expected = "2020-09-21" if text.startswith("21/22") else "2020-09-22"
    assert days(read(text)) == [expected]


@for_each(
    "text",
    [
        "31/02/2020",
        "2020-13-01",
        "2020-02-30",
        "32 Sep 2020",
        "hello",
        "12",
        "7.5",
        "22 foo 2020",
        "99999",
        "yesterday",
        "2020-09-22 25:10",
        "2020-09",
        "Sep 2020",
        "12:30",
        "1/2/3/4",
        "0000-00-00",
    ],
)
def test_no_date_is_set_aside_with_a_problem_that_does_not_repeat_it(text: str) -> None:
    column = read(text)
    assert column.values == [None]
    assert column.problems[0]
    assert text not in str(column.problems[0])


def test_what_a_spreadsheet_hands_over() -> None:
    column = read(datetime(2020, 9, 22, 2, 10), date(2020, 9, 23), 44098, 44099.5)
    assert [str(value) for value in column.values] == [
        "2020-09-22 02:10:00",
        "2020-09-23 00:00:00",
        "2020-09-24 00:00:00",
        "2020-09-25 12:00:00",
    ]


@for_each(
    ("text", "day"),
    [
        ("night 3 Mar to 4 Mar", "2026-03-03"),
        ("night of 3-4 March", "2026-03-03"),
        ("30 Apr to 1 May", "2026-04-30"),
        ("31 Dec 2024 - 1 Jan 2025", "2024-12-31"),
        ("31 Dec - 1 Jan 2025", "2024-12-31"),
        ("28 Feb 2024 to 29 Feb 2024", "2024-02-28"),
        ("mar 3 mar 2020", "2020-03-03"),
        ("mar 3 mar 20", "2020-03-03"),
        ("mar. 06/04/2021", "2021-04-06"),
        ("06/04/2021 (mar)", "2021-04-06"),
        ("Mar 6-7 2021", "2021-03-06"),
    ],
)
def test_of_two_days_the_first_is_the_evening(text: str, day: str) -> None:
    """By the calendar; "mar" is Tuesday in French and Spanish, and 3 March 2020 and 6 April 2021 were."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "3 Mar to 6 Mar 2025",
        "3 Mar 2025 to 6 Mar 2025",
        "28 Feb 2025 to 29 Feb 2025",
        "2025-W54-1",
        "2025-W10",
    ],
)
def test_longer_times_and_days_that_are_not_are_no_dates(text: str) -> None:
    assert days(read(text)) == [None]


def test_unix_times_are_read_as_utc_and_said() -> None:
    """Oracle: datetime.fromtimestamp in UTC."""
    moments = [datetime(2025, 3, 4, 2, 10), datetime(2025, 3, 6, 23, 50, 7), datetime(2025, 3, 9, 4, 0)]
    seconds = [(moment - datetime(1970, 1, 1)) // timedelta(seconds=1) for moment in moments]
    for texts in ([str(second) for second in seconds], [f"{second}000" for second in seconds]):
        column = read(*texts, "")
        assert column.values == [*map(pd.Timestamp, moments), None]
        assert column.has_time == [True, True, True, False]
        assert column.repaired == [True, True, True, False]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo"])
def test_unix_times_of_midnights_are_their_dates(zone: str) -> None:
    """Midnights of a zone over a change of its clocks. Oracle: zoneinfo."""
    wanted = [date(2025, 3, 1) + timedelta(days=day) for day in range(40)]
    stamps = [datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp() for day in wanted]
    column = read(*(f"{stamp:.0f}" for stamp in stamps))
    assert days(column) == [day.isoformat() for day in wanted]
    assert not any(column.has_time)


def test_numbers_that_are_no_unix_times_stay_numbers() -> None:
    """One cell that is none, a moment in the future, and midnights halfway between two dates."""
    assert days(read("1741054200", "12")) == [None, None]
    assert days(read("1741054200", "4102444800")) == [None, None]
    auckland = [datetime(2025, 3, day, tzinfo=ZoneInfo("Pacific/Auckland")).timestamp() for day in (1, 2, 3)]
    assert days(read(*(f"{stamp:.0f}" for stamp in auckland))) == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "14/03/2025 11:45:00 p. m.", "14/3/2025, 11:45:00\u00a0p.\u00a0m.", "14 mar 2025, 11:45:00 p. m.",
        "2025年3月14日 午後11:45:00", "2025/03/14 下午11:45:00", "20250314234500", "20250314T234500Z",
    ],
)  # fmt: skip
def test_moments_as_programs_of_other_languages_write_them(text: str) -> None:
    """Oracle: a quarter to midnight on 14 March 2025, by hand."""
    assert read(text).values == [pd.Timestamp("2025-03-14 23:45:00")]


@pytest.mark.parametrize(
    ("text", "begins"),
    [("January 3, 2025 → January 4, 2025", "2025-01-03"),
     ("January 3, 2025 9:00 PM (GMT+1) → 10:00 PM", "2025-01-03 21:00"),
     ("2025/01/03 21:00 (GMT+1) → 2025/01/04 01:00 (GMT+1)", "2025-01-03 21:00")],
)  # fmt: skip
def test_of_a_span_with_an_arrow_the_beginning_counts_and_it_is_said(text: str, begins: str) -> None:
    read = read_date_column([text], None, date(2026, 1, 1))
    assert read.values == [pd.Timestamp(begins)]
    assert read.repaired == [True]
    assert read.problems == ["the cell holds a beginning and an end; its beginning counts"]
    assert read_date_column(["January 3, 2025 → soon"], None, date(2026, 1, 1)).values == [None]


def test_the_short_months_of_czech_are_months() -> None:
    """Oracle: the abbreviations of the Unicode CLDR, cs."""
    months = ("led", "úno", "bře", "dub", "kvě", "čvn", "čvc", "srp", "zář", "říj", "lis", "pro")
    read = read_date_column([f"14. {month} 2025" for month in months], None, date(2026, 1, 1)).values
    assert [None if day is None else day.month for day in read] == list(range(1, 13))
