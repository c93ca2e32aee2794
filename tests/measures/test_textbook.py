"""q-values against statsmodels."""

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from analysis.measures.textbook import benjamini_hochberg


@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_q_values_against_statsmodels(size: int) -> None:
    """Oracle: ``statsmodels.stats.multitest.multipletests(p, method="fdr_bh")``; ties included."""
    p_values = np.round(np.random.default_rng(size).uniform(size=size) ** 2, 2)
    expected = multipletests(p_values, method="fdr_bh")[1]
    assert benjamini_hochberg(list(p_values)) == pytest.approx(list(expected))


def test_q_values_pass_over_refused_questions() -> None:
    """Oracle by hand: of 0.01 and 0.04 the q-values are min(0.01 × 2 / 1, 0.04 × 2 / 2) = 0.02 and 0.04."""
    assert benjamini_hochberg([None, 0.04, None, 0.01]) == [
        None,
        pytest.approx(0.04),
        None,
        pytest.approx(0.02),
    ]
    assert benjamini_hochberg([None]) == [None]
