"""The review as a whole: verdicts, periods, the named question, speed."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest

import analysis
from analysis.family import as_one_family
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


@cache
def of_a_telling_journal():
    return review(telling_journal())


@cache
def of_a_year():
    """No question of it is named."""
    return review(made_up_year(), question="")


def test_a_direction_needs_an_interval_without_1_and_a_small_q():
    """Oracle: the rule, on journals with things to find, of one of which a question is named."""
    directions = 0
    for found in (of_a_telling_journal(), of_a_year()):
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
    found = of_a_telling_journal()
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
    journal = made_up_year(nights=90)
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
    6 at most 2 (binomial, 1 in 450)."""
    carrying = 0
    for seed in range(6):
        random = np.random.default_rng(seed)
        fields = {"hydration": random.normal(1800, 400, 120), "stretching": random.random(120) < 0.4}
        changes = [{"night": 60, "medication": "a", "change": "start"}]
        counts = clustered_counts(random, 120, 4.0, sigma=0.7, rho=0.8)
        found = review(make_journal(counts, fields=fields, changes=changes))
        carrying += any(item.verdict in ("fewer_cramps", "more_cramps") for item in found.findings)
    assert carrying <= 2


CLOCK = """
import sys
import time
from analysis.review import review
from tests.clock import assert_within
from tests.journals import made_up_year
def timed(journal):
    begin = time.process_time()
    review(journal)
    taken.append(time.process_time() - begin)
year, years, taken = made_up_year(), made_up_year(nights=365 * int(sys.argv[1])), []
review(made_up_year(nights=60))
assert_within(2, lambda: timed(year))
timed(years)
print(min(taken[:-1]), taken[-1])
"""


@pytest.mark.clock
@pytest.mark.parametrize("years", [5, pytest.param(10, marks=pytest.mark.slow)])
def test_a_year_and_many_years_are_reviewed_in_time(years):
    """Oracle: the processor's clock, linear algebra on one thread. A year in under 2 s, five or ten years in
    at most five or ten times as long."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    root = Path(analysis.__file__).parent.parent
    command = [sys.executable, "-c", CLOCK, str(years)]
    ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    one_took, many_took = (float(seconds) for seconds in ran.stdout.split())
    assert many_took < years * one_took


def test_every_night_of_the_evidence_lies_in_the_journal():
    """Oracle: order of dates."""
    found = of_a_year()
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


@pytest.mark.parametrize("key", EACH_KIND)
def test_the_named_question_stands_by_its_own_interval(key):
    """Oracle: Benjamini and Hochberg over the p-values of all other questions; the rule p <= 0.05 for the
    named one, applied here."""
    found = of_a_year()
    assert key in questions(found.journal)
    often, answers, changes, courses, _ = as_one_family(
        found.frequency, found.exposures, found.medication_changes, found.courses, key
    )
    about, _, name = key.partition(":")
    results = [
        *(
            (key == f"exposure:{answer.question}", answer.adjusted, answer.q_value, answer.verdict)
            for answer in answers
        ),
        *(
            (
                about == "change" and name.startswith(str(change.night)),
                change.change_ratio,
                change.q_value,
                change.verdict,
            )
            for change in changes
        ),
        *(
            (
                about == "course" and name in (course.generic, course.medication.lower()),
                course.ratio,
                course.q_value,
                course.verdict,
            )
            for course in courses
        ),
        (False, often.recent.change, often.recent.q_value, ""),
        (False, often.trend.per_28_nights, often.trend.q_value, ""),
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


def test_a_review_judges_with_the_question_that_it_was_given():
    """Oracle: the same results as one family with that question named; the hardest to name, of a medicine
    that was begun twice."""
    key, plain = "change:2024-10-06:furosemide", of_a_year()
    found = review(made_up_year(), question=key)
    often, answers, changes, courses, _ = as_one_family(
        plain.frequency, plain.exposures, plain.medication_changes, plain.courses, key
    )
    assert (found.question, found.exposures, found.courses) == (key, answers, courses)
    assert [(each.asked, each.q_value, each.verdict) for each in found.medication_changes] == [
        (each.asked, each.q_value, each.verdict) for each in changes
    ]
    assert [each.asked for each in changes if each.q_value is None and each.reason is None] != []
    assert (found.frequency.recent, found.frequency.trend) == (often.recent, often.trend)


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
