"""Workers: their bounds, order, and what is left of them. Oracle: the tasks of `tasks.py` and the clock."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.executor import Bounds, Executor, InProcess, Processes, TaskLost, executor
from tests.conftest import ROOT
from tests.executor import tasks
from tests.executor.promises import costs_only_itself


@pytest.fixture(scope="module")
def two() -> Iterator[Executor]:
    pool = executor(2, Bounds(seconds=3, megabytes=1000))
    yield pool
    pool.close()


def test_a_task_costs_only_itself(two: Executor) -> None:
    """A hang, a kill, six gigabytes and an error between tasks that are well."""
    costs_only_itself(two, 30)


@pytest.mark.clock
def test_first_come_first_served(two: Executor) -> None:
    """Of ten tasks on two workers the last has eight before it; they end in the order of arrival."""
    futures = [two.submit(tasks.nap, 0.4) for _ in range(10)]
    assert [two.before(future) for future in futures] == [0, 0, *range(1, 9)]
    ended = [future.result(timeout=30) for future in futures]
    assert [later - sooner > -0.3 for sooner, later in pairwise(ended)] == [True] * 9
    assert two.before(futures[-1]) == 0


def test_no_worker_serves_twice(two: Executor) -> None:
    """Nothing of a task can be there for the next one: each has a process of its own, which ends with it."""
    served = [two.submit(tasks.process).result(timeout=30) for _ in range(5)]
    assert len(set(served)) == 5
    end = time.monotonic() + 30
    while (left := [one for one in served if Path(f"/proc/{one}/stat").exists()]) and time.monotonic() < end:
        time.sleep(0.1)
    assert not left


def test_a_cancelled_task_frees_its_worker() -> None:
    """Oracle: the bound on a task is a minute, and the next one is done long before."""
    pool = Processes(2, Bounds(seconds=60))
    hanging = [pool.submit(tasks.hang) for _ in range(2)]
    time.sleep(0.5)
    assert [future.cancel() for future in hanging] == [True, True]
    assert pool.submit(tasks.process).result(timeout=30) > 0
    pool.close()


def test_a_clock_that_is_set_anew_ends_no_task_and_spares_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a laptop wakes, or gets its time from the network. Oracle: an hour forward, and a nap of two
    seconds is done; an hour back, and what hangs is lost after its three seconds."""
    pool, now = Processes(2, Bounds(seconds=3)), time.time
    for hours, task, given in ((1, tasks.nap, (2,)), (-1, tasks.hang, ())):
        future = pool.submit(task, *given)
        time.sleep(1)
        monkeypatch.setattr(time, "time", lambda hours=hours: now() + 3600 * hours)
        if hours > 0:
            assert future.result(timeout=30)
        else:
            with pytest.raises(TaskLost, match="longer than was allowed"):
                future.result(timeout=30)
        monkeypatch.undo()
    pool.close()


def test_what_is_not_done_when_the_workers_are_closed_is_lost() -> None:
    """Nobody waits for ever: neither for what ran nor for what had not begun."""
    pool = Processes(1)
    given = [pool.submit(tasks.hang) for _ in range(3)]
    time.sleep(0.5)
    pool.close()
    for future in given:
        with pytest.raises(TaskLost, match="ended"):
            future.result(timeout=10)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_task_that_is_cancelled_in_the_moment_in_which_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """pebble's thread that hears of outcomes ends by this. Oracle: the moment is made here, by a future that
    says that it is not cancelled; later tasks have their outcomes, and what was given meanwhile is lost."""
    pool = Processes(1, Bounds(seconds=60))
    monkeypatch.setattr("pebble.common.ProcessFuture.cancelled", lambda _: False)
    cancelled, meanwhile = pool.submit(tasks.nap, 0.5), pool.submit(tasks.hang)
    cancelled.cancel()
    time.sleep(2)
    monkeypatch.undo()
    assert pool.submit(tasks.nap, 0.1).result(timeout=30) > 0
    with pytest.raises(TaskLost, match="ended"):
        meanwhile.result(timeout=10)
    pool.close()


@pytest.mark.clock
def test_a_warm_worker_costs_little(two: Executor) -> None:
    """The way to a worker and back, the best of five: a tenth of what a fresh interpreter takes to import."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "import analysis.review"], cwd=ROOT, check=True)
    fresh = time.monotonic() - start
    took = []
    for _ in range(5):
        start = time.monotonic()
        two.submit(tasks.process).result(timeout=30)
        took.append(time.monotonic() - start)
        time.sleep(0.2)
    assert min(took) < fresh / 10


def test_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done here, with the same outcomes."""

    def none(_: str) -> None:
        raise ValueError("cannot find context")

    monkeypatch.setattr("analysis.executor.processes.get_context", none)
    here = executor()
    assert isinstance(here, InProcess)
    assert here.submit(tasks.process).result() == os.getpid()
    with pytest.raises(KeyError):
        here.submit(tasks.fail).result()
    here.close()
