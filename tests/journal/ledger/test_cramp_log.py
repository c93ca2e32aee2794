"""Cramps told one by one. Oracle: read by hand."""

from analysis.journal import read_journal
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
