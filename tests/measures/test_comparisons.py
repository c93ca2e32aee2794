"""One stretch of nights against another: sums by hand, and what must not change an answer."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.measures import compare_periods
from tests.journals import make_journal
from tests.measures.test_frequency import poisson_counts


def test_two_periods_are_compared_as_they_were_chosen():
    """Oracle: sums by hand over January to March of two years; four times the cramps, on independent
    nights."""
    random = np.random.default_rng(6)
    counts = random.poisson(np.where(np.arange(500) < 365, 0.3, 1.2)).astype(float)
    journal = make_journal(counts, start="2025-01-01")
    one, other = (date(2025, 1, 1), date(2025, 3, 31)), (date(2026, 1, 1), date(2026, 3, 31))
    found = compare_periods(journal, one, other, freely_chosen=False)
    picked = compare_periods(journal, one, other)
    assert picked.change == found.change
    assert (picked.verdict, picked.q_value, picked.freely_chosen) == ("no_clear_difference", None, True)
    assert (found.previous.cramps, found.current.cramps) == (counts[:90].sum(), counts[365:455].sum())
    assert found.verdict == "more_cramps"
    assert found.change.ratio == pytest.approx(counts[365:455].sum() / counts[:90].sum(), rel=0.05)
    turned = compare_periods(journal, other, one, freely_chosen=False)
    assert turned.change.ratio * found.change.ratio == pytest.approx(1, rel=0.01)


def test_a_second_look_is_held_to_the_family_it_is_asked_alongside():
    """Oracle: Benjamini and Hochberg by hand. p of 0.03 among 19 others that show nothing has a q of 0.6."""
    counts = poisson_counts(150, seed=10)
    journal = make_journal(counts, start="2025-01-01")
    first, second = (date(2025, 1, 1), date(2025, 2, 25)), (date(2025, 3, 1), date(2025, 5, 20))
    alone = compare_periods(journal, first, second, freely_chosen=False)
    among = compare_periods(journal, first, second, alongside=[1.0] * 19 + [None], freely_chosen=False)
    assert alone.q_value == pytest.approx(alone.change.p_value)
    assert among.q_value == pytest.approx(min(1, 20 * alone.change.p_value))


def test_nights_in_both_periods_count_for_neither():
    """Oracle: 1 to 60 against 41 to 100 share 41 to 60, which leaves 40 on each side."""
    journal = make_journal(poisson_counts(120), start="2025-01-01")
    days = [day.date() for day in pd.date_range("2025-01-01", periods=120)]
    found = compare_periods(journal, (days[0], days[59]), (days[40], days[99]))
    assert (found.previous.nights, found.current.nights) == (40, 40)
