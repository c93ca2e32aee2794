"""The columns that the blank diary has of a plan, typed in."""

from datetime import date, timedelta

import pytest

from analysis.journal import Journal, field_of_what_is_tried, read_journal

FIRST = date(2025, 3, 1)


def typed(tried: str, parts: list[str], done: list[str]) -> Journal:
    rows = [
        f"{FIRST + timedelta(days=at)},{part},{said},{at % 2}"
        for at, (part, said) in enumerate(zip(parts, done, strict=True))
    ]
    lines = [f"Night of,Plan: {tried},{tried},Cramps", *rows]
    return read_journal([("typed.csv", "\n".join(lines).encode())], today=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("tried", "name"),
    [
        ("pickle juice", "pickle_juice"),
        ("water", "water"),
        ("no coffee", "no_coffee"),
        ("no calf stretches", "no_calf_stretches"),
        ("calf stretches", "stretching"),
        ("calf stretching at night", "stretching"),
        ("no quinine", "no_quinine"),
    ],
)
def test_whether_what_is_tried_was_done_is_read(tried: str, name: str) -> None:
    """Oracle: the answers as typed; the yes of "no calf stretches" is not one of stretching; and nothing of
    the sheet is called not used."""
    journal = typed(tried, ["on", "on", "off", "off"], ["yes", "no", "no", ""])
    assert field_of_what_is_tried(tried) == name
    assert journal.days[name].dropna().astype(bool).tolist() == [True, False, False]
    assert not [problem for receipt in journal.receipts for problem in receipt.problems]
    assert journal.nights["cramps"].tolist() == [0, 1, 0, 1]


def test_a_column_that_was_left_blank_says_nothing_and_is_not_called_unused() -> None:
    journal = typed("pickle juice", ["on", "off"], ["", ""])
    assert not [problem for receipt in journal.receipts for problem in receipt.problems]
    assert "pickle_juice" not in journal.days


def test_a_plan_that_is_not_of_on_and_off_is_the_persons_own() -> None:
    """Oracle: other words than the sheet's are a column that nobody knows, and so is the one beside it."""
    journal = typed("pickle juice", ["one glass", "off"], ["yes", "no"])
    [receipt] = journal.receipts
    assert [problem.column for problem in receipt.problems] == ["Plan: pickle juice", "pickle juice"]


def test_what_is_known_of_a_cramp_stays_that_below_any_plan() -> None:
    """Oracle: a column of remarks is one, whatever stands to its left."""
    assert "notes" in typed("Notes", ["on", "off"], ["yes", "no"]).nights
