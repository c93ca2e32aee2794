"""What the name of a file says of its numbers. Oracle: each file read by hand."""

import pytest

from analysis.journal import Journal
from analysis.journal.columns.named_subjects import field_named, names_something_else
from tests.for_each import for_each
from tests.journal.columns.test_about_cramps import ledger, opened

DIARY = {"diary.csv": "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"}
NIGHTS = {"03-01": 0, "03-02": 1, "03-03": 0}


def column(head: str, *values: str) -> str:
    return head + "".join(f"2025-03-0{at},{value}\n" for at, value in enumerate(values, start=1))


@pytest.mark.parametrize(
    ("name", "heading", "field", "values"),
    [
        ("steps.csv", "Date,Count", "steps", ["3400", "5100", "980"]),
        ("My steps 2025-03.csv", "Date,Value", "steps", ["3400", "5100", "980"]),
        ("StepsRecord.csv", "date,count", "steps", ["3400", "5100", "980"]),
        ("Schritte.csv", "Datum,Anzahl", "steps", ["3400", "5100", "980"]),
        ("Pasos.csv", "Fecha,Cantidad", "steps", ["3400", "5100", "980"]),
        ("coffee.csv", "Date,Count", "caffeine", ["3", "0", "2"]),
        ("Bier.csv", "Datum,Anzahl", "alcohol", ["3", "0", "2"]),
    ],
)
def test_the_numbers_of_a_file_named_after_a_field_are_its(
    name: str, heading: str, field: str, values: list[str]
) -> None:
    found = opened({**DIARY, name: column(heading + "\n", *values)})
    assert isinstance(found, Journal)
    assert ledger(found) == NIGHTS
    assert found.days[field].dropna().tolist() == [float(value) for value in values]
    assert [receipt.question for receipt in found.receipts] == ["", ""]


@for_each(
    "name",
    [
        "cigarettes.csv", "Zigaretten.csv", "cigarrillos 2025.csv", "heart_rate.csv", "HeartRate.csv",
        "push-ups.csv", "Stuhlgang.csv", "Mood.csv", "Stretching.csv",
    ],
)  # fmt: skip
@for_each("heading", ["Date,Count", "Date,Score", "Datum,Anzahl"])
def test_a_file_named_after_something_else_is_never_offered_as_cramps(name: str, heading: str) -> None:
    found = opened({**DIARY, name: column(heading + "\n", "3", "5", "4")})
    assert isinstance(found, Journal)
    assert ledger(found) == NIGHTS
    assert found.receipts[1].question == ""
    assert "something other than cramps" in found.receipts[1].error


def test_a_person_can_still_say_that_they_are_cramps() -> None:
    told = opened(
        {"stress.csv": column("Date,Count\n", "3", "0", "1")}, mapping={"file:stress.csv": "cramps"}
    )
    assert ledger(told) == {"03-01": 3, "03-02": 0, "03-03": 1}


def test_numbers_of_three_digits_count_no_cramps_and_small_ones_are_asked_about() -> None:
    large, small = column("Date,Count\n", "340", "5100", "980"), column("Date,Count\n", "3", "0", "1")
    found = opened({**DIARY, "data.csv": large, "more.csv": small})
    assert isinstance(found, Journal)
    assert [receipt.question for receipt in found.receipts] == ["", "", "are_these_leg_cramps"]
    told = opened({"data.csv": large}, mapping={"file:data.csv": "cramps"})
    assert ledger(told) == {}  # none of them is possible


def test_headings_of_the_body_say_what_a_table_is_of() -> None:
    """A weighing at a time of the night is no cramp, and no question."""
    scales = "Time,Weight,Change,BMI\n2025-03-01 23:05,80.2 kg,0.1 kg,24.1\n2025-03-02 23:10,80.1 kg,0,24.1\n"
    found = opened({**DIARY, "export.csv": scales})
    assert isinstance(found, Journal)
    assert ledger(found) == NIGHTS
    assert found.receipts[1].question == ""


def test_cramps_in_the_name_or_a_pain_beside_it_go_before_what_else_it_says() -> None:
    assert not names_something_else("Weight and pain.csv")
    assert names_something_else("Weight.csv")
    named = opened({"Stress and leg cramps.csv": column("Date,Count\n", "3", "0", "1")})
    assert ledger(named) == {"03-01": 3, "03-02": 0, "03-03": 1}


def test_the_words_of_any_file_and_its_dates_are_no_part_of_what_it_is_of() -> None:
    assert field_named("my_steps_export-2025 March.csv") == "steps"
    assert field_named("Sheet1") is None
    assert field_named("2025-03.csv") is None
