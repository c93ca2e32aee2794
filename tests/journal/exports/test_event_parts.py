"""One table made of events. Oracle: by hand."""

import pandas as pd
import pytest

from analysis.journal.exports.event_parts import date_of, filled


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        ("2025-03-01 02:10", "2025-03-01"),
        ("2025-03-01T02:10:30+01:00", "2025-03-01"),
        ("Mar 1, 2025, 11:40 PM", "Mar 1, 2025"),
        ("1.3.2025 02:10 Uhr", "1.3.2025"),
        ("2025-03-01", "2025-03-01"),
        ("02:10", "02:10"),  # nothing else is there
        ("", ""),
    ],
)
def test_the_date_of_a_moment_stands_as_it_was_written(moment: str, date: str) -> None:
    assert date_of(moment) == date


def test_blank_is_what_is_not_there_and_a_column_of_blanks_is_none() -> None:
    table = pd.DataFrame({"a": ["1", None], "b": [None, None], "c": ["", float("nan")], "d": [0, 2]})
    found = filled(table)
    assert list(found.columns) == ["a", "d"]
    assert found.to_numpy().tolist() == [["1", "0"], ["", "2"]]
