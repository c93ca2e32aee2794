"""What a workbook holds, as text: run as a script, in a process of its own that is bound in memory and time.

It uses nothing of this project, and of Python what it needs alone: to start is most of what a small workbook
takes.
"""

import datetime as dt
import io
import json
import sys
from collections.abc import Sequence

MOST_MEMORY = 1_500_000_000  # bytes of address space
MOST_SECONDS = 60  # of the processor; twice that by the clock
MOST_SHEETS = 4_000  # one a night for ten years
MOST_CELLS = 6_000_000  # in all sheets together
MOST_TEXT = 60_000_000  # characters in all sheets together

_Range = tuple[tuple[int, int], tuple[int, int]]  # row and column of the first and of the last cell
_MOST_MERGED = 60  # rows; more are no cramps of one night


class TooMuch(Exception):
    """``what`` there is too much of: ``sheets``, ``rows``, ``columns``, ``cells``, ``text`` or ``memory``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def _bound_this_process() -> None:
    """From here on this process is ended where it asks for too much; it leaves no image of itself on disk."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        return
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
    ):
        hard = resource.getrlimit(what)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, hard))


def _sheets(content: bytes, most_rows: int, most_columns: int) -> list[tuple[str, list[list[str]]]]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    if len(workbook.sheet_names) > MOST_SHEETS:
        raise TooMuch("sheets")
    cells = text = 0
    sheets = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height > most_rows:
            raise TooMuch("rows")
        if sheet.total_width > most_columns:
            raise TooMuch("columns")
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise TooMuch("cells")
        rows = sheet.to_python(skip_empty_area=False)
        text += sum(len(value) for row in rows for value in row if isinstance(value, str))
        if text > MOST_TEXT:
            raise TooMuch("text")
        records = [[text_of(value) for value in row] for row in rows]
        _write_midnights(records, rows)
        _unmerge(records, rows, sheet.merged_cell_ranges or [])
        sheets.append((name, records))
    return sheets


_FEWEST_TIMED = 10  # moments of a column
_MIDNIGHTS = 0.05  # of the moments of a column; more are days whose time was not known


def _write_midnights(records: list[list[str]], rows: Sequence[Sequence[object]]) -> None:
    """Gives moments at exactly 00:00 their time, where the others of their column have one: a workbook holds
    them like a date alone.
    """
    for column, cells in enumerate(zip(*rows, strict=True)):
        timed = sum(isinstance(cell, dt.datetime) and cell.time() != dt.time(0) for cell in cells)
        if timed < _FEWEST_TIMED:
            continue
        alone = [
            at for at, cell in enumerate(cells) if isinstance(cell, dt.date) and len(text_of(cell)) == 10
        ]
        if len(alone) <= max(1, _MIDNIGHTS * timed):
            for at in alone:
                records[at][column] += " 00:00:00"


def _unmerge(records: list[list[str]], rows: Sequence[Sequence[object]], merged: list[_Range]) -> None:
    """Gives every row below a merged date that date, and a header of several lines its name in the last.

    Else only the first column is repeated, where a word stands for a group of rows ("Magnesium" beside the
    days on which it was taken): an amount or a medicine that was written once among other cells may be meant
    once.
    """
    first = min((at for row in records for at, cell in enumerate(row) if cell), default=0)
    grouped = {top for (top, left), (_, right) in merged if left != right}
    for (top, left), (bottom, right) in merged:
        if left != right or bottom - top > _MOST_MERGED or not 0 <= top <= bottom or top >= len(records):
            continue
        bottom = min(bottom, len(records) - 1)  # it may reach below the last cell that was written
        if left >= len(rows[top]):
            continue
        if isinstance(rows[top][left], dt.date) or (top in grouped and isinstance(rows[top][left], str)):
            for row in range(top + 1, bottom + 1):
                records[row][left] = records[row][left] or records[top][left]
        elif left == first and isinstance(rows[top][left], str):
            for row in range(top + 1, bottom + 1):
                if any(records[row]):
                    records[row][left] = records[row][left] or records[top][left]


def text_of(value: object) -> str:
    """A workbook's typed cell as text: dates in ISO form, so that their order is never in question."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        if value.time() == dt.time(0):
            return value.date().isoformat()
        # A clock time alone is stored as a moment on the spreadsheet's day zero.
        if value.year < 1901:
            return value.time().isoformat("minutes")
        return value.isoformat(" ", "seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        text = f"{minutes // 60}:{minutes % 60:02d}"
        return f"{text}:{seconds:02d}" if seconds else text
    return "" if value is None else str(value)


def _main() -> None:
    _bound_this_process()
    content = sys.stdin.buffer.read()
    try:
        told: dict[str, object] = {"sheets": _sheets(content, int(sys.argv[1]), int(sys.argv[2]))}
    except TooMuch as error:
        told = {"too_much": error.what}
    except MemoryError:
        told = {"too_much": "memory"}
    # python-calamine raises several unrelated classes for a damaged workbook, and Rust's panics are
    # BaseException.
    except BaseException:
        told = {"damaged": True}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    _main()
