"""The data dictionary and the names of headers. The oracle is the list of what people write."""

from collections import Counter

from analysis.journal.cells.values import plain
from analysis.journal.fields import dictionary, headers


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
