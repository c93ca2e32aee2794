"""How a column is read where its heading alone does not tell. Oracle: small tables of doses, read by hand."""

import pytest

from analysis.journal.columns import ReadAs, plan_table
from tests.journal.columns.test_kinds import table
from tests.journal.columns.test_medicine_columns import PROGRAMS


def reasons(text: str) -> set[str]:
    return {column.why for column in plan_table(table(text.strip("\n")), {}, ("doses.csv",)).columns}


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (PROGRAMS["Medisafe without a status"], ReadAs.WHEN_TAKEN),
        ("Date,Medicine,Taken\n2025-03-01,Lasix,x\n2025-03-02,Lasix,\n2025-03-03,Lasix,x", ReadAs.TICKED),
        (
            "Date,Cramps,Lasix\n2025-03-01,1,yes\n2025-03-02,0,no\n2025-03-03,1,yes",
            ReadAs.NAMED_AFTER_ONE,
        ),
    ],
)
def test_the_receipt_says_by_what_a_column_was_told(text: str, read_as: ReadAs) -> None:
    assert read_as in reasons(text)


def test_no_two_ways_of_reading_are_said_alike() -> None:
    """Each is a phrase of its own behind "taken for", and none begins a sentence."""
    assert len({str(each) for each in ReadAs}) == len(ReadAs)
    assert [each for each in ReadAs if each != each.strip(" .") or each[0].isupper()] == []
