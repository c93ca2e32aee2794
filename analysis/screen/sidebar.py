"""What is open, and how the two people want to see it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Literal, get_args

import streamlit as st

from analysis.charts import Display
from analysis.journal import Journal, Person
from analysis.measures import Hemisphere, without_entry
from analysis.review import Review, questions
from analysis.screen.boxes import answered, give, stays
from analysis.screen.night import begin_card
from analysis.screen.parts import DATES, OTHER_DATES, paste_box, pick, say, upload_box, viewport
from analysis.screen.server import guarded
from analysis.screen.session import (
    VIEWS,
    Shown,
    as_read,
    choose,
    close_files,
    kept,
    people_chosen,
    show_view,
    worked_out,
)
from analysis.screen.shielded import words
from analysis.screen.typed import begin_typing

PERIODS = {"Last 4 weeks": 28, "Last 3 months": 91, "Last year": 365}
WHOLE = "Whole journal"
MONDAY = "Monday"
FIRST_WEEKDAYS = {MONDAY: 0, "Saturday": 5, "Sunday": 6}
NORTH: Hemisphere = "north"
SUMMERS: dict[Hemisphere, str] = {NORTH: "June to August", "south": "December on"}
CONDITIONS = (
    "diabetes", "neuropathy", "restless legs", "kidney disease", "thyroid disease", "liver disease",
    "peripheral artery disease", "varicose veins", "flat feet", "arthritis",
)  # fmt: skip
NOT_SAID = "not said"
PREGNANT = {NOT_SAID: None, "no": False, "yes": True}
LARGE_TYPE = "<style>html { font-size: 125%; }</style>"


def pick_period(journal: Journal) -> tuple[date | None, date | None]:
    """First and last night to look at; None is the journal's own end."""
    nights = journal.nights.index
    if len(nights) < 2:
        return None, None
    first, last = nights[0].date(), nights[-1].date()
    fitting = [name for name, length in PERIODS.items() if length < len(nights)]
    name = st.selectbox("Period", [WHOLE, *fitting, OTHER_DATES], key="period")
    if name in PERIODS:
        return last - timedelta(days=PERIODS[name] - 1), last
    if name == WHOLE:
        return None, None
    picked = st.date_input("First and last night", (first, last), first, last, key="dates", format=DATES)
    if not isinstance(picked, tuple) or len(picked) < 2:
        say("Now pick the last night.")
        return None, None
    return picked


UNITS = {"mL": "litres", **{unit: unit for unit in get_args(words.Volume)[1:]}}
USUAL = "usual"  # no key of a question; with None among its answers the box could be emptied


def usual_question(journal: Journal, named: Mapping[str, str]) -> str:
    """What is taken for the question of the visit where nobody chose one, in words; "" for none."""
    if journal.earlier is not None and journal.earlier.question in named:
        return "that of the last visit"
    return "the latest change" if any(key.startswith("change:") for key in named) else ""


def pick_question(journal: Journal) -> str | None:
    """The key of the one question that the two people came with; None for the usual one, "" for none."""
    named = kept("questions", as_read(), partial(questions, journal, words.day))
    if not named:
        return None
    usual = usual_question(journal, named)
    labels = {USUAL: usual or "none", **named, **({"": "none"} if usual else {})}
    chosen: str = st.selectbox(
        "The question you came with", list(labels), format_func=labels.__getitem__,
        key=f"question {st.session_state.version}",
        help="Name it before you look: the one question that was named is judged by itself, all others more "
        "strictly, because one of many always looks striking.",
    )  # fmt: skip
    return None if chosen == USUAL else chosen


def pick_unit(journal: Journal) -> words.Volume:
    """The unit in which fluid is shown: first that of the files."""
    first = list(UNITS).index(words.unit_of_files(journal))
    unit: words.Volume = st.selectbox("Fluid in", list(UNITS), first, UNITS.__getitem__, key="volume")
    return unit


def sidebar(journal: Journal) -> tuple[Review, Shown]:
    st.header("Cramp Journal", anchor=False)
    opened(journal)
    question = pick_question(journal)
    start, end = pick_period(journal)
    pick_reading(journal)
    wording = pick("Wording", {"everyday": "everyday", "clinical": "clinical"}, "wording")
    fluid = "hydration" in journal.days.columns and bool(journal.days["hydration"].notna().any())
    volume: words.Volume = pick_unit(journal) if fluid else "mL"
    take_over(journal.person)
    glass_ml = glass_of(journal)
    folded("More settings", "more", partial(more_settings, glass_ml))
    folded("About the patient", "patient", about_the_patient)
    folded("Add files", "add", boxes_for_files)
    st.button("Close this journal", on_click=close_files, width="stretch")
    say("Stays on this computer. Nothing is stored or sent.")
    theme: Literal["light", "dark"] = "dark" if st.context.theme.type == "dark" else "light"
    narrow = is_narrow(theme, head_of_sheets(journal, start, end))
    large = answered("large", False)
    if large:
        st.html(LARGE_TYPE)
    display = Display(
        theme=theme, volume=volume, glass_ml=glass_ml, narrow=narrow, large=large,
        first_weekday=FIRST_WEEKDAYS[answered("weekday", MONDAY)],
    )  # fmt: skip
    result = worked_out(
        journal, start=start, end=end, washout=answered("washout", 0),
        hemisphere=answered("hemisphere", NORTH), question=question,
    )  # fmt: skip
    return result, Shown(wording, volume, glass_ml, display, who())


def folded(label: str, name: str, draw: Callable[[], None]) -> None:
    """Boxes that few visits need: drawn while they are looked at. What they are given must stay by itself."""
    box = st.expander(label, key=name, on_change="rerun")
    if box.open:
        with box:
            draw()


def boxes_for_files() -> None:
    upload_box("More files of the same journal", "more")
    paste_box("Or pasted: rows with their headings, or a note line by line", "more")


def pick_reading(journal: Journal) -> None:
    """What a date and a night without an entry mean, where the files leave it open."""
    pick("A night carries the date of its", {"evening": "evening", "morning": "morning"}, "dates_mean",
         journal.night_rule.dates_mean, read=True)  # fmt: skip
    if journal.never_says_none and (without_entry(journal).any() or "unlogged" in st.session_state.choices):
        assumed = "cramp-free" if journal.unlogged_assumed_cramp_free else "unknown"
        pick("A night without an entry is", {"cramp-free": "no cramp", "unknown": "not known"},
             "unlogged", assumed, read=True)  # fmt: skip


def glass_of(journal: Journal) -> int:
    """What a glass holds [mL]: as chosen, else as at the last visit or usual."""
    chosen: int | None = st.session_state.choices.get("glass_ml")
    return chosen or round(words.glass_before(journal))


def more_settings(glass_ml: int) -> None:
    """First day of the week, hemisphere, wash-out [nights], what a glass holds [mL], and large type."""
    st.selectbox("Calendar weeks begin on", list(FIRST_WEEKDAYS), **stays("weekday", MONDAY))
    st.segmented_control(
        "Summer is in", list(SUMMERS), format_func=SUMMERS.__getitem__, required=True,
        **stays("hemisphere", NORTH),
    )  # fmt: skip
    st.number_input("Nights left out after a change (wash-out)", 0, 42, **stays("washout", 0))
    glass = f"glass_ml {st.session_state.version}"
    st.number_input("One glass [mL]", 50, 1000, glass_ml, 10, key=glass, on_change=choose,
                    args=("glass_ml",))  # fmt: skip
    st.toggle("Large type", **stays("large", False))


def is_narrow(theme: str, head: str) -> bool:
    """Whether the page is that of a phone, which only the browser knows: as it last told, and until it has
    told of this journal, as the one before was shown. It is told what is shown, and the ``head`` of what it
    prints."""
    told = st.session_state.get("viewport", {}).get("narrow")
    narrow: bool = st.session_state.get("narrow", False) if told is None else told
    st.session_state.narrow = narrow
    viewport(
        key="viewport",
        data={
            "narrow": narrow,
            "view": st.session_state.get("view") or VIEWS["summary"],
            "first": VIEWS["summary"],
            "theme": theme,
            "head": head,
        },
        on_narrow_change=unchanged, on_back_change=go_back, on_tapped_change=open_tapped,
    )  # fmt: skip
    return narrow


def head_of_sheets(journal: Journal, start: date | None, end: date | None) -> str:
    """What stands on every sheet that is printed."""
    nights = [night.date() for night in journal.nights.index[[0, -1]]] if len(journal.nights) else []
    first, last = nights or (None, None)
    state = st.session_state
    files = [name for name, _ in state.files] + (["entries added on screen"] if state.typed else [])
    return words.say_head_of_sheet(
        answered("name on page", ""), start or first, end or last, files, date.today()
    )


def unchanged() -> None:
    """The width of the page is read where it is needed."""


def go_back() -> None:
    """The part that the browser went back to."""
    if (view := st.session_state["viewport"]["back"]) in VIEWS.values():
        show_view(view)


def open_tapped() -> None:
    """After a tap on a night of a chart: its card."""
    begin_card(date.fromisoformat(st.session_state["viewport"]["tapped"]))


@guarded
def opened(journal: Journal) -> None:
    """What is open, and the way to what became of it."""
    with st.container(gap="xxsmall"):
        names = [name for name, _ in st.session_state.files]
        say(words.say_opened(names, journal, len(st.session_state.typed), people_chosen()))
        st.button("What was read", "read", type="tertiary", icon=":material/arrow_forward:",
                  on_click=show_view, args=(VIEWS["journal"],))  # fmt: skip
    st.button("Add by hand", "add by hand", on_click=begin_typing, icon=":material/edit:", width="stretch")


def take_over(told: Person) -> None:
    """What was typed at the last visit, from its page, once; what is typed now stays."""
    state = st.session_state
    if told == Person() or state.get("told") == told:
        return
    state.told = told
    pregnant = next(answer for answer, said in PREGNANT.items() if said is told.pregnant)
    before = {"age": told.age, "pregnant": pregnant, "conditions": list(told.conditions),
              "family": told.family_history, "questions": "\n".join(told.questions)}  # fmt: skip
    give({key: value for key, value in before.items() if value and not answered(key, None)})


def about_the_patient() -> None:
    """Typed on screen, or at the last visit, and never required. It stays in this session."""
    st.number_input("Age", 0, 120, placeholder="not said", **stays("age", None))
    st.segmented_control("Pregnant", list(PREGNANT), required=True, **stays("pregnant", NOT_SAID))
    st.multiselect(
        "Conditions", CONDITIONS, accept_new_options=True, placeholder="none said", **stays("conditions", [])
    )
    st.text_input("Leg cramps in the family", placeholder="who, since when", **stays("family", ""))
    st.text_area("Questions to ask, one on each line", **stays("questions", ""))


def who() -> Person:
    """What is told about the patient, now or at the last visit."""
    asked = (line.strip() for line in answered("questions", "").splitlines())
    return Person(
        answered("age", None), PREGNANT[answered("pregnant", NOT_SAID)], tuple(answered("conditions", ())),
        answered("family", "").strip(), tuple(line for line in asked if line),
    )  # fmt: skip
