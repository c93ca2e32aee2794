"""What tells one comparison of the Medication part from another, whatever else the files come to hold."""

from analysis.review import Review


def comparison_keys(result: Review) -> list[str]:
    """A key for each change, then for each course, in their order."""
    changes = [
        f"{change.night} {change.medication} {change.change} {len(change.steps)}"
        for change in result.medication_changes
    ]
    return [*changes, *(f"course {course.medication}" for course in result.courses)]
