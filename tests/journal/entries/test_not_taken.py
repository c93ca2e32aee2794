"""Nights at the end without a medicine, too few for a stop. Oracle: counted by hand."""

from analysis.journal import Journal
from tests.for_each import for_each
from tests.journal.entries.reading import diary, read
from tests.journal.test_reading import read as read_files

SAID = "at the end say"


def lines(journal: Journal) -> list[tuple[str, str | None]]:
    """The number of nights and the medicine of each such line."""
    found = [one for one in journal.receipts[0].problems if SAID in one.problem]
    return [(one.problem.split()[0], one.cell) for one in found]


@for_each(
    ("nights", "said"),
    [
        (1, [("1", "ramipril")]),
        (5, [("5", "ramipril")]),
        (7, [("7", "ramipril")]),
        (8, []),  # a stop
        (0, []),
    ],
)
@for_each("word", ["not taking ramipril", "no"])
def test_how_many_nights_were_without_it(nights: int, said: list[tuple[str, str]], word: str) -> None:
    journal = read(diary("Medication", ["ramipril 5 mg"] * 35 + [word] * nights))
    assert lines(journal) == said
    assert journal.changes["change"].tolist() == (["stop"] if nights == 8 else [])
    assert journal.spells["last_night"].isna().all() == (nights < 8)


def test_blank_nights_say_nothing() -> None:
    assert lines(read(diary("Medication", ["ramipril 5 mg"] * 35 + [""] * 5))) == []


def test_a_stop_that_was_told_needs_no_line() -> None:
    cells = ["ramipril 5 mg"] * 35 + ["stopped ramipril"] + ["not taking ramipril"] * 4
    assert lines(read(diary("Medication", cells))) == []


def test_a_column_named_after_it() -> None:
    assert lines(read(diary("Ramipril", ["yes"] * 35 + ["no"] * 4))) == [("4", "Ramipril")]


def test_a_list_of_doses() -> None:
    rows = [f"2025-01-{day:02d},ramipril 5 mg,{'taken' if day < 21 else 'skipped'}" for day in range(1, 25)]
    journal = read_files("Date,Medication,Status\n" + "\n".join(rows) + "\n")
    assert lines(journal) == [("4", "ramipril")]
