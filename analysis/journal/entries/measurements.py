"""Blood tests and examinations: one row a result."""

import re
from collections.abc import Sequence

import pandas as pd

from analysis.journal.cells import plain, range_of, read_number
from analysis.journal.entries.table import Entries
from analysis.journal.model import no_measurements
from analysis.journal.receipts import USED

_NUMBER_AND_UNIT = re.compile(r"([<>≤≥=~]{0,2} ?\d[\d.,' ]{0,20}) ?([a-zµμ%/][^\s]{0,15})?")
_UPPER = re.compile(r"(?:<|<=|≤|up to|bis|max\.?) ?(\d[\d.,]{0,15})")
_LOWER = re.compile(r"(?:>|>=|≥|from|over|ab|min\.?) ?(\d[\d.,]{0,15})")


def measurement_table(tables: Sequence[Entries]) -> pd.DataFrame:
    """All results by date; the same result given twice counts once."""
    seen: set[tuple[object, ...]] = set()
    rows: list[tuple[pd.Timestamp, str, float | None, str | None, float | None, float | None]] = []
    for entries in tables:
        decimal = "," if entries.draft.delimiter == ";" else "."
        columns = {
            name: entries.column(name) for name in ("test", "result", "dose_unit", "low", "high", "range")
        }
        for at, date in enumerate(entries.dates):
            if entries.draft.status[at] != USED or date is None:
                continue
            test = columns["test"][at]
            if not test:
                entries.draft.reject(at, None, "the row names no test", "write what was measured")
                continue
            result, unit = _result(entries, at, columns["result"][at], decimal)
            low, high = (_limit(entries, at, name, columns[name][at], decimal) for name in ("low", "high"))
            if columns["range"][at]:
                ends = _ends(columns["range"][at], decimal)
                low, high = (ends[0] if low is None else low), (ends[1] if high is None else high)
            row = (date, test, result, columns["dose_unit"][at] or unit, low, high)
            key = (date, plain(test), *row[2:])
            if key in seen:
                entries.draft.duplicate(at, "this result is there already")
                continue
            seen.add(key)
            rows.append(row)
    if not rows:
        return no_measurements()
    rows.sort(key=lambda row: (row[0], plain(row[1]), row[2] is None, row[2] or 0.0))
    return pd.DataFrame(
        {
            "date": pd.Series([row[0] for row in rows], dtype="datetime64[us]"),
            "test": pd.Series([row[1] for row in rows], dtype="str"),
            "result": pd.Series([row[2] for row in rows], dtype="float64"),
            "unit": pd.Series([row[3] for row in rows], dtype="str"),
            "low": pd.Series([row[4] for row in rows], dtype="float64"),
            "high": pd.Series([row[5] for row in rows], dtype="float64"),
        }
    )


def _result(entries: Entries, at: int, text: str | None, decimal: str) -> tuple[float | None, str | None]:
    if not text:
        return None, None
    found = _NUMBER_AND_UNIT.fullmatch(plain(text[:80]))
    number = read_number(
        found[1].strip("<>≤≥=~ ") if found else text[:80], "," if decimal == "," else "."
    ).value
    if number is None or number != number or abs(number) == float("inf"):
        entries.draft.note(
            at,
            _named(entries, "result"),
            "this is no number",
            "set_aside",
            "write the number that was found",
            text,
        )
        return None, None
    if found and found[1][0] in "<>≤≥":
        entries.draft.note(
            at, _named(entries, "result"), "a bound, read as the number in it", "repaired", cell=text
        )
    return number, found[2] if found else None


def _limit(entries: Entries, at: int, name: str, text: str | None, decimal: str) -> float | None:
    if not text:
        return None
    number = read_number(text.strip("<>≤≥=~ "), "," if decimal == "," else ".").value
    if number is None:
        entries.draft.note(at, _named(entries, name), "this is no number", "set_aside", cell=text)
    return number


def _ends(text: str, decimal: str) -> tuple[float | None, float | None]:
    words, mark = plain(text[:80]).strip("()[] "), "," if decimal == "," else "."
    if ends := range_of(words, "," if mark == "," else "."):
        return ends
    if found := _UPPER.match(words):
        return None, read_number(found[1], "," if mark == "," else ".").value
    if found := _LOWER.match(words):
        return read_number(found[1], "," if mark == "," else ".").value, None
    return None, None


def _named(entries: Entries, field: str) -> str | None:
    plans = entries.plan.of(field)
    return plans[0].named if plans else None
