"""What the two people type during the visit: a medicine, an event, a remark, a blood result."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import streamlit as st

from analysis.journal import Added, Journal
from analysis.screen.parts import DATES, heading, pick, say
from analysis.screen.server import guarded
from analysis.screen.session import add_typed, opened_journal, take_back
from analysis.screen.shielded import words
from analysis.words import count

EARLIEST = date(1920, 1, 1)  # of a medicine, or of a blood test
LETTERS = 500  # of anything that is typed
UNITS = ("mg", "µg", "g", "mL", "IU", "tablets")
BEFORE, ONCE = "taken since before the journal", "taken once, as needed"


def begin_typing(kind: str = "change", night: date | None = None) -> None:
    """Opens the window for typing when the page runs next; ``night`` is where it begins."""
    st.session_state.typing = (kind, night)


def typing_window() -> None:
    """The window, where somebody asked for it."""
    if asked := st.session_state.pop("typing", None):
        type_in(*asked)


@st.dialog("Add by hand", width="medium")
def type_in(kind: str, night: date | None) -> None:
    """One entry. It is read like a file of its own, and stands everywhere at once."""
    kinds = {name: label for name, (label, _) in FORMS.items()}
    kind = pick("What is it?", kinds, key("kind"), kind)
    journal = opened_journal()
    if night is None and journal is not None and len(journal.nights):
        night = journal.nights.index[-1].date()
    with st.form(f"typed {kind}", border=False):
        entry = FORMS[kind][1](night or date.today(), journal)
        given = st.form_submit_button("Add", type="primary")
    if given and entry is None:
        st.error("Something is missing: fill in what stands first.")
    elif given and entry is not None:
        add_typed(entry)
        st.rerun()


def key(name: str) -> str:
    """The key of a box, so that the next entry begins empty."""
    return f"typed {name} {len(st.session_state.typed)}"


def day_of(label: str, night: date, name: str, latest: date | None = None) -> str:
    latest = latest or date.today()
    chosen = st.date_input(label, min(night, latest), EARLIEST, latest, key=key(name), format=DATES)
    return chosen.isoformat() if isinstance(chosen, date) else ""


def name_of(label: str, known: Iterable[str], name: str, hint: str) -> str:
    """A name that the journal has already, or another one."""
    names = sorted({str(each) for each in known}, key=str.casefold)
    chosen = st.selectbox(label, names, None, key=key(name), accept_new_options=True, placeholder=hint)
    return (chosen or "").strip()[:LETTERS]


def number_of(label: str, name: str) -> str:
    found = st.number_input(label, 0.0, None, None, key=key(name), format="%g", placeholder="not said")
    return "" if found is None else f"{found:.10g}"


def a_medicine(night: date, journal: Journal | None) -> Added | None:
    known = () if journal is None else [*journal.spells["medication"], *journal.intakes["medication"]]
    name = name_of("Medicine", known, "medicine", "choose or type")
    happened = {**words.CHANGED, "before": BEFORE, "once": ONCE}
    what = st.selectbox("What happened", list(happened), format_func=happened.__getitem__, key=key("what"))
    with st.container(horizontal=True):
        dose = number_of("Dose, if known", "dose")
        unit = st.selectbox("Unit", UNITS, key=key("unit"), accept_new_options=True) or ""
    when = day_of("From the night of", night, "change date")
    reason = st.text_input("Why, if known", key=key("reason"), max_chars=LETTERS)
    if not name or (what != "before" and not when):
        return None
    cells = {"medication": name, "dose": dose, "unit": unit if dose else ""}
    if what == "before":
        return Added("Taken since before", cells)
    if what == "once":
        return Added("Single intakes", {**cells, "night of": when, "change": "taken as needed"})
    return Added("Medication changes", {**cells, "night of": when, "change": what, "reason": reason})


def an_event(night: date, _: Journal | None) -> Added | None:
    what = st.text_input("What was it?", key=key("event"), max_chars=LETTERS,
                         placeholder="holiday, illness, new bed")  # fmt: skip
    year = date.today() + timedelta(days=366)
    with st.container(horizontal=True):
        first = day_of("First night", night, "first", year)
        last = day_of("Last night", night, "last", year)
    out = st.checkbox("Leave these nights out of every rate", key=key("out"))
    if not (what.strip() and first and last):
        return None
    first, last = sorted((first, last))
    told = {"first_night": first, "last_night": last, "event": what.strip(), "left_out": "yes" if out else ""}
    return Added("Events", told)


def a_remark(night: date, _: Journal | None) -> Added | None:
    when = day_of("Night of", night, "remark night")
    text = st.text_area("Remark, in the patient’s words", key=key("remark"), max_chars=LETTERS)
    said = " ".join(text.split())
    return Added("Remarks", {"night of": when, "remark": said}) if said and when else None


def a_result(night: date, journal: Journal | None) -> Added | None:
    known = () if journal is None else journal.measurements["test"]
    test = name_of("Test", known, "test", "choose or type, such as potassium")
    with st.container(horizontal=True):
        result = number_of("Result", "result")
        unit = st.text_input("Unit", key=key("result unit"), max_chars=30, placeholder="mmol/L")
    with st.container(horizontal=True):
        low, high = number_of("Range from", "low"), number_of("Range to", "high")
    when = day_of("Date", night, "result date")
    if not (test and result and when):
        return None
    told = {"date": when, "test": test, "result": result, "unit": unit.strip(), "low": low, "high": high}
    return Added("Blood tests", told)


FORMS: dict[str, tuple[str, Callable[[date, Journal | None], Added | None]]] = {
    "change": ("A medicine", a_medicine),
    "event": ("An event, or nights to leave out", an_event),
    "remark": ("A remark", a_remark),
    "result": ("A blood result", a_result),
}


@guarded
def typed_part() -> None:
    """What was typed, each entry to be taken back; and the way to type more."""
    typed = st.session_state.typed
    heading("Added on screen")
    say(
        f"{count(len(typed), 'entry', 'entries')}, in all that is kept here, and gone with the page."
        if typed
        else "Nothing in this visit yet: a medicine, an event, nights to leave out, a remark, a blood result."
    )
    for place, entry in enumerate(typed):
        with st.container(horizontal=True, vertical_alignment="center"):
            say(f"{words.say_added(entry)}.")
            st.button("Take back", f"back {place} of {len(typed)}", on_click=take_back, args=(place,),
                      type="tertiary", icon=":material/undo:")  # fmt: skip
    st.button("Add by hand", "add here", on_click=begin_typing, icon=":material/edit:")
