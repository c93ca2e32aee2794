"""The answers of the mapping, and heads of columns. Oracle: written by hand."""

from analysis import words
from analysis.journal.fields import dictionary


def test_every_field_can_be_answered_and_nothing_else_is_lost() -> None:
    columns, events = words.label_answers(["socks"]), words.label_answers(event=True)
    assert set(dictionary()) <= set(columns)
    assert columns["socks"] == "socks"
    assert columns[""] == "not said yet"  # what nobody spoke of is still asked about
    assert columns["ignore"] == "left out"
    assert events[""] == "as its name says, else left out"
    assert events["cramps"] == "the cramp itself"
    assert columns["cramps"] != "the cramp itself"
    assert set(events) == set(columns) - {"socks"}


def test_a_column_of_the_ledger_has_its_unit() -> None:
    assert words.label_column("hydration", ()) == "Fluid [mL/day]"
    assert words.label_column("drug_class", ()) == "Drug class"
