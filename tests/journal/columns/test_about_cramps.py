"""What may count cramps. Oracle: each file read by hand; it is about cramps where its words say so, and asked
about elsewhere.
"""

import io

import openpyxl
import pytest

from analysis.journal import Journal, JournalError, Receipt, read_journal
from tests.for_each import for_each

# Files about something else, as people and apps keep them.
OTHER_FILES = {
    "calambres.csv": "Fecha,Calambres de estómago,Intensidad\n2025-03-01,3,8\n2025-03-14,1,2\n",
    "cramps.csv": "Date,Hand cramps,Pain\n2025-03-01,2,5\n2025-03-14,0,\n",
    "Krämpfe.csv": "Datum,Bauchkrämpfe,Stärke\n2025-03-01,2,5\n2025-03-14,1,3\n",
    "steps_watch.csv": "time_offset,end_time,start_time,count\n0,2025-03-01 09:12,2025-03-01 09:11,22\n"
    "0,2025-03-02 10:30,2025-03-02 10:29,35\n",
    "schritte.csv": "Datum;Anzahl\n01.03.2025;5400\n02.03.2025;6100\n",
    "zaehler.csv": "Datum;Anzahl\n01.03.2025;3\n02.03.2025;1\n03.03.2025;0\n",
    "export.csv": "Date,Count\n2025-03-01,2\n2025-03-02,1\n2025-03-03,1\n",
    "nombre.csv": "Date,Nombre\n2025-03-01,2\n2025-03-02,1\n2025-03-04,2\n",
    "episodios.csv": "Fecha,Episodios\n2025-03-01,2\n2025-03-02,1\n",
    "aanvallen.csv": "Datum,Aantal aanvallen\n2025-03-01,2\n2025-03-02,1\n",
    "headaches.csv": "time,intensity,side,migraine\n03/01/2025,7,right,TRUE\n03/14/2025,3,left,TRUE\n",
    "kopfschmerz.csv": "Datum,Kopfschmerzen,Stärke\n2025-03-01,ja,7\n2025-03-02,nein,0\n",
    "seizures.csv": "Date,Time,Seizures,Duration\n2025-03-01,02:10,1,3\n2025-03-02,03:10,2,4\n",
    "period.csv": "Date,Flow,Cramps,Mood\n2025-03-01,2,4,1\n2025-03-02,1,1,1\n2025-03-03,0,0,3\n",
    "zyklus.csv": "Datum,Periode,Krämpfe\n2025-03-01,stark,3\n2025-03-02,leicht,1\n",
    "stomach.csv": "Date,Stomach cramps\n2025-03-01,2\n2025-03-02,0\n",
    "hand.csv": "Date,Hand cramps\n2025-03-01,2\n2025-03-02,0\n",
    "back_pain.csv": "Date,Time,Pain\n2025-03-01,14:00,6\n2025-03-02,18:30,3\n",
    "pain_diary.csv": "Date,Pain,Activity (min)\n2025-03-01,6,30\n2025-03-02,0,45\n",
    "mood.csv": "Date,Rating\n2025-03-01,4\n2025-03-02,5\n",
    "attacks.csv": "Date,Attacks,Trigger\n2025-03-01,1,wine\n2025-03-05,2,stress\n",
    "events.csv": "Date,Events\n2025-03-01,1\n2025-03-05,2\n",
    "severity.csv": "Count,Type,Severity,Date\n1,migraine,moderate,2025-03-01\n2,tension,mild,2025-03-04\n"
    "3,migraine,severe,2025-03-09\n",
    "weight.csv": "Date,Weight (kg)\n2025-03-01,71.2\n2025-03-02,71.0\n",
    "pressure.csv": "Date,Time,Systolic,Diastolic\n2025-03-01,08:00,132,84\n2025-03-02,08:05,128,80\n",
    "glucose.csv": "Date,Time,Glucose\n2025-03-01,08:00,5.4\n2025-03-01,12:00,7.1\n",
    "bank.csv": "Datum;Verwendungszweck;Betrag\n01.03.2025;Miete;-800,00\n02.03.2025;Lohn;2400,00\n",
    "workouts.csv": "Date,Exercise,Sets,Reps,Intensity\n2025-03-01,Squat,3,10,7\n2025-03-02,Press,3,8,6\n",
    "calls.csv": "Date,Time,Duration\n2025-03-01,22:10,4\n2025-03-02,21:10,9\n",
    "grades.csv": "Date,Subject,Score\n2025-03-01,Maths,7\n2025-03-02,French,8\n",
    "weather.csv": "Date,Temperature,Rain\n2025-03-01,7.2,0\n2025-03-02,8.1,4\n",
    "tasks.csv": "Date,Task,Status\n2025-03-01,Sweep,done\n2025-03-02,Dust,open\n",
    "cough.csv": "Date,Cough,Strength\n2025-03-01,yes,3\n2025-03-02,no,0\n",
    "contractions.csv": "Start,End,Intensity\n2025-03-01 02:10,2025-03-01 02:11,7\n"
    "2025-03-01 02:20,2025-03-01 02:21,8\n",
}


def opened(files: dict[str, str], **how: object) -> Journal | tuple[Receipt, ...]:
    try:
        return read_journal([(name, text.encode()) for name, text in files.items()], **how)  # type: ignore[arg-type]
    except JournalError as refusal:
        return refusal.receipts


def ledger(found: Journal | tuple[Receipt, ...]) -> dict[str, float]:
    if not isinstance(found, Journal):
        return {}
    return {f"{night:%m-%d}": count for night, count in found.nights["cramps"].dropna().items()}


@for_each("name", OTHER_FILES)
def test_a_file_about_something_else_counts_no_cramp(name: str) -> None:
    """Alone it gives no ledger, and beside a diary the diary stands as it was."""
    diary = {"diary.csv": "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"}
    assert ledger(opened({name: OTHER_FILES[name]})) == {}
    assert ledger(opened(diary | {name: OTHER_FILES[name]})) == {"03-01": 0, "03-02": 1, "03-03": 0}


@pytest.mark.parametrize(
    "name", ["headaches.csv", "export.csv", "period.csv", "severity.csv", "back_pain.csv", "seizures.csv"]
)
def test_such_a_file_is_asked_about_once_and_the_answer_is_taken(name: str) -> None:
    """The question belongs to the file: said to be cramps it is read, left out it is gone."""
    found = opened({name: OTHER_FILES[name]})
    assert not isinstance(found, Journal)
    assert [receipt.question for receipt in found] == ["are_these_leg_cramps"]
    said = opened({name: OTHER_FILES[name]}, mapping={f"file:{name}": "cramps"})
    assert sum(ledger(said).values()) > 0
    left = opened({name: OTHER_FILES[name]}, mapping={f"file:{name}": "ignore"})
    assert not isinstance(left, Journal)
    assert [receipt.error_code for receipt in left] == ["left_out"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("leg cramps.csv", "Date,Count\n2025-03-01,2\n2025-03-02,0\n", {"03-01": 2, "03-02": 0}),
        ("Wadenkrämpfe.csv", "Datum;Anzahl\n2025-03-01;2\n2025-03-02;0\n", {"03-01": 2, "03-02": 0}),
        ("a.csv", "Date,Cramp episodes\n2025-03-01,2\n2025-03-02,0\n", {"03-01": 2, "03-02": 0}),
        ("a.csv", "Date,Number of cramps\n2025-03-01,2\n2025-03-02,0\n", {"03-01": 2, "03-02": 0}),
        ("a.csv", "Date,Any cramp?,How many\n2025-03-01,yes,2\n2025-03-02,no,0\n", {"03-01": 2, "03-02": 0}),
        ("a.csv", "Leg cramps,\nDate,Count\n2025-03-01,2\n2025-03-02,0\n", {"03-01": 2, "03-02": 0}),
    ],
)
def test_a_general_word_counts_where_cramps_are_named(
    name: str, text: str, expected: dict[str, float]
) -> None:
    assert ledger(opened({name: text})) == expected


def test_a_list_of_attacks_of_something_else_never_widens_the_ledger() -> None:
    """By hand: three nights of the diary, and a list of headaches three weeks longer."""
    found = opened({
        "diary.csv": "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,1\n",
        "list.csv": "Date,Intensity,Side\n2025-03-01,7,left\n2025-03-24,6,right\n",
    })  # fmt: skip
    assert isinstance(found, Journal)
    assert len(found.nights) == 3
    assert [receipt.question for receipt in found.receipts] == ["", "are_these_leg_cramps"]


@pytest.mark.parametrize("header", ["Ben cramps", "cramp xyz", "Mum's cramps", "Krämpfe Opa"])
def test_a_heading_with_a_word_about_cramps_that_is_not_known_stops_the_file(header: str) -> None:
    found = opened({"a.csv": f"Date,{header}\n2025-03-01,4\n2025-03-02,0\n2025-03-03,1\n"})
    assert not isinstance(found, Journal)
    assert found[0].error_code == "cramp_column_not_known"
    said = opened({"a.csv": f"Date,{header}\n2025-03-01,4\n2025-03-02,0\n"}, mapping={header: "cramps"})
    assert ledger(said) == {"03-01": 4, "03-02": 0}


@pytest.mark.parametrize("header", ["No", "Count", "Nr", "Cramps"])
def test_numbers_in_order_number_the_rows(header: str) -> None:
    rows = "".join(f"{at},2025-03-0{at} 02:10,5\n" for at in range(1, 8))
    found = opened({"a.csv": f"{header},Time of cramp,Pain\n{rows}"})
    assert sum(ledger(found).values()) == 7


def test_a_diary_with_pain_medicine_and_dose_is_no_list_of_changes() -> None:
    text = "Date,Time,Leg pain,Medication,Dose\n2025-03-01,02:10,7,Paracetamol,500 mg\n2025-03-03,03:40,5,,\n"
    found = opened({"log.csv": text}, mapping={"file:log.csv": "cramps"})
    assert isinstance(found, Journal)
    assert (sum(ledger(found).values()), len(found.changes)) == (2, 0)


def test_a_near_miss_of_an_answer_is_asked_back() -> None:
    with pytest.raises(ValueError, match="did you mean 'cramps'"):
        opened({"a.csv": OTHER_FILES["export.csv"]}, mapping={"file:a.csv": "craps"})


@pytest.mark.parametrize("cells", [("2", "0"), ("02:10", "04:00"), ("ja", "nein")])
def test_a_second_column_about_cramps_that_is_not_known_stops_the_file(cells: tuple[str, str]) -> None:
    """Oracle: what it holds may be cramps beside those that are counted, as a number, an answer or a time."""
    text = f"date,cramps,cramps later\n2025-03-01,1,{cells[0]}\n2025-03-02,0,{cells[1]}\n"
    with pytest.raises(JournalError, match="cramps later"):
        read_journal([("diary.csv", text.encode())])


@pytest.mark.parametrize(
    "heading", ["Roughly what time did the worst cramp wake you?", "Um wie viel Uhr war der Krampf?"]
)
def test_a_question_for_the_time_of_a_cramp_is_its_onset(heading: str) -> None:
    """Oracle: the words ask for a clock time, and every cell is one."""
    text = f"date,leg cramps,{heading}\n2025-03-01,1,02:10\n2025-03-02,0,\n2025-03-03,2,04:00\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert journal.nights.cramps.tolist() == [1, 0, 2]
    assert journal.cramps.onset.dropna().dt.hour.tolist() == [2, 4]


@pytest.mark.parametrize(
    "header",
    [
        "Cramps (min)",
        "Cramps [min]",
        "Cramps min",
        "Cramp min",
        "Cramps/min",
        "Cramps (mins)",
        "Krämpfe (Min.)",
    ],
)
def test_minutes_of_cramps_are_their_length(header: str) -> None:
    """Oracle: minutes beside the word are how long it lasted, and 0 min is no cramp."""
    found = opened({"a.csv": f"Date,{header}\n2025-01-01,5\n2025-01-02,0\n2025-01-03,12\n"})
    assert isinstance(found, Journal)
    assert ledger(found) == {"01-01": 1, "01-02": 0, "01-03": 1}
    assert found.cramps["duration"].tolist() == [5, 12]


@for_each("header", ["Cramps (%)", "Cramps (max)", "Cramps (kg)", "Cramps (mL)"])
@for_each("unit", ["", "%"])
def test_cramps_in_a_unit_that_is_no_number_of_them_are_asked_about(header: str, unit: str) -> None:
    """Oracle: nobody can say how many cramps 50 % are, and a 0 % is none whatever it means."""
    text = f"Date,{header}\n2025-01-01,50{unit}\n2025-01-02,0{unit}\n2025-01-03,20{unit}\n"
    found = opened({"a.csv": text})
    assert not isinstance(found, Journal)
    assert [receipt.error_code for receipt in found] == ["cramp_column_not_known"]


_LEDGER = "Date,Cramps\n2025-01-01,2\n2025-01-02,0\n2025-01-03,1\n"


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("stomach_cramps.csv", ""),
        ("hand cramps.csv", ""),
        ("period cramps.csv", ""),
        ("Magenkrämpfe.csv", ""),
        ("diary.csv", "Stomach cramps diary\n"),
        ("leg_cramps.csv", "Cramps of the hand\n"),
    ],
)
def test_a_name_or_title_of_other_cramps_is_asked_about(name: str, above: str) -> None:
    """Oracle: the nearest name says of which part they are; the diary beside it stands, 1 and 3."""
    found = opened({name: above + _LEDGER})
    assert not isinstance(found, Journal)
    assert [receipt.error_code for receipt in found] == ["are_these_leg_cramps"]
    beside = "Date,Leg cramps\n2025-01-01,1\n2025-01-02,3\n"
    assert ledger(opened({name: above + _LEDGER, "nights.csv": beside})) == {"01-01": 1, "01-02": 3}


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("cramps_by_day.csv", ""),
        ("main.csv", ""),
        ("stomach_and_leg_cramps.csv", ""),
        ("stomach_cramps.csv", "Leg cramps\n"),
    ],
)
def test_a_name_that_leaves_the_leg_open_or_names_it_is_of_leg_cramps(name: str, above: str) -> None:
    assert ledger(opened({name: above + _LEDGER})) == {"01-01": 2, "01-02": 0, "01-03": 1}


@pytest.mark.parametrize(
    "header", ["Worst cramp (0-10),Number", "Cramp severity,Episodes", "Cramp side,Number"]
)
def test_a_number_beside_what_describes_a_cramp_is_asked_about(header: str) -> None:
    """Oracle: it can be of anything, 9 with a pain of 0; in a file called one of cramps it counts them."""
    cells = ("left", "", "right") if "side" in header else ("5", "0", "3")
    numbers = ("12", "9", "9")
    rows = "".join(f"2025-01-0{at},{cells[at - 1]},{numbers[at - 1]}\n" for at in (1, 2, 3))
    found = opened({"diary.csv": f"Date,{header}\n{rows}"})
    assert not isinstance(found, Journal)
    assert [receipt.error_code for receipt in found] == ["which_column_counts"]
    column = header.rpartition(",")[2]
    told = opened({"diary.csv": f"Date,{header}\n{rows}"}, mapping={column: "cramps"})
    assert ledger(told)["01-01"] == 12


@pytest.mark.parametrize(
    "heading", ["nausea,cramps,diarrhea", "Übelkeit,Krämpfe,Durchfall", "Nausées,Crampes,Diarrhée"]
)
def test_cramps_beside_what_the_belly_does_are_asked_about(heading: str) -> None:
    text = f"date,{heading}\n2025-03-01,2,3,1\n2025-03-02,1,1,0\n2025-03-03,0,0,0\n"
    with pytest.raises(JournalError):
        read_journal([("log.csv", text.encode())])


def test_a_sheet_of_something_else_counts_nothing_in_a_workbook_named_after_cramps() -> None:
    """By hand: 2, 0 and 1 cramps; the headaches and the weights of other nights are none."""
    book = openpyxl.Workbook()
    for name, rows in (
        ("Cramps", [("Date", "Count"), ("2025-03-01", 2), ("2025-03-02", 0), ("2025-03-05", 1)]),
        ("Headaches", [("Date", "Count"), ("2025-03-01", 1), ("2025-03-03", 2)]),
        ("Water", [("Date", "Count"), ("2025-03-01", 6), ("2025-03-03", 7)]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    content = io.BytesIO()
    book.save(content)
    journal = read_journal([("leg cramps 2025.xlsx", content.getvalue())])
    counted = journal.nights["cramps"].dropna()
    assert {f"{night:%m-%d}": count for night, count in counted.items()} == {
        "03-01": 2,
        "03-02": 0,
        "03-05": 1,
    }
    assert {receipt.sheet for receipt in journal.receipts if receipt.error} >= {"Headaches"}


def test_glasses_in_a_file_named_after_cramps_are_no_cramps() -> None:
    """The amounts of one day differ, so that they are parts of it; it is asked what the rows are."""
    glasses = (
        "Date;Heure;Boisson;Quantité (ml)\n14/03/2025;08:00;eau;500\n14/03/2025;12:00;thé;250\n"
        "15/03/2025;09:00;eau;300\n"
    )
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-14,0\n2025-03-15,1\n")
    journal = read_journal([diary, ("crampes.csv", glasses.encode())])
    assert journal.nights["cramps"].tolist() == [0, 1]
    assert journal.days["hydration"].tolist() == [750, 300]
