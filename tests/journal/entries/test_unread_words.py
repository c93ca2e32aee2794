"""Words of a warning sign in columns that are not read. Oracle: each file read by hand."""

import pytest

from analysis import review
from analysis.journal import read_journal, remarks_about_signs
from analysis.words import say_quoted

ROWS = "2025-03-01,1,{}\n2025-03-02,0,slept well\n2025-03-03,1,\n"


def quoted(heading: str, text: str, **how: object) -> list[tuple[str, str, str]]:
    content = f"Night of,Cramps,{heading}\n{ROWS.format(text)}".encode()
    journal = read_journal([("diary.csv", content)], **how)  # type: ignore[arg-type]
    return [(one.about, f"{one.night:%m-%d}", one.column) for one in remarks_about_signs(journal)]


@pytest.mark.parametrize("heading", ["Qwertz", "What the nurse saw", "Beobachtung X"])
def test_a_danger_in_a_column_that_is_not_known_is_quoted(heading: str) -> None:
    assert quoted(heading, "Calf red and tender") == [("redness", "03-01", heading)]
    assert quoted(heading, "ankle swollen tonight") == [("swelling", "03-01", heading)]


def test_a_remark_that_is_read_names_no_column() -> None:
    assert quoted("Notes", "Calf red and tender") == [("redness", "03-01", "")]


def test_one_word_and_a_column_that_a_person_leaves_out_are_not_quoted() -> None:
    assert quoted("Mood colour", "red") == []
    assert quoted("Qwertz", "Calf red and tender", mapping={"Qwertz": "ignore"}) == []


def test_the_column_stands_beside_the_words_of_the_patient() -> None:
    content = f"Night of,Cramps,Qwertz\n{ROWS.format('Calf red and tender')}".encode()
    result = review(read_journal([("diary.csv", content)]))
    (line,) = say_quoted(result.quoted)
    assert "“Calf red and tender” (in the column “Qwertz”, which is not yet read)" in line
    redness = next(sign for sign in result.warning_signs if "red" in sign.name)
    assert [f"{night:%m-%d}" for night in redness.remark_nights] == ["03-01"]
