"""What an entry says of yesterday stands at the day before it was written. Oracle: the calendar, by hand."""

import pandas as pd

from analysis.journal import Journal
from tests.journal.test_reading import read


def water(journal: Journal) -> dict[str, float]:
    return {f"{day:%m-%d}": value for day, value in journal.days["hydration"].dropna().items()}


def test_yesterday_is_the_day_before_the_date_where_nothing_tells_when_it_was_written() -> None:
    journal = read("Date,Cramps,Water yesterday (mL)\n2024-03-02,1,1500\n2024-03-03,0,\n2024-03-04,0,1700\n")
    assert water(journal) == {"03-01": 1500, "03-03": 1700}


def test_yesterday_is_the_day_before_the_writing_up_to_two_days_after_the_date() -> None:
    """Written on the day, one and two days later; three days later and the day before, its yesterday is not
    known, and the cell is listed."""
    rows = [("05", "05"), ("10", "11"), ("15", "17"), ("20", "23"), ("25", "24")]
    text = "".join(f"2024-03-{day},1,{1000 + int(day)},2024-03-{written} 08:00\n" for day, written in rows)
    journal = read("Date,Cramps,Water yesterday (mL),Recorded at\n" + text)
    assert water(journal) == {"03-04": 1005, "03-10": 1010, "03-16": 1015}
    told = [(p.row, p.column, p.action) for p in journal.receipts[0].problems if p.row is not None]
    assert told == [(5, "Water yesterday (mL)", "set_aside"), (6, "Water yesterday (mL)", "set_aside")]
    assert all(p.hint for p in journal.receipts[0].problems if p.row is not None)


def test_an_unknown_yesterday_is_listed_only_where_something_was_said_of_it() -> None:
    """Oracle: by hand; a blank cell, a row without a date and a row that is not used say nothing."""
    journal = read(
        "Date,Cramps,Water yesterday (mL),Recorded at\n2024-03-02,1,1500,2024-03-02 08:00\n"
        "2024-03-10,0,,2024-03-20 08:00\n,1,1700,2024-03-20 08:00\n2024-03-11,0,1800,\n"
        "2024-03-12,0,1900,2024-03-30 08:00\n2024-03-12,0,1900,2024-03-30 08:00\n"
    )
    assert water(journal) == {"03-01": 1500, "03-10": 1800}
    about = [p.row for p in journal.receipts[0].problems if p.column == "Water yesterday (mL)"]
    assert about == [6]


def test_of_two_columns_only_the_one_about_yesterday_is_moved() -> None:
    journal = read("Date,Cramps,Water yesterday (mL),Steps\n2024-03-02,1,1500,4000\n2024-03-03,0,1600,5000\n")
    assert water(journal) == {"03-01": 1500, "03-02": 1600}
    assert journal.days["steps"].dropna().index.tolist() == [
        pd.Timestamp("2024-03-02"),
        pd.Timestamp("2024-03-03"),
    ]
