"""Units of a column of fluid. Oracle: each column converted by hand (US fl oz 29.57 mL, US pint 473.2 mL,
imperial pint 568.3 mL, a glass 250 mL).
"""

from datetime import date

import pytest

from analysis.journal import read_journal
from analysis.journal.cells import measures_of, other_units, units_by_size
from tests.for_each import for_each
from tests.journal.entries.reading import diary, read, told, values, workbook


@for_each(
    ("heading", "cells", "millilitres"),
    [
        ("Water", ["1.5", "1.2", "1500", "2.0", "1800"], [1500, 1200, 1500, 2000, 1800]),
        ("Water", ["1500", "1800", "2", "1", "1600", "2"], [1500, 1800, 2000, 1000, 1600, 2000]),
        ("Fluids", ["1500", "1600", "1400", "6", "7", "8"], [1500, 1600, 1400, 1500, 1750, 2000]),
        ("Agua", ["60", "64", "55", "1700", "1800"], [1774, 1893, 1627, 1700, 1800]),
        ("Wasser", ["1.5 L", "1800", "1500 ml", "2.0"], [1500, 1800, 1500, 2000]),
        ("Water", ["1500", "250", "2000", "1750"], [1500, 250, 2000, 1750]),
        ("Water (mL)", ["1500", "1600", "0", "1400"], [1500, 1600, 0, 1400]),
        ("Trinkmenge (ml)", ["1500", "1.8", "1600", "2"], [1500, 1800, 1600, 2000]),
        ("Eau (L)", ["1.5", "1.8", "1500", "2"], [1500, 1800, 1500, 2000]),
        ("Water (L)", ["1.5", "0.3", "2", "1.8"], [1500, 300, 2000, 1800]),
    ],
)
def test_the_size_of_a_number_tells_its_unit(
    heading: str, cells: list[str], millilitres: list[float]
) -> None:
    """Litres, glasses, ounces and millilitres in one column without a unit, and small days that are real."""
    journal = read(diary(heading, cells))
    assert values(journal, "hydration", len(cells)) == millilitres


def test_german_commas_and_a_workbook_are_read_alike() -> None:
    """1,5; 1,2; 1500; 2,0 with a semicolon between the columns, and the same as numbers of Excel."""
    written = read(diary("Getrunken", ["1,5", "1,2", "1500", "2,0", "1800"], delimiter=";"))
    typed = read(workbook("Getrunken", [1.5, 1.2, 1500, 2.0, 1800]))
    for journal in (written, typed):
        assert values(journal, "hydration", 5) == [1500, 1200, 1500, 2000, 1800]
        assert "other_unit" in told(journal)


@pytest.mark.parametrize(
    ("heading", "cells", "millilitres", "named"),
    [
        (
            "Water (mL)",
            ["1500", "1600", "1700", "1400", "50", "55", "60", "48"],
            [1500, 1600, 1700, 1400],
            "oz",
        ),
        ("Water (oz)", ["60", "64", "1500", "1800"], [1774, 1893], "mL"),
        ("Water (mL)", ["60", "64", "50", "72"], [], "oz"),
    ],
)
def test_a_number_against_the_unit_of_its_heading_is_set_aside_and_named(
    heading: str, cells: list[str], millilitres: list[float | None], named: str
) -> None:
    """What the heading cannot mean is not used (never 50 mL a day), and the receipt says the likely unit."""
    journal = read(diary(heading, cells))
    expected = millilitres + [None] * (len(cells) - len(millilitres))
    assert values(journal, "hydration", len(cells)) == expected
    said = [problem for problem in journal.receipts[0].problems if problem.code == "other_unit"]
    assert any(problem.row is None and named in problem.problem for problem in said)
    assert journal.receipts[0].rows.rejected == 0


def test_sips_of_one_day_are_amounts() -> None:
    """Several rows a day: 50 mL beside 1500 mL is a sip, and the day has 1,550 mL."""
    rows = ["Date,Time,Water (mL)"]
    rows += [f"2025-01-0{day},{at}" for day in range(1, 6) for at in ("08:00,1500", "19:30,50")]
    nights = diary("Pain (0-10)", ["1", "2", "3", "4", "5"])
    files = [("diary.csv", nights), ("water.csv", "\n".join(rows).encode())]
    journal = read_journal(files, today=date(2026, 11, 26))
    assert values(journal, "hydration", 5) == [1550] * 5
    assert "other_unit" not in told(journal)


@for_each(
    ("heading", "cells", "millilitres"),
    [
        ("Water", ["60 oz", "3 pints"], [1774, 1420]),
        ("Water", ["3 pints", "60 ounces", "a pint"], [1420, 1774, 473]),
        ("Water (oz)", ["60", "3 pints"], [1774, 1420]),
        ("Water (pints)", ["3", "50 oz"], [1420, 1479]),
        ("Water", ["2 quarts", "3 pints"], [1893, 1420]),
        ("Water", ["3 pints", "2 pints"], [1705, 1137]),
        ("Water", ["60 imp oz", "3 pints", "50 oz"], [1705, 1705, 1421]),
        ("Water", ["1 pint + 16 oz", "3 uk pints"], [568 + 455, 1705]),
    ],
)
def test_pints_and_ounces_of_one_column_are_of_one_system(
    heading: str, cells: list[str], millilitres: list[float]
) -> None:
    """Plain ounces are US ones, so the pints beside them are too; one imperial measure makes all so."""
    found = values(read(diary(heading, cells)), "hydration", len(cells))
    assert found == pytest.approx(millilitres, abs=1)


def test_groups_by_hand() -> None:
    """50 to 60 beside 1400 to 1700 mL are ounces; 250 beside them is a small day; nothing is said of 0."""
    assert other_units([1500, 1600, 50, 55], "mL") == {50: "US fl oz", 55: "US fl oz"}
    assert other_units([1500, 1600, 250, 0], "mL") == {}
    assert other_units([1.5, 2], "L") == {}
    assert units_by_size([1.5, 1.2, 1500, 2.0])[::2] == ("L", {1500: "mL"})
    assert units_by_size([])[0] is None
    assert measures_of("Water", "2 l") is None


@pytest.mark.parametrize(
    ("heading", "cells", "unit"),
    [
        ("Water", ["5 glasses", "6 glasses", "4 glasses", "7"], "glass"),
        ("Water", ["2 pints", "3 pints", "1 pint", "2.5 pints"], "imperial pint"),
        ("Water", ["2 US pints", "3 US pints", "1 US pint", "2.5 US pints"], "US pint"),
        ("Water", ["40 fl oz", "60 fl oz", "52 fl oz", "48 fl oz"], "US fl oz"),
        ("Water", ["3 cups", "4 cups", "5 cups", "6 cups"], "cup"),
        ("Water (mL)", ["1.5 L", "2 L", "1.2 L", "1800"], "L"),
        ("Water (mL)", ["1500", "2 L", "1200", "1800"], "mL"),
    ],
)
def test_the_unit_of_a_column_is_the_one_that_most_of_its_cells_carry(
    heading: str, cells: list[str], unit: str
) -> None:
    """Oracle: by hand: the unit written beside more than half of the numbers, else that of the heading."""
    rows = [f"2025-03-0{night},{night % 2},{cell}\n" for night, cell in enumerate(cells, start=1)]
    journal = read_journal([("diary.csv", f"Night of,Leg cramps,{heading}\n{''.join(rows)}".encode())])
    [column] = [each for each in journal.receipts[0].columns if each.field == "hydration"]
    assert column.unit == unit
