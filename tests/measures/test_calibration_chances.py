"""What is printed of the chances of exposures and courses rests on answers of the program itself."""

from itertools import islice

import numpy as np
import pandas as pd

from tests.calibration_chances import STEPS, WORLDS_ASKED, of_course, of_fluid, report, run
from tests.worlds import NOTHING, simulate


def test_two_standard_deviations_of_fluid_are_so_many_steps() -> None:
    """Oracle: the fluid of the simulated journals itself."""
    days = simulate("independent", 730, 3.0, NOTHING, np.random.default_rng(1)).journal.days["hydration"]
    assert abs(2 * float(days.std()) / 500 - STEPS) < 0.1


def test_few_answers_hold_the_truth_and_are_nested() -> None:
    """Oracle: of 8 independent 95 % intervals fewer than 5 hold once in 2,700 times; a fall of a half is one
    of a quarter, and that is one of any size."""
    rows = pd.DataFrame(run(1, 5, worlds=WORLDS_ASKED[:4]))
    assert rows["asked"].value_counts().to_dict() == {"fluid": 4, "course": 4}
    assert rows["covers"].sum() >= 5
    assert ((rows["half"] <= rows["quarter"]) & (rows["quarter"] <= rows["fewer"])).all()
    assert "course: " in report(rows)


def test_strong_effects_are_likely() -> None:
    """Oracle: in journals of a year, 6 cramps a week, independent nights, what is drawn far from 1 has a
    chance on its side of at least 9 in 10; two such of either are asked."""
    random = np.random.default_rng(3)
    for ask, far in ((of_fluid, 0.3), (of_course, 0.5)):
        found = (row for _ in range(20) if (row := ask("independent", 365, 6.0, random)) is not None)
        strong = list(islice((row for row in found if abs(np.log(row["true"])) > far), 2))
        assert len(strong) == 2
        assert all((row["fewer"] if row["true"] < 1 else 1 - row["fewer"]) > 0.9 for row in strong)
