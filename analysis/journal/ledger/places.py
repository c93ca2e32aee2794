"""Where the files say something about a night: file and row, and what of a sign stands in unread columns."""

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.journal.entries import Entries
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.model import Unread, no_places, text_array
from analysis.journal.receipts import DUPLICATE, USED


def places_of(told: Iterable[tuple[Entries, Days, str, bool]]) -> pd.DataFrame:
    """``Journal.places`` from the entries of every table with the night of each row, the table's name, and
    whether its rows are those of the file; of an export that was given another shape only the file is known.
    """
    tables: list[pd.DataFrame] = []
    repeated = False
    for entries, nights, name, exact in told:
        status = entries.draft.status
        at = np.flatnonzero((nights != NO_DAY) & ((status == USED) | (status == DUPLICATE)))
        numbers = entries.draft.table.numbers if exact and entries.draft.table is not None else None
        rows = np.full(len(at), np.nan) if numbers is None else np.asarray(numbers, dtype=np.float64)[at]
        night = nights[at].astype("datetime64[D]").astype("datetime64[us]")
        told_in = {"night": night, "file": text_array([name] * len(at)), "row": rows}
        if len(at):
            repeated |= numbers is None or bool(tables)
            tables.append(pd.DataFrame(told_in, copy=False))
    if not tables:
        return no_places()
    return pd.concat(tables, ignore_index=True).drop_duplicates() if repeated else tables[0]


def unread_remarks(told: Iterable[tuple[Entries, Days, str, bool]]) -> tuple[Unread, ...]:
    """The cells with a word of a warning sign in columns that are not read, each once, by night; of a row
    without a night by its date.
    """
    found: set[Unread] = set()
    for entries, nights, _, _ in told:
        for at, column, text in entries.unread:
            day = int(nights[at]) if nights[at] != NO_DAY else int(entries.days[at])
            if day != NO_DAY:
                found.add(Unread(date(1970, 1, 1) + timedelta(days=day), column, text))
    return tuple(sorted(found))
