"""Dates under headings that are not known, beside a time of writing. Oracle: each row read by hand."""

import pytest

from analysis.journal import Journal, JournalError, Receipt, read_journal
from tests.for_each import for_each


def read(text: str, name: str = "form.csv") -> Journal:
    return read_journal([(name, text.encode())])


def by_night(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": cramps for night, cramps in journal.nights["cramps"].dropna().items()}


def refused(text: str) -> Receipt:
    with pytest.raises(JournalError) as caught:
        read(text)
    return caught.value.receipts[0]


def ledger(receipt: Receipt) -> tuple[int, int, int, int]:
    rows = receipt.rows
    return rows.read, rows.used, rows.duplicate, rows.rejected


_THREE_NIGHTS = (
    "17/03/2025 07:12:33;14/03/2025;2\n17/03/2025 07:14:10;15/03/2025;0\n17/03/2025 07:20:10;16/03/2025;1\n"
)


@for_each(
    ("written", "night", "cramps"),
    [("Timestamp", "It concerns", "Leg cramps"),
     ("Submitted at", "Which one?", "Leg cramps"),
     ("Completed at", "Regarding the night", "Leg cramps"),
     ("Finished with the form", "Regarding the night", "Leg cramps"),  # unknown both, and one says a night
     ("Finished with the form", "Regarding", "Leg cramps"),  # neither does, and moments follow the days
     ("Zeitstempel", "Betrifft", "Krämpfe"),
     ("Marca temporal", "¿A cuál se refiere?", "Calambres"),
     ("Horodateur", "Date concernée", "Crampes"),
     ("Informazioni cronologiche", "Riguarda", "Crampi"),
     ("Sygnatura czasowa", "Dotyczy", "Skurcze"),
     ("Časová značka", "Která noc to byla", "Křeče"),
     ("Tidsstempel", "Hvilken natt", "Kramper")],
)  # fmt: skip
def test_three_nights_filled_in_on_one_morning_are_three_nights(
    written: str, night: str, cramps: str
) -> None:
    journal = read(f"{written};{night};{cramps}\n{_THREE_NIGHTS}")
    assert by_night(journal) == {"03-14": 2, "03-15": 0, "03-16": 1}
    assert ledger(journal.receipts[0]) == (3, 3, 0, 0)
    said = [problem.column for problem in journal.receipts[0].problems if "holds dates" in problem.problem]
    assert said == [night]


@pytest.mark.parametrize("heading", ["Sleep day", "Diary day", "activity_day", "Nuit d'eau"])
def test_a_day_under_a_name_of_something_else_dates_its_rows(heading: str) -> None:
    """A heading that says a day, above nothing but dates, holds no hours of sleep and no remarks."""
    journal = read(
        f"Recorded,{heading},Cramps,Water (mL)\n2025-03-05 08:00,2025-03-01,1,1500\n"
        "2025-03-05 08:01,2025-03-02,0,1600\n2025-03-05 08:02,2025-03-03,2,1700\n"
    )
    assert by_night(journal) == {"03-01": 1, "03-02": 0, "03-03": 2}
    assert journal.days["hydration"].dropna().tolist() == [1500, 1600, 1700]


@pytest.mark.parametrize(
    "header",
    ["Messtag,Schritte,Aktualisiert am", "Gemessen,Schritte,Erstellt am", "measured,steps,updated_at"],
)
def test_steps_stand_on_the_day_on_which_they_were_walked(header: str) -> None:
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n")
    rows = (
        "01.03.2025,5400,02.03.2025 08:10\n02.03.2025,6100,03.03.2025 08:10\n13.03.2025,70,13.03.2025 23:10\n"
    )
    journal = read_journal([diary, ("watch.csv", f"{header}\n{rows}".encode())])
    steps = journal.days["steps"].dropna()
    assert {f"{day:%m-%d}": value for day, value in steps.items()} == {
        "03-01": 5400, "03-02": 6100, "03-13": 70,
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        # Two columns of dates, each of which could be the night's.
        "Timestamp,Seen,Told,Cramps\n2025-03-05 08:00,2025-03-01,2025-03-02,1\n"
        "2025-03-06 08:00,2025-03-03,2025-03-04,0\n2025-03-07 08:00,2025-03-05,2025-03-06,2\n",
        # One that comes again and again, as the date of the last visit somewhere does.
        "Timestamp,Hairdresser,Cramps\n2025-03-05 08:00,2025-03-01,1\n2025-03-06 08:00,2025-03-01,0\n"
        "2025-03-07 08:00,2025-03-01,2\n2025-03-08 08:00,2025-03-08,0\n",
        # One that some rows lack.
        "Timestamp,It concerns,Cramps\n2025-03-05 08:00,2025-03-01,1\n2025-03-06 08:00,,0\n"
        "2025-03-07 08:00,2025-03-05,2\n",
    ],
)
def test_where_the_date_of_the_night_is_not_plain_it_is_asked(rows: str) -> None:
    receipt = refused(rows)
    assert receipt.error_code == receipt.question == "which_column_dates"
    assert "night" in [suggestion.field for suggestion in receipt.suggestions]


def test_the_column_that_a_person_names_dates_the_rows_that_were_asked_about() -> None:
    text = (
        "Timestamp,Seen,Told,Cramps\n2025-03-05 08:00,2025-03-01,2025-03-02,1\n"
        "2025-03-06 08:00,2025-03-03,2025-03-04,0\n"
    )
    journal = read_journal([("form.csv", text.encode())], mapping={"Told": "night"})
    assert by_night(journal) == {"03-02": 1, "03-04": 0}


@pytest.mark.parametrize(
    "beside", [("1961-04-02",) * 3, ("2025-04-01", "2025-04-01", "2025-05-02"), ("yes", "no", "yes")]
)
def test_a_birthday_and_a_visit_to_come_are_no_dates_of_nights(beside: tuple[str, str, str]) -> None:
    """Then the morning of the writing stays the end of the night, as before."""
    rows = "".join(
        f"2025-03-0{at} 08:00,{date},{cramps}\n"
        for at, date, cramps in zip("567", beside, "102", strict=True)
    )
    assert by_night(read(f"Timestamp,About me,Leg cramps\n{rows}")) == {"03-04": 1, "03-05": 0, "03-06": 2}


@pytest.mark.parametrize("heading", ["First seen,Last refill", "Last refill,First seen", "Seen,Told"])
def test_two_columns_of_dates_of_which_none_is_when_the_rows_were_written_are_asked_about(
    heading: str,
) -> None:
    rows = "2025-03-01,2025-02-27,1\n2025-03-03,2025-03-02,0\n2025-03-05,2025-03-02,2\n"
    text = f"{heading},Leg cramps\n{rows}"
    receipt = refused(text)
    assert receipt.error_code == receipt.question == "which_column_dates"
    assert "written" not in (receipt.error or "")
    first = heading.partition(",")[0]
    told = read_journal([("form.csv", text.encode())], mapping={first: "night"})
    assert by_night(told) == {"03-01": 1, "03-03": 0, "03-05": 2}


def test_beside_a_birthday_the_dates_that_change_are_those_of_the_nights() -> None:
    journal = read(
        "Me,Seen,Leg cramps\n1961-04-02,2025-03-01,1\n1961-04-02,2025-03-03,0\n1961-04-02,2025-03-05,2\n"
    )
    assert by_night(journal) == {"03-01": 1, "03-03": 0, "03-05": 2}
