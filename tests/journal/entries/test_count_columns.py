"""Columns that count cramps and could number the rows. Oracle: read by hand."""

import pytest

from analysis.journal import Journal, read_journal


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
