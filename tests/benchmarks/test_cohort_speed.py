"""A small run of the benchmark of many journals. Oracle: the bad journals planted, and the clock."""

from pathlib import Path

import pytest

from tests.benchmarks.cohort import measure


@pytest.mark.slow
@pytest.mark.clock
def test_both_engines_name_just_the_bad_ones_and_the_driver_stays_small(tmp_path: Path) -> None:
    """Dask is no more than four times as slow as processes here."""
    lines = measure(tmp_path, [110], ["1", "2", "dask"], bad=10)
    assert [just_the_bad for *_, just_the_bad in lines] == [True] * 3
    rates = {engine: found.per_minute for engine, _, found, _ in lines}
    assert rates["dask"] > rates["2"] / 4
    assert all(found.megabytes < 500 for *_, found, _ in lines)
