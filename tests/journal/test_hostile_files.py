"""Files made to hold up or to break whoever reads them. Oracle: a process of its own whose memory is bounded
by the system, its clock, and the receipts' own sum."""

import time
from collections.abc import Callable, Iterator

import pytest

from analysis import read_journal
from analysis.executor import Bounds, Executor, Processes
from analysis.screen.work import WARMED
from tests.journal.hostile_files import DIARY, HOSTILE, MEMORY, changes, nights_apart, read
from tests.journal_files import Files

# 12, 35, 18 and 7 s where nothing else runs; of the last two fewer tell below that each takes as long.
SLOW = {
    "25 files of 18 MB", "299,000 changes of a medicine", "30,000 changes of a medicine", "1,000 files"
}  # fmt: skip
MEGABYTES = 1500
# What reads is ended by the server after 120 s; a busy machine is given as much here.
SECONDS = 120


@pytest.fixture(scope="module")
def workers() -> Iterator[Executor]:
    """A process for each file, forked from one that is warm, as the server's are."""
    bounds = Bounds(seconds=300, megabytes=MEMORY // 1_000_000)
    pool = Processes(1, bounds, preload=(*WARMED, "analysis.review", "tests.journal.hostile_files"))
    yield pool
    pool.close()


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in HOSTILE]
)
def test_a_hostile_file_gives_a_sentence_or_a_journal_soon(workers: Executor, name: str) -> None:
    """No fault, no hang, no more memory than a worker of the server has; every row is accounted for, and
    what is refused has one sentence that quotes nothing."""
    told = workers.submit(read, name).result()
    print(f"{name}: {told['seconds']:.1f} s, {told['megabytes']:.0f} MB, {told['sentences'][:1]}")
    assert told["seconds"] < SECONDS
    assert told["megabytes"] < MEGABYTES
    for found, used, duplicate, rejected in told.get("rows", []):
        assert found == used + duplicate + rejected
    for sentence in told["sentences"]:
        assert len(sentence) < 400
        assert "xxxx" not in sentence
    assert told["sentences"] or told["nights"]


def changes_beside(number: int) -> Files:
    return [("diary.csv", DIARY), ("changes.csv", changes(number))]


@pytest.mark.parametrize(
    ("files", "few", "twelve_times"), [(changes_beside, 500, 6000), (nights_apart, 30, 360)]
)
def test_many_take_as_long_each_as_few(files: Callable[[int], Files], few: int, twelve_times: int) -> None:
    """Oracle: this process's own clock. Twelve times as many take twelve times as long at most, a quarter for
    what disturbs, in one of three turns; what looks at all that were before for each, and takes two minutes
    for the whole file of the slow run, takes twice as long again."""
    took: dict[int, float] = {}

    def as_long_each() -> bool:
        for number in (few, twelve_times):
            given, began = files(number), time.process_time()
            journals[number] = read_journal(given)
            took[number] = time.process_time() - began
        return took[twelve_times] < 15 * took[few]

    journals = {few: read_journal(files(few))}  # what is set up at the first reading is no part of a turn
    assert any(as_long_each() for _ in range(3)), took
    rows = [sum(getattr(each.rows, name) for each in journals[twelve_times].receipts)
            for name in ("read", "used", "duplicate", "rejected")]  # fmt: skip
    assert rows[0] == sum(rows[1:]) >= twelve_times
