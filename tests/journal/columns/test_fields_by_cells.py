"""Columns whose cells are those of another field than their heading names. Oracle: each read by hand."""

import pytest

from analysis.journal import read_journal
from tests.journal.entries.reading import diary, read


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Activity", ["none", "moderate", "light"], ["none", "moderate", "light"]),
        ("Activity", ["Not at all", "moderate", "a lot"], ["none", "moderate", "vigorous"]),
        ("Exercise", ["a bit", "a lot", "none"], ["light", "vigorous", "none"]),
        ("Bewegung", ["keine", "wenig", "viel"], ["none", "light", "vigorous"]),
        ("Activité", ["aucune", "légère", "modérée"], ["none", "light", "moderate"]),
    ],
)
def test_activity_in_words_is_its_level(heading: str, cells: list[str], expected: list[str]) -> None:
    journal = read(diary(heading, cells))
    assert journal.days["activity_level"].tolist() == expected
    assert "activity" not in journal.days


@pytest.mark.parametrize(
    ("cells", "expected"), [(["none", "30", "20 min"], [0, 30, 20]), (["none", "none"], [0, 0])]
)
def test_minutes_of_activity_and_none_of_it_stay_minutes(cells: list[str], expected: list[float]) -> None:
    journal = read(diary("Activity", cells))
    assert journal.days["activity"].tolist() == expected
    assert "activity_level" not in journal.days


@pytest.mark.parametrize("cells", [["day", "night"], ["Morning", "Evening"], ["Tag", "Nacht"]])
def test_a_part_of_the_day_is_no_muscle(cells: list[str]) -> None:
    assert "muscle" not in read(diary("Part", cells)).nights


def test_a_place_is_a_muscle() -> None:
    assert read(diary("Part", ["calf", "foot"])).nights["muscle"].tolist() == ["calf", "foot"]


def test_times_of_day_answer_no_yes_or_no() -> None:
    assert "woke" not in read(diary("Woke up", ["07:00", "06:40"])).nights


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Wie", ("stark", "leicht")),
        ("Wie", ("mittel", "schwer")),
        ("Ki", ("evet", "hayır")),
    ],
)
def test_strengths_and_answers_are_no_persons_and_their_column_is_listed(
    heading: str, cells: tuple[str, str]
) -> None:
    rows = [f"2025-03-0{day},{day % 2},{cells[day % 2]}" for day in range(1, 7)]
    text = "\n".join([f"Datum,Krämpfe,{heading}", *rows])
    receipt = read_journal([("k.csv", text.encode())]).receipts[0]
    assert next(column.field for column in receipt.columns if column.header == heading) is None
    assert heading in [problem.column for problem in receipt.problems if problem.action == "not_mapped"]


def test_places_to_be_are_no_muscles() -> None:
    """Ledger: none of "home", "bed" and "hotel" is a part of the body; a calf beside them is one."""
    rows = "Date,Cramps,Place\n2026-11-01,1,home\n2026-11-02,2,hotel\n"
    journal = read_journal([("d.csv", rows.encode())])
    assert list(journal.nights["cramps"]) == [1, 2]
    assert journal.cramps["muscle"].isna().all()
    rows = "Date,Cramps,Place\n2026-11-01,1,left calf\n2026-11-02,1,in bed\n"
    journal = read_journal([("d.csv", rows.encode())])
    assert journal.cramps["muscle"].dropna().tolist() == ["calf"]
    assert [one.row for one in journal.receipts[0].problems if "somebody was" in one.problem] == [3]
