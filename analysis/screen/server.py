"""Once for the server: libraries out of the collector's way, ended sessions let go, faults without data."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import streamlit as st
from starlette.formparsers import MultiPartParser

from analysis.faults import ROOT, place_of
from analysis.screen.memory import prepare_memory
from analysis.screen.streamlit_inside import watch_for_ended_sessions

__all__ = ["ROOT", "guard", "guarded", "not_taken", "start_server"]
log = logging.getLogger("cramp_journal.faults")


@st.cache_resource(show_spinner=False)
def start_server() -> None:
    """Once for the server: uploads stay in memory, imported libraries are kept from the garbage collector,
    ended sessions are let go."""
    bound = st.get_option("server.maxUploadSize") * 1024 * 1024
    MultiPartParser.spool_max_size = 2 * bound  # by itself a part over 1 MB goes to the temporary folder
    prepare_memory()
    watch_for_ended_sessions()
    log_without_words()


def log_without_words() -> None:
    """From now on a fault is logged by its kind and place, without its own words: they could quote a cell."""
    make = logging.getLogRecordFactory()

    def record(*given: Any, **named: Any) -> logging.LogRecord:
        made = make(*given, **named)
        fault = made.exc_info[1] if made.exc_info else None
        if fault is not None:
            made.msg, made.args, made.exc_info = f"A fault: {place_of(fault)}", (), None
        return made

    logging.setLogRecordFactory(record)


@contextmanager
def guard(name: str) -> Iterator[None]:
    """What is shown within, where a fault becomes one sentence: which part, its place in the program, and not
    a word of the data. What stands beside it stays."""
    try:
        yield
    except Exception as fault:
        log.exception("%s cannot be shown", name)
        st.error(
            f"The part “{name}” cannot be shown: a fault in the program ({place_of(fault)}). "
            "Nothing was saved or sent, and the other parts still work."
        )


def guarded(part: Callable[..., None]) -> Callable[..., None]:
    """``part`` in a ``guard`` of its name."""
    name = part.__name__.removesuffix("_part").removesuffix("_tab").replace("_", " ")

    @wraps(part)
    def shown(*args: Any, **options: Any) -> None:
        with guard(name):
            part(*args, **options)

    return shown


def not_taken(fault: Exception) -> None:
    """What the screen says where taking a click or an answer failed."""
    st.error(
        f"What was just chosen could not be taken: a fault in the program ({place_of(fault)}). "
        "Nothing was saved or sent, and the rest of the page stays as it was."
    )
