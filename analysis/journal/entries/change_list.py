"""What tables of their own say of medicines: a list of changes, of medicines with dates, or of doses."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from analysis.journal.entries.dose_logs import is_dose_log, log_of_doses
from analysis.journal.entries.list_rows import ListRows
from analysis.journal.entries.parts_of_dates import reject_own_years
from analysis.journal.entries.same_rows import Row, settle
from analysis.journal.entries.table import Entries
from analysis.journal.medicines import (
    ENDS,
    Log,
    Medicine,
    Memory,
    Statement,
)
from analysis.journal.receipts import USED


class Told(NamedTuple):
    """What all tables say: ``changes`` and stretches told at once, ``logs`` of single nights."""

    changes: list[Statement]
    logs: list[Log]


def statements_of_lists(
    tables: Sequence[Entries], files: Sequence[int], memory: Memory, nights: Collection[int]
) -> Told:
    """What all tables about medicines say; the same change of the same night twice is one. ``memory`` keeps
    the words already read, ``nights`` are those of the journal [days since 1970-01-01].
    """
    by_key: dict[tuple[int | None, str, str], list[tuple[Row, Statement]]] = defaultdict(list)
    logs: list[Log] = []
    for entries, file in zip(tables, files, strict=True):
        if is_dose_log(entries):
            logs += filter(None, [log_of_doses(entries, memory)])
            continue
        reject_own_years(entries, nights)
        rows = ListRows(entries, memory)
        order = sorted(range(len(entries)), key=lambda at: (entries.dates[at] or pd.Timestamp.min, at))
        for at in order:
            if entries.draft.status[at] != USED:
                continue
            for found in rows.read(at):
                one = found.medicine
                values = {"dose": one.dose, "unit": one.unit, "reason": found.reason}
                told = {name: value for name, value in values.items() if value is not None}
                by_key[found.night, found.key, found.said].append((Row(entries, file, at, told), found))
    settled = [_settled(pairs) for pairs in by_key.values()]
    _without_repeated_starts(by_key.values())
    return Told(settled, logs)


def _without_repeated_starts(told: Iterable[Sequence[tuple[Row, Statement]]]) -> None:
    """Marks the rows that start what is being taken at the same dose: they change nothing."""
    pairs = [pair for found in told for pair in found if pair[0].entries.draft.status[pair[0].at] == USED]
    of_row = Counter((id(row.entries), row.at) for row, _ in pairs)
    taking: dict[str, tuple[Row, Statement]] = {}
    for row, one in sorted(pairs, key=lambda pair: (pair[1].night is not None, pair[1].night or 0)):
        before = taking.get(one.key)
        if one.said in ENDS:
            if taking.pop(one.key, None) is None:
                taking.clear()  # all medicines, or one by another name
        elif one.said != "start" or before is None or not _same(one.medicine, before[1].medicine):
            taking[one.key] = (row, one)
        elif of_row[id(row.entries), row.at] == 1 and not one.reason:
            row.entries.draft.duplicate(row.at, f"{before[0].where} says already that it is taken")


def _same(one: Medicine, before: Medicine) -> bool:
    return one.dose is None or (one.dose, one.unit) == (before.dose, before.unit)


def _settled(pairs: Sequence[tuple[Row, Statement]]) -> Statement:
    """The one change that several rows tell."""
    if len(pairs) > 1:
        settle([row for row, _ in pairs], "change")
    counting = [found for row, found in pairs if row.entries.draft.status[row.at] == USED] or [pairs[-1][1]]
    first = counting[0]
    for other in counting[1:]:
        one, two = first.medicine, other.medicine
        if one.dose is None or one.unit is None:
            dose = two.dose if one.dose is None else one.dose
            first = replace(first, medicine=replace(one, dose=dose, unit=one.unit or two.unit))
        first = replace(first, reason=first.reason or other.reason)
    return first
