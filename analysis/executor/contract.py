"""What an executor promises, and the one that works in this process, where no other can be started."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal, Protocol, TypeVar

T = TypeVar("T")
Reason = Literal["time", "memory", "ended"]
_WHY: dict[Reason, str] = {
    "time": "it took longer than was allowed",
    "memory": "it needs more memory than was allowed",
    "ended": "the process that worked on it ended",
}


class TaskLost(Exception):
    """A task without an outcome, by ``reason``: its time or its memory ran out, or its process ended.

    Only this task is lost. Nothing that the task was given is in the message.

    >>> str(TaskLost("time"))
    'it took longer than was allowed'
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(_WHY[reason])
        self.reason = reason

    def __reduce__(self) -> tuple[type["TaskLost"], tuple[Reason]]:
        return TaskLost, (self.reason,)


class NoWorkers(Exception):
    """No further task can be done: what works on them is gone. The message is one sentence for the person."""


@dataclass(frozen=True)
class Bounds:
    """What one task may use: ``seconds`` from its start [s], whatever the clock on the wall says, and
    ``megabytes`` of memory [MB] beside what the worker holds from its start."""

    seconds: float = 120
    megabytes: int = 2000


class Executor(Protocol):
    """Runs functions of a module's top level, whose arguments and outcomes can be pickled.

    Tasks start in the order in which they were given. A future gives the outcome, raises what the task
    raised, ``TaskLost``, or ``NoWorkers`` where all that is left is lost with the workers. Cancelling a
    future ends its task, also one that runs. ``before`` tells how many tasks must still start before that of
    a future [tasks]; 0 where it runs or is done.
    """

    def submit(self, task: Callable[..., T], *given: Any) -> "Future[T]": ...

    def before(self, future: "Future[Any]") -> int: ...

    def close(self) -> None:
        """Ends every worker, with whatever it does."""


class Waiting:
    """The futures that were given to ``workers`` and are not done, in the order of their arrival."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._given: list[Future[Any]] = []
        self._lock = Lock()

    def add(self, future: "Future[Any]") -> None:
        with self._lock:
            self._given.append(future)

    def remove(self, future: "Future[Any]") -> None:
        with self._lock:
            self._given.remove(future)

    def before(self, future: "Future[Any]") -> int:
        """Tasks that must still start before this one; 0 where it runs or is done. [tasks]"""
        with self._lock:
            at = self._given.index(future) if future in self._given else 0
        return max(0, at + 1 - self.workers)


class InProcess:
    """An executor that does each task at once, in the thread that gives it; bounds do not hold here."""

    def submit(self, task: Callable[..., T], *given: Any) -> "Future[T]":
        """A future that is done.

        >>> InProcess().submit(max, 1, 2).result()
        2
        """
        future: Future[T] = Future()
        try:
            future.set_result(task(*given))
        except MemoryError:
            future.set_exception(TaskLost("memory"))
        except Exception as fault:
            future.set_exception(fault)
        return future

    def before(self, future: "Future[Any]") -> int:
        return 0

    def close(self) -> None:
        """Nothing is left to end."""
