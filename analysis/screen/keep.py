"""What they keep: a picture of the page, what goes into it, and every file when it is asked for."""

from base64 import b64encode
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.journal import Journal, Person, export_journal
from analysis.report import FORMS, Keep, Paper, page_picture, write_text
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.parts import heading, offer, say
from analysis.screen.server import guard, guarded
from analysis.screen.session import Shown, kept, people_chosen, reviewed

PAPERS: dict[str, Paper] = {"A4": "a4", "Letter": "letter"}
PICTURED = "The page as it will be printed; its words stand below, under Text for the record"
TITLES = {
    "page": "The page (PDF)",
    "large": "The page in large type (PDF)",
    "copy": "Interactive copy (HTML)",
    "workbook": "Workbook (Excel)",
    "json": "The review as data (JSON)",
    "fhir": "For a record system (FHIR)",
    "diary": "Blank diary (PDF)",
}


@guarded
def keep_part(journal: Journal, result: Review, shown: Shown) -> None:
    """The picture, the choices and the buttons. No file is made before it is asked for."""
    st.title("Keep", anchor=False)
    say("Nothing is stored here. What you take along is made when you press its button.")
    if shown.person != Person():
        journal = replace(journal, person=shown.person)
    result = replace(result, journal=replace(result.journal, person=journal.person))
    narrow = shown.display.narrow  # beside the picture the choices' names would be cut
    choices, seen = (st.container(), st.container()) if narrow else st.columns([2, 3])
    with choices:
        keep, key = chosen(journal, shown)
    with seen, guard("picture of the page"):
        picture = kept("page", (*reviewed(result), *key), partial(page_picture, result, keep))
        st.html(f'<img alt="{PICTURED}" src="{as_address(picture)}" style="width: 100%">')
        say("The page as it will be printed.")
    heading("Take along")
    for name, form in FORMS.items():
        file = f"cramp journal {name}.{form.ending}"
        offer(TITLES[name], partial(form.write, result, keep), file, form.media_type, key=f"keep {name}",
              icon=":material/download:")  # fmt: skip
        say(form.holds)
    offer("Journal (CSV)", partial(export_journal, journal), "cramp journal.csv", "text/csv", key="keep csv",
          icon=":material/download:")  # fmt: skip
    say("All nights, days, cramps, changes and blood tests as read. It can be opened here again.")
    heading("Text for the record")
    st.code(write_text(result, keep), None, wrap_lines=True)


def as_address(picture: bytes) -> str:
    """The picture within its own address: it comes with the page and stands nowhere else, so that neither the
    server nor the browser's disk keeps it."""
    return f"data:image/png;base64,{b64encode(picture).decode()}"


def chosen(journal: Journal, shown: Shown) -> tuple[Keep, tuple[object, ...]]:
    """What goes in, and what tells one choice from another."""
    paper = PAPERS[st.radio("Paper", list(PAPERS), horizontal=True, **stays("paper", next(iter(PAPERS))))]
    name = st.text_input("Name on the page, if you like", max_chars=80, **stays("name on page", ""),
                         placeholder=", ".join(people_chosen()) or None)  # fmt: skip
    asked = bool(journal.person.questions)
    questions = st.checkbox("The patient’s questions", disabled=not asked, **stays("questions in", True))
    inside = st.checkbox("The journal inside the page", **stays("data inside", True))
    say(
        "Whoever has the page can then read the whole journal. At the next visit it opens from the page."
        if inside
        else "The page then cannot be opened here again."
    )
    every = st.checkbox("A second sheet with every night", **stays("every night", False))
    mapping = dict(st.session_state.get("mapping", {}))
    keep = Keep(
        paper, shown.wording, shown.volume, shown.glass_ml, name, questions, inside, every,
        mapping=mapping, journal=journal, plan=st.session_state.get("plan"),
    )  # fmt: skip
    seen = (shown.wording, shown.volume, shown.glass_ml, journal.person, name, questions, inside, every,
            st.session_state.get("plan"))  # fmt: skip
    return keep, (paper, *seen)
