"""Which columns of an event log of any app hold what."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pandas as pd

from analysis.journal.cells import is_of_utc, names_utc, plain, read_scale, vocabulary
from analysis.journal.columns import names_cramps, numbers_rows
from analysis.journal.exports.event_answers import answers_beside, are_answers, cells_by_heading, could_answer
from analysis.journal.exports.event_names import cramps_of_kind, holds_lists, kinds_of_cell
from analysis.journal.fields import dictionary
from analysis.journal.tables import could_be_date, heading, heading_words, lists_some_dates

MOST_KINDS = 60
MOST_LISTS = 500  # different cells in which lists are looked for
LONGEST_KIND = 60  # characters
_COUNTER = 4  # events; an amount that goes up by one from each to the next numbers them


@dataclass(frozen=True)
class Shape:
    """Which columns of an event log hold what, by their plain headers. ``general``: what is taken for the
    kind has a heading that can hold anything, such as "Description", and only its cells tell. ``answers``:
    the amount says yes or no. ``about``: what else is told of a cramp, as field and column. ``several``: a
    cell lists several kinds. ``unclear``: columns that may say how many, or whether, and nothing says so.
    """

    kind: str
    moment: str
    clock: str | None = None
    zone: str | None = None
    amount: str | None = None
    unit: str | None = None
    severity: str | None = None
    note: str | None = None
    length: str | None = None
    about: tuple[tuple[str, str], ...] = ()
    general: bool = False
    answers: bool = False
    several: bool = False
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What is known of a log beforehand: the column that holds the kind of event, the fields of other
    columns by their plain headings, and the kinds that are cramps, as a person said; ``several``: its cells
    are lists.
    """

    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    cramps: Collection[str] = ()
    several: bool = False


NOTHING_SAID = Said()
_ABOUT = frozenset({"side", "muscle", "relief"})
_PARTS = {"cramps": "amount", "severity": "severity", "duration": "length", "notes": "note", "onset": "clock"}


def shape(table: pd.DataFrame, said_of: Said = NOTHING_SAID) -> Shape | None:
    """The columns of an event log; None where the table is none. ``said_of`` is what a person said of it.

    It needs a moment, and a column named as a kind whose few words come again: fewer kinds than half the
    rows.
    """
    told = said_of.kind
    headers = {plain_header(header): header for header in table.columns}
    spelt = {heading_words(str(header)): name for name, header in headers.items()}
    spelt |= {name: name for name in headers}

    def named(part: str, *but: str | None) -> str | None:
        mapped = [name for name, of in said_of.fields.items() if _PARTS.get(of) == part and name in headers]
        if mapped:
            return mapped[0]
        known = (spelt[name] for name in vocabulary(f"log {part}") if name in spelt)
        return next((name for name in known if name not in {*but, *said_of.fields}), None)

    kind = plain(told) if told is not None else _kind_by_cells(table, spelt) or named("kind")
    moment = named("moment", kind) or _moment_by_cells(table, headers)
    moment = _own_moment(table, headers, kind, moment)
    if kind not in headers or moment is None or headings_of_counts(headers) - {kind}:
        return None
    said = table[headers[kind]].dropna().astype(str).str.strip()
    said = said[said != ""]
    several = said_of.several or holds_lists(said.unique()[:MOST_LISTS])
    if told is None and not _are_kinds(said, len(table), several):
        return None
    longest = 0 if several else said.str.len().max()
    if longest > LONGEST_KIND or pd.to_numeric(said, errors="coerce").notna().mean() > 0.5:
        return None
    cells = table[headers[moment]].dropna().astype(str).str.strip()
    zone = named("zone") if names_utc(moment) or is_of_utc(cells) else None
    found = Shape(
        kind,
        moment,
        named("clock", moment),
        zone,
        named("amount", kind),
        named("unit"),
        named("severity", kind),
        named("note", kind),
        named("length", kind),
        general=told is None and not {kind, heading_words(kind)} & set(vocabulary("log kind")),
        several=several,
    )
    return _with_answers(found, table, headers, said_of)


def _are_kinds(said: pd.Series, rows: int, several: bool) -> bool:
    """Whether what the ``rows`` say are kinds of events, most of them filled: a kind that is a cramp makes a
    log of any length; else the same few words have to come again.
    """
    kinds = said.map(kinds_of_cell).explode().nunique() if several else said.nunique()
    comes_again = len(said) >= 4 and 2 <= kinds <= min(MOST_KINDS, len(said) / 2)
    return len(said) >= 0.8 * rows and (comes_again or _names_a_cramp(said))


def _with_answers(found: Shape, table: pd.DataFrame, headers: Mapping[str, object], said_of: Said) -> Shape:
    """The columns of a log with the one that answers its kinds, where no heading says which that is."""
    kinds = table[headers[found.kind]].fillna("").astype(str).str.strip()
    of_cramps = {kind for kind in kinds.unique() if kind in said_of.cramps or cramps_of_kind(kind)}
    about = kinds.isin(of_cramps) if of_cramps else kinds != ""
    cells = cells_by_heading(table, about.tolist())
    taken = {value for value in vars(found).values() if isinstance(value, str)} | said_of.fields.keys()
    free = [
        name
        for name, header in headers.items()
        if name not in taken
        and not _is_known(header, cells[name])
        # A quantity may well be 1, 2 and 3; beside any other heading that numbers the rows.
        and (name in vocabulary("log count") or not numbers_rows(list(table[header])))
    ]
    counter = found.amount not in said_of.fields and numbers_rows(cells.get(found.amount or "", []), _COUNTER)
    told = answers_beside(cells, None if counter else found.amount, free)
    answers = told.column is not None and are_answers(cells[told.column])
    severity = found.severity
    if severity is None and of_cramps:
        left = headers.keys() - taken - {told.column}
        rated = (name for name in headers if name in left and _rates(headers[name], cells[name]))
        severity = next(rated, None)
    told_beside = tuple(
        (field, name)
        for name, header in headers.items()
        if (field := said_of.fields.get(name) or (heading(str(header)).fields or ("",))[0]) in _ABOUT
        and name not in {found.kind, found.moment, found.note, severity, told.column}
    )
    listing = (name for name in headers if any(map(lists_some_dates, cells[name])))
    unclear = (*(name for name in told.unclear if name != severity), *listing) if of_cramps else ()
    return replace(
        found, amount=told.column, answers=answers, severity=severity, unclear=unclear, about=told_beside
    )


def _rates(header: object, cells: Sequence[str]) -> bool:
    """Whether a column says how bad each cramp was: numbers of a scale under a heading of severity."""
    filled = {cell for cell in cells if cell}
    numbers = any(cell.isdecimal() for cell in filled) and not are_answers(filled)
    of_severity = heading(str(header)).fields[:1] == ("severity",)
    return of_severity and numbers and all(read_scale(cell).value is not None for cell in filled)


def _is_known(header: object, cells: Sequence[str]) -> bool:
    """Whether a heading is one of the day's or of a cramp's, which answers no other kind; a score or a result
    of yes and no is none.
    """
    known = heading(str(header))
    names = {plain_header(header), heading_words(str(header))}
    if names & vocabulary("log answer").keys() and are_answers(cells):
        return False
    if names & vocabulary("log count").keys() and could_answer(cells):
        return False
    return bool(known.fields) or known.stamp or not plain_header(header)


def headings_of_counts(headings: Iterable[str]) -> frozenset[str]:
    """The plain headings that are a number of cramps; beside one nothing else is the kind of event."""
    return _names_of_counts().intersection(headings)


@cache
def _names_of_counts() -> frozenset[str]:
    return frozenset(plain(name) for name in ("cramps", *dictionary()["cramps"].names))


def _kind_by_cells(table: pd.DataFrame, spelt: Mapping[str, str]) -> str | None:
    """The first column that can hold kinds of which some cells are a cramp by their own short name, and
    others something else: the subjects of a calendar, the tasks of a time sheet.
    """
    at = [plain_header(header) for header in table.columns]
    for name in (*vocabulary("log kind"), *vocabulary("log kind of cramps")):
        if name not in spelt:
            continue
        said = table.iloc[:, at.index(spelt[name])]
        kinds = [kind for kind in said.dropna().astype(str).str.strip().unique()[:MOST_KINDS] if kind]
        cramps = [cramps_of_kind(kind) is not None for kind in kinds]
        if any(cramps) and not all(cramps):
            return spelt[name]
    return None


def plain_header(header: object) -> str:
    """A heading of a table, plain and without a mark of the byte order."""
    return plain(str(header).lstrip("\ufeff"))


def _moment_by_cells(table: pd.DataFrame, headers: Mapping[str, object]) -> str | None:
    """The first column whose filled cells are mostly dates or moments."""
    for name, header in headers.items():
        cells = [cell for cell in table[header].dropna().astype(str).str.strip()[:30] if cell]
        if len(cells) > 0 and sum(map(could_be_date, cells)) >= 0.8 * len(cells):
            return name
    return None


def _own_moment(
    table: pd.DataFrame, headers: Mapping[str, object], kind: str | None, moment: str | None
) -> str | None:
    """The column that dates each event. A beginning that is the same in all rows of every kind is that of the
    kind, such as the day on which a habit was begun, where another column has a date for each of its rows.
    """
    if kind is None or moment is None or moment not in headers:
        return moment
    if heading(str(headers[moment])).fields[:1] != ("start",):
        return moment
    kinds = table[headers[kind]].astype(str)
    several = kinds.map(kinds.value_counts()) > 1
    if not several.any() or _differ_within(table[headers[moment]][several], kinds[several]):
        return moment
    for name, header in headers.items():
        cells = table[header][several].dropna().astype(str).str.strip()
        dated = len(cells) == several.sum() and all(map(could_be_date, cells.unique()))
        if name not in (kind, moment) and dated and _differ_within(cells, kinds[several]):
            return name
    return moment


def _differ_within(cells: pd.Series, kinds: pd.Series) -> bool:
    """Whether a kind has different cells in its rows."""
    return bool((cells.astype(str).groupby(kinds).nunique() > 1).any())


def _names_a_cramp(said: pd.Series) -> bool:
    """Whether a kind of event is a cramp by its own short name."""
    return any(len(kind) <= LONGEST_KIND and names_cramps(kind) for kind in said.unique()[:MOST_KINDS])
