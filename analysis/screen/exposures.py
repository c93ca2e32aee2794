"""Hydration, activity and all else that is kept of the days."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from analysis.measures import ExposureAnswer, lagged
from analysis.review import Review
from analysis.screen.parts import bullets, chart, kept_chart, picture, say, table
from analysis.screen.server import guarded
from analysis.screen.session import Shown, kept, reviewed
from analysis.screen.shielded import charts, words


def exposures_of(result: Review, anchor: words.Anchor | None = None) -> list[list[ExposureAnswer]]:
    """The questions that belong to a tab, or all; those of one field together."""
    mine = [answer for answer in result.exposures if anchor in (None, words.anchor_of(answer))]
    return [list(group) for _, group in groupby(mine, key=lambda answer: answer.field)]


@guarded
def exposure(answers: Sequence[ExposureAnswer], result: Review, shown: Shown) -> None:
    """One exposure: its answers, its chart, its table, and on request the days before."""
    first, units = answers[0], (shown.volume, shown.glass_ml)
    sentences = [words.say_exposure(answer, shown.wording, *units) for answer in answers]
    levels = words.say_levels(first, shown.wording, *units)
    drawn = len(first.levels) > 1 and any(level.rate.cramps for level in first.levels)
    draw = partial(charts.plot_exposure, first, shown.display)
    figure = kept_chart(first.field, (*reviewed(result), shown.display), draw) if drawn else None
    title = f"{first.label} during the day before"
    note = words.say_levels_note(shown.wording) if figure else ""
    picture(title, [*sentences, levels], figure, words.table_levels(first, *units), first.field, note)
    second_look(answers, result, shown)


@st.fragment
@guarded
def second_look(answers: Sequence[ExposureAnswer], result: Review, shown: Shown) -> None:
    """The same question asked of the days before: fitted when it is looked at."""
    box = st.expander("A second look: the days before", key=f"lags {answers[0].field}", on_change="rerun")
    if not box.open:
        return
    units = (shown.wording, shown.volume, shown.glass_ml)
    for answer in answers:
        with box, st.spinner("Asking the days before …"):
            question = answer.question
            lags = kept(question, reviewed(result), partial(lagged, result.journal, question))
        with box:
            bullets(words.say_lags(lags, *units))
            alt = f"{answer.label}: the days before"
            if any(lag.verdict != "not_enough_data" for lag in lags):
                chart(f"lags {question}", alt, charts.plot_lags(lags, shown.display))
                table(words.table_lags(lags, *units), f"lags {question}")


@guarded
def exposure_tab(result: Review, shown: Shown, anchor: words.Anchor) -> None:
    st.title("Fluid and cramps" if anchor == "hydration" else "Activity and cramps", anchor=False)
    groups = exposures_of(result, anchor)
    if not groups and result.lost:
        return
    if not groups:
        say(words.say_nothing_recorded(anchor, unused=words.could_hold_more(result.journal)))
        return
    for answers in groups:
        exposure(answers, result, shown)
    say(words.say_no_cause(shown.wording))
