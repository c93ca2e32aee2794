"""Names of days in a clause about a medicine. Oracle: the vocabulary, and by hand."""

import pytest

from analysis.journal.cells import vocabulary, words_of
from analysis.journal.medicines.day_names import (
    LONG_WEEKDAYS,
    MONTHS,
    MONTHS_BESIDE_A_DAY,
    WEEKDAYS,
    WEEKDAYS_AFTER_A_NAME,
)


@pytest.mark.parametrize(("short", "names"), [("short weekday", "weekday"), ("short month", "month")])
def test_a_short_name_is_one_that_the_reader_of_dates_knows(short: str, names: str) -> None:
    """One of the short list that the vocabulary lacks would be found and then mean no day."""
    assert [word for word in words_of(short) if word not in vocabulary(names)] == []


def test_words_that_say_something_else_are_no_names_of_days() -> None:
    """By hand: "I sat", "in the sun" and "as set" behind a name; a "mag" is a magnesium."""
    assert not {"sat", "sun"} & {*WEEKDAYS_AFTER_A_NAME}
    assert {"sat", "sun", "mon"} <= {*WEEKDAYS}
    assert not {"set", "out", "mag"} & {*MONTHS}
    assert {"set", "out", "mag"} <= {*MONTHS_BESIDE_A_DAY}


def test_a_weekday_by_itself_is_written_out() -> None:
    """By hand: seven in English, and none of two or three letters."""
    english = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    assert english <= {*LONG_WEEKDAYS} < {*WEEKDAYS}
    assert min(map(len, LONG_WEEKDAYS)) == 5
