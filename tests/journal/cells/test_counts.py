"""Numbers of cramps in a cell. Oracle: read by hand."""

import pytest

from analysis.journal.cells import cramps_in_cell, read_count
from tests.for_each import for_each


@for_each(
    ("text", "count"),
    [
        ("0", 0),
        ("2", 2),
        ("2.0", 2),
        ("02", 2),
        (" 3 ", 3),
        ("two", 2),
        ("Two", 2),
        ("twice", 2),
        ("once", 1),
        ("three times", 3),
        ("none", 0),
        ("no", 0),
        ("No cramps", 0),
        ("nil", 0),
        ("zero", 0),
        ("yes", 1),
        ("ja", 1),
        ("nein", 0),
        ("keine", 0),
        ("zwei", 2),
        ("dreimal", 3),
        ("3 Krämpfe", 3),
        ("deux", 2),
        ("2 fois", 2),
        ("aucune", 0),
        ("dos", 2),
        ("ninguno", 0),
        ("2 cramps", 2),
        ("2 times", 2),
        ("x3", 3),
        ("3x", 3),
        ("x", 1),
        ("xx", 2),
        ("✓", 1),
        ("~2", 2),
        ("about 2", 2),
        ("3ish", 3),
        ("2?", 2),
        ("2-3", 2),
        ("2 to 3", 2),
        ("2 or 3", 2),
        ("1+1", 2),
        ("3+", 3),
        (">3", 4),
        ("at least 2", 2),
        ("several", 2),
        ("a couple", 2),
        ("2 (left calf)", 2),
        ("1, left foot", 1),
        ("2 left, 1 right", 3),
        ("1 calf and 2 toes", 3),
        ("two left", 2),
        ("02:10, 04:45", 2),
        ("2:10 and 4:45", 2),
        ("01:30", 1),
    ],
)
def test_counts(text: str, count: float) -> None:
    assert read_count(text).value == count


@for_each("text", ["2-3", "several", "3+", ">3", "1+1", "02:10, 04:45", "~2", "2 (left calf)"])
def test_a_count_that_was_worked_out_says_how(text: str) -> None:
    assert read_count(text).repaired


@for_each(
    "text",
    ["1.5", "0.5-5.1", "1.5+1", "-1", "bad night", "<3", "up to 3", "cramp-free since Monday", "22/09/2020"],
)
def test_what_is_no_count_is_set_aside(text: str) -> None:
    cell = read_count(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize("text", ["casi", "casino", "unostres", "overall 2"])
def test_the_beginning_of_a_word_is_no_word_for_about(text: str) -> None:
    """ "casi" is almost, and not "ca." before "sí"."""
    assert read_count(text).value is None


def test_two_times_with_points_are_two_cramps() -> None:
    assert cramps_in_cell("2.15, 4.40").value == 2
    assert cramps_in_cell("2.15").value is None


@for_each("text", ["1?", "2 ?", "yes?", "L?", "calf?", "1 (?)", "1 cramp?", "ja?"])
def test_a_number_put_in_question_is_not_understood(text: str) -> None:
    cell = cramps_in_cell(text)
    assert (cell.value, cell.code) == (None, "no_count")


@pytest.mark.parametrize(
    "text", ["no cramps but restless", "none but slept badly", "keine Krämpfe, aber unruhig geschlafen"]
)
def test_a_bad_night_behind_a_none_is_none(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@pytest.mark.parametrize("text", ["no cramps but a sore calf", "none but one at five", "none, but twinges"])
def test_a_but_that_may_tell_of_a_cramp_is_not_understood(text: str) -> None:
    assert cramps_in_cell(text).value is None
