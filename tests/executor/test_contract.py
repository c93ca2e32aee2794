"""The promises of an executor that need no process. Oracle: by hand, and Python's own futures."""

import pickle
from concurrent.futures import Future
from typing import Any

import pytest

from analysis.executor import InProcess, TaskLost
from analysis.executor.contract import Waiting


def fails(kind: type[Exception]) -> None:
    raise kind("what was given")


def test_a_task_of_this_process_is_done_when_its_future_is_given() -> None:
    pool = InProcess()
    future = pool.submit(divmod, 7, 2)
    assert future.done()
    assert future.result() == (3, 1)
    assert pool.before(future) == 0
    pool.close()
    assert pool.submit(max, 1, 2).result() == 2


def test_an_error_is_the_tasks_own_and_memory_that_runs_out_loses_it() -> None:
    """The loss says why, and no word of what the task was given."""
    with pytest.raises(ValueError, match="what was given"):
        InProcess().submit(fails, ValueError).result()
    with pytest.raises(TaskLost) as lost:
        InProcess().submit(fails, MemoryError).result()
    assert lost.value.reason == "memory"
    assert "given" not in str(lost.value)


@pytest.mark.parametrize("reason", ["time", "memory", "ended"])
def test_a_loss_comes_through_from_another_process_as_it_was(reason: Any) -> None:
    """Oracle: pickle, by which outcomes travel."""
    again = pickle.loads(pickle.dumps(TaskLost(reason)))
    assert (type(again), again.reason, str(again)) == (TaskLost, reason, str(TaskLost(reason)))


def test_those_that_wait_are_counted_behind_the_workers() -> None:
    """By hand: of five futures two workers have the first two; the fifth waits for three to start. When the
    first is done, each stands one place nearer; what is done waits for nobody."""
    waiting, futures = Waiting(2), [Future[Any]() for _ in range(5)]
    for future in futures:
        waiting.add(future)
    assert [waiting.before(future) for future in futures] == [0, 0, 1, 2, 3]
    waiting.remove(futures[0])
    assert [waiting.before(future) for future in futures] == [0, 0, 0, 1, 2]
