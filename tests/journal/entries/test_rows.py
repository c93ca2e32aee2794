"""Every column read once, each cell mended or listed. Oracle: read by hand."""

import pytest

from analysis.journal import Journal
from tests.journal.test_reading import ledger, read


def told(journal: Journal) -> list[tuple[int | None, str | None, str]]:
    return [(p.row, p.column, p.action) for p in journal.receipts[0].problems]


def values(journal: Journal, name: str) -> list[object]:
    found = journal.nights[name]
    return found.astype(object).where(found.notna(), None).tolist()


def diary(header: str, *cells: str) -> Journal:
    rows = "".join(f"2024-03-{at:02d},1,{cell}\n" for at, cell in enumerate(cells, start=1))
    return read(f"Night of,Cramps,{header}\n{rows}")


def test_a_table_without_any_date_is_rejected_row_by_row_with_its_number() -> None:
    journal = read("Night of,Cramps\n2024-03-01,1\n", "Cramps,Cramp pain\n1,5\n2,6\n")
    rows = [(p.row, p.action) for p in journal.receipts[1].problems if p.action == "rejected"]
    assert rows == [(2, "rejected"), (3, "rejected")]
    assert journal.receipts[1].rows.used == 0


def test_an_unknown_column_is_listed_once_and_an_empty_one_is_not() -> None:
    journal = read("Night of,Cramps,Frobs,Blanks,Activty\n2024-03-01,1,x,,30\n2024-03-02,0,y,,40\n")
    listed = {p.column: p for p in journal.receipts[0].problems}
    assert set(listed) == {"Frobs", "Activty"}
    assert (listed["Frobs"].row, listed["Frobs"].action) == (None, "not_mapped")
    assert listed["Frobs"].hint == "map it to a field, or keep it under its own name"


@pytest.mark.parametrize(
    ("cells", "delimiter", "expected"),
    [
        (["7,5", "6,25"], ";", [7.5, 6.25]),
        (["7.5", "6.25"], ";", [7.5, 6.25]),
        (["7.5", "8"], ",", [7.5, 8]),
        (['"7,5"', "8"], ",", [7.5, 8]),
        (["7", "8"], ";", [7, 8]),
    ],
)
def test_the_decimal_mark_is_that_of_the_table(
    cells: list[str], delimiter: str, expected: list[float]
) -> None:
    """Oracle: by hand; where no number tells it, a comma in a file parted by semicolons."""
    rows = [f"2024-03-0{at}{delimiter}1{delimiter}{cell}" for at, cell in enumerate(cells, start=1)]
    journal = read("\n".join((f"Night of{delimiter}Cramps{delimiter}Sleep (h)", *rows)))
    assert values(journal, "sleep") == expected


@pytest.mark.parametrize(
    ("began", "ended", "minutes"),
    [
        ("02:10", "02:25", 15), ("23:50", "00:05", 15), ("02:10", "02:10", 0), ("02:10:30", "02:11:00", 0.5),
        ("02:10", "", None), ("", "02:10", None),
    ],
)  # fmt: skip
def test_the_length_of_a_cramp_from_its_beginning_and_end(
    began: str, ended: str, minutes: float | None
) -> None:
    """Oracle: by hand, also over midnight."""
    head = "Night of,Cramps,Cramp started,Cramp ended"
    journal = read(f"{head}\n2024-03-01,1,{began},{ended}\n2024-03-02,1,01:00,01:07\n")
    assert values(journal, "duration") == [minutes, 7]


def test_a_length_that_is_written_stands_and_one_that_is_not_possible_is_listed() -> None:
    head = "Night of,Cramps,Cramp started,Cramp ended,Minutes of cramp"
    journal = read(
        f"{head}\n2024-03-01,1,02:00,02:10,3\n2024-03-02,1,02:00,01:00,\n2024-03-03,1,02:00,02:04,\n"
    )
    assert [None if x != x else x for x in journal.nights["duration"]] == [3, None, 4]
    assert told(journal) == [(3, "Cramp ended", "set_aside")]


def test_a_column_of_which_most_cells_do_not_fit_is_not_used() -> None:
    """Oracle: six of ten are the border; with fewer than eight cells nothing is decided."""
    wrong = diary("Sleep (h)", *["bad"] * 7, *["7"] * 3)
    assert "sleep" not in wrong.nights
    assert (None, "Sleep (h)", "not_mapped") in told(wrong)
    some = diary("Sleep (h)", *["bad"] * 6, *["7"] * 4)
    assert values(some, "sleep") == [None] * 6 + [7] * 4
    assert told(some) == [(row, "Sleep (h)", "set_aside") for row in range(2, 8)]
    few = diary("Sleep (h)", *["bad"] * 6, "7")
    assert values(few, "sleep") == [None] * 6 + [7]


def test_the_side_in_the_name_of_a_muscle() -> None:
    journal = diary("Muscle", "left calf", "calf", "right foot")
    assert values(journal, "muscle") == ["calf", "calf", "foot"]
    assert values(journal, "side") == ["left", None, "right"]
    both = read("Night of,Cramps,Muscle,Side\n2024-03-01,1,left calf,right\n2024-03-02,1,calf,left\n")
    assert values(both, "side") == ["right", "left"]


def test_side_muscle_and_times_in_an_answer_about_cramps() -> None:
    """Oracle: by hand; a bare number names none of them."""
    journal = read(
        'Night of,Cramps\n2024-03-01,left calf\n2024-03-02,"02:10, 04:45"\n2024-03-03,2\n2024-03-04,0\n'
    )
    assert ledger(journal) == {"03-01": 1, "03-02": 2, "03-03": 2, "03-04": 0}
    assert values(journal, "side") == ["left", None, None, None]
    assert values(journal, "muscle") == ["calf", None, None, None]
    assert values(journal, "onset") == [None, "02:10; 04:45", None, None]


def test_a_meaning_that_a_person_gave_to_words() -> None:
    """Oracle: by hand: the words in their column alone, whatever their case; that is said once."""
    text = "Night of,Cramps,Mood\n2024-03-01,Quiet,quiet\n2024-03-02,2,x\n2024-03-03,quiet,x\n"
    meant = read(text, mapping={"word:Cramps:quiet": "none"})
    assert ledger(meant) == {"03-01": 0, "03-02": 2, "03-03": 0}
    assert [one for one in told(meant) if one[1] == "Cramps"] == [(None, "Cramps", "assumed")]
    assert ledger(read(text, mapping={"word:Cramps:noisy": "none"}))["03-02"] == 2


def test_free_text_never_stands_in_a_problem() -> None:
    journal = read("Night of,Cramps,Sleep (h),Relief\n2024-03-01,1,secret,strange cure\n2024-03-02,0,7,\n")
    cells = {p.column: p.cell for p in journal.receipts[0].problems if p.row}
    assert cells.get("Sleep (h)") == "secret"
    assert cells.get("Relief") is None
