"""The memory of a running process, searched from outside: what Python does not list is found too."""

from collections.abc import Sequence

from analysis import doctor
from tests.journal_files import as_csv

MARKS = 15_000
NIGHTS = 1000


def each_in_memory(process: int, words: Sequence[str]) -> list[int]:
    """How often each of some words stands in the memory of a process and of those that it started, one or
    two bytes a character [times]."""
    # Without its last nought: most of memory is noughts, and each would be taken for the end of the word.
    spelt = [(word.encode(), word.encode("utf-16-le")[:-1]) for word in words]
    found = [0] * len(words)
    for held in doctor.memory_of(process):
        for place, ways in enumerate(spelt):
            found[place] += sum(map(held.count, ways))
    return found


def marked_journal(word: str, megabytes: float, nights: int = NIGHTS) -> bytes:
    """A diary of so many nights whose remarks hold a word ``MARKS`` times, about so long [MB]."""
    each = int(megabytes * 1_000_000 / MARKS) - 1
    remark = " ".join([word.ljust(each, ".")] * (MARKS // nights))
    rows = [
        (f"20{20 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}", day % 3, remark)
        for day in range(nights)
    ]
    return as_csv(("night", "cramps", "notes"), rows)
