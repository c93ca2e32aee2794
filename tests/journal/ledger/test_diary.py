"""The cramps of a diary, and those of a log beside it. Oracle: read by hand."""

import pandas as pd

from tests.journal.test_reading import actions, ledger, read


def test_a_yes_is_one_cramp_and_a_no_is_none() -> None:
    assert ledger(read("Night,Leg cramp?\n2024-03-01,yes\n2024-03-02,no\n2024-03-03,Y\n")) == {
        "03-01": 1,
        "03-02": 0,
        "03-03": 1,
    }


def test_several_cramps_in_one_cell_each_get_their_own_time() -> None:
    journal = read('Night of,Cramps,Time\n2024-03-01,2,"23:50, 04:45"\n2024-03-02,0,\n')
    assert journal.cramps["onset"].tolist() == [
        pd.Timestamp("2024-03-01 23:50"),
        pd.Timestamp("2024-03-02 04:45"),
    ]


def test_more_clock_times_than_cramps_count() -> None:
    journal = read('Date,Cramps,Time\n2024-03-01,1,"02:10, 04:45"\n2024-03-02,0,03:00\n')
    assert ledger(journal) == {"03-01": 2, "03-02": 1}
    assert actions(journal) == [(2, "repaired"), (3, "conflict")]


def test_diary_and_log_of_one_night_the_larger_count() -> None:
    diary = "Night of,Cramps\n2024-03-01,2\n2024-03-02,0\n2024-03-03,1\n2024-03-04,0\n"
    log = (
        "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-03 01:00,4\n2024-03-04 01:00,4\n2024-03-04 03:00,5\n"
    )
    journal = read(diary, log)
    assert ledger(journal) == {"03-01": 2, "03-02": 1, "03-03": 2, "03-04": 0}
    # The diary's 0 against a logged cramp is the listed conflict.
    assert actions(journal) == [(3, "conflict")]
    assert journal.cramps.groupby("night")["severity"].count().tolist() == [1, 1, 2]
