"""What the kinds of events become. Oracle: each log read by hand."""

import pytest

from analysis.journal import Journal
from tests.journal.exports.test_event_logs import read


def told(journal: Journal) -> str:
    return " ".join(problem.problem for receipt in journal.receipts for problem in receipt.problems)


def test_every_kind_that_was_chosen_has_its_effect_or_a_line() -> None:
    """Gardening under its own name is a yes of the day; a walk without minutes is none, and is said so."""
    text = (
        "full_date,date,weekday,time,mood,activities,note\n"
        '2025-03-01,March 1,Saturday,9:00 pm,good,"walk | gardening",""\n'
        '2025-03-02,March 2,Sunday,7:10 am,bad,"leg cramp",""\n'
        '2025-03-05,March 5,Wednesday,7:00 am,bad,"leg cramp",""\n'
        "2025-03-06,March 6,Thursday,9:00 pm,good,walk,\n"
    )
    journal = read(text, mapping={"kind:gardening": "own", "kind:walk": "activity"})
    assert journal.days["gardening"].dropna().to_dict() == {journal.days.index[0]: True}
    assert "activity" not in journal.days
    rows = journal.receipts[0].rows
    assert (rows.used, rows.rejected) == (3, 1)  # the row of 6 March holds a walk only
    assert "no amount" in told(journal)


def test_amounts_of_a_kind_of_ones_own_add_up() -> None:
    text = "Time,Event,Value\n" + "".join(
        f"2025-03-0{day} {hour}:00,{kind},{value}\n"
        for day, hour, kind, value in [(1, "08", "Salt", 3), (1, "12", "Salt", 4), (2, "08", "Salt", 5),
                                       (1, "02", "Leg cramp", 1), (2, "02", "Leg cramp", 1)]
    )  # fmt: skip
    journal = read(text, mapping={"kind:Salt": "own"})
    assert journal.days["salt"].tolist() == [7, 5]


@pytest.mark.parametrize("category", ["Meds/Supplements", "Medication"])
def test_medicines_of_a_log_leave_the_nights_between_as_they_were(category: str) -> None:
    """Cramps in the nights of 28 February, 8 and 19 March, and a medicine between: all others are assumed."""
    text = (
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        '"1st Mar 2025",Saturday,am,Symptom,2,Leg cramp (Moderate),\n'
        f'"2nd Mar 2025",Sunday,20:00,{category},5,Ramipril (mg),\n'
        '"9th Mar 2025",Sunday,am,Symptom,1,Leg cramp (Mild),\n'
        '"20th Mar 2025",Thursday,am,Symptom,1,Leg cramp (Mild),\n'
    )
    journal = read(text)
    assert journal.unlogged_assumed_cramp_free
    assert len(journal.nights_assumed) == 17
    assert "empty cell" not in told(journal)
