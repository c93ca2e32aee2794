"""Before and after a change, on and off a treatment, and what it would take to know more."""

import streamlit as st

from analysis import charts, words
from analysis.measures import MedicationChange
from analysis.review import Review
from analysis.screen.parts import bullets, heading, open_table, picture, say, table
from analysis.screen.server import guarded
from analysis.screen.session import Shown
from analysis.screen.summary import opened_by
from analysis.words import capital, day


@guarded
def medication(result: Review, shown: Shown) -> None:
    st.title("Before and after a change", anchor=False)
    if result.spells:
        heading("Every medicine as it was taken")
        open_table(words.table_spells(result.spells, shown.wording), "every medicine")
    changes, courses = result.medication_changes, result.courses
    names = [capital(f"{words.changed(change)}, {day(change.night)}") for change in changes]
    names += [words.label_course(course, shown.wording) for course in courses]
    if not names and result.spells:
        return
    if not names:
        say(words.say_nothing_recorded("medication", unused=words.could_hold_more(result.journal)))
        return
    if st.session_state.get("change", len(names)) >= len(names):
        told = [opened_by(found, result).get("change") for found in result.findings]
        st.session_state.change = next(
            (place for place in told if place is not None), max(len(changes) - 1, 0)
        )
    assumed = words.assumes(result.journal)
    place = st.selectbox("Change", range(len(names)), format_func=names.__getitem__, key="change")
    if place < len(changes):
        one_change(names[place], changes[place], shown, assumed=assumed)
        if changes[place].verdict == "not_enough_data":  # the same medicine may still have an answer
            for course in courses:
                if course.medication == changes[place].medication:
                    say(words.say_course(course, shown.wording))
    else:
        course = courses[place - len(changes)]
        figure = charts.plot_course(course, shown.display, assumed=assumed)
        rows = words.table_courses([course], shown.wording)
        picture(names[place], words.say_course(course, shown.wording), figure, rows, "course")
    if it_would_take := words.say_what_it_would_take(result.what_it_would_take, shown.wording):
        st.header("What it would take", anchor=False)
        say(it_would_take)
    table(words.table_what_it_would_take(result.what_it_would_take), "what it would take")
    say(words.say_no_cause(shown.wording))


def one_change(name: str, change: MedicationChange, shown: Shown, *, assumed: bool) -> None:
    sentences = [words.say_change(change, shown.wording), words.say_usual_range(change, shown.wording)]
    figure = charts.plot_change(change, shown.display, assumed=assumed)
    picture(name, sentences, figure, words.table_change(change, shown.wording), "change")
    if change.date_rank.of:
        picture("The same comparison at other dates", words.say_date_rank(change, shown.wording),
                charts.plot_other_dates(change, shown.display))  # fmt: skip
    caveats = words.say_caveats(change, shown.wording)
    if caveats and change.verdict != "not_enough_data":
        st.header("To keep in mind", anchor=False)
        bullets(caveats)
    if evidence := words.say_evidence(change.evidence, change.drug_class):
        st.header("What is published", anchor=False)
        say(evidence)
        if change.evidence is not None and change.evidence.measure == "adjusted sequence ratio":
            say(words.say_sequence_ratio())
