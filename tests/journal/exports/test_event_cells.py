"""Kinds of event that only the cells tell. Oracle: each table read by hand, its ledger by night."""

import io

import pytest
from openpyxl import Workbook

from analysis.journal import Journal, JournalError, read_journal

OURA = (
    "id;tag_type_code;start_time;end_time;start_day;end_day;comment;custom_name\n"
    "a;custom;2025-03-02T03:10:00+01:00;;2025-03-02;;;Leg cramp\n"
    "b;tag_generic_alcohol;2025-03-02T20:10:00+01:00;;2025-03-02;;;\n"
    "c;custom;2025-03-04T02:10:00+01:00;;2025-03-04;;;Leg cramp\n"
    "d;custom;2025-03-05T12:10:00+01:00;;2025-03-05;;;Massage\n"
)


def read(text: str, name: str = "log.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("mapping", [{}, {"file:log.csv": "cramps"}])
def test_only_the_tags_that_speak_of_cramps_are_cramps(mapping: dict[str, str]) -> None:
    """Cramps at 03:10 on 2 March and 02:10 on the 4th; alcohol and massage are none, whoever says what."""
    journal = read(OURA, mapping=mapping)
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 1}
    (receipt,) = journal.receipts
    assert set(receipt.event_kinds) == {"Leg cramp", "tag_generic_alcohol", "Massage"}


@pytest.mark.parametrize("heading", ["Journal", "Thema", "Qué", "Zuzu"])
def test_a_kind_under_a_heading_of_any_name(heading: str) -> None:
    text = (
        f"Date,{heading},Score\n2025-03-01,Leg cramps,Yes\n2025-03-02,Leg cramps,No\n"
        "2025-03-03,Leg cramps,Skip\n2025-03-04,Leg cramps,Yes\n"
    )
    for mapping in ({}, {"file:log.csv": "cramps"}):
        assert ledger(read(text, mapping=mapping)) == {"03-01": 1, "03-02": 0, "03-04": 1}


def test_the_moment_of_a_tap_dates_its_cramp() -> None:
    """02:30 on 11 March is of the night of the 10th; "name" is no person's."""
    text = "created_at,name\n2025-03-11T02:30:00,Leg cramp\n2025-03-13T23:50:00,Leg cramp\n"
    assert {night for night, count in ledger(read(text)).items() if count} == {"03-10", "03-13"}


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Activities", "walk, leg cramp", "walk"), ("Aktivitäten", "Spaziergang; Wadenkrampf", "Garten"),
     ("Tags", "leg cramp | tea", "tea"), ("Activités", "marche, crampe", "marche")],
)  # fmt: skip
def test_lists_of_what_was_done(heading: str, first: str, second: str) -> None:
    """In a table of text and in a workbook: a cramp on the 11th and 13th, none named on the 12th."""
    book = Workbook()
    for row in [("Date", heading), ("2025-03-11", first), ("2025-03-12", second), ("2025-03-13", first)]:
        book.active.append(row)
    book.save(held := io.BytesIO())
    text = f'Date,{heading}\n2025-03-11,"{first}"\n2025-03-12,"{second}"\n2025-03-13,"{first}"\n'
    for files in ([("a.csv", text.encode())], [("a.xlsx", held.getvalue())]):
        assert ledger(read_journal(files)) == {"03-11": 1, "03-12": 0, "03-13": 1}


@pytest.mark.parametrize(
    "text",
    ["Date,Zuzu\n2025-03-01,tea\n2025-03-02,hand cramp\n",
     "Date,Flow,Zuzu\n2025-03-01,heavy,Cramps\n2025-03-02,light,Headache\n",
     "Date,Zuzu\n2025-03-01,I read that a leg cramp can come from salt\n2025-03-02,so much for that\n"],
)  # fmt: skip
def test_other_cramps_and_sentences_tell_no_kinds(text: str) -> None:
    with pytest.raises(JournalError):
        read(text)
