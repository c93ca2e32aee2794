"""Once for the server: libraries out of the collector's way, ended sessions let go, faults without data."""

import gc
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance

ROOT = Path(__file__).parents[2]  # not resolved: a frame names its file as it was imported, links and all


@st.cache_resource(show_spinner=False)
def start_server() -> None:
    """Once for the server: imported libraries are kept from the garbage collector, ended sessions are let go.

    By itself Streamlit keeps an ended session, with all that it holds, until another one ends.
    """
    gc.collect()
    gc.freeze()
    runtime: Any = get_instance()
    events = runtime._get_async_objs().eventloop

    def let_go_of_ended_sessions() -> None:
        if runtime._session_mgr._session_storage._cache.expire():
            gc.unfreeze()  # what was frozen holds the first session too
            gc.collect()
            gc.freeze()
        events.call_later(5, let_go_of_ended_sessions)

    events.call_soon_threadsafe(let_go_of_ended_sessions)


def is_ours(file: str) -> bool:
    return Path(file).is_relative_to(ROOT) and ".venv" not in file


def guarded(part: Callable[..., None]) -> Callable[..., None]:
    """``part``, where a fault becomes one sentence: its place in the program, and not a word of the data."""

    @wraps(part)
    def shown(*args: Any) -> None:
        try:
            part(*args)
        except Exception as fault:
            frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if is_ours(frame.filename)]
            place = (
                f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}"
                if frames
                else "an unknown place"
            )
            st.error(
                f"This part cannot be shown: a fault in the program ({type(fault).__name__} in {place}). "
                "Nothing was saved or sent, and the other parts still work."
            )

    return shown
