"""Columns that tick a medicine and stay blank on other nights. Oracle: read by hand."""

from analysis.journal import Journal
from tests.journal.test_reading import read


def diary(*rows: str) -> Journal:
    lines = (f"2024-03-{at:02d},{row}" for at, row in enumerate(rows, start=1))
    return read("\n".join(("Night of,Cramps,Magnesium", *lines)))


def blanks(journal: Journal) -> list[tuple[int | None, str | None, str]]:
    """The lines about blanks; nights at the end that say no have a line of their own."""
    told = journal.receipts[0].problems
    return [(p.row, p.column, p.action) for p in told if p.problem.startswith("a blank beside ticks")]


def test_a_blank_beside_ticks_is_not_taken_on_nights_with_an_answer() -> None:
    """Ten nights blank and ten ticked: a start on the 11th, and that the blanks were read so is said once."""
    journal = diary(*["0,"] * 10, *["1,x"] * 10)
    assert journal.changes[["generic", "change"]].to_numpy().tolist() == [["magnesium", "start"]]
    assert journal.changes["night"].dt.day.tolist() == [11]
    assert blanks(journal) == [(None, "Magnesium", "assumed")]


def test_two_ticks_or_two_words_answer_no_blank() -> None:
    """Oracle: three nights make it a medicine that is taken; yes and no say what a blank does not."""
    assert blanks(diary(*["0,"] * 10, *["1,x"] * 2)) == []
    assert blanks(diary(*["0,"] * 10, *["1,yes"] * 5, *["1,no"] * 5)) == []
    assert blanks(diary(*["1,x"] * 10)) == []
