"""The data dictionary: every field that the program knows, and the names that people give it."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Table = Literal["night", "day", "cramp", "change", "measurement", "file"]
Kind = Literal[
    "date", "datetime", "clock", "count", "number", "amount", "duration", "scale", "level", "yes_no", "side",
    "muscle", "words", "text",
]  # fmt: skip


JOURNAL_TABLES = ("night", "day", "cramp")
# Of which fields several values of one day are its parts, and no versions of one total. In columns side by
# side: tea and coffee, wine and beer.
ADD_UP_IN_COLUMNS = frozenset({"caffeine", "alcohol"})
# One a row: each drink, each walk. Of steps or sleep two rows of a day are two sources, or two versions.
ADD_UP_IN_ROWS = ADD_UP_IN_COLUMNS | {"hydration", "activity"}
# At many moments of a day, as a watch writes them. A pulse does not add up.
ADD_UP_BY_MOMENTS = ADD_UP_IN_ROWS | {"steps"}


@dataclass(frozen=True)
class Field:
    """One field of a journal.

    ``table`` says what it belongs to: the ``night``, the ``day`` whose evening begins that night (an
    exposure), or the single ``cramp``. In a file there are also columns of a medication ``change`` or of a
    ``measurement``, and columns about the ``file`` itself, such as whose row it is. ``low`` and ``high``
    bound what is possible, in ``unit``; None where there is no bound. ``step`` is the natural step of a
    rate ratio, in ``unit``; None for yes/no and for what is no exposure.
    """

    name: str
    table: Table
    kind: Kind
    label: str
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    step: float | None = None
    meaning: str = ""
    names: tuple[str, ...] = ()

    @property
    def is_exposure(self) -> bool:
        """Whether it came before the night. What came with or after a cramp is never an exposure."""
        return self.table == "day"


@cache
def dictionary() -> dict[str, Field]:
    """Every field of nights, days and cramps by its name, in the order of ``fields.csv``."""
    return {name: field for name, field in headers().items() if field.table in JOURNAL_TABLES}


@cache
def headers() -> dict[str, Field]:
    """Everything that a column of a file can be, by its name, in the order of ``fields.csv``."""
    with Path(__file__).with_name("fields.csv").open(encoding="utf-8", newline="") as file:
        return {row["field"]: _field(row) for row in csv.DictReader(file)}


def _field(row: dict[str, str]) -> Field:
    def number(name: str) -> float | None:
        return float(row[name]) if row[name] else None

    return Field(
        name=row["field"],
        table=row["table"],  # type: ignore[arg-type]
        kind=row["kind"],  # type: ignore[arg-type]
        label=row["label"],
        unit=row["unit"] or None,
        low=number("low"),
        high=number("high"),
        step=number("step"),
        meaning=row["meaning"],
        names=tuple(name for name in row["names"].split(";") if name),
    )
