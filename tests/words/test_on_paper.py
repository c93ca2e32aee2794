"""What stands on paper beside the sentences of the screen. Oracle: each sentence written by hand."""

from dataclasses import replace
from datetime import date

import pytest

from analysis import read_journal, review, words
from analysis.journal import JournalError

DIARY = b"night,cramps\n2025-03-01,1\n2025-03-02,0\n2025-03-03,2\n"
MADE = date(2025, 4, 2)


def test_titles_sheets_and_periods() -> None:
    assert [words.say_title(*named) for named in ((), (" Anna ",), ("Anna", "diary"))] == [
        "Cramp journal", "Cramp journal of Anna", "Cramp diary of Anna",
    ]  # fmt: skip
    assert words.say_sheet("1", "2") == "Cramp Journal, page 1 of 2"
    found = review(read_journal([("d.csv", DIARY)]))
    assert words.say_period(found, MADE) == "Nights of 1 to 3 March 2025. Page made on 2 April 2025."
    empty = review(read_journal([("s.csv", b"Date,Steps\n2025-03-01,4000\n")]))
    assert words.say_period(empty, MADE) == "No night is logged. Page made on 2 April 2025."
    later = review(read_journal([("d.csv", DIARY)]), start=date(2030, 1, 1))
    assert words.say_period(later, MADE).startswith("No night of the chosen period is logged.")
    assert words.text_review(later)[0].startswith("Cramp journal: no night of the chosen period is logged.")


@pytest.mark.parametrize(
    ("what", "more", "said"),
    [
        ("questions", 1, "Shortened: 1 more question in the journal."),
        ("medicines", 1, "Shortened: 1 more entry in the journal."),
        ("medicines", 2, "Shortened: 2 more entries in the journal."),
        ("signs", 3, "Shortened: 3 more signs in the journal."),
        ("remarks", 0, ""),
        ("asked", 2, "Shortened: 2 more questions in the journal."),
    ],
)
def test_what_was_cut_is_counted(what: words.Cut, more: int, said: str) -> None:
    assert words.say_shortened(what, more) == said


def test_no_sign_is_never_a_reassurance() -> None:
    assert words.say_no_sign() == "No warning sign is recorded. That does not mean that there was none."
    assert words.say_no_sign(unused=True) == (
        f"No warning sign was found in what was read. {words.say_could_hold()}"
    )


def test_which_files_were_read() -> None:
    """Oracle: three are named, the others counted; one that could not be read is not among them."""
    (receipt,) = read_journal([("d.csv", DIARY)]).receipts
    others = [replace(receipt, name=f"{name}.csv") for name in "abcde"]
    assert words.say_files([receipt]) == "Read from d.csv."
    assert words.say_files(others[:4]) == ("Read from a.csv, b.csv and c.csv, and 1 more table.")
    assert "and 2 more tables." in words.say_files(others)
    assert words.say_files([replace(receipt, error="It is no table.")]) == ""
    with pytest.raises(JournalError) as failed:
        read_journal([("p.png", b"\x89PNG")])
    assert words.say_files(failed.value.receipts) == ""


def test_whether_the_file_holds_the_journal() -> None:
    assert "holds the whole journal: whoever has it can read all of it" in words.say_inside(data_inside=True)
    assert words.say_inside(data_inside=False) == "This file holds this page only, not the journal."


def test_letters_that_no_font_has() -> None:
    assert words.say_replaced([], "□") == ""
    assert words.say_replaced(["ß"], "□") == "No font of this computer has U+00DF; “□” stands for each."
    assert words.say_replaced(["a", "b", "c"], "□", 2) == (
        "No font of this computer has U+0061, U+0062 and 1 more; “□” stands for each."
    )


def test_nights_that_were_left_out_as_stretches() -> None:
    """Oracle: by hand: the order in which they were named changes nothing; three stretches are named."""
    nights = [date(2025, 3, day) for day in (5, 3, 4, 10)]
    assert words.say_left_out_nights([]) == ""
    assert words.say_left_out_nights(nights) == (
        "Left out of every rate: 4 nights, 3 to 5 March 2025 and 10 March 2025."
    )
    single = [date(2025, 3, day) for day in (1, 3, 5, 7, 9)]
    assert words.say_left_out_nights(single).endswith("5 March 2025, and 2 more stretches.")
    assert words.say_left_out_nights(single[:1]) == "Left out of every rate: 1 night, 1 March 2025."


def test_the_timeline_in_words() -> None:
    found = review(read_journal([("d.csv", DIARY)]))
    said = words.say_timeline(found, ["quinine", "magnesium"], ["fluid"])
    assert "from 1 to 3 March 2025" in said
    assert "in lanes: quinine and magnesium; beneath: fluid." in said
    assert "in lanes" not in words.say_timeline(found, [], [])
    empty = review(read_journal([("s.csv", b"Date,Steps\n2025-03-01,4000\n")]))
    assert words.say_timeline(empty, [], []) == "Timeline of a journal without a logged night."
    assert words.say_key_of_timeline(weekly=True)[1] == "bars: weeks"
    assert words.say_key_of_timeline(weekly=False)[1] == "bars: months"
    assert words.say_hatched() == "not logged"
    assert words.say_hatched(assumed=True) == "no entry"
    assert words.say_hollow(4) == "under 4 logged"
    assert [words.say_more_medicines(number) for number in (1, 2)] == ["1 more medicine", "2 more medicines"]
    assert words.say_events() == "Events"
    assert words.say_row_of_timeline("Fluid", "L") == "Fluid, L"
    assert words.say_row_of_timeline("Steps", "") == "Steps"
    assert words.say_mean_of_days(7) == "7-day mean"
    assert words.say_blood_tests() == "Blood tests"


def test_what_stands_above_tables_and_lists() -> None:
    assert "a dash is a night that is not logged" in words.say_every_night()
    assert "Write 0 for a night without a cramp" in words.say_how_to_fill_in()
