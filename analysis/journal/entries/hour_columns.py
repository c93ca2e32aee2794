"""A column of hours without a unit: hours, minutes or seconds, by the size of its numbers."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import DecimalMark, read_number
from analysis.journal.columns import Plan
from analysis.journal.fields import Field
from analysis.journal.receipts import Draft

_HOURS_OF_A_DAY = 24.0


def unit_of_hours(known: Field, plan: Plan, unique: Sequence[str], decimal: DecimalMark, draft: Draft) -> str:
    """The unit of the bare numbers of a column of hours: more than a day has of hours are minutes, and more
    than it has of minutes seconds, where all but zeros are.
    """
    read = [read_number(text, decimal).value for text in unique]
    numbers = [number for number in read if number]
    if not numbers or min(numbers) <= _HOURS_OF_A_DAY:
        return "h"
    unit, name = ("min", "minutes") if max(numbers) <= 60 * _HOURS_OF_A_DAY else ("s", "seconds")
    if unit == "s" and not 60 * _HOURS_OF_A_DAY < min(numbers) <= max(numbers) <= 3600 * _HOURS_OF_A_DAY:
        return "h"
    draft.note(
        None, plan.named, f"no unit is given; numbers of this size are {name}", "assumed",
        f"name the unit in the header, such as {known.label} (h)",
    )  # fmt: skip
    draft.columns[plan.position] = replace(draft.columns[plan.position], unit=unit)
    return unit
