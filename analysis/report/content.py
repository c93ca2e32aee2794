"""What stands on the page: the sentences and tables of the screen, in the order in which they are read."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from analysis import words
from analysis.measures import MedicationPeriod, WarningSign, without_entry
from analysis.report.letters import printable
from analysis.report.options import Keep
from analysis.review import Review

Content = dict[str, Any]
QUOTED = 4  # remarks that stand beside the signs
_GIVES = ("size", "questions", "medicines", "signs", "remarks", "asked", "letters", "notes")
# What gives way, step by step, where the sheet is full: rows of each table and list, letters of a remark.
LEVELS: tuple[dict[str, float], ...] = tuple(
    dict(zip(_GIVES, row, strict=True))
    for row in (
        (8.8, 14, 12, 9, 4, 8, 220, 6),
        (8.6, 12, 10, 9, 4, 6, 160, 5),
        (8.4, 11, 9, 9, 3, 5, 140, 4),
        (8.4, 10, 8, 9, 3, 5, 120, 4),
        (8.4, 9, 7, 9, 2, 4, 100, 3),
        (8.2, 8, 7, 9, 2, 4, 100, 3),
        (8.2, 7, 6, 9, 2, 4, 90, 3),
        (8.0, 6, 6, 8, 2, 3, 80, 3),
        (8.0, 5, 5, 7, 2, 3, 70, 2),
        (7.8, 4, 4, 6, 1, 2, 60, 2),
        (7.5, 3, 3, 5, 1, 2, 50, 2),
        (7.2, 3, 3, 3, 1, 1, 40, 1),
    )
)
_QUESTION_COLUMNS = ("Question", "Nights", "Rate ratio", "95 % CI", "Times as many", "Range", "Answer")
LONGEST = 400  # letters of any one text on the page


def page_content(review: Review, keep: Keep) -> Content:
    """Everything that stands on the page, as plain text: letters, lists and tables of letters."""
    wording, unused = keep.wording, words.could_hold_more(review.journal)
    person = review.journal.person
    facts = [line for line in words.say_person(person) if not line.startswith("To ask: ")]
    content: Content = {
        "title": f"Cramp journal of {keep.name.strip()}" if keep.name.strip() else "Cramp journal",
        "period": _period(review, keep),
        "facts": facts,
        "complete": [
            words.say_completeness(review.completeness, wording),
            words.say_assumption(review.journal),
            words.say_leaning(review.completeness, wording),
        ],
        "figures": [list(figure) for figure in words.say_figures(review, wording)],
        "better": better_or_worse(review, keep),
        "questions": questions_table(review, keep),
        "medicines": medicines_table(review.medication_periods),
        "signs": [sentence.lead for sentence in words.say_warning_signs(review.warning_signs, wording)],
        "guidance": words.say_guidance(review.warning_signs),
        "remarks": remarks(review),
        "not_recorded": words.say_not_recorded(
            review.warning_signs, wording, unused=unused, quoted=review.quoted
        ),
        "asked": list(person.questions) if keep.questions else [],
        "nothing": words.say_nothing_recorded("together", unused=unused),
        "how": how_it_was_worked_out(review, keep),
        "inside": _inside(keep),
        "nights": every_night(review) if keep.all_nights else [],
    }
    return {key: _plain(_without_blank(value)) for key, value in content.items()}


def better_or_worse(review: Review, keep: Keep) -> list[str]:
    """The last weeks against those before, and the trend; what changed since the last visit stands first."""
    often, assumed = review.frequency, words.assumes(review.journal)
    earlier, since = review.journal.earlier, review.since_visit
    return [
        ""
        if earlier is None or since is None
        else words.say_since_visit(since, earlier.made_on, keep.wording, assumed=assumed),
        words.say_recent(often.recent, keep.wording, assumed=assumed),
        words.say_trend(often.trend, keep.wording, assumed=assumed),
    ]


def questions_table(review: Review, keep: Keep) -> list[list[str]]:
    """Header and rows of everything that was asked, the clearest answer first; empty where nothing was."""
    rows = words.table_questions(review, keep.wording, keep.volume, keep.glass_ml)
    header = [name for name in _QUESTION_COLUMNS if any(name in row for row in rows)]
    return [header, *([_cell(row.get(name)) for name in header] for row in rows)] if rows else []


def medicines_table(periods: Sequence[MedicationPeriod]) -> list[list[str]]:
    """Header and rows of what was taken: dose, from and to; what is taken now stands first."""
    ordered = sorted(periods, key=lambda period: period.start or date.min, reverse=True)
    ordered.sort(key=lambda period: period.end or date.max, reverse=True)
    rows = [
        [
            f"{words.medicine(period.medication, period.generic)} {_dose(period)}".strip(),
            "before" if period.start is None else _short(period.start),
            "goes on" if period.end is None else _short(period.end),
        ]
        for period in ordered
    ]
    return [["Medicine", "From", "To"], *rows] if rows else []


def _dose(period: MedicationPeriod) -> str:
    return "" if period.dose is None else f"{period.dose:g} {period.unit or ''}".strip()


def _short(when: date) -> str:
    number, month, year = words.day(when).split(" ")
    return f"{number} {month[:3]} {year}"


def remarks(review: Review) -> list[str]:
    """What the patient wrote on nights that show a warning sign, the latest first: quoted, never counted."""
    nights = review.journal.nights
    if "notes" not in nights.columns:
        return []
    shown = {night for sign in review.warning_signs for night in _nights_of(sign)}
    notes = nights["notes"].dropna()
    written = [(stamp.date(), str(text)) for stamp, text in notes.items() if isinstance(stamp, pd.Timestamp)]
    found = [f"{words.day(night)}: “{text}”" for night, text in reversed(written) if night in shown]
    return found[:QUOTED]


def _nights_of(sign: WarningSign) -> Sequence[date]:
    return sign.nights if sign.status == "recorded" else ()


def every_night(review: Review) -> list[list[str]]:
    """Header and a row for each month: the cramps of each night, a dash where nothing is logged."""
    nights = review.journal.nights
    bare = without_entry(review.journal)
    rows: dict[tuple[int, int], list[str]] = {}
    for stamp, cramps, missing in zip(nights.index, nights["cramps"].tolist(), bare.tolist(), strict=True):
        month = rows.setdefault((stamp.year, stamp.month), [""] * 31)
        month[stamp.day - 1] = "–" if missing else f"{cramps:g}"
    named = ([f"{year}-{month:02d}", *days] for (year, month), days in rows.items())
    return [["Month", *(str(number) for number in range(1, 32))], *named] if rows else []


def how_it_was_worked_out(review: Review, keep: Keep) -> list[str]:
    """What the figures rest on, what they cannot tell, and that this is no medical device."""
    return [
        words.say_night_rule(review.journal),
        words.say_bounds(review.completeness, keep.wording),
        words.say_range_note(keep.wording),
        words.say_no_cause(keep.wording),
        _files(review),
        words.say_disclaimer(),
    ]


def _files(review: Review) -> str:
    used = [receipt for receipt in review.journal.receipts if receipt.error is None]
    if not used:
        return ""
    first = words.listing([f"{receipt.name} ({receipt.rows.used:,} rows used)" for receipt in used[:3]])
    more = f", and {words.count(len(used) - 3, 'more table')}" if len(used) > 3 else ""
    return f"Read from {first}{more}."


def _inside(keep: Keep) -> str:
    if keep.data_inside:
        return (
            "This file holds the journal itself: whoever has the file can read all of it. Open it in Cramp "
            "Journal beside the next month’s file, and the journal goes on from here."
        )
    return "This file holds this page only, not the journal."


def _period(review: Review, keep: Keep) -> str:
    made = f"Page made on {words.day(keep.day)}."
    nights = review.journal.nights.index
    if not len(nights):
        return f"No night is logged. {made}"
    first, last = nights[0].date(), nights[-1].date()
    return f"Nights of {words.day(first)} to {words.day(last)}. {made}"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.2f}"
    return words.day(value) if isinstance(value, date) else str(value)


def _without_blank(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [item for item in value if item.strip()]
    return value


def _plain(value: Any) -> Any:
    """Every text on one line and of a length that a sheet can hold."""
    if isinstance(value, str):
        line = printable(value)
        return line if len(line) <= LONGEST or line.count(" ") > 40 else f"{line[:LONGEST]}…"
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value]
