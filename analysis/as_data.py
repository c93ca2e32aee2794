"""A review as plain data, with the names that other programs may rely on."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.findings import Finding
from analysis.journal import Journal, Receipt
from analysis.measures import Rate, left_out, nights_of

if TYPE_CHECKING:
    from analysis.review import Review

FORMAT = "cramp-journal-review/2"
PARTS = (
    "frequency",
    "exposures",
    "medication_changes",
    "courses",
    "medication_periods",
    "spells",
    "intakes",
    "patterns",
    "completeness",
    "what_it_would_take",
    "warning_signs",
    "findings",
    "since_visit",
    "planned",
    "lost",
)


def review_as_data(review: "Review") -> dict[str, Any]:
    """Mappings, lists, text, numbers, booleans and None only: dates ISO, missing None, nothing rounded."""
    return {
        "format": FORMAT,
        "options": {
            "start": plain(review.start),
            "end": plain(review.end),
            "washout": review.washout,
            "hemisphere": review.hemisphere,
            "question": review.question,
            "left_out": plain(review.left_out),
        },
        "journal": _journal(review.journal),
        **{part: plain(getattr(review, part)) for part in PARTS},
        "findings": [_finding(found) for found in review.findings],
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {"about": found.about, "key": found.key, "verdict": found.verdict, "q_value": plain(found.q_value)}


def plain(value: Any) -> Any:
    """Any result as plain data. The fields of a ``rate`` stand beside the others of its result."""
    if is_dataclass(value) and not isinstance(value, type):
        return _flat({field.name: getattr(value, field.name) for field in fields(value)})
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | np.ndarray):
        return [plain(item) for item in value]
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if np.isfinite(value) else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"no plain form for {type(value).__name__}")


def _flat(named: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, item in named.items():
        if name == "rate" and isinstance(item, Rate):
            data.update(plain(item))
        elif name == "detail":
            data[name] = {key: plain(part) for key, part in item}
        else:
            data[name.removesuffix("_")] = plain(item)
    return data


def _journal(journal: Journal) -> dict[str, Any]:
    nights = nights_of(journal)
    logged = nights.counts[nights.logged]
    ends = [nights.night(0), nights.night(-1)] if len(nights.dates) else [None, None]
    return {
        "first_night": plain(ends[0]),
        "last_night": plain(ends[1]),
        "nights": len(nights.dates),
        "nights_logged": int(logged.size),
        "nights_left_out": int(left_out(journal).sum()),
        "cramp_nights": int((logged > 0).sum()),
        "cramps": float(logged.sum()),
        "unlogged_assumed_cramp_free": journal.unlogged_assumed_cramp_free,
        "never_says_none": journal.never_says_none,
        "not_read": _not_read(journal),
        "night_rule": {
            "dates_mean": journal.night_rule.dates_mean,
            "decided_by": journal.night_rule.decided_by,
        },
        "files": [_file(receipt) for receipt in journal.receipts],
    }


def _not_read(journal: Journal) -> dict[str, int]:
    read = [receipt.rows for receipt in journal.receipts if receipt.error is None]
    return {
        "files": len(journal.receipts) - len(read),
        "rows": sum(rows.rejected for rows in read),
        "of_rows": sum(rows.read for rows in read),
        "answers": journal.not_understood,
    }


def _file(receipt: Receipt) -> dict[str, Any]:
    """What became of a file, without a word of what its cells hold."""
    return {
        "name": receipt.name,
        "sheet": receipt.sheet,
        "sha256": receipt.sha256,
        "kind": receipt.kind,
        "encoding": receipt.encoding,
        "delimiter": receipt.delimiter,
        "date_order": receipt.date_order,
        "date_order_open": receipt.date_order_open,
        "error": receipt.error,
        "rows": plain(receipt.rows),
        "columns": [
            {"header": column.header, "field": column.field, "unit": column.unit}
            for column in receipt.columns
        ],
        "problems": [
            {"row": found.row, "column": found.column, "problem": found.problem, "action": found.action}
            for found in receipt.problems
        ],
    }
