"""Values by day as columns. Oracle: what was put in, by hand."""

from datetime import time

import numpy as np
import pandas as pd
import pytest

from analysis.journal.fields import dictionary
from analysis.journal.ledger.typed_columns import as_text, date_index, moments, placed, spread, typed
from tests.for_each import for_each

DAYS = np.arange(20_000, 20_005)


def test_values_stand_on_their_days_and_the_rest_is_missing():
    places, values = placed({20_003: 7.0, 20_001: 2.0, 19_000: 9.0}, DAYS)
    column = spread(places, values, len(DAYS), dictionary()["severity"])
    np.testing.assert_array_equal(column, [np.nan, 2.0, np.nan, 7.0, np.nan])


def test_a_full_column_is_as_it_was_put_in():
    places, values = placed(dict(zip(DAYS.tolist(), "abcde", strict=True)), DAYS)
    assert list(spread(places, values, len(DAYS), dictionary()["notes"])) == [*"abcde"]


@for_each(
    ("field", "values", "kept"),
    [
        ("severity", [3, None], [3.0, np.nan]),
        ("alcohol", [1.5, None], [1.5, np.nan]),
        ("stretching", [True, None, False], [True, None, False]),
        ("stretching", [True, False], [True, False]),
        ("stretching", [], []),
        ("notes", ["a", None], ["a", None]),
        ("onset", [(time(23, 5), time(2, 0)), None], ["23:05; 02:00", None]),
        ("relief", [("stretching", "walking"), None], ["stretching; walking", None]),
    ],
)
def test_each_field_has_its_type(field, values, kept):
    known = dictionary()[field]
    assert [None if each is pd.NA or each != each else each for each in typed(values, known)] == [
        None if each != each else each for each in kept
    ]


@pytest.mark.parametrize("values", [[], [True, False], [True, None], [None]])
def test_answers_are_the_same_array_however_many_are_missing(values):
    found, expected = typed(values, dictionary()["stretching"]), pd.array(values, dtype="boolean")
    pd.testing.assert_extension_array_equal(found, expected)


def test_a_column_of_every_day_stands_as_it_is_and_one_of_other_days_does_not():
    for days in (DAYS, DAYS[::-1], DAYS + 1):
        places, values = placed(dict(zip(days.tolist(), "abcde", strict=True)), DAYS)
        told = dict(zip(DAYS[places].tolist(), values, strict=True))
        assert told == {day: text for day, text in zip(days.tolist(), "abcde", strict=True) if day in DAYS}


def test_days_and_seconds_of_the_epoch():
    assert list(date_index(np.array([0, 1]), "night")) == [
        pd.Timestamp("1970-01-01"),
        pd.Timestamp("1970-01-02"),
    ]
    first, second = moments([60, None])
    assert first == pd.Timestamp("1970-01-01 00:01")
    assert second is pd.NaT


def test_values_as_text() -> None:
    assert as_text(("calf", "foot")) == "calf; foot"
    assert as_text((time(1), time(0, 1))) == "01:00; 00:01"
    assert as_text(3.5) == "3.5"
