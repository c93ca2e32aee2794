"""The questions of many journals by what they are about. Oracle: counted by hand in the test."""

from analysis.cohort.groups import groups_of
from analysis.cohort.rows import Row
from analysis.words import OTHER_REASONS


def asked(journal: int, reason: str | None, ratio: float | None = 0.8) -> Row:
    error = None if ratio is None else 0.2
    return {
        "journal": journal, "part": "exposures", "about": "hydration", "form": "per_step", "reason": reason,
        "ratio": ratio, "error": error,
    }  # fmt: skip


def test_refusals_are_counted_by_reason_but_few_of_a_kind_together() -> None:
    """Six of one reason, two of another and one whose ratio is open: the last three stand together, as a
    reason of fewer than five journals could tell whose it is."""
    rows = [asked(number, None) for number in range(5)]
    rows += [asked(number, "too_few_nights", None) for number in range(5, 11)]
    rows += [asked(11, "no_cramps", None), asked(12, "no_cramps", None), asked(13, None, None)]
    [group] = groups_of(rows)
    assert (len(group.log_ratios), group.refused) == (5, 9)
    assert group.reasons == {"too_few_nights": 6, OTHER_REASONS: 3}
    assert group.pooled is not None


def test_without_a_refusal_there_is_no_reason() -> None:
    [group] = groups_of([asked(number, None) for number in range(5)])
    assert (group.refused, group.reasons) == (0, {})
