"""Pairs of periods. Oracle: the calendar, by hand."""

from datetime import date

import pytest

from analysis.measures.period_pairs import around, halves, season_pairs


def test_halves_share_no_night_and_leave_none_out() -> None:
    assert halves(date(2025, 3, 1), date(2025, 3, 5)) == (
        (date(2025, 3, 1), date(2025, 3, 3)),
        (date(2025, 3, 4), date(2025, 3, 5)),
    )


def test_the_evening_of_the_visit_is_after_it() -> None:
    before, after = around(date(2024, 1, 1), date(2025, 12, 31), date(2025, 6, 10), most=30)
    assert before == (date(2025, 5, 11), date(2025, 6, 9))
    assert after == (date(2025, 6, 10), date(2025, 7, 9))


def test_a_visit_near_the_ends_takes_what_there_is() -> None:
    before, after = around(date(2025, 6, 1), date(2025, 6, 20), date(2025, 6, 3))
    assert before == (date(2025, 6, 1), date(2025, 6, 2))
    assert after == (date(2025, 6, 3), date(2025, 6, 20))


@pytest.mark.parametrize("visit", [date(2025, 6, 1), date(2025, 6, 21)])
def test_a_visit_outside_the_journal_is_refused(visit: date) -> None:
    with pytest.raises(ValueError, match="visit"):
        around(date(2025, 6, 1), date(2025, 6, 20), visit)


def test_this_winter_and_last() -> None:
    """1 November 2023 to 10 January 2025: the winter of 2024/25 has 41 nights, autumn 2023 has 30."""
    pairs = season_pairs(date(2023, 11, 1), date(2025, 1, 10))
    assert [(pair.season, pair.year) for pair in pairs] == [("winter", 2024), ("autumn", 2024)]
    assert pairs[0].earlier == (date(2023, 12, 1), date(2024, 2, 29))
    assert pairs[0].later == (date(2024, 12, 1), date(2025, 1, 10))
    assert pairs[1].earlier == (date(2023, 11, 1), date(2023, 11, 30))


def test_seasons_turn_with_the_hemisphere() -> None:
    south = season_pairs(date(2023, 11, 1), date(2025, 1, 10), "south")
    assert [pair.season for pair in south] == ["summer", "spring"]


def test_less_than_two_years_running_has_no_pair() -> None:
    assert season_pairs(date(2024, 9, 1), date(2025, 8, 31)) == ()
    assert season_pairs(date(2024, 9, 1), date(2025, 9, 27)) == ()
    assert len(season_pairs(date(2024, 9, 1), date(2025, 9, 28))) == 1
