"""Files of UTC moments. Oracle: the days worked out by hand; Berlin is one hour ahead in winter and two in
summer.
"""

import pytest

from analysis.journal import WHICH_ZONE, Journal, check_mapping, read_journal
from analysis.journal.tables.minutes import add_up_minutes

NAME = "steps_2026-03-01.csv"
STEPS = (
    "timestamp,steps,data source\n2026-03-01T22:30:00Z,12,Pixel\n2026-03-01T23:30:00Z,20,Pixel\n"
    "2026-03-02T10:00:00Z,5,Pixel\n"
)


def read(**how: object) -> Journal:
    return read_journal([(NAME, STEPS.encode())], **how)  # type: ignore[arg-type]


def test_the_zone_is_asked_and_the_answer_moves_the_days() -> None:
    asked = read()
    assert asked.days["steps"].tolist() == [32, 5]
    assert [problem.column for problem in asked.receipts[0].problems if problem.code == WHICH_ZONE] == [
        "timestamp"
    ]
    told = read(mapping={f"zone:{NAME}": "Europe/Berlin"})
    assert told.days["steps"].tolist() == [12, 25]
    assert not any(problem.code == WHICH_ZONE for problem in told.receipts[0].problems)


def test_a_zone_that_is_none_is_said() -> None:
    check_mapping({"zone:a.csv": "Europe/London"})
    with pytest.raises(ValueError, match="Europe/London"):
        check_mapping({"zone:a.csv": "Middle/Earth"})


def test_a_file_of_minutes_is_added_up_in_the_zone_that_was_named() -> None:
    """By hand: 1,440 minutes of 0 and 2 steps in turn from midnight UTC in summer;
    Berlin's day has the first 22 hours."""
    lines = [["timestamp", "steps"]]
    lines += [[f"2026-07-01T{at // 60:02d}:{at % 60:02d}:00Z", str(at % 2 * 2)] for at in range(1440)]
    found = add_up_minutes(lines, "Europe/Berlin")
    assert found is not None
    assert found.records[1:] == [["2026-07-01", "1320"], ["2026-07-02", "120"]]
    plain = add_up_minutes(lines)
    assert plain is not None
    assert plain.records[1:] == [["2026-07-01", "1440"]]
