"""A run that is stopped, that has no room, or whose workers go. Oracle: the journals made here."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis.cohort import How, journals_in
from analysis.cohort.kept import Kept
from analysis.executor import executor
from tests.cohort import stopping


@pytest.mark.parametrize(
    "by",
    [(signal.SIGINT,), pytest.param((signal.SIGTERM, signal.SIGINT), marks=pytest.mark.slow)],
)
def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path: Path, by: tuple[signal.Signals, ...]) -> None:
    """A real process with its workers, as Ctrl-C reaches them; and, as ``test_cluster`` has it of workers
    elsewhere, as a request to terminate does, of which what goes on is stopped once more."""
    folder = stopping.journals(tmp_path / "journals")
    stopping.goes_on(folder, tmp_path / "out", ["--workers", "2"], *by)


@contextmanager
def room(blocks: int) -> Iterator[None]:
    """No file of this process may be larger than so many blocks of 1,024 bytes, as ``ulimit -f`` has it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (blocks * 1024, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_no_room_in_the_middle_and_then_at_the_end(tmp_path: Path) -> None:
    """Oracle: the bound of the system on a file. In 1 kB the journals that are done have no room, in 16 kB
    the page of the results has none; no half-written result is left, and with room the run goes on."""
    folder, out = stopping.journals(tmp_path / "journals", 4), tmp_path / "out"
    executor(1, preload=("analysis.cohort", "analysis.warmed")).close()  # what forks workers has room
    resume, before = [], list[str]()
    for blocks, all_kept in ((1, False), (16, True)):
        with room(blocks):
            code, told, said = stopping.ran_here(folder, out, "--workers", "1", *resume)
        assert (code, told, "--resume" in said) == (1, "", True), said
        assert [path.name for path in out.iterdir()] == [stopping.STATE]
        after = [line for line in stopping.done(out) if line.endswith("\n")]
        assert after[: len(before)] == before
        assert (len(after) == 4) == all_kept
        resume, before = ["--resume"], after
    (out / "link").hardlink_to(out / stopping.STATE)
    code, _, said = stopping.ran_here(folder, out, "--workers", "1", *resume)
    assert (code, said) == (0, "")
    after = (out / "link").read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    assert (after, len(after)) == (before, 4)
    assert {"journals.csv", "journals.parquet", "pooled.pdf", "cohort.xlsx"} <= set(os.listdir(out))


def test_a_journal_that_was_changed_is_read_again(tmp_path: Path) -> None:
    """Oracle: one of two files is written anew; its key alone is another."""
    folder, state = stopping.journals(tmp_path / "journals", 2), tmp_path / "state"
    kept = Kept(state, How(), resume=False)
    journals = list(journals_in(folder))
    before = [kept.key(name, files) for name, files in journals]
    for key in before:
        kept.keep(key, [{}, []])
    journals[1][1][0].write_text("Night,Cramps\n2025-01-01,1\n", encoding="utf-8")
    again = Kept(state, How(), resume=True)
    assert [again.key(name, files) in again.done for name, files in journals] == [True, False]
    assert state.stat().st_mode & 0o777 == 0o600
