"""The cells of a table by column. Oracle: the same cells by row, whatever was changed in between."""

import re
from datetime import date
from pathlib import Path

import pytest

from analysis.journal.entries import Settings
from analysis.journal.files import read_file
from analysis.journal.tables.raw_table import RawTable, shapes_of

HERE = Path(__file__).resolve().parents[3]
FILES = sorted([*(HERE / "sample_data").glob("*.csv"), *(HERE / "tests" / "data").rglob("*.csv")])


def agrees(table: RawTable) -> bool:
    cells = [[row[at] for row in table.rows] for at in range(len(table.headers))]
    by_column = [table.column(at) for at in range(len(table.headers))]
    each = [list(dict.fromkeys(column)) for column in cells]
    shapes = [{re.sub("[1-9]", "0", cell) for cell in column} for column in cells]
    return (
        by_column == cells
        and [table.different(at) for at in range(len(table.headers))] == each
        and [table.shapes(at) for at in range(len(table.headers))] == shapes
    )


def made() -> RawTable:
    rows = [["2025-03-01", "2", "1.5 l"], ["2025-03-02", "0", "1.5 l"], ["2025-03-03", "0", ""]]
    return RawTable(None, ["Date", "Cramps", "Water"], rows, [2, 3, 4], 1)


def test_columns_follow_what_changes_the_table() -> None:
    table = made()
    assert table.column(1) == ["2", "0", "0"]
    assert table.different(2) == ["1.5 l", ""]
    table.set_column(1, ["3", "3", "0"])
    assert agrees(table)
    assert table.rows[0] == ["2025-03-01", "3", "1.5 l"]
    table.add_column("Side", ["left", "right", ""])
    assert agrees(table)
    assert table.headers[-1] == "Side"
    table.keep([0, 2])
    assert agrees(table)
    assert table.numbers == [2, 4]
    table.rows[1].append("beyond")
    table.fill()
    assert agrees(table)
    assert table.headers == ["Date", "Cramps", "Water", "Side", ""]


def test_a_table_without_rows_has_empty_columns() -> None:
    table = RawTable(None, ["Date", "Cramps"], [], [], 1)
    assert table.column(1) == table.different(1) == []


def test_a_cell_of_several_lines_is_one_shape() -> None:
    assert shapes_of(["12:30\n2", "1", "", "٣"]) == {"00:00\n0", "0", "", "٣"}
    assert shapes_of([""]) == {""}
    assert shapes_of([]) == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_in_reading_changes_a_cell_past_the_columns(file: Path) -> None:
    settings = Settings(date(2026, 11, 1))
    tables = [each.draft.table for each in read_file(file.name, file.read_bytes(), settings, {}, None)]
    assert all(agrees(table) for table in tables if table is not None)
