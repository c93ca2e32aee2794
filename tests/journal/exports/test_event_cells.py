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


@pytest.mark.parametrize("heading", ["Activities", "Activity", "Tags", "Was"])
def test_a_cramp_is_found_in_lists_where_another_stands_alone(heading: str) -> None:
    """Cramps on the 11th, 13th and 15th; the walk and the coffee of the other nights are none."""
    cells = ["walk, leg cramp", "walk", "leg cramp", "coffee", "coffee | leg cramp", "walk"]
    rows = "".join(f'2025-03-{day},"{cell}"\n' for day, cell in enumerate(cells, 11))
    journal = read(f"Date,{heading}\n{rows}")
    assert {night for night, count in ledger(journal).items() if count} == {"03-11", "03-13", "03-15"}
    assert set(journal.receipts[0].event_kinds) == {"walk", "leg cramp", "coffee"}


def test_a_side_or_an_answer_behind_a_comma_is_no_kind_of_its_own() -> None:
    """Cramps on the 11th and 12th, none on the 14th."""
    cells = ["Leg cramp, left", "Leg cramp, right", "headache", "leg cramp, no"]
    rows = "".join(f'2025-03-{day},"{cell}"\n' for day, cell in enumerate(cells, 11))
    journal = read(f"Date,Symptom\n{rows}")
    assert ledger(journal) == {"03-11": 1, "03-12": 1, "03-14": 0}
    assert set(journal.receipts[0].event_kinds) == set(cells)


def test_one_number_beside_several_kinds_is_not_shared_out() -> None:
    """A walk with a cramp and 3, of which nobody knows the kind: one cramp; 2 are of the cramps alone, 30 of
    the walk, and 0 of either.
    """
    rows = '2025-03-11,"walk, leg cramp",3\n2025-03-12,leg cramp,2\n2025-03-13,walk,30\n'
    journal = read(f'Date,Activities,Count\n{rows}2025-03-14,"walk, leg cramp",0\n')
    assert {night: count for night, count in ledger(journal).items() if count} == {"03-11": 1, "03-12": 2}
    assert ledger(journal)["03-14"] == 0
    told = [problem for problem in journal.receipts[0].problems if "not shared out" in str(problem)]
    assert [problem.row for problem in told] == [2]
    activity = journal.nights["activity"].dropna()
    assert {f"{night:%m-%d}": amount for night, amount in activity.items() if amount} == {"03-13": 30}
