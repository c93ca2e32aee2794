"""One row for every night, from the first logged one to the last. Oracle: read by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal
from analysis.journal.ledger.ledger import clock_of
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


def test_nights_and_days_are_apart_where_each_night_has_its_day() -> None:
    journal = read("Date,Cramps,Water (mL)\n2024-03-01,2,1500\n2024-03-02,0,1800\n2024-03-03,1,1700\n")
    journal.nights.loc["2024-03-02", "hydration"] = 0
    assert journal.days["hydration"].tolist() == [1500, 1800, 1700]
    assert journal.nights["hydration"].tolist() == [1500, 0, 1700]


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


def listed(journal: Journal, at: int = 0) -> list[tuple[int | None, str | None, str]]:
    return [(p.row, p.column, p.action) for p in journal.receipts[at].problems]


def column(journal: Journal, name: str) -> list[object]:
    """What stands for each night, None where nothing does."""
    if name not in journal.nights:
        return []
    values = journal.nights[name]
    return values.astype(object).where(values.notna(), None).tolist()


def test_what_a_row_outside_the_ledger_says_of_its_night_is_listed() -> None:
    """The first and the last logged night are the 2nd and the 4th. Oracle: by hand: a day's water counts
    wherever it stands; a pain beside it is set aside; a row of a pain alone is rejected; none is dropped."""
    journal = read(
        "Night of,Cramps,Cramp pain,Sleep (h),Water (mL)\n2024-03-01,,,7,1500\n"
        "2024-03-02,1,4,6,1600\n2024-03-03,,,8,\n"
        "2024-03-04,0,,5,1700\n2024-03-05,,,4,1800\n2024-03-06,,,3,\n2024-03-07,,,,1900\n"
    )
    assert column(journal, "sleep") == [6, 8, 5]
    assert journal.days["hydration"].tolist() == [1500, 1600, 1700, 1800, 1900]
    assert [one for one in listed(journal) if one[0]] == [
        (2, "Sleep (h)", "set_aside"), (6, "Sleep (h)", "set_aside"), (7, "Sleep (h)", "rejected"),
    ]  # fmt: skip
    assert all(p.hint for p in journal.receipts[0].problems if p.row)
    assert journal.receipts[0].rows.used == 6


def test_without_a_logged_night_what_is_said_of_nights_is_listed_once_a_column() -> None:
    """Oracle: by hand; the rows of a night alone are rejected, those with a day's water stay."""
    journal = read("Date,Steps,Sleep (h)\n2024-03-01,4000,7\n2024-03-02,,6\n2024-03-03,5000,\n")
    assert len(journal.nights) == 0
    assert (None, "Sleep (h)", "set_aside") in listed(journal)
    assert [one for one in listed(journal) if one[0]] == [(3, "Sleep (h)", "rejected")]
    assert journal.days["steps"].tolist() == [4000, 5000]


def test_of_two_files_that_give_a_day_differently_the_later_counts() -> None:
    """Oracle: by hand; the same again is no conflict."""
    one = "Date,Cramps,Water (mL)\n2024-03-01,1,1500\n2024-03-02,0,1600\n2024-03-03,0,1700\n"
    two = "Date,Water (mL),Steps\n2024-03-02,1900,100\n2024-03-03,1700,200\n"
    for files, row, water in (((one, two), 2, 1900), ((two, one), 3, 1600)):
        journal = read(*files)
        assert journal.days["hydration"].tolist() == [1500, water, 1700]
        assert listed(journal, 0) == []
        assert listed(journal, 1) == [(row, "Water (mL)", "conflict")]


def test_a_diary_and_a_log_say_together_what_a_night_was() -> None:
    """Oracle: by hand: the worst pain, the longest time, both legs, every muscle and every time."""
    journal = read(
        "Night of,Cramps,Cramp pain,Minutes of cramp,Side,Muscle,Woke\n"
        "2024-03-01,1,7,2,left,calf,no\n2024-03-02,0,,,,,\n",
        "Date and time,Cramp pain,Minutes of cramp,Side,Muscle,Woke\n2024-03-01 23:10,4,9,right,foot,yes\n"
        "2024-03-02 03:00,5,1,right,foot,no\n",
    )
    night = journal.nights.iloc[0]
    assert (night["severity"], night["duration"], night["side"], night["muscle"]) == (
        7,
        9,
        "both",
        "calf; foot",
    )
    assert bool(night["woke"]) is True
    assert night["onset"] == "23:10; 03:00"


def test_words_of_several_rows_of_a_night_stand_once_each() -> None:
    """Oracle: by hand."""
    journal = read(
        "Night of,Cramps,Notes,Symptoms\n2024-03-01,1,hot day,pain\n2024-03-02,0,,\n",
        'Night of,Cramps,Notes,Symptoms\n2024-03-01,1,long walk,"pain, stiffness"\n2024-03-02,0,hot day,\n',
    )
    assert column(journal, "notes") == ["hot day; long walk", "hot day"]
    assert column(journal, "symptoms") == ["pain; stiffness", None]


def test_what_a_log_says_beside_a_cramp_or_none_stands_at_its_night() -> None:
    """Oracle: by hand; fatigue of the night of each cramp, and of a night without one."""
    journal = read(
        "Date and time,Cramp pain,Sleep (h),Notes\n2024-03-01 23:00,5,6,hot\n"
        "2024-03-02,0,8,cool\n2024-03-03 22:00,4,5,\n"
    )
    assert column(journal, "sleep") == [6, 8, 5]
    assert column(journal, "notes") == ["hot", "cool", None]
    written = read(
        "Date and time,Cramp pain,Recorded at\n2024-03-01 23:00,5,2024-03-02 08:00\n2024-03-02,0,\n"
    )
    assert "recorded_at" not in written.nights, "when a row was written is the row's own"
    assert journal.cramps["night"].dt.day.tolist() == [1, 3]


def test_a_column_of_which_nothing_is_said_within_the_ledger_is_left_out() -> None:
    journal = read(
        "Night of,Cramps,Sleep (h),Water (mL)\n2024-03-01,1,,\n2024-03-02,0,,\n2024-03-04,,7,1500\n"
    )
    assert list(journal.nights.columns) == ["logged", "cramps"]
    assert list(journal.days.columns) == ["hydration"]


def test_each_column_of_the_ledger_has_the_type_of_its_field() -> None:
    """Oracle: the data dictionary: numbers, yes and no, moments, texts."""
    journal = read(
        "Night of,Cramps,Cramp pain,Woke,Recorded at,Side,Notes\n2024-03-01,1,5,yes,2024-03-02 08:00,left,x\n"
        "2024-03-02,0,,no,2024-03-03 08:30,,\n"
    )
    kinds = {name: str(kind) for name, kind in journal.nights.dtypes.items()}
    assert kinds == {
        "logged": "bool", "cramps": "float64", "severity": "float64", "woke": "boolean",
        "recorded_at": "datetime64[us]", "side": "str", "notes": "str",
    }  # fmt: skip
    assert journal.nights["recorded_at"].tolist()[1] == pd.Timestamp("2024-03-03 08:30")
    assert journal.nights.index.name == "night"
    assert journal.days.index.name == "day"


def test_assumed_nights_are_those_between_that_nobody_left_open() -> None:
    log = "Date and time,Pain\n2024-03-02 22:00,6\n2024-03-05 22:00,4\n"
    journal = read(log)
    assert list(journal.nights_assumed.strftime("%m-%d")) == ["03-03", "03-04"]
    assert journal.nights_assumed.name is None
    assert len(read(log, unlogged="unknown").nights_assumed) == 0


@pytest.mark.parametrize(
    ("second", "clock"), [(0, "00:00"), (86_399, "23:59"), (86_400 * 3 + 3_660, "01:01"), (43_199, "11:59")]
)
def test_the_clock_of_a_moment(second: int, clock: str) -> None:
    assert clock_of(second).isoformat("minutes") == clock
