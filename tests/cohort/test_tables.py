"""The tables of a run: their types."""

from pathlib import Path

import pandas as pd

from analysis.cohort.rows import Row
from analysis.cohort.tables import write_table


def test_tables_keep_their_types_where_cells_are_empty(tmp_path: Path) -> None:
    """By hand: whole numbers stay whole beside an empty cell, in both forms of the table."""
    rows: list[Row] = [
            {"journal": 7, "nights": 3, "longest_gap": None, "per_week": float("inf")},
            {"journal": 9, "nights": None, "longest_gap": 4, "unlogged_assumed_cramp_free": True},
    ]  # fmt: skip
    write_table("journals", rows, tmp_path)
    lines = (tmp_path / "journals.csv").read_text(encoding="utf-8").splitlines()
    told = [dict(zip(lines[0].split(","), line.split(","), strict=True)) for line in lines[1:]]
    assert [(row["journal"], row["nights"], row["longest_gap"]) for row in told] == [
        ("7", "3", ""),
        ("9", "", "4"),
    ]
    table = pd.read_parquet(tmp_path / "journals.parquet", dtype_backend="pyarrow")
    assert table["nights"].isna().tolist() == [False, True]
    assert str(table["longest_gap"].dtype) == "int64[pyarrow]"
