"""Columns that measure nothing of what their heading names. Oracle: each column read by hand."""

import pytest

from tests.for_each import for_each
from tests.journal.entries.reading import diary, read, told, values


@for_each(
    ("heading", "field", "cells"),
    [
        ("Asleep at", "sleep", ["23:10", "22:50", "00:20"]),
        ("Sleep time", "sleep", ["23:10", "22:50", "23:20"]),
        ("Sleep", "sleep", ["23:10", "00:30", "00:10"]),
        ("Slept to", "sleep", ["06:40", "07:10"]),
        ("Awake at", "awake", ["02:40", "03:10"]),
        ("Awake", "awake", ["06:40", "07:10"]),
        ("Walk", "activity", ["18:10", "17:05", "19:00"]),
        ("Walk", "activity", ["6:10 pm", "5:05 pm"]),
        ("Sport à", "activity", ["7:10", "8:05"]),
        ("Exercise time", "activity", ["18h10", "17h05"]),
        ("Standing at", "standing", ["9:00", "8:30"]),
    ],
)
def test_times_of_day_are_no_lengths(heading: str, field: str, cells: list[str]) -> None:
    """10 past 6 in the evening is no walk of 18 hours; nothing is read, and the receipt says so."""
    journal = read(diary(heading, cells))
    assert values(journal, field, len(cells)) == [None] * len(cells)
    assert "times_of_day" in told(journal)


@pytest.mark.parametrize(
    ("heading", "field", "cells", "expected"),
    [
        ("Sleep", "sleep", ["7:30", "6:45", "8:00"], [7.5, 6.75, 8]),
        ("Time asleep", "sleep", ["7:30", "0:45"], [7.5, 0.75]),
        ("Awake", "awake", ["0:40", "1:10", "0:00"], [40, 70, 0]),
        ("Walk", "activity", ["1:10", "0:45"], [70, 45]),
        ("Standing", "standing", ["2:30", "9:00"], [2.5, 9]),
        ("Sleep (h)", "sleep", ["7.5", "0"], [7.5, 0]),
    ],
)
def test_lengths_in_hours_and_minutes_stay_lengths(
    heading: str, field: str, cells: list[str], expected: list[float]
) -> None:
    assert values(read(diary(heading, cells)), field, len(cells)) == expected


def test_times_of_day_leave_the_field_to_the_column_that_has_the_lengths() -> None:
    text = "Night of,Cramps,Asleep at,Awake at,Hours slept\n"
    text += "2025-03-01,0,23:10,06:40,7.5\n2025-03-02,2,23:00,05:00,6\n"
    journal = read(text.encode())
    assert journal.nights["sleep"].tolist() == [7.5, 6]
    assert "awake" not in journal.nights


@pytest.mark.parametrize(
    ("heading", "field", "cells"),
    [
        ("Sueño", "sleep", ["no"] * 4),
        ("Sonno", "sleep", ["no"] * 4),
        ("Sen", "sleep", ["nie"] * 4),
        ("Sleep", "sleep", ["0"] * 4),
        ("Water", "hydration", ["0"] * 4),
        ("Steps", "steps", ["0"] * 4),
    ],
)
def test_no_and_0_throughout_measure_nothing(heading: str, field: str, cells: list[str]) -> None:
    journal = read(diary(heading, cells))
    assert values(journal, field, len(cells)) == [None] * len(cells)
    assert "only_yes_no" in told(journal)


@pytest.mark.parametrize(
    ("heading", "field", "cells"),
    [
        ("Pain", "severity", ["0"] * 4),
        ("Ból", "severity", ["nie"] * 4),
        ("Pain", "severity", ["none"] * 4),
        ("Alcohol", "alcohol", ["no"] * 4),
        ("Coffee", "caffeine", ["0"] * 4),
        ("Exercise (min)", "activity", ["0"] * 4),
    ],
)
def test_none_of_what_can_be_none_is_0(heading: str, field: str, cells: list[str]) -> None:
    assert values(read(diary(heading, cells)), field, len(cells)) == [0] * len(cells)
