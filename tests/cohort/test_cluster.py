"""A cohort on a real Dask scheduler over TLS. Oracle: the same run here, and the bad ones known."""

import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from analysis.cohort import Cohort, How, journals_in, run_cohort
from analysis.cohort.rows import Row
from analysis.executor import Bounds, Cluster, InProcess, NoWorkers
from tests.cohort import stopping
from tests.cohort.tasks import BAD, GOOD, NAME, hostile, slow
from tests.cohort.test_runs import folder  # noqa: F401
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
    dask: Running,
) -> None:
    """Row for row but the random numbers, the same failures; nothing of a journal in a log of the cluster."""
    journals = list(journals_in(folder))
    cluster = Cluster(dask.address, dask.tls, patience=60)
    try:
        there = run_cohort(journals, cluster, How())
    finally:
        cluster.close()
    here = run_cohort(journals, InProcess(), How())
    assert (len(there.rows), there.failed) == (3, here.failed)
    assert by_name(there, there.rows) == by_name(here, here.rows)
    assert by_name(there, there.questions) == by_name(here, here.questions)
    written = "".join(log.read_text() for log in dask.tls.ca.parent.glob("*.log"))
    for secret in (NAME, "walked", "Weight"):
        assert secret not in written


def by_name(found: Cohort, rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Each row under the name of its journal, instead of its random number."""
    return sorted((found.names[row["journal"]], str(row | {"journal": 0})) for row in rows)


@pytest.mark.slow  # with workers here it is as well, in the normal run: `test_stops`
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_goes_on_where_it_was(
    tmp_path: Path, dask: Running, by: signal.Signals
) -> None:
    """A real process that a request to terminate reaches, or, as ``test_stops`` has it of workers here,
    Ctrl-C; scheduler and workers go on, and take up the rest."""
    folder = stopping.journals(tmp_path / "journals")  # noqa: F811
    stopping.goes_on(folder, tmp_path / "out", options(dask), by)
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


@pytest.mark.slow  # a worker that dies, and a scheduler that does not answer: `tests/executor`
def test_a_run_ends_with_its_last_worker_or_its_scheduler(tmp_path: Path) -> None:
    """One sentence instead of a failure for each journal that was not read, and no wait without an end."""
    with running(tmp_path, number=1) as own:
        first, second = (
            Cluster(own.address, own.tls, Bounds(seconds=60), patience=60, without_workers=seconds)
            for seconds in (4, 60)
        )
        [worker] = own.workers
        journals = [(str(at), (Path(str(at)),)) for at in range(6)]

        def and_no_scheduler() -> Iterator[tuple[str, tuple[Path, ...]]]:
            yield from journals
            own.scheduler.kill()

        try:
            with pytest.raises(NoWorkers, match="workers are gone"):
                run_cohort(journals, first, How(), task=slow, told=worker.kill)
            with pytest.raises(NoWorkers, match="scheduler was lost"):
                run_cohort(and_no_scheduler(), second, How(), task=slow)
        finally:
            first.close()
            second.close()
