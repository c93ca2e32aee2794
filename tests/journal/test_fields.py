"""The data dictionary and the names of headers. The oracle is the list of what people write."""

from collections import Counter

import pytest

from analysis.journal.cells.values import plain
from analysis.journal.fields import dictionary, headers
from analysis.journal.tables.headings import heading


def test_the_dictionary_holds_the_fields_of_a_journal_in_order() -> None:
    names = list(dictionary())
    assert names[:3] == ["night", "cramps", "severity"]
    assert {field.table for field in dictionary().values()} == {"night", "day", "cramp"}
    assert {"hydration", "activity", "massage"} == {n for n in names if dictionary()[n].is_exposure} & {
        "hydration", "activity", "massage", "sleep", "severity", "soreness_next_day",
    }  # fmt: skip


def test_every_field_has_a_label_a_meaning_and_names_without_repetition() -> None:
    for field in headers().values():
        assert field.label, f"fields.csv: {field.name} has no label"
        assert field.meaning, f"fields.csv: {field.name} has no meaning"
        assert len(field.names) >= 3, f"fields.csv: {field.name} needs three names or more"
        twice = [name for name, times in Counter(map(plain, field.names)).items() if times > 1]
        assert twice == [], f"fields.csv: {field.name} has a name twice, in its plain form"


@pytest.mark.parametrize(
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
