"""Bounds in time that hold on a slow machine and beside a busy neighbour: each is stretched by what a fixed
piece of work takes there, in the same moment.
"""

from collections.abc import Callable
from time import process_time

CALM = 0.006  # s of processor that `_fixed_work` takes on the machine on which the bounds were set
TRIES = 8


def assert_within(seconds: float, work: Callable[[], object], tries: int = TRIES, what: str = "") -> None:
    """That ``work`` takes at most so many seconds of processor, in one of several tries, of the machine on
    which a bound was set; on a slower one, as much longer as the fixed work takes there."""
    taken = []
    for _ in range(tries):
        bare = _time(work)
        if bare <= seconds:  # on a slower machine it would have been allowed more
            return
        taken.append(bare / slowness())
        if taken[-1] <= seconds:
            return
    raise AssertionError(f"{what} took {min(taken):.3g} s in the best of {tries}, more than {seconds:g} s")


def slowness() -> float:
    """How many times as long fixed work takes here and now as on the machine of the bounds; at least 1."""
    return max(1.0, min(_time(_fixed_work) for _ in range(3)) / CALM)


def _fixed_work() -> int:
    return len({word[::-1] for word in map(str, range(30_000))})


def _time(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
