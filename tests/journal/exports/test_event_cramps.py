"""Events that are cramps, or say that there was none. Oracle: each log read by hand."""

import pytest

from tests.journal.exports.test_event_logs import ledger, read
from tests.journal.exports.test_event_tables import told

HEADER = "Icon,Action,UTC Time,Time Zone,City Name,Address,Coordinates,Note\n"


@pytest.mark.parametrize("zone", ["", "IST", "Middle/Earth", "CST"])
def test_a_cramp_without_a_zone_has_a_line_and_its_night_is_not_free(zone: str) -> None:
    """Cramps on 1, 4 and 9 March; that of 5 March 02:40 UTC can be of the night of the 4th or the 5th."""
    rows = "".join(
        f"x,Leg cramp,2025-03-0{day} 23:10:00,{of},,,,\n" for day, of in [(1, "UTC"), (4, "UTC"), (9, "UTC")]
    )
    journal = read(HEADER + rows + f"x,Leg cramp,2025-03-06 12:40:00,{zone},,,,\n")
    assert "zone" in told(journal)
    assert (journal.receipts[0].rows.used, journal.receipts[0].rows.rejected) == (3, 1)
    found = ledger(journal)
    assert (found["03-02"], found["03-08"]) == (0, 0)
    assert not {"03-05", "03-06"} & set(found)


def test_the_value_of_a_cramp_is_its_count() -> None:
    """2 March: 1 and 2; 4 March: an explicit 0; in between nothing is said."""
    text = (
        "FeatureName,Timestamp,Value,Note\n"
        "Leg cramp,2025-03-02T22:10:00,1.0,\nLeg cramp,2025-03-03T03:10:00,2.0,\n"
        "Leg cramp,2025-03-04T22:00:00,0.0,\n"
        "Water,2025-03-02T12:00:00,500.0,\nWater,2025-03-02T18:00:00,700.0,\n"
    )
    assert ledger(read(text)) == {"03-02": 3, "03-04": 0}


@pytest.mark.parametrize("value", ["true", "yes", "1", "x"])
def test_a_ticked_question_is_one_cramp_and_a_no_is_none(value: str) -> None:
    rows = [("2025-03-01", value), ("2025-03-02", "no"), ("2025-03-03", value)]
    text = "date,event,value\n" + "".join(
        f"{day},Leg cramp,{answer}\n{day},Read a book,yes\n" for day, answer in rows
    )
    assert ledger(read(text)) == {"03-01": 1, "03-02": 0, "03-03": 1}
