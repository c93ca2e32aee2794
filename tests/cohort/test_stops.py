"""A run that is stopped, that has no room, or whose workers go. Oracle: the journals made here."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from analysis.cohort import How, journals_in
from analysis.cohort.kept import Kept
from tests.cohort import stopping


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path: Path, by: signal.Signals) -> None:
    """A real process with its workers, as Ctrl-C and a request to terminate reach them."""
    folder = stopping.journals(tmp_path / "journals")
    stopping.goes_on(folder, tmp_path / "out", ["--workers", "2"], by)


def ran(arguments: list[str]) -> tuple[int, str]:
    """Exit code and what was said."""
    found = subprocess.run(arguments, cwd=stopping.ROOT, capture_output=True, text=True, timeout=300)
    return found.returncode, found.stderr


@pytest.mark.parametrize("blocks", [1, 16])
def test_no_room_in_the_middle_or_at_the_end(tmp_path: Path, blocks: int) -> None:
    """Oracle: no file may be larger than so many blocks of 1,024 bytes. In 1 kB the journals that are done
    have no room, in 16 kB the page of the results has none; no half-written result is left, and with room
    the run goes on."""
    folder, out = stopping.journals(tmp_path / "journals", 4), tmp_path / "out"
    given = stopping.command(folder, out, "--workers", "1")
    bounded = ["bash", "-c", f'ulimit -f {blocks}; exec "$@"', "bash", *given]
    code, said = ran(bounded)
    assert (code, "--resume" in said, "Traceback" in said) == (1, True, False), said
    assert [path.name for path in out.iterdir()] == [stopping.STATE]
    before = [line for line in stopping.done(out) if line.endswith("\n")]
    (out / "link").hardlink_to(out / stopping.STATE)
    again = subprocess.run(
        [*given, "--resume"], cwd=stopping.ROOT, capture_output=True, text=True, timeout=300
    )
    assert again.returncode == 0, again.stderr
    after = (out / "link").read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    assert (after[: len(before)], len(after)) == (before, 4)
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
