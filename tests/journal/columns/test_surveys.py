"""Answers as survey programs save them. Oracle: the nights, told by hand: what is answered in the morning
about last night is of the evening before.
"""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each

NIGHTS = {"01-15": 2, "01-16": 0, "01-17": 1}
ASKED = "How many leg cramps did you have last night?"

SURVEYS = {
    "SurveyMonkey": "Respondent ID,Collector ID,Start Date,End Date,IP Address,First Name,Last Name," + ASKED
    + "\n,,,,,,,Open-Ended Response\n"
    "114,45,01/16/2025 07:10:12 AM,01/16/2025 07:11:00 AM,1.1.1.1,,,2\n"
    "113,45,01/17/2025 07:10:12 AM,01/17/2025 07:11:00 AM,1.1.1.1,,,0\n"
    "112,45,01/18/2025 07:10:12 AM,01/18/2025 07:11:00 AM,1.1.1.1,,,1\n",
    "Qualtrics": "StartDate,EndDate,IPAddress,Duration (in seconds),Finished,RecordedDate,ResponseId," + ASKED
    + "\n2025-01-16 07:10:12,2025-01-16 07:11:12,1.1.1.1,60,True,2025-01-16 07:11:13,R_1,2\n"
    "2025-01-17 07:10:12,2025-01-17 07:11:12,1.1.1.1,60,True,2025-01-17 07:11:13,R_2,0\n"
    "2025-01-18 07:10:12,2025-01-18 07:11:12,1.1.1.1,60,True,2025-01-18 07:11:13,R_3,1\n",
    "Microsoft Forms": "ID,Start time,Completion time,Email,Name," + ASKED
    + "\n1,1/16/25 7:10:12,1/16/25 7:11:00,anonymous,,2\n2,1/17/25 7:10:12,1/17/25 7:11:00,anonymous,,0\n"
    "3,1/18/25 7:10:12,1/18/25 7:11:00,anonymous,,1\n",
    "Jotform": "Submission Date,Full Name," + ASKED + ',Submission ID\n"Jan 16, 2025",Ann Lee,2,6012\n'
    '"Jan 17, 2025",Ann Lee,0,6013\n"Jan 18, 2025",Ann Lee,1,6014\n',
    "KoboToolbox": "start;end;" + ASKED + ";_id;_uuid;_submission_time\n"
    "2025-01-16T07:10:00.000+01:00;2025-01-16T07:12:00.000+01:00;2;1;x;2025-01-16T06:12:00\n"
    "2025-01-17T07:10:00.000+01:00;2025-01-17T07:12:00.000+01:00;0;2;y;2025-01-17T06:12:00\n"
    "2025-01-18T07:10:00.000+01:00;2025-01-18T07:12:00.000+01:00;1;3;z;2025-01-18T06:12:00\n",
}  # fmt: skip


def opened(text: str) -> Journal:
    return read_journal([("answers.csv", text.encode())], today=date(2026, 1, 1))


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": cramps for night, cramps in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("program", SURVEYS)
def test_a_survey_is_of_the_nights_that_its_answers_are_about(program: str) -> None:
    journal = opened(SURVEYS[program])
    assert ledger(journal) == NIGHTS
    assert journal.receipts[0].rows.used == 3
    assert journal.receipts[0].rows.rejected == 0
    assert "duration" not in journal.cramps or journal.cramps["duration"].isna().all()


@for_each(
    ("stamp", "asked"),
    [
        ("Horodateur", "Nombre de crampes la nuit dernière"),
        ("Marca temporal", "¿Cuántos calambres tuvo anoche?"),
        ("Zaman damgası", "Dün gece kaç kramp oldu?"),
        ("Időbélyeg", "Hány lábgörcse volt az éjjel?"),
        ("Aikaleima", "Montako kramppia viime yönä?"),
        ("Отметка времени", "Сколько судорог было прошлой ночью?"),
        ("Tidstämpel", "Hur många kramper hade du i natt?"),
        ("Sygnatura czasowa", "Ile skurczów nóg miałeś ostatniej nocy?"),
    ],
)
def test_a_form_of_any_language_asks_how_many(stamp: str, asked: str) -> None:
    rows = "2025-01-16 7:10:12,2\n2025-01-17 7:10:12,0\n2025-01-18 7:10:12,1\n"
    assert ledger(opened(f"{stamp},{asked}\n{rows}")) == NIGHTS


@pytest.mark.parametrize(
    "stamp", ["時間戳記", "时间戳记", "타임스탬프", "タイムスタンプ", "Tidsmerke", "Časové razítko"]
)
def test_a_form_sent_after_noon_is_of_the_night_before(stamp: str) -> None:
    rows = "2025-01-16 7:10:12,2\n2025-01-17 13:02:11,0\n2025-01-18 7:10:12,1\n"
    assert ledger(opened(f"{stamp},How many leg cramps last night?\n{rows}")) == NIGHTS


def test_records_of_several_people_share_nights_and_are_asked_about() -> None:
    """REDCap: two records with the same nights are two people; records of a night each number the rows."""
    head = "record_id,redcap_event_name,night,cramps\n"
    with pytest.raises(JournalError) as asked:
        opened(head + "1,a,2025-01-15,2\n2,a,2025-01-15,0\n1,b,2025-01-16,1\n2,b,2025-01-16,0\n")
    assert asked.value.receipts[0].choices == ("1", "2")
    assert ledger(opened(head + "1,a,2025-01-15,2\n2,a,2025-01-16,0\n3,a,2025-01-17,1\n")) == NIGHTS


def test_an_empty_column_of_a_cramps_own_asks_nothing() -> None:
    """Tasks of a program with a column for their length, which nobody filled in."""
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n")
    tasks = b"TYPE,CONTENT,PRIORITY,DATE,DURATION\ntask,Buy bananas,4,2025-03-01,\ntask,Call,4,2025-03-02,\n"
    journal = read_journal([diary, ("tasks.csv", tasks)], today=date(2026, 1, 1))
    assert journal.nights["cramps"].tolist() == [0, 1]
    assert journal.receipts[1].question == ""
