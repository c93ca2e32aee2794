"""Names of levels side by side. Oracle: the room under each level, by hand."""

import pytest

from analysis.charts.labels import text_width
from analysis.charts.level_names import break_words, fitted_names
from analysis.charts.template import Display

BOUNDS = ["under 44", "44 to 50.7", "50.7 to 57.5", "57.5 to 67.6", "67.6 or more"]
NAMES = ["none", "light, such as strolling", "moderate cycling", "vigorous"]


def test_names_with_room_stay_as_they_are() -> None:
    assert fitted_names(BOUNDS, Display(), bounds=True) == BOUNDS
    assert fitted_names(NAMES, Display()) == NAMES


def test_bounds_have_a_short_form_and_stay_harmless() -> None:
    short = fitted_names(
        ["under 1.3", "1.3 to 1.5", "1.5 to 1.7", "2 or more"], Display(narrow=True), bounds=True
    )
    assert short == ["&lt;1.3", "1.3–1.5", "1.5–1.7", "2+"]


@pytest.mark.parametrize("large", [False, True])
def test_no_line_is_wider_than_its_room_and_all_names_have_equally_many(large: bool) -> None:
    display = Display(narrow=True, large=large)
    lines = [name.split("<br>") for name in fitted_names(BOUNDS, display, bounds=True)]
    room = (display.safe_width - 60) / len(BOUNDS)
    assert len({len(each) for each in lines}) == 1
    assert all(
        text_width(line.replace("&lt;", "<"), display.small) <= room for each in lines for line in each
    )


def test_words_stand_in_at_most_three_lines_and_markup_stays_escaped() -> None:
    found = fitted_names(["&lt;b&gt; one two three four five six seven", "no"], Display(width=160))
    assert [name.count("<br>") for name in found] == [2, 2]
    assert "<b>" not in found[0]
    assert found[0].endswith("…")


def test_a_word_that_is_longer_than_its_room_is_told() -> None:
    assert break_words(NAMES, Display(narrow=True, large=True))
    assert not break_words(NAMES, Display())
