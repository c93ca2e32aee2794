"""A run over many journals as a process of its own, that is stopped while it works."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from analysis.__main__ import main
from tests.cohort.test_runs import diary
from tests.executor.cluster import ROOT

STATE = ".cohort-state.jsonl"


def journals(place: Path, number: int = 12) -> Path:
    """Journals of which little is asked, so that many are soon read: the run has more of them than are done
    when it is stopped."""
    place.mkdir()
    for at in range(number):
        (place / f"Zanzibar {at}.csv").write_text(diary(at, 40, water=False), encoding="utf-8")
    return place


def command(folder: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "analysis", "cohort", str(folder), "--out", str(out), *options]


def begun(arguments: Sequence[str]) -> "subprocess.Popen[str]":
    """The run at the head of a process group, as a shell begins it. The tests themselves may run in the
    background, where Ctrl-C is ignored, and a child would inherit that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            arguments,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def done(out: Path) -> list[str]:
    """The whole lines of journals that are kept."""
    state = out / STATE
    return state.read_text(encoding="utf-8").splitlines(keepends=True)[1:] if state.exists() else []


def stopped(run: "subprocess.Popen[str]", out: Path, by: signal.Signals, least: int = 2) -> tuple[int, str]:
    """Exit code and what was said, of a run that the whole group of was sent a signal once some are done."""
    end = time.monotonic() + 180
    while len(done(out)) < least and run.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    os.killpg(run.pid, by)
    _, said = run.communicate(timeout=120)
    return run.returncode, said


def goes_on(folder: Path, out: Path, options: Sequence[str], *by: signal.Signals) -> None:
    """Stopped, once by each signal, nothing is written but the journals that are done; begun again, which
    another process may do as well, just the others are read."""
    number, before = len(list(folder.iterdir())), list[str]()
    for signal_sent in by:
        run = begun(command(folder, out, *options, *["--resume"][: len(before)]))
        code, said = stopped(run, out, signal_sent, least=len(before) + 2)
        assert (code, "--resume" in said, "Traceback" in said) == (3, True, False), said
        after = done(out)
        assert after[: len(before)] == before
        assert len(before) + 2 <= len(after) < number
        assert [path.name for path in out.iterdir()] == [STATE]
        assert not alive_in_session(run.pid)
        before = after
    (out / "link").hardlink_to(out / STATE)  # the file is taken away after a whole run
    code, told, said = ran_here(folder, out, *options, "--resume")
    assert (code, said) == (0, "")
    assert told.startswith(f"{number} journals read, 0 failed")
    after = (out / "link").read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    assert (after[: len(before)], len(after)) == (before, number)
    assert not (out / STATE).exists()


def ran_here(folder: Path, out: Path, *options: str) -> tuple[int, str, str]:
    """Exit code, results and what was said of the same run in this process."""
    told, said = io.StringIO(), io.StringIO()
    with redirect_stdout(told), redirect_stderr(said):
        code = main(["cohort", str(folder), "--out", str(out), *options])
    return code, told.getvalue(), said.getvalue()


def alive_in_session(leader: int, patience: float = 10) -> list[int]:
    """The processes that still run in the session that ``leader`` began, after a while [s] at the most."""
    end = time.monotonic() + patience
    while (found := _in_session(leader)) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def _in_session(leader: int) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(told[3]) == leader and told[0] != "Z":
            found.append(int(process.name))
    return found
