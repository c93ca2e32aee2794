"""What a header names. The oracle is the list of what people write."""

from analysis.journal.tables.headings import heading
from tests.for_each import for_each


@for_each(
    ("header", "field", "unit"),
    [
        ("How many leg cramps did you have last night?", "cramps", None),
        ("Wadenkrämpfe", "cramps", None),
        ("Crampes nocturnes", "cramps", None),
        ("Número de calambres", "cramps", None),
        ("Krampen", "cramps", None),
        ("Worst pain (0-5)", "severity", "0-5"),
        ("Schmerz (0-10)", "severity", "0-10"),
        ("Douleur", "severity", None),
        ("How long (min)", "duration", "min"),
        ("Dauer (min)", "duration", "min"),
        ("Uhrzeit", "onset", None),
        ("Seite", "side", None),
        ("Muskel", "muscle", None),
        ("What it was like", "symptoms", None),
        ("Did it help?", "relief_helped", None),
        ("Trinkmenge (Liter)", "hydration", "L"),
        ("glasses_of_fluid", "hydration", "glass"),
        ("Eau (ml)", "hydration", "mL"),
        ("TotalSteps", "steps", None),
        ("Schritte", "steps", None),
        ("Walking/activity (min)", "activity", "min"),
        ("Sleep (h)", "sleep", "h"),
        ("sleep_duration_h", "sleep", "h"),
        ("alcohol_consumed", "alcohol", None),
        ("Medikamente", "medication", None),
        ("Remarques", "notes", None),
        ("Horodateur", "recorded_at", None),
        ("Night of", "night", None),
    ],
)
def test_headers_as_people_write_them(header: str, field: str, unit: str | None) -> None:
    found = heading(header)
    assert found.fields[:1] == (field,)
    if unit is not None:
        assert found.unit == unit


def test_a_name_that_is_only_nearly_known_is_named_and_never_taken() -> None:
    found = heading("cramsp")
    assert found.fields == ()
    assert found.near == "cramps"
    assert heading("Weather").fields == ()
    assert heading("Weather").near is None
