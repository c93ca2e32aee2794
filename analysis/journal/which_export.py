"""Which tables are a known export or a log of events: by their headings, else by their cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

import pandas as pd

from analysis.journal.cells import plain, vocabulary
from analysis.journal.columns import ASKED, TablePlan, names_cramps
from analysis.journal.exports import (
    EVENT_LOG,
    Export,
    SaidOfLog,
    could_be_habits,
    headings_of_counts,
    kind_column,
    recognise,
    recognise_event_log,
    recognise_habits,
    with_blanks_filled,
)
from analysis.journal.fields import dictionary
from analysis.journal.mapping import kinds_in
from analysis.journal.model import text_array
from analysis.journal.tables import RawTable, heading_words


def export_of(
    table: RawTable, mapping: Mapping[str, str], places: str = ""
) -> tuple[Export | None, pd.DataFrame]:
    """The known export or event log that a table is, with its cells; ``places`` are the names of its file and
    sheet.
    """
    places = f"{places} {table.title or ''} {table.above}"
    found = recognise(table.headers, places)
    names = [plain(header) for header in table.headers]
    said = [header for header, field in mapping.items() if plain(field) in _EVENT_KIND]
    told = next((header for header in table.headers if plain(header) in map(plain, said)), None)
    if found is None and told is None and not could_be_habits(names, table.rows, places):
        kinds = {
            name for name, header in zip(names, table.headers, strict=True) if _could_be_kind(name, header)
        }
        if not kinds or headings_of_counts(names) - kinds:
            return None, pd.DataFrame()
    frame = _frame_of(table.headers, table.rows)
    if found is not None and not found.fits(frame):
        found = None
    # Somebody added a column about cramps to a device's file: it is a diary now.
    if found is not None and found.kind == "device days" and any(map(names_cramps, table.headers)):
        found = None
    habits = found or recognise_habits(frame, places)
    return habits or recognise_event_log(frame, _said_of_log(mapping, told)), frame


def log_by_cells(
    table: RawTable, plan: TablePlan, mapping: Mapping[str, str], *, sure: bool
) -> tuple[Export | None, pd.DataFrame]:
    """The event log that a table is by its cells, where its headings tell nothing: a column of a few kinds,
    of which some name a cramp. ``sure``: a person said that it is about cramps.
    """
    unknown = plan.kind == "unreadable" and plan.code in ("", ASKED)
    fields = {column.field for column in plan.columns}
    uncounted = plan.kind in ("cramp log", "night diary") and not fields & {"cramps", *_of_days()}
    if not (unknown or (sure and uncounted)):
        return None, pd.DataFrame()
    mapped = {plain(header) for header in mapping}
    found = kind_column(table.headers, table.rows)
    if found is None or plain(table.headers[found.at]) in mapped:
        return None, pd.DataFrame()
    rows = with_blanks_filled(table.headers, table.rows, found.at)
    frame = _frame_of(table.headers, rows)
    said = _said_of_log(mapping, table.headers[found.at])
    return recognise_event_log(frame, replace(said, several=found.several)), frame


@cache
def _of_days() -> frozenset[str]:
    return frozenset(name for name, known in dictionary().items() if known.table == "day")


def _frame_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> pd.DataFrame:
    """The cells by heading, each heading once; a cell that only looks like a date is not known."""
    unique: dict[str, int] = {}
    headers = []
    for header in headings:
        unique[header] = unique.get(header, 0) + 1
        headers.append(header if unique[header] == 1 else f"{header} ({unique[header]})")
    odd = set(filter(_is_no_date, set(chain.from_iterable(rows))))
    if odd:
        rows = [["?" if cell in odd else cell for cell in row] for row in rows]
    columns = zip(*rows, strict=True) if rows else ([] for _ in headers)
    return pd.DataFrame(dict(zip(headers, map(text_array, columns), strict=True)), copy=False)


def _said_of_log(mapping: Mapping[str, str], told: str | None) -> SaidOfLog:
    """What a mapping says of the columns and the kinds of an event log."""
    kinds = kinds_in(mapping)
    fields = {plain(header): field for header, field in mapping.items() if plain(field) not in _EVENT_KIND}
    return SaidOfLog(told, fields, {kind for kind, target in kinds.items() if target == "cramps"})


def _could_be_kind(name: str, header: str) -> bool:
    """Whether a heading may be that of the kind of event."""
    kinds = ("log kind", "log kind of cramps")
    return "event" in name or any({name, heading_words(header)} & set(vocabulary(kind)) for kind in kinds)


_EVENT_KIND = ("event_kind", "event kind")


def _is_no_date(cell: str) -> bool:
    """Whether a cell looks like a date, but with more digits than a day, month or year can have."""
    return len(cell) > 12 and bool(_LONG_PART_OF_DATE.search(cell)) and sum(map(str.isalpha, cell)) < 4


_LONG_PART_OF_DATE = re.compile(r"\d{10,}[-/. ]|[-/. ]\d{10,}")


def is_event_log(export: Export, frame: pd.DataFrame, plan: TablePlan, mapping: Mapping[str, str]) -> bool:
    if export.name != EVENT_LOG or plan.kind == "unreadable":
        return True
    if export.general:  # a remark beside what the table is about
        return False
    suggested = export.suggest(frame)
    if set(kinds_in(mapping)) & set(export.event_kinds(frame)):
        return True
    return bool(suggested) if plan.kind == "device days" else "cramps" in suggested.values()
