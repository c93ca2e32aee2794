"""What of a workbook its own window does not show: hidden sheets, and hidden or filtered rows and columns.

A hidden sheet is left out, since whoever opens the workbook does not see it either: it is mostly an older
copy or a list of choices. Hidden rows and columns are read, since a filter hides what is part of the journal.
Both are said.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

_TAG = re.compile(rb"<(?:\w+:)?(row|col|sheet|Relationship)\b([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_YES = (b"1", b"true")
_MOST_NAMED = 8
_LONGEST_SCANNED = 30_000_000  # bytes of one sheet


@dataclass(frozen=True)
class Hidden:
    """What is hidden of one sheet: all of it, rows by their number, columns by theirs, from 1."""

    sheet: bool = False
    rows: frozenset[int] = frozenset()
    columns: tuple[range, ...] = ()


def hidden_parts(content: bytes) -> list[Hidden]:
    """What is hidden of each sheet, in the order of the workbook; empty where the workbook does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = _tags(archive.read("xl/workbook.xml"), b"sheet")
            links = _tags(archive.read("xl/_rels/workbook.xml.rels"), b"Relationship")
            paths = {link.get(b"Id"): _path(link.get(b"Target", b"")) for link in links}
            known = set(archive.namelist())
            return [_of_sheet(archive, sheet, paths.get(sheet.get(b"id"), ""), known) for sheet in sheets]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError):
        return []


def _path(target: bytes) -> str:
    name = target.decode("utf-8", "replace")
    return name.lstrip("/") if name.startswith("/") else posixpath.normpath(f"xl/{name}")


def _of_sheet(archive: zipfile.ZipFile, sheet: dict[bytes, bytes], path: str, known: set[str]) -> Hidden:
    if sheet.get(b"state") in (b"hidden", b"veryHidden"):
        return Hidden(sheet=True)
    if path not in known or archive.getinfo(path).file_size > _LONGEST_SCANNED:
        return Hidden()
    text = archive.read(path)
    if b"hidden" not in text:
        return Hidden()
    rows = frozenset(int(row[b"r"]) for row in _tags(text, b"row") if _is_hidden(row) and b"r" in row)
    columns = [column for column in _tags(text, b"col") if _is_hidden(column)]
    spans = tuple(range(int(c.get(b"min", b"1")), int(c.get(b"max", b"1")) + 1) for c in columns)
    return Hidden(rows=rows, columns=spans)


def _is_hidden(attributes: dict[bytes, bytes]) -> bool:
    return attributes.get(b"hidden") in _YES


def _tags(text: bytes, name: bytes) -> list[dict[bytes, bytes]]:
    """The attributes of every element of a name, without their prefixes."""
    return [
        {key: one or other for key, one, other in _ATTRIBUTE.findall(found[2])}
        for found in _TAG.finditer(text)
        if found[1] == name
    ]


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


def column_letters(number: int) -> str:
    """What a workbook calls a column.

    >>> column_letters(28)
    'AB'
    """
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters
