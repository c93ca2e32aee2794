"""What a person says of columns and kinds. Oracle: read by hand."""

import json

import pytest

from analysis.journal import JournalError, mapping_from_json, mapping_to_json, read_journal
from tests.for_each import for_each
from tests.journal.test_reading import actions, ledger, read


def test_a_column_of_the_persons_own_is_taken_only_when_mapped() -> None:
    diary = (
        "Date,Cramps,Barometer,Mood,Weather\n2024-03-01,1,1013,yes,sun\n"
        "2024-03-02,0,1001,no,rain\n2024-03-03,0,995,no,rain\n"
    )
    plain = read(diary)
    assert not plain.own_fields
    assert [action for _, action in actions(plain)] == ["not_mapped"] * 3
    mapped = read(diary, mapping={"Barometer": "own", "Mood": "good_mood", "Weather": "own"})
    assert [(field.name, field.kind, field.is_exposure) for field in mapped.own_fields] == [
        ("barometer", "number", True), ("good_mood", "yes_no", True),
    ]  # fmt: skip
    assert mapped.nights["barometer"].tolist() == [1013, 1001, 995]
    # Words are no exposure that can be counted.
    assert [problem.column for problem in mapped.receipts[0].problems] == ["Weather"]


def test_a_mapped_column_is_the_cramps_and_the_mapping_comes_back_from_its_download() -> None:
    mapping = mapping_from_json(mapping_to_json({"headache": "cramps", "airq": "ignore"}))
    journal = read("date,airq,headache\n2024-03-01,9,yes\n2024-03-02,7,no\n", mapping=mapping)
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    with pytest.raises(ValueError, match="did you mean 'cramps'"):
        read("date,headache\n2024-03-01,yes\n", mapping={"headache": "crampz"})
    for wrong in ("", "[]", json.dumps({"mapping": {}}), "x" * 10):
        with pytest.raises(ValueError, match="mapping"):
            mapping_from_json(wrong)


@for_each(
    ("key", "said", "meant"),
    [
        ("Wadl", "craps", "cramps"),
        ("Wadl", "Krämpfe", "cramps"),
        ("Wadl", "leg cramps", "cramps"),
        ("Wadl", "ignor", "ignore"),
        ("kind:Ouch", "cramping", "cramps"),
        ("kind:Rest", "nocramp", "no cramp"),
        ("file:diary.csv", "headaches", "cramps"),
        ("file:diary.csv", "cramp", "cramps"),
        ("file:diary.csv", "no", "cramps"),
        ("word:Cramps:bad", "crmp", "cramp"),
    ],
)
def test_what_is_no_answer_gets_its_sentence_and_counts_nothing(key: str, said: str, meant: str) -> None:
    """A file of headaches is none of cramps because somebody wrote what it is."""
    with pytest.raises(ValueError, match=f"did you mean '{meant}'"):
        read("Date,Cramps\n2025-01-01,1\n", mapping={key: said})


def test_an_event_log_asks_which_kind_is_the_cramp() -> None:
    events = (
        "Icon,Action,UTC Time,Time Zone\n,Ouch,2024-03-01 01:10:00,Europe/Berlin\n"
        ",Walked dog,2024-03-01 08:00:00,Europe/Berlin\n"
        ",Ouch,2024-03-03 22:30:00,Europe/Berlin\n"
    )
    with pytest.raises(JournalError, match="which kind of event is the cramp") as raised:
        read(events)
    assert raised.value.receipts[0].event_kinds == ("Ouch", "Walked dog")
    journal = read(events, mapping={"kind:Ouch": "cramps"})
    assert journal.cramps["onset"].dt.strftime("%m-%d %H:%M").tolist() == ["03-01 02:10", "03-03 23:30"]
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (3, 2, 1)


@pytest.mark.parametrize(
    ("key", "meaning", "says"),
    [
        ("Nope", "cramps", "a column that no file has"),
        ("file:other.csv", "cramps", "a file that is not here"),
        ("kind:Sauna", "own", "a kind of event that no file has"),
        ("word:Nope:left calf", "cramp", "words of a column that no file has"),
    ],
)
def test_an_answer_about_nothing_in_the_files_is_said(key: str, meaning: str, says: str) -> None:
    """Oracle: the journal is as without the answer, and one line says so; an answer that fits has none."""
    text = b"Date,Cramps\n2025-01-01,1\n2025-01-02,0\n"
    journal = read_journal([("diary.csv", text)], mapping={key: meaning, "word:Cramps:x": "cramp"})
    told = [problem.problem for problem in journal.receipts[0].problems if "mapping" in problem.problem]
    assert len(told) == 1
    assert says in told[0]
    assert journal.nights.cramps.tolist() == [1, 0]


def test_a_unit_that_is_the_whole_heading_is_that_of_a_mapped_column() -> None:
    """By hand: 2 US cups are 473.2 mL."""
    text = b"Date,Cramps,Cups\n2025-01-01,1,2\n2025-01-02,0,2\n"
    journal = read_journal([("diary.csv", text)], mapping={"Cups": "hydration"})
    assert journal.nights.hydration.round(1).tolist() == [473.2, 473.2]
