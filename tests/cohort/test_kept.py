"""Rows on disk: what a driver holds, and in which order it hands them on. Oracle: rows made here."""

import tracemalloc
from pathlib import Path

from analysis.cohort import Cohort, How, run_cohort
from analysis.cohort.kept import Kept
from analysis.cohort.rows import Row
from analysis.cohort.tables import columns_of, write_table
from analysis.executor import InProcess


def made(files: tuple[int, ...], how: How) -> tuple[Row, list[Row]]:
    """A row that says which journal it is of, and ten questions."""
    row = {column: files[0] for column, kind in columns_of("journals").items() if kind == "whole"}
    asked: Row = dict.fromkeys(columns_of("questions"))
    asked |= {"part": "exposures", "about": "hydration", "form": "per_step", "ratio": 0.8, "error": 0.3}
    del row["journal"], asked["journal"]
    return row, [{**asked, "night": at} for at in range(10)]


def run(folder: Path, journals: int, *, resume: bool = False) -> Cohort:
    kept = Kept(folder / f"state {journals}", How(), resume=resume)
    return run_cohort(((str(at), (at,)) for at in range(journals)), InProcess(), How(), kept, task=made)


def test_rows_come_back_by_their_numbers_and_not_in_the_order_of_names(tmp_path: Path) -> None:
    """Oracle: 40 rows of which each tells its place among the names; taken up again they are the same."""
    found = run(tmp_path, 40)
    numbers = [row["journal"] for row in found.rows]
    assert numbers == sorted(numbers)
    places = [row["nights"] for row in found.rows]
    assert sorted(places) == list(range(40))
    assert places != sorted(places)
    assert [found.names[row["journal"]] for row in found.rows] == [str(place) for place in places]
    assert len(found.questions) == len(list(found.questions)) == 400
    again = run(tmp_path, 40, resume=True)
    assert sorted(row["nights"] for row in again.rows) == list(range(40))


def test_the_driver_holds_next_to_nothing_of_a_journal(tmp_path: Path) -> None:
    """Oracle: Python's own account, run and tables: 300 further journals cost less than 0.6 kB each, where
    one row with its questions is 9 kB."""
    most = {}
    for journals in (100, 400):
        tracemalloc.start()
        found = run(tmp_path, journals)
        found.pooled()
        write_table("journals", found.rows, tmp_path)
        most[journals] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    each = (most[400] - most[100]) / 300
    assert each < 600
