"""What is asked of the changes of a journal: single changes, courses of doses, switches, short pauses."""

from datetime import date, timedelta

import numpy as np
import pytest

from analysis.measures import asked_changes, medication_changes, spell_rates, with_now
from analysis.measures.asked_changes import MOST_BETWEEN_STEPS, SHORT_PAUSE, ChangeStep, _goes_on
from analysis.review import review
from tests.for_each import for_each
from tests.journals import make_journal

START = date(2025, 1, 1)


def told(night, change, dose=None, generic="gabapentin", drug_class="gabapentinoid"):
    return {"night": night, "medication": generic.title(), "generic": generic, "drug_class": drug_class,
            "change": change, "dose": dose, "unit": "mg"}  # fmt: skip


def journal_with(*changes, counts=None, nights=240):
    if counts is None:
        counts = np.random.default_rng(2).poisson(0.6, nights).astype(float)
    return make_journal(counts, start=str(START), changes=changes)


def night(place):
    return START + timedelta(days=place)


TAPER = (
    told(100, "decrease", 400.0),
    told(110, "decrease", 200.0),
    told(124, "decrease", 100.0),
    told(130, "stop"),
)


def test_a_taper_is_one_course():
    """By hand: four steps at most 14 nights apart: 100 nights before the first, 110 after the last; the
    thirty between belong to neither."""
    [found] = medication_changes(journal_with(*TAPER))
    assert (found.night, found.until, found.change) == (night(100), night(130), "stop")
    assert [step.change for step in found.steps] == ["decrease", "decrease", "decrease", "stop"]
    assert (found.before_to, found.after_from) == (night(99), night(130))
    assert (found.before.nights, found.after.nights) == (100, 110)
    assert "overlapping_change" not in found.caveats


def test_steps_further_apart_or_the_other_way_are_changes_of_their_own():
    """By hand: 15 nights apart, and a rise after a fall."""
    apart = journal_with(told(100, "decrease", 400.0), told(115, "decrease", 200.0))
    assert [one.night for one in asked_changes(apart)] == [night(100), night(115)]
    back = journal_with(told(100, "decrease", 400.0), told(110, "increase", 600.0))
    assert len(asked_changes(back)) == 2
    again = journal_with(told(100, "stop"), told(110, "start", 300.0))
    assert len(asked_changes(again)) == 2


def test_doses_of_a_course_are_those_at_its_ends():
    """By hand: started at 100, a week later 200, a week later 300."""
    [up] = medication_changes(
        journal_with(told(100, "start", 100.0), told(107, "increase", 200.0), told(114, "increase", 300.0))
    )
    assert (up.change, up.dose_before, up.dose_after) == ("start", None, 300.0)
    first, down = medication_changes(journal_with(told(20, "start", 600.0), *TAPER[:2]))
    assert (down.change, down.dose_before, down.dose_after) == ("decrease", 600.0, 200.0)
    assert first.until == first.night


@pytest.mark.parametrize("other", [(95, "start"), (135, "stop"), (115, "start")])
def test_another_change_within_a_course_or_beside_it_is_a_caveat(other):
    """By hand: a change of another medicine on a night before, between and after the steps."""
    found = medication_changes(journal_with(*TAPER, told(*other, generic="quinine", drug_class="quinine")))
    assert "overlapping_change" in next(one for one in found if one.steps).caveats


@pytest.mark.parametrize("nights_between", [-3, 0, 5])
def test_a_switch_within_a_class_is_one_change_and_named(nights_between):
    """By hand: one statin ends and another begins on the same night or a few beside it."""
    old = told(100, "stop", generic="simvastatin", drug_class="statin")
    new = told(100 + nights_between, "start", 10.0, generic="rosuvastatin", drug_class="statin")
    [found] = medication_changes(journal_with(old, new))
    assert (found.medication, found.switched_from, found.change) == ("Rosuvastatin", "Simvastatin", "start")
    assert (found.night, found.until) == (
        night(100 + min(nights_between, 0)),
        night(100 + max(nights_between, 0)),
    )
    assert "same_night_change" not in found.caveats


def test_no_switch_between_classes_or_where_two_could_be_meant():
    stop = told(100, "stop", generic="simvastatin", drug_class="statin")
    other = told(100, "start", 40.0, generic="furosemide", drug_class="loop diuretic")
    found = medication_changes(journal_with(stop, other))
    assert [one.switched_from for one in found] == [None, None]
    assert all("same_night_change" in one.caveats for one in found)
    two = [
        told(100, "start", 10.0, generic=name, drug_class="statin")
        for name in ("rosuvastatin", "pravastatin")
    ]
    assert [one.switched_from for one in medication_changes(journal_with(stop, *two))] == [None] * 3


def test_before_and_after_a_short_pause():
    """By hand: nine nights without it: 100 nights before against 131 after; a pause of 20 nights is asked by
    itself."""
    [found] = medication_changes(journal_with(told(100, "pause"), told(109, "resume", 300.0)))
    assert (found.change, found.before.nights, found.after.nights) == ("pause", 100, 131)
    assert len(medication_changes(journal_with(told(100, "pause"), told(120, "resume", 300.0)))) == 2


def test_the_spell_after_a_pause_stands_against_the_one_before_it():
    """By hand: 100 nights before and 100 after a pause of 40, a cramp every second night and every fourth."""
    counts = np.where(np.arange(240) < 140, np.arange(240) % 2 == 0, np.arange(240) % 4 == 0).astype(float)
    journal = journal_with(
        told(0, "start", 300.0), told(100, "pause"), told(140, "resume", 300.0), counts=counts
    )
    before, after = spell_rates(journal)
    assert (before.rate.cramps, after.rate.cramps) == (50, 25)
    assert after.to_spell_before is not None
    assert 0.35 < after.to_spell_before.ratio.ratio < 0.7  # in truth 0.5
    assert after.to_spell_before.ratio.p_value is None  # outside the family


def test_the_steps_of_a_course_are_one_question_of_the_family():
    """By hand: the key is that of the first step, and one p-value stands for all."""
    found = review(journal_with(*TAPER), question="")
    assert len(found.medication_changes) == 1
    assert (
        sum(p is not None for p in found.p_values)
        == sum(p is not None for p in review(journal_with(), question="").p_values) + 1
    )
    named = review(journal_with(*TAPER), question="change:2025-04-11:gabapentin")
    assert named.medication_changes[0].q_value is None


def test_without_a_direction_nothing_is_asked_again():
    journal = journal_with(told(120, "start", 300.0))
    assert with_now(medication_changes(journal), journal)[0].now is None


@for_each(
    ("before", "change", "nights", "goes_on"),
    [
        ("increase", "increase", 14, True),
        ("start", "increase", 14, True),
        ("decrease", "stop", 14, True),
        ("increase", "start", 14, False),  # what is started anew had ended, though nobody said so
        ("stop", "stop", 14, False),
        ("stop", "decrease", 14, False),
        ("increase", "decrease", 14, False),
        ("increase", "increase", 0, False),
        ("increase", "increase", MOST_BETWEEN_STEPS, True),
        ("increase", "increase", MOST_BETWEEN_STEPS + 1, False),
        ("pause", "resume", SHORT_PAUSE - 1, True),
        ("pause", "resume", SHORT_PAUSE, False),
        ("resume", "pause", 3, False),
    ],
)
def test_which_step_goes_on_from_the_one_before(before, change, nights, goes_on):
    """Oracle: by hand: the same way, not after an end, and within the nights that are allowed."""
    first, second = (
        ChangeStep(night(at), "Gabapentin", "gabapentin", None, what, None, None, "mg")
        for at, what in ((10, before), (10 + nights, change))
    )
    assert _goes_on(first, second) is goes_on
