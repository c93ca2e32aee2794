"""Headers that name cramps. Oracle: what a person reads in each of them."""

import pytest

from analysis.journal.cells import plain
from analysis.journal.tables.cramp_headings import (
    CrampHeader,
    compounds_apart,
    counts_in_question,
    cramp_header,
    named_for_other_cramps,
    names_longer_time,
    numbered,
    told_of_cramps,
)


@pytest.mark.parametrize("words", ["leg cramps", "cramps", "wadenkrampfe", "crampes"])
def test_nothing_but_cramps_is_bare(words: str) -> None:
    found = cramp_header(words)
    assert found is not None
    assert found.bare
    assert not found.other


@pytest.mark.parametrize(
    "words", ["hand cramps", "stomach cramps", "calambres de estomago", "menstrual cramps"]
)
def test_cramps_of_another_part_are_other_ones(words: str) -> None:
    found = cramp_header(words)
    assert found is not None
    assert found.other


@pytest.mark.parametrize(
    ("words", "part"), [("cramps left leg", "left"), ("right calf cramps", "right"), ("leg cramps", None)]
)
def test_a_column_of_one_leg_counts_that_leg_alone(words: str, part: str | None) -> None:
    found = cramp_header(words)
    assert found is not None
    assert (found.part or "").startswith(part or "") == (found.part is not None or part is None)
    assert (found.part is None) == (part is None)


def test_a_header_without_cramps_is_none() -> None:
    assert cramp_header("water") is None
    assert cramp_header("") is None
    assert CrampHeader() == CrampHeader(None, False, False)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("hand cramps", True),
        ("cramps of the stomach", True),
        ("leg cramps and stomach cramps", False),  # a leg is named
        ("leg cramps", False),
        ("my diary", False),
    ],
)
def test_a_name_is_of_other_cramps_where_no_leg_is_named(name: str, other: bool) -> None:
    assert named_for_other_cramps(name) is other


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("leg cramp", "cramp"),
        ("bad cramp in left calf", "cramp"),
        ("no cramp", "no cramp"),
        ("stomach cramp", None),
        ("stretching for cramps", None),
        ("walk", None),
    ],
)
def test_what_was_done_about_cramps_tells_of_none(words: str, told: str | None) -> None:
    assert told_of_cramps(words) == told


def test_a_question_for_a_number_is_told_from_one_for_a_yes() -> None:
    assert counts_in_question(plain("How many cramps did you have?"))
    assert counts_in_question(plain("How often did you have cramps?"))
    assert not counts_in_question(plain("Did you have cramps?"))


@pytest.mark.parametrize(
    ("words", "name", "number"),
    [("cramp 2", "cramp", 2), ("2nd cramp", "cramp", 2), ("cramp", "cramp", None)],
)
def test_which_of_several_cramps(words: str, name: str, number: int | None) -> None:
    found = numbered(words)
    assert found[1] == number
    assert name in found[0]


def test_a_week_is_no_night() -> None:
    assert names_longer_time("cramps this week")
    assert not names_longer_time("cramps last night")


def test_a_compound_comes_apart_only_before_a_word_that_is_known_behind_it() -> None:
    assert compounds_apart("krampfdauer") == "krampf dauer"
    assert compounds_apart("krampfadern") == "krampfadern"  # varicose veins
