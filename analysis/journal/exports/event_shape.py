"""Which columns of an event log of any app hold what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from analysis.journal.cells import is_of_utc, names_utc, plain, vocabulary
from analysis.journal.columns import names_cramps
from analysis.journal.fields import dictionary
from analysis.journal.tables import could_be_date, heading_words, told_of_cramps

MOST_KINDS = 60
LONGEST_KIND = 60  # characters


@dataclass(frozen=True)
class Shape:
    """Which columns of an event log hold what, by their plain headers. ``general``: what is taken for the
    kind has a heading that can hold anything, such as "Description", and only its cells tell.
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
    general: bool = False


def shape(table: pd.DataFrame, told: str | None = None) -> Shape | None:
    """The columns of an event log; None where the table is none. ``told`` is the column that a person said
    holds the kind of event.

    It needs a moment, and a column named as a kind whose few words come again: fewer kinds than half the
    rows.
    """
    headers = {plain_header(header): header for header in table.columns}
    spelt = {heading_words(str(header)): name for name, header in headers.items()}
    spelt |= {name: name for name in headers}

    def named(part: str, *but: str | None) -> str | None:
        known = (spelt[name] for name in vocabulary(f"log {part}") if name in spelt)
        return next((name for name in known if name not in but), None)

    kind = plain(told) if told is not None else _kind_by_cells(table, spelt) or named("kind")
    moment = named("moment", kind) or _moment_by_cells(table, headers)
    if kind not in headers or moment is None or headings_of_counts(headers) - {kind}:
        return None
    said = table[headers[kind]].dropna().astype(str).str.strip()
    said = said[said != ""]
    kinds = said.nunique()
    # A kind that is a cramp makes a log of any length; else the same few words have to come again.
    comes_again = len(said) >= 4 and 2 <= kinds <= min(MOST_KINDS, len(said) / 2)
    if told is None and (not (comes_again or _names_a_cramp(said)) or len(said) < 0.8 * len(table)):
        return None
    if said.str.len().max() > LONGEST_KIND or pd.to_numeric(said, errors="coerce").notna().mean() > 0.5:
        return None
    cells = table[headers[moment]].dropna().astype(str).str.strip()
    zone = named("zone") if names_utc(moment) or is_of_utc(cells) else None
    return Shape(
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
    )


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
        cramps = [told_of_cramps(heading_words(kind)) is not None for kind in kinds]
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


def _names_a_cramp(said: pd.Series) -> bool:
    """Whether a kind of event is a cramp by its own short name."""
    return any(len(kind) <= LONGEST_KIND and names_cramps(kind) for kind in said.unique()[:MOST_KINDS])
