"""When in the night, where in the leg, how bad, how long, with what and what was done, in words."""

from collections.abc import Sequence

from analysis.measures.patterns import Distribution, HourOfNight, NamedCount, NamedRate, Place, Relief
from analysis.words.speech import Wording, capital, clock, count, day, decimal, listing, per_week, places_for


def say_hour_of_night(hours: HourOfNight, wording: Wording = "everyday") -> str:
    """Around which clock time the cramps gather, and how many cramps carry a time."""
    untimed = f"; {count(hours.untimed, 'further cramp')} without a time" if hours.untimed else ""
    if hours.circular_mean is None:
        return f"Only {count(hours.timed, 'cramp')} with a clock time{untimed}: too few to say around when."
    low, high = hours.mean_low, hours.mean_high
    range_ = "no range can be given" if low is None or high is None else f"{clock(low)} to {clock(high)}"
    if wording == "clinical":
        length = "" if hours.resultant_length is None else f"; resultant length {hours.resultant_length:.2f}"
        return (
            f"Circular mean onset {clock(hours.circular_mean)} (95 % CI {range_}){length}; "
            f"{count(hours.timed, 'timed cramp')}{untimed}."
        )
    if low is None or high is None:
        return (
            f"The cramps do not gather around one time of the night; {count(hours.timed, 'cramp')} with a "
            "clock "
            f"time{untimed}."
        )
    return (
        f"On average the cramps came around {clock(hours.circular_mean)} ({range_}); "
        f"{count(hours.timed, 'cramp')} with a clock time{untimed}."
    )


def say_weekdays(weekdays: Sequence[NamedRate], wording: Wording = "everyday") -> str:
    """The lowest and the highest weekday with their ranges: described, not compared."""
    return _ends(weekdays, "nights", wording)


def say_months(months: Sequence[NamedRate], wording: Wording = "everyday") -> str:
    """The lowest and the highest calendar month with their ranges: described, not compared."""
    return _ends(months, "nights in", wording)


def _ends(rates: Sequence[NamedRate], noun: str, wording: Wording) -> str:
    given = [each for each in rates if each.rate.per_week is not None and each.rate.nights]
    if len(given) < 2:
        return ""
    ordered = sorted(given, key=lambda each: each.rate.per_week or 0.0)
    first, last = ordered[0], ordered[-1]
    places = places_for([first.rate, last.rate])

    def said(each: NamedRate) -> str:
        name = f"{each.name} nights" if noun == "nights" else each.name
        return f"{name} {per_week(each.rate, wording, places)}, {count(each.rate.nights, 'night')}"

    nights = count(sum(each.rate.nights for each in given), "logged night")
    return (
        f"Fewest and most, as logged: {said(first)}; {said(last)}. Of {len(given)} compared, one is always "
        "lowest and "
        f"one highest; {nights} in all."
    )


def say_places(places: Sequence[Place], wording: Wording = "everyday") -> str:
    """Where the cramps were, most frequent first, and how many do not say."""
    total = sum(place.cramps for place in places)
    known = sorted((place for place in places if place.muscle or place.side), key=lambda place: -place.cramps)
    if not known:
        return "The journal does not say where the cramps were."
    said = [f"{_place(place)} {count(place.cramps, 'cramp')}" for place in known[:3]]
    stated = sum(place.cramps for place in known)
    return f"Most often: {listing(said)}, of {stated} that say where" + (
        f"; {total - stated} do not say." if total > stated else "."
    )


def _place(place: Place) -> str:
    side = {"both": "both sides"}.get(place.side or "", place.side or "")
    muscle = place.muscle or "muscle not said"
    return f"{muscle}, both sides" if place.side == "both" else f"{side} {muscle}".strip()


def say_severity(severity: Distribution, wording: Wording = "everyday") -> str:
    """Pain of the cramps: the middle half and the worst, with how many carry it."""
    return _spread(severity, "Pain", "", " of 10", wording)


def say_duration(duration: Distribution, wording: Wording = "everyday") -> str:
    """How long the cramps lasted: the middle half and the longest, with how many carry it."""
    unit = " min" if wording == "clinical" else " minutes"
    return _spread(duration, "Length", unit, unit, wording)


def _spread(values: Distribution, what: str, unit: str, last_unit: str, wording: Wording) -> str:
    cramps = count(values.recorded, "cramp")
    if not values.recorded or values.median is None:
        return f"{what} was not recorded."
    missing = f", not recorded for {values.missing:,}" if values.missing else ""
    lower, upper = values.lower_quartile, values.upper_quartile
    said = (
        f"{what}: median {decimal(values.median)}{last_unit}"
        if wording == "clinical"
        else (f"{what}: {decimal(values.median)}{last_unit} in the middle")
    )
    if lower is not None and upper is not None:
        name = "interquartile range" if wording == "clinical" else "half of them"
        said += f" ({name} {decimal(lower)} to {decimal(upper)}{unit})"
    if values.largest is not None:
        largest = "worst" if what == "Pain" else "longest"
        said += f"; {largest} {decimal(values.largest)}{last_unit}"
        said += "" if values.largest_night is None else f" on {day(values.largest_night)}"
    return f"{said}; recorded for {cramps}{missing}."


def say_symptoms(symptoms: Sequence[NamedCount], wording: Wording = "everyday") -> str:
    """What came with the cramps: counts of those that say anything."""
    given = sorted((each for each in symptoms if each.of), key=lambda each: -each.count)
    if not given:
        return "The journal does not say what came with the cramps."
    return f"With the cramps: {listing([f'{each.name} {each.count} of {each.of}' for each in given[:5]])}."


def say_relief(relief: Sequence[Relief], wording: Wording = "everyday") -> list[str]:
    """One sentence for every thing that was done during a cramp, most used first: described, not compared."""
    if not relief:
        return ["The journal does not say what was done during the cramps."]
    return [_relief(each) for each in sorted(relief, key=lambda each: -each.used)]


def _relief(each: Relief) -> str:
    said = f"{capital(each.name)}: in {count(each.used, 'cramp')}"
    if each.answered:
        said += f", marked as having given relief in {each.helped} of {each.answered} that say"
    if each.median_duration_with is not None and each.median_duration_without is not None:
        said += (
            f"; half of the cramps with it were over within {decimal(each.median_duration_with)} minutes "
            f"({each.with_duration} timed), without it {decimal(each.median_duration_without)} minutes "
            f"({each.without_duration} timed)"
        )
    return f"{said}."
