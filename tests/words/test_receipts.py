"""Receipts, problems and the night rule in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from analysis import words
from analysis.journal.model import Column, NightRule, Problem, Receipt, Rows
from tests.words import results


def test_a_receipt_adds_up() -> None:
    receipt = Receipt(
        "nights.csv",
        "0" * 64,
        "night diary",
        taken_for="it has a date and a column of cramps",
        rows=Rows(31, 28, 2, 2, 1),
    )
    assert words.say_receipt(receipt) == (
        "nights.csv: taken for a night diary (it has a date and a column of cramps). 31 rows read = 28 used "
        "(2 mended) + 2 "
        "duplicate + 1 rejected."
    )
    bad = Receipt("photo.png", "0" * 64, "unreadable", error="This is a picture, not a table")
    assert words.say_receipt(bad) == "photo.png: This is a picture, not a table."


def test_a_problem_shows_its_cell_only_where_asked() -> None:
    problem = Problem(
        14, "Water", "20 L in a day is not possible", "set_aside", "did you mean 2.0 L?", "20 L"
    )
    without = (
        "Row 14, column “Water”: 20 L in a day is not possible. The cell is not used; the rest of its row "
        "is. Did you mean "
        "2.0 L?"
    )
    assert words.say_problem(problem) == without
    assert "(“20 L”)" in words.say_problem(problem, show_cell=True)
    assert words.say_problem(Problem(None, None, "3 blank lines", "outside")) == (
        "3 blank lines. Not a row of the journal, and not counted as one."
    )


def test_the_night_rule() -> None:
    journal = results.journal()
    assert journal.night_rule == NightRule("evening", "the evening, as nothing in the files says otherwise")
    assert words.say_night_rule(journal) == (
        "A date names the night that began on that evening: the evening, as nothing in the files says "
        "otherwise."
    )


def test_the_tables_name_every_column_and_every_problem() -> None:
    receipt = Receipt(
        "nights.csv",
        "0" * 64,
        "night diary",
        columns=(
            Column("Water (L)", "hydration", "L", "the name"),
            Column("Mood", None),
            Column("Tea", "Tea"),
        ),
        problems=(Problem(14, "Water (L)", "20 L is not possible", "set_aside", "2.0?", "20 L"),),
    )
    assert words.table_columns(receipt) == [
        {"Column": "Water (L)", "Taken for": "Fluid", "Unit": "L", "Why": "the name"},
        {"Column": "Mood", "Taken for": "not used", "Unit": None, "Why": ""},
        {"Column": "Tea", "Taken for": "own column: Tea", "Unit": None, "Why": ""},
    ]
    assert words.table_problems(receipt) == [
        {
            "Row": 14,
            "Column": "Water (L)",
            "Cell": "20 L",
            "What was noticed": "20 L is not possible",
            "What was done": "this cell is not used",
            "Hint": "2.0?",
        }
    ]
