"""What only a person can say: whether a file is about leg cramps, what a column is, what a word means."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import available_timezones

import streamlit as st

from analysis.journal import (
    ARE_THESE_LEG_CRAMPS,
    FILE,
    KIND,
    LEFT_OUT,
    WHICH_ZONE,
    WORD,
    ZONE,
    Receipt,
    answers_from_json,
    answers_to_json,
    key_of_file,
    key_of_word,
    key_of_zone,
)
from analysis.screen.parts import heading, offer, open_table, say, uploaded
from analysis.screen.server import guarded
from analysis.screen.session import VIEWS, show_view
from analysis.screen.shielded import words

MOST_WORDS = 60  # different answers that are asked about at once


@guarded
def strip(receipts: Sequence[Receipt], not_understood: int = 0) -> None:
    """One line of what is not used, with the way to where it can be said what it is."""
    said = words.say_not_used(receipts, not_understood)
    if not said:
        return
    with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
        say(said)
        st.button("See Journal", "strip journal", type="tertiary", on_click=show_view,
                  args=(VIEWS["journal"],), icon=":material/arrow_forward:")  # fmt: skip


def about_leg_cramps(receipt: Receipt, place: int) -> None:
    """Whether a file is about leg cramps, where nothing says so; what was answered can be taken back."""
    key = key_of_file(receipt)
    answer = st.session_state.mapping.get(key)
    if answer is not None or receipt.error_code == LEFT_OUT:
        said = "left out" if receipt.error_code == LEFT_OUT else "taken for leg cramps"
        with st.container(horizontal=True, vertical_alignment="center"):
            say(f"You said: {said}.")
            st.button("Take that back", f"ask {place}", on_click=answer_file, args=(key, None))
    elif receipt.question == ARE_THESE_LEG_CRAMPS:
        st.markdown("**Are these leg cramps?**")
        with st.container(horizontal=True):
            st.button("Yes, leg cramps", f"cramps {place}", on_click=answer_file, args=(key, "cramps"))
            st.button("No, leave it out", f"leave {place}", on_click=answer_file, args=(key, "ignore"))


def in_which_zone(receipt: Receipt, place: int) -> None:
    """The time zone of a file whose times are those of UTC, asked where no column of it names one."""
    key = key_of_zone(receipt)
    told = st.session_state.mapping.get(key, "")
    if told or any(problem.code == WHICH_ZONE for problem in receipt.problems):
        zones = ["", *sorted(available_timezones())]
        box = f"zone {place} {st.session_state.version}"
        label = "Its times are those of UTC. In which time zone did you live?"
        at = zones.index(told) if told in zones else 0
        st.selectbox(label, zones, at, key=box, on_change=answer_zone, args=(key, box))


def answer_zone(key: str, box: str) -> None:
    answer_file(key, st.session_state[box] or None)


def answer_file(key: str, answer: str | None) -> None:
    """Takes or takes back what a file is about, and has the files read again."""
    held = {name: told for name, told in st.session_state.mapping.items() if name != key}
    take_mapping(held if answer is None else held | {key: answer})


def take_mapping(mapping: dict[str, str]) -> None:
    """New answers: a new version, so that no box keeps what it showed before."""
    st.session_state.update(mapping=mapping, version=st.session_state.version + 1)


def meanings_part(receipts: Sequence[Receipt]) -> None:
    """Answers about cramps that are not understood, each once for all its like."""
    mapping = st.session_state.mapping
    asked = {**words.answers_not_understood(receipts), **words.answers_told(mapping)}
    if not asked:
        return
    heading("Answers that are not understood")
    say("Say what each means, once for all nights that say the same. Until then these nights are not logged.")
    shown = list(asked)[:MOST_WORDS]
    with st.form("meanings"):
        with st.grid(3):
            for place, (column, text) in enumerate(shown):
                answers = words.label_meanings()
                at = list(answers).index(asked[column, text])
                label = words.markdown(f"{column}: {text}" if column else text)
                key = f"means {place} {st.session_state.version}"
                st.selectbox(label, list(answers), at, format_func=answers.__getitem__, key=key)
        st.form_submit_button("Read again", on_click=take_meanings, args=(shown,))
    if len(asked) > MOST_WORDS:
        say(f"{len(asked) - MOST_WORDS} more follow when these are answered.")


def take_meanings(shown: Sequence[tuple[str, str]]) -> None:
    held = st.session_state
    mapping = dict(held.mapping)
    for place, (column, text) in enumerate(shown):
        mapping.pop(key_of_word(column, text), None)
        if meaning := held[f"means {place} {held.version}"]:
            mapping[key_of_word(column, text)] = meaning
    take_mapping(mapping)


def suggestions_part(receipts: Sequence[Receipt]) -> None:
    """What the columns that are not known are most likely; nothing of it is taken without the click."""
    told = st.session_state.mapping
    found = [
        each
        for receipt in receipts
        if receipt.error_code != LEFT_OUT
        for each in receipt.suggestions
        if each.header not in told
    ]
    if not found:
        return
    heading("What the unknown columns may be")
    open_table(words.table_suggestions(found), "suggestions")
    said = "Yes, read it so" if len(found) == 1 else f"Yes, read all {len(found)} so"
    take = {each.header: each.field for each in found}
    st.button(said, "take suggestions", on_click=take_suggestions, args=(take,))


def take_suggestions(suggested: dict[str, str]) -> None:
    """All suggestions as answers; the files are read again with them."""
    take_mapping(suggested | st.session_state.mapping)


def columns_part(receipts: Sequence[Receipt]) -> None:
    """Unknown columns and kinds of event: each is a field, is kept under its own name, or is left out."""
    columns = [
        column
        for receipt in receipts
        if not (receipt.error and receipt.choices) and receipt.error_code != LEFT_OUT
        for column in receipt.columns
        if column.header != receipt.person_column
    ]
    unknown = [column.header for column in columns if column.field is None and column.header]
    kinds = [f"{KIND}{kind}" for receipt in receipts for kind in receipt.event_kinds]
    mapping = st.session_state.mapping
    told = [name for name in mapping if not name.startswith((FILE, WORD, ZONE))]
    asked = list(dict.fromkeys([*kinds, *unknown, *told]))
    if asked:
        heading("Kinds of event, and columns that are not known" if kinds else "Columns that are not known")
        say(
            "Say what each is, or leave it out. "
            "One that is kept under its own name is compared like the others."
        )
        fields, events = (words.label_answers(mapping.values(), event=event) for event in (False, True))
        with st.form("columns"):
            with st.grid(3):
                for place, name in enumerate(asked):
                    answers = events if name in kinds else fields
                    at = list(answers).index(mapping.get(name, ""))
                    label = words.markdown(name.removeprefix(KIND))
                    key = f"map {place} {st.session_state.version}"
                    st.selectbox(label, list(answers), at, format_func=answers.__getitem__, key=key)
            st.form_submit_button("Read again", on_click=map_columns, args=(asked,))


def map_columns(asked: Sequence[str]) -> None:
    """Takes the answers before the page runs, so that a click right after it cannot overtake them."""
    held = st.session_state
    answers = {name: held[f"map {place} {held.version}"] for place, name in enumerate(asked)}
    others = {name: field for name, field in held.mapping.items() if name not in answers}
    held.mapping = others | {name: field for name, field in answers.items() if field}


def answers_home() -> None:
    """All answers as one file, to be given again next time."""
    mapping, typed = st.session_state.mapping, st.session_state.typed
    offer("Download these answers", partial(answers_to_json, dict(mapping), tuple(typed)),
          "cramp journal answers.json", "application/json", disabled=not (mapping or typed))  # fmt: skip
    say("One file with the answers and what was typed, to be given back next time." if typed else "")
    for _, content in uploaded("Answers from last time (.json)", ["json"], "answers"):
        try:
            mapping, typed = answers_from_json(content)
        except ValueError as refusal:
            st.error(str(refusal))
        else:
            held = st.session_state.typed
            st.session_state.typed = [*held, *(entry for entry in typed if entry not in held)]
            take_mapping(mapping)
            st.rerun()
