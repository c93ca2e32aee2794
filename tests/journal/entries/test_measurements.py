"""Results of blood tests. Oracle: read by hand."""

from analysis.journal import Journal
from tests.for_each import for_each
from tests.journal.test_reading import read


def test_blood_tests_long_and_wide() -> None:
    long = read(
        "Date;Test;Result;Unit;Range\n01.03.2024;Kalium;3,4;mmol/l;3,5-5,1\n13.03.2024;CK;<140;U/L;\n"
    ).measurements
    assert long[["result", "low", "high"]].fillna(-1).to_numpy().tolist() == [[3.4, 3.5, 5.1], [140, -1, -1]]
    wide = read("Date,Potassium (mmol/L),Magnesium (mmol/L)\n02/01/2024,3.4,0.7\n13/02/2024,4.1,\n")
    assert wide.measurements["test"].tolist() == ["Magnesium", "Potassium", "Potassium"]
    assert wide.receipts[0].rows.used == 2


def results(journal: Journal) -> list[tuple[object, ...]]:
    """Test, result, unit, low and high of every measurement, None where missing."""
    rows = journal.measurements.astype(object).where(journal.measurements.notna(), None)
    return [tuple(row) for row in rows[["test", "result", "unit", "low", "high"]].to_numpy().tolist()]


def of_rows(*rows: str, header: str = "Date,Test,Result,Unit,Low,High,Range") -> list[tuple[object, ...]]:
    return results(read("\n".join((header, *rows)) + "\n"))


def noted(*rows: str) -> list[tuple[int | None, str | None, str]]:
    journal = read("\n".join(("Date,Test,Result,Unit,Low,High,Range", *rows)) + "\n")
    return [(p.row, p.column, p.action) for p in journal.receipts[0].problems if p.row is not None]


@for_each(
    ("cells", "expected"),
    [
        ("3.9,mmol/l,3.5,5.1,", (3.9, "mmol/l", 3.5, 5.1)),
        ("3.9 mmol/l,,,,3.5-5.1", (3.9, "mmol/l", 3.5, 5.1)),
        ("3.9 mg/dl,mmol/l,,,", (3.9, "mmol/l", None, None)),
        # Of the range only what the two columns leave open.
        ("3.9,,3.6,,3.5-5.1", (3.9, None, 3.6, 5.1)),
        ("3.9,,,5.0,3.5-5.1", (3.9, None, 3.5, 5.0)),
        # One end: an upper or a lower bound, in words or signs.
        ("3.9,,,,<5.1", (3.9, None, None, 5.1)), ("3.9,,,,up to 5.1", (3.9, None, None, 5.1)),
        ("3.9,,,,(≤ 5.1)", (3.9, None, None, 5.1)), ("3.9,,,,>3.5", (3.9, None, 3.5, None)),
        ("3.9,,,,from 3.5", (3.9, None, 3.5, None)), ("3.9,,,,[over 3.5]", (3.9, None, 3.5, None)),
        ("3.9,,,,normal", (3.9, None, None, None)),
        ("3.9,,<3.5,>5.1,", (3.9, None, 3.5, 5.1)),
        # A bound is read as its number.
        ("<140,U/L,,,", (140, "U/L", None, None)), ("> 5,,,,", (5, None, None, None)),
        ("=4,,,,", (4, None, None, None)), ("-2.5,,,,", (-2.5, None, None, None)),
        ("high,,,,", (None, None, None, None)), (",,,,", (None, None, None, None)),
    ],
)  # fmt: skip
def test_a_result_with_its_unit_and_range(cells: str, expected: tuple[object, ...]) -> None:
    assert of_rows(f"2024-03-01,Potassium,{cells}") == [("Potassium", *expected)]


def test_numbers_with_a_comma_where_cells_are_parted_by_semicolons() -> None:
    """Oracle: by hand; 1.234 with a comma as the decimal mark is one thousand two hundred and thirty-four."""
    rows = ["Date;Test;Result;Low;High;Range", "01.03.2024;CK;3,9;3,5;5,1;", "01.03.2024;CK;1.234;;;<1.500"]
    rows += ["01.03.2024;CK;2,5;;;>1,5", "01.03.2024;CK;2,6;;;bis 5,1", "01.03.2024;CK;2,7;;;1,5-2,5"]
    assert [row[1:2] + row[3:] for row in results(read("\n".join(rows)))] == [
        (2.5, 1.5, None), (2.6, None, 5.1), (2.7, 1.5, 2.5), (3.9, 3.5, 5.1), (1234, None, 1500),
    ]  # fmt: skip


def test_what_is_no_number_is_listed_with_its_cell_and_column() -> None:
    assert noted("2024-03-01,CK,high,,,,") == [(2, "Result", "set_aside")]
    assert noted("2024-03-01,CK,5,,low,,") == [(2, "Low", "set_aside")]
    assert noted("2024-03-01,CK,5,,,none found,") == [(2, "High", "set_aside")]
    assert noted("2024-03-01,CK,<5,,,,") == [(2, "Result", "repaired")]
    assert noted("2024-03-01,CK,=5,,,,") == noted("2024-03-01,CK,,,,,") == []
    (problem,) = read("Date,Test,Result\n2024-03-01,CK,high\n").receipts[0].problems
    assert (problem.cell, problem.hint != "") == ("high", True)


def test_a_row_without_a_test_is_rejected_and_the_same_result_twice_counts_once() -> None:
    """Oracle: by hand; another date, unit or result is another one, another case of the name is not."""
    told = (
        "01,CK,5,U/L",
        "01,,5,U/L",
        "01,ck,5,U/L",
        "02,CK,5,U/L",
        "01,CK,6,U/L",
        "01,CK,5,kU/L",
        "03,CK,5,U/L",
    )
    rows = [f"2024-03-{row},,," for row in told]
    assert noted(*rows) == [(3, None, "rejected"), (4, None, "duplicate")]
    found = read("\n".join(("Date,Test,Result,Unit,Low,High,Range", *rows))).measurements
    assert list(found["date"].dt.day) == [1, 1, 1, 2, 3]


def test_results_stand_by_date_test_and_number_with_those_without_a_number_last() -> None:
    rows = [
        "2024-03-02,B,1,,,,",
        "2024-03-01,b,,,,,",
        "2024-03-01,b,7,,,,",
        "2024-03-01,B,3,,,,",
        "2024-03-01,A,9,,,,",
    ]
    assert [row[:2] for row in of_rows(*rows)] == [("A", 9), ("B", 3), ("b", 7), ("b", None), ("B", 1)]
