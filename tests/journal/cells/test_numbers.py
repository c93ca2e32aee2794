"""Pain and other numbers in a cell. Oracle: read by hand."""

import pytest

from analysis.journal.cells import (
    read_count,
    read_scale,
)
from tests.for_each import for_each


@for_each(
    ("text", "severity"),
    [
        ("7", 7),
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("3/10", 3),
        ("4/5", 8),
        ("4 out of 5", 8),
        ("4 von 10", 4),
        ("50/100", 5),
        ("0", 0),
        ("10", 10),
        ("mild", 2),
        ("moderate", 5),
        ("severe", 8),
        ("Mild", 2),
        ("very severe", 9),
        ("unbearable", 10),
        ("none", 0),
        ("mild to moderate", 5),
        ("leicht", 2),
        ("mäßig", 5),
        ("stark", 8),
        ("sehr stark", 9),
        ("modérée", 5),
        ("leve", 2),
        ("fuerte", 8),
        ("6-7", 7),
        ("5 quite bad", 5),
        ("pain 7", 7),
        ("4/5 in the calf", 8),
        ("7 (bad)", 7),
        ("+++", 8),
        ("03-Oct", 3),
        ("2024-10-03 00:00:00", 3),
        ("2024-03-10", 3),
    ],
)
def test_severity(text: str, severity: float) -> None:
    assert read_scale(text).value == pytest.approx(severity)


def test_severity_on_the_scale_of_the_header() -> None:
    assert read_scale("4", out_of=5).value == 8
    assert read_scale("4/10", out_of=5).value == 4
    assert read_scale("6", out_of=5).value is None


@pytest.mark.parametrize("text", ["14", "11/10", "12 out of 10", "-3", "awake", "2024-09-22", "3/0"])
def test_impossible_severity_is_set_aside_and_never_clipped(text: str) -> None:
    cell = read_scale(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("5/10 & 8/10", 8),
        ("8/10, 5/10", 8),
        ("2/5 and 4/5", 8),
        ("4/10 then later 6/10", None),
        ("4/5 calf", 8),
    ],
)
def test_of_several_scores_the_worst_counts(text: str, severity: float | None) -> None:
    """By hand; where words stand between two scores, neither is taken."""
    assert read_scale(text).value == severity


@for_each(
    ("text", "count"),
    [
        ("0 (quinine 200 mg)", 0),
        ("0, took magnesium", 0),
        ("0 (2 tablets)", 0),
        ("0 (500 ml water)", 0),
        ("none (took 2 magnesium)", 0),
        ("2 - bad", 2),
        ("1 (magnesium 300 mg)", 1),
        ("0 (2)", None),
        ("0 (1 in the afternoon)", None),
        ("0 (5 min)", None),
        ("0 (magnesium 200 mg, 2 cramps)", None),
        ("a", None),
    ],
)
def test_a_dose_beside_none_is_no_second_number(text: str, count: float | None) -> None:
    """By hand: a dose or what was drunk says nothing of cramps; any other number may be theirs."""
    assert read_count(text).value == count
