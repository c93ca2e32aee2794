"""Korean dates and times. Oracle: what each means, read by hand; 오전 is before noon, 오후 after it."""

from datetime import date, time

import pytest

from analysis.journal.cells import read_clock, read_date_column
from analysis.journal.cells.korean_dates import with_korean_hours, with_korean_marks
from tests.for_each import for_each

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    "cells",
    [
        ("25. 3. 1.", "25. 3. 2.", "25. 3. 14."),
        ("2025. 3. 1.", "2025. 3. 2.", "2025. 3. 14."),
        ("2025년 3월 1일", "25년 3월 2일", "3월 14일"),
    ],
)
def test_short_and_long_dates(cells: tuple[str, ...]) -> None:
    read = read_date_column(cells, None, TODAY)
    assert [f"{day:%Y-%m-%d}" for day in read.values if day is not None] == [
        "2025-03-01",
        "2025-03-02",
        "2025-03-14",
    ]


def test_a_german_date_keeps_its_order() -> None:
    read = read_date_column(["12. 3. 25", "13. 3. 25", "14.3.25"], None, TODAY)
    assert [f"{day:%m-%d}" for day in read.values if day is not None] == ["03-12", "03-13", "03-14"]


@for_each(
    ("cell", "at"),
    [
        ("오전 3:20", time(3, 20)),
        ("오후 11:10", time(23, 10)),
        ("오전 2시 30분", time(2, 30)),
        ("새벽 2시", time(2)),
        ("밤 11시", time(23)),
        ("밤 2시", time(2)),
        ("오전 3시 반", time(3, 30)),
        ("23시", time(23)),
    ],
)
def test_times_of_day(cell: str, at: time) -> None:
    assert read_clock(cell).value == (at,)


def test_other_texts_stay() -> None:
    assert with_korean_marks("3 March") == "3 March"
    assert with_korean_hours("3 Uhr 20") == "3 Uhr 20"
