"""Parts that are lost one by one. Oracle: the measure without the fault, and the place of what was lost."""

from collections.abc import Callable
from typing import Any

import pytest

from analysis.faults import Lost, attempt
from analysis.journal import Journal, read_journal
from analysis.measures import ExposureAnswer, exposures, frequency, medication_changes
from analysis.measures.parts import call, settled_among
from tests.for_each import for_each
from tests.journal_files import sample

FIELDS = ("overall", "recent", "trend", "cramp_nights_share", "weeks", "months", "rolling_per_week")


def losing(number: int, of: str) -> Callable[..., Any]:
    """Runs each part, but the one of that number (from 0) among those of that name fails."""
    called = [0]

    def run(make: Callable[..., Any], *given: Any, **named: Any) -> Any:
        name = getattr(make, "__name__", "")
        called[0] += name == of
        fails = name == of and called[0] == number + 1
        return attempt(broken if fails else make, *given, **named)

    return run


def broken(*_: object, **__: object) -> None:
    raise ValueError("of a part")


@pytest.fixture(scope="module")
def journal() -> Journal:
    return read_journal(sample())


def test_results_are_settled_without_the_lost_and_keep_their_places() -> None:
    settled = settled_among(["b", 3, "a"], str, sorted)
    assert settled == ("a", 3, "b")
    assert call(max, 1, 2) == 2


@pytest.fixture(scope="module")
def whole_exposures(journal: Journal) -> tuple[ExposureAnswer, ...]:
    return exposures(journal)


@pytest.mark.parametrize("part", ["refused_question", "answer_of"])
def test_one_exposure_that_fails_leaves_the_others(
    journal: Journal, whole_exposures: tuple[ExposureAnswer, ...], part: str
) -> None:
    """But for its part in the joint model, where it is refused by a fault: then the crude ratios are the
    oracle."""
    whole, left = whole_exposures, exposures(journal, run=losing(1, part))
    assert [isinstance(each, Lost) for each in left] == [at == 1 for at in range(len(whole))]
    for before, after in zip(whole, left, strict=True):
        if not isinstance(after, Lost):
            assert (after.question, after.crude, after.levels) == (
                before.question,
                before.crude,
                before.levels,
            )
            if part == "answer_of":
                assert after.adjusted == before.adjusted


def test_one_change_that_fails_leaves_the_others(journal: Journal) -> None:
    whole, left = medication_changes(journal), medication_changes(journal, run=losing(0, "_compare"))
    assert [isinstance(each, Lost) for each in left] == [each.asked == whole[0].asked for each in whole]
    for before, after in zip(whole, left, strict=True):
        if not isinstance(after, Lost):
            assert (after.medication, after.change_ratio) == (before.medication, before.change_ratio)


@for_each(
    ("part", "costs"),
    [
        ("_overall", {"overall"}),
        ("_recent", {"recent"}),
        ("trend", {"trend"}),
        ("_share", {"cramp_nights_share"}),
        ("_weeks", {"weeks"}),
        ("_months", {"months"}),
        ("rolling_rate", {"rolling_per_week"}),
        ("rolling_band", set()),
    ],
)
def test_one_part_of_the_frequency_that_fails_leaves_the_others(
    journal: Journal, part: str, costs: set[str]
) -> None:
    left = frequency(journal, run=losing(0, part))
    assert {name for name in FIELDS if isinstance(getattr(left, name), Lost)} == costs
    assert isinstance(left.rolling_high, Lost) == part.startswith("rolling")
    assert isinstance(left.cramps_per_cramp_night, Lost) == (part == "_share")
