"""Files that somebody could make to hold up or to break whoever reads them, each a little below a bound or
far beyond it. ``python -m tests.journal.hostile_files NAME`` reads one, in 6 GB of addresses at most."""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.journal_files import Files

MEMORY = 6_000_000_000  # bytes of addresses
HEAD = b"Date,Cramps\n"
NIGHTS = [str(date(2024, 1, 1) + timedelta(days=at)) for at in range(60)]
DIARY = HEAD + b"".join(f"{night},{at % 3}\n".encode() for at, night in enumerate(NIGHTS))


def changes(number: int) -> bytes:
    """So many rows of starts and stops of one medicine."""
    rows = (f"{NIGHTS[at % 60]},magnesium,{('start', 'stop')[at % 2]},{at} mg" for at in range(number))
    return "\n".join(["Date,Medicine,Change,Dose", *rows, ""]).encode()


def nights_apart(number: int) -> Files:
    """So many files of one night each."""
    return [(f"{at}.csv", HEAD + f"{NIGHTS[at % 60]},1\n".encode()) for at in range(number)]


def large(megabytes: float) -> bytes:
    """A diary of a thousand nights with a long remark in each, about so long."""
    days = (date(2020, 1, 1) + timedelta(days=at) for at in range(1000))
    remark = "x" * int(megabytes * 1000 - 20)
    return "\n".join(["Date,Cramps,Notes", *(f"{day},1,{remark}" for day in days), ""]).encode()


def with_columns(columns: int) -> bytes:
    cells = b",a" * columns
    return HEAD.strip() + cells + b"\n" + DIARY[len(HEAD) :].replace(b"\n", cells + b"\n", 1)


HOSTILE: dict[str, Callable[[], Files]] = {
    "25 files of 18 MB": lambda: [(f"{at}.csv", content) for content in [large(18)] for at in range(25)],
    "299,000 changes of a medicine": lambda: [("diary.csv", DIARY), ("changes.csv", changes(299_000))],
    "30,000 changes of a medicine": lambda: [("diary.csv", DIARY), ("changes.csv", changes(30_000))],
    "a million columns": lambda: [("diary.csv", with_columns(1_000_000))],
    "one line of 20 MB": lambda: [("diary.csv", HEAD + b"2024-03-01,1," + b"x" * 19_900_000)],
    "one line of 20 MB in words": lambda: [("note.txt", b"2024-03-01 two cramps " * 900_000)],
    "1,000 files": lambda: nights_apart(1000),
    "quotation marks without an end": lambda: [("diary.csv", HEAD + b"2024-03-01," + b'"' * 5_000_001)],
    "quotation marks in threes": lambda: [("diary.csv", HEAD + b"2024-03-01," + b'"""' * 1_000_000 + b"1\n")],
    "a million elements deep": lambda: [("export.xml", b"<a>" * 1_000_000)],
    "a million lists deep": lambda: [("export.json", b"[" * 1_000_000)],
    "1e308 in every cell": lambda: [
        ("diary.csv", b"Date,Cramps,Water (mL),Pain,Steps\n"
         + b"".join(f"{night},1e308,1e308,1e308,-1e308\n".encode() for night in NIGHTS))
    ],
    "1e308 beside cramps": lambda: [
        ("diary.csv", b"Date,Cramps,Water (mL),Pain,Steps\n"
         + b"".join(f"{night},1,1e308,1e308,-1e308\n".encode() for night in NIGHTS))
    ],
    "the years 1 and 9999": lambda: [("diary.csv", DIARY + b"0001-01-01,1\n9999-12-31,2\n")],
    "nothing but the years 1 and 9999": lambda: [("diary.csv", HEAD + b"0001-01-01,1\n9999-12-31,2\n")],
    "four centuries": lambda: [("diary.csv", HEAD + b"1700-01-01,1\n1900-01-01,1\n2024-12-31,2\n")],
}  # fmt: skip


def read(name: str) -> dict[str, Any]:
    """What became of it: the sentence, or nights and rows of a journal that was reviewed; how long it took
    [s], and the most memory that the process had [MB]."""
    from analysis import JournalError, read_journal, review

    files, began = HOSTILE[name](), time.perf_counter()
    told: dict[str, Any] = {}
    try:
        journal = read_journal(files)
        told["nights"] = len(journal.nights)
        told["rows"] = [
            [each.rows.read, each.rows.used, each.rows.duplicate, each.rows.rejected]
            for each in journal.receipts
        ]
        told["sentences"] = [each.error for each in journal.receipts if each.error]
        told["rate"] = review(journal).frequency.overall.per_week
    except JournalError as refusal:
        told["sentences"] = [str(refusal)]
    told["seconds"] = time.perf_counter() - began
    told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return told


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print(json.dumps(read(sys.argv[1])))
