"""A 0 or a word for none where a time, a side or a remedy is asked for.

Oracle: the number of cramps that a careful person would write down for each night, by hand.
"""

import pytest

from tests.journal.columns.test_times_that_count import counts, read


@pytest.mark.parametrize(
    ("heading", "told"),
    [("Time of cramp", "02:10"), ("Uhrzeit Wadenkrampf", "02:10"), ("Cramp side", "left"),
     ("Cramp location", "left calf")],
)  # fmt: skip
def test_a_0_for_the_time_or_place_of_a_cramp_is_no_cramp(heading: str, told: str) -> None:
    rows = f"2025-03-01,{told}\n2025-03-02,0\n2025-03-03,{told}\n2025-03-04,0\n"
    journal = read("log.csv", f"Night of,{heading}\n{rows}")
    assert journal.nights["cramps"].sum() == 2
    assert len([one for one in journal.receipts[0].problems if one.cell == "0"]) == 2


def test_a_0_for_the_time_of_a_cramp_that_is_told_takes_nothing_back() -> None:
    journal = read("log.csv", "Date,Cramp time,Side,Pain\n2025-03-01,2,left,6\n2025-03-02,0,right,5\n")
    assert journal.nights["cramps"].sum() == 2


@pytest.mark.parametrize(
    ("heading", "rows"),
    [("Cramp time", '01,02:10\n02,0\n03,01:00\n04,"03:00, 04:00"\n'),
     ("Onset,Side", "01,02:10,left\n02,,0\n03,01:00,right\n04,03:00,left\n")],
)  # fmt: skip
def test_neither_night_of_a_date_with_a_0_is_taken_for_free_of_cramps(heading: str, rows: str) -> None:
    """By hand: the times of the small hours are those of the nights before their dates, so that the 0 of
    2 January may be of the night of the 1st, which no other row tells of.
    """
    text = "".join(f"2026-01-{row}\n" for row in rows.splitlines())
    journal = read("leg cramps.csv", f"Date,{heading}\n{text}")
    assert journal.nights_assumed.empty
    assert not journal.nights.loc["2026-01-01", "logged"]


def test_an_empty_count_and_a_time_of_0_is_a_night_not_logged() -> None:
    journal = read("diary.csv", "Night of,Cramps,Time\n2025-03-01,1,03:10\n2025-03-02,,0\n2025-03-03,0,0\n")
    assert journal.nights["cramps"].tolist()[0] == 1
    assert not journal.nights.loc["2025-03-02", "logged"]


@pytest.mark.parametrize(
    ("heading", "told", "none"),
    [
        ("Cramp relief", "stretching", "no cramp"), ("Krampf Linderung", "Dehnen", "kein Krampf"),
        ("Cramp symptoms", "stiffness", "no cramps"), ("Cramp location", "left calf", "nowhere"),
        ("Soulagement de la crampe", "étirement", "pas de crampe"),
    ],
)  # fmt: skip
def test_no_cramp_below_any_heading_about_one_is_none(heading: str, told: str, none: str) -> None:
    journal = read(
        "log.csv", f"Night of,{heading}\n2025-03-01,{told}\n2025-03-02,{none}\n2025-03-03,{told}\n"
    )
    assert counts(journal) == [1, 0, 1]


def test_no_remedy_and_nothing_else_tells_of_no_cramp() -> None:
    journal = read(
        "log.csv", "Night of,Cramp relief\n2025-03-01,stretching\n2025-03-02,none\n2025-03-03,walking\n"
    )
    assert journal.nights["cramps"].sum() == 2
