"""The blank diary: the next four weeks to print and fill in by pen, under the columns of the template."""

from datetime import date, timedelta

from analysis import words
from analysis.measures import MedicationPeriod
from analysis.report.letters import printable
from analysis.report.options import Keep
from analysis.report.page import typeset
from analysis.review import Review

NIGHTS = 28
_ALWAYS = ("Night of", "Cramps", "Worst pain (0-10)", "Time(s)", "How long (min)", "Side", "Muscle")
_MOST_MEDICINES = 4
_LONGEST_NAME = 24
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# What is asked for only where the journal has it, or where it lacks it and a warning sign needs it.
_SIGNS = (("swelling", "Swelling"), ("numbness", "Numbness"))


def write_diary(review: Review, keep: Keep | None = None) -> bytes:
    """One sheet as PDF with a row for each of the next 28 nights, in the patient's units and medicines."""
    keep = keep or Keep()
    data = {
        "title": words.say_title(keep.name, "diary"),
        "how": [words.say_how_to_fill_in()],
        "columns": columns(review, keep),
        "nights": [_short(keep.day + timedelta(days=night)) for night in range(NIGHTS)],
        "paper": keep.paper,
    }
    return typeset("diary.typ", data, keep, "pdf")[0]


def columns(review: Review, keep: Keep) -> list[str]:
    """The headings, which the program knows when the sheet is typed in."""
    taken = [period for period in review.medication_periods if period.end is None]
    asked = [heading for field, heading in _SIGNS if _wanted(review, field)]
    return [
        *_ALWAYS,
        *asked,
        f"Water ({keep.volume})",
        "Walking/activity (min)",
        *dict.fromkeys(_named(period) for period in taken[:_MOST_MEDICINES]),
        "Notes",
    ]


def _wanted(review: Review, field: str) -> bool:
    return field in review.journal.nights.columns or any(
        sign.name == field and sign.status == "not_recorded" for sign in review.warning_signs
    )


def _short(when: date) -> str:
    """``Tue 2 Sep 2025``, which keeps to one line."""
    number, month, year = words.day(when).split(" ")
    return f"{_WEEKDAYS[when.weekday()]} {number} {month[:3]} {year}"


def _named(period: MedicationPeriod) -> str:
    name = printable(words.medicine(period.medication, period.generic))
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
