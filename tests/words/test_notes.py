"""Standing sentences. Oracle: written by hand."""

from datetime import date

import pytest

from analysis import words


@pytest.mark.parametrize(
    ("names", "cramps", "said"),
    [
        ([], 3, ""),
        (["Pain"], 3, "Not recorded in this journal: pain. A column for it adds it."),
        (
            ["Hour of the night", "Pain"],
            3,
            "Not recorded in this journal: hour of the night and pain. A column for each adds it.",
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
