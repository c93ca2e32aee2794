"""The changes of medicines on screen. Oracle: counted by hand."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1.element_tree import Block

from tests.journal_files import as_csv, sample
from tests.without_browser import open_app, opened_at, text_of, unfold

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


FIRST = date(2025, 1, 1)


def many(at: int) -> tuple[date, str, str, object]:
    """A row of a list in which a medicine is started, raised, lowered and stopped, one after the other."""
    name = ("Magnesium", "Amlodipine", "Ramipril", "Furosemide", "Quinine")[at // 4]
    change, dose = (("start", 10), ("increase", 20), ("decrease", 10), ("stop", ""))[at % 4]
    return FIRST + timedelta(days=5 + 5 * at), name, change, dose


def test_on_a_phone_a_long_table_waits_for_a_click() -> None:
    """Oracle: 15 spells of 20 changes; an empty cell, the first spell has none before it, has no head."""
    diary = as_csv(("night of", "cramps"), [(FIRST + timedelta(days=at), at % 3) for at in range(120)])
    told = as_csv(("Date", "Medication", "Change", "Dose"), map(many, range(20)))
    app = open_app()
    app.session_state["narrow"] = True
    files = [("diary.csv", diary, "text/csv"), ("medicines.csv", told, "text/csv")]
    app.file_uploader[0].set_value(files).run()
    opened_at(app, "Medication")
    assert not rows_of(app.main)
    unfold(app, "table every medicine")
    rows = rows_of(app.main)
    assert len(rows) == 15
    assert not app.table
    assert not [row for row in rows if "; ;" in row or ": ;" in row or row.endswith((":", ";"))]


def rows_of(part: Block) -> list[str]:
    """The rows of a table as a phone shows them."""
    return [row for text in part.markdown for row in text.value.splitlines() if "; Nights: " in row]
