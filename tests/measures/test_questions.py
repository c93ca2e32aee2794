"""The declared questions: columns, steps and usual by hand."""

import numpy as np
import pytest

from analysis.journal.fields import Field
from analysis.measures.questions import declared_questions
from analysis.measures.windows import nights_of
from tests.journals import make_journal


def asked_of(fields, lag=0, **more):
    nights = len(next(iter(fields.values())))
    journal = make_journal([0, 1] * (nights // 2), fields=fields, **more)
    return declared_questions(journal, nights_of(journal), lag)


def test_an_amount_is_asked_per_natural_step():
    """Oracle: by hand; 750 mL are one and a half steps of 500."""
    [fluid] = asked_of({"hydration": [750.0, 1000.0, None, 2000.0]})
    assert (fluid.name, fluid.form, fluid.step, fluid.usual) == ("hydration", "per_step", 500, 1000)
    assert fluid.column == pytest.approx([1.5, 2, np.nan, 4], nan_ok=True)


def test_activity_is_asked_on_both_sides_of_the_usual():
    """Oracle: by hand; 30 minutes more than the median of 40 are one step, 15 less half a step."""
    above, below = asked_of({"activity": [25.0, 40.0, 40.0, 70.0]})
    assert [above.name, below.name] == ["activity_above_usual", "activity_below_usual"]
    assert above.usual == below.usual == 40
    assert above.column == pytest.approx([0, 0, 0, 1])
    assert below.column == pytest.approx([0.5, 0, 0, 0])


def test_yes_no_is_one_and_nought_and_activity_levels_are_in_order():
    """Oracle: by definition."""
    level, stretched = asked_of(
        {"activity_level": ["none", "light", "moderate", "vigorous"], "stretching": [True, False, None, True]}
    )
    assert level.values == pytest.approx([0, 1, 2, 3])
    assert stretched.column == pytest.approx([1, 0, np.nan, 1], nan_ok=True)


def test_a_lag_asks_the_days_before():
    """Oracle: the same values two nights later, and nothing known of the first two."""
    [fluid] = asked_of({"hydration": [500.0, 1000.0, 1500.0, 2000.0]}, lag=2)
    assert fluid.values == pytest.approx([np.nan, np.nan, 500, 1000], nan_ok=True)


def test_a_column_of_the_persons_own_gets_a_round_step():
    """Oracle: by hand; the middle half of 0 to 90 is about 45 wide, of 1, 2 and 5 times ten the largest below
    is 20."""
    own = Field("screen", "day", "number", "Screen time")
    [asked] = asked_of({"screen": np.linspace(0, 90, 100)}, own_fields=[own])
    assert asked.step == 20


def test_what_follows_a_cramp_is_never_asked():
    """Oracle: the data dictionary; sleep and tiredness come after the evening."""
    assert asked_of({"sleep": [7.0] * 4, "fatigue": [3.0] * 4}) == []
