"""The blank diary: the next four weeks, or the nights of the plan, to print and fill in by pen, under the
columns of the template."""

from datetime import date, timedelta

from analysis import words
from analysis.journal import Plan
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
    """A sheet as PDF with a row for each of the next 28 nights, in the patient's units and medicines; with a
    plan, as many sheets as its nights fill."""
    keep = keep or Keep()
    plan = keep.plan_to_keep(review)
    data = {
        "title": words.say_title(keep.name, "diary"),
        "how": [words.say_how_to_fill_in()],
        "columns": columns(review, keep),
        "plan": "" if plan is None or not plan.what else f"Plan: {_short_name(printable(plan.what))}",
        "sheets": sheets(keep, plan),
        "paper": keep.paper,
    }
    return typeset("diary.typ", data, keep, "pdf")[0]


def sheets(keep: Keep, plan: Plan | None) -> list[list[list[str]]]:
    """The nights of each sheet: the next 28, or all that are still to come of a plan, each with its part."""
    if plan is None or plan.end < keep.day:
        return [[[_short(keep.day + timedelta(days=night))] for night in range(NIGHTS)]]
    first = max(plan.start, keep.day)
    nights = [first + timedelta(days=night) for night in range((plan.end - first).days + 1)]
    rows = [[_short(night), *_part(plan, night)] for night in nights]
    return [rows[at : at + NIGHTS] for at in range(0, len(rows), NIGHTS)]


def _part(plan: Plan, night: date) -> list[str]:
    """The part of the plan that a night belongs to; nothing where nothing is tried."""
    if not plan.what:
        return []
    return [words.label_block(plan, block) for block in plan.blocks if block.first <= night <= block.last]


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
    return f"{_WEEKDAYS[when.weekday()]} {words.short_day(when)}"


def _named(period: MedicationPeriod) -> str:
    return _short_name(printable(words.medicine(period.medication, period.generic)))


def _short_name(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
