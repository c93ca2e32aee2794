"""The rows of a table as values. Oracle: the calendar, by hand."""

import numpy as np
import pandas as pd

from analysis.journal.columns import TablePlan
from analysis.journal.entries.table import NO_MOMENT, Entries
from analysis.journal.receipts import Draft


def test_moments_days_and_columns_of_rows() -> None:
    """One row on the epoch's third second, one without a moment, one a second before the epoch."""
    seconds = np.array([3, NO_MOMENT, -1], dtype=np.int64)
    entries = Entries(
        Draft("a.csv", ""), TablePlan("night diary", "", ()), seconds, [True] * 3, {"cramps": [1, None, 2]}
    )
    assert (len(entries), entries.kind) == (3, "night diary")
    assert entries.days.tolist() == [0, NO_MOMENT, -1]
    assert entries.dates == [pd.Timestamp("1970-01-01 00:00:03"), None, pd.Timestamp("1969-12-31 23:59:59")]
    assert entries.column("cramps") == [1, None, 2]
    assert list(entries.column("sleep")) == [None, None, None]
