"""Amounts, units and durations. Oracle: NIST Handbook 44 and the Weights and Measures Act 1985; sums done by
hand.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal.cells.amounts import amount_and_unit, read_amount, unit_from_range
from analysis.journal.cells.durations import read_duration
from analysis.journal.cells.numbers import DecimalMark, read_number
from analysis.journal.cells.units import unit_of_header
from tests.clock import assert_within
from tests.for_each import for_each


@for_each(
    ("text", "unit", "millilitres"),
    [
        ("1500", "mL", 1500),
        ("1.5 L", None, 1500),
        ("1,5 l", None, 1500),
        ("1.5", "L", 1500),
        ("2 l", "mL", 2000),
        ("1l5", None, 1500),
        ("1½ L", None, 1500),
        ("150 cl", None, 1500),
        ("15 dL", None, 1500),
        ("1,500 mL", None, 1500),
        ("1.500", "mL", 1500),
        ("1 500 ml", None, 1500),
        ("1'500", "mL", 1500),
        ("1.500,5 ml", None, 1500.5),
        ("40 fl oz", None, 40 * 29.5735295625),
        ("40 oz", None, 40 * 29.5735295625),
        ("40", "US fl oz", 40 * 29.5735295625),
        ("40 imperial fl oz", None, 40 * 28.4130625),
        ("2 US pints", None, 2 * 473.176473),
        ("2 pints", None, 2 * 568.26125),
        ("6 cups", None, 6 * 236.5882365),
        ("8 glasses", None, 2000),
        ("8", "glass", 2000),
        ("eight glasses", "mL", 2000),
        ("8 Gläser Wasser", None, 2000),
        ("6 verres d'eau", None, 1500),
        ("3 x 250 ml", None, 750),
        ("3 × 250", "mL", 750),
        ("a bottle", None, 500),
        ("1 bottle of water", None, 500),
        ("half a litre", None, 500),
        ("500 ml + 2 glasses", None, 1000),
        ("500 ml, 2 glasses", None, 1000),
        ("1 L and 500 mL", None, 1500),
        ("about 2 litres", None, 2000),
        ("ongeveer 2 liter", None, 2000),
        ("~2L", None, 2000),
        ("2-3 glasses", None, 625),
        ("500 to 700 ml", None, 600),
        ("0", "L", 0),
        ("0", None, 0),
        ("none", "L", 0),
        ("1.2e3", "mL", 1200),
    ],
)
def test_amounts_in_every_unit(text: str, unit: str | None, millilitres: float) -> None:
    cell = read_amount(text, unit)
    assert cell.value == pytest.approx(millilitres)
    assert cell.repaired == (cell.problem is not None)


@for_each(
    ("text", "unit"),
    [
        ("lots", "mL"),
        ("5", None),
        ("-2", "L"),
        ("20 min", "mL"),
        ("2 kg", "mL"),
        ("1,2,3", "mL"),
        ("3", "min"),
        ("2.5.7 L", None),
    ],
)
def test_no_amount_is_set_aside_without_repeating_it(text: str, unit: str | None) -> None:
    cell = read_amount(text, unit)
    assert cell.value is None
    assert cell.problem
    assert text not in cell.problem


def test_assumed_sizes_are_said() -> None:
    assert read_amount("2 cups", None).problem == "a cup read as 237 mL"
    assert read_amount("2 glasses", None, glass_ml=200).value == 400
    assert read_amount("2", "glass", glass_ml=200).problem is None  # the header says it for all
    assert "decimal mark" in str(read_amount("1,5", "L").problem)
    assert read_amount("1,5", "L", decimal=",").problem is None


def test_the_decimal_mark_decides_what_a_mark_before_three_digits_is() -> None:
    assert read_number("1,500").value == 1500
    assert read_number("1,500", ",").value == 1.5
    assert read_number("1.500").value == 1.5
    assert read_number("1.500", ",").value == 1500
    assert read_number("1.234.567,89").value == pytest.approx(1234567.89)
    assert read_number("1,234,567.89", ",").value == pytest.approx(1234567.89)
    assert read_number("12,34,56").value is None
    assert read_number("0,500").value == 0.5


@given(st.integers(0, 10**9), st.sampled_from([".", ","]))
def test_a_whole_number_with_thousands_marks_reads_back(number: int, decimal: DecimalMark) -> None:
    grouped = f"{number:,}".replace(",", "." if decimal == "," else ",")
    assert read_number(grouped, decimal).value == number
    assert read_number(f"{number:,}".replace(",", " "), decimal).value == number


@given(st.decimals(0, 99999, places=2), st.sampled_from([".", ","]))
def test_a_number_with_decimals_reads_back(number: object, decimal: DecimalMark) -> None:
    assert read_number(str(number).replace(".", decimal), decimal).value == pytest.approx(float(str(number)))


@for_each(
    ("text", "value"),
    [
        ("two", 2),
        ("keine", 0),
        ("~2", 2),
        ("2-3", 2.5),
        ("-4", -4),
        ("−4", -4),
        ("½", 0.5),
        ("2½", 2.5),
        (".5", 0.5),
        ("1e3", 1000),
    ],
)
def test_numbers_in_other_forms(text: str, value: float) -> None:
    assert read_number(text).value == value


@pytest.mark.parametrize(
    ("numbers", "unit"),
    [
        ([1800, 2000, 0, 2250], "mL"),
        ([1.5, 2, 2.25, 1.75], "L"),
        ([6, 8, 7, 9, 8], "glass"),
        ([64, 72, 80], "US fl oz"),
        ([2, 2, 3, 2], None),
        ([], None),
    ],
)
def test_the_unit_that_a_column_must_have(numbers: list[float], unit: str | None) -> None:
    """2 to 3 of anything: litres, bottles or pints, so no unit is named."""
    found, why = unit_from_range(numbers)
    assert found == unit
    assert why


@for_each(
    ("text", "unit", "minutes"),
    [
        ("10", None, 10),
        ("10 min", None, 10),
        ("10 minutes", "h", 10),
        ("10'", None, 10),
        ("10'30\"", None, 10.5),
        ("1h 20", None, 80),
        ("1h20", None, 80),
        ("1 h 20 min", None, 80),
        ("1 hour and 20 minutes", None, 80),
        ("1:20", None, 80),
        ("1:20", "mm:ss", 1 + 20 / 60),
        ("1:20 min", None, 1 + 20 / 60),
        ("0:08", None, 8),
        ("0:08:30", None, 8.5),
        ("1:20:30", None, 80.5),
        ("30 s", None, 0.5),
        ("30 sec", "min", 0.5),
        ('45"', None, 0.75),
        ("45", "s", 0.75),
        ("90", "s", 1.5),
        ("1.5", "h", 90),
        ("1.5 h", None, 90),
        ("1,5 Std", None, 90),
        ("1800000", "ms", 30),
        ("2 min 30", None, 2.5),
        ("half an hour", None, 30),
        ("a minute", None, 1),
        ("an hour", None, 60),
        ("five minutes", None, 5),
        ("a couple of minutes", None, 2),
        ("une demi-heure", None, 30),
        ("5-10 min", None, 7.5),
        ("5 to 10 minutes", None, 7.5),
        ("30 to 45 s", None, 37.5 / 60),
        ("about 10 min", None, 10),
        ("<1 min", None, 1),
        ("0", None, 0),
        ("none", None, 0),
    ],
)
def test_durations_in_minutes(text: str, unit: str | None, minutes: float) -> None:
    assert read_duration(text, unit).value == pytest.approx(minutes)


@for_each(
    "text", ["a while", "all night", "-5", "1:75", "20 min 1 h", "10 L", "min", "5 5", "few minutes", "1:2:3"]
)
def test_no_duration_is_set_aside_without_repeating_it(text: str) -> None:
    cell = read_duration(text)
    assert cell.value is None
    assert cell.problem
    assert text not in cell.problem


def test_amount_and_unit_for_a_column_without_one() -> None:
    assert amount_and_unit("8") == (8, None)
    assert amount_and_unit("8 glasses") == (8, "glass")
    assert amount_and_unit("8 glasses + 1 L") is None
    assert amount_and_unit("") is None


_HOSTILE = [
    "1" * 100_000,
    "1 " * 50_000,
    "1x" * 50_000,
    "1+" * 50_000,
    "1 h " * 25_000,
    "1.1," * 25_000,
    "a " * 50_000,
    "½" * 100_000,
]


@for_each("text", _HOSTILE)
def test_hostile_cells_take_no_time(text: str) -> None:
    for read in (
        lambda: read_amount(text, None),
        lambda: read_duration(text),
        lambda: read_number(text),
        lambda: unit_of_header(text),
        lambda: amount_and_unit(text),
    ):
        assert_within(0.05, read)


@pytest.mark.parametrize(
    ("text", "millilitres"),
    [("2L + 1 glass", 2250), ("1 L plus 500 ml", 1500), ("2L + 1 beer", None), ("1.5 L and some tea", None)],
)
def test_a_sum_counts_only_where_every_unit_is_known(text: str, millilitres: float | None) -> None:
    """By hand, with a glass of 250 mL; how much a beer is nobody said."""
    assert read_amount(text, "mL").value == millilitres
