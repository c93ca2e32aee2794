"""The medicine that "first one tonight" means. Oracle: read by hand."""

import pytest

from analysis.journal.medicines.named_before import with_name_before
from analysis.journal.medicines.text import read_changes_in_text
from tests.for_each import for_each


@for_each(
    ("text", "told"),
    [
        ("GP prescribed amitriptyline 10 mg; first one tonight", ("start", "amitriptyline", 10)),
        ("prescribed quinine 200mg. First tablet tonight", ("start", "quinine", 200)),
        ("Dr gave me quinine, first one tonight", ("start", "quinine", None)),
        ("Arzt hat Chinin verschrieben, erste heute Abend", ("start", "quinine", None)),
        ("quinine - last one tonight", ("stop", "quinine", None)),
        ("amitriptyline up to 20 from tonight", ("increase", "amitriptyline", 20)),
        ("prednisone down to 7.5", ("decrease", "prednisone", 7.5)),
        ("nehme wieder Atorvastatin 20 mg", ("resume", "atorvastatin", 20)),
    ],
)
def test_what_is_told_in_passing_is_read(text: str, told: tuple[str, str, float | None]) -> None:
    assert [(change, one.generic, one.dose) for change, one in read_changes_in_text(text)] == [told]


@pytest.mark.parametrize(
    "text",
    ["first one tonight", "prescribed quinine 200 mg", "walked up to 5", "pain down to 3",
     "magnesium and quinine prescribed, first one tonight"],
)  # fmt: skip
def test_without_a_single_name_nothing_is_told(text: str) -> None:
    assert read_changes_in_text(text) == []


def test_other_clauses_stay_as_they_are() -> None:
    assert with_name_before("stopped quinine", "magnesium", {}) == "stopped quinine"
