"""What a worker begins with. Oracle: the made-up diary itself, and a worker that is asked."""

import json
import subprocess
import sys
from typing import Any

import pytest

from analysis.journal import read_journal
from analysis.warmed import FROM, NIGHTS, made_up
from tests.conftest import ROOT

ASKED = """
import json
from analysis.executor import Processes
from tests.executor import tasks
from tests.test_sample_data import YEAR_FILES

files = [(path.name, path.read_bytes()) for path in YEAR_FILES]
pool = Processes(1, preload=("analysis.warmed",))
imported = [pool.submit(tasks.has_imported, name).result(60)
            for name in ("analysis.warmed", "scipy.linalg", "scipy.special")]
print(json.dumps({
    "imported": imported, "compiled": pool.submit(tasks.patterns_compiled_by_reading, files).result(60),
}))
pool.close()
"""


def test_the_made_up_journal_is_read_whole() -> None:
    """It goes the way of a journal: cramps with their times, pain, days, a change; nothing is asked."""
    journal = read_journal(made_up())
    assert len(journal.nights) == NIGHTS == journal.nights["logged"].sum()
    assert journal.changes["night"].tolist() == [journal.nights.index[FROM]]
    assert {"hydration", "activity"} <= set(journal.days.columns)
    assert journal.cramps["onset"].notna().any()
    assert not journal.not_understood


@pytest.fixture(scope="module")
def worker() -> dict[str, Any]:
    """What a worker has, of a pool in a process of its own: whence workers are forked, is begun once by each
    process, as its first pool says."""
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, cwd=ROOT)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_worker_begins_after_that_was_read_and_loaded(worker: dict[str, Any]) -> None:
    assert worker["imported"] == [True, True, True]


def test_a_worker_compiles_next_to_no_pattern_of_its_own(worker: dict[str, Any]) -> None:
    """The sample's files need some 130. Oracle: the calls of the compiler of `re`."""
    assert worker["compiled"] < 10
