"""Day and month swapped by a spreadsheet. Oracle: the nights as typed, before the machine changed them."""

import io
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from openpyxl import Workbook

from analysis.journal import Journal, read_journal
from analysis.journal.cells.swapped_dates import swap, swapped_dates
from tests.for_each import for_each

MARCH = [date(2025, 3, 1) + timedelta(days=at) for at in range(31)]
SPRING = [date(2025, 3, 1) + timedelta(days=at) for at in range(92)]


def as_machine(day: date, written: str) -> date | str:
    """What a machine of the other order makes of a typed date: a date, swapped, or the text."""
    return day.strftime(written) if day.day > 12 else swap(day)


def workbook(cells: Iterable[date | str]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Night of", "Cramps"])
    for at, cell in enumerate(cells):
        sheet.append([cell, at % 2])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def table(cells: Iterable[date | str]) -> bytes:
    return "\n".join(["Night of,Cramps", *(f"{cell},{at % 2}" for at, cell in enumerate(cells))]).encode()


def read(content: bytes, **how: object) -> Journal:
    name = "diary.xlsx" if content.startswith(b"PK") else "diary.csv"
    return read_journal([(name, content)], today=date(2026, 11, 26), **how)  # type: ignore[arg-type]


def nights(journal: Journal) -> list[date]:
    return [night.date() for night in journal.nights.index[journal.nights["logged"]]]


@for_each("written", ["%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y", "%m-%d-%Y"])
@for_each("typed", [MARCH, SPRING, MARCH[::3], MARCH[8:16]])
@for_each("form", [workbook, table])
def test_real_dates_beside_text_dates_are_swapped_back(written, typed, form) -> None:  # type: ignore[no-untyped-def]
    """A US date on a D/M/Y machine and the other way round, in Excel and saved as CSV; and it is said."""
    journal = read(form(as_machine(day, written) for day in typed))
    assert nights(journal) == typed
    assert journal.receipts[0].date_order_open
    assert any("swapped day and month" in problem.problem for problem in journal.receipts[0].problems)


def test_the_other_reading_is_offered() -> None:
    """As year, month, day the dates stay as the machine has them: 3 January for 1 March; none is lost."""
    cells = [as_machine(day, "%m/%d/%Y") for day in MARCH]
    as_it_stands = read(workbook(cells), date_order="ymd")
    assert nights(as_it_stands) == sorted({*map(swap, MARCH[:12]), *MARCH[12:]})
    assert nights(read(workbook(cells), date_order="mdy")) == MARCH


@pytest.mark.parametrize(
    ("stands", "typed"),
    [
        ([swap(day) for day in MARCH], MARCH),
        ([swap(day) for day in SPRING], SPRING),
        ([swap(day) if day.day in (5, 7, 9, 11) else day for day in MARCH], MARCH),
    ],
)
def test_real_dates_far_from_the_others_at_the_same_day_number(stands: list[date], typed: list[date]) -> None:
    """All dates are real ones, and those up to day 12 lie one in each month: they belong to the gaps."""
    for content in (workbook(stands), table(stands)):
        assert nights(read(content)) == typed
        assert nights(read(content, date_order="ymd")) == sorted(stands)


@pytest.mark.parametrize(
    "days",
    [
        MARCH,
        SPRING,
        [*MARCH, date(2025, 7, 20), date(2025, 9, 14), date(2025, 11, 25)],
        [date(2025, month, 3) for month in range(1, 13)],
        [date(2024, 5, 4), *SPRING],
    ],
)
def test_dates_that_are_right_stay(days: list[date]) -> None:
    """Whole months, visits far from the journal, one night a month: nothing is swapped, nothing said."""
    journal = read(table(days))
    assert nights(journal) == sorted(days)
    assert not journal.receipts[0].date_order_open


FEBRUARY = [date(2025, 2, 1) + timedelta(days=at) for at in range(20)]


@pytest.mark.parametrize("swapped", [(4,), (7,), (4, 7), (11, 12)])
def test_one_or_two_dates_that_fill_the_gaps_of_the_others(swapped: tuple[int, ...]) -> None:
    """20 nights of February, of which one or two stand as another month: said, and read as typed."""
    stands = [swap(day) if day.day in swapped else day for day in FEBRUARY]
    for content in (workbook(stands), table(stands)):
        journal = read(content)
        assert nights(journal) == FEBRUARY
        assert journal.receipts[0].date_order_open
        assert any("swapped day and month" in problem.problem for problem in journal.receipts[0].problems)
        assert nights(read(content, date_order="ymd")) == sorted(stands)


@pytest.mark.parametrize(
    "days",
    [
        [*FEBRUARY, date(2025, 4, 2)],  # 4 February is there
        [day for day in FEBRUARY if day.day != 5] + [date(2025, 4, 2)],  # another day is missing
        [day for day in FEBRUARY if day.day not in (4, 9)] + [date(2025, 4, 2), date(2025, 9, 20)],
        [*FEBRUARY[::2], *(date(2025, 3, day) for day in (1, 4, 9)), date(2025, 7, 2)],  # not every night
    ],
)
def test_one_far_date_that_fills_no_gap_stays(days: list[date]) -> None:
    """A true gap is a gap: nothing is swapped, nothing said."""
    journal = read(table(days))
    assert nights(journal) == sorted(days)
    assert not journal.receipts[0].date_order_open


def test_a_weekday_that_fits_says_that_the_dates_are_right() -> None:
    days = [*(date(2025, month, 3) for month in (5, 6, 7, 8)), *MARCH[12:]]
    rows = [f"{day},{day:%A},{at % 2}" for at, day in enumerate(days)]
    journal = read("\n".join(["Night of,Weekday,Cramps", *rows]).encode())
    assert nights(journal) == sorted(days)


def test_random_cramps_of_a_year_are_not_swapped() -> None:
    """Of 300 logs of 5 to 60 nights anywhere in a year at most 3 are taken for swapped ones."""
    random = Random(4)
    taken = 0
    first = date(2025, 1, 1)
    for _ in range(300):
        number = random.randint(5, 60)
        days = {first + timedelta(days=random.randrange(365)) for _ in range(number)}
        taken += bool(swapped_dates(days, ()))
    assert taken <= 3


SLASHES = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y")


@pytest.mark.parametrize("written", SLASHES)
@pytest.mark.parametrize("typed", [MARCH, SPRING])
def test_swapped_dates_saved_as_text_of_one_order_are_swapped_back(written: str, typed: list[date]) -> None:
    """A machine that read 2 March as 3 February saves both in its own order: 03/02 beside 13/03."""
    cells = [(swap(day) if day.day <= 12 else day).strftime(written) for day in typed]
    journal = read(table(cells))
    assert nights(journal) == typed
    assert journal.receipts[0].date_order_open
    assert any("swapped day and month" in problem.problem for problem in journal.receipts[0].problems)
    order = "mdy" if written.startswith("%m") else "dmy"
    stands = sorted(swap(day) if day.day <= 12 else day for day in typed)
    assert nights(read(table(cells), date_order=order)) == stands


@pytest.mark.parametrize("written", SLASHES)
def test_text_dates_that_follow_each_other_stay_as_they_are(written: str) -> None:
    """Every night of spring; and a journal with a break of two months, of which no date fills a gap."""
    broken = [*SPRING[:20], *[day + timedelta(days=61) for day in SPRING[20:40]]]
    for typed in (SPRING, broken):
        journal = read(table(day.strftime(written) for day in typed))
        assert nights(journal) == typed
        assert not journal.receipts[0].date_order_open
