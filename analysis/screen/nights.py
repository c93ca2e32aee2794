"""The nights: calendar, hours, places, pain, length, symptoms, relief."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from analysis.journal import Journal
from analysis.measures import MONTH_NIGHTS, WEEKDAY_NIGHTS, NamedRate, well_known
from analysis.review import Review
from analysis.screen.night import begin_card
from analysis.screen.parts import Rows, chart, picture, say, table
from analysis.screen.server import guarded
from analysis.screen.session import Shown
from analysis.screen.shielded import charts, words

HALF_PAGE = 420  # pixels of a chart that shares its row
MANY_YEARS = 3  # years from which the calendar offers one of them


@dataclass(frozen=True)
class Picture:
    """One picture of the nights: ``recorded`` tells whether the journal holds anything about it; without a
    ``figure`` the sentences say why.
    """

    title: str
    recorded: bool
    sentences: str | list[str]
    figure: charts.Figure | None
    rows: Rows


def several(rates: Sequence[NamedRate], least_nights: int) -> bool:
    """Whether more than one rate is known well enough to be told, and there is a cramp in them: else nothing
    is compared."""
    given = well_known(rates, least_nights)
    return len(given) > 1 and any(each.rate.cramps for each in given)


@guarded
def nights(result: Review, shown: Shown) -> None:
    st.title("The nights", anchor=False)
    found, how, look = result.patterns, shown.wording, shown.display
    complete = result.completeness
    journal, said = result.journal, words.say_completeness(complete, how)
    st.header("Night by night", anchor=False)
    say(said)
    year = pick_year(journal, narrow=look.narrow)
    figure = charts.plot_calendar(journal.nights, look, assumed=journal.nights_assumed, year=year)
    chart("nights", f"Night by night. {said}", figure)
    if len(journal.nights):
        st.button("Open a night", "open a night", icon=":material/bedtime:", on_click=begin_card,
                  args=(last_cramp(journal),))  # fmt: skip
    table(words.table_completeness(complete), "nights")
    half = replace(look, width=None if look.narrow else HALF_PAGE)
    hours, pain, length = found.hour_of_night, found.severity, found.duration
    came, done, table_of = found.symptoms, found.relief, words.table_distribution
    pictures = (
        Picture("Hour of the night", hours.timed > 0, words.say_hour_of_night(hours, how),
                charts.plot_hour_of_night(hours, half) if hours.timed > 1 else None,
                words.table_hours(hours)),
        Picture("Muscle and side", any(place.muscle or place.side for place in found.places),
                words.say_places(found.places, how),
                charts.plot_places(found.places, half) if found.places else None,
                words.table_places(found.places)),
        Picture("Pain", pain.recorded > 0, words.say_severity(pain, how),
                charts.plot_severity(pain, half) if pain.recorded > 1 else None, table_of(pain, "0-10")),
        Picture("Length of a cramp", length.recorded > 0, words.say_duration(length, how),
                charts.plot_duration(length, half) if length.recorded > 1 else None,
                table_of(length, "min")),
        Picture("Day of the week", True, words.say_weekdays(found.weekdays, how),
                charts.plot_weekday(found.weekdays, half)
                if several(found.weekdays, WEEKDAY_NIGHTS) else None,
                words.table_named_rates(found.weekdays, "Evening of")),
        Picture("Month of the year", True, words.say_months(found.months, how),
                charts.plot_month(found.months, half) if several(found.months, MONTH_NIGHTS) else None,
                words.table_named_rates(found.months, "Month")),
        Picture("What came with the cramps", bool(came), words.say_symptoms(came, how),
                charts.plot_symptoms(came, half) if came else None, words.table_symptoms(came)),
        Picture("What was done for relief", bool(done), words.say_relief(done, how),
                charts.plot_relief(done, half) if done else None, words.table_relief(done)),
    )  # fmt: skip
    with st.grid(2, min_column_width=HALF_PAGE, gap="medium"):
        for each in pictures:
            if each.recorded:
                with st.container():
                    picture(each.title, each.sentences, each.figure, each.rows)
    empty = [each.title for each in pictures if not each.recorded]
    unused = words.could_hold_more(journal)
    say(words.say_not_kept(empty, result.frequency.overall.cramps, unused=unused))


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
    choices = [None, *years]
    return st.selectbox("Year shown", choices, int(narrow), key=f"year {narrow}",
                        format_func=lambda year: "All years" if year is None else str(year))  # fmt: skip
