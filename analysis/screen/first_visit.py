"""The page before a journal is open: what it is, a box for files, the sample, the templates."""

import streamlit as st

from analysis.screen.parts import fetch_ahead, lost_journal, paste_box, say, upload_box
from analysis.screen.server import ROOT
from analysis.screen.session import open_sample
from analysis.screen.several import several_box
from analysis.screen.shielded import words

TEMPLATES = {
    "Night diary": "template_nights.csv",
    "Cramp log": "template_cramps.csv",
    "Medication changes": "template_medication_changes.csv",
    "Blood tests": "template_blood_tests.csv",
    "All in one workbook": "template.xlsx",
}
FIRST_VERSION = 1  # of a session in which no journal was opened yet
PAGE = 780  # pixels of a text that is read in lines


def first_visit() -> None:
    with st.container(width=PAGE):
        st.title("Cramp Journal", anchor=False)
        if lost_journal(fresh=st.session_state.version == FIRST_VERSION):
            st.warning(words.say_lost_journal(), icon=":material/sync_problem:")
        say(words.say_what_it_is())
        upload_box(
            "Files of the journal, one or several; also the page (PDF) of the last visit",
            "first",
        )
        paste_box("Or paste it: rows with their headings, or a note line by line", "first")
        st.button("Try the sample journal", on_click=open_sample, icon=":material/play_arrow:")
        several_box()
        st.header("No journal yet?", anchor=False)
        templates()
        st.space("small")
        say("Everything stays on this computer: nothing is stored or sent. Close the page, and it is gone.")
        say(words.say_disclaimer())
        fetch_ahead()


def templates() -> None:
    say("Download a page to fill in. Write 0 for a night without a cramp; an empty cell says nothing.")
    with st.container(horizontal=True):
        for title, name in TEMPLATES.items():
            content = (ROOT / "sample_data" / name).read_bytes()
            st.download_button(title, content, name, on_click="ignore", icon=":material/download:")
