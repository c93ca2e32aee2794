"""Rows of several nights. Oracle: the nights that a person reads in them; only a none is that of each."""

from datetime import date

import pytest

from analysis.journal import read_journal
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.spans_of_nights import BESIDE_SPAN, SPANS, part_spans
from tests.journal.checks import assert_sound

TODAY = date(2026, 1, 1)
NONE_2_TO_5 = {"06-01": 1, "06-02": 0, "06-03": 0, "06-04": 0, "06-05": 0, "06-06": 2}
SPANS_OF_A_NONE = {
    "slashes": "Date,Leg cramps\n01/06/2025,1\n02/06/2025-05/06/2025,0\n06/06/2025,2\n",
    "points": "Datum;Wadenkrämpfe\n01.06.2025;1\n02.06. - 05.06.2025;keine\n06.06.2025;2\n",
    "the days alone": "Datum;Wadenkrämpfe\n01.06.2025;1\n02.-05.06.2025;0\n06.06.2025;2\n",
    "words": "Date,Leg cramps\n2025-06-01,1\n2025-06-02 to 2025-06-05,none\n2025-06-06,2\n",
    "named months": "Date,Leg cramps\n1 June 2025,1\n2 June - 5 June 2025,no cramps\n6 June 2025,2\n",
    "month first": "Date,Leg cramps\n6/1/2025,1\n6/2/2025 - 6/5/2025,0\n6/6/2025,2\n6/20/2025,\n",
}


def ledger(text: str) -> dict[str, int]:
    journal = read_journal([("diary.csv", text.encode())], today=TODAY, unlogged="unknown")
    assert_sound(journal)
    return {f"{night:%m-%d}": int(count) for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("name", SPANS_OF_A_NONE)
def test_a_none_is_that_of_each_night(name: str) -> None:
    assert ledger(SPANS_OF_A_NONE[name]) == NONE_2_TO_5


def test_a_number_of_several_nights_is_that_of_none() -> None:
    text = "Date,Leg cramps\n01/06/2025,1\n02/06/2025-05/06/2025,2\n06/06/2025,0\n13/06/2025,0\n"
    journal = read_journal([("diary.csv", text.encode())], today=TODAY)
    assert journal.nights["cramps"].dropna().tolist() == [1, 0, 0]
    assert journal.receipts[0].rows.rejected == 1


def test_two_days_that_follow_each_other_name_one_night() -> None:
    assert ledger("Datum;Krämpfe\n01.06.2025;1\n02./03.06.2025;0\n") == {"06-01": 1, "06-02": 0}


def test_what_stands_beside_a_span_counts_for_no_night() -> None:
    rows = [["2025-06-01", "1", "1500", ""], ["2025-06-02 - 2025-06-04", "0", "1800", "on holiday"]]
    table = RawTable(None, ["Date", "Leg cramps", "Water (ml)", "Notes"], rows, [2, 3], 1)
    assert part_spans(table, None, TODAY) == [SPANS, BESIDE_SPAN]
    assert table.rows[1:] == [
        ["2025-06-02", "0", "", "on holiday"],
        ["2025-06-03", "0", "", ""],
        ["2025-06-04", "0", "", ""],
    ]
    assert table.numbers == [2, 3, 3, 3]
