"""What reading gives: one Journal, with a Receipt for every file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray

from analysis.journal.fields import Field
from analysis.journal.plans import Plan
from analysis.journal.silent import without_silent

DatesMean = Literal["evening", "morning"]
RuleReason = Literal["chosen", "heading", "written", "dated_cramps", "default", "not_needed"]
DateOrder = Literal["dmy", "mdy", "ymd"]
Unlogged = Literal["cramp-free", "unknown"]
Action = Literal[
    "repaired",  # the cell was understood after mending it; its row is used
    "assumed",  # read under an assumption that the person can switch (unit from the range, date order, ...)
    "set_aside",  # this cell is not used (impossible or not understood); the rest of its row is
    "rejected",  # the whole row is not used
    "duplicate",  # the row says nothing that another row does not say
    "conflict",  # two rows or files disagree; the sentence says which one counts
    "not_mapped",  # a column that the program does not know; offered for mapping
    "outside",  # not a data row: a title, a totals row, a repeated header, a blank line
]


@dataclass(frozen=True)
class Problem:
    """One thing that was noticed in a file, and what was done about it.

    ``row`` counts as a spreadsheet does (the first line of the file is 1); None where the whole file or
    column is meant. ``cell`` is shown on screen only and is None for free text: no exception, log or
    exported file carries it. ``code`` is a name for what is decided by; empty where nothing is.
    """

    row: int | None
    column: str | None
    problem: str
    action: Action
    hint: str = ""
    cell: str | None = None
    code: str = ""


@dataclass(frozen=True)
class Column:
    """What a column of a file was taken for. ``field`` is None where it is not known or not used."""

    header: str
    field: str | None
    unit: str | None = None
    why: str = ""


@dataclass(frozen=True)
class Rows:
    """read = used + duplicate + rejected; ``repaired`` is part of ``used``. [rows]"""

    read: int = 0
    used: int = 0
    repaired: int = 0
    duplicate: int = 0
    rejected: int = 0


@dataclass(frozen=True)
class RawRows:
    """Rows of a file as they were written, with their row numbers."""

    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """The likeliest field of a heading that is not known, why, and up to three different cells of its column
    (for the screen only). It is never taken unless somebody says so.
    """

    header: str
    field: str
    why: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """What became of every row and column of one file.

    ``kind`` is one of ``night diary``, ``cramp log``, ``medication changes``, ``measurements``, ``device
    days``, ``event log``, ``plan``, ``events``, ``remarks`` or ``unreadable``. ``error`` is the one sentence
    for a file that could not be read, else None; ``error_code`` names it. A workbook or file with several
    tables gives a receipt for each, and ``sheet`` names it. ``choices`` lists the people found in a file that
    holds several (``person_column`` names the column). ``date_order_open`` is true where day and month could
    not be told apart from the dates alone. ``question`` names what is asked about the file, "" where nothing
    is.
    ``event_kinds`` lists the kinds of an event log that can be mapped.
    ``raw_rejected`` holds the rows that could not be used, to be mended and given back; it is for the
    screen only.
    """

    name: str
    sha256: str
    kind: str
    encoding: str | None = None
    delimiter: str | None = None
    date_order: DateOrder | None = None
    date_order_open: bool = False
    taken_for: str = ""
    rows: Rows = Rows()
    columns: tuple[Column, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    error_code: str = ""
    question: str = ""
    person_column: str | None = None
    choices: tuple[str, ...] = ()
    event_kinds: tuple[str, ...] = ()
    sheet: str | None = None
    suggestions: tuple[Suggestion, ...] = field(default=(), repr=False, compare=False)
    raw_rejected: RawRows = field(default=RawRows(), repr=False, compare=False)


@dataclass(frozen=True)
class NightRule:
    """Which night a diary's date names, what decided it (one sentence), and the ``reason`` alone, where it
    has more than the rule; ``code`` names the kind of reason.
    """

    dates_mean: DatesMean
    decided_by: str
    code: RuleReason = "default"
    reason: str = ""


@dataclass(frozen=True)
class Person:
    """What patient and clinician typed on screen. Nothing is required; None means not said."""

    age: int | None = None
    pregnant: bool | None = None
    conditions: tuple[str, ...] = ()
    family_history: str = ""
    questions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Typed text is cleaned as cells are."""
        object.__setattr__(self, "conditions", tuple(map(without_silent, self.conditions)))
        object.__setattr__(self, "family_history", without_silent(self.family_history))
        object.__setattr__(self, "questions", tuple(map(without_silent, self.questions)))


def text_array(values: Sequence[str | None]) -> ExtensionArray:
    """A column of text, missing where None: by way of Arrow, which takes a list several times as fast as
    pandas does."""
    made: ExtensionArray = pd.array(pa.array(values, type=pa.large_string()), dtype=_TEXT)
    return made


_TEXT = pd.StringDtype(na_value=float("nan"))


@cache
def _made(columns: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in columns})


def _empty(**columns: str) -> pd.DataFrame:
    """An empty table with the types of its columns. Each is made once and copied: pandas takes as long for it
    as for reading a year of nights."""
    return _made(tuple(columns.items())).copy()


def no_spells() -> pd.DataFrame:
    """An empty table of spells."""
    names = {"medication": "str", "generic": "str", "drug_class": "str"}
    often = {"dose": "float64", "unit": "str", "per_day": "float64", "as_needed": "bool"}
    return _empty(**names, **often, first_night=_NIGHTS, last_night=_NIGHTS, source="str")


def no_intakes() -> pd.DataFrame:
    """An empty table of intakes."""
    return _empty(night=_NIGHTS, medication="str", generic="str", dose="float64", unit="str")


def no_events() -> pd.DataFrame:
    """An empty table of marked stretches of nights."""
    return _empty(first_night=_NIGHTS, last_night=_NIGHTS, event="str", left_out="bool")


def no_measurements() -> pd.DataFrame:
    """An empty table of results of tests."""
    return _empty(date=_NIGHTS, test="str", result="float64", unit="str", low="float64", high="float64")


def no_places() -> pd.DataFrame:
    """An empty table of where the files say something about a night."""
    return _empty(night=_NIGHTS, file="str", row="float64")


_NIGHTS = "datetime64[us]"


@dataclass(frozen=True)
class Earlier:
    """What the page of the last visit told: when it was made, its review as data, the question that was named
    on it, the plan, the nights that were left out, the answers under which the files had been read, and what
    a glass held [mL]. Of a plan that came as a file of its own, only the plan and its day are known."""

    made_on: date
    review: Mapping[str, Any]
    question: str | None = None
    plan: Plan | None = None
    left_out: tuple[date, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    glass_ml: float | None = None


class Unread(NamedTuple):
    """A cell with a word of a warning sign in a column that is not read."""

    night: date
    column: str
    text: str


@dataclass(frozen=True)
class Journal:
    """All files of one person, read.

    nights : one row for every night from the first logged night to the last. Index ``night``
        (naive datetime64[us] at midnight, the date of the evening). Columns ``logged`` (bool), ``cramps``
        (float64 [cramps/night], NaN where not logged), then every field of the dictionary that was
        recorded: numbers as float64 in the dictionary's unit with NaN for missing, yes/no as nullable
        ``boolean``, words as ``str`` with NaN for missing.
    days : the exposure fields of every day that has any, also outside the ledger. Index ``day``; the night
        that begins on the evening of that day has the same date. Same dtypes as in ``nights``.
    cramps : one row a cramp: ``night`` (datetime64[us]), ``onset`` (datetime64[us] wall-clock, NaT where
        unknown), ``severity`` [0-10], ``duration`` [min], ``side``, ``muscle``, and further cramp fields
        that were recorded.
    changes : one row a change: ``night``, ``medication`` (as written), ``generic``, ``drug_class``,
        ``change`` (start, stop, increase, decrease, pause, resume), ``dose``, ``unit``, ``reason``; ordered
        by night.
    spells : one row for every stretch in which a medicine was taken at one dose: ``medication`` (as written,
        without the dose), ``generic``, ``drug_class``, ``dose``, ``unit``, ``first_night``, ``last_night``
        (datetime64[us], NaT where it was taken before the journal or goes on), ``source`` (what says so).
    intakes : one row for every single intake of what is taken now and then: ``night``, ``medication``,
        ``generic``, ``dose``, ``unit``.
    measurements : one row a result: ``date``, ``test``, ``result`` (float64), ``unit``, ``low``, ``high``.
    events : one row for every stretch that was marked, such as a holiday or an illness: ``first_night``,
        ``last_night`` (datetime64[us]), ``event`` (as typed), ``left_out`` (bool: its nights count for no
        rate).
    places : where the files say something about a night: ``night``, ``file`` (as its receipt is named),
        ``row`` (as a spreadsheet counts; NaN where only the file is known). For the screen.
    left_out : nights that somebody asked to leave out of every rate; they stand as not logged.
    own_fields : columns that the person keeps and mapped under their own name; part of ``nights`` and
        ``days``.
    never_says_none : no entry says that a night was without a cramp. Where ``unlogged_assumed_cramp_free``
        is true, the nights in between (``nights_assumed``) count as logged with 0 cramps, and only as that
        stated assumption.
    not_understood : how many answers about cramps have no plain meaning; their nights are not logged.
    earlier : what the page of the last visit told, or its plan, where it was among the files; else None.
    unread : the cells with a word of a warning sign in columns that are not read; quoted, never counted.

    >>> from analysis import read_journal
    >>> journal = read_journal([("diary.csv", b"night,cramps\\n2025-03-01,2\\n2025-03-03,0\\n")])
    >>> journal.nights["cramps"].tolist()
    [2.0, nan, 0.0]
    >>> journal.nights["logged"].tolist()
    [True, False, True]
    """

    nights: pd.DataFrame
    days: pd.DataFrame
    cramps: pd.DataFrame
    changes: pd.DataFrame
    measurements: pd.DataFrame
    receipts: tuple[Receipt, ...]
    night_rule: NightRule
    unlogged_assumed_cramp_free: bool = False
    never_says_none: bool = False
    own_fields: tuple[Field, ...] = ()
    person: Person = field(default_factory=Person)
    spells: pd.DataFrame = field(default_factory=no_spells)
    intakes: pd.DataFrame = field(default_factory=no_intakes)
    events: pd.DataFrame = field(default_factory=no_events)
    places: pd.DataFrame = field(default_factory=no_places, repr=False)
    not_understood: int = 0
    earlier: Earlier | None = None
    unread: tuple[Unread, ...] = ()
    nights_assumed: pd.DatetimeIndex = field(
        default_factory=lambda: pd.DatetimeIndex([], dtype="datetime64[us]")
    )
    left_out: pd.DatetimeIndex = field(default_factory=lambda: pd.DatetimeIndex([], dtype="datetime64[us]"))

    @property
    def remarks(self) -> pd.DataFrame:
        """What the patient wrote, one row a night that has a remark: ``night`` (datetime64[us]), ``text``.

        It is shown and quoted, never counted. Empty where no column of remarks was kept.
        """
        written = self.nights["notes"].dropna() if "notes" in self.nights.columns else self.nights.iloc[:0, 0]
        return pd.DataFrame({"night": written.index.array, "text": pd.array(written.tolist(), dtype="str")})


class JournalError(Exception):
    """No file gave a journal. The message is one sentence for the person; ``receipts`` say why, file by
    file.
    """

    def __init__(self, message: str, receipts: tuple[Receipt, ...] = ()) -> None:
        super().__init__(message)
        self.receipts = receipts
