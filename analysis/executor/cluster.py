"""An executor on a Dask scheduler: tasks go to its workers over TLS, and each runs there in a process of its
own, within the same bounds as here.

Every worker is a process that may have children, started where the package can be imported:
``DASK_DISTRIBUTED__WORKER__DAEMON=False`` before ``dask worker``, or ``--no-nanny``.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from multiprocessing import current_process
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any, TypeVar
from uuid import uuid4

from analysis.executor.contract import Bounds, NoWorkers, TaskLost, Waiting
from analysis.executor.processes import Processes

T = TypeVar("T")
_AGAIN = 1  # times that a task begins again whose worker was lost
_LOOK = 2.0  # seconds between two looks at the workers
SCHEDULER_LOST = "The scheduler was lost."
WORKERS_LOST = "The scheduler lives, but its workers are gone and none came back."


class NoCluster(NoWorkers):
    """The scheduler cannot be used."""


@dataclass(frozen=True)
class Tls:
    """The files that both ends know each other by, as PEM: authority, this side's certificate, its key."""

    ca: Path
    cert: Path
    key: Path


class Cluster:
    """The workers of the scheduler at ``address``, which begins with ``tls://``.

    A task that ends its worker begins again once elsewhere. Where every worker is gone for longer than
    ``without_workers`` [s], all that is left ends with NoCluster. Raises NoCluster where the scheduler does
    not answer within ``patience`` [s], has no worker, or where a worker cannot have children.
    """

    def __init__(
        self,
        address: str,
        tls: Tls,
        bounds: Bounds | None = None,
        patience: float = 20,
        without_workers: float = 60,
    ) -> None:
        if not address.startswith("tls://"):
            raise NoCluster("A scheduler is reached over TLS only: its address begins with tls://.")
        try:
            dask: Any = import_module("distributed")  # an extra, without types
        except ImportError:
            raise NoCluster("For a scheduler the package distributed is needed: the extra cluster.") from None
        self.bounds = bounds or Bounds()
        self._lost, self._closed = SCHEDULER_LOST, Event()
        try:
            secured = dask.Security(
                tls_ca_file=str(tls.ca),
                tls_client_cert=str(tls.cert),
                tls_client_key=str(tls.key),
                require_encryption=True,
            )
            self._client = dask.Client(address, security=secured, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TimeoutError):
            raise NoCluster("The scheduler does not answer, or does not accept these certificates.") from None
        try:
            self._client.wait_for_workers(1, timeout=patience)
            able = self._client.run(can_have_children)
        except (OSError, TimeoutError):
            self.close()
            raise NoCluster("The scheduler has no worker.") from None
        if not all(able.values()):
            self.close()
            raise NoCluster("Start the workers with DASK_DISTRIBUTED__WORKER__DAEMON=False, or --no-nanny.")
        self.workers: int = sum(self._client.nthreads().values())
        self._waiting = Waiting(self.workers)
        self._works: set[Any] = set()  # that are not done
        Thread(target=self._watch, args=(without_workers,), daemon=True).start()

    def _watch(self, without_workers: float) -> None:
        """Gives up what is left when there has been no worker for so long [s]: nobody would ever do it."""
        seen = monotonic()
        while not self._closed.wait(_LOOK):
            try:
                if self._client.nthreads():
                    seen = monotonic()
            except (OSError, TimeoutError, ValueError, RuntimeError):
                continue  # the scheduler does not answer: Dask itself gives up all when it is gone
            if monotonic() - seen > without_workers:
                self._lost = WORKERS_LOST
                for work in list(self._works):
                    work.cancel()

    def submit(self, task: Callable[..., T], *given: Any) -> "Future[T]":
        outcome: Future[T] = Future()
        self._waiting.add(outcome)
        work: Any = self._client.submit(
            on_the_worker, self.bounds, task, *given, pure=False, retries=_AGAIN, key=f"task-{uuid4().hex}"
        )

        def done(work: Any) -> None:
            self._waiting.remove(outcome)
            self._works.discard(work)
            if outcome.set_running_or_notify_cancel():
                _settle(outcome, work, self._lost)
            work.release()

        self._works.add(work)
        outcome.add_done_callback(lambda outcome: outcome.cancelled() and work.cancel())
        work.add_done_callback(done)
        return outcome

    def before(self, future: "Future[Any]") -> int:
        return self._waiting.before(future)

    def close(self) -> None:
        """Lets go of the scheduler, which goes on; tasks that still run end at their bounds."""
        self._closed.set()
        self._client.close(timeout=5)


def _settle(outcome: "Future[Any]", work: Any, lost: str) -> None:
    """Gives ``outcome`` what became of the work; a worker that was lost twice is a task that ended."""
    if work.status == "cancelled":  # here, or by Dask itself, which gives up all when the scheduler is gone
        outcome.set_exception(NoCluster(lost))
        return
    if work.status != "finished":
        outcome.set_exception(TaskLost("ended"))
        return
    try:
        well, found = work.result()
    except Exception:  # the worker that held the outcome was lost
        outcome.set_exception(TaskLost("ended"))
        return
    if well:
        outcome.set_result(found)
    else:
        outcome.set_exception(found)


def can_have_children() -> bool:
    """Whether this process may start others."""
    return not current_process().daemon


def on_the_worker(bounds: Bounds, task: Callable[..., Any], *given: Any) -> tuple[bool, Any]:
    """Runs a task in a process of its own: whether it went well, and its outcome or what it raised.

    An exception comes back as a value: Dask would write one into the worker's log, with what was given.
    """
    try:
        return True, _pool(bounds, task.__module__).submit(task, *given).result()
    except Exception as fault:
        return False, fault.with_traceback(None)


@cache
def _pool(bounds: Bounds, module: str) -> Processes:
    """Processes in which the module of the task is imported."""
    dask: Any = import_module("distributed")
    return Processes(dask.get_worker().state.nthreads, bounds, preload=(module,))
