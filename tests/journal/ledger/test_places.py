"""Where the files say something about a night. Oracle: counted by hand in the files."""

from analysis.journal import Journal
from tests.journal.test_reading import read


def places(journal: Journal) -> list[tuple[str, str, float]]:
    found = journal.places
    return [
        (f"{night:%m-%d}", file, row)
        for night, file, row in zip(found["night"], found["file"], found["row"], strict=True)
    ]


def test_every_row_that_says_something_of_a_night_is_a_place() -> None:
    """The line with the headings is row 1; a blank line counts, a row without a date and one that is not
    understood are no place, one that only repeats another is."""
    journal = read(
        "Night of,Cramps\n2024-03-01,1\n\n2024-03-02,0\n,3\n2024-03-02,0\n2024-03-03,2\n",
        "Date and time,Cramp pain\n2024-03-02 02:10,5\n2024-03-02 03:10,5\n",
    )
    assert sorted(places(journal)) == [
        ("03-01", "file 0.csv", 2),
        ("03-01", "file 1.csv", 2),
        ("03-01", "file 1.csv", 3),
        ("03-02", "file 0.csv", 4),
        ("03-02", "file 0.csv", 6),
        ("03-03", "file 0.csv", 7),
    ]


def test_a_journal_without_a_night_has_no_place() -> None:
    journal = read("Date,Medication,Change\n2024-03-01,quinine,start\n")
    assert list(journal.places.columns) == ["night", "file", "row"]
    assert len(journal.places) == 0
