"""What kinds of event are by their own names. Oracle: each name read by hand, ledgers worked out by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each


def read(text: str, name: str = "log.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


@for_each(
    "kind",
    ["Stomach cramp", "Menstrual cramps", "Magenkrampf", "Bauchkrämpfe", "Krampfanfall", "Schreibkrampf",
     "Crampes d'estomac", "Calambre estomacal", "Crampi mestruali", "Buikkramp", "Magkramp", "Back spasms",
     "Muscle spasms - back", "Bladder spasm", "Hand cramp", "Stretching for cramps", "Cramp bark",
     "Leg cramp cream", "Infantile spasms"],
)  # fmt: skip
def test_a_kind_that_is_no_leg_cramp_counts_none(kind: str) -> None:
    """Two leg cramps on 1 and 5 March; the kind between them is listed and its row is not used."""
    journal = read(f"Date,Event\n2025-03-01,Leg cramp\n2025-03-02,{kind}\n2025-03-05,Leg cramp\n")
    assert sum(ledger(journal).values()) == 2
    (receipt,) = journal.receipts
    assert any(problem.action == "not_mapped" and kind in problem.problem for problem in receipt.problems)
    assert (receipt.rows.used, receipt.rows.rejected) == (2, 1)


@for_each(
    "kind",
    ["Leg cramp", "leg_cramp", "LegCramp", "Calf cramp - severe", "Night cramp left calf", "Wadenkrampf",
     "Fußkrampf", "Zehenkrampf", "Crampe mollet", "Calambre en la pierna", "Crampo al polpaccio", "Kuitkramp",
     "Cãibra", "Vadkramp", "Charley horse"],
)  # fmt: skip
def test_a_kind_that_names_a_leg_cramp_is_one(kind: str) -> None:
    text = f"Date,Event\n2025-03-01,{kind}\n2025-03-02,Reading\n2025-03-05,{kind}\n"
    assert ledger(read(text)) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 0, "03-05": 1}


@for_each(
    "kind",
    ["No cramp", "No cramps tonight", "no leg cramps", "Cramp free", "Kein Krampf", "Pas de crampe",
     "Sin calambres", "Nessun crampo", "Geen kramp", "Sem cãibras"],
)  # fmt: skip
def test_a_kind_that_says_no_cramp_is_a_night_without(kind: str) -> None:
    """Of five nights three are told of; the other two are unknown, since it says where there was none."""
    text = f"Date,Event\n2025-03-01,Leg cramp\n2025-03-03,{kind}\n2025-03-05,Leg cramp\n"
    journal = read(text)
    assert ledger(journal) == {"03-01": 1, "03-03": 0, "03-05": 1}
    assert not journal.unlogged_assumed_cramp_free
    said = read(text.replace(kind, "zzz"), mapping={"kind:zzz": "no cramp"})
    assert ledger(said) == {"03-01": 1, "03-03": 0, "03-05": 1}


def test_a_symptom_rated_nought_is_none() -> None:
    """Bearable: a cramp in the morning of 4 March is of the night of the 3rd; that of 5 March is rated 0."""
    text = (
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        '"4th Mar 2025","Tuesday","am","Symptom","2","Calf cramp (Mild)",""\n'
        '"5th Mar 2025","Wednesday","am","Symptom","0","Calf cramp",""\n'
        '"6th Mar 2025","Thursday","am","Symptom","3","Stomach cramps (Severe)",""\n'
    )
    journal = read(text)
    assert ledger(journal) == {"03-03": 1, "03-04": 0}
    assert journal.nights["severity"].dropna().tolist() == [2]


def test_a_night_keeps_the_times_and_the_worst_of_what_was_counted() -> None:
    """1 March 23:10 twice and 2 March 02:20 once: three cramps of one night, the worst of 7; 4 March none."""
    text = (
        "Timestamp,Event,Value,Severity\n2025-03-01 23:10,Leg cramp,2,4\n2025-03-02 02:20,Leg cramp,1,7\n"
        "2025-03-04 21:00,Leg cramp,0,\n2025-03-05 01:00,Tea,1,\n"
    )
    journal = read(text)
    assert ledger(journal) == {"03-01": 3, "03-04": 0}
    assert journal.nights["severity"].dropna().tolist() == [7]
    assert sorted(f"{onset:%d %H:%M}" for onset in journal.cramps["onset"].dropna()) == [
        "01 23:10",
        "02 02:20",
    ]


def test_lengths_of_time_add_up_in_whatever_unit_they_are_written() -> None:
    """30 min and half an hour are 60 min of activity; a cramp of 4 min is one cramp of that length."""
    text = (
        "Timestamp,Category,Value,Unit\n2025-03-01 18:00,Walk,30,min\n2025-03-01 19:00,Walk,0.5,h\n"
        "2025-03-02 02:10,Leg cramp,4,min\n"
    )
    journal = read(text)
    assert journal.days["activity"].tolist() == [60]
    assert journal.cramps["duration"].tolist() == [4]
    assert ledger(journal) == {"03-01": 1}


CALENDAR = (
    "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description\n"
    "Leg cramp,03/01/2025,02:10 AM,03/01/2025,02:20 AM,False,\n"
    "Dentist,03/02/2025,10:10 AM,03/02/2025,10:20 AM,False,\n"
    "Leg cramp,03/14/2025,03:10 AM,03/14/2025,03:20 AM,False,\n"
)
TIME_SHEET = (
    "User,Client,Project,Description,Start date,Start time,End date,End time,Duration\n"
    "a,,Health,Leg cramp,2025-03-01,02:10:00,2025-03-01,02:15:00,00:05:00\n"
    "a,,Health,Walk,2025-03-01,12:10:00,2025-03-01,12:45:00,00:35:00\n"
    "a,,Health,Leg cramp,2025-03-14,03:10:00,2025-03-14,03:13:00,00:03:00\n"
)
STREAKS = (
    "task_id,title,entry_type,entry_date\n1,Leg cramp,completed_manually,20250228\n"
    "1,Leg cramp,missed_auto,20250301\n2,Read,completed_manually,20250301\n"
    "1,Leg cramp,completed_manually,20250313\n"
)


@pytest.mark.parametrize("text", [CALENDAR, TIME_SHEET, STREAKS])
def test_cramps_among_the_entries_of_a_calendar_a_time_sheet_or_a_list_of_tasks(text: str) -> None:
    """The nights of 28 February and 13 March; what else stands in the file is no cramp."""
    found = ledger(read(text))
    assert {night for night, count in found.items() if count} == {"02-28", "03-13"}


def test_the_length_of_an_entry_is_that_of_the_cramp_or_the_walk() -> None:
    journal = read(TIME_SHEET)
    assert journal.cramps["duration"].tolist() == [5, 3]
    assert journal.days["activity"].tolist() == [35]


@pytest.mark.parametrize(
    "text",
    ["Date,Medicine,Dose,Description\n2025-03-01,Magnesium,300 mg,leg cramps\n"
     "2025-03-02,Ramipril,5 mg,blood pressure\n",
     "Date,Steps,Text\n2025-03-01,5400,leg cramp\n2025-03-02,6100,nice walk\n"],
)  # fmt: skip
def test_a_remark_in_a_table_about_something_else_is_no_kind_of_event(text: str) -> None:
    """A list of medicines stays one, and steps stay steps: no cramp is counted."""
    try:
        journal = read(text)
    except JournalError as refusal:
        pytest.fail(str(refusal))
    assert not len(journal.nights)
    assert len(journal.days) == 2 or len(journal.spells) + len(journal.intakes) > 0


QUESTIONS = "Cycle start time,Question text,Answered yes\n" + "".join(
    f"2025-03-0{day} 23:10:00,{question},{answer}\n"
    for day, question, answer in (
        (1, "Have any leg cramps?", "true"),
        (1, "Consumed caffeine?", "true"),
        (2, "Have any leg cramps?", "false"),
        (2, "Consumed caffeine?", "true"),
    )
)


def test_an_answer_to_a_question_has_no_time_and_takes_no_medicine() -> None:
    """The cycle's beginning is no onset, and a yes to caffeine is no intake of it."""
    journal = read_journal([("journal_entries.csv", QUESTIONS.encode())])
    assert journal.nights["cramps"].tolist() == [1, 0]
    assert journal.cramps["onset"].isna().all()
    assert "medication" not in journal.nights
    assert len(journal.spells) == len(journal.intakes) == 0


def test_the_group_of_a_feature_goes_before_its_name() -> None:
    text = (
        "FeatureName,Timestamp,Value,Note\n"
        "Health/Leg cramps,2025-03-02T02:10:00,1.0,\nHealth/Leg cramps,2025-03-03T03:10:00,1.0,\n"
        "Health/Mood,2025-03-03T07:10:00,4.0,\n"
    )
    journal = read_journal([("tracks.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [1, 1]
    assert f"{journal.nights.index[0]:%m-%d}" == "03-01"
