"""Units in headers. Oracle: by hand."""

from analysis.journal.cells.units import unit_of_header
from tests.for_each import for_each


@for_each(
    ("header", "bare", "unit"),
    [
        ("Water (L)", "Water", "L"),
        ("fluid_ml", "fluid", "mL"),
        ("Duration [min]", "Duration", "min"),
        ("glasses_of_fluid", "fluid", "glass"),
        ("Trinkmenge (ml)", "Trinkmenge", "mL"),
        ("Water, mL", "Water", "mL"),
        ("Water in L", "Water", "L"),
        ("Water mL/day", "Water", "mL"),
        ("Fluid (mL/day)", "Fluid", "mL"),
        ("Verres d'eau", "eau", "glass"),
        ("hours of sleep", "sleep", "h"),
        ("Minutes awake", "awake", "min"),
        ("Sleep (h)", "Sleep", "h"),
        ("Pain (0-10)", "Pain", "0-10"),
        ("Pain 0–10", "Pain", "0-10"),
        ("Pain /10", "Pain", "0-10"),
        ("Severity (1-5)", "Severity", "1-5"),
        ("Severity out of 5", "Severity", "0-5"),
        ("Cramps (number)", "Cramps", None),
        ("Massage (yes/no)", "Massage", None),
        ("Walking duration (ms)", "Walking duration", "ms"),
        ("Average heart rate (bpm)", "Average heart rate", "bpm"),
        ("Length (mm:ss)", "Length", "mm:ss"),
        ("Step count", "Step count", None),
        ("Energy drinks", "Energy drinks", None),
        ("date/time", "date/time", None),
        ("Medication, dose", "Medication, dose", None),
        ("Date", "Date", None),
        ("L", "L", None),
        ("", "", None),
    ],
)
def test_the_unit_of_a_header(header: str, bare: str, unit: str | None) -> None:
    assert unit_of_header(header) == (bare, unit)
