"""Standing sentences. Oracle: written by hand."""

from datetime import date

import pytest

from analysis import read_journal, words
from tests.journal_files import cramp_log_only
from tests.journals import make_journal


@pytest.mark.parametrize(
    ("names", "cramps", "said"),
    [
        ([], 3, ""),
        (["Pain"], 3, "Not recorded in this journal: pain. A column in the diary would hold it."),
        (
            ["Hour of the night", "Pain"],
            3,
            "Not recorded in this journal: hour of the night and pain. A column in the diary would hold "
            "each.",
        ),
        (["Pain"], 0, "No cramp is recorded, so there is nothing to show of pain."),
    ],
)
def test_what_a_journal_does_not_hold_is_named_once(names: list[str], cramps: float, said: str) -> None:
    assert words.say_not_kept(names, cramps) == said


def test_a_tab_without_anything_says_what_would_add_it() -> None:
    for anchor in ("hydration", "activity", "medication"):
        assert "adds" in words.say_nothing_recorded(anchor)
    with pytest.raises(KeyError):
        words.say_nothing_recorded("summary")


def test_the_head_of_a_sheet_says_whose_which_nights_which_files_and_when() -> None:
    """Oracle: by hand; control characters never reach the sheet."""
    files = ("a.csv", "b.csv", "c.csv", "d.csv", "e.csv")
    said = words.say_head_of_sheet("Anna\n", date(2025, 3, 1), date(2025, 4, 2), files, date(2025, 4, 3))
    assert said == (
        "Cramp journal of Anna · nights of 1 March to 2 April 2025 · a.csv, b.csv, c.csv and 2 other files · "
        "printed on 3 April 2025"
    )
    assert "no night is logged" in words.say_head_of_sheet("", None, None, ("a.csv",), date(2025, 4, 3))


def test_what_is_open_is_one_line_however_many_files() -> None:
    """Oracle: by hand: five are named, and the others counted."""
    journal = make_journal([0, None, 1])
    assert words.say_opened(["a.csv"], journal) == "Opened: a.csv: 3 nights, 2 logged."
    of_one = words.say_opened(["a.csv"], journal, whose=["Ann"])
    assert of_one == "Opened: a.csv, rows of Ann: 3 nights, 2 logged."
    many = [f"{number}.csv" for number in range(1000)]
    assert words.say_opened(many, journal, 1) == (
        "Opened: 0.csv, 1.csv, 2.csv, 3.csv, 4.csv, 995 other files and 1 entry added on screen: 3 nights, 2 "
        "logged."
    )
    log = read_journal(cramp_log_only())
    assert words.say_opened(["log.csv"], log).endswith(" with an entry.")


def test_a_lost_journal_is_said_to_be_gone() -> None:
    assert "the journal that was open is gone" in words.say_lost_journal()
    assert words.say_lost_journal().endswith("Open its files again.")
