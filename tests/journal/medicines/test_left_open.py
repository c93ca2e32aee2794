"""Remarks that leave a change of a medicine open. Oracle: read by hand."""

from analysis.journal import read_journal
from analysis.journal.medicines.left_open import all_left_open, left_open
from analysis.journal.medicines.text import together
from tests.for_each import for_each


@for_each(
    ("text", "kind"),
    [
        ("Simvastatin; switched", "exchange"),
        ("statin switched", "exchange"),
        ("Simvastatin umgestellt", "exchange"),
        ("magnesium was 300 not 400 mg", "correction"),
        ("sorry, amitriptyline 20 from the 9th not the 10th", "correction"),
        ("switched from simvastatin to atorvastatin", None),
        ("switched to atorvastatin", None),
        ("switched beds", None),
        ("sorry, bad writing", None),
        ("magnesium 300 mg", None),
    ],
)
def test_what_is_left_open_is_found(text: str, kind: str | None) -> None:
    assert left_open(text, {}) == kind
    texts = [text, "", "slept well"]
    assert all_left_open(texts, together(texts), {}) == ({text: kind} if kind else {})


def test_a_medicine_exchanged_for_an_unnamed_one_changes_nothing_and_is_asked_about() -> None:
    rows = "".join(
        f"2025-03-{day:02},{day % 2},{'Simvastatin; switched' if day == 6 else ''}\n" for day in range(1, 12)
    )
    journal = read_journal([("d.csv", f"Night of,Cramps,Notes\n{rows}".encode())])
    assert journal.changes.empty
    asked = [problem for problem in journal.receipts[0].problems if "exchanged" in problem.problem]
    assert [(problem.row, problem.column) for problem in asked] == [(7, "Notes")]
