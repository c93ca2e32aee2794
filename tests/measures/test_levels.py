"""The rate at each level: bounds and sums by hand."""

import numpy as np
import pytest

from analysis.measures.levels import levels
from analysis.measures.questions import declared_questions
from analysis.measures.windows import nights_of
from tests.journals import make_journal


def levels_of(field, values, counts=None):
    counts = [0, 1] * (len(values) // 2) if counts is None else counts
    journal = make_journal(counts, fields={field: values})
    nights = nights_of(journal)
    return levels(declared_questions(journal, nights)[0], nights, None)


def test_few_different_numbers_are_levels_by_themselves():
    """Oracle: by hand; 20 nights with 0, 1 and 2 drinks each, and 10 with 3, too few for a level of their
    own."""
    found = levels_of("alcohol", [0.0] * 20 + [1.0] * 20 + [2.0] * 20 + [3.0] * 10)
    assert [(level.from_, level.to, level.label) for level in found] == [
        (None, 1, "<1"),
        (1, 2, "1–2"),
        (2, None, "≥2"),
    ]
    assert [level.rate.nights for level in found] == [20, 20, 30]


def test_many_different_numbers_are_cut_at_round_ones_with_enough_nights_in_each():
    """Oracle: even amounts from 1 to 3 L, so the fifths are near 1.4, 1.8, 2.2 and 2.6 L."""
    found = levels_of("hydration", np.linspace(1000, 3000, 200))
    assert [level.to for level in found[:-1]] == pytest.approx([1400, 1800, 2200, 2600], abs=100)
    assert all(level.to % 100 == 0 for level in found[:-1])
    assert min(level.rate.nights for level in found) >= 14
    assert sum(level.rate.nights for level in found) == 200


def test_yes_and_no_by_hand():
    """Oracle: a cramp on every second night without, none with."""
    [no, yes] = levels_of("stretching", [False] * 20 + [True] * 10, [0, 1] * 10 + [0] * 10)
    assert (no.label, no.rate.nights, no.rate.per_week) == ("no", 20, 3.5)
    assert (yes.label, yes.rate.nights, yes.rate.per_week) == ("yes", 10, 0)


def test_only_logged_nights_on_which_the_exposure_is_known_count():
    """Oracle: by hand; a night without the one or the other is in no level."""
    values = [1.0] * 20 + [None] * 5 + [2.0] * 20
    counts = [None] * 3 + [1] * 42
    assert sum(level.rate.nights for level in levels_of("caffeine", values, counts)) == 37


def test_each_level_of_activity_has_its_own_nights_and_none_that_nobody_logged():
    """Oracle: by hand: 20 nights of none, 10 vigorous, each with its own count."""
    names = ["none", "vigorous", "none"] * 10
    found = levels_of("activity_level", names, [2 if name == "vigorous" else 1 for name in names])
    assert [(level.label, level.from_, level.to) for level in found] == [("none", 0, 1), ("vigorous", 3, 4)]
    assert [(level.rate.nights, level.rate.cramps) for level in found] == [(20, 20), (10, 20)]


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [
        # 14 nights are a level, 13 are joined to the one below.
        ((14, 14), [1]),
        ((14, 13), []),
        ((13, 14), []),
        ((14, 14, 14), [1, 2]),
        ((14, 13, 14), [1]),
        ((20, 20, 13), [1]),
        ((7, 7, 14), [2]),
    ],
)
def test_a_level_holds_two_weeks_of_nights(counts, bounds):
    """Oracle: sums by hand."""
    values = [float(value) for value, number in enumerate(counts) for _ in range(number)]
    found = levels_of("alcohol", values, [1] * len(values))
    assert [level.to for level in found[:-1]] == bounds
    assert sum(level.rate.nights for level in found) == sum(counts)


GLASS, CUP, OUNCE = 250.0, 236.588, 29.5735


@pytest.mark.parametrize(("unit", "least", "most"), [(GLASS, 4, 10), (CUP, 5, 12), (OUNCE, 40, 96)])
def test_levels_are_round_in_what_the_person_counts_in(unit, least, most):
    """Oracle: by hand: who writes whole glasses, cups or ounces has bounds of whole ones, though none of them
    is a round number of mL."""
    rng = np.random.default_rng(5)
    amounts = rng.integers(least, most + 1, 300)
    found = levels_of("hydration", amounts * unit)
    counted = [level.to / unit for level in found[:-1]]
    assert len(counted) >= 2
    assert counted == pytest.approx([round(bound) for bound in counted], abs=1e-6)
    lower = [0, *(round(bound) for bound in counted)]
    upper = [*lower[1:], most + 1]
    nights = [
        int(((amounts >= low) & (amounts < high)).sum()) for low, high in zip(lower, upper, strict=True)
    ]
    assert [level.rate.nights for level in found] == nights


def test_one_bottle_among_the_glasses_leaves_the_levels_round():
    """Oracle: by hand: one day in 100 that was written in another unit does not change what is counted in."""
    amounts = [GLASS * (4 + place % 7) for place in range(100)]
    amounts[50] = 1330.0
    assert all(level.to % GLASS == 0 for level in levels_of("hydration", amounts)[:-1])
