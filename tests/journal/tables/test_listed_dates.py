"""Lists of dates in one cell. Oracle: the days that a person reads in the list of a habit; the day on which
the habit was begun is none of them.
"""

from datetime import date

import pytest

from analysis.journal import JournalError, read_journal
from analysis.journal.tables.listed_dates import dates_listed, lists_some_dates, part_listed_dates
from analysis.journal.tables.raw_table import RawTable
from tests.journal.checks import assert_sound

TODAY = date(2025, 6, 1)
THREE_DAYS = {"2025-03-02": 1, "2025-03-05": 1, "2025-03-09": 1}
LISTS = {
    "with commas": 'Habit,StartDate,Dates\nLeg cramp,2025-03-01,"2025-03-02, 2025-03-05, 2025-03-09"\n'
    'Stretching,2025-03-01,"2025-03-02, 2025-03-03"\n',
    "with bars": "Habit;StartDate;CompletedDates\nLeg cramp;2025-03-01;2025-03-02|2025-03-05|2025-03-09\n"
    "Stretching;2025-03-01;2025-03-02\n",
    "in brackets": "Habit;Type;Start date;Completions\n"
    "Leg cramps;yes/no;2025-03-01;[2025-03-02, 2025-03-05, 2025-03-09]\n",
    "a row each": "Name,StartDate,CompletionDate\nLeg cramp,2025-03-01,2025-03-02\n"
    "Leg cramp,2025-03-01,2025-03-05\nLeg cramp,2025-03-01,2025-03-09\nStretching,2025-03-01,2025-03-03\n",
    "a row each, under any heading": "Habit,Start date,Ticked\nLeg cramp,2025-03-01,2025-03-02\n"
    "Leg cramp,2025-03-01,2025-03-05\nLeg cramp,2025-03-01,2025-03-09\nStretching,2025-03-01,2025-03-03\n",
    "in German": "Gewohnheit;Startdatum;Tage\nWadenkrampf;01.03.2025;02.03.2025, 05.03.2025, 09.03.2025\n"
    "Dehnen;01.03.2025;20.03.2025\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_the_days_of_a_habit_are_its_nights(name: str) -> None:
    journal = read_journal([("habits.csv", LISTS[name].encode())], today=TODAY, unlogged="unknown")
    assert_sound(journal)
    counts = journal.nights["cramps"].dropna()
    assert {f"{night:%Y-%m-%d}": int(count) for night, count in counts.items()} == THREE_DAYS


def test_a_habit_that_was_never_ticked_has_no_night() -> None:
    text = 'Habit,StartDate,Dates\nLeg cramp,2025-03-01,\nStretching,2025-03-01,"2025-03-02, 2025-03-03"\n'
    assert read_journal([("habits.csv", text.encode())], today=TODAY).nights.empty


def test_a_list_that_is_not_only_dates_is_asked_about() -> None:
    text = 'Habit,StartDate,Dates\nLeg cramp,2025-03-01,"2025-03-02, was ill, 2025-03-05"\nWalk,2025-03-01,\n'
    with pytest.raises(JournalError) as caught:
        read_journal([("habits.csv", text.encode())], today=TODAY)
    assert caught.value.receipts[0].question == "which_column_counts"


def test_a_table_without_kinds_keeps_its_rows() -> None:
    table = RawTable(None, ["Date", "Leg cramps"], [["2025-03-01, 2025-03-02", "1"]], [2], 1)
    assert not part_listed_dates(table)
    assert table.rows == [["2025-03-01, 2025-03-02", "1"]]


def test_what_a_cell_lists() -> None:
    assert dates_listed("02.03.2025; 05.03.2025") == ("02.03.2025", "05.03.2025")
    assert dates_listed("2025-03-02, was ill, 2025-03-05") == ()
    assert lists_some_dates("2025-03-02, was ill, 2025-03-05")
    assert not lists_some_dates("2025-03-02, was ill")
