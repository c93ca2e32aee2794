"""Clock times beside no cramp, and beside an empty answer. Oracle: read by hand, in each test."""

import pytest

from analysis.journal import read_journal
from tests.for_each import for_each
from tests.journal.test_reading import actions, ledger, read


@for_each("none", ["0", "no"])
@for_each(
    ("heading", "expected", "action"),
    [
        ("Time", 0, "assumed"),
        ("Uhrzeit", 0, "assumed"),
        ("Cramp time", None, "conflict"),
        ("Time of cramp", None, "conflict"),
        ("Onset", None, "conflict"),
    ],
)
def test_a_no_never_becomes_a_cramp(none: str, heading: str, expected: float | None, action: str) -> None:
    """A cramp on the 1st, none on the 2nd with a time beside it, none on the 3rd and 4th without."""
    rows = f"2025-03-01,22:00,1\n2025-03-02,22:00,{none}\n2025-03-03,,{none}\n2025-03-04,,{none}\n"
    journal = read(f"Date,{heading},Cramps\n{rows}")
    assert ledger(journal) == {"03-01": 1, "03-02": expected, "03-03": 0, "03-04": 0}
    assert actions(journal) == [(3, action)]
    assert journal.not_understood == (expected is None)
    assert journal.cramps["onset"].dt.strftime("%d %H:%M").tolist() == ["01 22:00"]


def test_two_rows_a_cramp_and_none() -> None:
    journal = read("Date,Time,Cramps\n2025-03-01,22:00,1\n2025-03-02,22:00,0\n")
    assert ledger(journal) == {"03-01": 1, "03-02": 0}


def test_a_pain_of_0_with_a_time_is_no_cramp() -> None:
    """Without a column of counts the pain says whether there was one."""
    rows = "2025-03-01,02:10,4\n2025-03-02,22:00,0\n2025-03-03,,0\n2025-03-04,,0\n"
    journal = read(f"Night of,Time,Cramp pain\n{rows}")
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 0}


@for_each(
    ("head", "row", "expected"),
    [
        ("Time,Cramps,Water (mL)", "13:00,,1000", None),
        ("Time,Cramps,Steps", "13:00,,9000", None),
        ("Time,Cramps,Coffee", "13:00,,2", None),
        ("Time,Cramps,Sleep (h)", "07:00,,6.5", None),
        ("Time,Cramp pain,Water (mL)", "13:00,,1000", None),
        # Nothing else is told, the heading names the cramp, or something else describes it.
        ("Time,Cramps,Water (mL)", "02:10,,", 1),
        ("Cramp time,Cramps,Water (mL)", "02:10,,1000", 1),
        ("Time,Cramps,Water (mL),Cramp pain", "02:10,,1000,5", 1),
        ("Time,Cramps,Water (mL),Leg", "02:10,,1000,left", 1),
    ],
)
def test_a_time_beside_what_was_drunk_or_done_is_no_cramp(
    head: str, row: str, expected: float | None
) -> None:
    """A cramp of 22:00 on the 1st in every table; on the 3rd the row to be read."""
    fields = head.count(",") + 1
    cramp = ["22:00", "1", *[""] * (fields - 2)]
    journal = read(
        f"Date,{head}\n2025-03-01,{','.join(cramp)}\n2025-03-03,{row}\n2025-03-04,{',' * (fields - 1)}\n"
    )
    found = ledger(journal)
    assert (found["03-01"], found.get("03-03")) == (1, expected)
    assert (3, "assumed") in actions(journal)
    assert len(journal.cramps) == 1 + (expected or 0)


def test_where_every_night_without_a_cramp_has_a_time_a_time_alone_is_no_answer() -> None:
    rows = "2025-03-01,22:00,0\n2025-03-02,22:05,0\n2025-03-03,22:10,\n2025-03-04,22:00,1\n"
    journal = read(f"Night of,Time,Cramps\n{rows}")
    assert ledger(journal) == {"03-01": 0, "03-02": 0, "03-03": None, "03-04": 1}


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Time,Notes", "22:10,no cramps", 0),
        ("Cramp time,Notes", "22:10,no cramps", None),
        # A first time is a cramp's, whatever is said of a second one or of the end.
        ("Cramp time 1,Cramp time 2", "02:10,none", 1),
        ("Time 1,Time 2", "02:10,none", 1),
        ("Time,Ended", "02:10,none", 1),
    ],
)
def test_a_no_in_words_beside_an_empty_answer(head: str, row: str, expected: float | None) -> None:
    journal = read(f"Night of,Cramps,{head}\n2025-03-01,1,,\n2025-03-02,,{row}\n2025-03-03,0,,\n")
    assert ledger(journal) == {"03-01": 1, "03-02": expected, "03-03": 0}


def test_numbered_times_beside_a_0_are_no_cramps_of_the_night() -> None:
    """They contradict it: the night is not logged, and has no cramp either."""
    rows = "2025-03-01,1,02:10,\n2025-03-02,0,02:00,03:00\n2025-03-03,0,,\n2025-03-04,0,,\n"
    journal = read(f"Night of,Cramps,Time 1,Time 2\n{rows}")
    assert ledger(journal) == {"03-01": 1, "03-02": None, "03-03": 0, "03-04": 0}
    assert actions(journal) == [(3, "conflict")]
    assert len(journal.cramps) == 1


@pytest.mark.parametrize(
    ("heading", "times", "known"),
    [
        ("Hour", ("18",) * 4, 0),
        ("Time", ("18:00",) * 4, 0),
        ("Time of cramp", ("18:00",) * 4, 3),
        ("Time", ("02:10", "03:00", "04:15", "02:10"), 4),
    ],
)
def test_one_time_in_every_row_is_no_cramps(heading: str, times: tuple[str, ...], known: int) -> None:
    """Oracle: nobody has each cramp at the same minute, and a night without one at that minute too."""
    counts = (1, 1, 1, 0) if len(set(times)) == 1 else (1, 1, 1, 1)
    rows = "".join(
        f"2025-03-{at:02d},{clock},{count}\n"
        for at, (clock, count) in enumerate(zip(times, counts, strict=True), 1)
    )
    journal = read_journal([("mood.csv", f"Date,{heading},Cramps\n{rows}".encode())])
    assert journal.nights["cramps"].dropna().sum() == sum(counts)
    assert journal.cramps["onset"].notna().sum() == known


def test_one_time_in_every_row_makes_no_cramp_of_an_empty_cell() -> None:
    """Oracle: a time of writing is no cramp's, so that the night whose cell is empty is not logged."""
    rows = [f"2025-03-0{day},{count},08:00\n" for day, count in enumerate((1, 0, "", 2), 1)]
    journal = read_journal([("diary.csv", f"Date,Cramps,Time\n{''.join(rows)}".encode())])
    assert journal.nights["logged"].tolist() == [True, True, False, True]
    assert journal.nights["cramps"].sum() == 3
