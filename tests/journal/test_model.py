"""What reading gives. Oracle: the documented types, and text by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.journal import JournalError, Person, Receipt
from analysis.journal.model import (
    Rows,
    no_events,
    no_intakes,
    no_measurements,
    no_places,
    no_spells,
    text_array,
)
from tests.journals import make_journal

EMPTY = (no_spells, no_intakes, no_events, no_measurements, no_places)


@pytest.mark.parametrize("make", EMPTY, ids=lambda make: make.__name__)
def test_an_empty_table_has_the_types_of_a_full_one(make) -> None:  # type: ignore[no-untyped-def]
    """Nights are dates, amounts numbers, and each caller has a table of its own."""
    table = make()
    assert len(table) == 0
    for name, kind in table.dtypes.items():
        if str(name) in ("night", "date", "first_night", "last_night"):
            assert str(kind) == "datetime64[us]"
        if str(name) in ("dose", "result", "low", "high", "per_day", "row"):
            assert str(kind) == "float64"
    table["further"] = []
    assert "further" not in make()


def test_a_full_table_under_an_empty_one_keeps_its_types() -> None:
    """Oracle: pandas, which would make objects of types that differ."""
    one = pd.DataFrame({"medication": text_array(["a", None]), "dose": [1.0, np.nan]})
    both = pd.concat([no_intakes()[["medication", "dose"]], one])
    assert list(both.dtypes) == list(no_intakes()[["medication", "dose"]].dtypes)
    assert both["medication"].isna().tolist() == [False, True]


def test_what_was_typed_is_cleaned_as_cells_are() -> None:
    """By hand: a mark of direction and outer spaces are gone, the words stay."""
    person = Person(conditions=(" dia\u202ebetes ",), family_history="mother\x00", questions=("\u200ewhy?",))
    assert (person.conditions, person.family_history, person.questions) == (
        ("diabetes",),
        "mother",
        ("why?",),
    )
    assert Person() == Person(None, None, (), "", ())


def test_remarks_are_those_nights_that_have_one() -> None:
    noted = make_journal([0, 1, 0], fields={"notes": ["late tea", None, "a cold"]})
    assert noted.remarks["text"].tolist() == ["late tea", "a cold"]
    assert noted.remarks["night"].tolist() == [noted.nights.index[0], noted.nights.index[2]]
    assert make_journal([0, 1]).remarks.empty


def test_an_error_keeps_the_receipts_of_all_files() -> None:
    receipt = Receipt("a.csv", "", "unreadable", error="It is empty.")
    error = JournalError("No file gave a journal.", (receipt,))
    assert (str(error), error.receipts) == ("No file gave a journal.", (receipt,))
    assert JournalError("No file.").receipts == ()


def test_rows_for_the_screen_never_stand_in_what_is_printed_or_compared() -> None:
    """Of a receipt's printed form, which could reach a log: no word of a cell."""
    rejected = replace(
        Receipt("a.csv", "", "night diary", rows=Rows(1, 0, 0, 0, 1)),
        raw_rejected=type(Receipt("", "", "").raw_rejected)(("Notes",), (("Zanzibar",),), (2,)),
    )
    assert "Zanzibar" not in repr(rejected)
    assert rejected == Receipt("a.csv", "", "night diary", rows=Rows(1, 0, 0, 0, 1))
