"""The nights: calendar, hours, places, pain, length, symptoms, relief."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from analysis.charts import Display
from analysis.faults import Lost, ProgramFault
from analysis.journal import Journal
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
    several_known,
)
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.night import begin_card
from analysis.screen.parts import Rows, chart, kept_chart, picture, say, table, told_above
from analysis.screen.server import guard, guarded
from analysis.screen.session import Shown, reviewed
from analysis.screen.shielded import charts, words

HALF_PAGE = 420  # pixels of a chart that shares its row
ALL_YEARS = 0  # of the choices; None is no choice at all to Streamlit
MANY_YEARS = 3  # years from which the calendar offers one of them


@dataclass(frozen=True)
class Picture:
    """One picture of the nights: ``recorded`` tells whether the journal holds anything about it; where
    nothing can ``draw`` it, the sentences say why.
    """

    recorded: bool
    sentences: str | list[str]
    draw: Callable[[], charts.Figure | None] | None
    rows: Rows


@guarded
def nights(result: Review, shown: Shown) -> None:
    st.title("The nights", anchor=False)
    night_by_night(result, shown)
    about_the_cramps(result, shown)


@guarded
def night_by_night(result: Review, shown: Shown) -> None:
    """The calendar, and how much of it is logged."""
    journal, look = result.journal, shown.display
    said = words.say_completeness(result.completeness, shown.wording, assumed=words.assumes(journal))
    st.header("Night by night", anchor=False)
    say(said)
    year = pick_year(journal, narrow=look.narrow)
    draw = partial(charts.plot_calendar, journal.nights, look, assumed=journal.nights_assumed, year=year)
    calendar = kept_chart("nights", (*reviewed(result), look, year), draw)
    chart("nights", told_above("Night by night", table=True), calendar)
    if len(journal.nights):
        st.button("Open a night", "open a night", icon=":material/bedtime:", on_click=begin_card,
                  args=(last_cramp(journal),))  # fmt: skip
    table(words.table_completeness(result.completeness), "nights")


@guarded
def about_the_cramps(result: Review, shown: Shown) -> None:
    """A picture of each thing that is recorded of the cramps, and what is not."""
    look, empty = shown.display, []
    half = replace(look, width=None if look.narrow else HALF_PAGE)
    with st.grid(2, min_column_width=HALF_PAGE, gap="medium"):
        for title, (make, *parts) in PICTURES.items():
            with guard(title):
                each = make(*(found_of(result, part) for part in parts), shown.wording, half)
                if each.recorded:
                    seen = (*reviewed(result), half)
                    figure = None if each.draw is None else kept_chart(title, seen, each.draw)
                    with st.container():
                        picture(title, each.sentences, figure, each.rows)
                else:
                    empty.append(title)
    unused = words.could_hold_more(result.journal)
    say(words.say_not_kept(empty, result.frequency.overall.cramps, unused=unused))


def of_hours(hours: HourOfNight, how: words.Wording, half: Display) -> Picture:
    return Picture(hours.timed > 0, words.say_hour_of_night(hours, how),
                   partial(charts.plot_hour_of_night, hours, half) if hours.timed > 1 else None,
                   words.table_hours(hours))  # fmt: skip


def of_places(places: Sequence[Place], how: words.Wording, half: Display) -> Picture:
    return Picture(any(place.muscle or place.side for place in places), words.say_places(places, how),
                   partial(charts.plot_places, places, half) if places else None,
                   words.table_places(places))  # fmt: skip


def of_pain(pain: Distribution, how: words.Wording, half: Display) -> Picture:
    return Picture(pain.recorded > 0, words.say_severity(pain, how),
                   partial(charts.plot_severity, pain, half) if pain.recorded > 1 else None,
                   words.table_distribution(pain, "0-10"))  # fmt: skip


def of_length(length: Distribution, how: words.Wording, half: Display) -> Picture:
    return Picture(length.recorded > 0, words.say_duration(length, how),
                   partial(charts.plot_duration, length, half) if length.recorded > 1 else None,
                   words.table_distribution(length, "min"))  # fmt: skip


def of_weekdays(
    rates: Sequence[NamedRate], compared: Difference, how: words.Wording, half: Display
) -> Picture:
    several = several_known(rates, WEEKDAY_NIGHTS)
    return Picture(any(each.rate.cramps for each in rates), words.say_weekdays(rates, compared, how),
                   partial(charts.plot_weekday, rates, half) if several else None,
                   words.table_named_rates(rates, "Evening of"))  # fmt: skip


def of_months(rates: Sequence[NamedRate], compared: Difference, how: words.Wording, half: Display) -> Picture:
    several = several_known(rates, MONTH_NIGHTS)
    return Picture(any(each.rate.cramps for each in rates), words.say_months(rates, compared, how),
                   partial(charts.plot_month, rates, half) if several else None,
                   words.table_named_rates(rates, "Month"))  # fmt: skip


def of_symptoms(came: Sequence[NamedCount], how: words.Wording, half: Display) -> Picture:
    return Picture(bool(came), words.say_symptoms(came, how),
                   partial(charts.plot_symptoms, came, half) if came else None,
                   words.table_symptoms(came))  # fmt: skip


def of_relief(done: Sequence[Relief], how: words.Wording, half: Display) -> Picture:
    return Picture(bool(done), words.say_relief(done, how),
                   partial(charts.plot_relief, done, half) if done else None,
                   words.table_relief(done))  # fmt: skip


# By their titles, with the parts of the patterns that each shows.
PICTURES: dict[str, tuple[Callable[..., Picture], *tuple[str, ...]]] = {
    "Hour of the night": (of_hours, "hour_of_night"),
    "Muscle and side": (of_places, "places"),
    "Pain": (of_pain, "severity"),
    "Length of a cramp": (of_length, "duration"),
    "Day of the week": (of_weekdays, "weekdays", "weekdays_differ"),
    "Month of the year": (of_months, "months", "months_differ"),
    "What came with the cramps": (of_symptoms, "symptoms"),
    "What was done for relief": (of_relief, "relief"),
}


def found_of(result: Review, part: str) -> Any:
    """A part of the patterns; one that a fault has cost is told once, not by each word and chart of it."""
    found = getattr(result.patterns, part)
    if isinstance(found, Lost):
        raise ProgramFault(found.lost_by)
    return found


def last_cramp(journal: Journal) -> date:
    """The last night with a cramp, else the last night."""
    cramps = journal.nights.index[journal.nights["cramps"] > 0]
    return (cramps if len(cramps) else journal.nights.index)[-1].date()  # type: ignore[no-any-return]


def pick_year(journal: Journal, *, narrow: bool) -> int | None:
    """The year of the calendar; None is all of them. A phone begins with the last of many."""
    if journal.nights.empty:
        return None
    years = list(range(journal.nights.index[-1].year, journal.nights.index[0].year - 1, -1))
    if len(years) < MANY_YEARS:
        return None
    choices = [ALL_YEARS, *years]
    shown = stays(f"year {narrow}", choices[int(narrow)], choices.__contains__)
    year: int = st.selectbox("Year shown", choices, format_func=lambda at: str(at or "All years"), **shown)
    return year or None
