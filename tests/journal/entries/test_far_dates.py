"""Rows with a mistyped year. The oracle of every test is its file, counted by hand."""

from datetime import date, timedelta

import pandas as pd
import pytest

from analysis.journal import Journal, export_journal, read_journal, rejected_rows
from tests.journal.checks import assert_same_journal
from tests.journal.test_reading import TODAY, read

FIRST = date(2025, 6, 1)


def diary(first: date = FIRST, nights: int = 30, *far: str, header: str = "Date,Cramps") -> str:
    """A diary that says 1, 0, 1, 0 … of the nights from ``first`` on, with rows in its middle."""
    rows = [f"{first + timedelta(days=at)},{(at + 1) % 2}" for at in range(nights)]
    return "\n".join([header, *rows[: nights // 2], *far, *rows[nights // 2 :], ""])


def counts(journal: Journal, at: int = 0) -> tuple[int, int, int, int]:
    rows = journal.receipts[at].rows
    return rows.read, rows.used, rows.duplicate, rows.rejected


def rejected(journal: Journal, at: int = 0) -> list[tuple[int | None, str | None, str, str | None]]:
    return [
        (found.row, found.column, found.problem, found.cell)
        for found in journal.receipts[at].problems
        if found.action == "rejected"
    ]


def span(journal: Journal) -> tuple[str, str, int]:
    nights = journal.nights
    return f"{nights.index[0]:%Y-%m-%d}", f"{nights.index[-1]:%Y-%m-%d}", int(nights["logged"].sum())


def test_one_far_row_before_is_rejected_and_comes_back_to_be_mended() -> None:
    """By hand: header, 15 rows, then row 17 of 1999; from 7 July 1999 to 1 June 2025 are 25.9 years."""
    journal = read(diary(FIRST, 30, "1999-07-07,4"))
    assert span(journal) == ("2025-06-01", "2025-06-30", 30)
    assert counts(journal) == (31, 30, 0, 1)
    assert rejected(journal) == [
        (17, "Date", "this date is about 26 years before the other dates of the file", "1999-07-07")
    ]
    assert "year" in next(found.hint for found in journal.receipts[0].problems)
    given_back = rejected_rows(journal.receipts[0])
    assert given_back.decode("utf-8-sig").split() == ["Date,Cramps", "1999-07-07,4"]
    mended = read(diary(FIRST, 30, "1999-07-07,4"), given_back.replace(b"1999-07-07", b"2025-07-07"))
    assert span(mended) == ("2025-06-01", "2025-07-07", 31)
    confirmed = read(diary(FIRST, 30, "1999-07-07,4"), given_back)
    assert span(confirmed) == ("1999-07-07", "2025-06-30", 31)


def test_one_far_row_after_is_rejected() -> None:
    """By hand: 30 nights of June 2023; 3 July 2025 is two years after the last of them."""
    journal = read(diary(date(2023, 6, 1), 30, "2025-07-03,1"))
    assert span(journal) == ("2023-06-01", "2023-06-30", 30)
    assert counts(journal) == (31, 30, 0, 1)
    assert rejected(journal)[0][2] == "this date is about 2 years after the other dates of the file"


@pytest.mark.parametrize(
    ("far", "is_rejected"),
    [("2024-05-31", False), ("2024-05-30", True), ("2026-07-01", False), ("2026-07-02", True)],
)
def test_a_gap_of_366_days_stays(far: str, is_rejected: bool) -> None:
    """By hand: 2025 has no leap day, so that 31 May 2024 is 366 days before 1 June 2025, and 1 July 2026 is
    366 days after 30 June 2025.
    """
    journal = read_journal([("d.csv", diary(FIRST, 30, f"{far},1").encode())], today=date(2027, 1, 1))
    assert counts(journal) == ((31, 30, 0, 1) if is_rejected else (31, 31, 0, 0))
    assert [found[3] for found in rejected(journal)] == ([far] if is_rejected else [])
    if is_rejected:
        assert "more than a year" in rejected(journal)[0][2]


@pytest.mark.parametrize("far", [("1999-07-07,4", "1999-07-08,1"), ("1999-07-07,4", "2005-07-08,1")])
def test_two_far_rows_are_rejected(far: tuple[str, str]) -> None:
    """By hand: two rows of 32, together or years apart, are still few."""
    journal = read(diary(FIRST, 30, *far))
    assert span(journal) == ("2025-06-01", "2025-06-30", 30)
    assert counts(journal) == (32, 30, 0, 2)
    assert [found[0] for found in rejected(journal)] == [17, 18]


@pytest.mark.parametrize("second", ["1999-07-08", "2003-07-08"])
def test_three_far_rows_of_33_are_no_typing_error(second: str) -> None:
    journal = read(diary(FIRST, 30, "1999-07-07,4", f"{second},1", "2010-07-09,0"))
    assert span(journal) == ("1999-07-07", "2025-06-30", 33)
    assert counts(journal) == (33, 33, 0, 0)


def test_two_in_a_hundred_may_be_far_and_no_more() -> None:
    """By hand: 4 of 204 rows are under 2 %, 5 of 205 are over; three that stand together are never far."""
    far = ["1991-07-07,1", "1995-07-07,1", "1999-07-07,1", "2003-07-07,1", "2007-07-07,1"]
    assert counts(read(diary(FIRST, 200, *far[:4]))) == (204, 200, 0, 4)
    assert counts(read(diary(FIRST, 200, *far))) == (205, 205, 0, 0)
    together = ["1999-07-07,1", "1999-07-08,1", "1999-07-09,1"]
    assert counts(read(diary(FIRST, 200, *together))) == (203, 203, 0, 0)


def test_nine_rows_are_taken_at_their_word_and_ten_are_not() -> None:
    nine = read(diary(FIRST, 8, "1999-07-07,4"))
    assert span(nine) == ("1999-07-07", "2025-06-08", 9)
    assert counts(nine) == (9, 9, 0, 0)
    assert counts(read(diary(FIRST, 9, "1999-07-07,4"))) == (10, 9, 0, 1)
    assert counts(read(diary(FIRST, 8, "1999-07-07,4", "someday,1"))) == (10, 9, 0, 1)


def test_a_gap_of_years_between_two_long_parts_stays() -> None:
    """By hand: 20 nights of 2022 and 30 of 2025 are all used; one row of 2014 beside them is not."""
    two_parts = diary(date(2022, 6, 1), 20) + diary().partition("\n")[2]
    journal = read(two_parts)
    assert span(journal) == ("2022-06-01", "2025-06-30", 50)
    assert counts(journal) == (50, 50, 0, 0)
    assert counts(read(two_parts + "2014-01-01,1\n")) == (51, 50, 0, 1)


def test_the_order_of_day_and_month_is_decided_first() -> None:
    """By hand: 1 to 30 June 2025 as day/month, and one 7/7/99; the days above 12 settle the order. Where all
    dates are 1 to 12 June the order stays open, and the steps of one day settle on day/month.
    """
    for days in (30, 12):
        rows = "".join(f"{day}/6/25,{day % 2}\n" for day in range(1, days + 1))
        journal = read(f"Date,Cramps\n{rows}7/7/99,3\n")
        assert span(journal) == ("2025-06-01", f"2025-06-{days}", days)
        assert counts(journal) == (days + 1, days, 0, 1)
        assert rejected(journal)[0][3] == "7/7/99"
        assert journal.receipts[0].date_order == "dmy"


def test_a_far_cramp_of_a_cramp_log_is_rejected() -> None:
    """By hand: twelve cramps from 2 May on, one in five days, and one of 1999."""
    rows = "".join(f"{FIRST + timedelta(days=5 * at)} 02:10,6\n" for at in range(12))
    journal = read(f"Date and time,Pain\n{rows}1999-06-07 03:00,4\n")
    assert journal.receipts[0].kind == "cramp log"
    assert counts(journal) == (13, 12, 0, 1)
    assert len(journal.cramps) == 12
    assert journal.nights.index[0] == pd.Timestamp("2025-05-31")
    assert [found[0] for found in rejected(journal)] == [14]


def test_a_far_event_of_an_event_log_is_rejected_and_a_far_change_is_not() -> None:
    """By hand: 10 cramps and 2 coffees of 2025, a cramp of 1999, and magnesium started in 2010: taken since
    before the journal, which is no change in it.
    """
    rows = "".join(f"{FIRST + timedelta(days=at)} 23:10,Leg cramp\n" for at in range(10))
    content = (
        f"Date,Event\n{rows}2025-06-02 08:00,Coffee\n2025-06-03 08:00,Coffee\n"
        "1999-06-02 23:00,Leg cramp\n2010-06-02 08:00,Magnesium\n"
    )
    mapping = {"kind:Leg cramp": "cramps", "kind:Coffee": "caffeine", "kind:Magnesium": "start"}
    journal = read(content, mapping=mapping)
    assert counts(journal) == (14, 13, 0, 1)
    assert span(journal)[0] == "2025-06-01"
    assert len(journal.cramps) == 10
    assert journal.changes.empty
    assert journal.spells["generic"].tolist() == ["magnesium"]
    assert journal.spells["first_night"].isna().all()
    assert rejected(journal) == [
        (14, "Date", "this date is about 26 years before the other dates of the file", "1999-06-02 23:00")
    ]
    assert journal.receipts[0].raw_rejected.numbers == (14,)


def test_an_event_counts_once_however_many_kinds_it_has() -> None:
    """By hand: nine entries of two kinds each, one of 1999: nine dated rows, taken at their word; with a
    tenth, the one of 1999 is rejected.
    """
    header = "full_date,date,weekday,time,mood,activities,note\n"
    entries = [f"{FIRST + timedelta(days=at)},,,08:00,good,Leg cramp | coffee,\n" for at in range(9)]
    far = "1999-06-02,,,08:00,good,Leg cramp | coffee,\n"
    mapping = {"kind:Leg cramp": "cramps", "kind:coffee": "caffeine"}
    assert counts(read("".join([header, *entries[:8], far]), mapping=mapping)) == (9, 9, 0, 0)
    assert counts(read("".join([header, *entries, far]), mapping=mapping)) == (10, 9, 0, 1)


def test_a_far_day_of_a_device_is_rejected() -> None:
    rows = "".join(f"1,{6}/{day}/2025,{5000 + day},10,5\n" for day in range(1, 13))
    journal = read(
        "Id,ActivityDate,TotalSteps,VeryActiveMinutes,FairlyActiveMinutes\n" + rows + "1,6/3/1999,4,1,1\n"
    )
    assert journal.receipts[0].kind == "device days"
    assert counts(journal) == (13, 12, 0, 1)
    assert journal.days.index.year.unique().tolist() == [2025]


def test_medication_changes_and_blood_tests_of_long_ago_stay() -> None:
    """By hand: eleven changes and eleven tests of 2025, and one of each of 1999, all used."""
    days = [FIRST + timedelta(days=at) for at in range(11)]
    changes = "".join(f"{day},Magnesium,start,{100 + at} mg\n" for at, day in enumerate(days))
    tests = "".join(f"{day},Potassium,4.{at % 10},mmol/L\n" for at, day in enumerate(days))
    journal = read(
        f"Date,Medicine,Change,Dose\n1999-03-01,Lasix,start,40 mg\n{changes}",
        f"Date,Test,Result,Unit\n1999-03-01,Potassium,3.4,mmol/L\n{tests}",
    )
    assert [receipt.kind for receipt in journal.receipts] == ["medication changes", "measurements"]
    assert [receipt.rows.rejected for receipt in journal.receipts] == [0, 0]
    assert journal.changes["generic"].iloc[0] == "furosemide"
    assert len(journal.measurements) == 12


def test_our_own_export_keeps_a_night_of_long_ago_that_was_confirmed() -> None:
    """By hand: a night of 1999 given as a file of its own is taken, and is still there after the export."""
    journal = read(diary(), "Date,Cramps\n1999-07-07,0\n")
    assert span(journal) == ("1999-07-07", "2025-06-30", 31)
    again = read_journal([("export.csv", export_journal(journal))], today=TODAY)
    assert_same_journal(journal, again)
    assert sum(receipt.rows.rejected for receipt in again.receipts) == 0


def test_a_date_of_a_clock_that_was_reset_is_said_to_be_one() -> None:
    """By hand: clocks begin at 1970 and at 2000; how far it is off is said beside it."""
    for day, years in (("1970-01-01", 55), ("2000-01-01", 25)):
        [(_, _, problem, cell)] = rejected(read(diary(FIRST, 30, f"{day},4")))
        assert problem.startswith(f"this date is about {years} years before the other dates of the file")
        assert problem.endswith(", as a clock writes that was reset")
        assert cell == day
