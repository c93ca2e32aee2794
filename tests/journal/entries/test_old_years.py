"""The old year written in January. Oracle: the same diary with the year that was meant."""

from datetime import date, timedelta

import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.entries.old_years import _a_year_on

MEANT = ("2025-12-30,1", "2025-12-31,0", "2026-01-01,2", "2026-01-02,0", "2026-01-03,1")


def _read(*rows: str, **how: object) -> Journal:
    content = "\n".join(("date,cramps", *rows)).encode()
    return read_journal([("diary.csv", content)], **how)  # type: ignore[arg-type]


def _said(journal: Journal) -> bool:
    return any("the year that had just ended" in found.problem for found in journal.receipts[0].problems)


@pytest.mark.parametrize("wrong", [[2], [2, 3], [2, 3, 4]])
def test_the_first_nights_of_a_year_dated_in_the_old_one(wrong: list[int]) -> None:
    rows = [row.replace("2026", "2025") if at in wrong else row for at, row in enumerate(MEANT)]
    journal = _read(*rows)
    assert journal.nights.cramps.to_dict() == _read(*MEANT).nights.cramps.to_dict()
    assert _said(journal)
    assert len(_read(*rows, date_order="ymd").nights) > 360


@pytest.mark.parametrize(
    "rows",
    [
        MEANT,
        ("2025-12-30,1", "2025-12-31,0", "2024-01-01,2"),  # two years back: no new year's slip
        ("2025-06-30,1", "2025-12-31,0", "2025-02-01,2", "2025-01-15,0"),  # in no order
        ("2025-01-01,1", "2025-01-02,0", "2025-12-31,0", "2025-01-01,1", "2025-01-02,0"),  # pasted again
        ("2026-12-30,1", "2026-12-31,0", "2026-01-01,2"),  # would lie ahead of today
        (
            "2026-01-10,1",
            "2026-01-12,0",
            "2025-01-16,1",
            "2025-01-18,0",
        ),  # the winter before, behind this one
    ],
)
def test_other_falls_of_the_dates_are_left_as_they_are(rows: tuple[str, ...]) -> None:
    journal = _read(*rows, today=date(2026, 12, 31))
    assert not _said(journal)
    written = {row[:10] for row in rows}
    assert {f"{night:%Y-%m-%d}" for night in journal.nights.index[journal.nights.logged]} == written


def test_a_29_february_is_the_1_march_of_a_year_without_one() -> None:
    pairs = {"2024-02-29": "2025-03-01", "2024-02-28": "2025-02-28", "2023-12-31": "2024-12-31"}
    for day, later in pairs.items():
        number = (date.fromisoformat(day) - date(1970, 1, 1)).days
        assert str(date(1970, 1, 1) + timedelta(days=_a_year_on(number))) == later
