"""What each column of a table is taken for, and the table."""

import re
from dataclasses import dataclass
from typing import Literal

from analysis.journal.cells import plain
from analysis.journal.fields import headers
from analysis.journal.tables import Heading

Kind = Literal[
    "night diary", "cramp log", "medication changes", "measurements", "device days", "event log", "unreadable"
]
TELLS_A_CRAMP = frozenset({"onset", "severity", "side", "muscle", "symptoms", "duration", "woke", "relief"})
OWN = "own"
SHARED = frozenset({"night", "recorded_at", "notes", "zone", "person_id", "weekday"})


@dataclass(frozen=True)
class Plan:
    """What one column is taken for. ``field`` is a name of the dictionary or an own name; None: not used.

    ``own`` is true for a column that the person keeps under its own name.
    """

    position: int
    header: str
    field: str | None
    heading: Heading
    why: str
    own: bool = False

    @property
    def named(self) -> str:
        """The header, or where the column stands if it has none."""
        return self.header or f"column {self.position + 1}"


@dataclass(frozen=True)
class TablePlan:
    """``events``: every row of a cramp log is a cramp, since an app or its title says so. ``code`` names what
    is asked about the table, "" where nothing is. ``sure``: a person said that its cramps are those of a leg.
    """

    kind: Kind
    why: str
    columns: tuple[Plan, ...]
    events: bool = False
    code: str = ""
    sure: bool = False

    def of(self, field: str) -> list[Plan]:
        return [plan for plan in self.columns if plan.field == field]


@dataclass(frozen=True)
class Draft:
    """A column while it is decided what it is: what its header can mean, whether the person mapped it, and
    whether it only numbers the rows.
    """

    plan: Plan
    candidates: tuple[str, ...]
    mapped: bool
    numbers_rows: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether neither its name nor a person says what it is, and it does not number the rows."""
        return not (self.candidates or self.mapped or self.numbers_rows)


def own_name(header: str) -> str:
    """The name of a column that the person keeps: its words, joined by underscores."""
    name = "_".join(re.findall(r"[^\W_]+", plain(header)))[:60] or "own"
    return f"own_{name}" if name in headers() or name in ("logged", "assumed", OWN) else name
