"""What the interactive copy shows: every part of the screen that has a chart, in the screen's order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from analysis import words
from analysis.measures import (
    FEWEST_FOR_TWO,
    MONTH_NIGHTS,
    WEEKDAY_NIGHTS,
    CountFit,
    NamedRate,
    compare_periods,
    halves,
    lagged,
    nights_of,
    several_known,
    whole_fit,
)
from analysis.report.options import Keep
from analysis.review import Review

if TYPE_CHECKING:
    from analysis.charts import Display, Figure


@dataclass(frozen=True)
class Part:
    """A chart with its title, the sentences above it and the table below. ``layouts``: how it is drawn, the
    widest first; a narrower one is for screens that the one before does not fit."""

    title: str
    said: Sequence[str]
    draw: "Callable[[Display], Figure]"
    rows: Sequence[Mapping[str, Any]] = ()
    layouts: "Sequence[Display]" = ()

    @property
    def figures(self) -> "list[Figure]":
        return [self.draw(display) for display in self.layouts]


def parts_of(review: Review, keep: Keep) -> list[Part]:
    """Every part that the review can answer; none without a night."""
    from analysis import charts  # draws, and takes its time to be imported

    if not len(review.journal.nights):
        return []
    wide = charts.Display(volume=keep.volume, glass_ml=keep.glass_ml)
    narrow = replace(wide, narrow=True)
    parts: tuple[tuple[Callable[[Review, Keep], Iterator[Part]], Sequence[Display]], ...] = (
        (_over_time, (wide, narrow)),
        (_questions, (wide, narrow)),
        (_exposures, (wide, narrow)),
        (_medicines, (wide, narrow)),
        (_changes, (wide, narrow)),
        (_nights, (narrow,)),  # what reads well on every screen is laid out once
        (_cramps, (narrow,)),
        (_complete, (narrow,)),
    )
    return [replace(part, layouts=layouts) for make, layouts in parts for part in make(review, keep)]


def _over_time(review: Review, keep: Keep) -> Iterator[Part]:
    from analysis import charts

    often, assumed = review.frequency, words.assumes(review.journal)
    yield Part(
        "The whole journal" if review.start is None else "The chosen period",
        [words.say_overall(often, keep.wording, assumed=assumed)],
        partial(charts.plot_timeline, review),
        words.table_weeks(often, keep.wording),
    )
    nights = review.journal.nights.index
    if len(nights) < FEWEST_FOR_TWO:
        return
    periods = halves(nights[0].date(), nights[-1].date())
    compared = compare_periods(review.journal, *periods, alongside=review.p_values)
    if compared.verdict != "not_enough_data":
        yield Part(
            "The second half against the first",
            [words.say_compare(compared, keep.wording, assumed=assumed)],
            partial(charts.plot_compare, compared, assumed=assumed),
            words.table_comparison(compared, keep.wording),
        )


def _questions(review: Review, keep: Keep) -> Iterator[Part]:
    from analysis import charts

    rows = words.table_questions(review, keep.wording, keep.volume, keep.glass_ml)
    if rows:
        nothing = words.say_no_clear_difference(review, keep.wording, keep.volume, keep.glass_ml)
        said = [
            words.say_all_questions(review),
            nothing.text if nothing else "",
            words.say_sizes_drawn(review, keep.wording),
        ]
        yield Part("All questions at once", said, partial(charts.plot_forest, review), rows)


def _exposures(review: Review, keep: Keep) -> Iterator[Part]:
    """Those that have an answer, each with the days before."""
    from analysis import charts

    units = (keep.volume, keep.glass_ml)
    fit: CountFit | None = None  # of the whole journal, made where a first question needs it
    for _, group in groupby(review.exposures, key=lambda answer: answer.field):
        answers = [answer for answer in group if answer.verdict != "not_enough_data"]
        if not answers:
            continue
        said = [words.say_exposure(answer, keep.wording, *units) for answer in answers]
        said.append(words.say_levels(answers[0], keep.wording, *units))
        draw = partial(charts.plot_exposure, answers[0])
        rows = words.table_levels(answers[0], *units, keep.wording)
        yield Part(words.exposure_name(answers[0]), said, draw, rows)
        for answer in answers:
            fit = fit or whole_fit(nights_of(review.journal))
            before = lagged(review.journal, answer.question, fit=fit)
            if any(each.verdict != "not_enough_data" for each in before):
                yield Part(
                    f"{words.exposure_name(answer)}: the days before",
                    words.say_lags(before, keep.wording, *units),
                    partial(charts.plot_lags, before),
                    words.table_lags(before, keep.wording, *units),
                )


def _medicines(review: Review, keep: Keep) -> Iterator[Part]:
    from analysis import charts

    if review.spells or review.intakes:
        yield Part(
            "Every medicine as it was taken",
            [words.say_record(review.spells, review.intakes)],
            partial(charts.plot_medicines, review),
            words.table_spells(review.spells, keep.wording),
        )


def _changes(review: Review, keep: Keep) -> Iterator[Part]:
    """Changes and courses that have an answer, each change with the same comparison at other dates."""
    from analysis import charts

    assumed, wording = words.assumes(review.journal), keep.wording
    for change in review.medication_changes:
        if change.verdict == "not_enough_data":
            continue
        name = words.label_change(change, wording)
        said = [
            words.say_change(change, wording),
            words.say_usual_range(change, wording),
            *words.say_caveats(change, wording),
        ]
        draw = partial(charts.plot_change, change, assumed=assumed)
        yield Part(name, said, draw, words.table_change(change, wording))
        if change.date_rank.of:
            yield Part(
                f"{name}: the same comparison at other dates",
                [words.say_date_rank(change, wording)],
                partial(charts.plot_other_dates, change),
            )
    for course in review.courses:
        if course.verdict != "not_enough_data":
            yield Part(
                words.label_course(course, wording),
                [words.say_course(course, wording)],
                partial(charts.plot_course, course, assumed=assumed),
                words.table_courses([course], wording),
            )


def _nights(review: Review, keep: Keep) -> Iterator[Part]:
    from analysis import charts

    journal = review.journal
    said = words.say_completeness(review.completeness, keep.wording, assumed=words.assumes(journal))
    draw = partial(charts.plot_calendar, journal.nights, assumed=journal.nights_assumed)
    yield Part("Night by night", [said], draw)


def _cramps(review: Review, keep: Keep) -> Iterator[Part]:
    """What is recorded of the cramps: as many of each as can make a picture."""
    from analysis import charts

    found, wording = review.patterns, keep.wording
    hours, places, pain, length = found.hour_of_night, found.places, found.severity, found.duration
    if hours.timed > 1:
        said = [words.say_hour_of_night(hours, wording)]
        draw = partial(charts.plot_hour_of_night, hours)
        yield Part("Hour of the night", said, draw, words.table_hours(hours))
    if any(place.muscle or place.side for place in places):
        said = [words.say_places(places, wording)]
        yield Part("Muscle and side", said, partial(charts.plot_places, places), words.table_places(places))
    if pain.recorded > 1:
        rows = words.table_distribution(pain, "0-10")
        yield Part("Pain", [words.say_severity(pain, wording)], partial(charts.plot_severity, pain), rows)
    if length.recorded > 1:
        said, rows = [words.say_duration(length, wording)], words.table_distribution(length, "min")
        yield Part("Length of a cramp", said, partial(charts.plot_duration, length), rows)
    if several_known(found.weekdays, WEEKDAY_NIGHTS):
        said = [words.say_weekdays(found.weekdays, found.weekdays_differ, wording)]
        rows = _rates(found.weekdays, "Evening of", keep)
        yield Part("Day of the week", said, partial(charts.plot_weekday, found.weekdays), rows)
    if several_known(found.months, MONTH_NIGHTS):
        said = [words.say_months(found.months, found.months_differ, wording)]
        rows = _rates(found.months, "Month", keep)
        yield Part("Month of the year", said, partial(charts.plot_month, found.months), rows)
    if found.symptoms:
        said, rows = [words.say_symptoms(found.symptoms, wording)], words.table_symptoms(found.symptoms)
        yield Part("What came with the cramps", said, partial(charts.plot_symptoms, found.symptoms), rows)
    if found.relief:
        said, rows = words.say_relief(found.relief, wording), words.table_relief(found.relief)
        yield Part("What was done for relief", said, partial(charts.plot_relief, found.relief), rows)


def _rates(rates: Sequence[NamedRate], heading: str, keep: Keep) -> list[words.Row]:
    return words.table_named_rates(rates, heading, keep.wording)


def _complete(review: Review, keep: Keep) -> Iterator[Part]:
    """Month by month, where some nights are not logged and none is assumed."""
    from analysis import charts

    complete, assumed = review.completeness, words.assumes(review.journal)
    if len(complete.months) > 1 and complete.logged < complete.nights and not assumed:
        said = [
            words.say_completeness(complete, keep.wording, assumed=assumed),
            words.say_bounds(complete, keep.wording, assumed=assumed),
            words.say_leaning(complete, keep.wording),
        ]
        draw = partial(charts.plot_logged_months, complete)
        yield Part("How complete it is", said, draw, words.table_completeness(complete))
