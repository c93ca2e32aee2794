"""Files of every kind, each with the ledger that a careful person reads in it. The oracle is worked out by
hand.
"""

from datetime import date

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.model import DatesMean
from tests.journal.checks import assert_sound

TODAY = date(2026, 1, 1)


def read(*contents: str | bytes, **how: object) -> Journal:
    files = [(f"file {at}.csv", c.encode() if isinstance(c, str) else c) for at, c in enumerate(contents)]
    journal = read_journal(files, today=TODAY, **how)  # type: ignore[arg-type]
    assert_sound(journal)
    return journal


def ledger(journal: Journal) -> dict[str, float | None]:
    """The count of each night from the first to the last; None where it is not logged."""
    return {
        f"{night:%m-%d}": None if cramps != cramps else cramps
        for night, cramps in journal.nights["cramps"].items()
    }


def actions(journal: Journal, at: int = 0) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.action) for problem in journal.receipts[at].problems]


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Date", "evening"), ("Night of", "evening"), ("Morning", "morning"), ("Night ending", "morning"),
    ("Nuit du", "evening")],
)  # fmt: skip
def test_the_header_of_the_date_decides_which_night_it_means(header: str, expected: DatesMean) -> None:
    journal = read(f"{header},Cramps,Water (mL)\n2024-03-02,1,1500\n2024-03-03,0,1600\n")
    assert journal.night_rule.dates_mean == expected
    assert journal.nights.index[0].day == (2 if expected == "evening" else 1)
    # The day's fields stay where they are, so that tomorrow's water never explains tonight.
    assert journal.days["hydration"].to_dict() == {
        pd.Timestamp("2024-03-02"): 1500,
        pd.Timestamp("2024-03-03"): 1600,
    }


def test_last_night_in_the_header_of_the_cramps_means_the_morning() -> None:
    journal = read("Date,Cramps last night,Water yesterday (mL)\n2024-03-02,1,1500\n2024-03-03,0,1600\n")
    assert journal.night_rule.dates_mean == "morning"
    assert journal.nights["hydration"].tolist() == [1500, 1600]


def test_the_time_of_writing_decides_and_a_clock_time_alone_does_not() -> None:
    rows = [f"2024-03-{day:02d},{day % 2},2024-03-{day:02d} 07:30" for day in range(2, 8)]
    assert read("\n".join(["Date,Cramps,Recorded at", *rows])).night_rule.dates_mean == "morning"
    rows = [f"2024-03-{day:02d},{day % 2},2024-03-{day + 1:02d} 07:30" for day in range(2, 8)]
    assert read("\n".join(["Date,Cramps,Recorded at", *rows])).night_rule.dates_mean == "evening"
    clock = read(
        "Date,Cramps,Time\n2024-03-02,1,02:10\n2024-03-03,1,03:10\n2024-03-04,0,\n2024-03-05,1,01:10\n"
    )
    assert clock.night_rule.dates_mean == "evening"


def test_a_dated_cramp_log_beside_the_diary_decides() -> None:
    days = [2, 3, 7, 8, 9, 15]
    diary = "Date,Cramps\n" + "".join(f"2024-03-{day:02d},{int(day in days)}\n" for day in range(1, 20))
    morning = "Date and time,Pain\n" + "".join(f"2024-03-{day:02d} 03:00,5\n" for day in days)
    assert read(diary, morning).night_rule.dates_mean == "morning"
    evening = "Date and time,Pain\n" + "".join(f"2024-03-{day:02d} 23:00,5\n" for day in days)
    assert read(diary, evening).night_rule.dates_mean == "evening"


def test_dates_mean_moves_only_the_nights_own_fields_and_undated_cramps() -> None:
    diary = "Date,Cramps,Pain,Water (mL)\n2024-03-05,1,7,1500\n2024-03-06,0,,1600\n"
    log, device = "Date and time,Cramp pain\n2024-03-08 02:00,5\n", "Date,Steps\n2024-03-05,4000\n"
    dates = "Cramp dates\n2024-03-10\n"
    journal = read(diary, log, device, dates, dates_mean="morning")
    assert [night for night, count in ledger(journal).items() if count] == ["03-04", "03-07", "03-09"]
    assert journal.nights.loc["2024-03-04", "severity"] == 7
    assert journal.days.loc["2024-03-05"].to_dict() == {"hydration": 1500, "steps": 4000}


def test_a_changed_clock_loses_and_doubles_nothing() -> None:
    """The nights of 30 March and 26 October 2024 had 23 and 25 hours in Berlin; wall-clock times are never
    shifted.
    """
    journal = read(
        "Date and time,Pain\n2024-03-31 01:59,5\n2024-03-31 03:01,5\n2024-10-27 02:30,4\n2024-10-27 02:50,4\n"
    )
    assert journal.cramps["onset"].dt.strftime("%m-%d %H:%M").tolist() == [
        "03-31 01:59",
        "03-31 03:01",
        "10-27 02:30",
        "10-27 02:50",
    ]
    assert journal.cramps["night"].dt.strftime("%m-%d").tolist() == ["03-30", "03-30", "10-26", "10-26"]


def test_impossible_values_are_set_aside_and_listed_never_clipped() -> None:
    journal = read(
        "Date,Cramps,Pain,Duration (min),Water\n2024-03-01,1,14,400,20 L\n"
        "2024-03-02,0,,,2 L\n2031-03-01,1,,,\n2024-03-03,61,,,\n"
    )
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    assert not {"severity", "duration"} & set(journal.nights.columns)
    assert journal.days["hydration"].tolist() == [2000]
    listed = [(problem.row, problem.column, problem.action) for problem in journal.receipts[0].problems]
    assert listed == [
        (2, "Pain", "set_aside"), (2, "Duration (min)", "set_aside"), (2, "Water", "set_aside"),
        (4, "Date", "rejected"), (5, "Cramps", "set_aside"),
    ]  # fmt: skip


def test_a_file_of_several_people_asks_which_one() -> None:
    both = "id,date,cramps\nA,2024-03-01,1\nA,2024-03-02,0\nB,2024-03-01,0\nB,2024-03-02,3\n"
    other = "Date,Steps\n2024-03-01,4000\n"
    journal = read(both, other)
    assert journal.receipts[0].choices == ("A", "B")
    assert journal.receipts[0].person_column == "id"
    assert journal.days["steps"].tolist() == [4000]
    assert ledger(read(both, other, choose={"file 0.csv": "B"})) == {"03-01": 0, "03-02": 3}


def test_arguments_are_checked_by_name() -> None:
    with pytest.raises(ValueError, match=r"dates_mean is 'noon'; .* 'evening', 'morning'"):
        read("Date,Cramps\n2024-03-01,1\n", dates_mean="noon")


def test_a_glass_holds_what_the_person_says() -> None:
    diary = "Date,Cramps,Water (glasses)\n2024-03-01,1,6\n2024-03-02,0,8\n"
    assert read(diary).days["hydration"].tolist() == [1500, 2000]
    assert read(diary, glass_ml=200).days["hydration"].tolist() == [1200, 1600]


def test_times_of_writing_that_were_mended_are_said_once() -> None:
    """By hand: two Unix times in the column of when it was written; the cells are read, and how is said."""
    journal = read("Date,Cramps,Recorded at\n2025-03-01,1,1740900000\n2025-03-02,0,1740990000\n")
    assert actions(journal) == [(None, "assumed")]
    assert journal.receipts[0].problems[0].column == "Recorded at"
