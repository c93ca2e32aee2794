"""Columns headed by a leg alone. Oracle: the cramps of both legs of each night, added by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

ROWS = "2025-03-01,1,1,6\n2025-03-02,2,1,5\n2025-03-03,0,0,\n2025-03-04,0,1,3\n"
SUMS = [2, 3, 0, 1]


def read(text: str, name: str = "leg cramps.csv", **mapping: str) -> Journal:
    return read_journal([(name, text.encode())], mapping=mapping)


@pytest.mark.parametrize(
    "headings",
    ["Left leg,Right leg", "Left,Right", "L,R", "Left calf,Right calf", "Links,Rechts", "Gauche,Droite"],
)
def test_cramps_of_two_legs_add_up(headings: str) -> None:
    journal = read(f"Date,{headings},Pain\n{ROWS}")
    assert journal.nights["cramps"].tolist() == SUMS


def test_an_answer_about_the_file_or_the_columns_says_so_too() -> None:
    text = f"Date,Left leg,Right leg,Pain\n{ROWS}"
    with pytest.raises(JournalError):
        read(text, "log.csv")
    for mapping in ({"file:log.csv": "cramps"}, {"Left leg": "cramps", "Right leg": "cramps"}):
        journal = read(text, "log.csv", **mapping)
        assert journal.nights["cramps"].tolist() == SUMS


def test_numbers_that_may_be_the_pain_of_each_leg_are_asked_about() -> None:
    with pytest.raises(JournalError) as raised:
        read("Date,Left leg,Right leg\n2025-03-01,7,0\n2025-03-02,0,8\n2025-03-03,0,0\n2025-03-04,0,7\n")
    assert raised.value.receipts[0].question == "which_column_counts"


@pytest.mark.parametrize(
    ("name", "headings"),
    [("leg cramps pain.csv", "Date,Left,Right"), ("leg cramps.csv", "Date,Left,Right"),
     ("leg cramps.csv", "Date,Stretching,Left,Right")],
)  # fmt: skip
@pytest.mark.parametrize("sure", [False, True])
def test_small_numbers_without_the_pain_beside_them_are_asked_about(
    name: str, headings: str, sure: bool
) -> None:
    """Oracle: 4 and 5 may be cramps, pain or stretches of each leg; nothing in the file says which."""
    between = "yes," if "Stretching" in headings else ""
    rows = "".join(f"2026-01-0{day},{between}{legs}\n" for day, legs in ((1, "4,5"), (2, "0,0"), (3, "3,2")))
    with pytest.raises(JournalError) as raised:
        read(f"{headings}\n{rows}", name, **({f"file:{name}": "cramps"} if sure else {}))
    assert raised.value.receipts[0].question == "which_column_counts"
    told = read(f"{headings}\n{rows}", name, Left="cramps", Right="cramps")
    assert told.nights["cramps"].tolist() == [9, 0, 5]


def test_beside_a_count_of_both_legs_nothing_is_counted_twice() -> None:
    rows = "2025-03-01,1,1,2\n2025-03-02,2,1,3\n2025-03-03,0,0,0\n2025-03-04,0,1,1\n"
    assert read(f"Date,Left leg,Right leg,Cramps\n{rows}").nights["cramps"].tolist() == SUMS


def test_dashes_between_the_numbers_of_legs_do_not_hide_that_they_may_count() -> None:
    """Beside a column of the day the file would else be one of days alone, and its cramps be left out."""
    legs = ("0,0", "1,0", "-,-", "0,2", "-,-", "0,0", "1,0")
    rows = "".join(f"2025-03-0{day},{told},1.5 L\n" for day, told in enumerate(legs, start=1))
    with pytest.raises(JournalError) as raised:
        read(f"Date,L calf,R calf,Fluids\n{rows}")
    assert raised.value.receipts[0].question == "which_column_counts"
