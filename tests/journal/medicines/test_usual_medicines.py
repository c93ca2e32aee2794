"""What "same" and "all but one" mean. Oracle: by hand, a night at a time."""

import pytest

from analysis.journal.medicines.diary_words import statements_of_diary
from analysis.journal.medicines.usual_medicines import UsualMedicines, beside_the_usual
from tests.for_each import for_each


def taken(*cells: str) -> list[set[str]]:
    """What each night says was taken."""
    _, log = statements_of_diary(enumerate(cells), [], "diary.csv", {})
    assert log is not None
    return [
        {one.key for one in log.statements if one.night == night and one.said == "taken"}
        for night in range(len(cells))
    ]


BOTH = {"amlodipine", "furosemide"}


@for_each(
    "cell",
    [
        "all except Lasix", "usual but no Lasix", "same without Lasix", "same minus Lasix", "usual, no Lasix",
        "alles außer Lasix", "tout sauf Lasix", "todo menos Lasix", "tutto tranne Lasix",
        "usual meds, skipped Lasix",
    ],
)  # fmt: skip
def test_all_but_one_leaves_out_that_one(cell: str) -> None:
    assert taken("amlodipine 5 mg, Lasix 40 mg", cell, "all") == [BOTH, {"amlodipine"}, BOTH]


@pytest.mark.parametrize("cell", ["same + ibuprofen 400 mg", "all plus ibuprofen", "wie immer, ibuprofen"])
def test_what_was_taken_beside_the_usual_is_taken_once(cell: str) -> None:
    assert taken("amlodipine 5 mg, Lasix 40 mg", cell, "same") == [BOTH, {*BOTH, "ibuprofen"}, BOTH]


def test_a_painkiller_alone_is_no_new_list() -> None:
    found = taken("amlodipine 5 mg, Lasix 40 mg", "paracetamol 500 mg", "same", "usual meds")
    assert found == [BOTH, {"paracetamol"}, BOTH, BOTH]
    assert taken("paracetamol 500 mg", "same", "usual meds") == [{"paracetamol"}, {"paracetamol"}, set()]


def test_what_was_stopped_is_no_longer_the_same() -> None:
    found = taken("amlodipine 5 mg, Lasix 40 mg", "same; stopped Lasix", "same")
    assert found == [BOTH, {"amlodipine"}, {"amlodipine"}]


def test_other_cells_are_not_of_the_usual() -> None:
    assert beside_the_usual("amlodipine 5 mg") is None
    assert UsualMedicines().meant_by("usual", []) == []
