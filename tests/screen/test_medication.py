"""The changes of medicines on screen. Oracle: counted by hand."""

import pytest

from tests.journal_files import as_csv, sample
from tests.without_browser import open_app, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_a_medicine_taken_in_stretches_is_one_of_the_choices() -> None:
    """By hand: six changes, and three stretches from a start to a stop."""
    stretches = (("2024-10-20", "2024-12-01"), ("2025-01-20", "2025-03-05"), ("2025-05-01", "2025-06-20"))
    rows = [
        (on, "Magnesium", said)
        for pair in stretches
        for on, said in zip(pair, ("start", "stop"), strict=True)
    ]
    app = open_app(
        [sample()[0], ("changes.csv", as_csv(("date", "medication", "change"), rows))], "Medication"
    )
    choices = next(box for box in app.selectbox if box.label == "Change")
    assert len(choices.options) == 7
    choices.set_value("course Magnesium").run()
    assert "Nights on magnesium and nights off it" in text_of(app)
    assert "in three stretches" in text_of(app)
    assert "fault in the program" not in text_of(app)
