"""Whose rows a file holds: rows of two people never make one journal. Every ledger was worked out by hand."""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, Receipt, read_journal
from tests.for_each import for_each

TODAY = date(2026, 1, 1)


def read(*texts: str, **more: object) -> Journal:
    files = [(f"file {at}.csv", text.encode()) for at, text in enumerate(texts)]
    return read_journal(files, today=TODAY, **more)  # type: ignore[arg-type]


def receipts_of(*texts: str, **more: object) -> tuple[Receipt, ...]:
    try:
        return read(*texts, **more).receipts
    except JournalError as error:
        return error.receipts


def ledger(journal: Journal) -> dict[str, float]:
    return {night.strftime("%m-%d"): cramps for night, cramps in journal.nights["cramps"].dropna().items()}


def of(header: str, *rows: str) -> str:
    return "\n".join([f"{header},Night of,Cramps", *rows])


@for_each(
    "header",
    ["Patient", "Person", "Who", "Member", "Child", "Initials", "Profile", "Name", "First name", "Mitglied",
     "Vorname", "Prénom", "Personne", "Quién", "Persona", "Naam", "Nome", "Pessoa", "Namn", "Pacjent", "Kid",
     "Wie", "Kto", "Kuka", "Kdo", "Ki", "Kim", "誰", "Páciens", "Child's name", "Case", "Кто", "Ad"],
)  # fmt: skip
def test_two_names_on_other_dates_are_asked_about(header: str) -> None:
    both = of(header, "Anna,2025-01-01,2", "Anna,2025-01-02,0", "Ben,2025-02-01,5", "Ben,2025-02-02,0")
    (receipt,) = receipts_of(both)
    assert receipt.choices == ("Anna", "Ben")
    assert receipt.rows.used == 0
    chosen = read(both, choose={"file 0.csv": "Ben"})
    assert ledger(chosen) == {"02-01": 5, "02-02": 0}


def test_spelling_and_case_make_no_other_person() -> None:
    one = of("Patient", "Anna,2025-01-01,2", "ANNA ,2025-01-02,0", "anna.,2025-01-03,1", "Ánna,2025-01-04,0")
    journal = read(one, of("Name", "anna,2025-01-05,1"))
    assert ledger(journal) == {"01-01": 2, "01-02": 0, "01-03": 1, "01-04": 0, "01-05": 1}
    assert not any(receipt.choices for receipt in journal.receipts)


def test_two_names_across_files_are_asked_about() -> None:
    anna, ben = of("Patient", "Anna,2025-01-01,2"), of("Who", "Ben,2025-01-02,4")
    steps = "Date,Steps\n2025-01-01,4000\n"
    receipts = receipts_of(anna, ben)
    assert [receipt.choices for receipt in receipts] == [("Anna", "Ben")] * 2
    assert not any(receipt.rows.used for receipt in receipts)
    journal = read(anna, ben, steps)
    assert ledger(journal) == {}
    assert journal.days["steps"].tolist() == [4000]


def test_a_choice_for_one_file_counts_for_every_file() -> None:
    anna, ben = of("Patient", "Anna,2025-01-01,2"), of("Patient", "Ben,2025-01-02,4")
    both = of("Patient", "anna,2025-01-03,0", "Ben,2025-01-03,3")
    journal = read(anna, ben, both, choose={"file 0.csv": "Anna"})
    assert ledger(journal) == {"01-01": 2, "01-03": 0}
    assert journal.receipts[1].rows.used == 0
    assert journal.receipts[1].choices == ("Anna", "Ben")


def test_two_choices_hold_for_their_files() -> None:
    """Somebody who stands as Anna in one file and as A.M. in the other says so for each."""
    files = of("Patient", "Anna,2025-01-01,2"), of("Patient", "A.M.,2025-01-02,0")
    journal = read(*files, choose={"file 0.csv": "Anna", "file 1.csv": "A.M."})
    assert ledger(journal) == {"01-01": 2, "01-02": 0}


def test_a_row_of_nobody_is_no_row_of_the_chosen() -> None:
    both = of("Patient", "Anna,2025-01-01,2", ",2025-01-02,7", "Ben,2025-01-03,1")
    journal = read(both, choose={"file 0.csv": "Anna"})
    assert ledger(journal) == {"01-01": 2}
    assert any("2 rows of other people or of nobody" in p.problem for p in journal.receipts[0].problems)


def test_a_name_of_something_else_is_no_person() -> None:
    sessions = "Name,Date,Distance,Activity (min)\nAnna,2025-01-01,3,20\nBen,2025-01-02,4,30\n"
    named = "Name,Date,Activity (min)\nEvening Run,2025-01-01,20\nMorning Ride,2025-01-02,30\n"
    doses = "Name,Date,Dose,Change\nMagnesium,2025-01-01,400 mg,start\nLasix,2025-01-02,40 mg,start\n"
    tests = "Name,Date,Result,Unit\nPotassium,2025-01-01,4.1,mmol/L\nSodium,2025-01-02,140,mmol/L\n"
    diary = "Date,Cramps\n2025-01-01,1\n2025-01-02,0\n"
    for other in (sessions, named, doses, tests):
        journal = read(diary, other)
        assert not any(receipt.choices for receipt in journal.receipts), other
        assert ledger(journal) == {"01-01": 1, "01-02": 0}


def test_a_column_that_is_mapped_names_nobody() -> None:
    both = of("Profile", "Anna,2025-01-01,2", "Ben,2025-01-02,0")
    assert receipts_of(both)[0].choices == ("Anna", "Ben")
    assert ledger(read(both, mapping={"Profile": "ignore"})) == {"01-01": 2, "01-02": 0}


def test_a_number_of_each_row_is_no_person() -> None:
    rows = [f"{day},2025-01-{day:02d},{day % 2}" for day in range(1, 10)]
    assert len(ledger(read(of("ID", *rows)))) == 9


@pytest.mark.parametrize(("heading", "names"), [("Patient ID", ("101", "102")), ("Patient", ("P01", "P02"))])
def test_numbered_patients_part_a_file_whatever_its_dates(heading: str, names: tuple[str, str]) -> None:
    """By hand: two patients, a night each and none shared, are two journals."""
    rows = [f"{names[day % 2]},2025-01-{day:02d},1" for day in range(1, 7)]
    assert set(receipts_of(of(heading, *rows))[0].choices) == set(names)


@pytest.mark.parametrize(
    "header", ["Wife/Husband", "Family", "Owner", "Recorded by", "Patient initials", "Имя"]
)
def test_a_column_of_names_that_parts_the_nights_is_asked_about_whatever_its_heading(header: str) -> None:
    both = of(header, "Anna,2025-01-01,2", "Ben,2025-01-01,0", "Anna,2025-01-02,0", "Ben,2025-01-02,5")
    (receipt,) = receipts_of(both)
    assert receipt.choices == ("Anna", "Ben")
    journal = read(both, choose={"file 0.csv": "Ben"})
    assert ledger(journal) == {"01-01": 0, "01-02": 5}


@pytest.mark.parametrize("blanks", [",2025-01-03,7", ",2025-01-03,7 ,2025-01-03,1", ",2025-01-01,4"])
def test_a_row_without_a_name_makes_no_journal_of_two_people(blanks: str) -> None:
    """By hand: Anna's and Ben's two nights; the rows without a name count for nobody."""
    rows = ["Anna,2025-01-01,2", "Ben,2025-01-01,0", "Anna,2025-01-02,0", "Ben,2025-01-02,5"]
    both = of("X", *rows, *blanks.split())
    (receipt,) = receipts_of(both)
    assert receipt.choices == ("Anna", "Ben")
    assert ledger(read(both, choose={"file 0.csv": "Ben"})) == {"01-01": 0, "01-02": 5}


def test_a_column_of_sizes_or_halves_of_the_night_names_nobody() -> None:
    for words in (("Big", "Small"), ("Early", "Late"), ("Left", "Right"), ("Calf", "Foot")):
        rows = [f"{word},2025-01-0{day},1" for day in (1, 2) for word in words]
        assert not any(receipt.choices for receipt in receipts_of(of("Sort", *rows)))


@pytest.mark.parametrize(("one", "other"), [("A.S.", "AS"), ("Smith, Anna", "Anna Smith"), ("ANNA", "anna ")])
def test_one_name_in_two_spellings_is_one_person(one: str, other: str) -> None:
    journal = read(of("Name", f'"{one}",2025-01-01,2'), of("Name", f"{other},2025-01-02,0"))
    assert ledger(journal) == {"01-01": 2, "01-02": 0}


@for_each(
    ("heading", "one", "other"),
    [("Kind", "Lena", "Tim"), ("Added by", "Anna", "Ben"), ("Subject", "S01", "S02"),
     ("Subject", "Anna", "Ben"), ("MRN", "4711", "4712"), ("Kürzel", "AB", "CD"), ("Patient no", "P1", "P2"),
     ("Initials", "A1", "B2")],
)  # fmt: skip
@for_each("shared", [True, False])
def test_rows_of_two_people_are_asked_about_whatever_their_dates(
    heading: str, one: str, other: str, *, shared: bool
) -> None:
    dates = ("01", "02", "01", "02") if shared else ("01", "02", "03", "04")
    people = (one, one, other, other) if shared else (one, other, one, other)
    rows = "".join(f"2025-03-{day},{who},1\n" for day, who in zip(dates, people, strict=True))
    with pytest.raises(JournalError) as raised:
        read_journal([("k.csv", f"Date,{heading},Cramps\n{rows}".encode())])
    assert set(raised.value.receipts[0].choices) == {one, other}


@pytest.mark.parametrize(("one", "other"), [("stretch", "walk"), ("Calf", "Foot"), ("mild", "bad")])
def test_kinds_that_are_no_names_part_nobody(one: str, other: str) -> None:
    text = f"Date,Kind,Cramps\n2025-03-01,{one},1\n2025-03-02,{other},0\n2025-03-03,{one},1\n"
    assert not any(receipt.choices for receipt in read_journal([("k.csv", text.encode())]).receipts)


@pytest.mark.parametrize("heading", ["Massage by", "Walk with", "Called"])
def test_names_under_what_somebody_did_part_nobody(heading: str) -> None:
    text = f"Date,{heading},Cramps\n2025-03-01,Anna,1\n2025-03-02,Bob,0\n2025-03-03,Anna,1\n"
    assert len(read_journal([("k.csv", text.encode())]).nights) == 3


@pytest.mark.parametrize(
    "titles", [("Monday", "Tuesday", "Wednesday"), ("Bad night", "Good night", "Bad night"),
               ("Untitled", "New page", "Untitled"), ("Montag", "Dienstag", "Mittwoch")],
)  # fmt: skip
def test_the_titles_of_notes_part_nobody(titles: tuple[str, ...]) -> None:
    """As Notion writes a page a night: its title, and a date of the clock on the wall."""
    dates = [f'"January {day}, 2025 9:00 PM (GMT+1)"' for day in (6, 7, 8)]
    text = of(
        "Name", *(f"{title},{day},{at}" for at, (title, day) in enumerate(zip(titles, dates, strict=True)))
    )
    assert ledger(read(text)) == {"01-06": 0, "01-07": 1, "01-08": 2}
