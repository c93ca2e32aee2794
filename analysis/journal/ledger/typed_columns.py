"""Values by day as columns of a table: an array of the field's type, missing where nothing is known."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal.entries import NUMBERS
from analysis.journal.fields import Field
from analysis.journal.ledger.night_rule import Days
from analysis.journal.model import text_array

JOINED = "; "  # between several values of a text in one cell


def date_index(days: Days, name: str) -> pd.DatetimeIndex:
    """Days of the epoch as an index of dates at midnight."""
    return pd.DatetimeIndex(days.astype("datetime64[D]").astype("datetime64[us]"), name=name)


def placed(column: Mapping[int, Any], days: Days) -> tuple[Days, list[Any]]:
    """Where among ordered ``days`` those of a column stand, and its values there."""
    keys = np.fromiter(column, dtype=np.int64, count=len(column))
    if np.array_equal(keys, days):  # as where every night was written down
        return np.arange(len(days)), list(column.values())
    places = np.minimum(np.searchsorted(days, keys), len(days) - 1)
    is_there = days[places] == keys
    if is_there.all():
        return places, list(column.values())
    return places[is_there], list(compress(column.values(), is_there.tolist()))


def spread(places: Days, values: list[Any], size: int, known: Field) -> Any:
    """The values at their places as an array of the field's type, missing at every other place."""
    column = typed(values, known)
    if len(values) == size and bool((places == np.arange(size)).all()):
        return column
    if isinstance(column, np.ndarray):
        filled = np.full(size, np.nan)
        filled[places] = column
        return filled
    at = np.full(size, -1, dtype=np.intp)
    at[places] = np.arange(len(values))
    return column.take(at, allow_fill=True)


def typed(values: Sequence[Any], known: Field) -> Any:
    """The values as an array of the field's type, None as missing."""
    if known.kind in NUMBERS:
        return np.asarray(values, dtype=np.float64)
    if known.kind == "yes_no":
        # That a list holds nothing but yes and no, pandas takes several times as long to find.
        is_each_told = set(map(type, values)) <= {bool}
        return pd.array(np.asarray(values, dtype=bool) if is_each_told else values, dtype="boolean")
    if known.kind == "datetime":
        return pd.DatetimeIndex(list(values)).as_unit("us").array
    if not set(map(type, values)) <= {str, type(None)}:
        texts = {value: None if value is None else as_text(value) for value in set(values)}
        values = list(map(texts.__getitem__, values))
    return text_array(values)


def as_text(value: Any) -> str:
    if isinstance(value, tuple):
        return JOINED.join(part if isinstance(part, str) else part.isoformat("minutes") for part in value)
    return str(value)


def moments(seconds: Sequence[int | None]) -> pd.DatetimeIndex:
    """Moments from seconds of the epoch, None as NaT."""
    missing = np.iinfo(np.int64).min  # NaT
    found = np.asarray([missing if second is None else second for second in seconds], dtype=np.int64).astype(
        "datetime64[s]"
    )
    return pd.DatetimeIndex(found.astype("datetime64[us]"))
