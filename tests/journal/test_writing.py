"""The journal as read, written and opened again, whatever columns the person keeps under their own name."""

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.journal import Journal, export_journal, read_journal
from tests.journal.checks import assert_same_journal

TODAY = date(2026, 1, 1)
OWN_HEADERS = (
    "Salt", "Sauna", "Crossed legs", "Total", "Nights", "Days", "Event", "Kind", "Person", "Name", "x",
    "Morning walk", "Amount", "Score", "Tiredness at noon", "Wetter", "Stürze", "Unit", "Result",
    "Blood tests",
)  # fmt: skip


def kept(headers: list[str], nights: int) -> Journal:
    """A diary whose further columns are all kept: numbers in every other, yes and no in the rest."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Night of", "Cramps", "Worst pain (0-10)", "Water (mL)", *headers])
    for at in range(nights):
        cramps = at * 7 % 3
        own = [
            str(at * (3 + place) % 11) if place % 2 else ("yes", "no")[at % 2]
            for place in range(len(headers))
        ]
        day = date(2025, 1, 1) + timedelta(days=at)
        writer.writerow([day, cramps, at % 9 + 1 if cramps else "", 1000 + 10 * at, *own])
    mapping = dict.fromkeys(headers, "own")
    return read_journal([("diary.csv", text.getvalue().encode())], mapping=mapping, today=TODAY)


def check_opened_again(headers: list[str], nights: int) -> None:
    journal = kept(headers, nights)
    assert len(journal.own_fields) == len(headers)
    assert journal.nights["cramps"].sum() == sum(at * 7 % 3 for at in range(nights))
    again = read_journal([("journal.csv", export_journal(journal))], today=TODAY)
    assert_same_journal(journal, again)
    assert [field.label for field in again.own_fields] == [field.label for field in journal.own_fields]


columns = st.lists(st.sampled_from(OWN_HEADERS), unique=True, max_size=12)


@given(columns, st.integers(3, 40))
@settings(max_examples=20, deadline=None)
def test_the_journal_opens_again_whatever_own_columns_are_kept(headers: list[str], nights: int) -> None:
    check_opened_again(headers, nights)


@pytest.mark.slow
@given(columns, st.integers(3, 40))
@settings(derandomize=False, max_examples=2000, deadline=None, database=None)
def test_the_journal_opens_again_whatever_of_2_000_own_columns_are_kept(
    headers: list[str], nights: int
) -> None:
    check_opened_again(headers, nights)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_journal_opens_again_after_a_spreadsheet_saved_it(delimiter: str) -> None:
    """A spreadsheet pads every line to the same width and may write another delimiter."""
    journal = kept(["Salt", "Sauna", "Crossed legs", "Total"], 30)
    records = list(csv.reader(io.StringIO(export_journal(journal).decode("utf-8-sig"))))
    width = max(map(len, records))
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        record + [""] * (width - len(record)) for record in records
    )
    assert_same_journal(journal, read_journal([("journal.csv", text.getvalue().encode())], today=TODAY))
