"""Doses as people write them. Oracle: each read by hand."""

from analysis.journal.medicines import resolve
from analysis.journal.medicines.doses import dose_of_day, take_dose, times_a_day
from tests.for_each import for_each


@for_each(
    ("words", "dose", "unit", "rest"),
    [
        ("magnesium 400 mg", 400, "mg", "magnesium"),
        ("magnesium 400mg", 400, "mg", "magnesium"),
        ("levothyroxin 62,5 µg", 62.5, "mcg", "levothyroxin"),
        ("magnesium 1.5 g abends", 1.5, "g", "magnesium abends"),
        ("vitamin d 800 i.e.", 800, "IU", "vitamin d"),
        ("magnesium 400", 400, None, "magnesium"),
        # Two numbers without a unit are no dose; one with a unit is, whatever number stands beside it.
        ("magnesium 400 200", None, None, "magnesium"),
        ("2 magnesium 400 mg", 400, "mg", "magnesium"),
        # Pieces, and the number that belongs to the name, are no dose.
        ("magnesium 2 tab", None, None, "magnesium tab"),
        ("magnesium 2x", None, None, "magnesium 2x"),
        ("magnesium x 2", None, None, "magnesium x"),
        ("vitamin 12", None, None, "vitamin"),
        ("vit 12", None, None, "vit"),
        ("2 times magnesium 300", 300, None, "times magnesium"),
        # Two parts of a combination are no single dose.
        ("lisinopril 20/12.5 mg", None, None, "lisinopril"),
        ("lisinopril 20/12,5 mg 3", 3, None, "lisinopril"),
        # An amount beside each time of day is that of the day.
        ("furosemide 40 mg morning 20 mg evening", 60, "mg", "furosemide morning evening"),
        ("furosemide 40 mg morning 20 mcg evening", 40, "mg", "furosemide morning evening"),
        ("furosemide 40 mg 20 mg evening", 40, "mg", "furosemide evening"),
        ("aspirin", None, None, "aspirin"),
    ],
)
def test_the_dose_among_words(words: str, dose: float | None, unit: str | None, rest: str) -> None:
    found = take_dose(words)
    assert found[:2] == (dose, unit)
    assert " ".join(found[2].split()) == rest


@for_each(
    ("words", "times"),
    [
        ("3x daily", 3),
        ("2 times a day", 2),
        ("2 mal taglich", 2),
        ("3 fois par jour", 3),
        ("6 x tag", 6),
        ("1-0-1", 2),
        ("1-1-1-1", 4),
        ("1-0-2", 3),
        ("0-0-1", 1),
        ("0-0-0", None),
        ("every 8 hours", 3),
        ("every 24 h", 1),
        ("q12h", 2),
        ("every 0 hours", None),
        ("twice a day", 2),
        ("once daily", 1),
        ("with water", None),
        ("7x daily", None),
        ("12x daily", None),
        ("", None),
    ],
)
def test_how_often_a_day(words: str, times: float | None) -> None:
    assert times_a_day(words) == times


@for_each(
    ("words", "of_day"),
    [
        ("40/20 mg", (60, "mg")),
        ("500-0-1000 mg", (1500, "mg")),
        ("62,5/0,5 g", (63, "g")),
        ("25-0-0-25 µg", (50, "mcg")),
        ("1 - 0 - 1 g", (2, "g")),
        ("40 mg", None),
        ("40/20", None),
        ("500-1000 mg", None),
        ("1/40/20 mg", None),
    ],
)
def test_two_amounts_of_a_day_add_up(words: str, of_day: tuple[float, str] | None) -> None:
    assert dose_of_day(words) == of_day


@for_each(
    ("text", "dose", "unit"),
    [
        ("Magnesium 1,000 mg", 1000, "mg"),
        ("Magnesium 1 000 mg", 1000, "mg"),
        ("Magnesium 1.000 mg", 1000, "mg"),
        ("Vitamin D 2,000 IU", 2000, "IU"),
        ("Levothyroxine .05 mg", 0.05, "mg"),
        ("Bisoprolol 0.00125 g", 0.00125, "g"),
        ("Bisoprolol 1,25 mg", 1.25, "mg"),
        ("Bisoprolol 1.250 mg", 1.25, "mg"),
        ("Magnesium 1.000 g", 1, "g"),
        ("Amlodipine 2,500 mg", 2.5, "mg"),
        ("Prednisolon 2,500 mg", 2.5, "mg"),
        ("Bisoprolol 3,750 mg", 3.75, "mg"),
        ("Warfarin 2.500 mg", 2.5, "mg"),
        ("Vitamin D 2,500 IU", 2500, "IU"),
    ],
)
def test_thousands_and_small_fractions(text: str, dose: float, unit: str) -> None:
    """Oracle: as a person reads them; nobody takes 1000 g, and 1.250 mg of bisoprolol or 2,500 mg of
    amlodipine is a tablet."""
    found = resolve(text)
    assert (found.dose, found.unit) == (dose, unit)
    assert found.name == text.split()[0] or found.name == "Vitamin D"
