"""Days of a list of medicines of which only the month or the year is written, or that they lie before it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd

from analysis.journal.cells import DatePart, date_part, is_since_before
from analysis.journal.columns import Plan
from analysis.journal.entries.table import ONE_DAY, Entries, as_date
from analysis.journal.receipts import Draft

_IS_MONTH = "only the year and month are written; read as the first day of the month"
_IS_YEAR = "only the year is written; read as taken since before the journal"
_IS_LAST_YEAR = "only the year is written; read as its last day"
_HINT = "write the day, if it lies within the journal"
_IS_OWN_YEAR = "only the year is written, and nights of the journal lie in it"
_OWN_HINT = "write the day, such as 2024-03-12"


def take_parts(
    entries: Entries, plan: Plan, texts: Sequence[str], unread: Mapping[int, str | None], today: date
) -> set[int]:
    """Reads the dates that are ``unread`` as months and years, and returns those rows that need no other
    date: of a month its first day counts; where a year, or "before", is the date, ``entries.parts`` holds
    what it leaves possible, for the row to be read by what it says. A blank is no "before" below a date: it
    may be the same day.
    """
    taken: set[int] = set()
    if entries.kind != "medication changes":
        return taken
    parts = entries.parts.setdefault("date", {})
    first_dated = next((at for at, text in enumerate(texts) if text and at not in unread), len(texts))
    for at in unread:
        part = date_part(texts[at])
        if part is not None and part.first <= today:
            parts[at] = part._replace(last=min(part.last, today))
            if part.is_month:
                entries.seconds[at] = (part.first - date(1970, 1, 1)).days * ONE_DAY
                entries.draft.note(at, plan.named, _IS_MONTH, "assumed", _HINT, texts[at])
            taken.add(at)
        elif at < first_dated if not texts[at] else is_since_before(texts[at]):
            taken.add(at)
    return taken


def reject_own_years(entries: Entries, nights: Collection[int]) -> None:
    """Rejects the rows whose start or end is a year that the ``nights`` of the journal [days since
    1970-01-01] lie in: what is taken since then is not taken since before them. A start after them all is
    none, either; an end after them all leaves them as they are.
    """
    if not nights:
        return
    first, last = as_date(min(nights)), as_date(max(nights))
    for at, part in entries.parts.get("date", {}).items():
        if entries.dates[at] is None and part.last >= first:
            entries.draft.reject(at, _named(entries), _IS_OWN_YEAR, _OWN_HINT)
    for at, part in entries.parts.get("stop", {}).items():
        if not part.is_month and part.first <= last and part.last >= first:
            entries.draft.reject(at, entries.plan.of("stop")[0].named, _IS_OWN_YEAR, _OWN_HINT)


def _named(entries: Entries) -> str | None:
    return None if entries.date_plan is None else entries.date_plan.named


def note_year(entries: Entries, at: int) -> None:
    """Says how a start of which only the year is written was read."""
    entries.draft.note(at, _named(entries), _IS_YEAR, "assumed", _HINT)


def end_of_year(entries: Entries, at: int) -> pd.Timestamp | None:
    """The last day of the year that a row names as its date, and says so; None where it names none."""
    part = entries.parts.get("date", {}).get(at)
    if part is None:
        return None
    entries.draft.note(at, _named(entries), _IS_LAST_YEAR, "assumed", _HINT)
    return pd.Timestamp(part.last)


def last_days(
    draft: Draft, plan: Plan, texts: Sequence[str], values: Sequence[pd.Timestamp | None], today: date
) -> tuple[list[pd.Timestamp | None], dict[int, DatePart]]:
    """The last days of medicines, with those of which only the month or the year is written: the first day
    of the month, the last of the year, each said. Beside them what each leaves possible.
    """
    found, parts = list(values), dict[int, DatePart]()
    for at, text in enumerate(texts):
        part = date_part(text) if text and values[at] is None else None
        if part is None or part.first > today:
            continue
        parts[at] = part
        found[at] = pd.Timestamp(part.first if part.is_month else min(part.last, today))
        draft.note(at, plan.named, _IS_MONTH if part.is_month else _IS_LAST_YEAR, "assumed", _HINT, text)
    return found, parts
