"""Round by round through the worlds, so that a run that is stopped has as many journals of each."""

import time
from collections.abc import Iterator, Sequence


def rounds(journals: int, worlds: Sequence[str], seconds: float) -> Iterator[tuple[int, str]]:
    """Number and world of so many journals a world, or of as many whole rounds as ``seconds`` leave time
    for."""
    began = time.monotonic()
    for number in range(journals):
        for world in worlds:
            yield number, world
        if time.monotonic() - began > seconds:
            return
