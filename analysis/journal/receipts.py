"""The receipt of one table while it is written, and the rows that can be mended and given back."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from analysis.journal.columns import Plan
from analysis.journal.fields import headers
from analysis.journal.model import Action, Column, DateOrder, Problem, RawRows, Receipt, Rows, Suggestion
from analysis.journal.tables import FILLED, REPEATED, RawTable

# UNMAPPED: a row of an event log whose kind is not mapped; it is rejected, but there is nothing in it to
# mend. BLANK: a row with a date and no answer, such as one filled in ahead; it is outside what was read.
USED, DUPLICATE, REJECTED, UNMAPPED, BLANK = 0, 1, 2, 3, 4
LEFT_OUT = "left_out"  # the error code of a file that somebody left out
FOUND_EMPTY = ("header_only", "no_table")  # those of a file in which nothing is written
_ONLY_A_DATE = "a date and no answer, as on a blank line"
MOST_ALIKE = 500  # problems of one kind in one column that are listed one by one
LONGEST_SHOWN = 60  # characters of a cell


@dataclass
class Draft:
    """What is being found out about one table of one file."""

    name: str
    sha256: str
    kind: str = "unreadable"
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    date_order: DateOrder | None = None
    date_order_open: bool = False
    taken_for: str = ""
    error: str | None = None
    error_code: str = ""
    question: str = ""
    person_column: str | None = None
    choices: tuple[str, ...] = ()
    file: str = ""  # the name of the file, where ``name`` has that of a sheet or table beside it
    people: Mapping[str, str] = field(default_factory=dict)  # whom a column names, as in `people`
    event_kinds: tuple[str, ...] = ()
    columns: list[Column] = field(default_factory=list)
    suggestions: tuple[Suggestion, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    table: RawTable | None = None
    status: npt.NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, dtype=np.int8))
    repaired: set[int] = field(default_factory=set)
    _alike: Counter[tuple[str | None, str, str]] = field(default_factory=Counter)
    _beyond: dict[tuple[str | None, str, Action], int] = field(default_factory=dict)

    def open(self, table: RawTable) -> None:
        """The rows of ``table`` are read from now on; each ends as used, duplicate or rejected."""
        self.table = table
        self.status = np.zeros(len(table.rows), dtype=np.int8)
        for at, what in table.mended:
            hint = "" if what == FILLED else "put quotation marks around text with commas in it"
            self.note(at, None, what, "repaired", hint)
        for at, column in table.repeated:
            self.note(at, table.headers[column] or None, REPEATED, "repaired")

    def note(
        self,
        at: int | None,
        column: str | None,
        problem: str,
        action: Action,
        hint: str = "",
        cell: str | None = None,
        code: str = "",
    ) -> None:
        """Lists a problem. ``at`` is the position of the row in the table, None for the whole column or
        file.
        """
        if at is not None:
            if action == "repaired":
                self.repaired.add(at)
            self._alike[column, problem, action] += 1
            if self._alike[column, problem, action] > MOST_ALIKE:
                self._beyond[column, problem, action] = self._beyond.get((column, problem, action), 0) + 1
                return
        row = None if at is None or self.table is None else self.table.numbers[at]
        shown = (
            None if cell is None else cell if len(cell) <= LONGEST_SHOWN else cell[: LONGEST_SHOWN - 1] + "…"
        )
        self.problems.append(Problem(row, column, problem, action, hint, shown, code))

    def reject(
        self,
        at: int,
        column: str | None,
        problem: str,
        hint: str = "",
        cell: str | None = None,
        action: Action = "rejected",
        code: str = "",
    ) -> None:
        self.status[at] = REJECTED
        self.note(at, column, problem, action, hint, cell, code)

    def duplicate(self, at: int, problem: str) -> None:
        self.status[at] = DUPLICATE
        self.note(at, None, problem, "duplicate")

    def fail(self, code: str, sentence: str) -> None:
        """The table cannot be read: one sentence that says what it is and what to do."""
        self.error_code, self.error = code, sentence

    def take_columns(self, plans: Iterable[Plan]) -> None:
        self.columns = [Column(plan.header, plan.field, _unit(plan), plan.why) for plan in plans]

    def finish(self) -> Receipt:
        used = int((self.status == USED).sum())
        rejected = np.flatnonzero(self.status == REJECTED)
        mended = sum(self.status[at] == USED for at in self.repaired)
        for at in np.flatnonzero(self.status == BLANK).tolist():
            self.note(at, None, _ONLY_A_DATE, "outside")
        beyond = [
            Problem(None, column, f"{problem}: {number} more rows like this", action)
            for (column, problem, action), number in self._beyond.items()
        ]
        outside = []
        if self.table is not None:
            outside = [Problem(number, None, what, "outside") for number, what in self.table.outside]
            if self.table.blank_lines:
                lines = (
                    "1 blank line" if self.table.blank_lines == 1 else f"{self.table.blank_lines} blank lines"
                )
                outside.append(Problem(None, None, lines, "outside"))
        return Receipt(
            name=self.name,
            sha256=self.sha256,
            kind=self.kind,
            encoding=self.encoding,
            delimiter=self.delimiter,
            date_order=self.date_order,
            date_order_open=self.date_order_open,
            taken_for=self.taken_for,
            rows=Rows(
                read=int((self.status != BLANK).sum()),
                used=used,
                repaired=int(mended),
                duplicate=int((self.status == DUPLICATE).sum()),
                rejected=int(np.isin(self.status, (REJECTED, UNMAPPED)).sum()),
            ),
            columns=tuple(self.columns),
            problems=tuple(sorted((*self.problems, *beyond, *outside), key=lambda problem: problem.row or 0)),
            error=self.error,
            error_code=self.error_code,
            question=self.question,
            person_column=self.person_column,
            choices=self.choices,
            event_kinds=self.event_kinds,
            suggestions=self.suggestions,
            sheet=self.sheet,
            raw_rejected=self._raw(rejected.tolist()),
        )

    def _raw(self, positions: Sequence[int]) -> RawRows:
        if self.table is None or not positions:
            return RawRows()
        return RawRows(
            tuple(self.table.headers),
            tuple(tuple(self.table.rows[at]) for at in positions),
            tuple(self.table.numbers[at] for at in positions),
        )


def _unit(plan: Plan) -> str | None:
    """The unit that the header names, where a column of its kind has one."""
    known = headers().get(plan.field or "")
    measured = known is not None and (known.kind in ("amount", "duration", "scale") or known.unit == "h")
    return plan.heading.unit if measured else None


def rejected_rows(receipt: Receipt) -> bytes:
    """The rows that could not be used, under their own header, as CSV (UTF-8 with BOM): to be mended and
    given back.

    Cells that a spreadsheet would compute are guarded by an apostrophe, which reading takes off again.
    Empty where every row was used.
    """
    if not receipt.raw_rejected.rows:
        return b""
    return to_csv([receipt.raw_rejected.headers, *receipt.raw_rejected.rows])


def to_csv(records: Iterable[Sequence[str]]) -> bytes:
    """Records as CSV (UTF-8 with BOM, comma), with no cell that a spreadsheet would compute."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in record] for record in records)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet computes, also where it begins with a full-width sign or after spaces."""
    return "'" + cell if cell.lstrip(" \u3000\xa0").startswith(_COMPUTED) else cell


_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
