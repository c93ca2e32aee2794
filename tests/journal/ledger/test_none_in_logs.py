"""Rows of a log that are of no cramp. Oracle: what each answer says, by hand."""

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

FORM = "Timestamp,Where did you have a cramp last night?,Pain\n"


def read(text: str) -> Journal:
    return read_journal([("log.csv", text.encode())])


def counted(journal: Journal) -> dict[str, int]:
    return {
        f"{night:%m-%d}": int(count) for night, count in journal.nights["cramps"].dropna().items() if count
    }


@for_each("none", ["None", "none", "No cramp", "I had no cramp", "nowhere"])
@for_each("head", [FORM, "Date,Where was the cramp,Pain\n", "Timestamp,Cramp location,Pain\n"])
def test_the_moment_of_an_entry_that_says_none_is_no_cramp(head: str, none: str) -> None:
    """A form is sent off each morning, whatever its answer."""
    text = f"{head}2025-03-02 07:12,{none},\n2025-03-03 07:12,Left calf,6\n2025-03-04 07:12,{none},\n"
    assert counted(read(text)) == {"03-02": 1}


def test_none_beside_a_pain_or_beside_the_cramps_own_time_is_a_cramp() -> None:
    assert counted(read(FORM + "2025-03-02 07:12,None,5\n2025-03-03 07:12,Left calf,6\n")) == {
        "03-01": 1,
        "03-02": 1,
    }
    text = "Date,Cramp time,Muscle\n2025-03-02,03:20,none\n2025-03-03,02:10,calf\n"
    assert counted(read(text)) == {"03-01": 1, "03-02": 1}


def test_what_was_written_about_the_last_night_has_no_time_of_a_cramp() -> None:
    """At 14:28 the last night is the one that ended that morning; no cramp came at 14:28."""
    journal = read(FORM + "2025-03-02 14:28,Left calf,6\n2025-03-03 07:12,Right calf,4\n")
    assert counted(journal) == {"03-01": 1, "03-02": 1}
    assert journal.cramps["onset"].isna().all()


@pytest.mark.parametrize(
    ("heading", "none", "some"),
    [
        ("Cramp duration", "no cramp", "5 min"),
        ("Krampfdauer", "kein Krampf", "5 min"),
        ("How bad was the cramp?", "Not at all", "Very bad"),
        ("Krampfstärke", "gar nicht", "stark"),
        ("Cramp relief", "no cramp", "stretching"),
    ],
)
def test_an_answer_that_says_none_is_none_under_each_heading_of_a_cramp(
    heading: str, none: str, some: str
) -> None:
    rows = f"2025-03-02 07:12,{none}\n2025-03-03 07:12,{some}\n2025-03-04 07:12,{none}\n"
    journal = read(f"Timestamp,{heading}\n{rows}")
    assert counted(journal) == {"03-02": 1}
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
