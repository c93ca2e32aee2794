"""What one session holds: the opened files, the two people's choices, and what was worked out of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis import words
from analysis.charts import Display
from analysis.executor import TaskLost
from analysis.journal import Journal, JournalError, Person, read_journal
from analysis.review import Review, review
from analysis.screen.memory import let_go_soon
from analysis.screen.server import ROOT
from analysis.screen.streamlit_inside import take_back_downloads
from analysis.screen.work import in_a_worker, stop_work
from analysis.words import count

KEPT_AT_MOST = 4
T = TypeVar("T")
SAMPLE = ("year.csv", "year_medication_changes.csv", "year_blood_tests.csv")
VIEWS: dict[words.Anchor, str] = {
    "summary": "Summary",
    "hydration": "Hydration",
    "activity": "Activity",
    "medication": "Medication",
    "nights": "Nights",
    "together": "Everything together",
    "journal": "Journal",
    "keep": "Keep",
}


@dataclass(frozen=True)
class Shown:
    """How the two people want to see it, and what they typed beside it."""

    wording: words.Wording
    volume: words.Volume
    glass_ml: float
    display: Display
    person: Person


def kept(name: str, key: object, make: Callable[[], T]) -> T:
    """What ``make`` gives, made once for each ``key``; the last few are held, in this session only."""
    held: dict[object, T] = st.session_state.kept.setdefault(name, {})
    if key not in held:
        held[key] = make()
        while len(held) > KEPT_AT_MOST:
            del held[next(iter(held))]
    return held[key]


def open_files(files: Sequence[tuple[str, bytes]]) -> None:
    """These files and no others from now on; all that was chosen, typed and worked out is forgotten."""
    stop_work()
    held, opened = st.session_state.get("kept", {}), st.session_state.get("files", [])
    context = get_script_run_ctx()
    if context is not None:
        take_back_downloads(context.session_id)
    if opened:
        let_go_soon()
    for emptied in (*held.values(), held, opened):
        emptied.clear()  # whoever still has them, has nothing
    version, turn = st.session_state.get("version", 0) + 1, st.session_state.get("turn", 0)
    for name in list(st.session_state):
        if name != "view":
            del st.session_state[name]
    st.session_state.update(
        files=list(files), version=version, turn=turn, choices={}, mapping={}, kept={}, work={}
    )


def change_files(files: Sequence[tuple[str, bytes]]) -> None:
    """The same journal from these files: what was chosen and typed stays, the rest is worked out again."""
    st.session_state.update(files=list(files), version=st.session_state.version + 1, kept={})


def open_sample() -> None:
    open_files([(name, (ROOT / "sample_data" / name).read_bytes()) for name in SAMPLE])


def choose(name: str) -> None:
    """Keeps the answer of a widget as the person's own choice; until it is touched, the files decide."""
    st.session_state.choices[name] = st.session_state[f"{name} {st.session_state.version}"]


def show_view(view: str, **also: object) -> None:
    st.session_state.update({"view": view} | also)


def read_files() -> Journal | JournalError:
    """The opened files, read as the two people chose."""
    state = st.session_state

    def make() -> Journal | JournalError:
        task = partial(read_journal, mapping=dict(state.mapping) or None, **state.choices)
        try:
            return in_a_worker(
                as_read(), f"Reading {count(len(state.files), 'file')}", task, list(state.files)
            )
        except JournalError as refusal:
            return refusal.with_traceback(None)
        except TaskLost as lost:
            return JournalError(f"Reading was stopped: {lost}. Try fewer or smaller files.")

    return kept("journal", as_read(), make)


def as_read() -> tuple[object, ...]:
    """What the journal depends on: the opened files and how they are read."""
    return st.session_state.version, repr(st.session_state.choices), repr(st.session_state.mapping)


def worked_out(journal: Journal, **chosen: Any) -> Review:
    def make() -> Review:
        doing = f"Comparing {count(len(journal.nights), 'night')}"
        found = in_a_worker(key, doing, partial(review, **chosen), journal)
        return replace(found, journal=journal)  # one journal in memory, not the worker's copy beside it

    key = (*as_read(), *chosen.values())
    return kept("review", key, make)


def reviewed(result: Review) -> tuple[object, ...]:
    """What the review depends on."""
    return *as_read(), result.start, result.end, result.washout, result.hemisphere
