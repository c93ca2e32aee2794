"""What a line of a sheet is. Oracle: read by hand, one kind of line beside its nearest likeness."""

import pytest

from analysis.journal.tables.lines import (
    could_be_date,
    explains,
    header_at,
    is_remark,
    is_title,
    is_totals,
    known_names,
    may_be_header,
    names_totals,
    normal_names,
)
from tests.for_each import for_each


@for_each(
    ("lines", "at"),
    [
        ([["Date", "Cramps"], ["2024-03-01", "1"]], 0),
        ([["My leg cramps"], ["Date", "Cramps"], ["2024-03-01", "1"]], 1),
        ([["My leg cramps"], ["for Dr Lee"], ["Date", "Cramps", "Water"], ["2024-03-01", "1", ""]], 2),
        # Of two headers that name as much the first one, and one more name is no reason to go far down.
        ([["Date", "Cramps"], ["2024-03-01", "1"], ["Date", "Medicine", "Dose"]], 0),
        ([["Date", "Cramps"], ["Night", "Pain"], ["2024-03-01", "1"]], 0),
        ([["Cramps"], ["for Dr Lee"], ["Date", "Cramps"], ["2024-03-01", "1"]], 2),
        # No known name: the first line of at least two words.
        ([["Zettel"], ["Abend", "Wert eins"], ["x", "1"]], 1),
        ([["2024-03-01", "1"], ["2024-03-02", "0"]], None),
        ([], None),
    ],
)
def test_the_header_is_the_line_that_names_most(lines: list[list[str]], at: int | None) -> None:
    assert header_at(lines) == at


def test_a_header_is_looked_for_in_the_first_sixty_lines() -> None:
    words = [["Date", "Cramps"]]
    title = [["2024", "1"]]
    assert header_at([*title * 59, *words]) == 59
    assert header_at([*title * 60, *words]) is None


@for_each(
    ("record", "expected"),
    [
        (["Date", "Cramps", "Water"], True),
        (["2024-03-01", "1", "yes"], False),
        (["Date", "Cramps", "2024"], True),  # a third may begin with a digit where two names are known
        (["Date", "who knows", "2024"], False),
        (["Date", "Cramps", "-5"], True),
        (["Date", "-5", "-6"], False),
        (["Date", "Cramps", "5", "6"], False),
        ([], False),
    ],
)
def test_words_in_every_cell_may_be_a_header(record: list[str], expected: bool) -> None:
    assert may_be_header(record, [cell for cell in record if cell]) is expected


def test_known_names_are_counted_and_a_cell_of_prose_is_none() -> None:
    assert known_names(["Date", "Cramps", "Zettel"]) == 2
    assert known_names(["cramps " * 29]) == 0  # 203 characters
    assert known_names([]) == 0


@for_each(
    ("cell", "expected"),
    [
        ("March 2024", True),
        ("March", True),
        ("2024", True),
        ("week 12", True),
        ("My cramps", True),
        ("12 cramps", False),
        ("2024-03-01", False),
        ("a" * 60, True),
        ("a" * 61, False),
    ],
)
def test_a_title_is_short_and_has_no_number_but_that_of_a_month(cell: str, expected: bool) -> None:
    assert is_title(cell) is expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (["Total", "12"], True),
        (["", "Total:", "12"], True),
        (["Average", "0.4"], True),
        (["Totally worn out", "1"], False),
        (["Max", "2024-03-01", "1"], False),  # a person: a line of totals has no date
        (["2024-03-01", "Total"], False),
        (["", ""], False),
    ],
)
def test_totals_begin_with_their_word_and_have_no_date(record: list[str], expected: bool) -> None:
    assert is_totals(record) is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Total", True),
        ("total :", True),
        ("SUM", True),
        ("Total cramps", False),
        ("", False),
        ("x" * 61, False),
    ],
)
def test_a_column_of_totals_bears_their_name_alone(cell: str, expected: bool) -> None:
    assert names_totals(cell) is expected


def test_a_remark_begins_with_its_mark_and_is_no_header() -> None:
    assert is_remark(["# kept by hand", ""])
    assert not is_remark(["#"])
    assert not is_remark(["#Date", "Cramps"])
    assert not is_remark(["kept by hand # 2"])


def test_a_legend_says_what_one_mark_means() -> None:
    assert explains(["0 = no cramp"])
    assert explains(["x=cramp"])
    assert not explains(["0 = no cramp", "1 = cramp"])
    assert not explains(["cramps = 3"])
    assert not explains([])


def test_names_are_compared_without_case_marks_and_empty_ends() -> None:
    assert normal_names(["Date ", "", "CRAMPS", "", ""]) == ["date", "", "cramps"]
    assert normal_names(["", ""]) == []


@for_each(
    ("cell", "expected"),
    [
        ("2024-03-01", True),
        ("13/05/2024", True),
        ("05/13/2024", True),
        ("1.3.24", True),
        ("1.3.2", False),  # too short to name a day
        ("2024-13-45", False),
        ("1234567890", False),
        ("cramps", False),
    ],
)
def test_a_date_in_either_order_could_be_one(cell: str, expected: bool) -> None:
    assert could_be_date(cell) is expected
