"""Whether a direction still holds. Oracle: by hand."""

import numpy as np
import pytest

from analysis.measures import medication_changes, with_now
from analysis.review import review
from tests.measures.test_asked_changes import journal_with, night, told


@pytest.mark.parametrize(("late", "holds"), [(0.1, True), (1.6, False)])
def test_a_direction_says_whether_it_still_holds(late, holds):
    """Oracle: journals made with many cramps before, few after, and few or many in the last 28 nights."""
    random = np.random.default_rng(4)
    rates = np.concatenate([np.full(120, 1.6), np.full(92, 0.2), np.full(28, late)])
    journal = journal_with(told(120, "start", 300.0), counts=random.poisson(rates).astype(float))
    [plain] = medication_changes(journal)
    assert plain.now is None
    [found] = with_now(review(journal, question="").medication_changes, journal)
    assert found.verdict == "fewer_cramps"
    assert found.now is not None
    assert (found.now.from_, found.now.to) == (night(212), night(239))
    assert found.now.rate.cramps == journal.nights["cramps"].iloc[-28:].sum()
    assert found.now.holds is holds
