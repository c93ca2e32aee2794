"""A heading of "times" that counts.

Oracle: the number of cramps that a careful person would write down for each night, by hand.
"""

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each


def read(name: str, text: str) -> Journal:
    return read_journal([(name, text.encode())])


def counts(journal: Journal) -> list[float]:
    return [float(count) for count in journal.nights["cramps"]]


@pytest.mark.parametrize(
    "heading",
    [
        "Leg cramps (times)", "Cramps (times per night)", "How many times did you have leg cramps?",
        "No. of times (cramps)", "Krampfzeit (Anzahl)", "Crampes (fois)", "Times cramped",
    ],
)  # fmt: skip
def test_a_heading_that_says_how_often_counts(heading: str) -> None:
    journal = read("diary.csv", f"Night of,{heading}\n2025-03-01,2\n2025-03-02,0\n2025-03-03,1\n")
    assert counts(journal) == [2, 0, 1]


@pytest.mark.parametrize("heading", ["Cramp times", "Leg cramps - times"])
def test_bare_numbers_below_times_of_cramps_are_asked_about(heading: str) -> None:
    with pytest.raises(JournalError, match="say what it holds"):
        read("diary.csv", f"Night of,{heading}\n2025-03-01,2\n2025-03-02,0\n2025-03-03,1\n")


def test_beside_the_cramps_they_change_no_count() -> None:
    journal = read(
        "diary.csv", "Night of,Cramps,Cramp times\n2025-03-01,2,2\n2025-03-02,0,0\n2025-03-03,1,1\n"
    )
    assert counts(journal) == [2, 0, 1]
    assert "Cramp times" in [problem.column for problem in journal.receipts[0].problems]


def test_hours_beside_a_yes_or_no_count_nothing() -> None:
    """By hand: a cramp at 23, at 4 and at 2 o'clock, and a night without."""
    rows = "2026-01-01,23,yes\n2026-01-02,4,yes\n2026-01-03,2,yes\n2026-01-04,,no\n"
    journal = read("diary.csv", f"Date,Times,Leg cramps\n{rows}")
    assert counts(journal) == [1, 1, 1, 0]
    assert "Times" in [problem.column for problem in journal.receipts[0].problems]


@pytest.mark.parametrize("told", [{}, {"file:leg cramps.csv": "cramps"}])
def test_bare_numbers_below_times_alone_are_asked_about(told: dict[str, str]) -> None:
    """Oracle: that the file is about cramps does not say whether these are hours."""
    rows = "2026-01-01,2\n2026-01-02,0\n2026-01-03,1\n"
    with pytest.raises(JournalError) as raised:
        read_journal([("leg cramps.csv", f"Date,Times\n{rows}".encode())], mapping=told)
    assert raised.value.receipts[0].question == "which_column_counts"


def test_times_of_the_clock_below_such_a_heading_stay_times() -> None:
    journal = read("diary.csv", "Night of,Cramp times\n2025-03-01,02:10\n2025-03-03,01:30 and 04:00\n")
    assert counts(journal) == [1, 0, 2]
    assert journal.nights["onset"].tolist()[0] == "02:10"


@for_each(
    "heading",
    ["When", "Quand", "Wann", "Kl.", "Godz.", "何時ごろ", "Klockan", "時間", "Kiedy", "Når", "När", "Hvornår",
     "Milloin", "Kdy", "Mikor", "Quando", "Cuándo", "Wanneer", "Klo", "いつ", "何時", "A qué hora",
     "Um wie viel Uhr", "Hoe laat", "Time woken", "Alle ore", "Ne zaman", "O której", "V kolik", "A che ora",
     "Hány órakor", "Saat kaçta", "A que horas", "À quelle heure", "Vid vilken tid", "Hvad tid",
     "Mihin aikaan"],
)  # fmt: skip
def test_a_heading_above_clock_times_is_that_of_the_cramps(heading: str) -> None:
    text = f'Date,Cramps,{heading}\n2025-03-01,0,\n2025-03-02,1,02:10\n2025-03-03,2,"01:30, 04:45"\n'
    cramps = read_journal([("diary.csv", text.encode())]).cramps
    assert [f"{at:%d %H:%M}" for at in cramps["onset"]] == ["03 02:10", "04 01:30", "04 04:45"]


def test_a_heading_of_when_above_dates_is_the_date() -> None:
    text = "When,Cramps\n2025-03-01,0\n2025-03-02,1\n"
    assert read_journal([("diary.csv", text.encode())]).nights["cramps"].tolist() == [0, 1]


def test_hours_below_a_heading_of_their_unit_are_no_times_of_cramps() -> None:
    """Oracle: 6:45 and 7:30 under "H" are the hours of a sleep as well as times of the clock."""
    text = "Date,Cramps,H\n2025-03-01,1,6:45\n2025-03-02,0,7:30\n2025-03-03,1,7:10\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert "onset" not in journal.cramps or journal.cramps["onset"].isna().all()
    assert "this column is not known and not used" in {each.problem for each in journal.receipts[0].problems}


@pytest.mark.parametrize("heading", ["Time woken", "Time of waking", "Woke time", "Heures de réveil"])
def test_times_of_waking_that_every_night_has_are_no_onsets(heading: str) -> None:
    """Oracle: nights without a cramp were woken from in the morning as well, so the cramps have no time."""
    rows = [f"2025-03-0{day},{count},06:1{day}\n" for day, count in enumerate((1, 0, 0, "", 2, 0), 1)]
    journal = read_journal([("diary.csv", f"Date,Leg cramps,{heading}\n{''.join(rows)}".encode())])
    assert len(journal.cramps) == 3
    assert journal.cramps["onset"].isna().all()
    (said,) = [each.problem for each in journal.receipts[0].problems if "waking" in each.problem]
    assert said.endswith("is no cramp's")


def test_when_behind_something_else_is_no_time_of_the_cramps() -> None:
    """Oracle: 17:11 is when the walk was; the heading stands behind it."""
    text = "Date,Leg cramps,Walk (min),When\n2025-03-01,1,30,17:11\n2025-03-02,0,,\n2025-03-03,0,20,16:00\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert journal.cramps["onset"].isna().all()
    assert "this column is not known and not used" in {each.problem for each in journal.receipts[0].problems}
