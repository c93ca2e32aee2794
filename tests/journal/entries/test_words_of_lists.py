"""Words in a list of medicines that say as needed, still taken, and to which dose. Oracle: read by hand."""

import pytest

from tests.journal.entries.test_list_rows import changes, listed

SPANS = "Medication,Dose,Started,Stopped,Notes"


@pytest.mark.parametrize("note", ["as needed", "only as needed", "As needed, for headaches", "bei Bedarf"])
def test_a_remark_that_says_as_needed_makes_no_change(note: str) -> None:
    journal = listed(f'Ibuprofen,400 mg,2024-01-05,,"{note}"', header=SPANS)
    assert changes(journal) == []
    assert journal.spells["as_needed"].tolist() == [True]


def test_a_remark_about_something_else_is_none() -> None:
    journal = listed("Ramipril,5 mg,2024-01-05,,may be raised as needed", header=SPANS)
    assert changes(journal) == [("01-05", "ramipril", "start", 5.0)]


@pytest.mark.parametrize("word", ["ongoing", "Present", "current", "still", "laufend", "en cours"])
def test_still_taken_is_an_open_end(word: str) -> None:
    journal = listed(f"Ramipril,5 mg,2024-01-05,{word},", header=SPANS)
    assert changes(journal) == [("01-05", "ramipril", "start", 5.0)]
    assert not journal.receipts[1].problems


def test_another_word_for_an_end_is_still_no_date() -> None:
    journal = listed("Ramipril,5 mg,2024-01-05,soon,", header=SPANS)
    assert [one.problem for one in journal.receipts[1].problems] == ["this is not a date"]


@pytest.mark.parametrize(
    ("said", "change", "dose"),
    [
        ("tapered to 30 mg", "decrease", 30.0),
        ("reduced to 30 mg", "decrease", 30.0),
        ("reduced from 40 mg to 30 mg", "decrease", 30.0),
        ("increased to 50 mg", "increase", 50.0),
        ("reduced by 10 mg", "decrease", 30.0),  # 40 less 10
    ],
)
def test_the_dose_that_a_change_names(said: str, change: str, dose: float | None) -> None:
    journal = listed(
        "2024-01-03,prednisone 40 mg,started",
        f"2024-01-05,prednisone,{said}",
        header="Date,Medication,Change",
    )
    assert changes(journal) == [
        ("01-03", "prednisone", "start", 40.0),
        ("01-05", "prednisone", change, dose),
    ]


def test_a_dose_of_a_column_counts_before_that_of_a_sentence() -> None:
    journal = listed("2024-01-05,prednisone,tapered to 30 mg,25 mg")
    assert changes(journal) == [("01-05", "prednisone", "decrease", 25.0)]


def sentences(*said: str) -> list[tuple[str, str, str, float | None]]:
    rows = (f"2024-01-{at + 3:02d},{text}" for at, text in enumerate(said))
    return changes(listed(*rows, header="Date,What changed"))


def test_a_step_without_a_word_among_sentences() -> None:
    assert sentences("started prednisone 40 mg", "tapered prednisone to 20 mg", "prednisone 10 mg") == [
        ("01-03", "prednisone", "start", 40.0),
        ("01-04", "prednisone", "decrease", 20.0),
        ("01-05", "prednisone", "decrease", 10.0),
    ]


@pytest.mark.parametrize("said", ["asked about prednisone 10 mg", "no prednisone 10 mg"])
def test_what_is_no_step(said: str) -> None:
    told = sentences("started prednisone 40 mg", "tapered prednisone to 20 mg", said)
    assert told == [("01-03", "prednisone", "start", 40.0), ("01-04", "prednisone", "decrease", 20.0)]
