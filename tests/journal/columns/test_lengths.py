"""Rows with a beginning and an end of which nothing says of what. Oracle: the lengths, subtracted by hand."""

import pytest

from analysis.journal import Journal
from tests.journal.columns.test_about_cramps import ledger, opened

DIARY = {"diary.csv": "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"}
LONG = {
    "moments": "start,end\n2025-03-01 23:10,2025-03-02 06:40\n2025-03-02 22:50,2025-03-03 06:10\n",
    "clock times": "date,start,end\n2025-03-01,23:10,06:40\n2025-03-02,22:50,06:10\n",
    "meetings": "start,end,title\n2025-03-01 10:00,2025-03-01 11:00,x\n2025-03-02 12:00,2025-03-02 12:45,y\n",
}
SHORT = {
    "moments": "start,end\n2025-03-01 03:10,2025-03-01 03:14\n2025-03-03 02:50,2025-03-03 02:51\n",
    "clock times": "date,start,end\n2025-03-01,23:58,00:02\n2025-03-03,02:50,02:51\n",
}


@pytest.mark.parametrize("form", LONG)
def test_rows_that_last_longer_than_a_cramp_are_never_offered_as_cramps(form: str) -> None:
    found = opened({**DIARY, "data.csv": LONG[form]})
    assert isinstance(found, Journal)
    assert ledger(found) == {"03-01": 0, "03-02": 1, "03-03": 0}
    assert found.receipts[1].question == ""
    assert "nothing says of what" in found.receipts[1].error


@pytest.mark.parametrize("form", SHORT)
def test_rows_of_a_few_minutes_are_asked_about(form: str) -> None:
    found = opened({**DIARY, "data.csv": SHORT[form]})
    assert isinstance(found, Journal)
    assert ledger(found) == {"03-01": 0, "03-02": 1, "03-03": 0}
    assert found.receipts[1].question == "are_these_leg_cramps"


def test_a_person_who_says_that_they_are_cramps_gets_a_log_of_them() -> None:
    """03:10 on 1 March is the night of 28 February."""
    told = opened({"data.csv": SHORT["moments"]}, mapping={"file:data.csv": "cramps"})
    assert isinstance(told, Journal)
    assert ledger(told) == {"02-28": 1, "03-01": 0, "03-02": 1}
    assert told.cramps["duration"].tolist() == [4, 1]
