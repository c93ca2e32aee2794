"""Lengths in lists of sessions and sleeps. Oracle: each list read by hand; nobody runs 5 km in 31 s."""

import pandas as pd
import pytest

from analysis.journal.exports.device_lengths import lengths_of
from tests.for_each import for_each
from tests.journal.exports.test_device_tables import days, read


@for_each(
    ("heading", "cells", "minutes"),
    [("Duration", ("31", "45"), (31, 45)), ("Dauer", ("0:31", "1:05"), (31, 65)),
     ("Duration", ("31:00", "45:30"), (31, 45.5)), ("Duration", ("31:00", "1:01:30"), (31, 61.5)),
     ("Time", ("9:05.5", "0:53"), (9.09, 0.88)), ("Moving Time", ("1860", "2700"), (31, 45)),
     ("Duration (min)", ("31", "600"), (31, 600)), ("Dauer [h]", ("0,5", "1,25"), (30, 75)),
     ("Workout Time (seconds)", ("120", "90"), (2, 1.5)), ("Duration (hh:mm)", ("8:15", "7:05"), (495, 425)),
     ("Duration (mm:ss)", ("1:15", "2:30"), (1.25, 2.5)), ("Duration", ("31 min", "1 h 5"), (31, 65)),
     ("Duration", ("PT", "31"), (float("nan"), 31))],
)  # fmt: skip
def test_lengths_of_sessions(heading: str, cells: tuple[str, ...], minutes: tuple[float, ...]) -> None:
    found = lengths_of(pd.Series(cells), heading, asleep=False).minutes
    pd.testing.assert_series_equal(found.round(2), pd.Series(minutes, dtype="float64"))


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [(("6h 53min", "7h"), (413, 420)), (("6:53", "7:42"), (413, 462)), (("413", "462"), (413, 462)),
     (("6.5", "7"), (390, 420)), (("24780", "27720"), (413, 462))],
)  # fmt: skip
def test_lengths_of_sleeps(cells: tuple[str, ...], minutes: tuple[float, ...]) -> None:
    assert lengths_of(pd.Series(cells), "Duration", asleep=True).minutes.tolist() == list(minutes)


def test_what_was_taken_by_size_is_told_and_what_is_plain_is_not() -> None:
    def note(*cells: str, heading: str = "Duration") -> str:
        return lengths_of(pd.Series(cells), heading, asleep=False).note

    assert note("31", "20") == "no unit is given; lengths of this size are minutes"
    assert note("0:31", "1:05") == "no unit is given; lengths of this size are hours and minutes"
    assert not note("31", "20", heading="Duration (min)") + note("31:00", "20:30") + note("31 min")


@pytest.mark.parametrize(
    "text",
    ["Date,Name,Duration,Distance (km)\n2025-03-01,Run,31,5.1\n2025-03-02,Walk,45,3.5\n",
     "Date,Type,Duration (min),Distance\n2025-03-01,Run,31,5.1\n2025-03-02,Walk,45,3.5\n",
     "Datum;Name;Dauer;Strecke (km)\n01.03.2025;Abendlauf;0:31;5,1\n02.03.2025;Spaziergang;0:45;3,5\n",
     "Datum;Name;Dauer;Distanz (km)\n01.03.2025;Lauf;0:31:00;5,1\n02.03.2025;Spaziergang;0:45:00;3,5\n"],
)  # fmt: skip
def test_a_list_of_sessions_that_a_person_keeps(text: str) -> None:
    assert days(read(text, "training.csv"), "activity") == {"03-01": 31, "03-02": 45}
