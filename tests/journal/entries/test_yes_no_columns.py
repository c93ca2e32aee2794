"""A column of only yes and no measures nothing. Oracle: each column read by hand."""

from tests.for_each import for_each
from tests.journal.entries.reading import diary, read, told, values


@for_each(
    ("heading", "field", "cells"),
    [
        ("Water", "hydration", ["1", "0", "1", "1"]),
        ("Wasser", "hydration", ["ja", "nein", "ja"]),
        ("Exercise", "activity", ["0", "1", "0", "1"]),
        ("Ejercicio", "activity", ["sí", "no", "sí"]),
        ("Pain", "severity", ["yes", "no", "yes"]),
        ("Douleur", "severity", ["0", "1", "1", "0"]),
        ("Sleep", "sleep", ["x", "", "x"]),
        ("Standing", "standing", ["no", "yes", "no"]),
        ("Walk", "activity", ["1", "1", "", "1"]),
        ("Exercise (min)", "activity", ["0", "1", "0", "1"]),
        ("Steps", "steps", ["0", "1", "1"]),
        ("Sleep hours", "sleep", ["1", "0", "1"]),
        ("Standing (h)", "standing", ["1", "0", "1"]),
        ("Minutes awake", "awake", ["1", "0", "1"]),
    ],
)
def test_yes_and_no_are_no_amount_length_or_scale(heading: str, field: str, cells: list[str]) -> None:
    """Nothing is measured; the column is offered, and kept as yes and no under its own name it says so."""
    journal = read(diary(heading, cells))
    assert values(journal, field, len(cells)) == [None] * len(cells)
    assert "only_yes_no" in told(journal)
    kept = read(diary(heading, cells), mapping={heading: "own"})
    (own,) = kept.days.columns
    assert set(values(kept, own, len(cells))) <= {0, 1, None}
    assert 1 in values(kept, own, len(cells))


@for_each(
    ("heading", "field", "cells", "expected"),
    [
        ("Water (L)", "hydration", ["1", "0", "1"], [1000, 0, 1000]),
        ("Pain (0-10)", "severity", ["1", "0", "1"], [1, 0, 1]),
        ("Pain", "severity", ["mild", "none", "mild"], [2, 0, 2]),
        ("Exercise", "activity", ["30", "0", "1"], [30, 0, 1]),
        ("How many coffees", "caffeine", ["1", "0", "1"], [1, 0, 1]),
        ("Alcohol (drinks)", "alcohol", ["1", "0", "1"], [1, 0, 1]),
        ("Coffee", "caffeine", ["1", "0", "2"], [1, 0, 2]),
        ("Exercise (min)", "activity", ["1", "0", "20"], [1, 0, 20]),
        ("Steps (thousands)", "steps", ["1", "0", "1"], [1000, 0, 1000]),
    ],
)
def test_what_measures_is_still_measured(
    heading: str, field: str, cells: list[str], expected: list[float]
) -> None:
    """A unit or a scale in the heading, words of strength, a third number, and drinks that are counted."""
    assert values(read(diary(heading, cells)), field, len(cells)) == expected
