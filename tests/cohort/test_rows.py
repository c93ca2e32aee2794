"""One journal as one row. Oracles: the review itself, and what is known of a normal's interval."""

import json
from dataclasses import replace
from datetime import timedelta
from math import exp
from pathlib import Path

import numpy as np
import pytest

from analysis.cohort.rows import How, error_of, journal_row, row_of_files, rows_of
from analysis.journal import JournalError
from analysis.measures import RateRatio
from analysis.review import review
from tests.journals import make_journal

SECRET = "Anna"
DIARY = "Night of,Cramps,Water (mL),Anna's mood,Notes\n" + "".join(
    f"2025-03-{day:02d},{day % 3},{1500 + 20 * day},{day % 5},slept at Anna's\n" for day in range(1, 31)
)


@pytest.mark.parametrize("error", [0.05, 0.4, 2.0])
def test_the_error_of_a_ratio_is_that_of_the_normal_with_its_interval(error: float) -> None:
    """Oracle: 95 % of a normal lies within 1.96 standard deviations."""
    ratio = RateRatio(0.8, 0.8 * exp(-1.959964 * error), 0.8 * exp(1.959964 * error), 0.1)
    assert error_of(ratio) == pytest.approx(error, rel=1e-5)


@pytest.mark.parametrize(
    "ratio",
    [
        RateRatio(None, None, None, None),
        RateRatio(0.0, 0.0, 0.9, 0.1),
        RateRatio(0.5, 0.0, 0.9, 0.1),
        RateRatio(None, 0.4, None, 0.1),
        RateRatio(0.5, 0.4, None, 0.1),
        RateRatio(0.5, 0.4, float("inf"), 0.1),
        RateRatio(0.5, 0.5, 0.5, 0.1),
    ],
)
def test_where_an_end_is_open_there_is_no_error(ratio: RateRatio) -> None:
    assert error_of(ratio) is None


def test_a_row_has_the_numbers_of_the_review_and_no_date() -> None:
    """Nights of a change are counted from the first of the ledger, which is night 1."""
    water = np.random.default_rng(3).normal(1800, 300, 120)
    counts = np.random.default_rng(4).poisson(0.6, 120).astype(float)
    counts[[3, 4, 5]] = np.nan
    changes = [{"night": 60, "medication": SECRET, "change": "start"}]
    found = review(make_journal(counts, fields={"hydration": water}, changes=changes))
    row, asked = rows_of(found)
    assert (row["nights"], row["nights_logged"], row["longest_gap"]) == (120, 117, 3)
    assert row["cramps"] == np.nansum(counts)
    assert row["cramp_nights"] == np.count_nonzero(np.nan_to_num(counts))
    assert row["per_week"] == found.frequency.overall.per_week
    assert row["recent_change_low"] == found.frequency.recent.change.low
    assert row["trend_ratio"] == found.frequency.trend.per_28_nights.ratio
    assert row["changes"] == 1
    fluid, change = asked
    assert (fluid["part"], fluid["about"], fluid["night"]) == ("exposures", "hydration", None)
    assert fluid["error"] == error_of(found.exposures[0].adjusted)
    assert (change["part"], change["form"], change["night"]) == ("medication_changes", "start", 61)
    assert change["before_nights"] == found.medication_changes[0].before.nights
    told = json.dumps([row, asked])
    assert SECRET not in told
    for place in range(120):
        assert str(found.journal.nights.index[0].date() + timedelta(days=place)) not in told


def test_a_journal_without_a_night_has_a_row() -> None:
    row, asked = rows_of(review(make_journal([])))
    assert (row["nights"], row["cramps"], row["per_week"], asked) == (0, 0.0, None, [])


def test_what_a_person_calls_a_column_is_no_question_of_a_cohort() -> None:
    """Oracle: the column of the person is asked in the review by itself; rows add up over files."""
    how = How(reading=(("mapping", {"Anna's mood": "own"}),), reviewing=(("question", ""),))
    files = (("diary.csv", DIARY.encode()),)
    row, asked = row_of_files(files, how)
    assert [question["about"] for question in asked] == ["hydration"]
    assert (row["rows_read"], row["rows_used"], row["rows_rejected"]) == (30, 30, 0)
    assert SECRET not in json.dumps([row, asked])


def test_files_are_read_by_their_paths_and_a_refusal_keeps_no_cell(tmp_path: Path) -> None:
    """Oracle: the same rows as of the content; whose rows to read goes for every file."""
    diary, none = tmp_path / "diary.csv", tmp_path / "none.csv"
    diary.write_text(DIARY, encoding="utf-8")
    none.write_text(f"Date,{SECRET}\n2025-03-01,{SECRET}\n", encoding="utf-8")
    assert journal_row((diary,), How()) == row_of_files((("diary.csv", DIARY.encode()),), How())
    with pytest.raises(JournalError) as refused:
        journal_row((none,), How())
    assert refused.value.__suppress_context__
    assert not getattr(refused.value, "receipts", ())
    people = "Participant,Date,Cramps\n" + "".join(
        f"{who},2025-03-{day:02d},{count}\n" for day in range(1, 11) for who, count in (("Ann", 1), ("Bo", 2))
    )
    for who, cramps in (("Ann", 10), ("Bo", 20)):
        row, _ = row_of_files((("both.csv", people.encode()),), How(reading=(("choose", who),)))
        assert row["cramps"] == cramps


def test_an_assumption_is_told_in_the_row() -> None:
    journal = replace(make_journal([1, 0] * 20), unlogged_assumed_cramp_free=True)
    row, _ = rows_of(review(journal))
    assert row["unlogged_assumed_cramp_free"] is True
