"""The table under every chart: rows with spoken headings, units in the headings, and rounded numbers."""

from collections.abc import Sequence
from datetime import date

from analysis.findings import DIRECTIONS, by_evidence
from analysis.measures import (
    Comparison,
    Completeness,
    Course,
    Distribution,
    ExposureAnswer,
    Frequency,
    HourOfNight,
    MedicationChange,
    NamedCount,
    NamedRate,
    Place,
    Rate,
    RateRatio,
    Relief,
    size_shown,
)
from analysis.review import Review, WhatItWouldTake
from analysis.words.exposures import label_verdict
from analysis.words.labels import label_change, label_course, label_level, label_question, medicine
from analysis.words.medications import holds_now
from analysis.words.refusals import not_enough
from analysis.words.speech import MONTHS, Wording, capital, decimal, ends
from analysis.words.units import GLASS_ML, Volume

Cell = str | int | float | date | None
Result = ExposureAnswer | MedicationChange | Course
Row = dict[str, Cell]


def _chance(value: float | None) -> float | str | None:
    """A p or q with three decimals; one that rounds to 0 is below them, and never none."""
    return "< 0.001" if value is not None and value < 0.0005 else _round(value, 3)


def _round(value: float | None, places: int = 1) -> float | None:
    """Half up, as the sentences have it."""
    return None if value is None else float(decimal(value, places).replace(",", ""))


def _month(first: date) -> str:
    return f"{MONTHS[first.month - 1][:3]} {first.year}"


def _range(low: float | None, high: float | None, wording: Wording, places: int = 1) -> Row:
    """``0.6 to 3.1`` in one column; a range that is open at one end says so."""
    return {"95 % CI" if wording == "clinical" else "Range": ends(low, high, places)}


def rate_cells(rate: Rate, wording: Wording) -> Row:
    """Nights, cramps, and the rate where it has a range; a rate that was refused one is not shown."""
    held = rate.low is not None or rate.high is not None
    return {
        "Nights": rate.nights,
        "Cramps": round(rate.cramps),
        "Cramps a week": _round(rate.per_week) if held else None,
        **_range(rate.low, rate.high, wording),
    }


def _ratio(ratio: RateRatio, name: str, wording: Wording) -> Row:
    row = {name: _round(ratio.ratio, 2), **_range(ratio.low, ratio.high, wording, 2)}
    return row | {"p": _chance(ratio.p_value)} if wording == "clinical" else row


def table_weeks(frequency: Frequency, wording: Wording = "everyday") -> list[Row]:
    """One row for every week of the timeline, also the weeks without a logged night."""
    return [{"Week from": week.start, **rate_cells(week.rate, wording)} for week in frequency.weeks]


def table_comparison(comparison: Comparison, wording: Wording = "everyday") -> list[Row]:
    """The two periods, one row each, the earlier first."""
    return [
        {
            "Period": "earlier",
            "From": comparison.previous_from,
            "To": comparison.previous_to,
            **rate_cells(comparison.previous, wording),
        },
        {
            "Period": "later",
            "From": comparison.current_from,
            "To": comparison.current_to,
            **rate_cells(comparison.current, wording),
        },
    ]


def table_levels(
    answer: ExposureAnswer, volume: Volume = "mL", glass_ml: float = GLASS_ML, wording: Wording = "everyday"
) -> list[Row]:
    """The rate at every level of one exposure."""
    heading = f"{answer.label} on the day before"
    return [
        {heading: label_level(level, answer, volume, glass_ml), **rate_cells(level.rate, wording)}
        for level in answer.levels
    ]


def table_lags(
    answers: Sequence[ExposureAnswer],
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> list[Row]:
    """The same question asked of the days before, one row a day."""
    return [
        {
            "Days before the night": answer.lag + 1,
            "Nights": answer.nights,
            **_ratio(answer.adjusted, "Times as many", wording),
        }
        for answer in sorted(answers, key=lambda each: each.lag)
    ]


def table_questions(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[Row]:
    """Everything together: every question, change and course in the order of evidence, refused ones with
    what is missing."""
    return [_question(name, result, wording) for name, result in asked_of(review, wording, volume, glass_ml)]


def asked_of(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[tuple[str, Result]]:
    """Every question, change and course with its label, in the order of evidence: directions first, refusals
    last, and within each by q-value and p-value."""
    asked: list[tuple[str, Result]] = [
        *((label_question(each, wording, volume, glass_ml), each) for each in review.exposures),
        *((label_change(each, wording), each) for each in review.medication_changes),
        *((label_course(each, wording), each) for each in review.courses),
    ]
    return sorted(asked, key=lambda each: _evidence(each[1]))


def _evidence(result: Result) -> tuple[int, float, float]:
    return by_evidence(result.verdict, result.q_value, ratio_of(result).p_value)


def ratio_of(result: Result) -> RateRatio:
    """The ratio that answers a question."""
    if isinstance(result, MedicationChange):
        return result.change_ratio
    return result.ratio if isinstance(result, Course) else result.adjusted


def basis_of(result: Result) -> tuple[int, float]:
    """Nights and cramps that a question rests on."""
    if isinstance(result, MedicationChange):
        return _both(result.after, result.before)
    return _both(result.on, result.off) if isinstance(result, Course) else (result.nights, result.cramps)


def _sized(result: ExposureAnswer | MedicationChange | Course, ratio: RateRatio, wording: Wording) -> Row:
    """The ratio as its sentence has it: in everyday wording with one size, clinically with both."""
    shown = size_shown(ratio, result.chances, result.verdict)
    if wording == "everyday":
        return _ratio(shown, "Times as many", wording)
    return _ratio(ratio, "Rate ratio", wording) | {
        "Shrunk": None if shown == ratio else _round(shown.ratio, 2)
    }


def _both(one: Rate, other: Rate) -> tuple[int, float]:
    return one.nights + other.nights, one.cramps + other.cramps


def _question(name: str, result: Result, wording: Wording) -> Row:
    (nights, cramps), ratio = basis_of(result), ratio_of(result)
    crude = result.crude if isinstance(result, ExposureAnswer) else None
    row: Row = {"Question": name, "Nights": nights, "Cramps": round(cramps)}
    row |= _sized(result, ratio, wording)
    if wording == "clinical":
        row |= {
            "q": _chance(result.q_value),
            "Crude rate ratio": None if crude is None else _round(crude.ratio, 2),
        }
    return row | {"Answer": _answer(result, ratio)}


def _answer(result: Result, ratio: RateRatio) -> str:
    if result.verdict == "not_enough_data":
        return not_enough(result.reason, result.nights_needed)
    return f"{label_verdict(result.verdict, ratio)}{still(result)}"


def still(result: Result) -> str:
    """Whether a direction after a change still holds, at the end of its cell: ``; no longer clear``."""
    if not isinstance(result, MedicationChange) or result.verdict not in DIRECTIONS:
        return ""
    said = holds_now(result.now)
    return f"; {said}" if said else ""


def table_change(change: MedicationChange, wording: Wording = "everyday") -> list[Row]:
    """Before and after one change, and the usual range of the weeks after."""
    if change.verdict == "not_enough_data":
        return []
    usual = Rate(change.after.nights, 0, None, change.usual_range.low, change.usual_range.high)
    return [
        {
            "Period": "before",
            "From": change.before_from,
            "To": change.before_to,
            **rate_cells(change.before, wording),
        },
        {
            "Period": "after",
            "From": change.after_from,
            "To": change.after_to,
            **rate_cells(change.after, wording),
        },
        {
            "Period": "usual range of the weeks after",
            "From": change.after_from,
            "To": change.after_to,
            **rate_cells(usual, wording),
            "Cramps": None,
        },
    ]


def table_courses(courses: Sequence[Course], wording: Wording = "everyday") -> list[Row]:
    """Nights off and nights on what was taken in stretches, and when each stretch was.

    A refused course shows its nights and cramps, and no rate. Where there are several courses, each row
    names its own.
    """
    rows: list[Row] = []
    for course in courses:
        name: Row = {}
        if len(courses) > 1:
            name = {"Medicine or treatment": capital(medicine(course.medication, course.generic))}
        alone = course.periods[0] if len(course.periods) == 1 else (None, None)
        off = name | _course_row("off it", (None, None), course.off, course, wording)
        rows += [off, name | _course_row("on it", alone, course.on, course, wording)]
        if len(course.periods) > 1:
            blank = dict.fromkeys(off) | name
            rows += [
                blank | {"Nights that were": f"on it, stretch {place}", "From": first, "To": last}
                for place, (first, last) in enumerate(course.periods, start=1)
            ]
    return rows


def _course_row(
    when: str, dates: tuple[date | None, date | None], rate: Rate, course: Course, wording: Wording
) -> Row:
    known = Rate(rate.nights, rate.cramps, None) if course.verdict == "not_enough_data" else rate
    return {"Nights that were": when, "From": dates[0], "To": dates[1], **rate_cells(known, wording)}


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
            "Month": _month(month.start),
            "Cramps": month.recorded,
            f"Median [{unit}]": _round(month.median),
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
            "With it [min]": _round(each.median_duration_with),
            "Timed": each.with_duration,
            "Without it [min]": _round(each.median_duration_without),
            "Others timed": each.without_duration,
        }
        for each in relief
    ]


def table_completeness(completeness: Completeness) -> list[Row]:
    """Nights and logged nights, month by month."""
    return [
        {"Month": _month(month.start), "Nights": month.nights, "Logged": month.logged}
        for month in completeness.months
    ]


def table_gaps(completeness: Completeness) -> list[Row]:
    """Every run of nights that were not logged."""
    return [{"From": gap.start, "To": gap.end, "Nights": gap.nights} for gap in completeness.gaps]


def table_what_it_would_take(what: WhatItWouldTake) -> list[Row]:
    """Logged nights for every size of fall, as one change and by turns."""
    return [
        {
            "Fall to show": f"{round(100 * fall.fall)} %",
            "Logged nights in all, two weeks on and off by turns": f"more than {what.limit}"
            if fall.nights_by_turns is None
            else str(fall.nights_by_turns),
            "Logged nights on each side of one change": "more than half a year"
            if fall.nights_each_side is None
            else str(fall.nights_each_side),
        }
        for fall in what.falls
        if what.verdict != "not_enough_data"
    ]
