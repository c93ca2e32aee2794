"""Reading and reviewing in the server's worker processes, in order of arrival, with the wait on screen."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as NotYet
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from analysis.executor import Bounds, Executor, TaskLost, executor

T = TypeVar("T")
ALLOWED = Bounds(seconds=120, megabytes=2000)
LOOK = 0.1  # seconds between two looks at the queue
MOST_TIMES = 3  # that work which another run of the page has ended is begun again


@cache
def workers() -> Executor:
    """The workers of this server: one for each core, ended with it. They keep nothing of any visit."""
    return executor(bounds=ALLOWED)


def ready(seconds: float = 30) -> bool:
    """Whether a worker answers in time [s]."""
    try:
        return workers().submit(int).result(seconds) == 0
    except (NotYet, TaskLost):
        return False


def in_a_worker(key: object, doing: str, task: Callable[..., T], *given: Any) -> T:
    """What ``task`` gives, worked out beside the server. A click meanwhile keeps the place in the queue, as
    ``key`` names the same work; a page that is closed ends its work.

    Raises what the task raises, and ``TaskLost`` where its bounds or its process ended it.
    """
    pool, begun = workers(), st.session_state.work
    if key not in begun or begun[key].cancelled():
        stop_work()
        begun[key] = pool.submit(task, *given)
    work: Future[T] = begun[key]
    left = MOST_TIMES
    place = st.empty()
    try:
        while True:
            before = pool.before(work)
            queue = f" {before} before you" if before else ""
            with place, st.spinner(f"{doing} …{queue}", show_time=True):
                while pool.before(work) == before:
                    try:
                        outcome = work.result(LOOK)
                    except NotYet:
                        st.session_state.get("files")  # Streamlit ends the run here if the page was closed
                    except CancelledError:
                        # A run that this one took over from ended its work on its way out.
                        if not (left := left - 1):
                            raise
                        work = begun[key] = pool.submit(task, *given)
                    else:
                        del begun[key]
                        return outcome
    except RerunException:
        raise
    except BaseException:
        work.cancel()
        begun.pop(key, None)
        raise


def stop_work() -> None:
    """Ends what this visit has begun and not finished."""
    begun = st.session_state.setdefault("work", {})
    for work in begun.values():
        work.cancel()
    begun.clear()
