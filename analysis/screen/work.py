"""Reading and reviewing in the server's worker processes, in order of arrival, with the wait on screen."""

from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock, Thread
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from analysis.executor import Bounds, Executor, TaskLost, executor

T = TypeVar("T")
ALLOWED = Bounds(seconds=120, megabytes=2000)
LOOK = 0.1  # seconds between two looks at the queue
WARMED = ("analysis.warmed",)
_STARTING = Lock()
_TAKING = Lock()  # of work by a run of the page, so that none ends what another has just taken over


def workers() -> Executor:
    """The workers of this server: one for each core, ended with it. They keep nothing of any visit."""
    with _STARTING:  # by the server's start and by its first visit: one of them waits for the other
        return _workers()


@cache
def _workers() -> Executor:
    return executor(bounds=ALLOWED, preload=WARMED)


@asynccontextmanager
async def with_workers(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Begins the workers with the server, so that the first visit does not wait for their start."""
    Thread(target=workers, daemon=True).start()
    yield {}


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
    pool, begun, run = workers(), st.session_state.work, object()
    with _TAKING:
        if key not in begun or begun[key].work.cancelled():
            stop_work()
            begun[key] = Begun(pool.submit(task, *given), run)
        own: Begun = begun[key]
        own.run = run
    work: Future[T] = own.work
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
                    else:
                        begun.pop(key, None)
                        return outcome
    except RerunException:
        raise
    except BaseException:
        with _TAKING:
            if own.run is run:  # else another run of the page waits for it: a phone that came back, a click
                work.cancel()
                begun.pop(key, None)
        raise


@dataclass
class Begun:
    """Work that a visit has begun, and the run of the page that waits for it: the last that asked."""

    work: "Future[Any]"
    run: object


def stop_work() -> None:
    """Ends what this visit has begun and not finished."""
    begun = st.session_state.setdefault("work", {})
    for one in begun.values():
        one.work.cancel()
    begun.clear()
