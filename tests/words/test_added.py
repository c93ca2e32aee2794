"""What was typed on screen, in words. Oracle: each line written by hand beside its entry."""

import pytest

from analysis import words
from analysis.journal import Added

DOSE = {"dose": "40", "unit": "mg"}
SAID = {
    "Lasix 40 mg raised, 2 March 2025 (ankles)": Added(
        "Medication changes",
        {"night of": "2025-03-02", "medication": "Lasix", "change": "increase", "reason": "ankles", **DOSE},
    ),
    "Statin, taken since before the journal": Added("Taken since before", {"medication": "statin"}),
    "Quinine 40 mg taken, 2 March 2025": Added(
        "Single intakes", {"night of": "2025-03-02", "medication": "quinine", **DOSE}
    ),
    "Potassium 3.4 mmol/L (range given: 3.5 to …), 2 March 2025": Added(
        "Blood tests",
        {"date": "2025-03-02", "test": "potassium", "result": "3.4", "unit": "mmol/L", "low": "3.5"},
    ),
    "Flu, 2 to 9 March 2025; its nights are left out of every rate": Added(
        "Events",
        {"first_night": "2025-03-02", "last_night": "2025-03-09", "event": "flu", "left_out": "yes"},
    ),
    "New bed, 2 March 2025": Added(
        "Events", {"first_night": "2025-03-02", "last_night": "2025-03-02", "event": "new bed"}
    ),
    "Night of 2 March 2025: “ankle red”": Added("Remarks", {"night of": "2025-03-02", "remark": "ankle red"}),
}


@pytest.mark.parametrize("line", SAID)
def test_every_kind_of_entry_is_one_line(line: str) -> None:
    assert words.say_added(SAID[line]) == line
