"""Medicines as they were taken, in the text. Oracle: lines written by hand."""

from analysis import words
from analysis.measures import SpellRate
from analysis.measures.results import Rate
from tests.words import results


def test_a_rate_beside_a_dose_says_of_what_it_is() -> None:
    """Oracle: by hand: after a dose "6.6 a week" would be read as tablets."""
    rate = Rate(248, 234, 6.6, 5.0, 8.0)
    taken = SpellRate("omeprazole", None, None, 10.0, "mg", results.night(0), None, rate, None, None)
    [line] = words.say_spells_briefly([taken], [])
    assert line.startswith("Taken when the journal ends: omeprazole 10 mg since ")
    assert line.endswith("(6.6 cramps a week, 248 nights).")
