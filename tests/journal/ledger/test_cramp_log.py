"""Cramps told one by one. Oracle: read by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each
from tests.journal.test_reading import actions, ledger, read


def test_a_cramp_log_goes_from_noon_to_noon() -> None:
    """02:30 on 12 March is the night of 11 March; 11:59 belongs to the night before, 12:00 to the night to
    come.
    """
    journal = read(
        "Time of cramp,Pain\n12/03/2024 02:30,5\n12/03/2024 11:59,4\n12/03/2024 12:00,3\n13/03/2024 23:10,6\n"
    )
    assert list(journal.cramps["night"].dt.day) == [11, 11, 12, 13]
    assert ledger(journal) == {"03-11": 2, "03-12": 1, "03-13": 1}


def test_a_journal_of_cramps_only_never_says_none() -> None:
    log = "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-05 03:00,4\n"
    journal = read(log)
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (True, True)
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 1}
    assert list(journal.nights_assumed.day) == [2, 3]
    unknown = read(log, unlogged="unknown")
    assert (unknown.never_says_none, unknown.unlogged_assumed_cramp_free) == (True, False)
    assert ledger(unknown) == {"03-01": 1, "03-02": None, "03-03": None, "03-04": 1}


def test_cramps_without_a_time_are_separate_in_one_file_and_the_larger_number_across_files() -> None:
    one, two = (
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,5\n",
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,5\n2024-03-01,2\n",
    )
    assert ledger(read(one)) == {"03-01": 2}
    assert ledger(read(one, two)) == ledger(read(two, one)) == {"03-01": 3}
    assert ledger(read(one, one)) == {"03-01": 2}


def test_a_cramp_with_the_same_clock_time_is_one() -> None:
    log = "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-02 02:10,6\n"
    journal = read(log, log + "2024-03-02 04:00,3\n")
    assert ledger(journal) == {"03-01": 2}
    assert [receipt.rows.duplicate for receipt in journal.receipts] == [1, 2]


def test_a_side_that_stands_in_the_muscle_is_kept() -> None:
    """Oracle by hand: one column holds both, as people write it; a column of sides of its own goes before."""
    log = (
        b"date,time,location\n2025-01-03,2:31,toes\n2025-01-07,00:02,left foot\n2025-01-09,3:00,right calf\n"
    )
    cramps = read_journal([("cramp log.csv", log)]).cramps
    assert cramps["muscle"].tolist() == ["toes", "foot", "calf"]
    assert cramps["side"].fillna("").tolist() == ["", "left", "right"]
    both = b"date,time,muscle,side\n2025-01-07,00:02,left foot,right\n"
    assert read_journal([("cramp log.csv", both)]).cramps["side"].tolist() == ["right"]


def test_left_and_right_at_one_minute_are_one_cramp_of_both_legs() -> None:
    """By hand: three moments, of which two are of both legs, with the worse pain; nothing contradicts."""
    log = (
        "Time of cramp,Side,Pain\n2024-03-02 02:10,left,5\n2024-03-02 02:10,right,7\n"
        "2024-03-03 03:00,right,4\n2024-03-03 03:00,both,4\n2024-03-04 01:00,left,2\n"
    )
    journal = read(log)
    assert journal.cramps[["side", "severity"]].to_numpy().tolist() == [["both", 7], ["both", 4], ["left", 2]]
    assert (journal.receipts[0].rows.used, actions(journal)) == (5, [])
    diary = "Date,Cramps,Time,Side\n2024-03-02,1,02:10,left\n2024-03-02,1,02:10,right\n2024-03-03,0,,\n"
    assert ledger(read(diary)) == {"03-02": 1, "03-03": 0}
    assert read(diary).cramps["side"].tolist() == ["both"]


def test_another_file_that_names_another_leg_disagrees() -> None:
    """By the rule for two files: the later one counts, and the conflict is listed."""
    header = "Time of cramp,Side,Pain\n"
    journal = read(header + "2024-03-02 02:10,left,5\n", header + "2024-03-02 02:10,right,5\n")
    assert journal.cramps["side"].tolist() == ["right"]
    assert actions(journal) == [(2, "conflict")]


def problems(journal: Journal, at: int = 0) -> list[tuple[int | None, str | None, str]]:
    return [(p.row, p.column, p.action) for p in journal.receipts[at].problems if p.row is not None]


@for_each(
    ("row", "count"),
    [
        # A pain of 0 and no length is no cramp, with or without a time.
        ("2024-03-05,0,", 0), ("2024-03-05 02:00,0,", 0), ("2024-03-05,0,0", 0),
        # A pain or a length is a cramp, whatever the other says.
        ("2024-03-05,0,1", 1), ("2024-03-05,1,0", 1), ("2024-03-05,,1", 1), ("2024-03-05,1,", 1),
        # A date with both cells blank says nothing; with a clock time it is a cramp.
        ("2024-03-05,,", None), ("2024-03-05 14:00,,", 1),
    ],
)  # fmt: skip
def test_which_rows_of_a_log_are_a_cramp(row: str, count: float | None) -> None:
    """Oracle: the rules of the log, row by row, between a cramp on the 1st and one on the 9th."""
    log = f"Date and time,Cramp pain,Minutes of cramp\n2024-03-01 22:00,5,3\n{row}\n2024-03-09 22:00,5,3\n"
    found = ledger(read(log, unlogged="unknown"))
    night = "03-04" if " 02:00" in row else "03-05"
    assert found.get(night) == count
    assert {name for name, cramps in found.items() if cramps is not None} == {"03-01", "03-09"} | (
        set() if count is None else {night}
    )


def test_a_row_that_says_nothing_is_listed_and_never_assumed_free_of_cramps() -> None:
    """Oracle: by hand; what it says besides stands at its night all the same."""
    journal = read(
        "Date and time,Cramp pain,Sleep (h)\n2024-03-01 22:00,5,6\n2024-03-03,,7\n2024-03-05 22:00,4,8\n"
    )
    assert ledger(journal) == {"03-01": 1, "03-02": None, "03-03": None, "03-04": None, "03-05": 1}
    assert problems(journal) == [(3, None, "set_aside")]
    assert [p.hint != "" for p in journal.receipts[0].problems if p.row == 3] == [True]
    assert journal.nights["sleep"].dropna().tolist() == [6, 7, 8]


def test_a_row_of_no_cramp_against_a_cramp_is_a_conflict_that_the_cramp_wins() -> None:
    """Oracle: by hand; the row of no cramp is named, in whichever file it stands."""
    journal = read(
        "Date and time,Cramp pain\n2024-03-01 22:00,5\n2024-03-03 22:00,5\n",
        "Date and time,Cramp pain\n2024-03-05 22:00,5\n2024-03-03,0\n2024-03-04,0\n",
        unlogged="unknown",
    )
    assert ledger(journal) == {"03-01": 1, "03-02": None, "03-03": 1, "03-04": 0, "03-05": 1}
    assert (problems(journal, 0), problems(journal, 1)) == ([], [(3, None, "conflict")])


def test_several_clock_times_of_a_row_are_several_cramps_each_once() -> None:
    """Oracle: by hand; a time that a row of its own tells is the same cramp, and its pain stands there."""
    journal = read(
        'Date,Time,Cramp pain\n2024-03-01,"23:00, 23:40",5\n2024-03-01,23:40,3\n2024-03-04,22:00,1\n'
    )
    assert [(f"{at:%d %H:%M}") for at in journal.cramps["onset"]] == ["01 23:00", "01 23:40", "04 22:00"]
    assert journal.cramps["severity"].tolist() == [5, 3, 1]


def test_the_side_of_each_file_and_one_cramp_of_both_legs() -> None:
    """One file with a row for each leg at one time tells of one cramp of both legs: the worse pain, the
    longer time. Oracle: by hand."""
    log = "Date and time,Side,Cramp pain,Minutes of cramp\n"
    legs = log + "2024-03-01 22:00,left,3,9\n2024-03-01 22:00,right,7,2\n2024-03-02 22:00,left,4,1\n"
    found = read(legs).cramps
    assert found[["side", "severity", "duration"]].to_numpy().tolist() == [["both", 7, 9], ["left", 4, 1]]
    # Two files that name different legs at one time contradict each other; the later counts.
    journal = read(
        log + "2024-03-01 22:00,left,3,9\n2024-03-02 22:00,left,4,1\n", log + "2024-03-01 22:00,right,7,2\n"
    )
    assert journal.cramps["side"].tolist() == ["right", "left"]
    assert problems(journal, 0) == [(2, None, "conflict")]


def test_one_log_that_names_two_muscles_at_one_time_tells_of_two_cramps() -> None:
    """Oracle: by hand; a row of another file that names none belongs to the first of them."""
    log = "Date and time,Muscle,Cramp pain\n2024-03-01 22:00,calf,3\n2024-03-01 22:00,foot,6\n"
    assert ledger(read(log)) == {"03-01": 2}
    assert read(log).cramps[["muscle", "severity"]].to_numpy().tolist() == [["calf", 3], ["foot", 6]]
    both = read(log, "Date and time,Minutes of cramp\n2024-03-01 22:00,4\n")
    assert both.cramps["duration"].fillna(0).tolist() == [4, 0]
    other = "Date and time,Muscle,Cramp pain\n2024-03-01 22:00,{},5\n2024-03-04 22:00,calf,1\n"
    assert ledger(read(other.format("calf"), other.format("foot"), unlogged="unknown"))["03-01"] == 1


def test_rows_without_a_time_beside_one_with_a_time() -> None:
    """Of one file each row is a cramp; of two files the one with more rows in the night tells its number.
    Oracle: counted by hand."""
    log = "Date and time,Cramp pain\n2024-03-01 22:00,5\n2024-03-01,3\n2024-03-01,4\n"
    assert ledger(read(log)) == {"03-01": 3}
    assert read(log).cramps["onset"].notna().tolist() == [True, False, False]
    two = read("Date and time,Cramp pain\n2024-03-01 22:00,5\n", "Date,Cramp pain\n2024-03-01,5\n")
    assert ledger(two) == {"03-01": 1}
    assert two.receipts[1].rows.duplicate == 1
    three = read(
        "Date and time,Cramp pain\n2024-03-01 22:00,5\n", "Date,Cramp pain\n2024-03-01,5\n2024-03-01,2\n"
    )
    assert ledger(three) == {"03-01": 2}


def test_a_later_file_that_describes_the_cramps_of_a_night_otherwise_counts() -> None:
    """Oracle: by hand: of as many cramps the later file; its own rows stand, the other's are the conflict."""
    one, two = (
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,4\n",
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,2\n",
    )
    journal = read(one, two)
    assert sorted(journal.cramps["severity"]) == [2, 5]
    assert problems(journal, 0) == [(2, None, "duplicate"), (3, None, "conflict")]
    assert (problems(journal, 1), journal.receipts[0].rows.rejected) == ([], 1)


def test_the_hour_that_the_clocks_repeat_holds_two_cramps() -> None:
    """01:30 with two offsets from UTC are two moments; with one offset they are one. Oracle: the calendar."""
    log = "Date and time,Cramp pain\n2024-10-27T02:30:00+02:00,5\n2024-10-27T02:30:00{},4\n"
    assert ledger(read(log.format("+01:00"))) == {"10-26": 2}
    assert ledger(read(log.format("+02:00"))) == {"10-26": 1}


def test_a_log_of_mornings_moves_a_date_and_its_clock_times() -> None:
    """Oracle: by hand: under "Morning" the 5th is the night of the 4th, and 23:00 of it is on the 4th."""
    journal = read(
        'Morning,Time,Cramp pain\n2024-03-05,"23:00, 02:00",5\n2024-03-08,,4\n', unlogged="unknown"
    )
    assert [f"{night:%m-%d}" for night in journal.cramps["night"]] == ["03-04", "03-04", "03-07"]
    assert [f"{at:%d %H:%M}" for at in journal.cramps["onset"].dropna()] == ["04 23:00", "05 02:00"]


def test_cramps_of_a_night_stand_by_their_time_and_those_without_last() -> None:
    """Oracle: by hand; the order of the rows changes nothing."""
    rows = ["2024-03-02 04:00,5", "2024-03-01,2", "2024-03-01 23:00,4", "2024-03-01,1"]
    head = "Date and time,Cramp pain\n"
    one = read(head + "\n".join(rows)).cramps
    assert one["severity"].tolist() == [4, 5, 1, 2]
    pd.testing.assert_frame_equal(one, read(head + "\n".join(reversed(rows))).cramps)


@pytest.mark.parametrize(
    ("summer", "winter", "cramps"),
    [("CEST", "CET", 2), ("MESZ", "MEZ", 2), ("(CEST)", "(CET)", 2), ("CEST", "+01:00", 2),
     ("CET", "+01:00", 1), ("CET", "CET", 1)],
)  # fmt: skip
def test_one_clock_time_in_two_zones_by_name_is_two_moments(summer: str, winter: str, cramps: int) -> None:
    """02:30 comes twice in the night of 25 October 2025. Oracle: the calendar."""
    text = f"Time of cramp,Pain\n2025-10-26 02:30 {summer},5\n2025-10-26 02:30 {winter},5\n"
    assert len(read_journal([("log.csv", text.encode())]).cramps) == cramps


def test_no_cramp_comes_after_it_was_written_down() -> None:
    """By hand: written on the morning of the 5th at 08:00 about a cramp at 23:00, which was on the 4th."""
    journal = read(
        "Written about last night,Time,Cramp pain\n2024-03-05 08:00,23:00,5\n2024-03-06 08:00,03:00,4\n",
        unlogged="unknown",
    )
    assert [f"{at:%d %H:%M}" for at in journal.cramps["onset"].dropna()] == ["04 23:00", "06 03:00"]
