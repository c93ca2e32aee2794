"""What became of a file's rows, where its table was given another shape. Oracle: by hand from each row."""

from analysis.journal import Journal, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-04-01,1\n")


def read(text: str) -> Journal:
    return read_journal([DIARY, ("blood.csv", text.encode())])


def test_a_row_with_several_results_counts_as_its_best_one_does() -> None:
    """Three rows: two results; one and a word that is none; nothing at all."""
    journal = read(
        "Date,Potassium (mmol/L),Sodium (mmol/L)\n2025-03-01,3.9,139\n2025-04-01,3.7,lost\n2025-05-01,,\n"
    )
    found = journal.measurements
    assert found[["test", "result"]].to_numpy().tolist()[:2] == [["Potassium", 3.9], ["Sodium", 139.0]]
    receipt = journal.receipts[1]
    assert receipt.kind == "measurements"
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (3, 2, 1)
    assert [problem.row for problem in receipt.problems if "no result" in problem.problem] == [4]


def test_a_date_that_is_none_is_refused_once_for_all_results_of_its_row() -> None:
    journal = read("Date,Potassium (mmol/L),Sodium (mmol/L)\n2025-03-01,3.9,139\nsoon,3.7,140\n")
    receipt = journal.receipts[1]
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (2, 1, 1)
    assert sum(problem.row == 3 for problem in receipt.problems) == 1


def test_columns_of_results_say_their_unit_and_the_date_says_its_field() -> None:
    receipt = read("Date,Potassium (mmol/L),Sodium (mmol/L)\n2025-03-01,3.9,139\n").receipts[1]
    assert [(column.field, column.unit) for column in receipt.columns] == [
        ("night", None), ("result", "mmol/L"), ("result", "mmol/L"),
    ]  # fmt: skip


def test_two_sessions_of_one_day_are_two_used_rows_of_the_export() -> None:
    """Runkeeper's list by hand: 31 and 20 minutes of one day; each row of the file has its place."""
    text = (
        "Activity Id,Date,Type,Distance (km),Duration,Average Pace\n"
        "a,2025-03-01 08:00:00,Running,5.10,31:00,6:05\nb,2025-03-01 18:00:00,Running,3.00,20:00,6:40\n"
    )
    journal = read_journal([DIARY, ("runs.csv", text.encode())])
    assert journal.days["activity"].dropna().tolist() == [51]
    assert (journal.receipts[1].rows.read, journal.receipts[1].rows.used) == (2, 2)
