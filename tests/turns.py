"""Which tests of two processes run beside one another: all, but those of the clock, which run alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: the tests of the clock share the machine there
    fcntl = None  # type: ignore[assignment]

# One byte of the file each: who waits for the room keeps the door, so that nobody else slips in before.
DOOR, ROOM = 0, 1


class Turns:
    """A room for many at once, or for one alone; processes that name the same ``run`` share it."""

    def __init__(self, run: str) -> None:
        self.path = Path(tempfile.gettempdir()) / f"cramp-journal-turns-{run}"
        self.handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        self.kept = False

    @contextmanager
    def turn(self, *, alone: bool, next_alone: bool = False) -> Iterator[None]:
        """Waits until one may run, and holds the room meanwhile; who runs alone, and so the next time, keeps
        it until then: the others need not come in between."""
        if fcntl is None:
            yield
            return
        if not (alone and self.kept):
            self._leave()
            self._enter(alone=alone)
        try:
            yield
        finally:
            self.kept = alone and next_alone
            if not self.kept:
                self._leave()

    def _enter(self, *, alone: bool) -> None:
        fcntl.lockf(self.handle, fcntl.LOCK_EX, 1, DOOR)
        fcntl.lockf(self.handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH, 1, ROOM)
        fcntl.lockf(self.handle, fcntl.LOCK_UN, 1, DOOR)

    def _leave(self) -> None:
        fcntl.lockf(self.handle, fcntl.LOCK_UN, 1, ROOM)

    def close(self) -> None:
        os.close(self.handle)
        self.path.unlink(missing_ok=True)
