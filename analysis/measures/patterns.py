"""When in the night, where in the leg, how bad, how long, with what, and what helped."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.journal import Journal
from analysis.measures.arms import whole_fit
from analysis.measures.calendar_rates import (
    NOT_COMPARED,
    Difference,
    NamedRate,
    by_month,
    by_weekday,
    months_differ,
    weekdays_differ,
)
from analysis.measures.model import CountFit
from analysis.measures.parts import Run, call
from analysis.measures.windows import Floats, as_date, nights_of

WORD_BREAKS = r"\s*[;,|+/]\s*"


@dataclass(frozen=True)
class HourOfNight:
    """Cramps by clock hour in the night's own order, noon to noon; ``circular_mean`` with its 95 % interval
    [h, 0 to 24) and the resultant length (0: spread evenly, 1: all at one time) [-], each night with one
    time, the mean of its own. The mean is None below 5 such nights, its interval also where they are spread
    so evenly that no mean can be told."""

    hours: tuple[int, ...]  # 12, 13, ... 23, 0, ... 11
    cramps: tuple[int, ...]
    timed: int
    untimed: int
    circular_mean: float | None
    mean_low: float | None
    mean_high: float | None
    resultant_length: float | None
    by_day: int = 0  # of the timed cramps, those between 10:00 and 18:00
    timed_nights: int = 0  # with at least one timed cramp
    last_nights: tuple[date | None, ...] = ()  # the last night with a cramp in that hour; None where none


@dataclass(frozen=True)
class Place:
    """Cramps in one muscle of one side; None where that was not said."""

    muscle: str | None
    side: str | None
    cramps: int


@dataclass(frozen=True)
class Distribution:
    """Of severity [0-10] or duration [min] over the cramps that carry it.

    largest_night, largest_last_night : the first and the last night on which the largest was recorded.
    """

    recorded: int
    missing: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    largest: float | None
    largest_night: date | None
    months: tuple["MonthMedian", ...]
    largest_last_night: date | None = None


@dataclass(frozen=True)
class MonthMedian:
    start: date
    recorded: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None


@dataclass(frozen=True)
class NamedCount:
    """``count`` of ``of`` cramps (or cramp nights) that say anything about it."""

    name: str
    count: int
    of: int


@dataclass(frozen=True)
class Relief:
    """One thing that was done. ``helped`` of ``answered``; durations [min] of the cramps with and without
    it."""

    name: str
    used: int
    helped: int
    answered: int
    median_duration_with: float | None
    median_duration_without: float | None
    with_duration: int
    without_duration: int


@dataclass(frozen=True)
class Patterns:
    hour_of_night: HourOfNight
    weekdays: tuple[NamedRate, ...]
    months: tuple[NamedRate, ...]
    places: tuple[Place, ...]
    severity: Distribution
    duration: Distribution
    symptoms: tuple[NamedCount, ...]
    relief: tuple[Relief, ...]
    weekdays_differ: Difference = NOT_COMPARED
    months_differ: Difference = NOT_COMPARED


def patterns(journal: Journal, fit: CountFit | None = None, *, run: Run = call) -> Patterns:
    """Every pattern of the cramps that the journal records; what is not recorded has counts of 0.

    fit : of the whole journal; it lends its clustering to the rates.
    run : calls each part with what it is given; one that fails may then cost itself only.
    """
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    cramps = journal.cramps
    return Patterns(
        hour_of_night=run(_hours, cramps),
        weekdays=run(by_weekday, nights, fit),
        months=run(by_month, nights, fit),
        places=run(_places, cramps),
        severity=run(_distribution, cramps, "severity"),
        duration=run(_distribution, cramps, "duration"),
        symptoms=run(_symptoms, cramps),
        relief=run(_relief, cramps),
        weekdays_differ=run(weekdays_differ, nights, fit),
        months_differ=run(months_differ, nights, fit),
    )


def _hours(cramps: pd.DataFrame) -> HourOfNight:
    hours = hour_of_night(cramps["onset"], cramps["night"])
    return replace(hours, last_nights=_last_by_hour(cramps))


def hour_of_night(onsets: pd.Series, nights: pd.Series, *, least_nights: int = 5) -> HourOfNight:
    """Cramps by the hour in which they began, with a mean that knows no midnight.

    onsets, nights : of every cramp, in the same order. The cramps of one night follow one another, so that a
        night has one time, the mean direction of its cramps: as if they were independent the interval held in
        87 % of simulated journals. least_nights : with a time, for a mean. [nights]

    The mean direction and its large-sample interval follow Fisher, Statistical Analysis of Circular Data
    (1993), section 4.4.4 (mean direction, standard error from the circular dispersion).
    """
    told = onsets.dropna()
    order = (*range(12, 24), *range(12))
    counted = Counter(int(hour) for hour in told.dt.hour)
    mean = low = high = length = None
    hours = _one_a_night(told, nights[onsets.notna()])
    if len(hours) >= least_nights:
        mean, half, length = _circular_mean(hours)
        if half is not None:
            low, high = (mean - half) % 24, (mean + half) % 24
    return HourOfNight(
        hours=order,
        cramps=tuple(counted[hour] for hour in order),
        timed=len(told),
        untimed=len(onsets) - len(told),
        circular_mean=mean,
        mean_low=low,
        mean_high=high,
        resultant_length=length,
        by_day=int(told.dt.hour.between(10, 17).sum()),
        timed_nights=len(hours),
    )


def _last_by_hour(cramps: pd.DataFrame) -> tuple[date | None, ...]:
    """The last night with a cramp in each hour, noon to noon."""
    timed = cramps[cramps["onset"].notna()]
    last = timed.groupby(timed["onset"].dt.hour)["night"].max()
    return tuple(last[hour].date() if hour in last.index else None for hour in (*range(12, 24), *range(12)))


def _one_a_night(onsets: pd.Series, nights: pd.Series) -> Floats:
    """The mean clock time of each night's cramps on the circle of the day. [h]"""
    if onsets.empty:
        return np.empty(0)
    angles = (onsets.dt.hour + onsets.dt.minute / 60).to_numpy(dtype=np.float64) * np.pi / 12
    parts = pd.DataFrame({"cosine": np.cos(angles), "sine": np.sin(angles)})
    means = parts.groupby(nights.to_numpy()).mean()
    return np.asarray(np.arctan2(means["sine"], means["cosine"]) * 12 / np.pi % 24, dtype=np.float64)


def _circular_mean(hours: Floats) -> tuple[float, float | None, float]:
    """Mean [h], half the width of its 95 % interval [h] (None where it would reach around the clock), and
    length [-]."""
    angles = hours * np.pi / 12
    vector = np.exp(1j * angles).mean()
    length = float(abs(vector))
    direction = float(np.angle(vector))
    mean = direction * 12 / np.pi % 24
    if length < 1e-9:
        return mean, None, length
    from scipy.special import chdtri

    second = float(np.cos(2 * (angles - direction)).mean())
    sine = np.sqrt(float(chdtri(1, 0.05)) * (1 - second) / (2 * length**2 * len(hours)))
    return mean, None if sine >= 1 else float(np.arcsin(sine)) * 12 / np.pi, length


def _places(cramps: pd.DataFrame) -> tuple[Place, ...]:
    """Most cramps first; both sides at once is a place of its own."""
    pairs = zip(cramps["muscle"], cramps["side"], strict=True)
    counted = Counter(tuple(None if pd.isna(part) else str(part) for part in pair) for pair in pairs)
    return tuple(
        Place(muscle, side, count)
        for (muscle, side), count in sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))
        if muscle is not None or side is not None
    )


def _distribution(cramps: pd.DataFrame, name: str) -> Distribution:
    told = cramps.dropna(subset=[name])
    values = told[name].to_numpy(dtype=np.float64)
    months = told["night"].to_numpy().astype("datetime64[M]")
    largest = [as_date(night) for night in told["night"][values == values.max()]] if values.size else []
    return Distribution(
        recorded=len(told),
        missing=len(cramps) - len(told),
        median=_quantile(values, 0.5),
        lower_quartile=_quantile(values, 0.25),
        upper_quartile=_quantile(values, 0.75),
        largest=float(values.max()) if values.size else None,
        largest_night=min(largest, default=None),
        largest_last_night=max(largest, default=None),
        months=tuple(
            MonthMedian(
                start=as_date(start),
                recorded=int((months == start).sum()),
                median=_quantile(values[months == start], 0.5),
                lower_quartile=_quantile(values[months == start], 0.25),
                upper_quartile=_quantile(values[months == start], 0.75),
            )
            for start in np.unique(months)
        ),
    )


def _quantile(values: Floats, share: float) -> float | None:
    return float(np.quantile(values, share)) if values.size else None


def _words(cramps: pd.DataFrame, name: str) -> pd.Series:
    """For every cramp that says anything, the set of words in the column."""
    if name not in cramps.columns:
        return pd.Series([], dtype=object)
    told = cramps[name].dropna()
    parts = told.str.lower().str.split(WORD_BREAKS, regex=True)
    return parts.map(lambda words: frozenset(word for word in words if word))


def _symptoms(cramps: pd.DataFrame) -> tuple[NamedCount, ...]:
    told = _words(cramps, "symptoms")
    counted = Counter(word for words in told for word in words)
    return tuple(NamedCount(name, count, len(told)) for name, count in counted.most_common())


def _relief(cramps: pd.DataFrame) -> tuple[Relief, ...]:
    """``without``: cramps for which some other relief is told."""
    told = _words(cramps, "relief")
    counted = Counter(word for words in told for word in words)
    with_relief = cramps.loc[told.index]
    results = []
    for name, used in counted.most_common():
        has = told.map(lambda words, name=name: name in words).to_numpy(dtype=bool)
        helped = with_relief.loc[has, "relief_helped"].dropna() if "relief_helped" in cramps.columns else []
        durations = [with_relief.loc[chosen, "duration"].dropna().to_numpy() for chosen in (has, ~has)]
        results.append(
            Relief(
                name=name,
                used=used,
                helped=int(sum(bool(answer) for answer in helped)),
                answered=len(helped),
                median_duration_with=_quantile(durations[0], 0.5),
                median_duration_without=_quantile(durations[1], 0.5),
                with_duration=len(durations[0]),
                without_duration=len(durations[1]),
            )
        )
    return tuple(results)
