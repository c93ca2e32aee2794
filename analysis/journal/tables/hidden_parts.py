"""What of a workbook its own window does not show: hidden sheets, and hidden or filtered rows and columns.

A hidden sheet is left out, since whoever opens the workbook does not see it either: it is mostly an older
copy or a list of choices. Hidden rows and columns are read, since a filter hides what is part of the journal.
Both are said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.journal.tables.sheet_parts import column_letters, tags

_YES = (b"1", b"true")
_MOST_NAMED = 8


@dataclass(frozen=True)
class Hidden:
    """What is hidden of one sheet: all of it, rows by their number, columns by theirs, from 1."""

    sheet: bool = False
    rows: frozenset[int] = frozenset()
    columns: tuple[range, ...] = ()


def hidden_of(sheet: dict[bytes, bytes], xml: bytes) -> Hidden:
    """What is hidden of a sheet, from its attributes in the workbook and its own XML."""
    if sheet.get(b"state") in (b"hidden", b"veryHidden"):
        return Hidden(sheet=True)
    if b"hidden" not in xml:
        return Hidden()
    rows = frozenset(int(row[b"r"]) for row in tags(xml, b"row") if _is_hidden(row) and b"r" in row)
    columns = [column for column in tags(xml, b"col") if _is_hidden(column)]
    spans = tuple(range(int(c.get(b"min", b"1")), int(c.get(b"max", b"1")) + 1) for c in columns)
    return Hidden(rows=rows, columns=spans)


def _is_hidden(attributes: dict[bytes, bytes]) -> bool:
    return attributes.get(b"hidden") in _YES


def say_hidden(hidden: Hidden, records: Sequence[Sequence[str]]) -> list[str]:
    """What is said of the hidden rows and columns that hold something."""
    rows = sorted(at for at in hidden.rows if at <= len(records) and any(records[at - 1]))
    width = max(map(len, records), default=0)
    columns = [
        at
        for span in hidden.columns
        for at in span
        if at <= width and any(len(record) >= at and record[at - 1] for record in records)
    ]
    said = []
    if rows:
        said.append(f"hidden or filtered rows are read like the others: {_listed(list(map(str, rows)))}")
    if columns:
        said.append(f"hidden columns are read like the others: {_listed(list(map(column_letters, columns)))}")
    return said


def say_left_out(names: Sequence[str]) -> str:
    """What is said of hidden sheets."""
    shown = ", ".join(f"“{name[:40]}”" for name in names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"hidden sheets are not read: {shown}{more}; show them in the workbook to use them"


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
