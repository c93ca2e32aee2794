"""Which column dates a row, and its moment. Oracle: read by hand."""

import pandas as pd

from analysis.journal import Journal
from analysis.journal.columns import Plan, TablePlan
from analysis.journal.entries.row_dates import OPEN_ORDER, date_plan_of
from analysis.journal.tables import Heading
from tests.for_each import for_each
from tests.journal.test_reading import ledger, read


def dating(kind: str, *columns: tuple[str, str]) -> str | None:
    """The heading of the column that dates a table of this kind with these headings and fields."""
    plans = tuple(Plan(at, header, field, Heading(), "") for at, (header, field) in enumerate(columns))
    found = date_plan_of(TablePlan(kind, "", plans))  # type: ignore[arg-type]
    return None if found is None else found.header


@for_each(
    ("kind", "columns", "header"),
    [
        ("night diary", [("Written", "recorded_at"), ("Night", "night")], "Night"),
        ("night diary", [("Written", "recorded_at")], "Written"),
        ("night diary", [("Time", "onset")], None),
        ("cramp log", [("Written", "recorded_at"), ("Time", "onset")], "Time"),
        ("cramp log", [("Time", "onset"), ("Night", "night")], "Night"),
        ("medication changes", [("Since", "start"), ("Written", "recorded_at")], "Since"),
        ("night diary", [("Since", "start")], None),
        # An entry is made once, and may be updated later.
        ("night diary", [("Updated", "recorded_at"), ("Created", "recorded_at")], "Created"),
        ("night diary", [("Last change", "recorded_at"), ("geändert", "recorded_at")], "Last change"),
        ("night diary", [], None),
    ],
)
def test_the_column_that_dates_the_rows(
    kind: str, columns: list[tuple[str, str]], header: str | None
) -> None:
    assert dating(kind, *columns) == header


def told(journal: Journal) -> list[tuple[int | None, str | None, str, str | None, str]]:
    return [(p.row, p.column, p.action, p.cell, p.code) for p in journal.receipts[0].problems]


def test_a_row_without_a_date_is_rejected_with_its_cell() -> None:
    journal = read("Date,Cramps\n2024-03-01,1\n,2\nsome day,1\n2024-03-02,0\n")
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    assert told(journal) == [(3, "Date", "rejected", None, ""), (4, "Date", "rejected", "some day", "")]
    assert all(p.hint for p in journal.receipts[0].problems)


def test_the_order_of_day_and_month_is_told_or_asked() -> None:
    """Oracle: by hand: a 13 tells it; where nothing does, both readings of one date are shown."""
    clear = read("Date,Cramps\n13/03/2024,1\n14/03/2024,0\n")
    assert (clear.receipts[0].date_order, clear.receipts[0].date_order_open) == ("dmy", False)
    assert ledger(clear) == {"03-13": 1, "03-14": 0}
    iso = read("Date,Cramps\n2024-03-01,1\n2024-03-02,0\n").receipts[0]
    assert (iso.date_order, iso.date_order_open, iso.problems) == ("ymd", False, ())
    slashes = read("Date,Cramps\n2024/03/01,1\n2024/03/02,0\n").receipts[0]
    assert (slashes.date_order, slashes.date_order_open) == ("ymd", False)
    words = read("Date,Cramps\n1 March 2024,1\n2 March 2024,0\n").receipts[0]
    assert (words.date_order, words.date_order_open) == (None, False)
    open_order = read("Date,Cramps\n01/02/2024,1\n02/02/2024,0\n03/02/2024,1\n")
    assert open_order.receipts[0].date_order_open
    (problem,) = [p for p in open_order.receipts[0].problems if p.code == OPEN_ORDER]
    assert (problem.row, problem.column, problem.action) == (None, "Date", "assumed")
    assert problem.cell == "01/02/2024: 1 February 2024 or 2 January 2024"
    assert "day/month" in problem.problem
    assert problem.hint


def test_days_of_the_week_tell_the_order() -> None:
    """Oracle: the calendar: 1 February 2024 was a Thursday, 2 January a Tuesday."""
    journal = read("Date,Day,Cramps\n01/02/2024,Thu,1\n02/02/2024,Fri,0\n03/02/2024,Sat,1\n")
    assert (journal.receipts[0].date_order_open, journal.nights.index[0]) == (
        False,
        pd.Timestamp("2024-02-01"),
    )
    other = read("Date,Day,Cramps\n01/02/2024,Tue,1\n02/02/2024,Fri,0\n03/02/2024,Sat,1\n")
    assert other.nights.index[0] == pd.Timestamp("2024-01-02")


def test_times_of_day_are_told_from_dates_with_midnight_alone() -> None:
    """A column of midnights has no times; among others midnight is one. Oracle: by hand."""
    head = "Date and time,Cramp pain\n"
    dates = read(head + "2024-03-01 00:00,5\n2024-03-02 00:00,4\n")
    assert ledger(dates) == {"03-01": 1, "03-02": 1}
    moments = read(head + "2024-03-01 00:00,5\n2024-03-02 02:00,4\n")
    assert ledger(moments) == {"02-29": 1, "03-01": 1}


def test_a_date_that_is_not_possible_is_no_date() -> None:
    journal = read("Date,Cramps\n2024-02-30,1\n2024-03-01,0\n2027-03-01,1\n0203-03-01,1\n")
    assert ledger(journal) == {"03-01": 0}
    assert [p[:3] for p in told(journal)] == [(at, "Date", "rejected") for at in (2, 4, 5)]
