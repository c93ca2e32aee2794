"""Medicines as they were taken, in the text. Oracle: lines written by hand."""

from datetime import date

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
    week = (date(2025, 8, 11), date(2025, 8, 17))
    once = SpellRate("omeprazole", None, None, 10.0, "mg", *week, Rate(7, 1, 1.0, 0.1, 5.0), None, None)
    assert words.say_spells_briefly([once], []) == [
        "Taken before: omeprazole 10 mg, 11 to 17 August 2025 (1 cramp a week, 7 nights)."
    ]


def test_a_row_that_is_read_as_a_line_says_when_in_one_cell() -> None:
    """Oracle: by hand: "From: before; To: goes on" is no sentence."""
    taken = SpellRate("omeprazole", None, None, 10.0, "mg", None, None, Rate(7, 1, 1.0, 0.1, 5.0), None, None)
    [row] = words.table_spells([taken])
    assert (row["From"], row["To"]) == ("before the journal", "goes on")
    [line] = words.table_spells([taken], in_lines=True)
    assert line["Taken"] == "all the time"
    assert {"From", "To"}.isdisjoint(line)
    assert {head: cell for head, cell in row.items() if head in line} | {"Taken": "all the time"} == line


def test_when_something_was_taken_goes_into_a_cell() -> None:
    """Oracle: by hand."""
    spans = {
        (None, None): "all the time",
        (None, date(2025, 8, 3)): "until 3 Aug 2025",
        (date(2025, 4, 7), None): "since 7 Apr 2025",
        (date(2025, 8, 11), date(2025, 8, 17)): "11–17 Aug 2025",
        (date(2025, 7, 28), date(2025, 8, 3)): "28 Jul–3 Aug 2025",
        (date(2024, 12, 30), date(2025, 1, 5)): "30 Dec 2024–5 Jan 2025",
        (date(2025, 8, 3), date(2025, 8, 3)): "3 Aug 2025",
    }
    assert {span: words.say_taken(*span) for span in spans} == spans
