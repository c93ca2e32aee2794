"""Times of day in sentences. The oracle is what each text says to a reader of its language."""

import re

import pytest

from analysis.journal.cells import BEFORE_CLOCK, CLOCK, HOUR_TOLD, read_clock
from tests.for_each import for_each


@for_each("text", ["3am", "3 a.m.", "3:15", "3h15", "3 uhr", "3.15 uhr", "3 o'clock", "03:15 uhr"])
def test_what_is_plainly_a_time_needs_no_word_before_it(text: str) -> None:
    assert re.fullmatch(CLOCK, text)


@pytest.mark.parametrize("text", ["3", "3 h", "3 uur", "3 heures", "30 min", "3.15", "2 times"])
def test_what_may_be_a_number_or_a_length_is_no_time_by_itself(text: str) -> None:
    assert not re.fullmatch(CLOCK, text)


@for_each(
    "text",
    ["at 3", "um 3", "om 3 uur", "vers 4 h du matin", "a 3h", "a las 3 de la madrugada", "alle 3 di notte",
     "o 3 w nocy", "kl. 3", "klo 3", "saat 3", "около 3 часов", "as 3h"],
)  # fmt: skip
def test_a_word_before_an_hour_makes_it_a_time(text: str) -> None:
    assert re.fullmatch(BEFORE_CLOCK + HOUR_TOLD, text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("3 in the morning", 3), ("11 du soir", 23), ("3 de la madrugada", 3), ("11 abends", 23),
     ("3 di notte", 3), ("10 's avonds", 22)],
)  # fmt: skip
def test_the_half_of_the_day_is_told_by_words(text: str, hour: int) -> None:
    times = read_clock(text).value
    assert times is not None
    assert [time.hour for time in times] == [hour]
