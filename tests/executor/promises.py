"""What every executor of other processes promises, asked of any of them."""

import pytest

from analysis.executor import Executor, TaskLost
from tests.executor import tasks


def costs_only_itself(executor: Executor, patience: float) -> None:
    """A hang, a kill, six gigabytes and an error between good tasks, each within ``patience`` [s]."""
    given = [executor.submit(task) for task in (tasks.hang, tasks.die, tasks.eat, tasks.fail)]
    well = [executor.submit(tasks.nap, 0.05) for _ in range(6)]
    reasons = []
    for future in given[:3]:
        with pytest.raises(TaskLost) as lost:
            future.result(timeout=patience)
        reasons.append(lost.value.reason)
    assert reasons == ["time", "ended", "memory"]
    with pytest.raises(KeyError, match="what the task says"):
        given[3].result(timeout=patience)
    assert all(future.result(timeout=patience) > 0 for future in well)
