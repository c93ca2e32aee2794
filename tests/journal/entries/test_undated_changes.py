"""Changes told without their night stand on the receipt. Oracle: the rows of a diary, by hand."""

from analysis.journal import read_journal

_DIARY = b"""Date,Cramps,Notes
2026-01-01,1,
2026-01-02,0,started magnesium last Monday
2026-01-03,1,cramps last week
2026-01-04,0,
"""


def test_a_change_without_its_night_is_said_and_not_dated() -> None:
    journal = read_journal([("d.csv", _DIARY)])
    assert journal.spells.empty
    said = [one for one in journal.receipts[0].problems if "its night is not" in one.problem]
    assert [(one.column, one.action) for one in said] == [("Notes", "set_aside")]
