"""Dates with Japanese marks. Oracle: the era by hand (令和 1 is 2019), weekdays from Monday."""

from datetime import time

import pytest

from analysis.journal.cells.japanese_dates import JapaneseDate, japanese_date


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2025年3月4日(火)", JapaneseDate("2025", 3, 4, 1, None)),
        ("2025年 3月 4日 火曜日", JapaneseDate("2025", 3, 4, 1, None)),
        ("令和7年3月4日", JapaneseDate("2025", 3, 4, None, None)),
        ("令和元年5月1日", JapaneseDate("2019", 5, 1, None, None)),
        ("3月4日", JapaneseDate("", 3, 4, None, None)),
        ("3月4日 2:10", JapaneseDate("", 3, 4, None, time(2, 10))),
        ("3月4日(日) 23時05分", JapaneseDate("", 3, 4, 6, time(23, 5))),
    ],
)
def test_each_part_stands_where_its_mark_is(words: str, found: JapaneseDate) -> None:
    assert japanese_date(words) == found


@pytest.mark.parametrize(
    "words", ["元年3月4日", "3月4日 24:10", "3月4日 23:60", "2025/3/4", "月4日", "3月4日 朝", ""]
)
def test_what_has_no_such_form_is_no_date(words: str) -> None:
    """The first year of no era, and times that no clock shows."""
    assert japanese_date(words) is None
