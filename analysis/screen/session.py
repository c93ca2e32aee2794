"""What one session holds: the opened files, the two people's choices, and what was worked out of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.charts import Display
from analysis.executor import TaskLost
from analysis.journal import Added, Journal, JournalError, Person, added_file, read_journal, which_fit
from analysis.review import Review, review
from analysis.screen.memory import let_go_soon
from analysis.screen.server import ROOT
from analysis.screen.shielded import words
from analysis.screen.streamlit_inside import take_back_downloads
from analysis.screen.work import in_a_worker, stop_work
from analysis.words import count

KEPT_AT_MOST = 4
T = TypeVar("T")
SAMPLE = tuple(
    f"year{part}.csv" for part in ("", "_medication_changes", "_blood_tests", "_tablets", "_added_on_screen")
)
SETTINGS = ("weekday", "washout", "large")  # how the page is shown, whose-ever it is
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
    """What ``make`` gives, made once for each ``key``; the last few are held, in this session only. None is
    made anew: it may stand for a fault, which is then said each time."""
    held: dict[object, T] = st.session_state.kept.setdefault(name, {})
    if key not in held:
        if (made := make()) is None:
            return made
        held[key] = made
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
    for emptied in (*held.values(), held, opened, st.session_state.get("typed", [])):
        emptied.clear()  # whoever still has them, has nothing
    version, turn = st.session_state.get("version", 0) + 1, st.session_state.get("turn", 0)
    for name in list(st.session_state):
        if name != "view":
            del st.session_state[name]
    st.session_state.update(
        files=list(files),
        version=version,
        turn=turn,
        choices={},
        mapping={},
        typed=[],
        kept={},
        work={},
        answered={},
    )


def close_files() -> None:
    """Nothing is open from now on, and what is opened next begins at its first part."""
    open_files(())
    st.session_state.view = VIEWS["summary"]


def change_files(files: Sequence[tuple[str, bytes]]) -> None:
    """The same journal from these files: what was chosen and typed stays, the rest is worked out again, and
    what is said of files that came earlier is over.
    """
    st.session_state.update(files=list(files), version=st.session_state.version + 1, kept={}, too_much=0)


def add_files(arrived: Sequence[tuple[str, bytes]], refused: int = 0) -> None:
    """More files of the same journal, uploaded or pasted, as far as they fit beside the others. The same file
    again changes nothing; another of its name is kept. ``refused``: how many more did not fit [files].
    """
    files = list(st.session_state.files)

    def is_there(called: str, content: bytes) -> bool:
        """Whether it has come already, under its name or the number and name that it was given here."""
        named = re.compile(rf"(\d+ )?{re.escape(called)}")
        return any(content == held and named.fullmatch(Path(name).name) for name, held in files)

    fit, too_much = which_fit(files, [file for file in arrived if not is_there(*file)])
    for called, content in fit:
        again = sum(Path(other).name.endswith(called) for other, _ in files)
        if not is_there(called, content):
            files.append((called if not again else f"{again + 1} {called}", content))
    change_files(files)
    st.session_state.too_much = refused + too_much


def remove_file(place: int) -> None:
    """The journal without one of its files; what was typed and chosen stays."""
    change_files([file for at, file in enumerate(st.session_state.files) if at != place])


def replace_file(place: int, by: tuple[str, bytes]) -> None:
    """Another file in the place of one; what was typed and chosen stays."""
    change_files([by if at == place else file for at, file in enumerate(st.session_state.files)])


def add_typed(entry: Added) -> None:
    """One more entry that was typed on screen."""
    st.session_state.typed = [*st.session_state.typed, entry]


def take_back(place: int) -> None:
    """Takes one typed entry back."""
    st.session_state.typed = [entry for at, entry in enumerate(st.session_state.typed) if at != place]


def opened_journal() -> Journal | None:
    """The journal that was read last; None where the files gave none."""
    read = list(st.session_state.kept.get("journal", {}).values())
    return read[-1] if read and isinstance(read[-1], Journal) else None


def open_sample() -> None:
    open_files([(name, (ROOT / "sample_data" / name).read_bytes()) for name in SAMPLE])


def people_chosen() -> list[str]:
    """Whose rows are read, of files that hold several people; empty where nobody had to say."""
    return [*dict.fromkeys(st.session_state.choices.get("choose", {}).values())]


def choose_person(file: str, person: str) -> None:
    """Whose rows of a file are read. What was chosen for the files and the page stays; all that was typed,
    answered, asked or planned about the person before is forgotten.
    """
    state = st.session_state
    choices, mapping = state.choices, state.mapping
    if file in (people := choices.get("choose", {})):
        settings = {name: state.answered[name] for name in SETTINGS if name in state.answered}
        unit = {"volume": state.volume} if "volume" in state else {}
        open_files(list(state.files))
        state.answered.update(settings)
        state.update(unit)
    state.update(choices=choices | {"choose": people | {file: person}}, mapping=mapping)


def choose(name: str) -> None:
    """Keeps the answer of a widget as the person's own choice; until it is touched, the files decide."""
    st.session_state.choices[name] = st.session_state[f"{name} {st.session_state.version}"]


def show_view(view: str, **also: object) -> None:
    """Opens a part, and in it what is named ``also``."""
    st.session_state.update({"view": view} | also)
    st.session_state.answered.update(also)


def read_files() -> Journal | JournalError:
    """The opened files, read as the two people chose."""
    state = st.session_state

    def make() -> Journal | JournalError:
        task = partial(read_journal, mapping=dict(state.mapping) or None, **state.choices)
        try:
            files = [*state.files, *([added_file(state.typed)] if state.typed else [])]
            return in_a_worker(as_read(), f"Reading {count(len(files), 'file')}", task, files)
        except JournalError as refusal:
            return refusal.with_traceback(None)
        except TaskLost as lost:
            return JournalError(f"Reading was stopped: {lost}. Try fewer or smaller files.")

    return kept("journal", as_read(), make)


def as_read() -> tuple[object, ...]:
    """What the journal depends on: the opened files, what was typed, and how they are read."""
    held = st.session_state
    return held.version, repr(held.choices), repr(held.mapping), repr(held.typed)


def worked_out(journal: Journal, **chosen: Any) -> Review:
    def make() -> Review:
        doing = f"Comparing {count(len(journal.nights), 'night')}"
        found = in_a_worker(key, doing, partial(review, **chosen, stop_at_fault=False), journal)
        return replace(found, journal=journal)  # one journal in memory, not the worker's copy beside it

    key = (*as_read(), *chosen.values())
    return kept("review", key, make)


def reviewed(result: Review) -> tuple[object, ...]:
    """What the review depends on."""
    chosen = result.start, result.end, result.washout, result.hemisphere
    return *as_read(), *chosen, result.question, result.left_out
