"""The column that says whether a dose was taken. Oracle: the record a person would write of such a list."""

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

NIGHTS = [f"2025-01-{day:02d}" for day in range(4, 32)] + [f"2025-02-{day:02d}" for day in range(1, 29)]
DIARY = ("diary.csv", "\n".join(["Night of,Cramps", *(f"{night},0" for night in NIGHTS)]).encode())


def doses(heading: str, before: str, after: str, beside: str = "Date,Medicine,Dose") -> Journal:
    """A list of doses of 56 nights with one cell in January and another in February."""
    cells = [before] * 28 + [after] * 28
    rows = [f"{night},Quinine,200 mg,{cell}" for night, cell in zip(NIGHTS, cells, strict=True)]
    return read_journal([DIARY, ("doses.csv", "\n".join([f"{beside},{heading}", *rows]).encode())])


def told(journal: Journal) -> list[tuple[str, str]]:
    return [(f"{row.night:%m-%d}", row.change) for row in journal.changes.itertuples()]


@for_each(
    ("heading", "before", "after"),
    [
        ("Taken", "1", "0"),
        ("Taken", "x", ""),
        ("Took it?", "y", "n"),
        ("Missed", "no", "yes"),
        ("Skipped", "0", "1"),
        ("Skipped", "", "x"),
        ("Reason not taken", "", "forgot"),
        ("Reason skipped", "", "felt sick"),  # only a dose that was skipped has a reason for it
        ("Response", "Taken", "Not taken"),
        ("Quantity taken", "1", "0"),
        ("Count", "1", "0"),
        ("Oublié", "non", "oui"),
        ("Eingenommen", "ja", "nein"),
    ],
)
def test_doses_that_were_not_taken_from_february_on_are_a_stop(heading: str, before: str, after: str) -> None:
    journal = doses(heading, before, after)
    assert told(journal) == [("02-01", "stop")]
    assert journal.spells["dose"].tolist() == [200.0]


def test_what_a_status_does_not_say_is_asked_and_never_taken() -> None:
    """Neither a stop nor 28 nights more: the rows are given back with what to write."""
    journal = doses("Taken", "yes", "perhaps")
    assert told(journal) == []
    receipt = journal.receipts[1]
    assert (receipt.rows.used, receipt.rows.rejected) == (28, 28)
    assert {one.hint for one in receipt.problems if one.action == "rejected"} == {"write taken or skipped"}


@pytest.mark.parametrize("heading", ["With food", "Side effects", "Taken with food", "Taken for"])
def test_a_yes_or_no_about_something_else_is_no_status(heading: str) -> None:
    assert told(doses(heading, "yes", "no")) == []


def test_more_than_one_under_taken_counts_tablets() -> None:
    """Two tablets of 200 mg a night in January, none in February."""
    journal = doses("Taken", "2", "0")
    assert told(journal) == [("02-01", "stop")]
    assert journal.spells["dose"].tolist() == [400.0]


def test_what_a_dose_was_taken_for_is_no_status() -> None:
    """Every dose was taken, for the cramps."""
    journal = doses("Taken for", "cramps", "cramps")
    assert journal.spells["dose"].tolist() == [200.0]
    assert journal.receipts[1].rows.rejected == 0


def test_an_empty_column_of_what_was_missed_assumes_nothing() -> None:
    assert [
        one for one in doses("Missed reason", "", "").receipts[1].problems if one.action == "assumed"
    ] == []


def diary(heading: str, before: str, after: str) -> Journal:
    """A diary of 56 nights with quinine in each, and a column behind it with a cell for each month."""
    cells = [before] * 28 + [after] * 28
    rows = [f"{night},0,Quinine 200 mg,{cell}" for night, cell in zip(NIGHTS, cells, strict=True)]
    text = "\n".join([f"Night of,Cramps,Medication,{heading}", *rows])
    return read_journal([("diary.csv", text.encode())])


@pytest.mark.parametrize(
    ("heading", "before", "after"),
    [
        ("Taken", "yes", "no"),
        ("Did you take it?", "y", "n"),
        ("Tablet taken", "x", ""),
        ("Status", "taken", "skipped"),
        ("Missed", "", "x"),
        ("Reason skipped", "", "out of stock"),
        ("Eingenommen", "ja", "nein"),
    ],
)
def test_a_column_of_a_diary_about_its_doses_tells_them(heading: str, before: str, after: str) -> None:
    assert told(diary(heading, before, after)) == [("02-01", "stop")]


@for_each(
    "heading",
    [
        *("Splint used", "Alcohol taken", "Took a walk", "Exercise done", "Stretching done", "Used heat pad"),
        *("Checked", "Confirmed by nurse", "Entry complete", "Logged", "Answer", "Outcome", "OK?"),
    ],
)
def test_a_column_of_a_diary_about_something_else_says_nothing_of_doses(heading: str) -> None:
    """The quinine stands in each row; whether a splint was used does not take it away."""
    journal = diary(heading, "yes", "no")
    assert told(journal) == []
    assert journal.spells["dose"].tolist() == [200.0]


@pytest.mark.parametrize("remark", ["forgot", "skipped", "not taken", "taken late"])
def test_a_blank_remark_says_nothing_of_a_dose(remark: str) -> None:
    for journal in (diary("Notes", remark, ""), doses("Notes", remark, "")):
        assert told(journal) == []
        assert journal.spells["dose"].tolist() == [200.0]
