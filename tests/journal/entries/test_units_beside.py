"""Amounts whose unit stands in another column, in the heading as a plain pint, or as grams. Oracle: the sizes
of NIST Handbook 44 and the Weights and Measures Act 1985, added up by hand."""

import pytest

from tests.for_each import for_each
from tests.journal.entries.reading import diary, read
from tests.journal.ledger.test_portions import days
from tests.journal.ledger.test_portions import read as read_list

OZ = 29.5735295625  # mL
PINT, US_PINT = 568.26125, 473.176473


@for_each("excel", [False, True])
@for_each(
    ("text", "expected"),
    [
        ("Date,Time,Drink,Amount,Unit\n2025-03-01,08:00,Water,16,oz\n2025-03-01,12:00,Coffee,8,oz\n",
         24 * OZ),
        ("Date,Time,Drink,Amount,Unit\n2025-03-01,08:00,Water,500,ml\n2025-03-01,12:00,Water,2,cups\n",
         500 + 2 * 236.5882365),
        ("Datum,Uhrzeit,Menge,Einheit,Getränk\n01.03.2025,08:00,500,ml,Wasser\n01.03.2025,20:00,1,l,Tee\n",
         1500),
        ("Date,Water,Water unit\n2025-03-01,2,L\n", 2000),
        ("Date,Wasser,Einheit\n2025-03-01,1500,ml\n", 1500),
    ],
)  # fmt: skip
def test_the_unit_of_a_column_beside_the_amount(text: str, expected: float, *, excel: bool) -> None:
    journal = read_list(text, excel=excel)
    assert days(journal, "hydration") == {"03-01": pytest.approx(expected)}
    assert journal.receipts[1].rows.rejected == 0


def test_the_unit_of_a_cell_goes_before_the_one_beside_it() -> None:
    journal = read_list("Date,Water,Water unit\n2025-03-01,2 cups,L\n2025-03-02,2,L\n")
    assert days(journal, "hydration") == {"03-01": pytest.approx(2 * 236.5882365), "03-02": 2000}


def test_units_of_something_else_are_no_units_of_fluid() -> None:
    """ "mg" beside a result, and words that are no units, leave the amounts as they are."""
    journal = read_list("Date,Water (ml),Unit\n2025-03-01,1500,mg\n2025-03-02,2000,mg\n")
    assert days(journal, "hydration") == {"03-01": 1500, "03-02": 2000}


@pytest.mark.parametrize(
    ("heading", "size", "said"),
    [("Fluid (pints)", PINT, True), ("Water (pints)", PINT, True), ("Fluid (US pints)", US_PINT, False),
     ("Fluid (imperial pints)", PINT, False)],
)  # fmt: skip
def test_a_plain_pint_of_a_heading_says_which_one_it_was_read_as(
    heading: str, size: float, *, said: bool
) -> None:
    journal = read(diary(heading, ["3", "2", "4"]))
    assert journal.days["hydration"].tolist() == pytest.approx([3 * size, 2 * size, 4 * size])
    told = [problem.problem for problem in journal.receipts[0].problems if "pint" in problem.problem]
    assert told == (["a pint read as the imperial one, 568 mL"] if said else [])


@pytest.mark.parametrize("cell", ["1 ½ l", "1½ L", "1 1/2 l"])
def test_a_fraction_is_no_other_decimal_mark(cell: str) -> None:
    journal = read(diary("Trinkmenge", ["1,5 l", cell, "2 l"], delimiter=";"))
    assert journal.days["hydration"].tolist() == [1500, 1500, 2000]
    assert not journal.receipts[0].problems


def test_grams_of_water_are_millilitres() -> None:
    journal = read_list(
        "Day,Food Name,Water (g)\n2025-03-01,Oats,10\n2025-03-01,Tea,240\n2025-03-02,Tea,500\n"
    )
    assert days(journal, "hydration") == {"03-01": 250, "03-02": 500}
    assert any("gram" in problem.problem for problem in journal.receipts[1].problems)


@for_each(("yes", "no"), [("yes", "no"), ("1", "0"), ("ja", "nein"), ("TRUE", "FALSE")])
@for_each("heading", ["Alcohol", "Coffee"])
def test_a_yes_under_a_measured_name_is_no_number_of_drinks(heading: str, yes: str, no: str) -> None:
    """However it is written; with a number among the answers it is one."""
    journal = read(diary(heading, [yes, no, yes, no]))
    assert not {"alcohol", "caffeine"} & set(journal.days)
    assert [p.code for p in journal.receipts[0].problems if p.column == heading] == ["only_yes_no"]
    counted = read(diary(heading, ["2", no, "3", no]))
    name = "alcohol" if heading == "Alcohol" else "caffeine"
    assert counted.days[name].tolist() == [2, 0, 3, 0]
