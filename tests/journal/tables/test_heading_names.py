"""Which field the words of a header name; oracle: the names in `fields.csv`, and the readings stated here."""

import pytest

from analysis.journal.fields import headers
from analysis.journal.tables.heading_names import (
    capitals_apart,
    fields_named,
    heading_tokens,
    named_in,
    nearly_named,
)


def test_every_name_of_the_dictionary_names_its_field() -> None:
    """Oracle: `fields.csv` itself, whose names are read as they are written there."""
    for field in headers().values():
        for name in field.names:
            assert field.name in fields_named(heading_tokens(name))[0], name


@pytest.mark.parametrize(
    ("words", "field", "why"),
    [
        ("steps", "steps", "its name"),
        ("my steps last night", "steps", "the words in its name"),  # the others only ask for them
        ("quality sleep", "", ""),  # a word that no name of the sleep holds
        ("pain level 2", "severity", "the words in its name"),  # a number tells columns apart
        ("weather", "", ""),
    ],
)
def test_words_that_only_ask_for_a_field_stand_aside(words: str, field: str, why: str) -> None:
    fields, told = fields_named(words)
    assert ((fields or ("",))[0], told) == (field, why)


def test_brackets_and_the_unit_stand_aside() -> None:
    """ "Steps (watch)" and "TotalSteps" are steps; what is in brackets alone names nothing."""
    for header in ("Steps (watch)", "Steps [my watch]", "TotalSteps"):
        assert named_in(heading_tokens(header), header, header)[0][:1] == ("steps",), header
    assert named_in("(steps)", "", "(steps)")[0] == ()


def test_words_told_apart_by_their_capitals() -> None:
    assert capitals_apart("TotalSteps_today") == "Total Steps today"
    assert heading_tokens("Wadenkrampf-Dauer (Min.)") == "wadenkrampf dauer min"


def test_a_misspelt_name_is_only_a_hint() -> None:
    """ "hydratoin" is one swap away from a name; a short word is near to nothing."""
    assert nearly_named("hydratoin") == "hydration"
    assert fields_named("hydratoin") == ((), "")
    assert nearly_named("dat") is None
    assert nearly_named("weather forecast") is None
