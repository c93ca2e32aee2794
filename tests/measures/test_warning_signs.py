"""Warning signs: the nights that show them, by hand."""

from datetime import date, timedelta

import pytest

from analysis.measures.warning_signs import WarningSign, recent_signs, warning_signs
from tests.journals import make_journal

START = date(2025, 1, 1)


def night(place):
    return START + timedelta(days=place)


def journal_with(cramps, **more):
    return make_journal(cramps, start=str(START), **more)


def sign(name, journal):
    return next(found for found in warning_signs(journal) if found.name == name)


def test_every_sign_is_listed_and_the_recorded_come_first():
    """Oracle: the list of signs; a journal of nothing records none and answers no."""
    found = warning_signs(journal_with([0] * 5))
    assert {item.name for item in found} == {
        "ongoing", "severe_pain", "weakness", "swelling", "swelling_one_sided", "redness", "numbness",
        "sleep_and_fatigue", "long_cramp", "blood_test_outside_range",
    }  # fmt: skip
    assert {item.status for item in found} == {"not_recorded"}
    told = warning_signs(journal_with([0] * 5, fields={"redness": [None, True, None, None, False]}))
    assert (told[0].name, told[0].status, told[0].nights, told[0].asked_nights) == (
        "redness",
        "recorded",
        (night(1),),
        2,
    )


@pytest.mark.parametrize("name", ["weakness", "swelling", "redness", "numbness"])
def test_a_no_is_not_a_sign(name):
    """Oracle: asked on three nights, never answered with yes: not recorded, which is not the same as never
    asked."""
    found = sign(name, journal_with([0] * 4, fields={name: [False, False, None, False]}))
    assert (found.status, found.nights, found.asked_nights) == ("not_recorded", (), 3)


def test_severe_pain_from_7_and_a_cramp_of_more_than_10_minutes():
    """Oracle: the cut points of PMID 7659417 (7 to 10) and of the definition of a leg cramp (up to 10
    minutes)."""
    rows = [
        {"night": 0, "severity": 6.9, "duration": 10.0},
        {"night": 1, "severity": 7.0, "duration": 10.5},
        {"night": 1, "severity": 9.0},
        {"night": 2},
    ]
    journal = journal_with([1, 2, 1], cramp_rows=rows)
    severe, long = sign("severe_pain", journal), sign("long_cramp", journal)
    assert (severe.nights, severe.asked_nights, dict(severe.detail)) == ((night(1),), 2, {"most": 9.0})
    assert (long.nights, dict(long.detail)) == ((night(1),), {"most": 10.5})


def test_ongoing_needs_three_of_the_last_four_weeks():
    """Oracle: counted back from the last night; weeks 1, 2 and 4 before the end, or only 1 and 2."""
    three, two = [0] * 60, [0] * 60
    for place in (59, 50, 35):
        three[place] = 1
    for place in (59, 50, 31):
        two[place] = 1
    found = sign("ongoing", journal_with(three))
    assert (found.status, found.nights) == ("recorded", (night(35), night(50), night(59)))
    assert dict(found.detail) == {"weeks": 3.0, "of": 4.0}
    assert sign("ongoing", journal_with(two)).status == "not_recorded"
    assert sign("ongoing", journal_with([1] * 20)).status == "not_recorded"


def test_sleep_and_fatigue_need_a_cramp_a_bad_night_and_a_tired_day():
    """Oracle: by hand. Only night 0 has all three; the others lack the cramp, the fatigue and the disrupted
    sleep."""
    journal = journal_with(
        [1, 0, 1, 1],
        fields={"awake": [20.0, 30.0, 15.0, 0.0], "fatigue": [6.0, 8.0, 1.0, 9.0], "sleep": [7.0, 7, 7, 8]},
    )
    found = sign("sleep_and_fatigue", journal)
    assert (found.nights, found.asked_nights) == ((night(0),), 4)
    woken = journal_with(
        [1, 1],
        fields={"fatigue": [6.0, 6.0]},
        cramp_rows=[{"night": 0, "woke": True}, {"night": 1, "woke": False}],
    )
    assert sign("sleep_and_fatigue", woken).nights == (night(0),)


def test_swelling_of_one_side_is_a_sign_of_its_own():
    """Oracle: left alone is one-sided, both is not; a side beside a no is no swelling."""
    journal = journal_with(
        [0] * 4,
        fields={"swelling": [True, True, False, None], "swelling_side": ["left", "both", "right", None]},
    )
    found = sign("swelling_one_sided", journal)
    assert (found.nights, found.asked_nights, found.detail) == ((night(0),), 3, (("side", "left"),))
    assert sign("swelling", journal).nights == (night(0), night(1))


def test_blood_tests_are_held_to_the_range_in_the_file_only():
    """Oracle: by hand. 3.2 is below 3.5; 3.5 is inside; a result without a range is never judged."""
    potassium = {"test": "potassium", "unit": "mmol/L", "low": 3.5, "high": 5.1}
    journal = journal_with(
        [0] * 30,
        measurements=[
            {"date": 3, "result": 3.2, **potassium},
            {"date": 20, "result": 5.4, **potassium},
            {"date": 9, "result": 3.5, **potassium},
            {"date": 9, "test": "magnesium", "result": 0.1, "unit": "mmol/L"},
            {"date": 12, "test": "CK", "result": 900.0, "unit": "U/L", "high": 200.0},
        ],
    )
    found = [item for item in warning_signs(journal) if item.name == "blood_test_outside_range"]
    assert [item.nights for item in found] == [(night(20),), (night(12),), (night(3),)]
    assert dict(found[2].detail) == {
        "test": "potassium",
        "result": 3.2,
        "unit": "mmol/L",
        "low": 3.5,
        "high": 5.1,
    }
    assert dict(found[1].detail)["low"] is None
    assert found[0].asked_nights == 4


def test_an_empty_journal_records_nothing():
    """Oracle: no night, no sign."""
    assert {item.status for item in warning_signs(make_journal([]))} == {"not_recorded"}


def test_recent_signs_stand_apart_and_the_last_blood_result_decides() -> None:
    """Oracle: 200 nights; swelling on the 2nd and weakness on the last; potassium low, then within its range,
    sodium within, then low.
    """
    nights = 200
    swelling = [place == 1 for place in range(nights)]
    weakness = [place == nights - 1 for place in range(nights)]
    potassium = {"test": "potassium", "unit": "mmol/L", "low": 3.5, "high": 5.3}
    sodium = {"test": "sodium", "unit": "mmol/L", "low": 135.0, "high": 145.0}
    journal = make_journal(
        [1.0] * nights,
        fields={"swelling": swelling, "weakness": weakness},
        measurements=[
            {**potassium, "date": 150, "result": 3.1},
            {**potassium, "date": 190, "result": 4.0},
            {**sodium, "date": 150, "result": 140.0},
            {**sodium, "date": 190, "result": 131.0},
        ],
    )
    signs = warning_signs(journal)
    recent, older = recent_signs(signs, journal.nights.index[-1].date())

    def named(found: tuple[WarningSign, ...]) -> set[str]:
        return {str(dict(sign.detail).get("test", sign.name)) for sign in found}

    assert named(recent) == {"weakness", "sodium", "ongoing"}
    assert named(older) == {"swelling", "potassium"}
    (low,) = (sign for sign in older if sign.name == "blood_test_outside_range")
    assert dict(low.detail)["last"] == 4.0
