"""Columns that count cramps and could number the rows. Oracle: read by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal


def read(counts: str, mapping: dict[str, str] | None = None) -> Journal:
    rows = "".join(f"{10 + at},2025-03-0{at + 1},{count}\n" for at, count in enumerate(counts))
    text = f"ID,Night of,Cramps\n{rows}".encode()
    return read_journal([("diary.csv", text)], mapping=mapping)


def said(journal: Journal) -> list[str | None]:
    return [
        problem.column
        for problem in journal.receipts[0].problems
        if problem.action == "assumed" and "go up by one" in problem.problem
    ]


@pytest.mark.parametrize("counts", ["123", "1234", "4321"])
def test_a_few_numbers_in_order_are_cramps_and_it_is_said(counts: str) -> None:
    journal = read(counts)
    assert journal.nights["cramps"].tolist() == list(map(int, counts))
    assert said(journal) == ["Cramps"]


@pytest.mark.parametrize("counts", ["12", "1223", "0120"])
def test_numbers_that_do_not_run_are_cramps_without_a_word(counts: str) -> None:
    journal = read(counts)
    assert journal.nights["cramps"].tolist() == list(map(int, counts))
    assert said(journal) == []


def test_what_a_person_mapped_is_not_doubted() -> None:
    assert said(read("123", {"Cramps": "cramps"})) == []


@pytest.mark.parametrize("heading", ["Cramps", "Wadenkrämpfe", "Crampes"])
def test_many_numbers_in_order_behind_the_date_are_asked_about(heading: str) -> None:
    """Five nights and more: the cramps of each, or the number of each row."""
    text = f"Night of,{heading}\n" + "".join(f"2025-03-{at:02d},{at}\n" for at in range(1, 11))
    with pytest.raises(JournalError) as raised:
        read_journal([("diary.csv", text.encode())])
    assert raised.value.receipts[0].error_code == "cramp_column_not_known"
    mapped = read_journal([("diary.csv", text.encode())], mapping={heading: "cramps"})
    assert mapped.nights["cramps"].tolist() == list(range(1, 11))


def test_below_a_heading_that_asks_how_many_they_are_cramps_and_it_is_said() -> None:
    text = "Night of,Number of cramps,Water\n" + "".join(
        f"2025-03-0{at},{at},1500 mL\n" for at in range(1, 9)
    )
    journal = read_journal([("diary.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == list(range(1, 9))
    assert said(journal) == ["Number of cramps"]


def test_more_than_any_night_has_number_the_rows() -> None:
    text = "Date,Cramps,Pain\n" + "".join(f"2025-{at:02d}-01,{60 + at},5\n" for at in range(1, 9))
    assert read_journal([("log.csv", text.encode())]).nights["cramps"].max() == 1
