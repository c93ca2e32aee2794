"""An executor of worker processes on this machine, by pebble."""

import atexit
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future
from concurrent.futures import TimeoutError as TimeUp
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from analysis.executor.contract import Bounds, Executor, InProcess, TaskLost, Waiting

T = TypeVar("T")
_OVERTIME = getattr(signal, "SIGALRM", signal.SIGTERM)  # Windows has no such workers
PRELOADED = ("analysis", "analysis.executor.forked")


class Processes:
    """As many workers as there are ``workers`` (cores where it is None), each forked for one task, from a
    process in which ``PRELOADED`` and the modules of ``preload`` are imported: a worker starts warm and
    nothing of a task outlives it."""

    def __init__(
        self, workers: int | None = None, bounds: Bounds | None = None, preload: Sequence[str] = ()
    ) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._preload = preload
        self.bounds = bounds or Bounds()
        self._pool = self._new_pool()
        self._waiting = Waiting(self.workers)
        self._works: dict[Future[list[Any]], ProcessPool] = {}  # that are not done
        self._broken = False  # as pebble calls a pool whose workers ended before they had work
        self._closed = False
        self._lock = threading.Lock()
        atexit.register(self.close)

    def _new_pool(self) -> ProcessPool:
        context = get_context("forkserver")
        context.set_forkserver_preload(all_preloaded(self._preload))
        bound = (self.bounds.megabytes,)
        return ProcessPool(self.workers, max_tasks=1, initializer=_bound, initargs=bound, context=context)

    def submit(self, task: Callable[..., T], *given: Any) -> "Future[T]":
        # pebble keeps the last task and its future until the next one ends: boxes, which are emptied here.
        sent: list[Any] = [task, *given]
        outcome: Future[T] = Future()
        promised = [outcome]
        self._renew()
        with self._lock:
            pool = self._pool
            work = pool.schedule(_run, args=(sent, self.bounds.seconds))
            self._works[work] = pool
            self._waiting.add(outcome)

        def done(work: "Future[list[Any]]") -> None:
            outcome = promised.pop()
            sent.clear()
            self._waiting.remove(outcome)
            broke = isinstance(_fault_of(work), BrokenExecutor)
            with self._lock:
                self._works.pop(work, None)
                self._broken |= broke and pool is self._pool
            if outcome.set_running_or_notify_cancel():
                _settle(outcome, work)
            if broke:
                self._give_up(pool)

        outcome.add_done_callback(lambda outcome: outcome.cancelled() and cast("Any", work).cancel())
        work.add_done_callback(done)
        return outcome

    def _renew(self) -> None:
        """Other workers where these are lost: they ended, or the thread of pebble that hears of them did, as
        where a task is done in the moment in which it is cancelled."""
        with self._lock:
            before = self._pool
            if self._closed or (not self._broken and before.active):
                return
            self._pool, self._broken = self._new_pool(), False
        self._end(before)

    def _end(self, pool: ProcessPool) -> None:
        of_pebble = cast("Any", pool)  # its ways to end are not typed
        of_pebble.stop()
        of_pebble.join()
        self._give_up(pool)

    def _give_up(self, pool: ProcessPool) -> None:
        """What was given to workers that are gone is lost: nobody else would ever settle it."""
        with self._lock:
            lost = [work for work, of in self._works.items() if of is pool]
        for work in lost:
            cast("Any", work).cancel()

    def before(self, future: "Future[Any]") -> int:
        return self._waiting.before(future)

    def close(self) -> None:
        self._closed = True
        self._end(self._pool)
        atexit.unregister(self.close)


def all_preloaded(preload: Sequence[str]) -> list[str]:
    """These modules and the program's own, as they are imported: last what freezes all that is there."""
    first, *last = PRELOADED
    return [first, *preload, *last]


def _fault_of(work: "Future[Any]") -> BaseException | None:
    return None if work.cancelled() else work.exception()


def _settle(outcome: "Future[Any]", work: "Future[list[Any]]") -> None:
    """Gives ``outcome`` what became of the work, losses by their reason."""
    try:
        outcome.set_result(work.result().pop())
    except MemoryError:
        outcome.set_exception(TaskLost("memory"))
    except ProcessExpired as expired:
        outcome.set_exception(TaskLost("time" if expired.exitcode == -_OVERTIME else "ended"))
    except (BrokenExecutor, CancelledError):
        outcome.set_exception(TaskLost("ended"))
    except Exception as fault:
        outcome.set_exception(fault)


def _run(sent: list[Any], seconds: float) -> list[Any]:
    """Does a task within ``seconds`` [s], after which the system ends this process, whatever it does.

    pebble's own bound goes by the clock on the wall, which may be set anew or jump when the machine wakes.
    """
    task, *given = sent
    signal.signal(_OVERTIME, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return [task(*given)]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound(megabytes: int) -> None:
    """Holds this worker to ``megabytes`` beside what it has now."""
    status = Path("/proc/self/statm")
    if status.exists():  # elsewhere a process cannot tell how much it has
        import resource  # not on Windows

        now = int(status.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + megabytes * 1_000_000,) * 2)


def executor(
    workers: int | None = None, bounds: Bounds | None = None, preload: Sequence[str] = ()
) -> Executor:
    """Worker processes; where the system has no way to fork them, an executor in this process."""
    try:
        pool = Processes(workers, bounds, preload)
        pool.submit(int).result(timeout=30)
    except (OSError, ValueError, ImportError, TimeUp, TaskLost, BrokenExecutor):
        return InProcess()
    return pool
