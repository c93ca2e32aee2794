"""Remarks, lists and logs of one medicine that do not agree. Oracle: what each says, as told in words."""

import pytest

from analysis.journal.medicines.classes import resolve
from analysis.journal.medicines.statements import Statement
from analysis.journal.medicines.told_and_logged import is_told, start_of_others
from tests.for_each import for_each
from tests.journal.medicines.test_record import FIRST, changes, diary, read, spells

_TAKEN = "magnesium 300 mg"


@pytest.mark.parametrize(
    "remark", ["dropped magnesium on floor", "stopped magnesium", "less magnesium in the new tablets"]
)
def test_a_remark_ends_nothing_that_is_taken_all_the_same(remark: str) -> None:
    remarks = [remark if night == 40 else "" for night in range(90)]
    journal = read(diary(90, {"Medicines taken": [_TAKEN] * 90, "Notes": remarks}))
    assert spells(journal) == [("magnesium", 300, None, None)]
    assert changes(journal) == []


def test_a_remark_on_the_last_night_that_it_is_taken_ends_it() -> None:
    remarks = ["stopped magnesium" if night == 40 else "" for night in range(90)]
    journal = read(diary(90, {"Medicines taken": [_TAKEN] * 41 + ["none"] * 49, "Notes": remarks}))
    assert [spell[:3] for spell in spells(journal)] == [("magnesium", 300, None)]
    assert [change for _, _, change, _ in changes(journal)] == ["stop"]


def test_what_is_taken_after_a_told_end_keeps_its_dose() -> None:
    nightly = ["none"] * 10 + [_TAKEN] * 80
    listed = "Date,Medicine,Change,Dose\n2025-01-11,Magnesium,start,300 mg\n2025-02-10,Magnesium,stop,\n"
    found = spells(read(diary(90, {"Medicines taken": nightly}), listed))
    assert found == [("magnesium", 300, 10, 39), ("magnesium", 300, 41, None)]


@pytest.mark.parametrize("column", ["Magnesium", "Medicines taken"])
def test_a_log_of_doses_that_begins_where_a_diary_shows_the_start(column: str) -> None:
    """Alone the log could have begun in the middle; the diary's ten nights without it say that it did not."""
    answers = ["no", "yes"] if column == "Magnesium" else ["amlodipine 5 mg", f"amlodipine 5 mg; {_TAKEN}"]
    rows = [f"{FIRST.replace(day=day)},Magnesium,300 mg,Taken" for day in range(11, 32)]
    log = "\n".join(["Date,Medicine,Dose,Status", *rows])
    found = spells(read(diary(31, {column: answers[:1] * 10 + answers[1:] * 21}), log))
    assert ("magnesium", 300, 10, None) in found


def said(night: int | None, change: str, dose: float) -> Statement:
    magnesium = resolve(f"magnesium {dose} mg")
    return Statement(night, magnesium, change)  # type: ignore[arg-type]


@for_each(
    ("shown", "told", "expected"),
    [
        (said(20, "increase", 300), said(27, "increase", 300), True),
        (said(20, "increase", 300), said(28, "increase", 300), False),
        (said(20, "increase", 300), said(13, "increase", 200), False),
        (said(20, "start", 300), said(22, "increase", 300), True),
        (said(20, "start", 300), said(22, "start", 200), True),
        (said(20, "stop", 300), said(22, "pause", 200), True),
        (said(20, "stop", 300), said(22, "start", 300), False),
        (said(20, "start", 300), said(None, "start", 300), False),
        (said(None, "start", 300), said(20, "start", 300), False),
    ],
)
def test_what_a_log_shows_was_told_where_it_is_of_the_same_kind_and_days(
    shown: Statement, told: Statement, expected: bool
) -> None:
    """A week at most lies between; a step goes to the same dose, and an end is no beginning."""
    assert is_told(shown, [told]) is expected


def test_a_log_that_begins_where_another_shows_the_start_was_not_taken_all_along() -> None:
    """A week beside it at most, and of the same medicine; what is not dated is left as it is."""
    started = said(20, "start", 300)
    others = [said(night, "all along", 300) for night in (13, 27, 12, 28, None)]
    other = Statement(20, resolve("zinc 10 mg"), "all along")
    found = start_of_others([started, *others, other])
    assert [one.said for one in found] == [
        "start", "taken", "taken", "all along", "all along", "all along", "all along",
    ]  # fmt: skip
    assert [one.night for one in found] == [20, 13, 27, 12, 28, None, 20]
