"""The night rule by itself: noon to noon, named by the evening. The oracle is the calendar, by hand."""

from datetime import datetime, time, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal import read_journal
from analysis.journal.ledger.night_rule import moment_in_night, night_of
from analysis.journal.model import NightRule
from tests.journal.test_reading import read

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


@pytest.mark.parametrize(
    ("clock", "day", "second"),
    [
        (time(0, 0), 1, 0),
        (time(11, 59, 59), 1, 43_199),
        (time(12, 0), 0, 43_200),
        (time(23, 5, 7), 0, 83_107),
    ],
)
def test_a_clock_time_before_noon_is_of_the_day_after_the_evening(clock: time, day: int, second: int) -> None:
    """Oracle: the seconds since midnight by hand."""
    assert moment_in_night(100, clock) == (100 + day) * 86_400 + second


def written(*rows: str) -> NightRule:
    """The rule of a diary whose rows say their date, their cramps and when they were written."""
    return read("\n".join(("Date,Cramps,Recorded at", *rows)) + "\n").night_rule


def days_of_march(*hours: float) -> list[str]:
    """A row a day from 1 March on, written so many hours after the midnight with which its date begins."""
    dates = [datetime(2024, 3, 1) + timedelta(days=at) for at in range(len(hours))]
    pairs = zip(dates, hours, strict=True)
    return [f"{day:%Y-%m-%d},1,{day + timedelta(hours=hour):%Y-%m-%d %H:%M}" for day, hour in pairs]


@pytest.mark.parametrize(
    ("hours", "rule", "why"),
    [
        # From 3:00 on its own day an entry speaks of the night that ended; from the next midnight to 18:00 of
        # the next day of the one that followed; outside of both it says nothing.
        ((3, 3, 3), "morning", "written"),
        ((2.9, 2.9, 2.9), "evening", "default"),
        ((23.9, 23.9, 23.9), "morning", "written"),
        ((24.1, 24.1, 24.1), "evening", "written"),
        ((41.9, 41.9, 41.9), "evening", "written"),
        ((42, 42, 42), "evening", "default"),
        # Three votes are enough, two are not, and a row without a clock time of writing has none.
        ((7, 7), "evening", "default"),
        ((7, 7, 0), "evening", "default"),
        ((31, 31), "evening", "default"),
        ((0, 7, 7, 7), "morning", "written"),
        ((0, 31, 31, 31), "evening", "written"),
        # Three of four are a majority; two of three are none.
        ((7, 7, 7, 31), "morning", "written"),
        ((31, 31, 31, 7), "evening", "written"),
        ((7, 7, 31), "evening", "default"),
        ((31, 31, 7), "evening", "default"),
        ((7, 7, 7, 7, 7, 31, 31), "evening", "default"),
    ],
)  # fmt: skip
def test_when_a_diary_was_written_tells_which_night_its_dates_mean(
    hours: tuple[float, ...], rule: str, why: str
) -> None:
    """Oracle: the votes counted by hand against the sentence of the rule."""
    found = written(*days_of_march(*hours))
    assert (found.dates_mean, found.code) == (rule, why)
    if why == "written":
        when = {"evening": "in the days after the night", "morning": "on the day on which the night ended"}
        assert found.reason == f"the entries were written {when[rule]}"


def test_rows_without_a_date_or_a_time_of_writing_are_passed_over() -> None:
    """Oracle: the three rows after them vote as they would alone."""
    rows = days_of_march(7, 7, 7)
    blank = ["2024-02-20,1,", ",1,2024-02-21 07:00"]
    assert written(*blank, *rows).code == "written"
    assert written(*rows, *blank).code == "written"


DIARY_OF_SIX = "Date,Cramps\n" + "".join(f"2024-03-{10 + at},{int(at in (0, 3))}\n" for at in range(6))


def beside(diary: str, *dated: str) -> tuple[str, str]:
    """The rule that cramps with date and time beside a diary lead to."""
    rule = read(diary, "Date and time,Cramp pain\n" + "".join(f"{moment},5\n" for moment in dated)).night_rule
    return rule.dates_mean, rule.code


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        # The cramps of the evenings of the 10th and 13th: all four nights from the 10th to the 13th fit as
        # evenings (+4); as mornings the rows of the 11th to the 14th fit in the two in between less two (0).
        (("2024-03-10 23:00", "2024-03-13 23:00"), ("evening", "dated_cramps")),
        # The nights of the 9th and 12th: the rows of the 10th to the 13th fit as mornings.
        (("2024-03-10 03:00", "2024-03-13 03:00"), ("morning", "dated_cramps")),
        # One night is no evidence, nor are cramps of other months.
        (("2024-03-10 03:00",), ("evening", "default")),
        (("2024-01-10 03:00", "2024-01-13 03:00"), ("evening", "default")),
    ],
)
def test_dated_cramps_beside_a_diary_tell_which_night_its_dates_mean(
    dated: tuple[str, ...], expected: tuple[str, str]
) -> None:
    """Oracle: the fits counted by hand: +1 where row and log agree, −1 where they do not."""
    assert beside(DIARY_OF_SIX, *dated) == expected


def test_three_more_fits_decide_and_two_do_not() -> None:
    """Rows from the first to the last dated cramp, 10 to 12 March. Oracle: counted by hand. As evenings all
    three rows fit (+3); as mornings the rows of the 11th to the 13th speak of these nights: the 13th agrees
    with a cramp of the night of the 12th, the two others do not (−1), or without the 13th they give −2."""
    log = ("2024-03-10 23:00", "2024-03-12 23:00")
    rows = "Date,Cramps\n2024-03-10,1\n2024-03-11,0\n2024-03-12,1\n"
    assert beside(rows + "2024-03-13,1\n", *log) == ("evening", "dated_cramps")  # 3 against −1
    assert beside("Date,Cramps\n2024-03-10,1\n2024-03-13,0\n", *log) == ("evening", "default")  # 1 against −1
    assert beside("Date,Cramps\n2024-03-10,1\n,1\n2024-03-11,0\n", *log)[1] == "dated_cramps"  # 2 against −1


def test_the_rule_of_the_larger_diary_is_the_journals() -> None:
    """Oracle: by hand. The diary with more rows says morning; a file that says nothing follows it, one that
    says evening is read as it says."""
    morning = "Morning,Cramps\n2024-03-02,1\n2024-03-03,0\n2024-03-04,0\n"
    evening = "Evening,Cramps\n2024-04-02,1\n2024-04-03,0\n"
    silent = "Date,Cramps\n2024-05-02,1\n2024-05-03,0\n2024-05-04,0\n2024-05-05,0\n"
    journal = read(evening, morning, silent)
    assert (journal.night_rule.dates_mean, journal.night_rule.code) == ("morning", "heading")
    logged = journal.nights.index[journal.nights["logged"]]
    assert list(logged.strftime("%m-%d")) == [
        "03-01", "03-02", "03-03", "04-02", "04-03", "05-01", "05-02", "05-03", "05-04",
    ]  # fmt: skip
    chosen = read(evening, morning, silent, dates_mean="evening")
    assert (chosen.night_rule.dates_mean, chosen.night_rule.code) == ("evening", "chosen")
    assert chosen.nights.index[0].day == 2
    equal = read(evening, morning.replace("2024-03-04,0\n", ""))
    assert equal.night_rule.dates_mean == "evening", "of equals the first"
    assert "another file" in equal.night_rule.decided_by
    assert "another file" not in read(morning, silent).night_rule.decided_by


def nights_and_days(content: str) -> tuple[list[str], list[str]]:
    """Of a device's file the nights with a length of sleep and the days with steps."""
    journal = read("Night of,Cramps\n2024-02-20,1\n2024-04-20,0\n", content)
    nights = journal.nights["sleep"].dropna().index if "sleep" in journal.nights else pd.DatetimeIndex([])
    days = journal.days["steps"].dropna().index if "steps" in journal.days else pd.DatetimeIndex([])
    return list(nights.strftime("%m-%d")), list(days.strftime("%m-%d"))


@pytest.mark.parametrize(
    ("content", "nights", "days"),
    [
        # A date alone: the night of that evening and the day itself.
        ("Date,Steps,Sleep (h)\n2024-03-05,4000,7\n", ["03-05"], ["03-05"]),
        ("Morning,Steps,Sleep (h)\n2024-03-05,4000,7\n", ["03-04"], ["03-05"]),
        ("Evening,Steps,Sleep (h)\n2024-03-05,4000,7\n", ["03-05"], ["03-05"]),
        # A time of day that is no beginning: the night that ended that day, unless it is 20:00 or later.
        ("Timestamp,Steps,Sleep (h)\n2024-03-05 19:59,4000,7\n", ["03-04"], ["03-05"]),
        ("Timestamp,Steps,Sleep (h)\n2024-03-05 07:00,4000,7\n", ["03-04"], ["03-05"]),
    ],
)
def test_the_night_and_the_day_of_a_devices_row(content: str, nights: list[str], days: list[str]) -> None:
    """Oracle: by hand, a sleep belongs to the night that holds it and the steps to their day."""
    assert nights_and_days(content) == (nights, days)


@pytest.mark.parametrize(
    ("began", "night"),
    [("2024-03-05 23:10", "03-05"), ("2024-03-06 00:40", "03-05"), ("2024-03-05 12:00", "03-05"),
    ("2024-03-05 11:59", "03-04")],
)  # fmt: skip
def test_a_sleep_with_a_beginning_belongs_to_its_night_from_noon_to_noon(began: str, night: str) -> None:
    """Oracle: the night rule."""
    assert nights_and_days(f"Start,Sleep (h)\n{began},7\n")[0] == [night]


def test_a_device_of_which_no_row_is_left_leaves_the_diary() -> None:
    """Oracle: the diary alone; the only line below the header of the other file is no row."""
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n")
    journal = read_journal([diary, ("water.csv", b"5/ day (0-10),Water (mL),Notes\n5/5")])
    assert journal.nights["cramps"].tolist() == [0, 1]
    assert journal.receipts[1].error


def test_the_reason_of_a_rule_stands_by_itself_and_in_its_sentence() -> None:
    """Oracle: the votes by hand, and a journal in which nothing says anything."""
    assert (
        written(*days_of_march(7, 7, 7)).reason
        == "the entries were written on the day on which the night ended"
    )
    silent = read("Date,Cramps\n2024-03-01,1\n2024-03-02,0\n").night_rule
    assert silent.code == "default"
    assert silent.reason
    assert silent.decided_by.startswith(silent.reason)
