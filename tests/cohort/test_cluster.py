"""A cohort on a real Dask scheduler over TLS. Oracle: the same run here, and the bad ones known."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.cohort import How, run_cohort
from analysis.executor import Bounds, Cluster, NoWorkers
from tests.cohort import stopping
from tests.cohort.test_runs import BAD, GOOD, NAME, folder, hostile, slow  # noqa: F401
from tests.executor.cluster import Running, running


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One worker of two threads: `tests/executor` has what goes from one to another."""
    with running(tmp_path_factory.mktemp("dask"), number=1, threads=2) as found:
        yield found


def options(dask: Running) -> list[str]:
    tls = dask.tls
    files = ["--tls-ca", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
    return ["--scheduler", dask.address, *files]


def test_both_engines_find_the_same(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    dask: Running,
) -> None:
    """Row for row but the random numbers, the same failures; nothing of a journal in a log of the cluster."""
    assert main(["cohort", str(folder), "--out", str(tmp_path / "there"), *options(dask)]) == 3
    said = capsys.readouterr().err
    written = "".join(log.read_text() for log in dask.tls.ca.parent.glob("*.log"))
    assert main(["cohort", str(folder), "--out", str(tmp_path / "here"), "--workers", "1"]) == 3
    assert sorted(said.splitlines()) == sorted(capsys.readouterr().err.splitlines())
    tables = []
    for place in ("here", "there"):
        table = pd.read_csv(tmp_path / place / "journals.csv").drop(columns="journal")
        tables.append(table.sort_values(list(table.columns)).reset_index(drop=True))
    pd.testing.assert_frame_equal(*tables)
    for secret in (NAME, "walked", "Weight"):
        assert secret not in written


def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path: Path, dask: Running) -> None:
    """A real process that Ctrl-C reaches; scheduler and workers go on, and take up the rest."""
    folder = stopping.journals(tmp_path / "journals")  # noqa: F811
    stopping.goes_on(folder, tmp_path / "out", options(dask), signal.SIGINT)
    assert [worker.poll() for worker in dask.workers] == [None]


def test_a_bad_journal_costs_itself_only(dask: Running) -> None:
    """A hang, a killed process, a fault and one that eats memory among those that are well."""
    cluster = Cluster(dask.address, dask.tls, Bounds(seconds=4, megabytes=1500), patience=60)
    try:
        given = [(name, (Path(name),)) for name in (*BAD, *GOOD)]
        found = run_cohort(given, cluster, How(), task=hostile)
    finally:
        cluster.close()
    assert set(found.failed) == set(BAD)
    assert set(found.names.values()) == set(GOOD)
    assert not any(NAME in why for why in found.failed.values())


def test_a_run_ends_with_its_last_worker_or_its_scheduler(tmp_path: Path) -> None:
    """One sentence instead of a failure for each journal that was not read, and no wait without an end."""
    with running(tmp_path, number=1) as own:
        ends_with(own, own.workers, "workers are gone")
        own.begin_worker()
        ends_with(own, [own.scheduler], "scheduler was lost")


def ends_with(own: Running, gone: list["subprocess.Popen[bytes]"], sentence: str) -> None:
    cluster = Cluster(own.address, own.tls, Bounds(seconds=60), patience=60, without_workers=4)
    try:
        with pytest.raises(NoWorkers, match=sentence):
            run_cohort(
                [(str(at), (Path(str(at)),)) for at in range(6)],
                cluster,
                How(),
                task=slow,
                told=lambda: [process.kill() for process in gone],
            )
    finally:
        cluster.close()
