"""On and off again: stretches by hand, known truths."""

from datetime import date, timedelta

import numpy as np
import pytest

from analysis.measures import arms, medications, treatments
from analysis.measures.medications import courses, medication_changes
from analysis.measures.model import fit_counts
from tests.journals import make_journal

START = date(2025, 1, 1)


def change(night, what, medication="quinine"):
    return {"night": night, "medication": medication, "generic": medication, "change": what}


def journal_with(on, changes=(), ratio=0.3, nights=240, seed=1, **more):
    counts = np.random.default_rng(seed).poisson(np.where(on, 0.9 * ratio, 0.9)).astype(float)
    return make_journal(counts, start=str(START), changes=list(changes), **more)


def night(place):
    return START + timedelta(days=place)


def test_start_stop_start_is_one_question():
    """Oracle: nights 60 to 119 and 180 on by hand; the truth of the simulation is 0.3."""
    place = np.arange(240)
    on = ((place >= 60) & (place < 120)) | (place >= 180)
    journal = journal_with(on, [change(60, "start"), change(120, "stop"), change(180, "start")])
    [found] = courses(journal)
    assert found.periods == ((night(60), night(119)), (night(180), night(239)))
    counts = journal.nights["cramps"].to_numpy()
    assert found.on.per_week == pytest.approx(7 * counts[on].mean())
    assert found.off.per_week == pytest.approx(7 * counts[~on].mean())
    assert found.ratio.low < 0.3 < found.ratio.high
    assert found.verdict == "fewer_cramps"
    chances = found.chances
    assert chances.fewer > 0.99
    assert chances.fewer >= chances.quarter_fewer >= chances.half_fewer > 0.5
    assert found.ratio.ratio < chances.ratio < 1


def test_a_single_start_is_no_course():
    """Oracle: one switch is a change, compared as before and after."""
    place = np.arange(240)
    assert courses(journal_with(place >= 100, [change(100, "start")])) == ()


def test_sessions_close_together_make_a_course_by_hand():
    """Oracle: sessions on 50, 57 and 64 and on 150: 50 to 70 and 150 to 156, seven nights from the last of
    each."""
    had = np.isin(np.arange(240), [50, 57, 64, 150])
    [found] = courses(journal_with(np.zeros(240, dtype=bool), fields={"electroanalgesia": had}))
    assert found.medication == "Electroanalgesia"
    assert found.periods == ((night(50), night(70)), (night(150), night(156)))
    assert found.on.nights == 28
    assert found.verdict == "no_clear_difference"


def test_sessions_that_were_compared_by_day_make_no_course():
    """Oracle: by definition, one question a treatment."""
    had = np.isin(np.arange(240), [50, 57, 64, 150])
    journal = journal_with(np.zeros(240, dtype=bool), fields={"electroanalgesia": had, "heat": had})
    [found] = courses(journal, answered_by_day={"electroanalgesia"})
    assert found.medication == "Heat"


def test_another_medicine_on_the_same_nights_takes_its_part():
    """Oracle: the truth of the simulation. Only the statin, on from 120, moves the rate; the sessions, nearly
    all of them after 120, do nothing."""
    place = np.arange(360)
    had = ((place >= 130) & (place < 330) & (place % 7 == 0)) | np.isin(place, [40, 47, 54])
    journal = journal_with(
        place >= 120, [change(120, "start", "statin")], nights=360, fields={"massage": had}, ratio=0.25
    )
    [found] = courses(journal)
    assert found.on.per_week < 0.7 * found.off.per_week
    assert found.ratio.low < 1 < found.ratio.high
    assert found.verdict == "no_clear_difference"


@pytest.mark.parametrize(
    ("sessions", "reason", "needed"),
    [
        (range(0, 240, 7), "one_level_only", None),
        ([100], "too_few_nights", 7),
    ],
)
def test_refusals_by_name_with_what_is_missing(sessions, reason, needed):
    """Oracle: weekly sessions throughout leave no night off; one session makes 7 nights of the 14 that are
    needed."""
    had = np.isin(np.arange(240), list(sessions))
    [found] = courses(journal_with(np.zeros(240, dtype=bool), fields={"heat": had}))
    assert (found.verdict, found.reason, found.nights_needed) == ("not_enough_data", reason, needed)
    assert found.ratio.ratio is None


def test_no_session_and_no_medicine_is_no_question():
    """Oracle: a column of no only asks nothing."""
    journal = journal_with(np.zeros(240, dtype=bool), fields={"heat": [False] * 240})
    assert courses(journal) == ()
    assert courses(make_journal([])) == ()


def test_a_course_carries_the_name_the_generic_and_the_class_of_its_medicine():
    """Oracle: by hand."""
    on = (np.arange(240) >= 60) & (np.arange(240) < 120)
    what = {"medication": "Qualaquin", "generic": "quinine", "drug_class": "antimalarial"}
    told = [change(60, "start") | what, change(120, "stop") | what]
    [found] = courses(journal_with(on, told))
    assert (found.medication, found.generic, found.drug_class) == ("Qualaquin", "quinine", "antimalarial")


def test_medicines_that_come_and_go_share_one_fit(monkeypatch):
    """Oracle: each medicine alone in a call, where nothing can be shared; three questions of three columns
    are one fit, and the ratio is the same."""
    place = np.arange(240)
    quinine, magnesium, vitamin = place // 60 % 2 == 1, place // 40 % 2 == 1, place // 50 % 2 == 1
    changes = [
        change(int(at), "start" if on[at] else "stop", name)
        for name, on in (("quinine", quinine), ("magnesium", magnesium), ("thiamine", vitamin))
        for at in np.flatnonzero(np.diff(on)) + 1
    ]
    journal = journal_with(quinine, sorted(changes, key=lambda one: one["night"]))
    fits = []

    def counted(*given, **named):
        fits.append(given[1])
        return fit_counts(*given, **named)

    monkeypatch.setattr(treatments, "fit_counts", counted)
    found = courses(journal)
    assert len(found) == 3
    assert len(fits) == 1
    taken = {"quinine": quinine, "magnesium": magnesium, "thiamine": vitamin}
    for course in found:
        on = taken[course.generic]
        others = [other for other in taken.values() if other is not on]
        alone = fit_counts(
            journal.nights["cramps"].to_numpy(),
            np.column_stack([on, *others]).astype(float),
            names=("on", "one", "two"),
            day_of_year=journal.nights.index.day_of_year.to_numpy(),
        ).ratio("on")
        assert course.ratio.ratio == pytest.approx(alone.ratio, rel=1e-3)
        assert (course.ratio.low, course.ratio.high) == pytest.approx((alone.low, alone.high), rel=1e-3)


def test_a_change_costs_two_fits(monkeypatch):
    """Oracle: one of its windows, one of the nights without the window after it for what would be usual."""
    place = np.arange(240)
    changes = [change(60, "start"), change(120, "stop"), change(180, "start")]
    journal = journal_with(place // 60 % 2 == 1, changes)
    fits = []

    def counted(*given, **named):
        fits.append(given[0])
        return fit_counts(*given, **named)

    for module in (arms, medications):
        monkeypatch.setattr(module, "fit_counts", counted)
    found = medication_changes(journal, arms.whole_fit(medications.nights_of(journal)))
    assert [one.reason for one in found] == [None] * 3
    assert len(fits) <= 2 * len(found) + 1


def test_the_days_of_sessions():
    """Oracle: by hand: massage on two nights, heat asked about and never given."""
    fields = {"massage": [True, False, True, None], "heat": [False] * 4}
    found = treatments.treatment_sessions(make_journal([0, 1, 0, 1], start=str(START), fields=fields))
    assert found == {"massage": (night(0), night(2))}
