"""What was read of every file, how to have it read differently, and every night as read."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.journal import Journal, export_journal
from analysis.review import Review
from analysis.screen.parts import offer, picture, say, table
from analysis.screen.receipts import read_part
from analysis.screen.server import guarded
from analysis.screen.session import Shown
from analysis.screen.shielded import charts, words
from analysis.screen.typed import typed_part
from analysis.words import count


@guarded
def journal_tab(journal: Journal, result: Review, shown: Shown) -> None:
    st.title("What was read", anchor=False)
    say(words.say_night_rule(journal))
    say(words.say_assumption(journal))
    read_part(journal.receipts)
    typed_part()
    how_complete(result, shown)
    ledger(journal)


@guarded
def how_complete(result: Review, shown: Shown) -> None:
    """The logged nights by month, and every gap."""
    complete, wording, assumed = result.completeness, shown.wording, words.assumes(result.journal)
    says = [
        words.say_completeness(complete, wording, assumed=assumed),
        words.say_bounds(complete, wording, assumed=assumed),
        words.say_leaning(complete, wording),
    ]
    told = len(complete.months) > 1 and complete.logged < complete.nights and not assumed
    figure = charts.plot_logged_months(complete, shown.display) if told else None
    picture("How complete it is", says, figure, words.table_completeness(complete))
    if not assumed:
        table(words.table_gaps(complete), "gaps", "Every gap")


@guarded
def ledger(journal: Journal) -> None:
    """Every night as the program sees it, and the journal to take home."""
    st.header("Every night, as read", anchor=False)
    for title, frame in (
        ("Nights", journal.nights.reset_index()),
        ("Cramps", journal.cramps),
        ("Medication changes", journal.changes),
        ("Blood tests", journal.measurements),
        ("Events", journal.events),
    ):
        if frame.empty:
            continue
        frame = frame.dropna(axis="columns", how="all")
        rows = count(len(frame), "row")
        with st.expander(f"{title}: {rows}", key=f"ledger {title}", on_change="rerun") as box:
            if box.open:
                columns = {name: column_of(frame[name], journal) for name in frame.columns}
                st.dataframe(frame, hide_index=True, column_config=columns, placeholder="–",
                             key=f"frame {title}", alt=title)  # fmt: skip
    offer("Download the journal as read", partial(export_journal, journal), "cramp journal.csv", "text/csv",
          icon=":material/download:")  # fmt: skip
    but = " but the nights that were assumed" if words.assumes(journal) else ""
    say(f"One file with everything above{but}. It can be opened here again.")


def column_of(column: pd.Series, journal: Journal) -> Any:
    """How a column of the ledger is headed and shown."""
    name = str(column.name)
    label = words.label_column(name, journal.own_fields)
    if name in ("night", "date", "first_night", "last_night"):
        return st.column_config.DateColumn(label, format="D MMM YYYY")
    if pd.api.types.is_datetime64_dtype(column):  # the times of a night are text
        return st.column_config.DatetimeColumn(label, format="D MMM YYYY, HH:mm")
    return st.column_config.Column(label)
