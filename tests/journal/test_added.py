"""What is typed on screen comes in by the same door as a file. Oracle: the typed entries themselves."""

from datetime import date

import pandas as pd
import pytest

from analysis import read_journal, review
from analysis.journal import COLUMNS, Added, added_file, added_from_data, export_journal

DIARY = b"night,cramps,notes\n2025-03-01,0,late tea\n2025-03-02,2,swollen\n2025-03-03,1,\n2025-03-04,0,\n"
TYPED = (
    Added(
        "Medication changes",
        {"night of": "2025-03-02", "medication": "Lasix", "change": "start", "dose": "40", "unit": "mg"},
    ),
    Added("Taken since before", {"medication": "simvastatin", "dose": "20", "unit": "mg"}),
    Added("Single intakes", {"night of": "2025-03-03", "medication": "quinine", "change": "taken as needed"}),
    Added(
        "Blood tests",
        {"date": "2025-03-02", "test": "potassium", "result": "3.4", "unit": "mmol/L", "low": "3.5"},
    ),
    Added(
        "Events",
        {"first_night": "2025-03-02", "last_night": "2025-03-03", "event": "flu", "left_out": "yes"},
    ),
    Added("Remarks", {"night of": "2025-03-02", "remark": "ankle red"}),
    Added("Remarks", {"night of": "2025-03-03", "remark": "=only typed"}),
)


def test_every_entry_stands_in_the_journal():
    journal = read_journal([("diary.csv", DIARY), added_file(TYPED)])
    change = journal.changes.iloc[0]
    assert (change["night"], change["generic"], change["dose"]) == (
        pd.Timestamp("2025-03-02"),
        "furosemide",
        40,
    )
    assert set(journal.spells["generic"]) == {"furosemide", "simvastatin"}
    assert journal.intakes["medication"].tolist() == ["quinine"]
    assert journal.measurements["result"].tolist() == [3.4]
    assert journal.remarks["text"].tolist() == ["late tea", "swollen; ankle red", "=only typed"]
    assert journal.events.to_dict("records") == [
        {
            "first_night": pd.Timestamp("2025-03-02"),
            "last_night": pd.Timestamp("2025-03-03"),
            "event": "flu",
            "left_out": True,
        }
    ]


def test_every_table_has_its_receipt_and_every_row_is_told():
    """Seven entries in six tables, all used."""
    receipts = read_journal([("diary.csv", DIARY), added_file(TYPED)]).receipts[1:]
    assert [receipt.name for receipt in receipts] == [f"added on screen.csv [{title}]" for title in COLUMNS]
    assert [receipt.rows.used for receipt in receipts] == [1, 1, 1, 1, 1, 2]
    assert all(receipt.rows.read == receipt.rows.used for receipt in receipts)


@pytest.mark.parametrize("entry", TYPED, ids=lambda entry: entry.title)
def test_one_entry_alone_is_a_file(entry):
    receipts = read_journal([("diary.csv", DIARY), added_file([entry])]).receipts
    assert (receipts[1].error, receipts[1].rows.used) == (None, 1)


def test_what_is_typed_logs_no_night():
    """A remark says nothing about a cramp: the journal still has its four nights, as logged as before."""
    alone = read_journal([("diary.csv", DIARY)]).nights[["logged", "cramps"]]
    with_typed = read_journal([("diary.csv", DIARY), added_file(TYPED)]).nights[["logged", "cramps"]]
    pd.testing.assert_frame_equal(alone, with_typed)


def test_a_remark_outside_the_journal_is_told():
    far = Added("Remarks", {"night of": "2025-06-01", "remark": "later"})
    journal = read_journal([("diary.csv", DIARY), added_file([far, TYPED[5]])])
    (problem,) = [problem for problem in journal.receipts[1].problems if problem.action == "rejected"]
    assert "last logged night" in problem.problem
    assert journal.receipts[1].rows.rejected == 1


@pytest.mark.parametrize(
    "cells",
    [{"first_night": "2025-03-02"}, {"event": "flu"}, {"first_night": "soon", "event": "flu"}],
)
def test_a_stretch_without_its_date_or_words_is_rejected(cells):
    journal = read_journal([("diary.csv", DIARY), added_file([Added("Events", cells), TYPED[4]])])
    assert len(journal.events) == 1
    assert journal.receipts[1].rows.rejected == 1


def test_a_marked_stretch_is_left_out_of_every_rate():
    """By hand: without the nights of 2 and 3 March two nights and no cramp are left."""
    found = review(read_journal([("diary.csv", DIARY), added_file(TYPED)]))
    assert found.left_out == (date(2025, 3, 2), date(2025, 3, 3))
    assert (found.frequency.overall.nights, found.frequency.overall.cramps) == (2, 0)
    kept = Added("Events", {**TYPED[4].cells, "left_out": ""})
    assert review(read_journal([("diary.csv", DIARY), added_file([kept])])).left_out == ()


def test_the_journal_as_read_brings_it_all_back():
    """What was typed stands in the exported journal, and is read again from it."""
    journal = read_journal([("diary.csv", DIARY), added_file(TYPED)])
    again = read_journal([("cramp journal.csv", export_journal(journal))])
    for name in ("nights", "changes", "intakes", "measurements", "events", "remarks"):
        pd.testing.assert_frame_equal(getattr(journal, name), getattr(again, name))


def test_entries_come_back_from_plain_data():
    data = [[entry.title, dict(entry.cells)] for entry in TYPED]
    assert added_from_data(data) == TYPED


@pytest.mark.parametrize(
    "data",
    [
        None,
        [["Events"]],
        [["Elsewhere", {}]],
        [["Events", {"medication": "x"}]],
        [["Events", {"event": 3}]],
        [[["Events"], {}]],
        [["Remarks", {"remark": "x" * 3000}]],
    ],
)
def test_anything_else_is_refused_in_a_sentence(data):
    with pytest.raises(ValueError, match="cannot be read"):
        added_from_data(data)
