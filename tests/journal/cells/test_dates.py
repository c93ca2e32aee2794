"""A column of dates. Oracle: the calendar, and what a person would read in the text."""

import random
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.journal.cells.dates import DateColumn, read_date_column
from analysis.journal.cells.zones import local_moments
from analysis.journal.model import DateOrder
from tests.clock import assert_within

TODAY = date(2026, 11, 23)


def read(*texts: str | float | datetime | None, order: DateOrder | None = None) -> DateColumn:
    return read_date_column(list(texts), order, TODAY)


def days(column: DateColumn) -> list[str | None]:
    return [value.strftime("%Y-%m-%d") if value is not None else None for value in column.values]


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


def test_blank_cells_are_blank() -> None:
    column = read("2020-09-22", "", "  ", "-", "n/a", None, float("nan"))
    assert column.values[1:] == [None] * 6
    assert column.problems == [None] * 7


def test_the_future_and_the_distant_past_are_set_aside() -> None:
    column = read("2026-11-23", "2026-11-24", "2062-09-22", "1066-10-14", "22/09/62", "22/09/35")
    assert days(column) == ["2026-11-23", None, None, None, "1962-09-22", None]
    assert all(column.problems[at] for at in (1, 2, 3, 5))


# --- the order of day and month
# -----------------------------------------------------------------------------------


def test_a_day_above_twelve_decides_the_order_of_the_whole_column() -> None:
    column = read("01/02/2020", "02/02/2020", "13/02/2020")
    assert (column.order, column.order_open) == ("dmy", False)
    assert days(column) == ["2020-02-01", "2020-02-02", "2020-02-13"]
    column = read("02/01/2020", "02/02/2020", "02/13/2020")
    assert (column.order, column.order_open) == ("mdy", False)
    assert days(column) == ["2020-02-01", "2020-02-02", "2020-02-13"]


def test_an_open_order_gives_the_contiguous_journal_and_says_so() -> None:
    """1 to 12 March: twelve nights in a row, or the third day of twelve months."""
    column = read(*[f"{day:02d}/03/2020" for day in range(1, 13)])
    assert (column.order, column.order_open, column.other_order) == ("dmy", True, "mdy")
    column = read(*[f"03/{day:02d}/2020" for day in range(1, 13)])
    assert (column.order, column.order_open, column.other_order) == ("mdy", True, "dmy")
    assert days(column)[11] == "2020-03-12"


def test_no_order_that_lies_in_the_future_is_chosen() -> None:
    """11/12/2026 is the 11th of December to come, or the 12th of November that was."""
    column = read("11/12/2026")
    assert (column.order, days(column)) == ("mdy", ["2026-11-12"])
    assert not column.order_open


def test_weekdays_decide_between_the_orders() -> None:
    """The 3rd of April 2021 was a Saturday, the 4th of March 2021 a Thursday."""
    assert days(read("Sat 03/04/2021")) == ["2021-04-03"]
    assert days(read("Thu 03/04/2021")) == ["2021-03-04"]
    assert not read("Thu 03/04/2021").order_open


def test_a_weekday_that_does_not_fit_is_said() -> None:
    column = read("Monday 22 September 2020")
    assert days(column) == ["2020-09-22"]
    assert "weekday" in str(column.problems[0])


def test_points_mean_day_month_year() -> None:
    column = read("05.06.2020", "05.07.2020")
    assert (column.order, column.order_open) == ("dmy", False)
    assert days(column) == ["2020-06-05", "2020-07-05"]


def test_two_digit_years_first() -> None:
    column = read(*[f"20-09-{day}" for day in range(13, 30)])
    assert column.order == "ymd"
    assert days(column)[0] == "2020-09-13"


def test_the_person_chooses_the_order() -> None:
    assert days(read("03/04/2020", order="dmy")) == ["2020-04-03"]
    assert days(read("03/04/2020", order="mdy")) == ["2020-03-04"]
    column = read("03/04/2020", "03/25/2020", order="dmy")
    assert days(column) == ["2020-04-03", None]
    assert not column.order_open


def test_one_wrong_date_does_not_turn_the_column_round() -> None:
    column = read("13/02/2020", "14/02/2020", "15/02/2020", "02/16/2020")
    assert days(column) == ["2020-02-13", "2020-02-14", "2020-02-15", None]
    assert column.problems[3]


def test_no_order_where_none_matters() -> None:
    column = read("2020-09-22", "05/05/2020", "22 Sep 2020")
    assert (column.order, column.order_open) == (None, False)


def test_dates_without_a_year_take_the_one_that_fits() -> None:
    """Without any year: the latest that is not in the future, of rows in the order of their days the latest
    for all. Beside dates with one: the year nearest to them.
    """
    assert days(read("22.9.", "24.12.", "2.8.", "3.12.")) == [
        "2026-09-22", "2025-12-24", "2026-08-02", "2025-12-03",
    ]  # fmt: skip
    assert days(read("22.9.", "24.12.")) == ["2025-09-22", "2025-12-24"]
    assert days(read("Mo 22.9.", "Di 23.9.")) == [
        "2025-09-22",
        "2025-09-23",
    ]  # a Tuesday and a Wednesday in 2026
    column = read("30 Dec 2019", "31 Dec", "1 Jan", "2 Jan 2020")
    assert days(column) == ["2019-12-30", "2019-12-31", "2020-01-01", "2020-01-02"]
    assert column.repaired == [False, True, True, False]


def test_midnight_in_every_cell_is_no_time_of_day() -> None:
    """A spreadsheet gives dates as moments at midnight."""
    column = read("2020-09-22 00:00:00", datetime(2020, 9, 23))
    assert column.has_time == [False, False]
    assert read("2020-09-22 00:00", "2020-09-23 02:10").has_time == [True, True]


def test_what_a_spreadsheet_hands_over() -> None:
    column = read(datetime(2020, 9, 22, 2, 10), date(2020, 9, 23), 44098, 44099.5)
    assert [str(value) for value in column.values] == [
        "2020-09-22 02:10:00",
        "2020-09-23 00:00:00",
        "2020-09-24 00:00:00",
        "2020-09-25 12:00:00",
    ]


# --- invariance
# ---------------------------------------------------------------------------------------------------

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FORMS = {
    "iso": lambda day: day.isoformat(),
    "dmy": lambda day: f"{day.day:02d}/{day.month:02d}/{day.year}",
    "mdy": lambda day: f"{day.month}/{day.day}/{day.year}",
    "points": lambda day: f"{day.day}.{day.month}.{day.year % 100:02d}",
    "words": lambda day: f"{_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "weekday": lambda day: day.strftime("%a %d %b %Y"),
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
}


@settings(max_examples=300, deadline=None)
@given(
    first=st.dates(date(2001, 1, 1), date(2026, 6, 1)),
    length=st.integers(14, 120),
    form=st.sampled_from(sorted(_FORMS)),
    seed=st.integers(0, 10_000),
)
def test_a_journal_in_any_form_and_any_order_of_rows_reads_back(
    first: date, length: int, form: str, seed: int
) -> None:
    """Two weeks or more of nights hold a day above 12 or are contiguous in one reading only."""
    nights = [first + timedelta(days=step) for step in range(length)]
    random.Random(seed).shuffle(nights)
    column = read(*[_FORMS[form](night) for night in nights])
    assert [value.date() for value in column.values if value is not None] == nights


def test_local_times_from_utc_around_both_clock_changes() -> None:
    """Berlin 2025: 01:00 UTC of 30 March is 03:00, and 26 October has 02:30 twice, an hour apart."""
    utc = ["2025-03-30T00:59:00Z", "2025-03-30 01:00", "2025-10-26 00:30", "2025-10-26 01:30"]
    local = [found.text for found in local_moments(utc, ["Europe/Berlin"] * 4)[0]]
    assert local[:3] == ["2025-03-30 01:59:00", "2025-03-30 03:00:00", "2025-10-26 02:30:00+02:00"]
    assert local[3] == "2025-10-26 02:30:00+01:00"


@pytest.mark.parametrize(
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


# --- time
# ---------------------------------------------------------------------------------------------------------

_HOSTILE = [
    "1" * 100_000,
    "1/" * 50_000,
    "1/1/1" * 20_000,
    " " * 100_000 + "x",
    "a" * 100_000,
    "1 " * 50_000,
    "12:" * 33_333,
    "+1" * 50_000,
    "é" * 100_000,
    "Jan " * 25_000,
    "(" * 100_000,
    "2020-09-22" + " " * 100_000 + "02:10 x",
    "٣" * 100_000,
]


@pytest.mark.parametrize("text", _HOSTILE)
@pytest.mark.clock
def test_hostile_cells_take_no_time(text: str) -> None:
    assert_within(0.05, lambda: read(text))


@pytest.mark.clock
def test_ten_years_of_nights_are_read_quickly() -> None:
    """3,650 different dates in under 100 ms in each form; they take 10 to 40 ms on two shared cores."""
    nights = [date(2016, 1, 1) + timedelta(days=step) for step in range(3650)]
    for form in ("iso", "dmy", "points", "words"):
        texts = [_FORMS[form](night) for night in nights]
        assert [value.date() for value in read(*texts).values if value is not None] == nights
        assert_within(0.25, partial(read, *texts))


def test_values_are_naive_timestamps() -> None:
    value = read("2020-09-22T02:10:00+02:00").values[0]
    assert isinstance(value, pd.Timestamp)
    assert value.tz is None


@pytest.mark.parametrize(
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


def test_weekdays_that_fit_no_order_decide_nothing() -> None:
    """1 to 4 September 2026 are Tuesday to Friday: one off, only the last fits the other order."""
    read = read_date_column(
        ["Mon 1/9/26", "Tue 2/9/26", "Wed 3/9/26", "Thu 4/9/26"], None, date(2026, 11, 27)
    )
    assert [day.strftime("%m-%d") for day in read.values if day is not None] == [
        "09-01",
        "09-02",
        "09-03",
        "09-04",
    ]
    assert read.order_open


@pytest.mark.parametrize(
    "text",
    ["January 3, 2025 9:00 PM (GMT+1)", "2025/01/03 21:00 (GMT-5)", "2025-01-03 21:00 (UTC+05:30)",
     "Fri Jan 03 2025 21:00:00 GMT+0100 (Central European Standard Time)"],
)  # fmt: skip
def test_an_offset_in_brackets_leaves_the_clock_on_the_wall(text: str) -> None:
    read = read_date_column([text], None, date(2026, 1, 1))
    assert read.values == [pd.Timestamp("2025-01-03 21:00")]


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


@pytest.mark.parametrize("text", ["2025-03-14 07.12.33", "2025-03-14 kl. 07.12", "14. 3. 2025 07.12"])
def test_a_time_with_points_behind_a_date_is_its_time(text: str) -> None:
    """As forms and spreadsheets in Swedish, Finnish and Italian write them."""
    (read,) = read_date_column([text], None, date(2026, 1, 1)).values
    assert read is not None
    assert (read.date(), read.hour, read.minute) == (date(2025, 3, 14), 7, 12)


def test_the_short_months_of_czech_are_months() -> None:
    """Oracle: the abbreviations of the Unicode CLDR, cs."""
    months = ("led", "úno", "bře", "dub", "kvě", "čvn", "čvc", "srp", "zář", "říj", "lis", "pro")
    read = read_date_column([f"14. {month} 2025" for month in months], None, date(2026, 1, 1)).values
    assert [None if day is None else day.month for day in read] == list(range(1, 13))
