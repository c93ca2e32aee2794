"""Every question that was asked, in one picture."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from analysis.measures import Course, ExposureAnswer, MedicationChange
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.exposures import exposure, exposures_of
from analysis.screen.parts import kept_chart, picture, say
from analysis.screen.server import guarded
from analysis.screen.session import Shown, reviewed
from analysis.screen.shielded import charts, words


@guarded
def together(result: Review, shown: Shown) -> None:
    st.title("Everything together", anchor=False)
    asked: tuple[ExposureAnswer | MedicationChange | Course, ...] = (
        *result.exposures,
        *result.medication_changes,
        *result.courses,
    )
    if not asked and not result.lost:
        say(words.say_nothing_recorded("together", unused=words.could_hold_more(result.journal)))
        return
    rows = words.table_questions(result, shown.wording, shown.volume, shown.glass_ml)
    nothing = words.say_no_clear_difference(result, shown.wording, shown.volume, shown.glass_ml)
    forest = kept_chart(
        "forest", (*reviewed(result), shown.display), partial(charts.plot_forest, result, shown.display)
    )
    picture("All questions at once", words.say_all_questions(result), forest, rows,
            note=words.say_sizes_drawn(result, shown.wording))  # fmt: skip
    if nothing is not None:
        with st.expander("What shows no clear difference, each with its range", key="no difference"):
            say(nothing.text)
    if any(each.verdict != "not_enough_data" for each in asked):
        say(words.say_range_note(shown.wording))
    groups = {answers[0].field: answers for answers in exposures_of(result)}
    if groups:
        labels = {field: answers[0].label for field, answers in groups.items()}
        field = st.selectbox(
            "Look at one question", list(groups), format_func=labels.__getitem__,
            **stays("question", first_to_look_at(groups), groups.__contains__),
        )  # fmt: skip
        exposure(groups[field], result, shown)
    say(words.say_no_cause(shown.wording))


def first_to_look_at(groups: Mapping[str, Sequence[ExposureAnswer]]) -> str:
    """The field that is open until another is chosen: one with a clear direction, else one with an answer,
    else the first."""
    for refused in ({"not_enough_data", "no_clear_difference"}, {"not_enough_data"}):
        for field, answers in groups.items():
            if any(answer.verdict not in refused for answer in answers):
                return field
    return next(iter(groups))
