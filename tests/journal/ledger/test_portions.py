"""Lists of what was drunk without times. Oracle: each sum done by hand."""

import pytest

from analysis.journal import Journal, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-14,1\n")


def read(text: str) -> Journal:
    return read_journal([DIARY, ("list.csv", text.encode())])


def told(journal: Journal) -> str:
    return " ".join(problem.problem for problem in journal.receipts[1].problems)


@pytest.mark.parametrize(
    ("text", "sums"),
    [("Date,Water (mL)\n2025-03-01,500\n2025-03-01,250\n2025-03-01,500\n2025-03-02,500\n2025-03-02,250\n",
      [1250, 750]),
     ("Datum;Trinkmenge\n01.03.2025;1 Glas\n01.03.2025;2 Gläser\n01.03.2025;1 Glas\n14.03.2025;3 Gläser\n"
      "14.03.2025;3 Gläser\n", [1000, 1500])],
)  # fmt: skip
def test_a_row_a_portion_adds_up_and_says_so(text: str, sums: list[float]) -> None:
    """500 + 250 + 500 mL; four glasses of 250 mL, of which two rows are alike."""
    journal = read(text)
    assert journal.days["hydration"].tolist() == sums
    assert "added up" in told(journal)
    assert "different times" not in told(journal)
    assert journal.receipts[1].rows.used == 5


def test_the_same_list_twice_is_one_list() -> None:
    journal = read("Date,Water (mL)\n" + "2025-03-01,1500\n2025-03-02,1250\n" * 2)
    assert journal.days["hydration"].tolist() == [1500, 1250]
    assert journal.receipts[1].rows.duplicate == 2


def test_one_day_told_twice_is_a_conflict_and_no_sum() -> None:
    journal = read("Date,Water (mL)\n2025-03-01,1500\n2025-03-02,1250\n2025-03-02,1350\n2025-03-03,1350\n")
    assert journal.days["hydration"].tolist() == [1500, 1350, 1350]


def test_two_devices_of_one_day_are_never_added() -> None:
    rows = "2025-03-01,Phone,3000\n2025-03-01,Watch,5000\n2025-03-02,Phone,2000\n2025-03-02,Watch,4500\n"
    assert read(f"Date,Source,Steps\n{rows}").days["steps"].tolist() == [5000, 4500]


def test_a_list_of_exercises_is_its_minutes() -> None:
    rows = "2025-03-01,Walk,30\n2025-03-01,Swim,20\n2025-03-02,Walk,45\n2025-03-02,Swim,15\n"
    assert read(f"Date,Activity,Minutes of exercise\n{rows}").days["activity"].tolist() == [50, 60]
