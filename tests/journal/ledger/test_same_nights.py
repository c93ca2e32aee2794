"""One night in two rows. Oracle: read by hand."""

from tests.journal.test_reading import actions, ledger, read


def test_the_same_night_twice() -> None:
    """Identical: a duplicate. Different in one file: the larger count. In two files: the later one."""
    first = (
        "Date,Cramps\n2024-03-01,1\n2024-03-01,1\n2024-03-02,2\n2024-03-02,3\n2024-03-03,4\n2024-03-04,0\n"
    )
    journal = read(first)
    assert ledger(journal) == {"03-01": 1, "03-02": 3, "03-03": 4, "03-04": 0}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.duplicate, rows.rejected) == (6, 4, 1, 1)
    assert actions(journal) == [(3, "duplicate"), (4, "conflict")]
    later = read(first, "Date,Cramps\n2024-03-03,1\n")
    assert ledger(later)["03-03"] == 1
    assert later.receipts[0].rows.rejected == 2


def test_the_later_recorded_entry_wins_whatever_the_order() -> None:
    rows = ["2024-03-01,3,2024-03-02 08:00", "2024-03-01,1,2024-03-05 09:00", "2024-03-02,0,2024-03-03 08:00"]
    for order in (rows, rows[::-1]):
        journal = read("\n".join(["Night of,Cramps,Recorded at", *order]))
        assert ledger(journal) == {"03-01": 1, "03-02": 0}


def test_rows_that_add_to_each_other_are_both_used() -> None:
    journal = read("Date,Cramps,Water (mL)\n2024-03-01,1,\n2024-03-01,,1500\n2024-03-02,0,\n")
    assert journal.receipts[0].rows.used == 3
    assert journal.nights["hydration"].iloc[0] == 1500
