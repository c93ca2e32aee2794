"""The review as a whole and as data: the schema, the names that others rely on, one family of questions,
speed."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator

import analysis
from analysis.journal.model import Column, Problem, Receipt, Rows
from analysis.measures.textbook import benjamini_hochberg
from analysis.review import Review, questions, review
from analysis.words import day
from tests.journals import clustered_counts, made_up_year, make_journal

SCHEMA = json.loads(Path(analysis.__file__).with_name("review_schema.json").read_text(encoding="utf-8"))


@cache
def year() -> Review:
    return review(made_up_year())


def forty_changes(number):
    what = ("start", "stop")[number // 5 % 2]
    return {"night": 10 * number, "medication": f"m{number % 5}", "change": what}


@cache
def journals():
    one = [{"night": 0, "medication": "magnesium", "change": "start"}]
    return {
        "a year": made_up_year(),
        "six weeks": made_up_year(nights=42),
        "nothing": make_journal([]),
        "one night": make_journal([2]),
        "one night without": make_journal([0], changes=one),
        "two nights": make_journal([0, 1]),
        "all zero": make_journal([0] * 90, changes=[{"night": 45, "medication": "a", "change": "start"}]),
        "a cramp every night": make_journal([1] * 90),
        "one huge night": make_journal([0] * 40 + [60] + [0] * 40),
        "cramps only, assumed": make_journal(
            [1, 0, 0] * 40 + [1], never_says_none=True, unlogged_assumed_cramp_free=True
        ),
        "cramps only, unknown": make_journal([1, None, None] * 40 + [1], never_says_none=True, changes=one),
        "a gap of a year": make_journal([1, 0, 2] * 20 + [None] * 365 + [0, 1] * 30),
        "forty changes": make_journal(
            clustered_counts(np.random.default_rng(1), 400),
            changes=[forty_changes(number) for number in range(40)],
        ),
        "no hydration": made_up_year(nights=120, seed=5),
    }


@pytest.mark.parametrize("name", list(journals()))
def test_the_data_follow_the_schema(name):
    """Oracle: ``review_schema.json`` by jsonschema, with no field but those described; JSON without NaN."""
    data = review(journals()[name]).to_dict()
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_the_schema_is_one_and_describes_every_field():
    """Oracle: the meta-schema; every property has a description of its own or that of what it refers to."""
    Draft202012Validator.check_schema(SCHEMA)

    def described(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for name, item in node.get("properties", {}).items():
                target = SCHEMA["$defs"][item["$ref"].split("/")[-1]] if "$ref" in item else item
                assert item.get("description") or target.get("description"), f"{path}/{name}"
            for name, item in node.items():
                described(item, f"{path}/{name}")
        elif isinstance(node, list):
            for item in node:
                described(item, path)

    described(SCHEMA, "")


# The names that other programs rely on.
NAMES = {
    "": "format journal frequency exposures medication_changes patterns completeness what_it_would_take "
    "warning_signs findings",
    "journal": "first_night last_night nights nights_logged cramp_nights cramps unlogged_assumed_cramp_free "
    "night_rule files",
    "journal/night_rule": "dates_mean decided_by",
    "journal/files": "name sha256 kind encoding delimiter date_order rows columns problems",
    "journal/files/rows": "read used repaired duplicate rejected",
    "journal/files/columns": "header field unit",
    "frequency": "overall recent trend cramp_nights_share cramps_per_cramp_night weeks",
    "frequency/overall": "nights cramps per_week low high",
    "frequency/recent": "current previous change",
    "frequency/recent/change": "ratio low high p_value",
    "frequency/weeks": "start nights cramps per_week low high",
    "exposures": "field question unit lag nights cramps crude adjusted q_value verdict reason levels "
    "nights_needed",
    "exposures/levels": "label from to nights cramps per_week low high",
    "medication_changes": "night medication generic drug_class change dose_before dose_after unit before "
    "after change_ratio usual_range date_rank caveats verdict reason nights_needed",
    "medication_changes/usual_range": "low high",
    "medication_changes/date_rank": "as_extreme of",
}


@pytest.mark.parametrize("path", list(NAMES))
def test_the_stable_names_are_there(path):
    """Oracle: the names as they are promised to other programs."""
    node = year().to_dict()
    for part in filter(None, path.split("/")):
        node = node[part]
        node = node[0] if isinstance(node, list) else node
    assert set(NAMES[path].split()) <= set(node)


def test_no_word_of_a_cell_is_in_the_data():
    """Oracle: a problem's cell and a rejected row are on screen only; the row, column and sentence are
    data."""
    secret = "slept at Anna's"
    receipt = Receipt(
        name="diary.csv",
        sha256="ab" * 32,
        kind="night diary",
        rows=Rows(read=1, used=1),
        columns=(Column("Water", "hydration", "mL"),),
        problems=(Problem(3, "Water", "this is no amount", "set_aside", cell=secret),),
    )
    data = review(replace(make_journal([1, 0]), receipts=(receipt,))).to_dict()
    assert secret not in json.dumps(data)
    assert data["journal"]["files"][0]["problems"] == [
        {"row": 3, "column": "Water", "problem": "this is no amount", "action": "set_aside"}
    ]


def test_numbers_are_those_of_the_objects_unrounded():
    """Oracle: the objects themselves."""
    found, data = year(), year().to_dict()
    assert data["frequency"]["overall"]["per_week"] == found.frequency.overall.per_week
    assert data["exposures"][0]["adjusted"]["low"] == found.exposures[0].adjusted.low
    assert data["medication_changes"][1]["change_ratio"]["p_value"] == (
        found.medication_changes[1].change_ratio.p_value
    )
    rolling = data["frequency"]["rolling_per_week"]
    assert rolling[0] is None
    assert rolling[-1] == found.frequency.rolling_per_week[-1]


def test_q_values_are_over_all_questions_of_the_review():
    """Oracle: Benjamini and Hochberg over every p-value, gathered here; changes of one night count once.

    No question is named, so that all are of the family.
    """
    found = review(made_up_year(), question="")
    results = [
        *((answer.adjusted.p_value, answer.q_value) for answer in found.exposures),
        *((change.change_ratio.p_value, change.q_value) for change in found.medication_changes),
        *((course.ratio.p_value, course.q_value) for course in found.courses),
        (found.frequency.recent.change.p_value, found.frequency.recent.q_value),
        (found.frequency.trend.per_28_nights.p_value, found.frequency.trend.q_value),
    ]
    expected = benjamini_hochberg([p_value for p_value, _ in results])
    assert [q_value for _, q_value in results] == pytest.approx(expected)
    assert sorted(p for p in found.p_values if p is not None) == sorted(
        p for p, _ in results if p is not None
    )
    assert len(results) > 15


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
    20 at most 4 (binomial, 1 in 400)."""
    carrying = 0
    for seed in range(20):
        random = np.random.default_rng(seed)
        fields = {"hydration": random.normal(1800, 400, 120), "stretching": random.random(120) < 0.4}
        changes = [{"night": 60, "medication": "a", "change": "start"}]
        counts = clustered_counts(random, 120, 4.0, sigma=0.7, rho=0.8)
        found = review(make_journal(counts, fields=fields, changes=changes))
        carrying += any(item.verdict in ("fewer_cramps", "more_cramps") for item in found.findings)
    assert carrying <= 4


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
    found = year()
    first, last = (found.journal.nights.index[end].date() for end in (0, -1))
    for item in found.warning_signs:
        if item.name != "blood_test_outside_range":
            assert all(first <= night <= last for night in item.nights)
    for change in found.medication_changes:
        assert change.before_to == change.night - timedelta(days=1)
        assert change.after_from == change.night


def test_a_treatment_is_one_question() -> None:
    """Oracle: by hand. Ten sessions can be compared day by day and make no course; six cannot, and do."""
    for sessions, courses_asked in ((range(100, 130, 3), 0), (range(100, 118, 3), 1)):
        had = np.isin(np.arange(240), list(sessions))
        counts = np.random.default_rng(1).poisson(0.5, 240).astype(float)
        found = review(make_journal(counts, fields={"electroanalgesia": had}))
        [by_day] = found.exposures
        assert (by_day.reason is None) == (courses_asked == 0)
        assert len(found.courses) == courses_asked
        assert len([p_value for p_value in found.p_values[:-2] if p_value is not None]) == 1


def test_the_labels_of_questions_have_their_dates_as_the_reader_has_them():
    """Oracle: the changes of the journal made here, its date said by hand."""
    journal = make_journal(
        [1.0] * 60, start="2025-01-01", changes=[{"night": 30, "medication": "Lasix", "change": "start"}]
    )
    [plain] = [label for key, label in questions(journal).items() if key.startswith("change:")]
    [said] = [label for key, label in questions(journal, day).items() if key.startswith("change:")]
    assert (plain, said) == ("Lasix: start, 2025-01-31", "Lasix: start, 31 January 2025")


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


def test_the_named_question_stands_by_its_own_interval():
    """Oracle: Benjamini and Hochberg over the p-values of all other questions; the rule p <= 0.05 for the
    named one, applied here."""
    journal = made_up_year()
    assert set(EACH_KIND) <= set(questions(journal))
    for key in EACH_KIND:
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


def test_without_a_choice_the_latest_change_with_28_logged_nights_after_it_is_named():
    """Oracle: nights counted by hand: 28 after the first change, 27 after the second."""
    changes = [
        {"night": 30, "medication": "one", "change": "start"},
        {"night": 60, "medication": "two", "change": "start"},
    ]
    journal = make_journal([0, 1, 0] * 29, changes=changes)
    assert len(journal.nights) == 87
    keys = list(questions(journal))
    assert review(journal).question == keys[0]
    assert review(make_journal([0, 1, 0] * 30, changes=changes)).question == keys[1]
    assert review(journal, question="").question == ""
    with pytest.raises(ValueError, match=keys[1]):
        review(journal, question="change:2000-01-01:three")


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
