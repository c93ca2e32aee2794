"""The review as a whole: verdicts, periods, the named question, speed."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

import analysis
from analysis.measures.textbook import benjamini_hochberg
from analysis.review import questions, review
from tests.journals import clustered_counts, made_up_year, make_journal


def telling_journal():
    """A year in which water goes with 0.6 for each 500 mL, magnesium with 0.15, and caffeine with nothing."""
    random = np.random.default_rng(5)
    amounts = random.normal(1800, 450, 365)
    place = np.arange(365)
    rate = np.exp(np.log(0.6) * (amounts - 1800) / 500 + np.log(0.15) * (place >= 180))
    return make_journal(
        random.poisson(1.2 * rate).astype(float),
        fields={"hydration": amounts, "caffeine": random.integers(0, 4, 365)},
        changes=[{"night": 180, "medication": "magnesium", "change": "start"}],
    )


def test_a_direction_needs_an_interval_without_1_and_a_small_q():
    """Oracle: the rule, on journals with things to find."""
    directions = 0
    for journal in (telling_journal(), made_up_year(2, nights=200), made_up_year(3, nights=200)):
        found = review(journal)
        items = [
            *((answer.adjusted, answer.q_value, answer.verdict) for answer in found.exposures),
            *((change.change_ratio, change.q_value, change.verdict) for change in found.medication_changes),
            *((course.ratio, course.q_value, course.verdict) for course in found.courses),
        ]
        for ratio, q_value, verdict in items:
            if verdict == "not_enough_data":
                assert ratio.p_value is None
                continue
            outside = (ratio.high is not None and ratio.high < 1) or (ratio.low is not None and ratio.low > 1)
            assert (verdict in ("fewer_cramps", "more_cramps")) == (
                outside and (ratio.p_value <= 0.05 if q_value is None else q_value <= 0.025)
            )
            directions += verdict != "no_clear_difference"
    assert directions > 0


def test_findings_are_directions_by_their_q_then_what_shows_nothing():
    """Oracle: the order by hand, the named question first; at most five, and no direction that its item
    does not have."""
    found = review(telling_journal())
    directed = [item for item in found.findings if item.verdict != "no_clear_difference"]
    assert {("exposure", "hydration"), ("medication_change", "0")} <= {
        (item.about, item.key) for item in directed
    }
    q_values = [item.q_value or 0.0 for item in directed]
    assert q_values == sorted(q_values)
    assert found.findings[: len(directed)] == tuple(directed)
    assert found.findings[-1].about == "no_clear_difference"
    assert found.findings[-1].key == "exposure:caffeine"
    assert len(found.findings) <= 5


def test_a_period_cuts_nights_cramps_days_and_tests_but_keeps_what_was_taken():
    """Oracle: dates by hand; the ledger of the period begins and ends with a logged night."""
    journal = made_up_year(start="2024-03-01")
    start, end = date(2024, 6, 1), date(2024, 9, 30)
    found = review(journal, start=start, end=end)
    nights = journal.nights.loc[str(start) : str(end)]
    logged = nights.index[nights["logged"]]
    assert found.journal.nights.index[0] == logged[0]
    assert found.journal.nights.index[-1] == logged[-1]
    assert found.frequency.overall.cramps == nights["cramps"].sum()
    assert found.journal.cramps["night"].between(str(start), str(end)).all()
    assert found.journal.measurements["date"].between(str(start), str(end)).all()
    early = [change for change in found.medication_changes if change.night < start]
    assert [change.reason for change in early] == ["outside_the_nights"] * len(early) != []
    assert {period.generic for period in found.medication_periods} >= {"amlodipine"}
    assert found.to_dict()["options"] == {
        "start": "2024-06-01",
        "end": "2024-09-30",
        "washout": 0,
        "hemisphere": "north",
        "question": "change:2024-08-12:atorvastatin",
        "left_out": [],
    }


def test_the_whole_period_is_the_journal():
    """Oracle: cutting at the first and last night changes nothing."""
    journal = made_up_year(nights=120)
    first, last = journal.nights.index[0].date(), journal.nights.index[-1].date()
    days = (journal.days.index >= str(first)) & (journal.days.index <= str(last))
    journal = replace(journal, days=journal.days[days])
    whole, cut = review(journal), review(journal, start=first, end=last)
    assert whole.exposures == cut.exposures
    assert whole.medication_changes == cut.medication_changes
    assert whole.findings == cut.findings


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"hemisphere": "east"}, "'east'"),
        ({"washout": -1}, "-1"),
        ({"start": date(2025, 2, 1), "end": date(2025, 1, 1)}, "2025-01-01"),
    ],
)
def test_wrong_arguments_are_named(arguments, message):
    """Oracle: the message repeats the bad argument."""
    with pytest.raises(ValueError, match=message):
        review(make_journal([1, 0]), **arguments)


def test_a_journal_where_nothing_is_shows_a_direction_in_few():
    """Oracle: the truth of the simulation. With nothing there, a twentieth of journals carry a direction: of
    12 at most 3 (binomial, 1 in 450)."""
    carrying = 0
    for seed in range(12):
        random = np.random.default_rng(seed)
        fields = {"hydration": random.normal(1800, 400, 120), "stretching": random.random(120) < 0.4}
        changes = [{"night": 60, "medication": "a", "change": "start"}]
        counts = clustered_counts(random, 120, 4.0, sigma=0.7, rho=0.8)
        found = review(make_journal(counts, fields=fields, changes=changes))
        carrying += any(item.verdict in ("fewer_cramps", "more_cramps") for item in found.findings)
    assert carrying <= 3


CLOCK = """
import time
from analysis.review import review
from tests.clock import assert_within
from tests.journals import made_up_year
year, ten_years = made_up_year(), made_up_year(nights=3650)
review(year)
assert_within(2, lambda: review(year))
for journal in (year, ten_years):
    begin = time.process_time()
    review(journal)
    print(time.process_time() - begin)
"""


@pytest.mark.clock
def test_a_year_and_ten_years_are_reviewed_in_time():
    """Oracle: the processor's clock, linear algebra on one thread. A year in under 2 s, ten years in at most
    ten times as long."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    root = Path(analysis.__file__).parent.parent
    ran = subprocess.run(
        [sys.executable, "-c", CLOCK], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    year_took, ten_years_took = (float(seconds) for seconds in ran.stdout.split())
    assert ten_years_took < 10 * year_took


def test_every_night_of_the_evidence_lies_in_the_journal():
    """Oracle: order of dates."""
    found = review(made_up_year(nights=200))
    assert found.warning_signs
    assert found.medication_changes
    first, last = (found.journal.nights.index[end].date() for end in (0, -1))
    for item in found.warning_signs:
        if item.name != "blood_test_outside_range":
            assert all(first <= night <= last for night in item.nights)
    for change in found.medication_changes:
        assert change.before_to == change.night - timedelta(days=1)
        assert change.after_from == change.night


# An amount, one direction of two, a yes or no; the first change, the same medicine twice, the only course.
EACH_KIND = (
    "exposure:hydration",
    "exposure:activity_above_usual",
    "exposure:massage",
    "change:2024-04-06:amlodipine",
    "change:2024-06-18:furosemide",
    "change:2024-10-06:furosemide",
    "course:atorvastatin",
)
# What one of the others has beside a harder way to be named.
ALIKE = {"exposure:hydration", "change:2024-04-06:amlodipine", "change:2024-06-18:furosemide"}


@pytest.mark.parametrize(
    "key", [pytest.param(key, marks=[pytest.mark.slow] if key in ALIKE else []) for key in EACH_KIND]
)
def test_the_named_question_stands_by_its_own_interval(key):
    """Oracle: Benjamini and Hochberg over the p-values of all other questions; the rule p <= 0.05 for the
    named one, applied here."""
    journal = made_up_year()
    assert key in questions(journal)
    found = review(journal, question=key)
    about, _, name = key.partition(":")
    results = [
        *(
            (key == f"exposure:{answer.question}", answer.adjusted, answer.q_value, answer.verdict)
            for answer in found.exposures
        ),
        *(
            (
                about == "change" and name.startswith(str(change.night)),
                change.change_ratio,
                change.q_value,
                change.verdict,
            )
            for change in found.medication_changes
        ),
        *(
            (
                about == "course" and name in (course.generic, course.medication.lower()),
                course.ratio,
                course.q_value,
                course.verdict,
            )
            for course in found.courses
        ),
        (False, found.frequency.recent.change, found.frequency.recent.q_value, ""),
        (False, found.frequency.trend.per_28_nights, found.frequency.trend.q_value, ""),
    ]
    expected = iter(benjamini_hochberg([ratio.p_value for named, ratio, _, _ in results if not named]))
    assert any(named for named, *_ in results), key
    for named, ratio, q_value, verdict in results:
        if not named:
            assert q_value == pytest.approx(next(expected))
        else:
            assert q_value is None
            directed = verdict in ("fewer_cramps", "more_cramps")
            assert directed == (ratio.p_value is not None and ratio.p_value <= 0.05)


def test_left_out_nights_leave_every_rate_and_are_counted():
    """Oracle: the same journal with those nights not logged; the days of a bad week by hand."""
    counts = [0, 1, 0, 2] * 30
    bad = list(range(40, 47))
    start = date(2025, 1, 6)
    worse = [9 if place in bad else count for place, count in enumerate(counts)]
    without = [None if place in bad else count for place, count in enumerate(counts)]
    found = review(make_journal(worse), left_out=[start + timedelta(days=place) for place in bad])
    expected = review(make_journal(without))
    assert make_journal(worse).nights.index[0].date() == start
    assert found.frequency.overall == expected.frequency.overall
    assert found.frequency.cramp_nights_share == expected.frequency.cramp_nights_share
    data = found.to_dict()
    assert data["journal"]["nights_left_out"] == 7
    assert data["options"]["left_out"] == [str(start + timedelta(days=place)) for place in bad]
    assert found.completeness.share == 1.0
    assert found.completeness.longest_gap is None
