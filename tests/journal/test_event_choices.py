"""Which kinds of an event log are taken, left open or asked about. Oracle: ledgers worked out by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
FLO = "Date,Symptom\n2025-03-01,Menstrual flow: heavy\n2025-03-01,Cramps\n2025-03-03,Cramps\n"
BEARABLE = (
    "date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    '"1st Mar 2025","Saturday","all day","Period","3","Heavy flow",""\n'
    '"3rd Mar 2025","Monday","pm","Symptom","2","Cramps (Moderate)",""\n'
)
DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2025-03-01,March 1,Saturday,9:00 pm,good,period | cramps,,\n"
    "2025-03-03,March 3,Monday,9:10 pm,bad,cramps | headache,,\n"
)
GERMAN = "Datum,Ereignis\n01.03.2025,Periode Beginn\n01.03.2025,Krämpfe\n03.03.2025,Krämpfe\n"
BOWEL = "Date,Symptom\n2025-03-01,Cramps\n2025-03-01,Bloating\n2025-03-02,Stool\n2025-03-03,Cramps\n"


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("text", [FLO, BEARABLE, DAYLIO, GERMAN, BOWEL])
def test_cramps_that_may_be_of_a_period_or_the_belly_are_asked_about(text: str) -> None:
    """The diary stands, 0, 1, 0, until somebody says that these are of the leg."""
    files = [DIARY, ("app.csv", text.encode())]
    journal = read_journal(files)
    assert ledger(journal) == {"03-01": 0, "03-02": 1, "03-03": 0}
    receipt = next(receipt for receipt in journal.receipts if receipt.name == "app.csv")
    assert receipt.question == receipt.error_code == "are_these_leg_cramps"
    told = ledger(read_journal(files, mapping={"file:app.csv": "cramps"}))
    assert told["03-03"] == 1
    with pytest.raises(JournalError, match="leg cramps"):
        read_journal(files[1:])


def test_cramps_that_name_the_leg_are_taken_beside_a_period() -> None:
    text = FLO.replace(",Cramps", ",Leg cramps")
    assert ledger(read_journal([("flo.csv", text.encode())])) == {"03-01": 1, "03-02": 0, "03-03": 1}


def test_what_a_log_tells_of_the_day_is_read_while_its_cramps_are_asked_about() -> None:
    text = "Date,Event,Value,Unit\n2025-03-01,Cramps,,\n2025-03-01,Period,,\n2025-03-01,Water,500,mL\n"
    journal = read_journal([DIARY, ("log.csv", text.encode())])
    assert ledger(journal) == {"03-01": 0, "03-02": 1, "03-03": 0}
    assert journal.days["hydration"].dropna().tolist() == [500]
    receipt = next(receipt for receipt in journal.receipts if receipt.name == "log.csv")
    assert receipt.question == "are_these_leg_cramps"


@pytest.mark.parametrize("kind", ["two cramps", "Cramp x2", "Cramps (2)", "2x Wadenkrampf", "deux crampes"])
def test_a_kind_that_names_a_number_counts_it(kind: str) -> None:
    """02:00 on 13 March is of the night of the 12th."""
    text = f"Time,Entry\n2025-03-11 02:30,cramp\n2025-03-13 02:00,{kind}\n2025-03-15 02:50,cramp\n"
    found = ledger(read_journal([("log.csv", text.encode())]))
    assert {night: count for night, count in found.items() if count} == {"03-10": 1, "03-12": 2, "03-14": 1}


@pytest.mark.parametrize("kind", ["almost cramp", "Cramps and headache", "Cramp cream", "Fast ein Krampf"])
def test_the_night_of_a_kind_that_is_not_plain_is_not_logged(kind: str) -> None:
    """Cramps in the nights of 10 and 14 March; that of the 12th is open, the others free by assumption."""
    text = f"Time,Entry\n2025-03-11 02:30,cramp\n2025-03-13 02:00,{kind}\n2025-03-15 02:50,cramp\n"
    files = [("log.csv", text.encode())]
    assert ledger(read_journal(files)) == {"03-10": 1, "03-11": 0, "03-13": 0, "03-14": 1}
    assert ledger(read_journal(files, mapping={f"kind:{kind}": "cramps"}))["03-12"] == 1
    assert ledger(read_journal(files, mapping={f"kind:{kind}": "ignore"}))["03-12"] == 0


def test_a_mood_app_s_morning_entry_leaves_the_night_before_open() -> None:
    text = (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        "2025-03-01,March 1,Saturday,7:00 am,good,leg cramp,,\n"
        "2025-03-03,March 3,Monday,7:00 am,bad,almost cramp | walk,,\n"
        "2025-03-05,March 5,Wednesday,7:00 am,good,leg cramp,,\n"
    )
    assert ledger(read_journal([("daylio.csv", text.encode())])) == {
        "02-28": 1, "03-01": 0, "03-03": 0, "03-04": 1,
    }  # fmt: skip
