"""A file of minutes is added up by day. The oracle is the sum of the numbers that were written."""

import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from analysis.journal import read_journal
from analysis.journal.tables.minutes import FEWEST_ROWS, add_up_minutes
from analysis.journal.tables.sheets import MOST_ROWS

TODAY = date(2026, 1, 1)
DIARY = ("diary.csv", b"Date,Cramps\n2024-03-01,1\n2024-03-02,0\n")


def minutes(days: int, head: str = "Time,Steps", form: str = "%Y-%m-%d %H:%M") -> bytes:
    begin = datetime(2024, 3, 1)
    rows = (f"{begin + timedelta(minutes=at):{form}},{at % 7}" for at in range(days * 1440))
    return "\n".join([head, *rows]).encode()


def steps_of(day: int) -> int:
    return sum(at % 7 for at in range(day * 1440, (day + 1) * 1440))


@pytest.mark.parametrize(
    ("days", "most"), [(35, FEWEST_ROWS), pytest.param(365, MOST_ROWS, marks=pytest.mark.slow)]
)
def test_more_minutes_than_a_file_may_have_rows_are_days(
    monkeypatch: pytest.MonkeyPatch, days: int, most: int
) -> None:
    """Seven months have more rows than any other file may have; of the first month, were fewer allowed."""
    monkeypatch.setattr("analysis.journal.tables.sheets.MOST_ROWS", most)
    assert days * 1440 > most
    journal = read_journal([DIARY, ("watch.csv", minutes(days))], today=date(2025, 6, 1))
    assert journal.days["steps"].tolist() == [steps_of(day) for day in range(days)]
    assert any(f"{days * 1440:,} rows" in problem.problem for problem in journal.receipts[1].problems)


def test_other_forms_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that is long enough to be added up."""
    monkeypatch.setattr("analysis.journal.tables.sheets.FEWEST_ROWS", 5_000)
    for form in ("%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M:%S"):
        journal = read_journal([DIARY, ("watch.csv", minutes(5, form=form))], today=TODAY)
        assert journal.days["steps"].tolist() == [steps_of(day) for day in range(5)], form


def test_a_counter_that_only_rises_is_a_total() -> None:
    """The counter starts anew each midnight: its last reading is 1439."""
    begin = datetime(2024, 3, 1)
    lines = [["Time", "Steps"]]
    lines += [[f"{begin + timedelta(minutes=at):%Y-%m-%d %H:%M}", str(at % 1440)] for at in range(3 * 1440)]
    found = add_up_minutes(lines)
    assert found is not None
    assert [record[1] for record in found.records[1:]] == ["1439"] * 3
    assert any("only rises" in said for said in found.said)


def test_what_does_not_add_up_is_not_added_up() -> None:
    begin = datetime(2024, 3, 1)
    moments = [f"{begin + timedelta(minutes=at):%Y-%m-%d %H:%M}" for at in range(3 * 1440)]
    assert add_up_minutes([["Time", "Pulse"], *([moment, "60"] for moment in moments)]) is None
    both = add_up_minutes([["Time", "Steps", "Pulse"], *([moment, "1", "60"] for moment in moments)])
    assert both is not None
    assert both.records[0] == ["Time", "Steps"]
    assert any("Pulse" in said for said in both.said)
    assert add_up_minutes([["Date", "Steps"], *([moment[:10], "1"] for moment in moments)]) is None


def test_memory_goes_with_the_days() -> None:
    def lines(number: int) -> Iterator[list[str]]:
        yield ["Time", "Steps"]
        for at in range(number):
            yield [f"2024-03-{1 + at * 20 // number:02d} {at % 24:02d}:{at % 60:02d}", str(at % 7)]

    tracemalloc.start()
    assert add_up_minutes(lines(8_000)) is not None  # 1.5 MB and more, were they kept
    assert tracemalloc.get_traced_memory()[1] < 400_000
    tracemalloc.stop()
