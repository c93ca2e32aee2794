"""Files made to hold up or to break whoever reads them. Oracle: a process of its own whose memory is bounded
by the system, its clock, and the receipts' own sum."""

from collections.abc import Iterator

import pytest

from analysis.executor import Bounds, Executor, Processes
from analysis.screen.work import WARMED
from tests.journal.hostile_files import HOSTILE, MEMORY, read

SLOW = {"25 files of 18 MB", "299,000 changes of a medicine"}  # 12 s and 35 s where nothing else runs
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
