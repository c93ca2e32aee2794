"""Dated lines as entries: their nights, whose they are, and what is asked about them. Oracle: by hand."""

import pytest

from analysis.journal import NO_COUNT, JournalError, key_of_word
from tests.journal.exports.test_dated_lines import IPHONE, NOTE, read
from tests.journal.test_reading import ledger


def test_what_is_not_plain_is_asked_and_its_meaning_counts() -> None:
    (problem,) = [p for p in read(NOTE).receipts[0].problems if p.code == NO_COUNT]
    assert (problem.row, problem.cell) == (7, "no cramps for three days")
    assert problem.column is not None
    told = read(NOTE, mapping={key_of_word(problem.column, problem.cell or ""): "none"})
    assert told.nights["cramps"].loc["2026-03-06"] == 0
    assert told.not_understood == 0


def test_words_that_are_left_are_listed_word_for_word() -> None:
    cells = [(p.row, p.cell) for p in read(NOTE).receipts[0].problems if p.column == "Text"]
    assert cells == [(5, "Doctor says it is the statin")]


def test_dates_of_a_note_follow_the_night_rule() -> None:
    moved = read("2 March 2026: 1 cramp, water 2 L\n3 March 2026: no cramps\n", dates_mean="morning")
    assert ledger(moved) == {"03-01": 1, "03-02": 0}
    assert moved.days["hydration"].dropna().index.strftime("%m-%d").tolist() == ["03-02"]
    told = read("2 March 2026: 1 cramp last night, water 2 L\n3 March 2026: no cramps tonight\n")
    assert ledger(told) == {"03-01": 1, "03-02": None, "03-03": 0}
    assert told.days["hydration"].dropna().index.strftime("%m-%d").tolist() == ["03-02"]


def test_a_chat_of_two_people_asks_whose_it_is() -> None:
    text = IPHONE.replace("Mum: another cramp", "Ben: I had a cramp too")
    with pytest.raises(JournalError) as raised:
        read(text, "_chat.txt")
    assert raised.value.receipts[0].choices == ("Mum", "Ben")
    journal = read(text, "_chat.txt", choose={"_chat.txt": "Mum"})
    assert journal.nights["cramps"].loc["2026-09-01"] == 1


def test_numbers_instead_of_names_are_people_too() -> None:
    text = "01.09.26, 02:14 - +49 170 1: Krampf\n05.10.26, 02:14 - +49 170 2: Krampf\n"
    with pytest.raises(JournalError):
        read(text)


def test_what_a_line_of_several_days_says_of_the_day_is_listed_as_set_aside() -> None:
    journal = read(
        "Leg cramps\n2 Sept 2026: 1 cramp\n3 to 5 Sept 2026: water 2 L, coffee 3 cups\n"
        "6 to 7 Sept 2026: none, 1 glass of wine\n"
    )
    listed = {(p.row, p.column, p.cell) for p in journal.receipts[0].problems if "several dates" in p.problem}
    assert {(row, column) for row, column, _ in listed} == {(3, "Fluid"), (3, "Caffeine"), (4, "Alcohol")}
    assert all(cell for *_, cell in listed)


def test_a_question_about_several_nights_shows_the_line_and_asks_for_a_line_each() -> None:
    journal = read("Leg cramps\n2 Sept 2026: 1 cramp\n3 to 5 Sept 2026: 2 cramps\n")
    (asked,) = [p for p in journal.receipts[0].problems if p.code == NO_COUNT]
    assert (asked.cell, asked.hint) == ("3 to 5 Sept 2026: 2 cramps", "write a line for each night")
