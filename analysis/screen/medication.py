"""Before and after a change, on and off a treatment, and what it would take to know more."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis.measures import MedicationChange
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.comparisons import comparison_keys, key_of_named, opens_comparisons
from analysis.screen.parts import (
    bring_into_view,
    bullets,
    chart,
    heading,
    kept_chart,
    open_table,
    picture,
    say,
    table,
    told_above,
)
from analysis.screen.server import guard, guarded
from analysis.screen.session import VIEWS, Shown, reviewed, show_view
from analysis.screen.shielded import charts, words
from analysis.screen.summary import opened_by
from analysis.words import capital


@guarded
def medication(result: Review, shown: Shown) -> None:
    st.title("Before and after a change", anchor=False)
    every_medicine(result, shown)
    changes, courses = result.medication_changes, result.courses
    names = [capital(f"{words.changed(change)}, {words.when_changed(change)}") for change in changes]
    names += [words.label_course(course, shown.wording) for course in courses]
    if not names and (result.spells or result.intakes or result.lost):
        return
    if not names:
        say(words.say_nothing_recorded("medication", unused=words.could_hold_more(result.journal)))
        return
    keys = comparison_keys(result)
    told = [key_of_named(result)]
    with guard("what stands out"):
        told += [opened_by(found, result).get("change") for found in result.findings]
    begins = next(filter(None, told), keys[max(len(changes) - 1, 0)])
    chosen = st.selectbox("Change", keys, format_func=dict(zip(keys, names, strict=True)).__getitem__,
                          **stays("change", begins, keys.__contains__))  # fmt: skip
    place = keys.index(chosen)
    bring_into_view("comparison", st.session_state.pop("opened_change", 0))
    with st.container(key="comparison"):
        comparison(result, shown, names[place], place)
    if it_would_take := words.say_what_it_would_take(result.what_it_would_take, shown.wording):
        st.header("What it would take", anchor=False)
        say(it_would_take)
    table(words.table_what_it_would_take(result.what_it_would_take), "what it would take")
    say(words.say_no_cause(shown.wording))


@guarded
def comparison(result: Review, shown: Shown, name: str, place: int) -> None:
    """The change or course that was chosen."""
    changes, courses = result.medication_changes, result.courses
    assumed = words.assumes(result.journal)
    if place < len(changes):
        one_change(name, changes[place], shown, assumed=assumed)
        if changes[place].verdict == "not_enough_data":  # the same medicine may still have an answer
            for course in courses:
                if course.medication == changes[place].medication:
                    say(words.say_course(course, shown.wording))
    else:
        course = courses[place - len(changes)]
        figure = charts.plot_course(course, shown.display, assumed=assumed)
        rows = words.table_courses([course], shown.wording)
        picture(name, words.say_course(course, shown.wording), figure, rows, "course")


@guarded
def every_medicine(result: Review, shown: Shown) -> None:
    """The lanes and the table of all that was taken; a click on a medicine opens its comparison."""
    if not result.spells and not result.intakes:
        return
    heading("Every medicine as it was taken")
    seen = (*reviewed(result), shown.display)
    chosen = opens_comparisons(open_change, result, shown)
    draw = partial(charts.plot_medicines, result, shown.display)
    figure = kept_chart("medicines", seen, draw, chosen=bool(chosen))
    said = words.say_record(result.spells, result.intakes)
    opens = bool(chosen) and bool(result.medication_changes)
    say(said + (" A click on a bar or on a mark opens its comparison." if opens else ""))
    chart("medicines", told_above("Every medicine as it was taken", table=True), figure, **chosen)
    rows = words.table_spells(result.spells, shown.wording, in_lines=shown.display.narrow)
    open_table(rows, "every medicine")
    if result.spells:
        say(words.say_spell_note(shown.wording))
    table(words.table_intakes(result.intakes), "intakes", "What was taken now and then")


def open_change(keys: Sequence[str]) -> None:
    """A click on a medicine in the lanes opens the comparison of its change, of which ``keys`` are all."""
    for point in st.session_state["chart medicines"]["selection"]["points"][:1]:
        told = point.get("customdata")
        if told and told[0] is not None:
            show_view(VIEWS["medication"], change=keys[int(told[0])])
            st.session_state.opened_change = st.session_state.get("opened_changes", 0) + 1
            st.session_state.opened_changes = st.session_state.opened_change


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
    if evidence := words.say_evidence(change.evidence, change.drug_class, change.generic, shown.wording):
        st.header("What is published", anchor=False)
        say(evidence)
        of_sequences = change.evidence is not None and change.evidence.measure == words.SEQUENCE_RATIO
        if of_sequences and shown.wording == "clinical":
            say(words.say_sequence_ratio())
