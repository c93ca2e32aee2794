"""What is missing, by name. Oracle: the list of reasons that the measures give."""

from typing import get_args

from analysis.measures.refusals import Reason
from analysis.words import refusals


def test_every_reason_of_the_measures_has_its_own_words() -> None:
    said = {reason: refusals.missing(reason) for reason in get_args(Reason)}
    assert len(set(said.values())) == len(said) >= 8
    assert refusals.missing("a_reason_of_tomorrow") not in said.values()
    assert all("_" not in words for words in said.values())


def test_a_reason_without_words_gets_the_general_ones() -> None:
    assert refusals.missing("a_reason_of_tomorrow") == refusals.missing(None)


def test_nights_needed_are_said_only_where_there_is_a_number() -> None:
    assert refusals.more_nights(None) == refusals.more_nights(0) == ""
    assert refusals.more_nights(1) == "needs about 1 more logged night"
    assert refusals.more_nights(12, "on which fluid was recorded") == (
        "needs about 12 more logged nights on which fluid was recorded"
    )
