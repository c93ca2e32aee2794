"""Tables without dates, and lists of pains beside a medicine. Oracle: each read by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


def read(text: str, *more: tuple[str, bytes], **how: object) -> Journal:
    return read_journal([*more, ("file.csv", text.encode())], **how)  # type: ignore[arg-type]


def told(journal: Journal) -> list[tuple[str, int | None]]:
    return [(problem.problem, problem.row) for problem in journal.receipts[-1].problems]


@pytest.mark.parametrize(
    "text",
    ["Medicine,Dose\nAmlodipine,5 mg\nSimvastatin,20 mg\n",
     "Medikament;Dosis;Häufigkeit\nAmlodipin;5 mg;täglich\nSimvastatin;20 mg;abends\n",
     "Medicine,Status,Dose\nAmlodipine,active,5 mg\nSimvastatin,current,20 mg\n"],
)  # fmt: skip
def test_a_list_of_medicines_without_dates_was_taken_all_along(text: str) -> None:
    """Two open stretches, each said to be assumed, and no change."""
    journal = read(text, DIARY)
    assert journal.spells["dose"].tolist() == [5, 20]
    assert journal.spells[["first_night", "last_night"]].isna().all(axis=None)
    assert not len(journal.changes)
    assert sum("no date is written" in problem for problem, _ in told(journal)) == 2
    assert journal.receipts[-1].rows.used == 2


def test_a_change_without_a_date_is_rejected_with_its_line() -> None:
    """Only the medicine of which nothing changed is known to be taken."""
    journal = read("Medicine,Change,Dose\nAmlodipine,start,5 mg\nQuinine,stop,\nSimvastatin,,20 mg\n", DIARY)
    assert journal.spells["medication"].tolist() == ["Simvastatin"]
    rows = journal.receipts[-1].rows
    assert (rows.read, rows.used, rows.rejected) == (3, 1, 2)
    assert [row for problem, row in told(journal) if problem == "the row has no date"] == [2, 3]


@pytest.mark.parametrize(
    "text",
    ["Test,Result,Unit\nPotassium,4.1,mmol/L\nMagnesium,0.8,mmol/L\n",
     "Time,Cramps,Pain\n02:10,1,5\n03:10,1,4\n",
     "Start time,End time,Move Minutes count,Step count\n"
     "09:00:00.000+01:00,09:15:00.000+01:00,10,1200\n10:00:00.000+01:00,10:15:00.000+01:00,5,700\n"],
)  # fmt: skip
def test_no_row_without_a_date_is_used(text: str) -> None:
    journal = read(text, DIARY)
    rows = journal.receipts[-1].rows
    assert (rows.read, rows.used, rows.rejected) == (2, 0, 2)
    assert journal.nights["cramps"].tolist() == [0, 1, 0]


PAINS = {
    "Datum;Uhrzeit;Beinschmerz;Medikament;Dosis": "Paracetamol",
    "Date;Heure;Douleur jambe;Médicament;Dose": "Paracétamol",
    "Fecha;Hora;Dolor de la pierna;Medicamento;Dosis": "Paracetamol",
    "Datum;Tijd;Kuitpijn;Medicijn;Dosis": "Paracetamol",
    "Data;Ora;Dolore alla gamba;Farmaco;Dose": "Paracetamolo",
}


@pytest.mark.parametrize("header", PAINS)
def test_pains_of_the_leg_beside_a_medicine_are_no_list_of_changes(header: str) -> None:
    """Three pains of which two were treated: asked about; said so, three cramps and no change."""
    name = PAINS[header]
    text = (
        f"{header}\n01.03.2025;02:10;7;{name};500 mg\n03.03.2025;03:40;5;{name};500 mg\n"
        "14.03.2025;01:20;8;;\n"
    )
    with pytest.raises(JournalError) as refused:
        read(text)
    assert refused.value.receipts[0].question == "are_these_leg_cramps"
    journal = read(text, mapping={"file:file.csv": "cramps"})
    assert len(journal.cramps) == 3
    assert not len(journal.changes)


def test_a_back_pain_beside_a_medicine_is_asked_about() -> None:
    text = "Datum;Uhrzeit;Rückenschmerz;Medikament;Dosis\n01.03.2025;12:10;7;Paracetamol;500 mg\n"
    with pytest.raises(JournalError) as refused:
        read(text)
    assert refused.value.receipts[0].question == "are_these_leg_cramps"
