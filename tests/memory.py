"""The memory of a running process, searched from outside: what Python does not list is found too."""

from contextlib import suppress
from pathlib import Path

from tests.journal_files import as_csv

PIECE = 1 << 24
MARKS = 15_000
NIGHTS = 1000


def times_in_memory(process: int, word: str) -> int:
    """How often a word stands in the memory of a process and of those that it started, one or two bytes a
    character [times]."""
    return sum(_times(each, word) for each in (process, *children_of(process)))


def _times(process: int, word: str) -> int:
    found, narrow, wide = 0, word.encode(), word.encode("utf-16-le")
    try:
        maps = Path(f"/proc/{process}/maps").read_text().splitlines()
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            for line in maps:
                place, access, *_ = line.split()
                if not access.startswith("rw") or "[v" in line:
                    continue
                start, end = (int(bound, 16) for bound in place.split("-"))
                for at in range(start, end, PIECE):
                    with suppress(OSError):  # given back meanwhile
                        memory.seek(at)
                        held = memory.read(min(PIECE, end - at))
                        found += held.count(narrow) + held.count(wide)
    except FileNotFoundError:
        return 0  # a worker that is done
    return found


def children_of(process: int) -> list[int]:
    """Every process that descends from this one."""
    below = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, listed.read_text().split()):
            below += [child, *children_of(child)]
    return below


def marked_journal(word: str, megabytes: float) -> bytes:
    """A diary whose remarks hold a word ``MARKS`` times, about so long [MB]."""
    each = int(megabytes * 1_000_000 / MARKS) - 1
    remark = " ".join([word.ljust(each, ".")] * (MARKS // NIGHTS))
    rows = [
        (f"20{20 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}", day % 3, remark)
        for day in range(NIGHTS)
    ]
    return as_csv(("night", "cramps", "notes"), rows)
