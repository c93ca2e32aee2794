"""Lists of beginnings and ends. Oracle: lengths by hand, and the night that holds each beginning."""

from datetime import date

import pytest

from analysis.journal import Journal, read_journal

DIARY = b"Night of,Cramps\n2025-03-13,0\n2025-03-14,1\n2025-03-15,0\n"
MOMENTS = "2025-03-13 23:10,2025-03-14 06:40\n2025-03-15 00:20,2025-03-15 06:20\n"
CLOCKS = "2025-03-13,23:10,06:40\n2025-03-14,22:50,04:50\n"


def beside_a_diary(name: str, text: str) -> Journal:
    return read_journal([("diary.csv", DIARY), (name, text.encode())], today=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sleep.csv", "start,end\n" + MOMENTS),
        ("SleepSessions 2025.csv", "Start time,End time\n" + MOMENTS),
        ("Schlaf.csv", "Beginn;Ende\n13.03.2025 23:10;14.03.2025 06:40\n15.03.2025 00:20;15.03.2025 06:20\n"),
        ("data.csv", "Fell asleep,Woke up\n" + MOMENTS),
        ("data.csv", "Bedtime,Wake time\n" + MOMENTS),
        ("sleep.csv", "date,start,end\n" + CLOCKS),
        ("data.csv", "Date,Bedtime,Wake time\n" + CLOCKS),
    ],
)
def test_a_sleep_is_of_the_night_that_holds_its_beginning(name: str, text: str) -> None:
    """7 h 30 min, and 6 h of a night that began after midnight."""
    journal = beside_a_diary(name, text)
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    assert journal.nights["sleep"].dropna().tolist() == [7.5, 6]
    assert [night.day for night in journal.nights["sleep"].dropna().index] == [13, 14]
    assert journal.receipts[1].rows.used == 2


@pytest.mark.parametrize("name", ["workouts.csv", "My runs.csv", "Training 2025.csv", "Entrenamientos.csv"])
def test_sessions_of_a_file_named_so_add_up_by_day(name: str) -> None:
    rows = (
        "2025-03-13 17:10,2025-03-13 17:40\n2025-03-13 19:00,2025-03-13 19:15\n"
        "2025-03-14 16:50,2025-03-14 17:10\n"
    )
    journal = beside_a_diary(name, "start,end\n" + rows)
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    assert journal.days["activity"].dropna().tolist() == [45, 20]


@pytest.mark.parametrize("name", ["leg cramps.csv", "cramps after training.csv", "sleep and cramps.csv"])
def test_a_name_of_cramps_goes_before_any_other(name: str) -> None:
    text = "start,end\n2025-03-14 03:10,2025-03-14 03:14\n2025-03-16 02:50,2025-03-16 02:51\n"
    journal = beside_a_diary(name, text)
    assert journal.receipts[1].kind == "cramp log"
    assert journal.nights["cramps"].tolist() == [1, 1, 1]


def test_a_table_that_tells_the_hours_itself_is_read_by_them() -> None:
    text = (
        "start,end,hours slept\n2025-03-13 23:10,2025-03-14 06:40,7\n2025-03-14 22:50,2025-03-15 06:10,6.5\n"
    )
    journal = beside_a_diary("data.csv", text)
    assert journal.nights["sleep"].dropna().tolist() == [7, 6.5]
