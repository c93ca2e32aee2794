"""The part of a journal that is looked at; oracle: nights named by hand."""

from dataclasses import replace
from datetime import date

import pandas as pd

from analysis.journal import Journal
from analysis.period import left_out_of, marked_nights, period_of
from tests.journals import make_journal

# From Sunday 5 January on: 1 cramp, none, not logged, 2 cramps, none.
COUNTS = [1.0, 0.0, float("nan"), 2.0, 0.0]


def journal() -> Journal:
    return make_journal(
        COUNTS, start="2025-01-05", fields={"hydration": [1500.0, 1600.0, 1700.0, 1800.0, 1900.0]}
    )


def days(nights: pd.Index) -> list[str]:
    return [night.strftime("%d") for night in nights]


def test_without_a_period_it_is_the_journal_itself() -> None:
    whole = journal()
    assert period_of(whole, None, None) is whole


def test_a_period_holds_both_its_ends_and_begins_with_a_logged_night() -> None:
    """7 January is not logged: the ledger of the period from it on begins on the 8th; its day stays."""
    part = period_of(journal(), date(2025, 1, 7), date(2025, 1, 9))
    assert days(part.nights.index) == ["08", "09"]
    assert days(part.days.index) == ["07", "08", "09"]
    assert part.cramps["night"].dt.day.tolist() == [8, 8]
    only = period_of(journal(), date(2025, 1, 5), date(2025, 1, 5))
    assert (days(only.nights.index), days(only.days.index)) == (["05"], ["05"])


def test_a_period_without_a_logged_night_has_no_ledger() -> None:
    part = period_of(journal(), date(2025, 1, 7), date(2025, 1, 7))
    assert part.nights.empty
    assert days(part.days.index) == ["07"]


def test_nights_left_out_are_not_logged_and_their_days_stay() -> None:
    """The last two nights left out: the ledger ends on the 6th; a night in the middle leaves a gap."""
    ends = left_out_of(journal(), [date(2025, 1, 9), date(2025, 1, 8)])
    assert days(ends.nights.index) == ["05", "06"]
    assert days(ends.days.index) == ["05", "06", "07", "08", "09"]
    assert ends.cramps["night"].dt.day.tolist() == [5]
    assert days(ends.left_out) == ["08", "09"]
    middle = left_out_of(journal(), [date(2025, 1, 6)])
    assert middle.nights["logged"].tolist() == [True, False, False, True, True]
    assert middle.nights["cramps"].sum() == 3
    assert journal().nights["logged"].sum() == 4


def test_nights_of_a_marked_stretch_are_those_of_the_ledger() -> None:
    """A stretch from the 8th to the 20th is marked, one of the 5th is not; the ledger ends on the 9th."""
    events = pd.DataFrame(
        {
            "first_night": pd.to_datetime(["2025-01-08", "2025-01-05"]).as_unit("us"),
            "last_night": pd.to_datetime(["2025-01-20", "2025-01-05"]).as_unit("us"),
            "left_out": [True, False],
        }
    )
    assert [night.day for night in marked_nights(replace(journal(), events=events))] == [8, 9]
