"""What became of every file, and every way to have it read differently."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.journal import Receipt, rejected_rows, to_csv
from analysis.screen.answers import (
    about_leg_cramps,
    answers_home,
    columns_part,
    in_which_zone,
    meanings_part,
    suggestions_part,
)
from analysis.screen.parts import FILE_TYPES, offer, pick, say, table, uploaded
from analysis.screen.server import guarded
from analysis.screen.session import change_files, choose_person, remove_file, replace_file
from analysis.screen.shielded import words
from analysis.words import count


@guarded
def read_part(receipts: Sequence[Receipt]) -> None:
    """What became of every file, and every way to have it read differently."""
    order_of_dates(receipts)
    suggestions_part(receipts)
    shown: set[int] = set()
    for place, receipt in enumerate(receipts):
        with st.container(border=True, key=f"file {place}"):
            said = words.markdown(words.say_receipt(receipt))
            if receipt.error is not None:
                (st.info if receipt.choices else st.error)(said)
            else:
                name = words.markdown(receipt.name)
                st.markdown(f"**{name}**{said.removeprefix(name)}")
            whose(receipt, place)
            about_leg_cramps(receipt, place)
            in_which_zone(receipt, place)
            table(words.table_columns(receipt), f"columns {place}", "Columns, and what each is taken for")
            noticed = words.table_problems(receipt)
            table(noticed, f"problems {place}", f"{count(len(noticed), 'thing')} noticed")
            mend(receipt, place)
            other_file(receipt, shown)
    meanings_part(receipts)
    columns_part(receipts)
    if st.session_state.mapping or st.session_state.typed or words.say_not_used(receipts):
        answers_home()


def other_file(receipt: Receipt, shown: set[int]) -> None:
    """The file of a receipt taken out or replaced, once for each file; ``shown`` are those that were offered
    before."""
    names = [name for name, _ in st.session_state.files]
    of = [at for at, name in enumerate(names) if receipt.name == name or receipt.name.startswith(f"{name} [")]
    if not of or (place := max(of, key=lambda at: len(names[at]))) in shown:
        return
    shown.add(place)
    key = f"file of {place} {st.session_state.version}"
    box = st.popover("Replace or remove", key=key, on_change="rerun", icon=":material/sync_alt:")
    if box.open:
        with box:
            st.button("Remove this file", f"remove {key}", on_click=remove_file, args=(place,))
            if by := uploaded("Another file in its place", FILE_TYPES, f"replace {place}"):
                replace_file(place, by[0])
                st.rerun()
            say("What was typed and answered stays.")


def order_of_dates(receipts: Sequence[Receipt]) -> None:
    """The switch between two readings of dates, once for all files, and kept in sight after it was used."""
    either = [receipt for receipt in receipts if receipt.date_order_open]
    order = st.session_state.choices.get("date_order") or (either[0].date_order if either else None)
    if order is not None:
        orders = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}
        pick("Some dates can be read in two ways. They are", orders, "date_order", order, read=True)
        say(next((words.say_open_dates(receipt) for receipt in either), ""))


def whose(receipt: Receipt, place: int) -> None:
    """Which of several people's rows to read."""
    if not receipt.choices:
        return
    people = st.session_state.choices.get("choose", {})
    chosen = people.get(receipt.name)
    at = receipt.choices.index(chosen) if chosen in receipt.choices else None
    ask = "Several people are in this file. Whose journal is it?"
    person = st.selectbox(ask, receipt.choices, at, key=f"whose {place}")
    if person is not None and person != chosen:
        choose_person(receipt.name, person)
        st.rerun()


def mend(receipt: Receipt, place: int) -> None:
    """Rows that could not be used: to download, or to mend here and read again as a file of their own."""
    raw = receipt.raw_rejected
    if not raw.rows:
        return
    with st.expander(f"{count(len(raw.rows), 'row')} that could not be used", key=f"mend {place}"):
        say("Mend them here, or download them, mend them in a spreadsheet and add the file.")
        names = [header or f"column {position + 1}" for position, header in enumerate(raw.headers)]
        with st.form(f"rows {place}", border=False):
            index = pd.Index(raw.numbers, name="row")
            rows = pd.DataFrame(list(raw.rows), columns=names, index=index, dtype="str")
            mended = st.data_editor(rows, key=f"editor {place}", alt="Rows that could not be used")
            if st.form_submit_button("Read the mended rows"):
                name = f"mended rows of {Path(receipt.name).stem}.csv"
                content = to_csv([list(raw.headers), *mended.astype("str").to_numpy().tolist()])
                files = [file for file in st.session_state.files if file[0] != name]
                change_files([*files, (name, content)])
                st.rerun()
        name = f"rejected rows of {Path(receipt.name).stem}.csv"
        unused = partial(rejected_rows, receipt)
        offer("Download these rows", unused, name, "text/csv", key=f"rejected {place}")
