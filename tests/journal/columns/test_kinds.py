"""What kind of table it is. Oracle: the table of files in the README, one small file of each row."""

import pytest

from analysis.journal.columns import plan_table
from analysis.journal.tables.raw_table import RawTable


def table(text: str) -> RawTable:
    header, *rows = (line.split(",") for line in text.splitlines())
    return RawTable(None, header, rows, list(range(2, len(rows) + 2)), 1)


KINDS = {
    "night diary": "Night of,Cramps,Water (mL)\n2025-03-01,2,1500\n2025-03-02,0,1400\n2025-03-03,0,1300",
    "cramp log": "Cramp at,Pain,Side\n2025-03-01 02:10,6,left\n2025-03-05 03:30,7,left",
    "medication changes": "Date,Medicine,Change,Dose\n2025-03-01,Lasix,start,40 mg\n2025-03-09,Lasix,stop,",
    "measurements": "Date,Test,Result,Unit\n2025-03-01,potassium,3.9,mmol/L\n2025-03-01,sodium,139,mmol/L",
    "device days": "Date,Steps,Active minutes\n2025-03-01,5400,30\n2025-03-02,6100,45",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_is_told_from_its_columns(kind: str) -> None:
    assert plan_table(table(KINDS[kind]), {}, ("file.csv",)).kind == kind


def test_rows_of_a_day_that_say_nothing_of_cramps_are_no_diary() -> None:
    """By hand: the same table with and without its count."""
    text = KINDS["night diary"]
    without = "\n".join(",".join(line.split(",")[::2]) for line in text.splitlines())
    assert without.startswith("Night of,Water")
    assert plan_table(table(without), {}, ("file.csv",)).kind == "device days"


def test_a_table_without_a_date_cannot_be_read() -> None:
    assert plan_table(table("Cramps,Water (mL)\n2,1500\n0,1400"), {}, ("file.csv",)).kind == "unreadable"
