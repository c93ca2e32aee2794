"""When, where, how bad, how long, with what: counts by hand and scipy's circular mean."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import circmean

from analysis import read_journal
from analysis.measures.patterns import hour_of_night, patterns
from tests.journals import make_journal


def onsets(*clock_times):
    return pd.Series(pd.to_datetime([f"2025-01-07 {clock}" for clock in clock_times]).as_unit("us"))


def hours_of(stamps):
    """Each cramp in a night of its own."""
    return hour_of_night(stamps, pd.Series(range(len(stamps)), index=stamps.index))


def test_mean_time_output_against_scipy():
    """Oracle: ``scipy.stats.circmean`` over a circle of 24 hours."""
    random = np.random.default_rng(1)
    minutes = (1440 + random.normal(20, 150, 80)).astype(int) % 1440
    times = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in minutes]
    found = hours_of(onsets(*times))
    assert found.circular_mean == pytest.approx(circmean(minutes / 60, high=24))
    assert sum(found.cramps) == found.timed == 80


def test_cramps_by_day_are_counted_by_hand():
    """Oracle: by hand; ten in the morning is day, six in the evening no longer."""
    assert hours_of(onsets("09:59", "10:00", "14:30", "17:59", "18:00", "03:00")).by_day == 3


def test_the_mean_of_before_and_after_midnight_is_midnight():
    """Oracle: by hand; the plain mean of these clock times would be noon."""
    found = hours_of(onsets("23:00", "23:30", "00:00", "00:30", "01:00"))
    assert found.circular_mean % 24 == pytest.approx(0, abs=1e-9) or found.circular_mean == pytest.approx(24)
    assert found.mean_low > 23
    assert found.mean_high < 1


def test_turning_the_clock_turns_the_mean_and_its_interval():
    """Oracle: invariance; three hours later is three hours later, also across midnight."""
    times = ["20:10", "21:40", "22:05", "22:50", "23:35", "21:15"]
    later = ["23:10", "00:40", "01:05", "01:50", "02:35", "00:15"]
    here, there = hours_of(onsets(*times)), hours_of(onsets(*later))
    for name in ("circular_mean", "mean_low", "mean_high"):
        assert (getattr(there, name) - getattr(here, name)) % 24 == pytest.approx(3)
    assert there.resultant_length == pytest.approx(here.resultant_length)


@pytest.mark.slow
def test_the_interval_of_the_mean_time_holds():
    """Oracle: the truth of the simulation. Of 300 sets of 40 times around 02:00, 95 % give or take 3.5 hold
    it; where each time stands for several cramps of a night, the next test has it at every run."""
    random = np.random.default_rng(3)
    held = 0
    for _ in range(300):
        hours = random.vonmises(2 * np.pi / 12, 2.0, 40) * 12 / np.pi % 24
        stamps = pd.Timestamp("2025-01-07") + pd.to_timedelta((hours * 60).round(), unit="min")
        found = hours_of(pd.Series(stamps))
        held += (2 - found.mean_low) % 24 < (found.mean_high - found.mean_low) % 24
    assert 0.915 < held / 300 < 0.985


def test_the_interval_holds_where_cramps_of_a_night_come_together():
    """Oracle: the truth of the simulation. Of 300 journals of 40 nights around 02:00 with three cramps each
    within half an hour of the night's own time, 95 % give or take 3.5 hold it."""
    random = np.random.default_rng(4)
    held = 0
    for _ in range(300):
        hours = np.repeat(random.vonmises(2 * np.pi / 12, 2.0, 40) * 12 / np.pi, 3)
        hours = (hours + random.normal(0, 0.5, 120)) % 24
        stamps = pd.Series(pd.Timestamp("2025-01-07") + pd.to_timedelta((hours * 60).round(), unit="min"))
        found = hour_of_night(stamps, pd.Series(np.repeat(np.arange(40), 3)))
        held += (2 - found.mean_low) % 24 < (found.mean_high - found.mean_low) % 24
    assert 0.915 < held / 300 < 0.985


def test_a_night_of_many_cramps_counts_as_one_by_hand():
    """Oracle: four nights at 01:00 and one with twenty cramps at 03:00; by nights the mean lies at 01:23
    (arctan of (4 sin 15° + sin 45°) / (4 cos 15° + cos 45°) is 20.87°, an hour every 15°)."""
    found = hour_of_night(onsets(*["01:00"] * 4, *["03:00"] * 20), pd.Series([0, 1, 2, 3, *[4] * 20]))
    assert found.circular_mean == pytest.approx(20.87 / 15, abs=0.01)
    assert (found.timed, found.timed_nights) == (24, 5)
    assert hour_of_night(onsets(*["03:00"] * 20), pd.Series([1] * 20)).circular_mean is None


def test_times_all_around_the_clock_have_no_interval_and_few_have_no_mean():
    """Oracle: four opposite times, twice, point nowhere; four times are fewer than five."""
    around = hours_of(onsets(*["00:00", "06:00", "12:00", "18:00"] * 2))
    assert around.resultant_length == pytest.approx(0, abs=1e-9)
    assert around.mean_low is None
    assert hours_of(onsets("01:00", "02:00", "03:00", "04:00")).circular_mean is None


def test_hours_run_from_noon_to_noon_by_hand():
    """Oracle: 23:59 is in the hour 23, 00:00 in the hour 0, eleven places after noon's and twelve."""
    found = hours_of(pd.concat([onsets("23:59", "00:00", "11:30"), pd.Series([pd.NaT])], ignore_index=True))
    assert (found.hours[0], found.hours[11], found.hours[12], found.hours[-1]) == (12, 23, 0, 11)
    assert (found.cramps[11], found.cramps[12], found.cramps[-1]) == (1, 1, 1)
    assert (found.timed, found.untimed) == (3, 1)


def test_the_last_night_of_each_hour_by_hand():
    """Oracle: two o'clock came on the nights of 2 and 4 March, half past eleven on that of 5 March; the last
    cramp has no time."""
    text = "Night of,Cramps,Time\n2025-03-02,1,02:10\n2025-03-04,1,02:50\n2025-03-05,1,23:30\n2025-03-06,1,\n"
    found = patterns(read_journal([("diary.csv", text.encode())])).hour_of_night
    told = {hour: night for hour, night in zip(found.hours, found.last_nights, strict=True) if night}
    assert told == {2: date(2025, 3, 4), 23: date(2025, 3, 5)}


def test_places_by_hand():
    """Oracle: counted; a cramp that tells neither muscle nor side is in no place."""
    rows = [
        {"night": 0, "muscle": "calf", "side": "left"},
        {"night": 0, "muscle": "calf", "side": "left"},
        {"night": 1, "muscle": "calf", "side": "right"},
        {"night": 1, "muscle": "foot"},
        {"night": 1},
    ]
    found = patterns(make_journal([2, 3], cramp_rows=rows)).places
    assert [(place.muscle, place.side, place.cramps) for place in found] == [
        ("calf", "left", 2),
        ("calf", "right", 1),
        ("foot", None, 1),
    ]


def test_severity_by_month_by_hand():
    """Oracle: 3, 5 and 9 in January, 4 in February; quartiles of three numbers."""
    rows = [
        {"night": day, "severity": severity} for day, severity in ((0, 3.0), (1, 9.0), (2, 5.0), (40, 4.0))
    ]
    rows.append({"night": 3})
    found = patterns(make_journal([1] * 4 + [0] * 36 + [1], start="2025-01-01", cramp_rows=rows)).severity
    assert (found.recorded, found.missing, found.median) == (4, 1, 4.5)
    assert (found.largest, found.largest_night) == (9, date(2025, 1, 2))
    assert found.largest_last_night == date(2025, 1, 2)
    january, february = found.months
    assert (january.lower_quartile, january.median, january.upper_quartile) == (4, 5, 7)
    assert (february.start, february.recorded, february.median) == (date(2025, 2, 1), 1, 4)


def test_symptoms_and_relief_by_hand():
    """Oracle: counted. Stretching was used three times and answered twice, helping once; a cramp without a
    word counts for neither."""
    rows = [
        {
            "night": 0,
            "symptoms": "pain; tightness",
            "relief": "stretching; heat",
            "relief_helped": True,
            "duration": 2.0,
        },
        {"night": 1, "symptoms": "Pain", "relief": "Stretching", "relief_helped": False, "duration": 4.0},
        {"night": 2, "relief": "stretching", "duration": 9.0},
        {"night": 3, "relief": "walking", "relief_helped": True, "duration": 6.0},
        {"night": 4, "duration": 30.0},
    ]
    found = patterns(make_journal([1] * 5, cramp_rows=rows))
    assert {(item.name, item.count, item.of) for item in found.symptoms} == {
        ("pain", 2, 2),
        ("tightness", 1, 2),
    }
    stretching = found.relief[0]
    assert (stretching.name, stretching.used, stretching.helped, stretching.answered) == (
        "stretching",
        3,
        1,
        2,
    )
    assert (stretching.median_duration_with, stretching.median_duration_without) == (4, 6)
    assert (stretching.with_duration, stretching.without_duration) == (3, 1)


def test_an_empty_journal_has_empty_patterns():
    """Oracle: nothing recorded, nothing counted."""
    found = patterns(make_journal([]))
    assert found.severity.recorded == found.hour_of_night.timed == 0
    assert (found.places, found.symptoms, found.relief) == ((), (), ())
    assert all(item.rate.per_week is None for item in (*found.weekdays, *found.months))


def test_quartiles_and_the_largest_with_its_night_by_hand():
    """Oracle: of 2, 4, 6 and 9 the quartiles are 3.5, 5 and 6.75; the largest is that of the third night."""
    rows = [{"night": at, "duration": value} for at, value in ((0, 4.0), (1, 2.0), (2, 9.0), (3, 6.0))]
    found = patterns(
        make_journal([1, 1, 1, 2], start="2025-03-30", cramp_rows=[*rows, {"night": 3}])
    ).duration
    assert (found.recorded, found.missing) == (4, 1)
    assert (found.lower_quartile, found.median, found.upper_quartile, found.largest) == (3.5, 5, 6.75, 9)
    assert found.largest_night == date(2025, 4, 1)
    assert [(m.start, m.recorded, m.lower_quartile, m.median, m.upper_quartile) for m in found.months] == [
        (date(2025, 3, 1), 2, 2.5, 3, 3.5), (date(2025, 4, 1), 2, 6.75, 7.5, 8.25),
    ]  # fmt: skip


def test_places_with_the_most_cramps_first_and_unnamed_ones_left_out():
    """Oracle: counted by hand."""
    told = [
        ("calf", "left"),
        ("foot", None),
        ("calf", "left"),
        (None, "right"),
        (None, None),
        ("calf", "both"),
    ]
    rows = [{"night": at, "muscle": muscle, "side": side} for at, (muscle, side) in enumerate(told)]
    found = patterns(make_journal([1] * 6, cramp_rows=rows)).places
    assert (found[0].muscle, found[0].side, found[0].cramps) == ("calf", "left", 2)
    assert {(p.muscle, p.side, p.cramps) for p in found[1:]} == {
        ("calf", "both", 1),
        ("foot", None, 1),
        (None, "right", 1),
    }


def test_the_worst_has_its_first_and_its_last_night():
    """Oracle: 9 on the second and the fourth night."""
    rows = [
        {"night": day, "severity": severity} for day, severity in ((0, 3.0), (1, 9.0), (2, 5.0), (3, 9.0))
    ]
    found = patterns(make_journal([1] * 4, start="2025-01-01", cramp_rows=rows)).severity
    assert (found.largest_night, found.largest_last_night) == (date(2025, 1, 2), date(2025, 1, 4))
