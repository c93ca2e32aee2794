"""Any two periods against each other, worked out when they are looked at."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from analysis.measures import (
    FEWEST_FOR_TWO,
    Hemisphere,
    Period,
    around,
    compare_periods,
    halves,
    season_pairs,
)
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.parts import DATES, OTHER_DATES, picture, say
from analysis.screen.server import guarded
from analysis.screen.session import Shown
from analysis.screen.shielded import charts, words

HALVES = "First half and second half"
VISIT = "Before and after a visit"


@st.fragment
@guarded
def compare_two(result: Review, shown: Shown) -> None:
    """Any two periods, worked out when they are looked at."""
    with st.expander("Compare two periods", key="compare", on_change="rerun") as box:
        if box.open:
            two_periods(result, shown)


def two_periods(result: Review, shown: Shown) -> None:
    nights = result.journal.nights.index
    if len(nights) < FEWEST_FOR_TWO:
        say(f"Two periods need at least {FEWEST_FOR_TWO} nights.")
        return
    periods = pick_two(nights[0].date(), nights[-1].date(), result.hemisphere)
    if periods is None:
        say("Pick the first and the last night of both periods.")
        return
    with st.spinner("Comparing …"):
        comparison = compare_periods(
            result.journal,
            *periods,
            alongside=result.p_values,
            freely_chosen=st.session_state.periods == OTHER_DATES,
        )
    assumed = words.assumes(result.journal)
    sentence = words.say_compare(comparison, shown.wording, assumed=assumed)
    figure = charts.plot_compare(comparison, shown.display, assumed=assumed)
    rows = words.table_comparison(comparison, shown.wording)
    picture("The later against the earlier", sentence, figure, rows)


def pick_two(first: date, last: date, hemisphere: Hemisphere) -> tuple[Period, Period] | None:
    """The two periods of a comparison; None while one of them is only half picked."""
    seasons = {words.label_seasons(pair): pair for pair in season_pairs(first, last, hemisphere)}
    choices = [HALVES, VISIT, *seasons, OTHER_DATES]
    asked = st.selectbox("Periods", choices, **stays("periods", HALVES, choices.__contains__))
    early, late = halves(first, last)
    if asked in seasons:
        return seasons[asked].earlier, seasons[asked].later
    if asked == HALVES:
        return early, late
    if asked == VISIT:
        soonest = first + timedelta(days=1)
        visit = day_of("Day of the visit", "visit", late[0], soonest, last)
        return None if visit is None else around(first, last, visit)
    with st.grid(2):
        earlier = day_of("Earlier", "earlier", early, first, last)
        later = day_of("Later", "later", late, first, last)
    return (earlier, later) if len(earlier) == len(later) == 2 else None


def day_of(label: str, key: str, shown: Any, first: date, last: date) -> Any:
    """A day, or the two of a period where two are ``shown``; None or one of them while nothing is picked."""

    def fits(held: Any) -> bool:
        days = held if isinstance(held, tuple) else (held,)
        return all(day is None or first <= day <= last for day in days)

    return st.date_input(label, min_value=first, max_value=last, format=DATES, **stays(key, shown, fits))
