"""The server's memory: kept apart from the collector, and given back when a journal is let go."""

import ctypes
import gc
import sys
from threading import Timer
from typing import Any

LARGE = 128 * 1024  # bytes from which a block has pages of its own, as the C library begins with
_M_MMAP_THRESHOLD = -3


def c_library() -> Any:
    """The C library of this process where it is glibc, else None."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


def prepare_memory() -> None:
    """Once for the server: what is imported now is kept from the collector, and large blocks keep pages of
    their own. By itself the C library gives that up after the first one, and what is freed stays readable."""
    library = c_library()
    if library is not None:
        library.mallopt(_M_MMAP_THRESHOLD, LARGE)
    gc.collect()
    gc.freeze()


def let_go() -> None:
    """Collects what nobody can reach, also among what was frozen (that holds the first session too), and
    gives the pages that are free back to the system."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    library = c_library()
    if library is not None:
        library.malloc_trim(0)


def let_go_soon() -> None:
    """The same, after the run that closes a journal: more than once, as nobody knows when that one ends."""
    for seconds in (1.5, 4, 20):
        timer = Timer(seconds, let_go)
        timer.daemon = True
        timer.start()
