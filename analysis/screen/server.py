"""Once for the server: libraries out of the collector's way, ended sessions let go, faults without data."""

import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.formparsers import MultiPartParser

from analysis.screen.memory import prepare_memory
from analysis.screen.streamlit_inside import watch_for_ended_sessions
from analysis.screen.work import workers

ROOT = Path(__file__).parents[2]  # not resolved: a frame names its file as it was imported, links and all


@st.cache_resource(show_spinner=False)
def start_server() -> None:
    """Once for the server: workers are started, uploads stay in memory, imported libraries are kept from the
    garbage collector, ended sessions are let go."""
    Thread(target=workers).start()
    bound = st.get_option("server.maxUploadSize") * 1024 * 1024
    MultiPartParser.spool_max_size = 2 * bound  # by itself a part over 1 MB goes to the temporary folder
    prepare_memory()
    watch_for_ended_sessions()


def is_ours(file: str) -> bool:
    return Path(file).is_relative_to(ROOT) and ".venv" not in file


def place_of(fault: BaseException) -> str:
    """The kind of a fault and its place in the program, without its own words: they could quote a cell."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if is_ours(frame.filename)]
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "an unknown place"
    return f"{type(fault).__name__} in {place}"


def guarded(part: Callable[..., None]) -> Callable[..., None]:
    """``part``, where a fault becomes one sentence: its place in the program, and not a word of the data."""

    @wraps(part)
    def shown(*args: Any) -> None:
        try:
            part(*args)
        except Exception as fault:
            st.error(
                f"This part cannot be shown: a fault in the program ({place_of(fault)}). "
                "Nothing was saved or sent, and the other parts still work."
            )

    return shown
