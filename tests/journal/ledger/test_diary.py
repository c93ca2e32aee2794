"""The cramps of a diary, and those of a log beside it. Oracle: read by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal
from analysis.journal.ledger.cramp_log import Cramp
from analysis.journal.ledger.diary import _differ_in_place, add_to
from tests.for_each import for_each
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
    """A 0 with a time beside it stays none: what a person answered is never turned round."""
    journal = read('Date,Cramps,Time\n2024-03-01,1,"02:10, 04:45"\n2024-03-02,0,03:00\n')
    assert ledger(journal) == {"03-01": 2, "03-02": 0}
    assert actions(journal) == [(2, "repaired"), (3, "assumed")]


def test_diary_and_log_of_one_night_the_larger_count() -> None:
    diary = "Night of,Cramps\n2024-03-01,2\n2024-03-02,0\n2024-03-03,1\n2024-03-04,0\n"
    log = (
        "Date and time,Cramp pain\n2024-03-02 02:10,6\n2024-03-03 01:00,4\n"
        "2024-03-04 01:00,4\n2024-03-04 03:00,5\n"
    )
    journal = read(diary, log)
    assert ledger(journal) == {"03-01": 2, "03-02": 1, "03-03": 2, "03-04": 0}
    # The diary's 0 against a logged cramp is the listed conflict.
    assert actions(journal) == [(3, "conflict")]
    assert journal.cramps.groupby("night")["severity"].count().tolist() == [1, 1, 2]


def listed(journal: Journal, at: int = 0) -> list[tuple[int | None, str | None, str, str]]:
    return [(p.row, p.column, p.action, p.code) for p in journal.receipts[at].problems]


@for_each(
    ("row", "count", "problem"),
    [
        # A count alone; a described cramp with an empty count is one, and that is said.
        ("2,,,", 2, []),
        (",23:10,,", 1, ["assumed"]),
        (",,5,", 1, ["assumed"]),
        (",,,5", 1, ["assumed"]),
        (',"23:10, 02:00",,', 2, ["assumed"]),
        (",,0,", None, []),
        (",,,0", None, []),
        # More times than cramps: the larger number. Beside a 0 one time is that of writing, several are none.
        ('1,"23:10, 02:00",,', 2, ["repaired"]),
        ("0,23:10,,", 0, ["assumed"]),
        ('0,"23:10, 02:00",,', None, ["conflict"]),
        ('2,"23:10, 02:00",,', 2, []),
        ('3,"23:10, 02:00",,', 3, []),
        # No cramp and one described: neither, and the night is not logged.
        ("0,,5,", None, ["conflict"]),
        ("0,,,5", None, ["conflict"]),
        ("0,,0,0", 0, []),
        ("1,,0,", 1, []),
    ],
)
def test_what_a_row_of_a_diary_counts(row: str, count: float | None, problem: list[str]) -> None:
    """Oracle: by hand, between a cramp on the 1st and a night without one on the 3rd."""
    head = "Night of,Cramps,Time,Cramp pain,Minutes of cramp"
    journal = read(f"{head}\n2024-03-01,1,,,\n2024-03-02,{row}\n2024-03-03,0,,,\n")
    assert ledger(journal)["03-02"] == count
    assert [p.action for p in journal.receipts[0].problems if p.row == 3] == problem
    assert journal.not_understood == (count is None and problem == ["conflict"])


def test_a_pain_or_a_time_alone_is_a_diary_of_cramps() -> None:
    """Without a column of counts a pain of 0 is a night without a cramp. Oracle: by hand."""
    journal = read("Night of,Cramp pain\n2024-03-01,4\n2024-03-02,0\n2024-03-03,\n2024-03-04,0\n")
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": None, "03-04": 0}


def test_times_beside_nights_without_a_cramp_are_those_of_writing() -> None:
    """The times of nights without a cramp are no cramps, said once where most such nights have one, else by
    row. Oracle: by hand."""
    head = "Night of,Cramps,Time\n2024-03-01,1,23:10\n"
    both = read(head + "2024-03-02,0,22:00\n2024-03-03,0,22:05\n2024-03-04,0,\n")
    assert ledger(both) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 0}
    assert listed(both) == [(None, "Time", "assumed", "")]
    few = read(head + "2024-03-02,0,22:00\n2024-03-03,0,22:05\n2024-03-04,0,\n2024-03-05,0,\n")
    assert ledger(few) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 0, "03-05": 0}
    one = read(head + "2024-03-02,0,22:00\n2024-03-03,0,\n")
    assert ledger(one) == {"03-01": 1, "03-02": 0, "03-03": 0}
    assert [found[:3:2] for found in listed(one)] == [(3, "assumed")]


def test_a_row_for_each_cramp_of_a_night() -> None:
    """Oracle: by hand: two rows of one cramp at two times are two cramps; at one time, of two legs, one."""
    head = "Night of,Cramps,Time,Side,Cramp pain\n"
    two = read(head + "2024-03-01,1,23:10,left,4\n2024-03-01,1,02:00,left,6\n2024-03-02,0,,,\n")
    assert ledger(two) == {"03-01": 2, "03-02": 0}
    assert two.cramps[["severity"]].to_numpy().tolist() == [[4], [6]]
    assert two.cramps["onset"].dt.strftime("%d %H:%M").tolist() == ["01 23:10", "02 02:00"]
    legs = read(head + "2024-03-01,1,23:10,left,4\n2024-03-01,1,23:10,right,6\n2024-03-02,0,,,\n")
    assert ledger(legs) == {"03-01": 1, "03-02": 0}
    assert legs.cramps[["side", "severity"]].to_numpy().tolist() == [["both", 6]]
    # A row of two cramps beside one of one contradict each other: the larger number counts.
    other = read(head + "2024-03-01,1,23:10,left,4\n2024-03-01,2,02:00,left,6\n2024-03-02,0,,,\n")
    assert ledger(other)["03-01"] == 2
    assert [found[:3:2] for found in listed(other)] == [(2, "conflict")]


def test_what_a_diary_says_goes_to_a_single_logged_cramp_and_else_to_one_of_its_own() -> None:
    """Oracle: by hand."""
    rows = ("2024-03-01,1,,left,4", "2024-03-02,2,23:30,left,5", "2024-03-03,0,,,")
    diary = "\n".join(("Night of,Cramps,Time,Side,Cramp pain", *rows))
    log = "Date and time,Minutes of cramp\n2024-03-01 23:10,7\n2024-03-03 01:00,3\n"
    found = read(diary, log).cramps
    told = found[["severity", "duration", "side"]].astype(object)
    assert told.where(told.notna(), None).to_numpy().tolist() == [
        [4, 7, "left"], [5, None, "left"], [None, 3, None],
    ]  # fmt: skip
    assert found["onset"].dt.strftime("%d %H:%M").tolist() == ["01 23:10", "02 23:30", "03 01:00"]


def test_a_time_of_the_diary_that_the_log_has_too_is_one_cramp() -> None:
    diary = 'Night of,Cramps,Time,Cramp pain\n2024-03-01,2,"23:10, 02:00",6\n2024-03-02,0,,\n'
    journal = read(diary, "Date and time,Minutes of cramp\n2024-03-01 23:10,7\n")
    assert ledger(journal) == {"03-01": 2, "03-02": 0}
    assert journal.cramps["onset"].dt.strftime("%H:%M").tolist() == ["23:10", "02:00"]
    assert journal.cramps["severity"].fillna(0).tolist() == [0, 6]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ({"side": "left"}, {"side": "right"}, True),
        ({"muscle": "calf"}, {"muscle": "foot"}, True),
        ({"side": "left", "muscle": "calf"}, {"side": "left", "muscle": "foot"}, True),
        ({"side": "left", "muscle": "calf"}, {"side": "left"}, False),
        ({"side": "left"}, {"muscle": "foot"}, False),
        ({}, {}, False),
    ],
)
def test_two_cramps_differ_in_place_where_both_say_it_and_not_the_same(
    one: dict[str, str], other: dict[str, str], differ: bool
) -> None:
    assert _differ_in_place(Cramp(1, None, dict(one)), Cramp(1, None, dict(other))) is differ


def test_one_cramp_of_both_sources_keeps_what_each_says_of_it() -> None:
    """By hand: the log's cramp at 02:10 is the diary's; where both say a pain, the log's stands; another time
    is another cramp, and one without a time is the one that is left."""
    at = 1_700_000_000
    logged = {5: [Cramp(5, at, {"severity": 7}), Cramp(5, None, {"muscle": "calf"})]}
    told = [Cramp(5, at, {"severity": 4, "side": "left"}), Cramp(5, None, {"muscle": "calf"})]
    add_to(logged, {5: told, 6: [Cramp(6, at + 86_400, {"side": "right"})]})
    assert [cramp.values for cramp in logged[5]] == [{"severity": 7, "side": "left"}, {"muscle": "calf"}]
    assert logged[5][0].onset == at
    assert [cramp.values for cramp in logged[6]] == [{"side": "right"}]
