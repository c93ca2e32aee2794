"""Tables in another shape. Oracle: the dates and results, by hand."""

import pytest

from analysis.journal import JournalError, read_journal
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.reshaping import is_food_diary, month_and_year, month_number, one_row_a_test
from tests.for_each import for_each
from tests.journal.test_reading import TODAY, ledger, read
from tests.journal.test_robustness import workbook


def test_a_sheet_for_each_month_with_the_day_in_the_rows() -> None:
    """By hand: the sheets name January and February 2025, the rows only their days."""
    rows: list[list[object]] = [["Day", "Cramps"], [30, 1], [31, 0]]
    later: list[list[object]] = [["Day", "Cramps"], [1, 2], [2, 0]]
    content = workbook(("Jan 2025", rows), ("February 2025", later))
    journal = read_journal([("months.xlsx", content)], today=TODAY)
    assert ledger(journal) == {"01-30": 1, "01-31": 0, "02-01": 2, "02-02": 0}


def test_a_month_above_the_header_dates_days_that_come_once() -> None:
    """By hand: 3 to 5 March 2025; a day that comes twice, or no day of the month, dates nothing."""
    journal = read("March 2025\nDay,Cramps,Water (mL)\n3,1,1500\n4,0,1400\n5,2,1300\n")
    assert ledger(journal) == {"03-03": 1, "03-04": 0, "03-05": 2}
    for days in ("3,1\n4,0\n3,2\n", "30,1\n31,0\n32,2\n"):
        with pytest.raises(JournalError):
            read(f"March 2025\nDay,Cramps\n{days}")


@for_each(
    ("places", "found"),
    [
        (("March 2025",), ("march", "2025")),
        (("", "Krämpfe März", "2025"), ("marz", "2025")),
        (("cramps 2025-03",), ("03", "2025")),
        (("3/2025",), ("3", "2025")),
        (("Mar 25",), ("mar", "25")),
        (("March and April 2025",), None),
        (("March 2024 2025",), None),
        (("March",), None),
        (("2025",), None),
        ((), None),
    ],
)
def test_the_month_of_a_table_is_one_month_of_one_year(
    places: tuple[str, ...], found: tuple[str, str] | None
) -> None:
    """By hand: two months, two years or none of either name no month."""
    assert month_and_year(places) == found


@pytest.mark.parametrize(
    ("month", "number"), [("March", 3), ("März.", 3), ("dez", 12), ("7", 7), ("007", 0), ("soon", 0), ("", 0)]
)
def test_the_number_of_a_month(month: str, number: int) -> None:
    assert month_number(month) == number


def test_sodium_that_was_eaten_is_no_blood_test() -> None:
    """By hand: beside two words of a meal, or one and a mere mass."""
    assert is_food_diary(["Date", "Meal", "Calories", "Sodium (mg)"])
    assert is_food_diary(["Date", "Calories", "Sodium (mg)"])
    assert not is_food_diary(["Date", "Potassium (mmol/L)", "Sodium (mmol/L)"])
    assert not is_food_diary(["Date", "Magnesium (mg)"])


def test_each_result_is_a_row_that_knows_the_row_it_came_from() -> None:
    """By hand: three results in two rows; a cell without one gives none."""
    table = RawTable(
        None, ["Date", "Potassium (mmol/L)", "Sodium (mmol/L)"],
        [["2025-03-01", "3.9", "139"], ["2025-04-01", "", "<140"]], [2, 3], 1,
    )  # fmt: skip
    made = one_row_a_test(table, 0)
    assert made is not None
    long, origin = made
    assert long.rows == [
        ["2025-03-01", "Potassium", "3.9", "mmol/L"],
        ["2025-03-01", "Sodium", "139", "mmol/L"],
        ["2025-04-01", "Sodium", "<140", "mmol/L"],
    ]
    assert (origin, long.numbers) == ([0, 0, 1], [2, 2, 3])
    words = RawTable(None, ["Date", "Potassium"], [["2025-03-01", "a banana"]], [2], 1)
    assert one_row_a_test(words, 0) is None
