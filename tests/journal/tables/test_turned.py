"""Diaries whose dates stand side by side. Oracle: the same diary written with a row for each date."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

UPRIGHT = "Date,Leg cramps,Water (mL)\n2025-03-03,0,1500\n2025-03-04,2,1200\n2025-03-05,1,1100\n"
TURNED = {
    "an empty corner": ",2025-03-03,2025-03-04,2025-03-05\nLeg cramps,0,2,1\nWater (mL),1500,1200,1100\n",
    "the word date in the corner": "Datum;03.03.2025;04.03.2025;05.03.2025\nWadenkrämpfe;0;2;1\n"
    "Wasser (ml);1500;1200;1100\n",
    "cramps in the corner": "Leg cramps,2025-03-03,2025-03-04,2025-03-05\nNumber,0,2,1\n"
    "Water (mL),1500,1200,1100\n",
    "a title, weekdays and totals": "My journal,,,,\n,Mon 3 Mar 2025,Tue 4 Mar 2025,Wed 5 Mar 2025,Total\n"
    "Leg cramps,0,2,1,3\nWater (mL),1500,1200,1100,3800\n",
    "a block for each week": "Cramps and water,,,\nNight of,2025-03-01,2025-03-02,2025-03-03\n"
    "Leg cramps,,,0\nWater (mL),,,1500\n,,,\nNight of,2025-03-04,2025-03-05,2025-03-06\n"
    "Water (mL),1200,1100,\nLeg cramps,2,1,\n",
}


def _read(text: str) -> Journal:
    return read_journal([("diary.csv", text.encode())])


@pytest.mark.parametrize("form", TURNED)
def test_a_turned_diary_is_read_as_the_upright_one(form: str) -> None:
    upright, journal = _read(UPRIGHT), _read(TURNED[form])
    assert journal.nights.cramps.dropna().to_dict() == upright.nights.cramps.dropna().to_dict()
    assert journal.nights.hydration.dropna().to_dict() == upright.nights.hydration.dropna().to_dict()
    (receipt,) = journal.receipts
    assert any("side by side" in problem.problem for problem in receipt.problems)
    assert receipt.rows.read == receipt.rows.used + receipt.rows.duplicate + receipt.rows.rejected


def test_days_of_a_month_are_dated_by_its_title() -> None:
    """By hand: 31 days of March 2025, cramps on the 2nd and the 31st."""
    days = ",".join(map(str, range(1, 32)))
    counts = ",".join(str(int(day in (2, 31))) for day in range(1, 32))
    journal = _read(f"Leg cramps March 2025\nDay,{days}\nCramps,{counts}\n")
    assert len(journal.nights) == 31
    assert journal.nights.index[journal.nights.cramps == 1].day.tolist() == [2, 31]


@pytest.mark.parametrize(
    "text",
    [
        ",2025-03-03,2025-03-04,2025-03-05\nLeg cramps,0,2,1,7\n",  # a cell under no date
        ",2025-03-03,2025-03-04,2025-03-04\nLeg cramps,0,2,1\n",  # a date twice
        "Visits,3,7,11,12\nLeg cramps,0,2,1,1\n",  # numbers that are no days in order
        "Anna,2025-01-06,2025-01-07,2025-01-08\nLeg cramps,1,0,0\n"  # two people
        "Berta,2025-01-09,2025-01-10,2025-01-11\nLeg cramps,1,3,0\n",
        "Left leg,2025-01-06,2025-01-07,2025-01-08\nLeg cramps,1,0,0\n"  # two legs of the same nights
        "Right leg,2025-01-06,2025-01-07,2025-01-08\nLeg cramps,1,3,0\n",
    ],
)
def test_what_does_not_stand_under_dates_is_not_turned(text: str) -> None:
    """Oracle: a cell that no date names would be lost, so that the file is refused as it stands."""
    with pytest.raises(JournalError):
        _read(text)
