"""One table made of the events of a log: its kind, its rows, and which headers and rows of the file they came
from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.journal.exports.event_logs import Log


@dataclass(frozen=True)
class Part:
    """One table made of events: its kind, the table, the headers that its columns came from, and for every
    row of the file that is in it the label of the table's row. ``evenings`` are the rows whose date was moved
    to the evening before by the part of the day that the app gives. ``unused`` are the events that gave
    nothing, by row and header, with the reason.
    """

    kind: str
    table: pd.DataFrame
    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[object, object]
    evenings: frozenset[object] = frozenset()
    unused: tuple[tuple[object, str, str], ...] = ()


_TIME_OF_DAY = re.compile(r"(?:, ?| |t)\d{1,2}:\d{2}[^/]{0,30}$", re.IGNORECASE)


def date_of(moment: str) -> str:
    """The date of a moment, as it is written."""
    return _TIME_OF_DAY.sub("", moment) or moment


def headers_of(log: Log, *parts: str) -> tuple[str, ...]:
    """The headers of the file that told these parts of an event, once each."""
    return tuple(dict.fromkeys(header for part in parts for header in log.headers.get(part, ())))


def filled(table: pd.DataFrame) -> pd.DataFrame:
    """Blank where nothing is, and without columns in which nothing is."""
    table = table.fillna("").astype("str")
    return table.loc[:, [bool((table[header] != "").any()) for header in table.columns]]
