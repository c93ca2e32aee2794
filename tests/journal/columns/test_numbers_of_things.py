"""Numbers behind a column of things. Oracle: ledgers by hand, in which no tablet and no banana is a cramp."""

import pytest

from analysis.journal import read_journal
from tests.for_each import for_each

NIGHTS = (("no", "", ""), ("yes", "{}", "2"), ("no", "", ""), ("yes", "{}", "1"))


@for_each(
    ("headings", "thing"),
    [
        ("Cramp,Tablet,Qty", "Paracetamol"),
        ("Cramps,Painkiller,Qty", "Ibuprofen"),
        ("Leg cramps,Paracetamol,Qty", "yes"),
        ("Krampf,Tablette,Anz.", "Paracetamol"),
        ("Crampe,Médicament,Qté", "Paracétamol"),
        ("Cramp,Food,Count", "Bananas"),
        ("Cramp,Relief,Number", "Bananas"),
    ],
)
@for_each("bits", [False, True])
def test_so_many_of_a_thing_are_no_cramps_and_are_listed(headings: str, thing: str, *, bits: bool) -> None:
    rows = []
    for day, (cramp, taken, number) in enumerate(NIGHTS * 3, start=1):
        said = {"no": "0", "yes": "1"}[cramp] if bits else cramp
        rows.append(f"2025-03-{day:02d},{said},{taken.format(thing)},{number}")
    text = "\n".join([f"Date,{headings}", *rows])
    journal = read_journal([("leg cramps.csv", text.encode())])
    assert list(journal.nights["cramps"]) == [0, 1, 0, 1] * 3
    listed = [problem.column for problem in journal.receipts[0].problems if problem.action == "not_mapped"]
    assert headings.rpartition(",")[2] in listed


@pytest.mark.parametrize("headings", ["Cramp,Qty,Relief", "Cramp,Relief,How often"])
def test_a_number_before_what_helped_or_of_how_often_still_counts_the_cramps(headings: str) -> None:
    before = headings.split(",")[1] == "Qty"
    rows = [
        f"2025-03-{day:02d},{cramp}," + ",".join((number, taken) if before else (taken, number))
        for day, (cramp, taken, number) in enumerate(NIGHTS, start=1)
    ]
    text = "\n".join([f"Date,{headings}", *rows]).replace("{}", "stretching")
    assert list(read_journal([("log.csv", text.encode())]).nights["cramps"]) == [0, 2, 0, 1]
