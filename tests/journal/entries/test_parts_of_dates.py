"""Months, years and "since before" as the dates of a list of medicines. Oracle: the dates as they are told in
words in each test, in days since the diary's first night.
"""

import pytest

from analysis import Journal
from tests.journal.medicines import test_record as record
from tests.journal.medicines.test_record import changes, spells


def read(table: str) -> Journal:
    return record.read(record.diary(90), table)


@pytest.mark.parametrize(
    "when", ["2019", "March 2019", "2019-03", "since before", "years ago", "long term", ""]
)
def test_a_start_before_the_journal_without_its_day_opens_a_lane(when: str) -> None:
    journal = read(f"Date,Medicine,Change,Dose\n{when},Lasix,start,20 mg\n2025-01-21,Quinine,start,200 mg\n")
    assert spells(journal) == [("furosemide", 20, None, None), ("quinine", 200, 20, None)]
    assert changes(journal) == [(20, "quinine", "start", 200)]


def test_a_blank_below_a_date_may_be_the_same_day_and_is_asked() -> None:
    journal = read("Date,Medicine,Change,Dose\n2025-01-21,Quinine,start,200 mg\n,Lasix,start,20 mg\n")
    assert spells(journal) == [("quinine", 200, 20, None)]
    assert journal.receipts[1].rows.rejected == 1


def test_what_ended_in_an_earlier_year_is_not_taken() -> None:
    of_list = read("Date,Medicine,Change,Dose\n2018,Lasix,start,20 mg\n2021,Lasix,stop,\n")
    of_spans = read("Medicine,Dose,From,To\nLasix,20 mg,2018,2021\n")
    for journal in (of_list, of_spans):
        assert journal.changes.empty
        assert all(spell[3] is not None and spell[3] < 0 for spell in spells(journal))


def test_a_month_within_the_journal_is_its_first_day_and_said() -> None:
    """1 February and 1 March are nights 31 and 59 after 1 January."""
    journal = read("Medicine,Dose,From,To\nLasix,20 mg,Feb 2025,Mar 2025\nQuinine,200 mg,Feb 2025,Feb 2025\n")
    assert spells(journal) == [("furosemide", 20, 31, 58), ("quinine", 200, 31, 57)]
    said = [one for one in journal.receipts[1].problems if "first day of the month" in one.problem]
    assert sorted(str(one.cell) for one in said) == ["Feb 2025", "Feb 2025", "Feb 2025", "Mar 2025"]


def test_a_step_needs_its_day() -> None:
    journal = read("Date,Medicine,Change,Dose\n2025,Lasix,increase,40 mg\n2024,Lasix,start,20 mg\n")
    assert spells(journal) == [("furosemide", 20, None, None)]
    assert journal.receipts[1].rows.rejected == 1


@pytest.mark.parametrize(
    "table",
    ["Date,Medicine,Change,Dose\n2025,Lasix,start,20 mg\n2025-01-21,Quinine,start,200 mg\n",
     "Date,Medicine,Change,Dose\n2025,Lasix,stop,\n2025-01-21,Quinine,start,200 mg\n",
     "Medicine,Dose,From,To\nLasix,20 mg,2025,\nQuinine,200 mg,2025-01-21,\n",
     "Medicine,Dose,From,To\nLasix,20 mg,2019,2025\nQuinine,200 mg,2025-01-21,\n"],
)  # fmt: skip
def test_the_year_of_the_journal_is_no_day_before_it_and_asked(table: str) -> None:
    """Oracle: the journal runs from 1 January to 31 March 2025; 2025 may be any of its nights, or none."""
    journal = read(table)
    assert spells(journal) == [("quinine", 200, 20, None)]
    assert journal.receipts[1].rows.rejected == 1
    assert any("nights of the journal lie in it" in one.problem for one in journal.receipts[1].problems)


def test_a_dose_taken_without_a_date_is_rejected() -> None:
    rows = "".join(f"2025-01-{day:02},Lasix,taken\n" for day in range(2, 20))
    journal = read(f"Date,Medicine,Status\n,Lasix,taken\n{rows}")
    assert journal.receipts[1].rows.rejected == 1
