"""The server's memory: apart from the collector, overwritten and given back when a journal is let go.

What is freed stays readable until it is used again. So the C library is told to overwrite what it is given
back, and Python's own blocks for small objects, which it never gives back, are overwritten here.
"""

import ctypes
import gc
import sys
from itertools import repeat
from pathlib import Path
from threading import Lock, Timer
from typing import Any

import pyarrow as pa

LARGE = 128 * 1024  # bytes from which a block has pages of its own, as the C library begins with
FILL = 0x5A  # any byte but 0: what the C library writes over a block that is given back
_M_MMAP_THRESHOLD, _M_PERTURB = -3, -6
SMALLEST, LARGEST, STEP = 48, 512, 16  # sizes of Python's blocks that can hold text [B]
FIRST = 64  # the size that leaves least over of a pool of blocks [B]
HEAD = sys.getsizeof(b"")
BATCH = 512  # blocks; few enough that other threads hardly wait, and that little new memory is taken
AT_MOST = 512 * 1024 * 1024 // FIRST // BATCH  # batches; a bound that is not reached
PASSES = ((1.5, False), (4, True), (20, True))  # after a close [s], and whether of all
LAST_PASS = PASSES[-1][0]
_one_at_a_time = Lock()


def c_library() -> Any:
    """The C library of this process where it is glibc, else None."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


def prepare_memory() -> None:
    """Once for the server: what is imported now is kept from the collector, large blocks keep pages of their
    own (by itself the C library gives that up after the first one), and freed ones are overwritten. Arrow's
    own store of memory would do neither: tables take theirs from the C library too."""
    library = c_library()
    if library is not None:
        library.mallopt(_M_MMAP_THRESHOLD, LARGE)
        library.mallopt(_M_PERTURB, FILL)
        pa.set_memory_pool(pa.system_memory_pool())
    gc.collect()
    gc.freeze()


def let_go(*, of_all: bool = True) -> None:
    """Collects what nobody can reach, overwrites what is free, and gives it back to the system.

    of_all : also among what was kept from the collector, which holds the sessions of that moment too. To look
    through what was imported takes as long as all the rest, and whatever runs waits for it.
    """
    with _one_at_a_time:
        if of_all:
            gc.unfreeze()
        gc.collect()
        if of_all:
            gc.freeze()
        library = c_library()
        if library is not None:
            overwrite_free_blocks()
            library.malloc_trim(0)


def mapped() -> list[range]:
    """The addresses of this process that can be written to."""
    lines = Path("/proc/self/maps").read_text().splitlines()
    fields = [line.split()[:2] for line in lines]
    bounds = [place.split("-") for place, access in fields if access.startswith("rw")]
    return [range(int(start, 16), int(end, 16)) for start, end in bounds]


def overwrite_free_blocks() -> None:
    """Fills every free block of Python's allocator for small objects with zeros, by taking them all at once.

    It gives out free blocks before it takes new memory, so a size is done when a batch lies where nothing
    was before. The first size takes the pools that are free as a whole, for the others too.
    """
    before = mapped()
    taken: list[list[bytes]] = []
    for size in (FIRST, *range(SMALLEST, LARGEST + 1, STEP)):
        for _ in range(AT_MOST):
            batch = list(map(bytes, repeat(size - HEAD, BATCH)))
            taken.append(batch)
            if not any(id(end) in place for end in (batch[0], batch[-1]) for place in before):
                break


def let_go_soon() -> None:
    """The same, after the run that closes a journal: more than once, as nobody knows when that one ends. What
    was kept from the collector is looked through from the second time on."""
    for seconds, of_all in PASSES:
        timer = Timer(seconds, let_go, kwargs={"of_all": of_all})
        timer.daemon = True
        timer.start()
