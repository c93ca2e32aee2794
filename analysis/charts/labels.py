"""Short texts of the charts: numbers, dates, doses, nights. Words out of a file are made harmless here."""

from datetime import date
from math import floor, isfinite, log10
from textwrap import wrap

import pandas as pd

from analysis import words
from analysis.charts.template import LETTER, Display
from analysis.measures import Course, ExposureAnswer, Level, MedicationChange, Rate

MONTHS = tuple(name[:3] for name in words.MONTHS)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def plain(text: str) -> str:
    """Text from a file as text: a chart reads ``<b>`` as bold and ``&lt;`` as a sign."""
    spaced = " ".join(text.split())
    return spaced.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str, letters: int) -> str:
    """At most ``letters`` characters, the last an ellipsis where something was cut; to call before
    ``plain``."""
    spaced = " ".join(text.split())
    return spaced if len(spaced) <= letters else spaced[: letters - 1].rstrip() + "…"


def remarks_below(nights: pd.DataFrame) -> list[str]:
    """What the patient wrote of each night, in lines to stand below it on hover; empty where nothing."""
    if "notes" not in nights.columns:
        return [""] * len(nights)
    lines = [in_lines(text, 48, 3) if isinstance(text, str) else [] for text in nights["notes"].tolist()]
    return [f"<br>“{'<br>'.join(map(plain, found))}”" if found else "" for found in lines]


def in_lines(text: str, letters: int, most: int = 2) -> list[str]:
    """``text`` in lines of at most ``letters``; after ``most`` of them an ellipsis. To call before
    ``plain``."""
    found = wrap(text, letters)
    if len(found) <= most:
        return found
    return [*found[: most - 1], shortened(" ".join(found[most - 1 :]), letters)]


def said(word: str | None, otherwise: str) -> str:
    """A word of the journal with a capital, or what stands for its absence; not yet made harmless."""
    return word[:1].upper() + word[1:] if word else otherwise


def letters_in(room: float, size: float) -> int:
    """How many letters surely fit into ``room`` [px]."""
    return int(room / (LETTER * size))


def text_width(text: str, size: float) -> float:
    """Room that a line of text takes [px]; on the wide side, because fonts differ between machines."""
    return LETTER * size * len(text) + 2


def number(value: float, digits: int = 2) -> str:
    """Two significant digits below ten, whole numbers above, thousands marked: 0.43, 2.6, 14, 1,500."""
    if not isfinite(value):
        return "∞"
    if value == 0:
        return "0"
    places = max(0, digits - 1 - floor(log10(abs(value))))
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def per_week(value: float) -> str:
    """A rate with one decimal below ten, rounded half up as in the sentences. [cramps/week]"""
    value += 1e-9
    return f"{value:.0f}" if value >= 9.95 else f"{value:.1f}"


def counted(count: float, one: str, many: str | None = None) -> str:
    """``1 night``, ``24 nights``."""
    return f"{number(count, 6)} {one if count == 1 else many or one + 's'}"


def day(when: date, *, year: bool = True) -> str:
    text = f"{when.day} {MONTHS[when.month - 1]}"
    return f"{text} {when.year}" if year else text


def weekday_day(when: date) -> str:
    return f"{WEEKDAYS[when.weekday()]} {day(when)}"


def days(start: date, end: date) -> str:
    """``3 to 9 May 2025``, both included."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    return f"{day(start, year=start.year != end.year)} to {day(end)}"


def rate_words(rate: Rate) -> str:
    """A rate with its interval and the nights that it rests on, logged or taken as free of cramps."""
    if rate.per_week is None:
        return f"no rate: {counted(rate.nights, 'night')}"
    between = (
        "" if rate.low is None or rate.high is None else (f" ({per_week(rate.low)} to {per_week(rate.high)})")
    )
    return (
        f"{per_week(rate.per_week)} cramps a week{between}<br>"
        f"{counted(rate.cramps, 'cramp')} in {counted(rate.nights, 'night')}"
    )


def dose(amount: float | None, unit: str | None) -> str:
    if amount is None:
        return ""
    return f"{number(amount, 4)} {plain(unit)}" if unit else number(amount, 4)


def medicine(generic: str | None, medication: str) -> str:
    """The generic name with a capital, else the name as the person wrote it."""
    name = generic or medication
    return name[:1].upper() + name[1:]


def as_written(medication: str, generic: str | None, letters: int) -> str:
    """A medicine by the name that the person wrote, with its generic name where both are at most ``letters``.

    >>> as_written("vitamin K2", "menaquinone-7", 20), as_written("Lasix", "furosemide", 20)
    ('Vitamin K2', 'Lasix (furosemide)')
    """
    both = words.medicine(medication, generic)
    name = both if len(both) <= letters else medication
    return shortened(name[:1].upper() + name[1:], letters)


def change_name(change: MedicationChange, *, letters: int = 40) -> str:
    """``Magnesium started``, ``Switched to Rosuvastatin``, ``Gabapentin lowered in steps``; the medicine in
    at most ``letters``; not yet made harmless."""
    name = as_written(change.medication, change.generic, letters)
    if change.switched_from is not None:
        return f"Switched to {name}"
    in_steps = " in steps" if change.steps and change.change != "pause" else ""
    return f"{name} {words.CHANGED.get(change.change, 'changed')}{in_steps}"


def change_dose(change: MedicationChange) -> str:
    """``20 to 40 mg``, ``400 mg`` or nothing."""
    before, after = change.dose_before, change.dose_after
    if before is not None and after is not None and before != after:
        return f"{number(before, 4)} to {dose(after, change.unit)}"
    return dose(after if after is not None else before, change.unit)


def course_name(course: Course, *, letters: int = 40) -> str:
    """``Prednisone: on v off``; not yet made harmless."""
    return f"{shortened(medicine(course.generic, course.medication), letters)}: on v off"


def step(answer: ExposureAnswer, display: Display) -> str:
    """The natural step in the reader's unit: ``500 mL``, ``17 fl oz``, ``2 glasses``, ``30 min``."""
    size = answer.step or 1.0
    unit = (answer.unit or "").removesuffix("/day")
    if unit == "h":
        return "hour" if size == 1 else f"{number(size, 4)} hours"
    if unit == "mL":
        if display.volume == "mL":
            return f"{number(size, 4)} mL"
        factor, shown = display.unit("mL")
        return f"{number(size * factor)} {shown}"
    return unit.removesuffix("s") if size == 1 else f"{number(size, 4)} {unit}".strip()


def question(answer: ExposureAnswer, display: Display) -> str:
    """What one exposure's ratio compares: ``Fluid: per extra 500 mL``; not yet made harmless."""
    if answer.form == "yes_no":
        return f"{answer.label}: yes v no"
    if answer.form == "per_step":
        return f"{answer.label}: per extra {step(answer, display)}"
    side, way = ("above", "more") if answer.form == "above_usual" else ("below", "less")
    label = answer.label if "usual" in answer.label.lower() else f"{answer.label} {side} usual"
    return f"{label}: per {step(answer, display)} {way}"


def level(item: Level, factor: float, *, counted: bool = False) -> str:
    """The bounds of a level in the reader's unit: ``under 1.2``, ``1.2 to 1.5``, ``2.1 or more``; ``1 to
    under 2`` where people count in whole numbers. Converted bounds have two digits, as in the sentences."""
    if item.label and not any(letter in "0123456789" for letter in item.label):
        return plain(item.label)  # yes, no, or the name of a level
    digits = 3 if factor in (1.0, 0.001) else 2
    low = None if item.from_ is None else number(item.from_ * factor, digits)
    high = None if item.to is None else number(item.to * factor, digits)
    if low is None and high is None:
        return plain(item.label)
    if low is None:
        return f"under {high}"
    if high is None:
        return f"{low} or more"
    return f"{low} to {'under ' if counted else ''}{high}"
