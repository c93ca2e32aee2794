"""How the cells of one column are read together: its unit, its scale. Oracle: by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal


def read(header: str, cells: list[str]) -> Journal:
    rows = "".join(f"2025-01-{at:02d},{at % 2},{cell}\n" for at, cell in enumerate(cells, start=1))
    return read_journal([("diary.csv", f"Night of,Cramps,{header}\n{rows}".encode())])


def amounts(journal: Journal, field: str = "hydration") -> list[float | None]:
    table = journal.days if field in journal.days else journal.nights
    if field not in table:
        return []
    days = pd.date_range("2025-01-01", periods=len(journal.nights))
    return [None if pd.isna(value) else float(value) for value in table[field].reindex(days)]


def test_litres_beside_millilitres_are_told_apart() -> None:
    assert amounts(read("Water", ["1.5", "1.2", "1500", "2.0", "1800"])) == [1500, 1200, 1500, 2000, 1800]
    assert amounts(read("Wasser (ml)", ["1500", "1.8", "2000", "1.2"])) == [1500, 1800, 2000, 1200]


def test_ounces_under_a_heading_of_millilitres_are_set_aside_and_said() -> None:
    journal = read("Water (mL)", ["1500", "1600", "1700", "1400", "50", "55", "60", "48"])
    assert amounts(journal) == [1500, 1600, 1700, 1400, None, None, None, None]
    said = [found.row for found in journal.receipts[0].problems if "fl oz" in found.problem]
    assert said == [None, 6, 7, 8, 9]  # once for the column, and each cell


def test_a_pint_beside_ounces_is_the_american_one() -> None:
    """3 US pints are 1419.5 mL; 3 imperial ones 1704.8."""
    assert amounts(read("Water", ["60 oz", "3 pints"]))[1] == pytest.approx(1419.5, abs=0.1)
    assert amounts(read("Water", ["1 L", "3 pints"]))[1] == pytest.approx(1704.8, abs=0.1)
    assert amounts(read("Water", ["60 oz", "3 imperial pints"]))[1] == pytest.approx(1704.8, abs=0.1)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (["40", "60", "75", "10"], [4.0, 6.0, 7.5, 1.0]),
        (["4", "6", "7", "14"], [4.0, 6.0, 7.0, None]),
        (["4", "6", "70", "80", "5"], [None] * 5),
    ],
)
def test_one_scale_for_a_column_or_none(scores: list[str], expected: list[float | None]) -> None:
    rows = "".join(f"2025-01-{at:02d},1,{score}\n" for at, score in enumerate(scores, start=1))
    journal = read_journal([("diary.csv", f"Night of,Cramps,Pain\n{rows}".encode())])
    assert (amounts(journal, "severity") or [None] * len(scores)) == expected


@pytest.mark.parametrize("header", ["Water", "Drunk", "Pain", "Duration", "Activity"])
def test_a_column_of_0_and_1_is_no_measure(header: str) -> None:
    journal = read(header, ["0", "1", "0", "1", "1", "0"])
    assert [column.field for column in journal.receipts[0].columns] == ["night", "cramps", None]


def test_tags_of_an_app_are_offered_and_never_taken() -> None:
    tags = b"Date,Level,awake,drunk,numb,tired,therapy\n2025-03-01,7,0,0,1,0,1\n2025-03-02,6,1,1,0,1,0\n"
    diary = b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n"
    journal = read_journal([("diary.csv", diary), ("mood.csv", tags)])
    assert not {"hydration", "numbness", "fatigue", "awake"} & {
        *journal.nights.columns,
        *journal.days.columns,
    }
    assert journal.changes.empty
