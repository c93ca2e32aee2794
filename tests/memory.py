"""The memory of a running process, searched from outside: what Python does not list is found too."""

from pathlib import Path

from tests.journal_files import as_csv

PIECE = 1 << 24


def times_in_memory(process: int, word: str) -> int:
    """How often a word stands in the memory of a process, in Latin-1 or as two bytes a character [times]."""
    found, narrow, wide = 0, word.encode(), word.encode("utf-16-le")
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, access, *_ = line.split()
            if not access.startswith("rw") or "[v" in line:
                continue
            start, end = (int(bound, 16) for bound in place.split("-"))
            for at in range(start, end, PIECE):
                try:
                    memory.seek(at)
                    held = memory.read(min(PIECE, end - at))
                except OSError:
                    break
                found += held.count(narrow) + held.count(wide)
    return found


def children_of(process: int) -> list[int]:
    """Every process that descends from this one."""
    below = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, listed.read_text().split()):
            below += [child, *children_of(child)]
    return below


def large_journal(word: str, megabytes: int = 15) -> bytes:
    """A diary of 1,000 nights whose remarks hold a word again and again; 1,000 times a megabyte."""
    remark = " ".join([f"{word}{'.' * (998 - len(word))}"] * megabytes)
    rows = [
        (f"20{20 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}", day % 3, remark)
        for day in range(1000)
    ]
    return as_csv(("night", "cramps", "notes"), rows)
