"""The questions of many journals by what they are about. Oracle: counted by hand in the test."""

from math import log

import pytest

from analysis.cohort.command import pooled_as_data
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
    assert (len(group.log_values), group.refused) == (5, 9)
    assert group.reasons == {"too_few_nights": 6, OTHER_REASONS: 3}
    assert group.pooled is not None


def test_without_a_refusal_there_is_no_reason() -> None:
    [group] = groups_of([asked(number, None) for number in range(5)])
    assert (group.refused, group.reasons) == (0, {})


def test_what_is_pooled_has_the_name_of_what_it_is() -> None:
    """Five journals whose rate before a change is 2 a week and the ratio 0.5. Oracle: the logarithms, each
    under the name of a ratio or of a rate and no other."""
    rows: list[Row] = [
        {"journal": number, "part": "medication_changes", "about": "statin", "form": "start", "reason": None,
         "ratio": 0.5, "error": 0.2, "before_per_week": 2.0, "before_error": 0.1}
        for number in range(5)
    ]  # fmt: skip
    pooled = {each["part"]: each["pooled"] for each in pooled_as_data(groups_of(rows))}
    assert pooled["medication_changes"]["log_ratio"] == pytest.approx(log(0.5))
    assert pooled["rate_before"]["log_rate"] == pytest.approx(log(2.0))
    assert "log_rate" not in pooled["medication_changes"]
    assert "log_ratio" not in pooled["rate_before"]


def test_ratios_after_a_change_are_pooled_with_evened_errors() -> None:
    """Five journals, the first with ten times the cramps of each other one and the same error. Oracle: its
    weight, 90 of 126 by the cramps and one of five where one journal does not tell them."""
    rows: list[Row] = [
        {"journal": number, "part": "medication_changes", "about": "statin", "form": "start", "reason": None,
         "ratio": 0.8 if number else 0.5, "error": 0.6, "before_nights": 28, "after_nights": 28,
         "before_cramps": 5.0 if number else 50.0, "after_cramps": 4.0 if number else 40.0}
        for number in range(5)
    ]  # fmt: skip
    for told, weight in ((rows, 90 / 126), ([*rows[:4], rows[4] | {"after_nights": None}], 1 / 5)):
        [group] = [each for each in groups_of(told) if each.part == "medication_changes"]
        assert group.pooled is not None
        assert group.pooled.log_value == pytest.approx(weight * log(0.5) + (1 - weight) * log(0.8), abs=1e-9)
