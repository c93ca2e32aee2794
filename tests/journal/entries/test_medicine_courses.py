"""First day, pause, last day and length of what a list of medicines tells. Oracle: each row, read by hand."""

from analysis.journal.entries.medicine_courses import nights_in
from tests.for_each import for_each
from tests.journal.medicines.test_record import changes, diary, read, spells


@for_each(
    ("text", "heading", "nights"),
    [("7 days", "", 7), ("a week", "", 7), ("two weeks", "", 14), ("10", "Days", 10), ("3", "Weeks", 21),
     ("10 Tage", "", 10), ("5 jours", "", 5), ("2 semanas", "", 14), ("7 giorni", "", 7), ("1 month", "", 30),
     ("10-day", "", 10), ("for 5 nights", "", 5), ("until better", "", None), ("7", "", None),
     ("", "Days", None)],
)  # fmt: skip
def test_the_length_of_a_course(text: str, heading: str, nights: int | None) -> None:
    assert nights_in(text, heading) == nights


def test_a_pause_and_a_restart_between_the_first_and_the_last_day() -> None:
    rows = "Atorvastatin,20 mg,2025-01-06,2025-02-10,2025-03-02,\nQuinine,200 mg,2025-01-11,,,2025-03-11\n"
    journal = read(diary(90), f"Medicine,Dose,Started,Paused,Resumed,Stopped\n{rows}")
    expected = {("atorvastatin", 20, 5, 39), ("atorvastatin", 20, 60, None), ("quinine", 200, 10, 68)}
    assert set(spells(journal)) == expected
    assert [(night, change) for night, _, change, _ in changes(journal)] == [
        (5, "start"), (10, "start"), (40, "pause"), (60, "resume"), (69, "stop")
    ]  # fmt: skip


def test_a_length_that_is_not_understood_is_said() -> None:
    journal = read(diary(60), "Medicine,Dose,Start,Duration\nQuinine,200 mg,2025-01-21,till better\n")
    assert spells(journal) == [("quinine", 200, 20, None)]
    assert any("how long" in one.problem for one in journal.receipts[1].problems)
