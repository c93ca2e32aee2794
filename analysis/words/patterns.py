"""When in the night, where in the leg, how bad, how long, with what and what was done, in words.

All of it describes the cramps that were logged and compares nothing.
"""

from collections.abc import Sequence

from analysis.measures import (
    MONTH_NIGHTS,
    WEEKDAY_NIGHTS,
    Difference,
    Distribution,
    HourOfNight,
    NamedCount,
    NamedRate,
    Place,
    Relief,
    well_known,
)
from analysis.words.rows import Row, month_cell, rate_cells, rounded
from analysis.words.speech import (
    Wording,
    capital,
    clock,
    count,
    day,
    decimal,
    ends,
    listing,
    nearest,
    per_week,
    places_for,
)

FEWEST_TO_HALVE = 4  # cramps below which the middle half is no more than the cramps themselves


def say_hour_of_night(hours: HourOfNight, wording: Wording = "everyday") -> str:
    """Around which clock time the cramps gather, how many cramps carry a time, and how many came by day."""
    if not hours.timed:
        return "At what time the cramps came is not recorded."
    return f"{_hours(hours, wording)}{_by_day(hours)}"


def _by_day(hours: HourOfNight) -> str:
    if not hours.by_day:
        return ""
    came = f"{hours.by_day:,} of them came" if hours.by_day < hours.timed else "All of them came"
    return (
        f" {came} by day, between 10:00 and 18:00, and count to the night from noon to noon that holds them."
    )


def _hours(hours: HourOfNight, wording: Wording) -> str:
    untimed = f"; {count(hours.untimed, 'cramp')} without a time" if hours.untimed else ""
    timed = f"{count(hours.timed, 'cramp')} with a time{untimed}"
    if hours.circular_mean is None:
        nights = f" in {count(hours.timed_nights, 'night')}" if hours.timed > hours.timed_nights > 0 else ""
        return f"Around what time the cramps come cannot be said yet: only {timed}{nights}."
    low, high = hours.mean_low, hours.mean_high
    if low is None or high is None:
        return f"The cramps do not gather around one time of the night: {timed}."
    if wording == "clinical":
        length = "" if hours.resultant_length is None else f", resultant length {hours.resultant_length:.2f}"
        mean = f"{clock(hours.circular_mean)} (95 % CI {clock(low)} to {clock(high)})"
        return f"Circular mean onset {mean}{length}; {timed}."
    mean = f"{clock(hours.circular_mean)} (allowing for chance, an average of {clock(low)} to {clock(high)})"
    return f"On average the cramps came at about {mean}; {timed}."


def say_weekdays(
    weekdays: Sequence[NamedRate],
    compared: Difference,
    wording: Wording = "everyday",
    *,
    least_nights: int = WEEKDAY_NIGHTS,
) -> str:
    """The lowest and the highest weekday with their ranges; empty where they differ by no more
    than chance.

    least_nights : logged nights that a weekday needs to be said [nights]
    """
    return _ends(weekdays, compared, wording, "on", " nights", "weekday", least_nights)


def say_months(
    months: Sequence[NamedRate],
    compared: Difference,
    wording: Wording = "everyday",
    *,
    least_nights: int = MONTH_NIGHTS,
) -> str:
    """The lowest and the highest calendar month with their ranges; empty where they differ by no
    more than chance.

    least_nights : logged nights that a month needs to be said [nights]
    """
    return _ends(months, compared, wording, "in", "", "month", least_nights)


def _ends(
    rates: Sequence[NamedRate],
    compared: Difference,
    wording: Wording,
    where: str,
    noun: str,
    name: str,
    least_nights: int,
) -> str:
    given = [(each.rate.per_week or 0.0, each) for each in well_known(rates, least_nights)]
    if len(given) < 2:
        return f"By {name}: not enough to say yet (too few logged nights on each)."
    ordered = [each for _, each in sorted(given, key=lambda pair: pair[0])]
    ends = (ordered[0], ordered[-1])
    if ends[1].rate.cramps == 0:
        nights = sum(each.rate.nights for _, each in given)
        return f"No cramp is recorded {where} any {name}, from {count(nights, 'night')}."
    if not compared.differ:
        return ""
    places = places_for([each.rate for each in ends])
    low, high = (
        f"{each.name}{noun}, {per_week(each.rate, wording, places)}, from {count(each.rate.nights, 'night')}"
        for each in ends
    )
    note = f"one of {len(given)} is always lowest and one highest"
    return f"As logged, fewest {where} {low}; most {where} {high} ({note})."


def say_places(places: Sequence[Place], wording: Wording = "everyday") -> str:
    """Where the cramps were, most frequent first, and how many do not say."""
    known = sorted((place for place in places if place.muscle or place.side), key=lambda place: -place.cramps)
    if not known:
        return "Where the cramps were is not recorded."
    stated, total = sum(place.cramps for place in known), sum(place.cramps for place in places)
    silent = f"; {count(total - stated, 'cramp')} without a place" if total > stated else ""
    parts = [f"{_place(place)} {place.cramps:,}" for place in known[:3]]
    return f"Of {count(stated, 'cramp')} with a place: {listing(parts)}{silent}."


def _place(place: Place) -> str:
    muscle, side = place.muscle or "", place.side
    if side is None:
        return f"{muscle} (side not said)"
    if side == "both":
        return f"{muscle} on both sides" if muscle else "both sides"
    return f"{side} {muscle}" if muscle else f"{side} side"


def say_severity(severity: Distribution, wording: Wording = "everyday") -> str:
    """Pain of the cramps: the median, the middle half and the worst, with how many carry it."""
    if not severity.recorded or severity.median is None:
        return "How bad the pain was is not recorded."
    return _spread(severity, severity.median, "Pain", ("", " of 10"), wording)


def say_duration(duration: Distribution, wording: Wording = "everyday") -> str:
    """How long the cramps lasted: the median, the middle half and the longest, with how many carry it."""
    if not duration.recorded or duration.median is None:
        return "How long the cramps lasted is not recorded."
    unit = " min" if wording == "clinical" else " minutes"
    what = "Duration" if wording == "clinical" else "Length"
    return _spread(duration, duration.median, what, (unit, unit), wording)


def _spread(values: Distribution, median: float, what: str, units: tuple[str, str], wording: Wording) -> str:
    unit, whole = units
    most = "worst" if whole == " of 10" else "longest"
    everyone = values.recorded + values.missing
    basis = f"from {values.recorded:,} of {count(everyone, 'cramp')}" if values.missing else _all(everyone)
    on = _on_night(values)
    if values.recorded == 1:
        return f"{what}: {decimal(median)}{_unit(median, whole)}{on}, {basis}."
    middle = "median " if wording == "clinical" else "typically "
    said = f"{what}: {middle}{decimal(median)}{_unit(median, whole)}"
    lower, upper = values.lower_quartile, values.upper_quartile
    if lower is not None and upper is not None and values.recorded >= FEWEST_TO_HALVE:
        low, high = _written(lower), _written(upper)
        half = "interquartile range" if wording == "clinical" else "half of them"
        said += f" ({half} {low} to {high}{unit})" if low != high else ""
    if values.largest is not None:
        said += f", {most} {decimal(values.largest)}{_unit(values.largest, whole)}{on}"
    return f"{said}; {basis}."


def _on_night(values: Distribution) -> str:
    """The night of the largest; of several the last, as the figures at the top have it."""
    first, last = values.largest_night, values.largest_last_night
    if first is None or last in (None, first):
        return "" if first is None else f" on the night of {day(first)}"
    return f", last on the night of {day(last)}"


def _written(quartile: float) -> str:
    """As finely as people write down a pain or a length: whole numbers, and halves below 3. Between two such
    numbers a quartile falls on quarters that nobody wrote."""
    return decimal(quartile, 0) if quartile >= 3 else decimal(nearest(quartile, 0.5))


def _all(cramps: int) -> str:
    return f"from {'the only cramp' if cramps == 1 else f'all {cramps:,} cramps'}"


def _unit(value: float, unit: str) -> str:
    return " minute" if unit == " minutes" and decimal(value) == "1" else unit


def say_symptoms(symptoms: Sequence[NamedCount], wording: Wording = "everyday") -> str:
    """What came with the cramps: counts of those that say anything."""
    given = sorted((each for each in symptoms if each.of), key=lambda each: -each.count)
    if not given:
        return "What came with the cramps is not recorded."
    parts = [f"{each.name} with {each.count:,} of {each.of:,}" for each in given[:5]]
    return f"What came with the cramps: {listing(parts)}."


def say_relief(relief: Sequence[Relief], wording: Wording = "everyday") -> list[str]:
    """A sentence for every thing that was done during a cramp, most used first."""
    if not relief:
        return ["What was done during the cramps is not recorded."]
    return [_relief(each) for each in sorted(relief, key=lambda each: -each.used)]


def _relief(each: Relief) -> str:
    said = f"{capital(each.name)}: done with {count(each.used, 'cramp')}"
    if each.answered:
        say = "with an answer" if each.answered < each.used else ""
        said += f", noted as giving relief with {each.helped:,} of the {each.answered:,} {say}".rstrip()
    if each.median_duration_with is None or each.median_duration_without is None:
        return f"{said}."
    with_it, without = _minutes(each.median_duration_with), _minutes(each.median_duration_without)
    timed = f"({each.with_duration:,} and {each.without_duration:,} timed)"
    return f"{said}. These typically lasted {with_it}, all others {without} {timed}."


def _minutes(value: float) -> str:
    return f"{decimal(value)}{_unit(value, ' minutes')}"


def table_hours(hours: HourOfNight) -> list[Row]:
    """Cramps by hour of the night, from noon to noon."""
    return [
        {"Hour": f"{hour:02d}:00 to {hour:02d}:59", "Cramps": number}
        for hour, number in zip(hours.hours, hours.cramps, strict=True)
    ]


def table_named_rates(rates: Sequence[NamedRate], heading: str, wording: Wording = "everyday") -> list[Row]:
    """Weekdays or calendar months, one row each."""
    return [{heading: each.name, **rate_cells(each.rate, wording)} for each in rates]


def table_places(places: Sequence[Place]) -> list[Row]:
    """Muscle and side, one row each; what is not said is said so."""
    return [
        {"Muscle": place.muscle or "not said", "Side": place.side or "not said", "Cramps": place.cramps}
        for place in places
    ]


def table_distribution(values: Distribution, unit: str) -> list[Row]:
    """Severity [0-10] or duration [min], month by month: the median and the middle half of the cramps."""
    return [
        {
            "Month": month_cell(month.start),
            "Cramps": month.recorded,
            f"Median [{unit}]": rounded(month.median),
            f"Middle half [{unit}]": ends(month.lower_quartile, month.upper_quartile),
        }
        for month in values.months
    ]


def table_symptoms(symptoms: Sequence[NamedCount]) -> list[Row]:
    """What came with the cramps."""
    return [{"Symptom": each.name, "Cramps": each.count, "Of": each.of} for each in symptoms]


def table_relief(relief: Sequence[Relief]) -> list[Row]:
    """What was done during the cramps, with the median length of the cramps with it and without it."""
    return [
        {
            "Done": each.name,
            "Cramps": each.used,
            "Gave relief": each.helped,
            "Answered": each.answered,
            "With it [min]": rounded(each.median_duration_with),
            "Timed": each.with_duration,
            "Without it [min]": rounded(each.median_duration_without),
            "Others timed": each.without_duration,
        }
        for each in relief
    ]
