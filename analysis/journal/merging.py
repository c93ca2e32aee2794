"""The same night twice: which row counts, which one only repeats it, and what is listed as a conflict."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal.entries import Entries
from analysis.journal.fields import headers
from analysis.journal.nights import NO_DAY, Days
from analysis.journal.receipts import USED

# Texts that add to each other; two rows that differ only in them do not disagree.
_ADDING = frozenset({"notes", "medication", "symptoms", "relief", "reason"})
_WHEN_WRITTEN = "recorded_at"


@dataclass(frozen=True)
class Row:
    """One row among those of one night: ``file`` and ``at`` say where it stands."""

    entries: Entries
    file: int
    at: int
    values: dict[str, Any]

    @property
    def where(self) -> str:
        table = self.entries.draft.table
        number = table.numbers[self.at] if table else self.at
        return f"row {number} of {self.entries.draft.name}"


def row_of(entries: Entries, file: int, at: int) -> Row:
    values = {name: column[at] for name, column in entries.values.items() if column[at] is not None}
    return Row(entries, file, at, values)


def settle_same_nights(tables: Sequence[Entries], files: Sequence[int], keys: Sequence[Days]) -> None:
    """Marks every row that repeats or contradicts another one of its night as duplicate or rejected.

    Identical rows are duplicates, rows that add to each other are both used. Of rows that contradict each other the
    later ``recorded_at`` counts, else the later file, else the larger number of cramps, else the fuller row.
    """
    if not tables:
        return
    every_key = np.concatenate(
        [
            np.where(entries.draft.status == USED, key, NO_DAY)
            for entries, key in zip(tables, keys, strict=True)
        ]
    )
    table_of = np.repeat(np.arange(len(tables)), [len(entries) for entries in tables])
    starts = np.cumsum([0, *(len(entries) for entries in tables)])
    order = np.argsort(every_key, kind="stable")
    ordered = every_key[order]
    first = (
        np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        if len(ordered)
        else np.zeros(0, dtype=np.int64)
    )
    for begin, end in zip(first, [*first[1:], len(ordered)], strict=True):
        if end - begin < 2 or ordered[begin] == NO_DAY:
            continue
        rows = [
            row_of(
                tables[table_of[position]],
                files[table_of[position]],
                int(position - starts[table_of[position]]),
            )
            for position in order[begin:end]
        ]
        settle(rows, "night")


def settle(rows: Sequence[Row], what: str) -> None:
    """Decides among rows about the same ``what`` (night, day, cramp)."""
    first_of: dict[Hashable, Row] = {}
    rank_of: dict[Hashable, tuple[Any, ...]] = {}
    dated = all(_WHEN_WRITTEN in row.values for row in rows)
    for row in rows:
        content = _content(row)
        rank_of[content] = max(rank_of.get(content, ()), _rank(row, dated))
        if content in first_of:
            row.entries.draft.duplicate(row.at, f"the same as {first_of[content].where}")
        else:
            first_of[content] = row
    merged: dict[str, Any] = {}
    source: dict[str, Row] = {}
    for content in sorted(first_of, key=lambda content: rank_of[content], reverse=True):
        row = first_of[content]
        differing = [
            name
            for name, value in row.values.items()
            if name in merged and _differ(name, merged[name], value)
        ]
        if differing:
            winner = source[differing[0]]
            fields = ", ".join(
                headers()[name].label.lower() if name in headers() else "a column of your own"
                for name in differing
            )
            row.entries.draft.reject(
                row.at,
                None,
                f"{winner.where} is about the same {what} and differs in {fields}; that row counts",
                hint="keep one of the two rows",
                action="conflict",
            )
            continue
        adding = [
            name
            for name in row.values
            if name not in merged or (name in _ADDING and not _holds(merged[name], row.values[name]))
        ]
        if merged and not any(name != _WHEN_WRITTEN for name in adding):
            row.entries.draft.duplicate(
                row.at, f"it says nothing that {next(iter(source.values())).where} does not say"
            )
            continue
        for name in row.values:
            if name not in merged:
                merged[name], source[name] = row.values[name], row


def _content(row: Row) -> Hashable:
    return tuple(sorted((name, repr(value)) for name, value in row.values.items()))


def _rank(row: Row, dated: bool) -> tuple[Any, ...]:
    written: pd.Timestamp | None = row.values.get(_WHEN_WRITTEN) if dated else None
    cramps = row.values.get("cramps")
    return (
        written.value if written is not None else 0,
        row.file,
        -1.0 if cramps is None else float(cramps),
        len(row.values),
        _content(row),
    )


def _differ(name: str, first: Any, second: Any) -> bool:
    return name not in _ADDING and name != _WHEN_WRITTEN and first != second


def _holds(first: Any, second: Any) -> bool:
    if isinstance(first, tuple):
        return set(second) <= set(first)
    return str(second) in str(first)


def first_filled(
    values: Sequence[Any], keys: Days, into: dict[int, Any], differ: Callable[[int, Any, int], None]
) -> None:
    """Collects a column by key; ``differ`` is told of a value that another source has already given differently."""
    for at, (value, key) in enumerate(zip(values, keys.tolist(), strict=True)):
        if value is None or key == NO_DAY:
            continue
        if key in into and into[key] != value:
            differ(key, into[key], at)
        into[key] = value
