"""Journals a minute, and the memory of the driver. Oracle: the clock, all within one run."""

import resource
import time
from pathlib import Path

import pytest

from analysis.cohort import How, journal_row, journals_in, run_cohort
from analysis.executor import Bounds, Cluster, Executor, Processes
from tests.cohort.test_runs import diary
from tests.executor.cluster import running

JOURNALS = 40


def per_minute(folder: Path, workers: Executor) -> float:
    journals = list(journals_in(folder))
    run_cohort(journals[:2], workers, How())  # what a worker imports once
    began = time.monotonic()
    found = run_cohort(journals, workers, How(), task=journal_row)
    assert (len(found.rows), found.failed) == (len(journals), {})
    return 60 * len(journals) / (time.monotonic() - began)


def made(folder: Path) -> Path:
    folder.mkdir()
    for number in range(JOURNALS):
        (folder / f"{number}.csv").write_text(diary(number), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_journals_a_minute_on_each_engine(tmp_path: Path) -> None:
    """Dask is no more than four times as slow as processes here, and the driver stays small."""
    folder, rates = made(tmp_path / "journals"), {}
    for number in (1, 2):
        workers = Processes(number, Bounds(), preload=("analysis.cohort",))
        rates[f"{number} here"] = per_minute(folder, workers)
        workers.close()
    (tmp_path / "dask").mkdir()
    with running(tmp_path / "dask") as dask:
        cluster = Cluster(dask.address, dask.tls, Bounds(), patience=60)
        rates["2 by Dask"] = per_minute(folder, cluster)
        cluster.close()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print({name: round(rate) for name, rate in rates.items()}, f"driver {megabytes:.0f} MB")
    assert rates["2 by Dask"] > rates["2 here"] / 4
    assert megabytes < 1000
