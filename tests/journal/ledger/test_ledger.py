"""One row for every night, from the first logged one to the last. Oracle: read by hand."""

import pandas as pd

from tests.journal.test_reading import ledger, read


def test_three_states_and_the_first_and_last_logged_night() -> None:
    journal = read(
        "Date,Cramps,Water (mL)\n2024-02-28,,900\n2024-03-01,2,1500\n2024-03-02,,1800\n"
        "2024-03-04,0,\n2024-03-06,,700\n"
    )
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": None, "03-04": 0}
    assert journal.nights["hydration"].dropna().to_dict() == {
        pd.Timestamp("2024-03-01"): 1500,
        pd.Timestamp("2024-03-02"): 1800,
    }
    # Exposure days outside the ledger are kept and widen nothing.
    assert list(journal.days.index.strftime("%m-%d")) == ["02-28", "03-01", "03-02", "03-06"]


def test_device_days_alone_give_an_empty_ledger() -> None:
    journal = read("Date,Steps\n2024-03-01,5000\n2024-03-02,6000\n")
    assert journal.receipts[0].kind == "device days"
    assert len(journal.nights) == 0
    assert journal.nights.index.name == "night"
    assert journal.days["steps"].tolist() == [5000, 6000]


def test_an_empty_cell_is_not_logged_even_where_no_night_says_none() -> None:
    journal = read("Date,Cramps,Water\n2024-03-01,2,1500\n2024-03-02,,1800\n2024-03-03,1,1700\n")
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": 1}
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (True, False)
    assert any("not logged" in problem.problem for problem in journal.receipts[0].problems)
    assert (
        ledger(
            read("Date,Cramps,Water\n2024-03-01,2,1\n2024-03-02,,1\n2024-03-03,1,1\n", unlogged="cramp-free")
        )["03-02"]
        == 0
    )
