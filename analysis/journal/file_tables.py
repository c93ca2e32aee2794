"""One table of a file as it was read, and what became of its rows brought back to the rows of the file."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from analysis.journal.added import Noted
from analysis.journal.columns import plan_table
from analysis.journal.entries import Entries, Settings, read_entries
from analysis.journal.exports import (
    Converted,
)
from analysis.journal.model import Column, Problem
from analysis.journal.plans import Plan
from analysis.journal.receipts import UNMAPPED, USED, Draft
from analysis.journal.tables import RawTable, heading


@dataclass
class FileTable:
    """One table of a file: its receipt's draft, and what was read of it, in one part or in several (an
    export).
    """

    draft: Draft
    parts: list[Entries] = field(default_factory=list)
    converted: list[Converted] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)  # of the rows of a table that was given another shape
    open_nights: set[date] = field(default_factory=set)  # of cramps whose moment is not known
    noted: Noted = field(default_factory=Noted)
    plan: Plan | None = None  # where the table is the plan of an earlier visit
    unanswered: bool = False  # only a person can say whether its cramps are any

    def settle(self) -> None:
        """Brings what became of the parts' rows back to the rows of the file."""
        if self.origin:
            self._settle_reshaped()
        if not self.converted:
            return
        status: dict[Any, int] = {}
        for part, made in zip(self.parts, self.converted, strict=True):
            place = {label: at for at, label in enumerate(made.table.index)}
            for row, label in made.rows.items():
                if label in place:
                    found = int(part.draft.status[place[label]])
                    status[row] = min(status.get(row, found), found)
                    if place[label] in part.draft.repaired:
                        self.draft.repaired.add(int(str(row)))
            for problem in part.draft.problems:
                origin = made.columns.get(problem.column or "", ())
                self.draft.problems.append(
                    Problem(
                        problem.row,
                        ", ".join(origin) or problem.column,
                        problem.problem,
                        problem.action,
                        problem.hint,
                        problem.cell,
                        problem.code,
                    )
                )
        for at in range(len(self.draft.status)):
            if self.draft.status[at] == USED:
                self.draft.status[at] = status.get(at, UNMAPPED)

    def _settle_reshaped(self) -> None:
        """A row of the file counts as its best result does; a date that was refused is refused once."""
        (part,) = self.parts
        told: dict[int, list[int]] = {}
        for at, row in enumerate(self.origin):
            told.setdefault(row, []).append(int(part.draft.status[at]))
            if at in part.draft.repaired:
                self.draft.repaired.add(row)
        for row, found in told.items():
            self.draft.status[row] = min(found)
        self.draft.problems += dict.fromkeys(part.draft.problems)


def read_tests(
    made: FileTable, long: RawTable, origin: list[int], table: RawTable, settings: Settings
) -> None:
    """Reads blood tests that had a column each."""
    draft = made.draft
    draft.open(table)
    draft.kind, draft.taken_for = "measurements", "it has a date and a column for each of several blood tests"
    plan = plan_table(long, {}, (draft.name,))
    part = Draft(draft.name, draft.sha256, delimiter=draft.delimiter)
    made.parts.append(read_entries(long, plan, part, settings))
    made.origin = origin
    for at in sorted(set(range(len(table.rows))) - set(origin)):
        draft.reject(at, None, "the row holds no result", "write what was found")
    draft.date_order, draft.date_order_open = part.date_order, part.date_order_open
    names = {row[1]: row[3] for row in long.rows}
    draft.columns = []
    for header in table.headers:
        name = next((name for name in names if header.startswith(name)), None)
        if name is not None:
            draft.columns.append(Column(header, "result", names[name] or None, "the name of a blood test"))
        else:
            found = heading(header).fields[:1]
            draft.columns.append(Column(header, "night" if found == ("night",) else None, None, ""))
