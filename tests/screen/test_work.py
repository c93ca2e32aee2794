"""Work beside the server, as runs of one visit take it over. Oracle: which run is ended, and which waits."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from threading import Event, Thread, current_thread
from types import SimpleNamespace

import pytest

from analysis.executor import Processes
from analysis.screen import work
from tests.executor import tasks


class Ended(BaseException):
    """As Streamlit ends a run of the page."""


class Visit(dict[str, object]):
    """The state of a visit; a run looks into it while it waits, and is ended there."""

    def __init__(self) -> None:
        super().__init__()
        self.work: dict[object, work.Begun] = {}
        self.waits, self.ended = Event(), set[Thread]()

    def get(self, name: str, default: object = None) -> object:
        self.waits.set()
        if current_thread() in self.ended:
            raise Ended
        return default


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    own = Visit()
    pool = Processes(1, preload=work.WARMED)
    page = SimpleNamespace(session_state=own, empty=nullcontext, spinner=lambda *_, **__: nullcontext())
    monkeypatch.setattr(work, "st", page)
    monkeypatch.setattr(work, "workers", lambda: pool)
    yield own
    pool.close()


def first_run(visit: Visit) -> Thread:
    """A run that waits for a nap of two seconds, until it is ended."""

    def run() -> None:
        with pytest.raises(Ended):
            work.in_a_worker("key", "Reading", tasks.nap, 2)

    thread = Thread(target=run)
    thread.start()
    assert visit.waits.wait(30)
    return thread


def test_a_run_that_is_ended_ends_its_work(visit: Visit) -> None:
    thread = first_run(visit)
    [begun] = visit.work.values()
    visit.ended.add(thread)
    thread.join(30)
    assert begun.work.cancelled()
    assert not visit.work


def test_a_run_that_is_ended_leaves_what_another_has_taken_over(visit: Visit) -> None:
    """A phone that comes back: the second run waits for the same work, the first is ended meanwhile."""
    thread = first_run(visit)
    [begun] = visit.work.values()
    mine = Thread(target=lambda: outcomes.append(work.in_a_worker("key", "Reading", tasks.nap, 2)))
    outcomes: list[float] = []
    owner = begun.run
    mine.start()
    while begun.run is owner:
        assert mine.is_alive()
    visit.ended.add(thread)
    thread.join(30)
    mine.join(30)
    assert not thread.is_alive()
    assert len(outcomes) == 1


def test_the_server_and_its_first_visit_begin_the_same_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ask for them in the same moment: they are begun once."""
    begun = list[object]()

    def begin(**_: object) -> object:
        time.sleep(0.1)
        begun.append(object())
        return begun[-1]

    monkeypatch.setattr(work, "executor", begin)
    work._workers.cache_clear()
    try:
        with ThreadPoolExecutor(4) as threads:
            given = [each.result() for each in [threads.submit(work.workers) for _ in range(4)]]
    finally:
        work._workers.cache_clear()
    assert given == begun * 4


def test_the_workers_of_the_server_begin_warm() -> None:
    assert work.workers().submit(tasks.has_imported, *work.WARMED).result(60)
