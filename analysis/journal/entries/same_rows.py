"""Rows about the same thing: which one counts, which only repeats it, and what is listed as a conflict."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from analysis.journal.entries.table import Entries
from analysis.journal.fields import headers

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
        return where(self.entries, self.at)


def row_of(entries: Entries, file: int, at: int) -> Row:
    values = {name: column[at] for name, column in entries.values.items() if column[at] is not None}
    return Row(entries, file, at, values)


def where(entries: Entries, at: int) -> str:
    table = entries.draft.table
    return f"row {table.numbers[at] if table else at} of {entries.draft.name}"


def settle(rows: Sequence[Row], what: str) -> None:
    """Decides among rows about the same ``what`` (night, day, cramp)."""
    first_of: dict[Hashable, Row] = {}
    rank_of: dict[Hashable, tuple[Any, ...]] = {}
    dated = all(_WHEN_WRITTEN in row.values for row in rows)
    for row in rows:
        content = _content(row)
        rank_of[content] = max(rank_of.get(content, ()), _rank(row, dated))
        if content in first_of:
            row.entries.draft.duplicate(row.at, _says_the_same(row, first_of[content]))
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


def _says_the_same(row: Row, first: Row) -> str:
    """What a row is that says the same as the ``first``: the same again, or other in what is not used."""
    one, other = (found.entries.draft.table for found in (row, first))
    if one is other and one is not None and one.rows[row.at] != one.rows[first.at]:
        return f"it says nothing that {first.where} does not say"
    return f"the same as {first.where}"


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
        sum(float(row.values[name]) for name in _amounts() if name in row.values),
        _content(row),
    )


@cache
def _amounts() -> tuple[str, ...]:
    """What the day's rows may give as totals so far: of two the larger is the later."""
    kinds = ("amount", "number", "duration", "count")
    return tuple(name for name, known in headers().items() if known.table == "day" and known.kind in kinds)


def _differ(name: str, first: Any, second: Any) -> bool:
    return name not in _ADDING and name != _WHEN_WRITTEN and first != second


def _holds(first: Any, second: Any) -> bool:
    if isinstance(first, tuple):
        return set(second) <= set(first)
    return str(second) in str(first)
