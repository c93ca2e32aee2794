"""What is asked of the days before."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.arms import whole_fit
from analysis.measures.lags import lagged
from analysis.measures.windows import nights_of
from tests.journals import make_journal
from tests.measures.test_exposures import journal_of, water


def test_tomorrows_water_does_not_go_with_tonights_cramps():
    """Oracle: time. Today's water halves tonight's cramps for each 500 mL; the water of the day after the
    night, of two and of three days before it does nothing."""
    amounts = water(500, seed=12)
    journal = journal_of(amounts, log_ratio=np.log(0.5) * (amounts - 1800) / 500, nights=500)
    tomorrow, today, *before = lagged(journal, "hydration", (-1, 0, 1, 2, 3))
    assert today.verdict == "fewer_cramps"
    assert today.crude.low < 0.5 < today.crude.high
    for other in (tomorrow, *before):
        assert other.adjusted.low < 1 < other.adjusted.high
        assert other.verdict == "no_clear_difference"


def test_lagged_water_is_that_of_the_days_before():
    """Oracle: an effect put on the day before shows at lag 1 and there alone; days before the journal
    count."""
    amounts = water(400, seed=13)
    nights = amounts[1:]
    random = np.random.default_rng(14)
    counts = random.poisson(0.7 * np.exp(np.log(0.5) * (amounts[:-1] - 1800) / 500)).astype(float)
    first = pd.DataFrame({"hydration": amounts[:1]}, index=pd.date_range("2025-01-05", periods=1, unit="us"))
    journal = make_journal(counts, start="2025-01-06", fields={"hydration": nights}, extra_days=first)
    answers = {answer.lag: answer for answer in lagged(journal, "hydration")}
    assert answers[1].nights == 399
    assert [lag for lag, answer in answers.items() if answer.verdict == "fewer_cramps"] == [1]


def test_a_fit_that_is_known_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: the same question without it."""
    journal = journal_of(water(60), nights=60)
    fit, expected = whole_fit(nights_of(journal)), lagged(journal, "hydration", (0, 1))
    monkeypatch.setattr("analysis.measures.lags.whole_fit", None)
    assert lagged(journal, "hydration", (0, 1), fit=fit) == expected


def test_a_question_that_the_journal_does_not_raise_names_those_it_does():
    """Oracle: the message repeats the bad argument and the legal ones."""
    with pytest.raises(ValueError, match=r"'sunshine'.*hydration"):
        lagged(journal_of(water()), "sunshine")
