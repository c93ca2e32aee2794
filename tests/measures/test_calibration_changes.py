"""The calibration of changes on few journals, so that every run of the tests asks whether intervals hold."""

import numpy as np
import pandas as pd
import pytest

from tests.calibration_changes import run
from tests.calibration_tables import EXACT, OURS
from tests.changes_tables import answered, missed

FEW = ("independent", "bursts", "runs")


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return pd.DataFrame(run(9, seed=1, worlds=FEW, rivals=False))


def test_few_journals_meet_the_targets(rows: pd.DataFrame) -> None:
    """Oracle: the targets with the simulation's own bound, 108 journals of three worlds; and exact Poisson
    on the same journals, which holds less often where nights resemble each other. Seeded."""
    assert missed(rows) == []
    fixed = answered(rows[~rows["drawn"]])
    covers = fixed[fixed["world"] != "independent"].groupby("method")["covers"].mean()
    assert covers[OURS] > covers[EXACT] + 0.1


def test_intervals_that_are_too_narrow_are_named(rows: pd.DataFrame) -> None:
    """Oracle: the same journals with every interval a third as wide on the log scale."""
    low, middle, high = (np.log(rows[end].astype(float).clip(1e-6, 1e6)) for end in ("low", "ratio", "high"))
    narrow = rows.assign(low=np.exp(middle + (low - middle) / 3), high=np.exp(middle + (high - middle) / 3))
    assert any(each.startswith("coverage") for each in missed(narrow))
    assert any("a direction" in each for each in missed(narrow))


def test_what_cannot_be_found_is_named(rows: pd.DataFrame) -> None:
    """Oracle: the same journals with every upper end above 1: neither fall is found, and nothing else
    is looked at."""
    wide = rows.assign(high=rows["high"].clip(lower=1.1))
    assert [each.split(" found")[0] for each in missed(wide) if "found" in each] == [
        "true ratio 0.5",
        "true ratio 0.3",
    ]
