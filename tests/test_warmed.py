"""What a worker begins with. Oracle: the made-up diary itself, and a worker that is asked."""

from analysis.executor import Processes
from analysis.journal import read_journal
from analysis.warmed import FROM, NIGHTS, made_up
from tests.executor import tasks
from tests.test_sample_data import YEAR_FILES


def test_the_made_up_journal_is_read_whole() -> None:
    """It goes the way of a journal: cramps with their times, pain, days, a change; nothing is asked."""
    journal = read_journal(made_up())
    assert len(journal.nights) == NIGHTS == journal.nights["logged"].sum()
    assert journal.changes["night"].tolist() == [journal.nights.index[FROM]]
    assert {"hydration", "activity"} <= set(journal.days.columns)
    assert journal.cramps["onset"].notna().any()
    assert not journal.not_understood


def test_a_worker_begins_after_that_was_read_and_loaded() -> None:
    pool = Processes(1, preload=("analysis.warmed",))
    try:
        for module in ("analysis.warmed", "scipy.linalg", "scipy.special"):
            assert pool.submit(tasks.has_imported, module).result(60)
    finally:
        pool.close()


def test_a_worker_compiles_next_to_no_pattern_of_its_own() -> None:
    """The sample's files need some 130. Oracle: the calls of the compiler of `re`."""
    files = [(path.name, path.read_bytes()) for path in YEAR_FILES]
    pool = Processes(1, preload=("analysis.warmed",))
    try:
        assert pool.submit(tasks.patterns_compiled_by_reading, files).result(60) < 10
    finally:
        pool.close()
