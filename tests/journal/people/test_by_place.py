"""Whom the names of files, sheets and titles tell apart. Every ledger was worked out by hand."""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.journal.people.test_whose_rows import ledger, of, receipts_of

TODAY = date(2026, 1, 1)


def titled(name: str, first: str = "Patient") -> bytes:
    return f"Cramp diary\n{first}: {name}\nNight of,Cramps\n2025-01-01,{len(name)}\n2025-01-02,0\n".encode()


@pytest.mark.parametrize("word", ["Patient", "Name", "Patientin", "Paciente", "Nom", "Naam"])
def test_two_people_named_above_their_tables_are_never_one_journal(word: str) -> None:
    """Anna's and Ben's diaries of the same nights: whose it is, is asked; chosen, only Ben's 3 count."""
    files = [("a.csv", titled("Anna", word)), ("b.csv", titled("Ben", word))]
    with pytest.raises(JournalError) as refused:
        read_journal(files)
    assert {receipt.choices for receipt in refused.value.receipts} == {("Anna", "Ben")}
    journal = read_journal(files, choose={"a.csv": "Ben"})
    assert journal.nights["cramps"].tolist() == [3, 0]


def test_one_person_named_above_two_tables_in_two_spellings_is_one() -> None:
    journal = read_journal(
        [
            ("a.csv", titled("Anna Smith, DOB: 1950")),
            ("b.csv", b"Patient: anna  smith\nDate,Water (mL)\n2025-01-01,1500\n"),
        ]
    )
    assert journal.days["hydration"].tolist() == [1500]


def test_the_name_of_a_list_is_no_person() -> None:
    files = [
        ("a.csv", b"Name: Leg cramps\nNight of,Cramps\n2025-01-01,0\n2025-01-02,1\n"),
        ("b.csv", b"Name: Water log\nDate,Water (mL)\n2025-01-01,1500\n2025-01-02,1400\n"),
    ]
    assert read_journal(files).days["hydration"].tolist() == [1500, 1400]


NIGHTS = "Night of,Cramps\n2025-01-01,{}\n2025-01-02,{}\n"


def named_files(*named: tuple[str, str], **more: object) -> Journal | JournalError:
    try:
        files = [(name, text.encode()) for name, text in named]
        return read_journal(files, today=TODAY, **more)  # type: ignore[arg-type]
    except JournalError as error:
        return error


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("anna.csv", "ben.csv"),
        ("Cramps Anna.csv", "Cramps Ben.csv"),
        ("Krämpfe Zeynep.csv", "Krämpfe Ayodele.csv"),
        ("Zeynep's diary.csv", "Ayodele's diary.csv"),
        ("leg_cramps_mum.csv", "leg_cramps_dad.csv"),
    ],
)
def test_files_that_differ_in_nothing_but_a_name_are_asked_about(one: str, other: str) -> None:
    """Both tell of the same two nights, and otherwise."""
    first, second = (one, NIGHTS.format(0, 1)), (other, NIGHTS.format(3, 3))
    found = named_files(first, second)
    assert isinstance(found, JournalError)
    assert [receipt.error_code for receipt in found.receipts] == ["several_people"] * 2
    chosen = named_files(first, second, choose={one: found.receipts[0].choices[0]})
    assert isinstance(chosen, Journal)
    assert ledger(chosen) == {"01-01": 0, "01-02": 1}


@pytest.mark.parametrize(
    ("one", "other"),
    [("home.csv", "hotel.csv"), ("Jan.csv", "Feb.csv"), ("old.csv", "new.csv"), ("diary.csv", "steps.csv"),
     ("anna diary.csv", "anna phone.csv")],
)  # fmt: skip
def test_other_words_in_the_names_of_files_name_nobody(one: str, other: str) -> None:
    found = named_files((one, NIGHTS.format(0, 1)), (other, NIGHTS.format(3, 3)))
    assert isinstance(found, Journal)
    assert ledger(found) == {"01-01": 3, "01-02": 3}


def test_beside_two_people_a_file_named_in_the_same_way_is_somebodys() -> None:
    """By hand: Anna and Ben have common names, Xanthe has not; none of the three months is one journal."""
    rows = "\n".join(f"2025-{{month:02d}}-{day:02d},{day % 2}" for day in range(1, 10))
    files = [
        (f"{name}.csv", f"date,cramps\n{rows.format(month=month)}\n".encode())
        for month, name in enumerate(("anna", "xanthe", "ben"), 1)
    ]
    with pytest.raises(JournalError) as refused:
        read_journal(files)
    assert all(receipt.choices for receipt in refused.value.receipts)
    assert len(read_journal(files, choose={"xanthe.csv": "Xanthe"}).nights) == 9


@pytest.mark.parametrize(("one", "other"), [("Mum", "Me"), ("Son", "Daughter"), ("May", "June")])
def test_names_that_are_words_too_part_the_nights_that_they_share(one: str, other: str) -> None:
    both = of("Name", *(f"{who},2025-01-0{day},{day}" for day in (1, 2) for who in (one, other)))
    (receipt,) = receipts_of(both)
    assert receipt.choices == (one, other)
