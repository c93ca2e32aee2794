"""Standing sentences. Oracle: written by hand."""

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
