"""A cohort on a real Dask scheduler over TLS. Oracle: the same run here, and the bad ones known."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from tests.cohort.test_runs import NAME, folder  # noqa: F401
from tests.executor.cluster import running


def test_both_engines_find_the_same(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Row for row but the random numbers, the same failures; nothing of a journal in a log of the cluster."""
    logs = tmp_path / "dask"
    logs.mkdir()
    with running(logs) as dask:
        tls = dask.tls
        options = ["--tls-ca", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
        there = [
            "cohort",
            str(folder),
            "--out",
            str(tmp_path / "there"),
            "--scheduler",
            dask.address,
            *options,
        ]
        assert main(there) == 3
        said = capsys.readouterr().err
        written = "".join(log.read_text() for log in logs.glob("*.log"))
    assert main(["cohort", str(folder), "--out", str(tmp_path / "here"), "--workers", "1"]) == 3
    assert sorted(said.splitlines()) == sorted(capsys.readouterr().err.splitlines())
    tables = []
    for place in ("here", "there"):
        table = pd.read_csv(tmp_path / place / "journals.csv").drop(columns="journal")
        tables.append(table.sort_values(list(table.columns)).reset_index(drop=True))
    pd.testing.assert_frame_equal(*tables)
    for secret in (NAME, "walked", "Weight"):
        assert secret not in written
