"""Known exports and event logs as entries. Oracle: what became of each row and column, by hand."""

import pytest

from analysis.journal import JournalError, read_journal
from tests.journal.test_reading import TODAY, ledger

EVENTS = b"Time,Event\n2024-03-01 02:10,Leg cramp\n2024-03-01 09:00,Coffee\n2024-03-03 03:00,Leg cramp\n"


def test_a_kind_is_taken_by_its_name_and_others_are_listed() -> None:
    journal = read_journal([("log.csv", EVENTS)], today=TODAY)
    told = {problem.problem: problem.action for problem in journal.receipts[0].problems}
    assert told["the kind of event “Leg cramp” was taken for cramps by its name"] == "assumed"
    assert journal.receipts[0].event_kinds == ("Leg cramp", "Coffee")
    assert journal.nights["cramps"].sum() == 2


def test_a_kind_that_nobody_mapped_is_not_used_and_a_mapped_one_is() -> None:
    log = EVENTS.replace(b"Coffee", b"Zumba")
    journal = read_journal([("log.csv", log)], today=TODAY)
    assert journal.receipts[0].rows.rejected == 1
    assert any(
        "“Zumba” is not mapped" in problem.problem and problem.action == "not_mapped"
        for problem in journal.receipts[0].problems
    )
    told = read_journal(
        [("log.csv", log)], mapping={"kind:Leg cramp": "ignore", "kind:Zumba": "cramps"}, today=TODAY
    )
    assert told.nights["cramps"].sum() == 1
    assert told.receipts[0].rows.used == 1


def test_a_long_kind_is_cut_in_what_is_said() -> None:
    log = EVENTS.replace(b"Coffee", b"Z" * 60)
    (said,) = [
        problem.problem
        for problem in read_journal([("log.csv", log)], today=TODAY).receipts[0].problems
        if problem.action == "not_mapped"
    ]
    assert f"“{'Z' * 39}…”" in said


def test_a_log_of_which_no_kind_is_known_is_asked_about() -> None:
    log = EVENTS.replace(b"Coffee", b"Zumba")
    with pytest.raises(JournalError) as asked:
        read_journal([("log.csv", log)], mapping={"kind:Leg cramp": "ignore"}, today=TODAY)
    assert asked.value.receipts[0].error_code == "which_kind"


def test_a_log_beside_a_diary_changes_only_its_own_nights() -> None:
    diary = b"Date,Cramps\n2024-02-28,0\n2024-02-29,0\n2024-03-01,0\n2024-03-02,0\n"
    journal = read_journal([("diary.csv", diary), ("log.csv", EVENTS)], today=TODAY)
    assert ledger(journal) == {"02-28": 0, "02-29": 1, "03-01": 0, "03-02": 1}


@pytest.mark.parametrize(
    ("other", "nights"),
    [("03/25/2024", {"03-01": 1, "03-02": 1}), ("25/01/2024", {"01-03": 1, "02-03": 1})],
)
def test_the_order_of_day_and_month_is_that_of_all_events(other: str, nights: dict[str, float]) -> None:
    """Both cramps could be of January and February, or of March; the dentist's 25 tells which."""
    log = f"Event,Date\nLeg cramp,03/01/2024\nDentist,{other}\nLeg cramp,03/02/2024\n"
    journal = read_journal([("log.csv", log.encode())], today=TODAY)
    assert {night: count for night, count in ledger(journal).items() if count} == nights
    assert not journal.receipts[0].date_order_open


def test_an_order_that_no_event_tells_is_taken_for_the_likelier_and_said() -> None:
    log = "Event,Date\nLeg cramp,03/01/2024\nDentist,03/05/2024\nShopping,03/06/2024\nDentist,03/07/2024\n"
    journal = read_journal([("log.csv", log.encode())], today=TODAY)
    assert ledger(journal) == {"03-01": 1}
    assert journal.receipts[0].date_order_open
    assert any("day and month" in problem.problem for problem in journal.receipts[0].problems)


def test_events_without_a_year_are_of_the_year_that_the_file_names() -> None:
    """By hand: 31 December 2023 and 1 January 2024; each date is said to have been given its year."""
    log = b"Date,Event\n30 Dec,Leg cramp\n31 Dec,Leg cramp\n1 Jan,Coffee\n2 Jan,Leg cramp\n"
    journal = read_journal([("log 2023.csv", log)], today=TODAY)
    dated = {f"{night:%Y-%m-%d}" for night in journal.nights.index[journal.nights["cramps"] > 0]}
    assert dated == {"2023-12-30", "2023-12-31", "2024-01-02"}
    said = [problem.row for problem in journal.receipts[0].problems if problem.action == "repaired"]
    assert said == [2, 3, 4, 5]


def test_the_column_of_the_night_is_one_though_the_times_of_cramps_are_told_beside_it() -> None:
    log = b'Date,Event\n2025-03-01,"2 cramps at 23:00, 04:10"\n2025-03-02,no cramps\n2025-03-03,walk\n'
    columns = {column.header: column.field for column in read_journal([("log.csv", log)]).receipts[0].columns}
    assert columns["Date"] == "night"
