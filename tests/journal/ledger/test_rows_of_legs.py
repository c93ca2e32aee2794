"""A diary with a row for each leg: their counts add up. Oracle: the sums, done by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal
from tests.journal.checks import assert_sound


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [("Leg", "left", "right"), ("Bein", "links", "rechts"), ("Muscle", "calf", "foot"), ("Side", "L", "R")],
)
def test_the_rows_of_two_legs_add_up(heading: str, one: str, other: str) -> None:
    rows = [
        (1, one, 1, 5),
        (1, other, 2, 7),
        (2, one, 0, 0),
        (2, other, 0, 0),
        (3, one, 0, 0),
        (3, other, 1, 3),
    ]
    lines = "".join(f"2025-01-0{day},{leg},{count},{pain}\n" for day, leg, count, pain in rows)
    journal = read_journal([("d.csv", f"Date,{heading},Cramps,Pain\n{lines}".encode())])
    assert_sound(journal)
    assert journal.nights["cramps"].tolist() == [3, 0, 1]
    assert journal.nights["severity"].fillna(0).tolist() == [7, 0, 3]
    assert journal.receipts[0].rows.used == 6
    assert len(journal.cramps) == 4


def test_each_cramp_keeps_its_leg_and_a_leg_without_one_is_not_named() -> None:
    text = b"Date,Leg,Cramps\n2025-01-01,left,1\n2025-01-01,right,2\n2025-01-02,left,0\n2025-01-02,right,1\n"
    journal = read_journal([("d.csv", text)])
    assert journal.cramps["side"].tolist() == ["left", "right", "right", "right"]
    assert journal.nights["side"].tolist() == ["both", "right"]


def test_two_rows_of_one_leg_contradict_each_other() -> None:
    text = b"Date,Leg,Cramps\n2025-01-01,left,1\n2025-01-01,left,2\n2025-01-02,left,0\n"
    journal = read_journal([("d.csv", text)])
    assert journal.nights["cramps"].tolist() == [2, 0]
    assert journal.receipts[0].rows.rejected == 1


def told(*texts: str) -> Journal:
    files = [(f"{number}.csv", text.encode()) for number, text in enumerate(texts)]
    journal = read_journal(files)
    assert_sound(journal)
    return journal


def by_night(journal: Journal) -> dict[str, float | None]:
    counts = journal.nights["cramps"]
    return {
        f"{night:%m-%d}": None if missing else count
        for night, count, missing in zip(counts.index, counts, counts.isna(), strict=True)
    }


@pytest.mark.parametrize(
    ("right", "sides", "times"),
    [
        ("0,,", ["left", "left"], ["01:00", "02:00"]),
        ("1,03:00,", ["left", "left", "right"], ["01:00", "02:00", "03:00"]),
        ("2,03:00,", ["left", "left", "right", "right"], ["01:00", "02:00", "03:00", None]),
    ],
)
def test_the_numbered_times_of_a_leg_are_those_of_its_cramps(
    right: str, sides: list[str], times: list[str | None]
) -> None:
    """Oracle: two of the left leg and as many of the right as its row says."""
    journal = told(
        "Date,Side,Leg cramps,Cramp 1 time,Cramp 2 time\n"
        f"2025-01-01,left,2,01:00,02:00\n2025-01-01,right,{right}\n"
    )
    assert by_night(journal) == {"01-01": len(sides)}
    assert journal.cramps["side"].tolist() == sides
    assert [None if pd.isna(at) else f"{at:%H:%M}" for at in journal.cramps["onset"]] == times


def test_the_time_of_a_leg_s_cramp_is_kept() -> None:
    """Oracle: the left leg's cramp was at two, the right leg had two without a time."""
    journal = told("Date,Side,Cramps,Time\n2025-01-01,left,1,02:00\n2025-01-01,right,2,\n")
    assert journal.cramps["side"].tolist() == ["left", "right", "right"]
    assert journal.cramps["onset"].notna().tolist() == [True, False, False]


JANUARY = "Date,Side,Leg cramps,Notes\n2025-01-01,left,1,\n2025-01-01,right,2,\n"


@pytest.mark.parametrize("second", [JANUARY, JANUARY.replace("left,1,", "left,1,sore")])
def test_a_leg_in_two_exports_has_its_cramps_once(second: str) -> None:
    """Oracle: one and two; the two rows that say no more than the other file's are duplicates."""
    journal = told(JANUARY, second + "2025-02-01,left,0,\n2025-02-01,right,0,\n")
    assert by_night(journal)["01-01"] == 3
    assert by_night(journal)["02-01"] == 0
    assert journal.cramps["side"].tolist() == ["left", "right", "right"]
    assert sum(receipt.rows.duplicate for receipt in journal.receipts) == 2
    assert ("notes" in journal.nights) == ("sore" in second)


def test_of_two_exports_that_differ_in_a_leg_the_later_counts() -> None:
    """Oracle: the right leg's row of the first file contradicts the second: 1 + 3."""
    journal = told(JANUARY, JANUARY.replace("right,2,", "right,3,"))
    assert by_night(journal) == {"01-01": 4}
    assert sum(receipt.rows.rejected for receipt in journal.receipts) == 1


def test_a_leg_and_its_muscles_in_another_file_are_not_added() -> None:
    """Oracle: the larger sum: three by leg, two by muscle."""
    muscles = "Date,Muscle,Leg cramps\n2025-01-01,calf,1\n2025-01-01,foot,1\n"
    assert by_night(told(JANUARY, muscles)) == {"01-01": 3}


def test_rows_for_legs_and_rows_for_cramps_of_two_files_are_not_added() -> None:
    """Oracle: the two cramps with a time are two of the three."""
    singly = "Date,Side,Leg cramps,Time\n2025-01-01,left,1,01:00\n2025-01-01,right,1,02:00\n"
    journal = told(JANUARY, singly)
    assert by_night(journal) == {"01-01": 3}
    assert journal.cramps["onset"].notna().sum() == 2


@pytest.mark.parametrize("answer", ["hmm", "", "not sure"])
def test_half_a_night_is_no_zero(answer: str) -> None:
    """Oracle: what the right leg had in the first night is not known; in the third one had a cramp."""
    journal = told(
        "Date,Side,Leg cramps\n2024-12-31,left,0\n2024-12-31,right,0\n"
        f"2025-01-01,left,0\n2025-01-01,right,{answer}\n2025-01-02,left,0\n2025-01-02,right,0\n"
        f"2025-01-03,left,2\n2025-01-03,right,{answer}\n"
    )
    assert by_night(journal) == {"12-31": 0, "01-01": None, "01-02": 0, "01-03": 2}
    assert journal.nights["side"].dropna().tolist() == ["left"]
    assert journal.receipts[0].rows.used == 8
    assert [p.row for p in journal.receipts[0].problems if "not logged" in p.problem and "place" in p.problem]


LOG = "Date,Time,Cramp pain\n2025-01-01,23:10,4\n"


def test_a_logged_cramp_is_one_of_those_of_the_legs() -> None:
    """Oracle: the larger of three and one; the log's has its time."""
    legs = "Night of,Side,Leg cramps\n2025-01-01,left,2\n2025-01-01,right,1\n"
    journal = told(legs, LOG)
    assert [receipt.kind for receipt in journal.receipts] == ["night diary", "cramp log"]
    assert by_night(journal) == {"01-01": 3}
    assert journal.cramps["onset"].notna().sum() == 1


def test_more_logged_cramps_than_those_of_the_legs_are_all_kept() -> None:
    """Oracle: the larger of two and three."""
    legs = "Night of,Side,Leg cramps\n2025-01-01,left,1\n2025-01-01,right,1\n"
    assert by_night(told(legs, LOG + "2025-01-01,23:30,2\n2025-01-01,23:50,2\n")) == {"01-01": 3}


def test_the_logged_cramp_is_one_of_the_leg_that_the_log_names() -> None:
    """Oracle: the log's is the right leg's only one; the two of the left are added."""
    legs = "Night of,Side,Leg cramps\n2025-01-01,left,2\n2025-01-01,right,1\n"
    journal = told(legs, "Date,Time,Side,Cramp pain\n2025-01-01,23:10,right,4\n")
    assert journal.cramps["side"].tolist() == ["right", "left", "left"]
