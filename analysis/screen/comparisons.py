"""The comparisons of the Medication part: what tells one from another, and a click on one in a chart."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from analysis.measures import Course, MedicationChange
from analysis.review import Review
from analysis.screen.session import Shown


def comparison_keys(result: Review) -> list[str]:
    """A key for each change, then for each course, in their order: the same one, whatever else the files come
    to hold."""
    changes = [
        f"{change.night} {change.medication} {change.change} {len(change.steps)}"
        for change in result.medication_changes
    ]
    return [*changes, *(f"course {course.medication}" for course in result.courses)]


def key_of_named(result: Review) -> str | None:
    """That of the change or course of the named question; None where it is none of them."""
    every: tuple[MedicationChange | Course, ...] = (*result.medication_changes, *result.courses)
    keys = comparison_keys(result)
    return next((key for key, each in zip(keys, every, strict=True) if each is result.named), None)


def opens_comparisons(
    open_change: Callable[[Sequence[str]], None], result: Review, shown: Shown
) -> dict[str, Any]:
    """What a chart is given so that a click calls ``open_change`` with the keys of all comparisons. On a
    phone nothing can be chosen: where something can, Streamlit makes a finger draw a box instead of moving
    the page."""
    if shown.display.narrow:
        return {}
    return {"on_select": partial(open_change, comparison_keys(result)), "selection_mode": "points"}
