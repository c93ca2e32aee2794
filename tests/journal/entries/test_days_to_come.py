"""Rows filled in ahead of their days. Oracle: the five nights that were lived, 20 to 24 November 2026."""

from datetime import date

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

TODAY = date(2026, 11, 26)
_LIVED = {20: "0", 21: "1", 22: "0", 23: "1", 24: "0"}
_FORMS = ("{day:02d}.{month:02d}.2026", "{day:02d}/{month:02d}/2026", "{month:02d}/{day:02d}/2026",
          "2026-{month:02d}-{day:02d}")  # fmt: skip


def read(form: str, days_ahead: int, cells: str, beside: str = "", header: str = "Notes") -> Journal:
    rows = [form.format(day=day, month=11) + f",{cramps},{beside}" for day, cramps in _LIVED.items()]
    rows += [form.format(day=day, month=12) + f",{cells}" for day in range(1, days_ahead + 1)]
    text = f"Date,Cramps,{header}\n" + "\n".join(rows) + "\n"
    return read_journal([("diary.csv", text.encode())], today=TODAY)


def lived(journal: Journal) -> dict[int, float]:
    """The nights with an answer, by their day; of 2026-11 all of them."""
    answered = journal.nights["cramps"].dropna()
    assert {(night.year, night.month) for night in answered.index} == {(2026, 11)}
    return {night.day: cramps for night, cramps in answered.items()}


@for_each("form", _FORMS)
@for_each("days_ahead", [9, 12])
@for_each("cells", ["0,", "no,", "nein,", "1,", "2,bad"])
def test_rows_to_come_say_nothing_of_the_order_of_day_and_month(
    form: str, days_ahead: int, cells: str
) -> None:
    """The 20th to 24th fit one order only; where the rows to come would fit the other better, they do not
    decide. (More than ten that tell of cramps are a clock that is off, and then they are read as they stand.)
    """
    if cells[0] in "12" and days_ahead > 9:
        return
    journal = read(form, days_ahead, cells)
    assert lived(journal) == {day: float(cramps) for day, cramps in _LIVED.items()}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (5 + days_ahead, 5, days_ahead)


@for_each("form", _FORMS)
@for_each("days_ahead", [9, 19])
@for_each("cells", [",", "-,", "n/a,-", "--,"])
def test_rows_to_come_with_nothing_but_a_dash_are_blank_lines(form: str, days_ahead: int, cells: str) -> None:
    journal = read(form, days_ahead, cells)
    assert lived(journal) == {day: float(cramps) for day, cramps in _LIVED.items()}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (5, 5, 0)
    assert f"{days_ahead} blank lines" in [problem.problem for problem in journal.receipts[0].problems]


@pytest.mark.parametrize("days_ahead", [9, 19])
def test_a_medicine_filled_in_ahead_is_no_clock_that_is_off(days_ahead: int) -> None:
    journal = read(_FORMS[1], days_ahead, ",amlodipine", "amlodipine", "Medicines")
    assert lived(journal) == {day: float(cramps) for day, cramps in _LIVED.items()}
    assert journal.receipts[0].rows.rejected == days_ahead


def test_a_single_mistyped_day_among_many_does_not_turn_the_order_into_the_future() -> None:
    """03/01 to 03/24 of 2025 in March, one of them with day and month the wrong way round."""
    rows = [f"03/{day:02d}/2025,{day % 2}" for day in range(1, 13)]
    text = "Date,Cramps\n" + "\n".join([*rows, "13/03/2025,1"]) + "\n"
    journal = read_journal([("diary.csv", text.encode())], today=date(2025, 3, 26))
    assert journal.receipts[0].date_order == "mdy"
    assert journal.receipts[0].rows.used == 12


@pytest.mark.parametrize("header", ["Appointment", "Zzz"])
def test_what_an_unknown_column_says_of_a_day_to_come_is_no_blank_line(header: str) -> None:
    """Oracle: the rows as they were written, five lived and two of days to come; each is read."""
    journal = read(_FORMS[3], 2, "-,neurologist", header=header)
    assert lived(journal) == {day: float(cramps) for day, cramps in _LIVED.items()}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used + rows.rejected) == (7, 7)
    assert not any("blank line" in problem.problem for problem in journal.receipts[0].problems)


@pytest.mark.parametrize("header", ["Weekday", "Day", "Zzz"])
@pytest.mark.parametrize("cells", ["-,Tue", ",Tuesday"])
def test_a_weekday_beside_a_day_to_come_says_nothing_more(cells: str, header: str) -> None:
    """Oracle: 1 December 2026 is a Tuesday; its row says its date twice and nothing else."""
    rows = read(_FORMS[3], 1, cells, "Fri", header=header).receipts[0].rows
    assert (rows.read, rows.rejected) == (5, 0)
