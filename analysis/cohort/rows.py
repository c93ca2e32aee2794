"""One journal as one row, in which nobody can be recognised: no name, no date, no remark."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from math import isfinite, log
from pathlib import Path
from typing import Any

from analysis.cohort.pooled import NORMAL
from analysis.journal import JournalError, dictionary, read_journal
from analysis.measures import Rate, RateRatio, nights_of
from analysis.review import Review, review

Row = dict[str, Any]


class Rows(Collection[Row]):
    """So many rows, made anew whenever they are gone through: memory holds none of them.

    >>> rows = Rows(2, lambda: ({"journal": number} for number in (1, 2)))
    >>> len(rows), list(rows), {"journal": 2} in rows
    (2, [{'journal': 1}, {'journal': 2}], True)
    """

    def __init__(self, number: int, make: Callable[[], Iterator[Row]]) -> None:
        self._number, self._make = number, make

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Row]:
        return self._make()

    def __contains__(self, row: object) -> bool:
        return any(row == each for each in self)


@dataclass(frozen=True)
class How:
    """How every journal of a cohort is read and reviewed: the options of ``read_journal`` and ``review``."""

    reading: tuple[tuple[str, Any], ...] = ()
    reviewing: tuple[tuple[str, Any], ...] = ()


def journal_row(files: tuple[Path, ...], how: How) -> tuple[Row, list[Row]]:
    """The row of a journal, and a row for each question that was asked of it.

    Nights are counted from the first of the ledger, which is night 1; amounts and rates are those of the
    review's data. What a person calls a column or a medicine without a generic name is left out. Raises
    JournalError where no file gives a journal.
    """
    return row_of_files(tuple((path.name, str(path)) for path in files), how)


def row_of_files(files: tuple[tuple[str, bytes | str], ...], how: How) -> tuple[Row, list[Row]]:
    """The same of files as pairs: a name, and the content or the path."""
    reading = dict(how.reading)
    if who := reading.pop("choose", None):
        reading["choose"] = {name: who for name, _ in files}
    given = [at if isinstance(at, str) else (name, at) for name, at in files]
    try:
        journal = read_journal(given, **reading)
    except JournalError as refusal:
        raise JournalError(str(refusal)) from None  # its receipts hold cells, which stay where they are
    return rows_of(review(journal, **dict(how.reviewing)))


def rows_of(found: Review) -> tuple[Row, list[Row]]:
    nights = nights_of(found.journal)
    logged = nights.counts[nights.logged]
    gap = found.completeness.longest_gap
    often, recent = found.frequency, found.frequency.recent
    row: Row = {
        "nights": len(nights.dates),
        "nights_logged": int(logged.size),
        "cramp_nights": int((logged > 0).sum()),
        "cramps": float(logged.sum()),
        "unlogged_assumed_cramp_free": found.journal.unlogged_assumed_cramp_free,
        "per_week": often.overall.per_week,
        "low": often.overall.low,
        "high": often.overall.high,
        "reason": often.reason,
        "recent_per_week": recent.current.per_week,
        "recent_previous_per_week": recent.previous.per_week,
        **_ratio("recent_change", recent.change),
        "recent_verdict": recent.verdict,
        **_ratio("trend", often.trend.per_28_nights),
        "trend_verdict": often.trend.verdict,
        "completeness": found.completeness.share,
        "longest_gap": gap and gap.nights,
        "changes": len(found.medication_changes),
        "warning_signs": sum(sign.status == "recorded" for sign in found.warning_signs),
        **_receipts(found),
    }
    return row, list(_questions(found))


def _receipts(found: Review) -> Row:
    rows = [receipt.rows for receipt in found.journal.receipts]
    names = ("read", "used", "repaired", "duplicate", "rejected")
    return {f"rows_{name}": sum(getattr(each, name) for each in rows) for name in names}


def _questions(found: Review) -> list[Row]:
    first = found.journal.nights.index[0].date() if len(found.journal.nights) else None
    asked: list[Row] = []
    for answer in found.exposures:
        if answer.field in dictionary():
            about: Row = {"part": "exposures", "about": answer.field, "form": answer.form, "night": None}
            asked.append(about | _answer(answer.adjusted, answer.verdict, answer.reason))
    for change in found.medication_changes:
        about = {"part": "medication_changes", "about": change.drug_class, "form": change.change}
        about["night"] = _number(change.night, first)
        about |= _rate("before", change.before) | _rate("after", change.after)
        behind = change.season_behind
        season = {f"season_{name}": getattr(behind, name, None) for name in ("pull", "size", "error")}
        asked.append(about | _answer(change.change_ratio, change.verdict, change.reason) | season)
    return asked


def _answer(ratio: RateRatio, verdict: str, reason: str | None) -> Row:
    return {**_ratio("", ratio), "error": error_of(ratio), "verdict": verdict, "reason": reason}


def _rate(name: str, rate: Rate) -> Row:
    return {
        f"{name}_nights": rate.nights,
        f"{name}_cramps": rate.cramps,
        f"{name}_per_week": rate.per_week,
        f"{name}_error": error_of(RateRatio(rate.per_week, rate.low, rate.high, None)),
    }


def _ratio(name: str, ratio: RateRatio) -> Row:
    before = f"{name}_" if name else ""
    return {f"{before}ratio": ratio.ratio, f"{before}low": ratio.low, f"{before}high": ratio.high}


def error_of(ratio: RateRatio) -> float | None:
    """The standard error of a log ratio, from its 95 % interval; None where an end is open. [-]"""
    if not ratio.ratio or not ratio.low or ratio.high is None or not isfinite(ratio.high):
        return None
    width = log(ratio.high) - log(ratio.low)
    return width / (2 * NORMAL) if width > 0 else None


def _number(night: date, first: date | None) -> int | None:
    return None if first is None else (night - first).days + 1
