"""Warning signs: the nights that show them, by hand."""

from datetime import date, timedelta

import pytest

from analysis.journal import Remark, read_journal
from analysis.measures.warning_signs import WarningSign, recent_signs, warning_signs
from tests.for_each import for_each
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


def test_a_sign_names_the_nights_whose_remark_holds_its_word_and_is_not_recorded_by_it():
    """Oracle: by hand. A word of swelling tells no side, so it may be of either kind; a night counts once."""
    remarks = [
        Remark("swelling", night(4), "left ankle swollen, foot swollen"),
        Remark("swelling", night(4), "swollen in the morning too"),
        Remark("swelling", night(1), "swollen"),
        Remark("redness", night(4), "left ankle red"),
    ]
    found = {item.name: item for item in warning_signs(journal_with([1] * 6), remarks)}
    named = {name: item.remark_nights for name, item in found.items() if item.remark_nights}
    assert named == {
        "swelling": (night(1), night(4)),
        "swelling_one_sided": (night(1), night(4)),
        "redness": (night(4),),
    }
    assert {found[name].status for name in named} == {"not_recorded"}
    assert not any(found[name].nights for name in named)


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


@for_each(
    ("cramps", "recorded", "weeks"),
    [
        # 28 nights, a cramp in three of the four weeks, at either end of a week; in two it is no sign.
        ([1] + [0] * 13 + [1] + [0] * 6 + [1] + [0] * 6, True, 3),
        ([0] * 6 + [1] + [0] * 6 + [1] + [0] * 13 + [1], True, 3),
        ([1] + [0] * 5 + [1] + [0] * 20 + [1], False, 2),
        ([1] * 28, True, 4),
        ([0] * 28, False, 0),
        # With 27 nights four weeks are not told; what lies before the last 28 nights does not count.
        ([1] * 27, False, 4),
        ([1] * 14 + [0] * 28, False, 0),
        ([1] * 21 + [0] * 14, False, 2),
        ([1] * 22 + [0] * 13, True, 3),
    ],
)
def test_the_last_four_weeks_counted_from_the_last_night(cramps, recorded, weeks):
    """Oracle: weeks of seven nights back from the last one, by hand."""
    found = sign("ongoing", journal_with(cramps))
    assert (found.status == "recorded") == recorded
    assert dict(found.detail) == {"weeks": weeks, "of": 4}
    assert found.asked_nights == min(len(cramps), 28)
    if recorded:
        last = len(cramps) - 28
        assert found.nights == tuple(night(at) for at, count in enumerate(cramps) if count and at >= last)


@pytest.mark.parametrize(
    ("name", "field", "values", "shown"),
    [
        ("severe_pain", "severity", [6.9, 7.0, 8.0, None], [1, 2]),
        ("severe_pain", "severity", [6.0, 2.0, None, None], []),
        ("long_cramp", "duration", [10.0, 10.5, 30.0, None], [1, 2]),
        ("long_cramp", "duration", [10.0, None, 1.0, 2.0], []),
    ],
)
def test_pain_and_length_from_their_threshold(name, field, values, shown):
    """Oracle: 7 of 10 or more, more than 10 minutes; each night once, with the most of all cramps."""
    rows = [{"night": at, field: value} for at, value in enumerate(values)] + [{"night": 3}]
    found = sign(name, journal_with([1, 1, 1, 2], cramp_rows=rows))
    assert found.nights == tuple(night(at) for at in shown)
    assert found.asked_nights == sum(value is not None for value in values)
    told = [value for value in values if value is not None]
    assert found.detail == ((("most", max(told)),) if shown else ())


@pytest.mark.parametrize(
    ("fields", "cramps", "shown", "asked"),
    [
        # A cramp, a bad night (awake, under six hours, or woken) and fatigue of 4 or more.
        ({"fatigue": [4, 4, 3, 4], "sleep": [5.9, 6.0, 5.0, 5.0]}, [1, 1, 1, 0], [0], 4),
        ({"fatigue": [4, 9, 4, None], "awake": [1, 0, None, 5]}, [1, 1, 1, 1], [0], 2),
        (
            {"fatigue": [4, 4, 4, 4], "awake": [0, 0, 0, 1], "sleep": [None, 4, 8, None]},
            [1, 1, 1, 1],
            [1, 3],
            4,
        ),
        ({"sleep": [1, 1, 1, 1]}, [1, 1, 1, 1], [], 0),
        ({"fatigue": [9, 9, 9, 9]}, [1, 1, 1, 1], [], 0),
    ],
)
def test_a_bad_night_with_a_cramp_and_a_tired_day(fields, cramps, shown, asked):
    """Oracle: by hand."""
    found = sign("sleep_and_fatigue", journal_with(cramps, fields=fields))
    assert (found.nights, found.asked_nights) == (tuple(night(at) for at in shown), asked)


def test_a_cramp_that_woke_is_a_bad_night():
    """Oracle: by hand: the first woke, the second did not, of the third nobody says."""
    rows = [{"night": 0, "woke": True}, {"night": 1, "woke": False}, {"night": 2, "woke": None}]
    journal = journal_with([1, 1, 1], cramp_rows=rows, fields={"fatigue": [5, 5, 5]})
    found = sign("sleep_and_fatigue", journal)
    assert (found.nights, found.asked_nights) == ((night(0),), 2)


@pytest.mark.parametrize(
    ("sides", "swelling", "shown", "named"),
    [
        (["left", "right", "both", None], None, [0, 1], ["left", "right"]),
        (["left", "left", None, None], [True, False, True, None], [0], ["left"]),
        (["right", None, None, None], [None, None, None, None], [0], ["right"]),
        (["both", None, None, None], [True, None, None, None], [], []),
    ],
)
def test_swelling_of_one_side_by_hand(sides, swelling, shown, named):
    """Oracle: one side named, and the swelling not denied."""
    fields = {"swelling_side": sides} | ({} if swelling is None else {"swelling": swelling})
    found = sign("swelling_one_sided", journal_with([1] * 4, fields=fields))
    assert found.nights == tuple(night(at) for at in shown)
    assert found.detail == tuple(("side", side) for side in named)
    assert found.asked_nights == sum(side is not None for side in sides)


def test_results_outside_their_range_the_latest_first_and_a_later_one_inside():
    """Oracle: by hand: both ends of a range are inside it; without a range nothing is outside."""

    def result(day, test, value, low=3.5, high=5.0):
        return {"date": day, "test": test, "result": value, "unit": "mmol/l", "low": low, "high": high}

    told = [
        result(0, "potassium", 3.4),
        result(5, "potassium", 3.5),
        result(1, "magnesium", 5.1),
        result(2, "sodium", 1.0, None, None),
        result(3, "calcium", 5.0),
        result(4, "iron", 9.0, None, 5.0),
        result(4, "zinc", 1.0, 2.0, None),
        result(6, "ck", None),
    ]
    found = [
        s
        for s in warning_signs(journal_with([0] * 10, measurements=told))
        if s.name == "blood_test_outside_range"
    ]
    assert [(s.nights, dict(s.detail)["test"]) for s in found] == [
        ((night(4),), "iron"), ((night(4),), "zinc"), ((night(1),), "magnesium"), ((night(0),), "potassium"),
    ]  # fmt: skip
    assert dict(found[3].detail) == {
        "test": "potassium", "result": 3.4, "unit": "mmol/l", "low": 3.5, "high": 5.0, "last": 3.5,
    }  # fmt: skip
    assert "last" not in dict(found[2].detail)
    assert {s.asked_nights for s in found} == {6}


def test_a_sign_of_the_last_ninety_nights_is_recent():
    """Oracle: the 90th night back is recent, the 91st is not; what is not recorded is neither."""

    def shown(place, name="redness", detail=()):
        return WarningSign(name, "recorded", (night(0), night(place)), 3, detail)

    edge, old = shown(11), shown(10)
    none = WarningSign("weakness", "not_recorded", (), 0)
    settled = shown(50, "blood_test_outside_range", (("last", 4.0),))
    assert recent_signs([edge, old, none, settled], night(100)) == ((edge,), (old, settled))


@pytest.mark.parametrize(
    ("header", "rows", "detail"),
    [
        ("Cramps", ("bad", "0", "terrible"), {"most": 9.0, "in_words": 2.0}),
        ("Cramps,Pain", ("1,severe", "0,", "1,9"), {"most": 9.0, "in_words": 1.0}),
        ("Cramps,Pain", ("1,mild", "0,", "1,9"), {"most": 9.0}),
        ("Cramps,Pain", ("1,8", "0,", "1,9"), {"most": 9.0}),
    ],
)
def test_severe_pain_says_on_how_many_nights_it_was_a_word(header, rows, detail):
    """Oracle: the words counted by hand; bad stands for 8 and terrible for 9."""
    text = "\n".join([f"Date,{header}", *(f"2025-03-0{at},{row}" for at, row in enumerate(rows, start=1))])
    assert dict(sign("severe_pain", read_journal([("d.csv", text.encode())])).detail) == detail
