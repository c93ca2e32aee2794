"""One night's card: everything that the journal knows about it, with where it stands in the files."""

from datetime import date, timedelta

import streamlit as st

from analysis.screen.parts import DATES, whole_table
from analysis.screen.session import opened_journal
from analysis.screen.shielded import words
from analysis.screen.typed import begin_typing


def begin_card(night: date) -> None:
    """Opens the card of a night when the page runs next, with how things are shown now."""
    st.session_state.card = night


def chosen_night(key: str) -> date | None:
    """The night on which somebody clicked in the chart of this key, if on any."""
    for point in st.session_state[key]["selection"]["points"][:1]:
        told = point.get("customdata") or [None]
        if isinstance(told[0], str):
            return date.fromisoformat(told[0])
    return None


def open_clicked(key: str) -> None:
    """After a click in a chart: the card of the night that was hit."""
    if night := chosen_night(key):
        begin_card(night)


def card_window(wording: words.Wording, volume: words.Volume, glass_ml: float) -> None:
    """The card, where somebody asked for it."""
    if night := st.session_state.pop("card", None):
        st.session_state["card night"] = night
        card(wording, volume, glass_ml)


@st.dialog("A night", width="medium")
def card(wording: words.Wording, volume: words.Volume, glass_ml: float) -> None:
    journal = opened_journal()
    if journal is None or journal.nights.empty:
        return
    first, last = journal.nights.index[0].date(), journal.nights.index[-1].date()
    asked = st.session_state.get("card night") or last  # the box can be emptied
    night = st.session_state["card night"] = min(max(asked, first), last)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input("Night of", None, first, last, key="card night", format=DATES, width=170)
        st.button("Before", "night before", icon=":material/chevron_left:", disabled=night <= first,
                  on_click=move, args=(night - timedelta(days=1),))  # fmt: skip
        st.button("After", "night after", icon=":material/chevron_right:", icon_position="right",
                  disabled=night >= last, on_click=move, args=(night + timedelta(days=1),))  # fmt: skip
    st.header(words.markdown(words.title_night(night)), anchor=False)
    lines = words.say_night(journal, night, wording, volume, glass_ml)
    whole_table([{"What": what, "As read": said} for what, said in lines], "night")
    if st.button("Add a remark", "remark on night", icon=":material/edit:"):
        begin_typing("remark", night)
        st.rerun()


def move(night: date) -> None:
    """To another night, in the open card."""
    st.session_state["card night"] = night
