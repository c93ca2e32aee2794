"""Cramps of other parts of the body. Oracle: each file read by hand, with its ledger worked out by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal


def read(text: str, name: str = "file.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


def test_a_row_of_a_log_about_the_hand_is_rejected_with_its_line() -> None:
    """Cramps after midnight on 1 and 5 March, of the calf and the foot; that of the hand between is none."""
    text = "Date,Time,Where\n2025-03-01,02:10,left calf\n2025-03-02,03:10,hand\n2025-03-05,03:10,foot\n"
    journal = read(text, "leg cramps.csv")
    assert {night for night, count in ledger(journal).items() if count} == {"02-28", "03-04"}
    (receipt,) = journal.receipts
    assert (receipt.rows.used, receipt.rows.rejected) == (2, 1)
    assert [problem.row for problem in receipt.problems if problem.action == "rejected"] == [3]


def test_a_night_of_a_diary_about_the_hand_is_not_logged() -> None:
    """Of four nights that of the hand is unknown; calf and hand in one cell are the calf's."""
    text = (
        "Date,Cramps,Muscle,Time\n2025-03-01,1,calf,02:10\n2025-03-02,1,Hand,03:10\n2025-03-03,0,,\n"
        "2025-03-04,2,calf and hand,02:10\n"
    )
    journal = read(text)
    assert ledger(journal) == {"03-01": 1, "03-03": 0, "03-04": 2}
    assert journal.not_understood == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("Datum;Krämpfe;Stelle\n01.03.2025;2;Hand\n02.03.2025;1;Finger\n", [2, 1]),
     ("Date,Spasms,Where\n2025-03-01,2,eyelid\n2025-03-02,1,jaw\n", [2, 1]),
     ("Date,Bowel movements,Cramping,Bloating\n2025-03-01,2,severe,yes\n2025-03-02,3,none,no\n", [1, 0]),
     ("Fecha,Deposiciones,Calambres,Gases\n2025-03-01,2,2,sí\n2025-03-02,3,0,no\n", [2, 0]),
     ("Datum;Stuhlgang;Krämpfe;Blähungen\n01.03.2025;2;2;ja\n02.03.2025;1;0;nein\n", [2, 0])],
)  # fmt: skip
def test_cramps_that_may_all_be_others_are_asked_about(text: str, said: list[float]) -> None:
    """Nothing is read until somebody says that they are leg cramps; then what is written counts."""
    with pytest.raises(JournalError) as refused:
        read(text)
    assert refused.value.receipts[0].question == "are_these_leg_cramps"
    journal = read(text, mapping={"file:file.csv": "cramps"})
    assert journal.nights["cramps"].tolist() == said


@pytest.mark.parametrize(
    "text",
    ["Date,Cramps,Magnesium,Diarrhoea\n2025-03-01,2,300,no\n2025-03-02,0,300,yes\n",
     "Night of,Cramps,Bowel movements,Bloating\n2025-03-01,2,1,no\n2025-03-02,0,2,yes\n"],
)  # fmt: skip
def test_one_effect_of_a_medicine_or_the_word_night_leaves_a_diary_what_it_is(text: str) -> None:
    assert ledger(read(text)) == {"03-01": 2, "03-02": 0}


@pytest.mark.parametrize(
    ("heading", "rows"),
    [("Cramp #", "2025-03-01,02:10,1 2025-03-04,03:10,2 2025-03-09,01:10,3"),
     ("Krampf-Nr.", "2025-03-01,02:10,1 2025-03-04,03:10,2"),
     ("Crampe n°", "2025-03-01,02:10,1 2025-03-01,04:10,2 2025-03-09,01:10,1"),
     ("Cramp number", "2025-03-09,01:10,1 2025-03-01,04:10,2 2025-03-01,02:10,1"),
     ("Calambre nº", "2025-03-01,02:10,1 2025-03-04,03:10,2 2025-03-09,01:10,3")],
)  # fmt: skip
def test_a_cramp_s_own_number_is_no_count(heading: str, rows: str) -> None:
    """Each row is one cramp, whatever number it bears, in the order of the file or of each night."""
    journal = read("Date,Time," + heading + "\n" + rows.replace(" ", "\n") + "\n")
    assert len(journal.cramps) == len(rows.split())
    assert journal.receipts[0].rows.used == len(rows.split())


def test_a_number_of_cramps_stays_a_count() -> None:
    journal = read("Date,Cramp number\n2025-03-01,1\n2025-03-02,2\n2025-03-03,0\n")
    assert ledger(journal) == {"03-01": 1, "03-02": 2, "03-03": 0}
