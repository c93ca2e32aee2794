"""The blank diary: the next four weeks, or the nights of the plan, to print and fill in by pen, under the
columns of the template."""

from datetime import date, timedelta

from analysis import words
from analysis.journal import PART_OF, Plan, generic_name
from analysis.measures import MedicationPeriod, is_one_medicine
from analysis.report.letters import printable
from analysis.report.options import Keep
from analysis.report.page import typeset
from analysis.review import Review

NIGHTS = 28
_NIGHT = "Night of"
# Each heading with what is to be written under it.
_ALWAYS = {
    "Cramps": "how many; 0 for none",
    "Worst pain (0-10)": "0 none, 10 worst",
    "Time(s)": "as 02:30, 04:10",
    "How long (min)": "minutes",
    "Side": "left, right, both",
    "Muscle": "calf, foot, thigh",
}
_YES_NO, _DONE, _TAKEN = "yes or no", "done? yes or no", "dose, as 40 mg; 0 if not taken"
_MOST_MEDICINES = 4
_LONGEST_NAME, _LONGEST_PLAN = 24, 80
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
        "heads": [[head, hint] for head, hint in heads(review, keep).items()],
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


def heads(review: Review, keep: Keep) -> dict[str, str]:
    """The headings, which the program knows when the sheet is typed in, each with what is written under it.

    Beside the part of a plan stands whether it was kept: from that the nights off plan are told.
    """
    going_on = [period for period in review.medication_periods if period.end is None]
    plan = keep.plan_to_keep(review)
    tried = "" if plan is None or plan.end < keep.day else _short_name(printable(plan.what), _LONGEST_PLAN)
    # A medicine has one column: two could say unlike things of one night.
    others = [one for one in going_on if not (tried and _is_tried(tried, one))]
    taken = [_named(period) for period in others]
    done = _DONE if len(others) == len(going_on) else _TAKEN
    return {
        _NIGHT: "",
        **({f"{PART_OF}{tried}": "on: do it; off: leave it", tried: done} if tried else {}),
        **_ALWAYS,
        **{heading: _YES_NO for field, heading in _SIGNS if _wanted(review, field)},
        f"Water ({keep.volume})": "all day",
        "Walking/activity (min)": "minutes, all day",
        **dict.fromkeys(taken[:_MOST_MEDICINES], _TAKEN),
        "Notes": "illness, travel, a new medicine or dose, anything else",
    }


def _is_tried(tried: str, period: MedicationPeriod) -> bool:
    return is_one_medicine(generic_name(tried), period.generic or period.medication.lower())


def _wanted(review: Review, field: str) -> bool:
    return field in review.journal.nights.columns or any(
        sign.name == field and sign.status == "not_recorded" for sign in review.warning_signs
    )


def _short(when: date) -> str:
    """``Tue 2 Sep 2025``, which keeps to one line."""
    return f"{words.WEEKDAYS[when.weekday()]} {words.short_day(when)}"


def _named(period: MedicationPeriod) -> str:
    return _short_name(printable(words.medicine(period.medication, period.generic)), _LONGEST_NAME)


def _short_name(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
