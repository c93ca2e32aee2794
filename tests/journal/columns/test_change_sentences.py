"""A list of sentences about medicines. Oracle: what the sentences say, by hand."""

from analysis.journal import read_journal
from tests.journal.columns.test_medicine_dates import DIARY


def changes_of(text: str) -> list[tuple[str, str, str]]:
    journal = read_journal([DIARY, ("list.csv", text.encode())])
    return [
        (str(one.night.date()), one.change, one.generic) for one in journal.changes.itertuples(index=False)
    ]


def test_sentences_under_a_heading_that_says_nothing() -> None:
    told = changes_of(
        "When,What\n20 Jan 2025,Started atorvastatin 20 mg at night\n12 Feb 2025,Atorvastatin up to 40 mg\n"
        "01 Mar 2025,Came off atorvastatin\n"
    )
    assert told == [
        ("2025-01-20", "start", "atorvastatin"),
        ("2025-02-12", "increase", "atorvastatin"),
        ("2025-03-01", "stop", "atorvastatin"),
    ]


def test_sentences_about_something_else_are_asked_about() -> None:
    journal = read_journal(
        [DIARY, ("list.csv", b"When,What\n2025-01-20,Started yoga\n2025-02-12,Stopped coffee\n")]
    )
    assert journal.changes.empty
    assert journal.receipts[1].error
