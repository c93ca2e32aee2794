"""What a column can be by the look of its cells. Oracle: small columns, looked at by eye."""

import pytest

from analysis.journal.columns import looks
from tests.for_each import for_each


@for_each(
    ("cells", "numbers"),
    [
        (["1", "2", "3", ""], True),
        (["7.", "6.", "5."], True),
        (["#11", "#12", "#13"], True),
        (["1", "2"], False),  # two of them may be anything
        (["1", "2", "2"], False),
        (["1", "2", "1"], False),
        (["2", "4", "6"], False),
        (["1", "two", "3"], False),
    ],
)
def test_numbers_in_order_number_the_rows(cells: list[str], numbers: bool) -> None:
    assert looks.numbers_rows(cells) is numbers


@pytest.mark.parametrize(
    ("rows", "each"),
    [
        ([("1", "1 Mar"), ("2", "1 Mar"), ("1", "2 Mar")], True),
        ([("1", "1 Mar"), ("1", "2 Mar"), ("1", "3 Mar")], False),  # no date has two
        ([("1", "1 Mar"), ("3", "1 Mar")], False),
        ([("2", "1 Mar"), ("1", "1 Mar")], False),
    ],
)
def test_numbers_that_begin_anew_with_each_date_number_its_entries(
    rows: list[tuple[str, str]], each: bool
) -> None:
    assert looks.numbers_each(rows) is each


def test_times_moments_and_numbers_are_told_apart() -> None:
    clocks, moments, bare = (
        ["02:10", "11 pm", "3:40, 4:15"],
        ["15.01.2025 02:10", "2025-01-17T23:40"],
        ["2", "11"],
    )
    assert [looks.holds_clock_times(cells) for cells in (clocks, moments, bare)] == [True, False, False]
    assert [looks.holds_moments(cells) for cells in (clocks, moments, bare)] == [False, True, False]
    assert [looks.holds_numbers(cells) for cells in (clocks, moments, bare)] == [False, False, True]
    assert looks.holds_numbers(["1,500", "1 500", "0.5"])


def test_one_odd_cell_among_five_decides_nothing() -> None:
    """By hand: four of five are most; three of five are not."""
    assert looks.holds_clock_times(["02:10", "03:10", "04:10", "05:10", "no idea"])
    assert not looks.holds_clock_times(["02:10", "03:10", "04:10", "no idea", "?"])


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        (["2", "0", "0", "1"], True),
        (["yes", "no", "no"], True),
        (["2", "0", "?", "-", "0"], True),  # what says nothing says nothing against it
        (["1", "2", "3"], False),  # each once: they may number the rows
        (["calf", "calf", "foot"], False),
        ([], False),
    ],
)
def test_what_could_count_cramps(cells: list[str], count: bool) -> None:
    assert looks.could_count(cells) is count


def test_few_rows_may_differ_in_every_cell() -> None:
    assert looks.could_count(["1", "2", "3"], few=True)


def test_numbers_that_no_night_has_of_cramps_are_beyond_them() -> None:
    assert looks.are_beyond_cramps(["5400", "6100", "2"])
    assert not looks.are_beyond_cramps(["5400", "3", "2"])


def test_a_unit_makes_a_number_a_measure() -> None:
    assert looks.measures_something(["5 %", "6 %", "70 kg"])
    assert not looks.measures_something(["5", "6", "7"])
    assert (looks.has_zero(["1", "0"]), looks.has_zero(["1", "none"]), looks.has_zero(["1", "2"])) == (
        True, True, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "serial", "dates"),
    [
        ("2025-03-04", False, True),
        ("1740000000", False, True),  # seconds since 1970
        ("1740000000000", False, True),
        ("45720", True, True),  # 4 March 2025, as a spreadsheet counts
        ("45720", False, False),
        ("7", True, False),
    ],
)
def test_what_could_be_a_date(cell: str, serial: bool, dates: bool) -> None:
    assert looks.could_date(cell, serial=serial) is dates


@pytest.mark.parametrize(
    ("cells", "on"),
    [
        (["1", "1", "2", "3", "5", "8"], True),
        (["8", "5", "3", "2", "1", "1"], True),
        (["1", "1", "2", "3", "5"], False),  # too few to tell
        (["1", "1", "1", "2", "2", "3"], False),  # three values in order are no wonder
        (["1", "2", "3", "4", "6", "5"], False),
    ],
)
def test_a_sum_so_far_never_turns(cells: list[str], on: bool) -> None:
    assert looks.goes_on(cells) is on
