"""The parts of a workbook's file. Oracle: files written here, and a spreadsheet's own letters."""

import io

import openpyxl
import pytest

from analysis.journal.tables.sheet_parts import cells_of, column_letters, column_number, sheet_parts


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letters(at) for at in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("number", [1, 26, 27, 52, 702, 703, 16_384])
def test_letters_and_number_of_a_column_say_the_same(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_each_sheet_comes_with_its_attributes_and_its_cells() -> None:
    made = openpyxl.Workbook()
    made.active.append(["Date", 2])  # type: ignore[union-attr]
    made.create_sheet("Old").sheet_state = "hidden"
    content = io.BytesIO()
    made.save(content)
    (first, xml), (second, _) = sheet_parts(content.getvalue())
    assert (first[b"name"], second[b"state"]) == (b"Sheet", b"hidden")
    assert [place for place, _ in cells_of(xml, b"r=")] == [(1, 1), (1, 2)]


def test_cells_are_found_under_any_prefix() -> None:
    xml = b'<x:row r="3"><x:c r="AB3" s="1"><x:f>A3</x:f></x:c><x:c r="AC3"/></x:row>'
    assert [place for place, _ in cells_of(xml, b"<f")] == [(3, 28)]


def test_what_is_no_archive_has_no_sheets() -> None:
    assert list(sheet_parts(b"PK\x03\x04nothing")) == []
