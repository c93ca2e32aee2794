"""Rows that say nothing of their day. Oracle: read by hand."""

from tests.journal.test_reading import read


def test_a_day_of_which_nothing_is_said_is_rejected_and_a_night_left_open_is_kept() -> None:
    """A device's row with a date alone, or with what is not used, stands nowhere; a diary's leaves its night
    open."""
    device = read("Date,Steps,Frobs\n2024-03-01,5000,\n2024-03-02,,x\n2024-03-03,,\n2024-03-04,0,\n")
    listed = [(p.row, p.action) for p in device.receipts[0].problems if p.row]
    assert listed == [(3, "rejected"), (4, "rejected")]
    assert device.receipts[0].rows.used == 2
    diary = read("Night of,Cramps\n2024-03-01,1\n2024-03-02,\n2024-03-03,0\n")
    assert diary.receipts[0].rows.used == 3
