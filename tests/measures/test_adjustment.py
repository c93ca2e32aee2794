"""The joint model: what is in it, what is left out, and curves that speak of the nights of the levels."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.measures.adjustment import _not_recorded, column_at, joint_fit
from analysis.measures.exposures import exposures
from analysis.measures.model import standardised_curve
from analysis.measures.questions import declared_questions
from analysis.measures.windows import nights_of
from tests.journals import made_up_year, make_journal


def asked_of(journal):
    nights = nights_of(journal)
    return nights, declared_questions(journal, nights)


def test_a_column_at_a_value_by_hand():
    """Oracle: 1.5 steps of 500 mL are 750 mL; 90 minutes are 2 steps of 30 above a usual of 30, and none
    below."""
    journal = make_journal([0, 1] * 20, fields={"hydration": [1500.0] * 40, "activity": [30.0] * 40})
    _, (fluid, above, below) = asked_of(journal)
    assert column_at(fluid, np.array([750.0])) == pytest.approx([1.5])
    assert column_at(above, np.array([90.0, 10.0])) == pytest.approx([2, 0])
    assert column_at(below, np.array([90.0, 15.0])) == pytest.approx([0, 0.5])


def test_others_leave_the_model_where_cramps_are_few():
    """Oracle: five cramps a column, so 12 cramps hold two columns: the one that is asked, and one other."""
    rng = np.random.default_rng(1)
    counts = np.zeros(120)
    counts[::10] = 1
    fields = {name: rng.uniform(0, 6, 120) for name in ("caffeine", "alcohol", "standing", "sitting")}
    journal = make_journal(counts, fields=fields)
    nights, questions = asked_of(journal)
    assert joint_fit(journal, nights, questions[:1], questions[1:]).adjusted_for == ("alcohol",)
    assert joint_fit(journal, nights, questions[:1], questions[1:], cramps_a_column=1).adjusted_for == (
        "alcohol",
        "standing",
        "sitting",
    )


def test_a_curve_is_the_mean_of_the_nights_had_all_been_alike():
    """Oracle: the sum over the nights written out, with the coefficients of the most probable clustering:
    every night's own rate, its fluid replaced, the rest as it was. The interval holds the middle."""
    journal = made_up_year(3)
    nights, questions = asked_of(journal)
    fluid = next(question for question in questions if question.name == "hydration")
    others = [question for question in questions if question.name in ("activity_above_usual", "stretching")]
    joint = joint_fit(journal, nights, [fluid], others)
    values = np.array([1000.0, 2000.0])
    known = nights.logged & ~np.isnan(fluid.values)
    middle, low, high = standardised_curve(joint.fit, joint.columns_at(fluid, values), known)
    data, mode = joint.fit.data, joint.fit.modes[int(joint.fit.weights.argmax())]
    rows = data.columns[known].copy()
    per_cramp = data.counts[known].sum() / np.exp(rows @ mode.beta).sum()
    by_hand = []
    for value in values / 500:
        rows[:, 1] = (value - joint.fit.centre[0]) / joint.fit.scale[0]
        by_hand.append(7 * per_cramp * np.exp(rows @ mode.beta).mean())
    assert middle == pytest.approx(by_hand, rel=0.05)
    assert (low < middle).all()
    assert (middle < high).all()
    assert middle[1] / middle[0] == pytest.approx(joint.fit.ratio("0").ratio ** 2, rel=0.03)


def test_over_the_nights_a_curve_gives_their_own_rate():
    """Oracle: nights spread evenly from 1 to 3 L, so the curve's mean is the rate of all nights, by hand.
    Activity moves the rate strongly: a curve at its mean would lie a quarter below."""
    rng = np.random.default_rng(2)
    fluid, activity = rng.uniform(1000, 3000, 600), rng.exponential(60, 600).clip(0, 240)
    rate = 0.35 * np.exp(0.35 * np.maximum(activity - 42, 0) / 30 - 0.2 * (fluid - 2000) / 500)
    counts = rng.poisson(rate)
    journal = make_journal(counts, fields={"hydration": fluid, "activity": activity})
    [found] = [answer for answer in exposures(journal) if answer.question == "hydration"]
    assert np.mean([point.per_week for point in found.curve]) == pytest.approx(7 * counts.mean(), rel=0.05)
    assert found.curve[0].per_week / found.curve[-1].per_week > 1.5


def test_what_is_not_recorded_is_a_column_where_it_is_on_enough_nights_and_each_once():
    """Oracle: by hand: of 60 nights two are not known on the same 20, one on 5, one on 55, one on none."""
    known = np.ones(60)
    without = [np.where(np.arange(60) < missing, np.nan, known) for missing in (20, 20, 5, 0, 55)]
    journal = make_journal([1, 0] * 30, fields={"hydration": np.arange(60.0)})
    [asked] = asked_of(journal)[1][:1]
    questions = [replace(asked, column=column) for column in without]
    logged = np.ones(60, dtype=bool)
    [found] = _not_recorded(questions, logged, 14)
    assert found.tolist() == [1.0] * 20 + [0.0] * 40
    assert [column.sum() for column in _not_recorded(questions, logged, 5)] == [20, 5, 55]
    assert _not_recorded(questions, np.arange(60) >= 20, 14) == []
