"""Rows about one thing: which counts. Oracle: each group of rows settled by hand."""

import pandas as pd

from analysis.journal.columns import TablePlan
from analysis.journal.entries.same_rows import Row, row_of, settle, where
from analysis.journal.entries.table import Entries
from analysis.journal.receipts import DUPLICATE, REJECTED, USED, Draft
from tests.for_each import for_each

STATES = {USED: "used", DUPLICATE: "duplicate", REJECTED: "rejected"}


def entries_of(*rows: dict[str, object], name: str = "a.csv") -> Entries:
    """A table with these rows; what a row does not name is blank."""
    draft = Draft(name, "")
    draft.status = pd.Series([USED] * len(rows)).to_numpy("int8").copy()
    names = dict.fromkeys(key for row in rows for key in row)
    values = {key: [row.get(key) for row in rows] for key in names}
    seconds = pd.Series([0] * len(rows)).to_numpy("int64")
    return Entries(draft, TablePlan("night diary", "", ()), seconds, [False] * len(rows), values)


def settled(*rows: dict[str, object]) -> list[str]:
    """What becomes of the rows of one table."""
    entries = entries_of(*rows)
    settle([row_of(entries, 0, at) for at in range(len(rows))], "night")
    return [STATES[int(status)] for status in entries.draft.status]


LATE, EARLY = pd.Timestamp("2024-03-02 08:00"), pd.Timestamp("2024-03-01 08:00")


@for_each(
    ("rows", "expected"),
    [
        # The same again is a duplicate of the first.
        ([{"cramps": 1}, {"cramps": 1}], "used duplicate"),
        ([{"cramps": 1}, {"cramps": 2}, {"cramps": 1}], "rejected used duplicate"),
        # What adds to another is used, what says less is a duplicate.
        ([{"cramps": 1, "severity": 4}, {"cramps": 1}], "used duplicate"),
        ([{"cramps": 1}, {"cramps": 1, "severity": 4}], "duplicate used"),
        ([{"cramps": 1, "severity": 4}, {"cramps": 1, "duration": 3}], "used used"),
        ([{"severity": 4}, {"duration": 3}], "used used"),
        # Of a difference the larger number of cramps counts, then the fuller row.
        ([{"cramps": 1}, {"cramps": 2}], "rejected used"),
        ([{"cramps": 2}, {"cramps": 1}], "used rejected"),
        ([{"cramps": 0}, {"severity": 3, "duration": 2, "side": "left"}], "used used"),
        ([{"cramps": 1, "severity": 4}, {"cramps": 1, "severity": 5, "duration": 2}], "rejected used"),
        # Texts add to each other, and differ in nothing.
        ([{"cramps": 1, "notes": "bad"}, {"cramps": 1, "notes": "hot"}], "used used"),
        ([{"cramps": 1, "notes": "hot, bad"}, {"cramps": 1, "notes": "hot"}], "used duplicate"),
        (
            [{"cramps": 1, "symptoms": ("pain",)}, {"cramps": 1, "symptoms": ("stiffness", "pain")}],
            "duplicate used",
        ),
        ([{"cramps": 1, "symptoms": ("a", "b")}, {"cramps": 1, "symptoms": ("c",)}], "used used"),
        # The later written counts where all say when; else it is not asked.
        ([{"cramps": 2, "recorded_at": EARLY}, {"cramps": 1, "recorded_at": LATE}], "rejected used"),
        ([{"cramps": 1, "recorded_at": LATE}, {"cramps": 2, "recorded_at": EARLY}], "used rejected"),
        ([{"cramps": 2}, {"cramps": 1, "recorded_at": LATE}], "used rejected"),
        ([{"cramps": 1, "recorded_at": LATE}, {"cramps": 1, "recorded_at": EARLY}], "used duplicate"),
        ([{"cramps": 1}, {"cramps": 1, "recorded_at": LATE}], "duplicate used"),
        # Three rows: the third adds to the first, whatever the second says.
        (
            [{"cramps": 3}, {"cramps": 1, "side": "left"}, {"cramps": 3, "side": "left"}],
            "duplicate rejected used",
        ),
        ([{"cramps": 3, "side": "left"}, {"severity": 2}, {"severity": 4}], "used rejected used"),
    ],
)
def test_rows_of_one_night(rows: list[dict[str, object]], expected: str) -> None:
    assert " ".join(settled(*rows)) == expected


def test_of_several_files_the_later_counts_before_the_number_of_cramps() -> None:
    one, two = entries_of({"cramps": 3}, name="a.csv"), entries_of({"cramps": 1}, name="b.csv")
    settle([row_of(one, 0, 0), row_of(two, 1, 0)], "night")
    assert (one.draft.status[0], two.draft.status[0]) == (REJECTED, USED)
    (problem,) = one.draft.problems
    assert (problem.action, problem.hint != "", problem.column) == ("conflict", True, None)
    assert "row 0 of b.csv is about the same night" in problem.problem


def test_a_conflict_names_the_fields_that_differ_and_a_duplicate_the_row_that_says_it() -> None:
    """Oracle: the labels of the data dictionary, by hand."""
    entries = entries_of({"cramps": 2, "severity": 4, "mood": 3}, {"cramps": 1, "severity": 5, "mood": 4})
    settle([row_of(entries, 0, at) for at in (0, 1)], "day")
    (problem,) = entries.draft.problems
    assert "differs in cramps, " in problem.problem
    assert problem.problem.count(",") == 2
    assert problem.problem.endswith(", a column of your own; that row counts")
    assert "about the same day" in problem.problem
    same = entries_of({"cramps": 2}, {"cramps": 2})
    settle([row_of(same, 0, at) for at in (0, 1)], "night")
    assert [p.problem for p in same.draft.problems] == ["the same as row 0 of a.csv"]
    less = entries_of({"cramps": 2, "severity": 1}, {"cramps": 2})
    settle([row_of(less, 0, at) for at in (0, 1)], "night")
    assert "row 0 of a.csv" in less.draft.problems[0].problem


def test_a_row_holds_what_it_says_and_where_it_stands() -> None:
    entries = entries_of({"cramps": 0, "severity": None}, {"severity": 3})
    assert row_of(entries, 4, 0) == Row(entries, 4, 0, {"cramps": 0})
    assert row_of(entries, 4, 1).values == {"severity": 3}
    assert row_of(entries, 4, 1).where == where(entries, 1) == "row 1 of a.csv"
