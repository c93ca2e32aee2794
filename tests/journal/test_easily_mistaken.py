"""Cells, lines and columns that can be taken for what they are not. Oracle: the ledger of each, as a careful
person writes it down: what is not plain is neither a cramp nor a night without one.
"""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each
from tests.journal.checks import assert_sound

TODAY = date(2026, 1, 1)


def read(text: str, name: str = "diary.csv") -> Journal:
    journal = read_journal([(name, text.encode())], today=TODAY, unlogged="unknown")
    assert_sound(journal)
    return journal


def ledger(journal: Journal) -> dict[str, int]:
    return {f"{night:%m-%d}": int(count) for night, count in journal.nights["cramps"].dropna().items()}


def onsets(journal: Journal) -> list[str]:
    return [f"{onset:%m-%d %H:%M}" for onset in journal.cramps["onset"].dropna()]


LEDGERS = {
    "a form whose answers are not understood": (
        "leg cramps (Responses).csv",
        "Timestamp,How bad was it?,Which leg?,Where?\n3/2/2025 7:01:00,5,Left,Calf\n"
        "3/3/2025 7:03:00,dunno,,\n3/4/2025 7:03:00,test,,\n3/14/2025 7:03:00,,,blah\n"
        "3/15/2025 7:03:00,6,,\n3/16/2025 7:03:00,,,foot\n",
        {"03-01": 1, "03-14": 1, "03-15": 1},
    ),
    "a form in German": (
        "Wadenkrämpfe.csv",
        "Zeitstempel;Bein\n02.03.2025 07:01:00;links\n04.03.2025 07:01:00;irgendwas\n"
        "14.03.2025 07:01:00;rechts\n",
        {"03-01": 1, "03-13": 1},
    ),
    "a log of cramps, whose rows are cramps": (
        "leg cramps.csv",
        "Date,Where\n2025-03-02,calf\n2025-03-04,heaven knows\n",
        {"03-02": 1, "03-04": 1},
    ),
    "a chat of last nights": (
        "leg cramps.txt",
        "[05/03/2025, 07:10:12] Anna: no cramps last night\n"
        "[06/03/2025, 00:40:12] Anna: cramp last night, bad\n"
        "[14/03/2025, 23:50:12] Anna: no cramps last night\n",
        {"03-04": 0, "03-13": 0},
    ),
    "a form of last nights": (
        "form.csv",
        "Timestamp,How many leg cramps did you have last night?,How bad (0-10)?\n2025-03-04 00:10:00,2,7\n"
        "2025-03-05 07:10:00,0,\n2025-03-06 00:40:00,0,\n2025-03-14 07:40:00,1,4\n",
        {"03-04": 0, "03-13": 1},
    ),
    "a number behind a yes": (
        "diary.csv",
        "Datum,Kramp\n01-03-2025,ja\n02-03-2025,nee\n03-03-2025,ja, twee\n04-03-2025,ja, 3\n14-03-2025,nee\n",
        {"03-01": 1, "03-02": 0, "03-03": 2, "03-04": 3, "03-14": 0},
    ),
    "a number behind a no": (
        "diary.csv",
        "Date,Cramps\n2025-03-01,no\n2025-03-02,yes\n2025-03-03,no, actually two\n"
        "2025-03-04,no, slept well\n",
        {"03-01": 0, "03-02": 1, "03-04": 0},
    ),
    "midnight among other times": (
        "diary.csv",
        "Date,Leg cramps\n2025-03-01,12:00 midnight and 3:00\n2025-03-02,0\n2025-03-03,midnight and 3:00\n"
        "2025-03-04,12 midnight and 3 am\n2025-03-05,Mitternacht und 3:10\n",
        {"03-01": 2, "03-02": 0, "03-03": 2, "03-04": 2, "03-05": 2},
    ),
    "midnight in a note": (
        "note.txt",
        "2025-03-01 leg cramps 12:00 midnight and 3:00\n2025-03-02 no cramps\n"
        "2025-03-03 cramps at Midnight and 3:00\n",
        {"03-01": 2, "03-02": 0, "03-03": 2},
    ),
    "answers before their dates": (
        "note.txt",
        "1 June 2025: 2 leg cramps\nNo cramps 3-5 June 2025\n1 cramp on 7 June 2025\n"
        "no cramps since 9 June\n",
        {"06-01": 2, "06-03": 0, "06-04": 0, "06-05": 0, "06-07": 1},
    ),
    "answers before their dates in German": (
        "notiz.txt",
        "1. Juni 2025: 2 Wadenkrämpfe\nKeine Krämpfe vom 3. bis 5. Juni 2025\n",
        {"06-01": 2, "06-03": 0, "06-04": 0, "06-05": 0},
    ),
    "a name that answers yes and no": (
        "diary.csv",
        "Datum;Křeče;Kim\n1.3.2025;1;ano\n2.3.2025;0;ne\n14.3.2025;2;ne\n",
        {"03-01": 1, "03-02": 0, "03-14": 2},
    ),
}


@for_each("name", LEDGERS)
def test_the_ledger_is_that_of_a_careful_person(name: str) -> None:
    file, text, expected = LEDGERS[name]
    assert ledger(read(text, file)) == expected


def test_answers_of_a_form_that_are_not_understood_are_counted_as_such() -> None:
    file, text, _ = LEDGERS["a form whose answers are not understood"]
    assert read(text, file).not_understood == 3
    file, text, _ = LEDGERS["a form of last nights"]
    assert read(text, file).not_understood == 2


CLOCKS = {
    "Dutch": ("3u20", "2u", "om 4u05", "23u"),
    "Italian": ("h 3.20", "h. 2", "ore 4.05", "23h"),
    "Swedish": ("kl 3.20", "kl. 2", "klockan 4.05", "kl 23"),
    "German": ("3 Uhr 20", "2 Uhr", "um 4 Uhr 05", "23 Uhr"),
}


@pytest.mark.parametrize("language", CLOCKS)
def test_hours_and_minutes_of_a_language(language: str) -> None:
    rows = "".join(f"2025-03-0{day};1;{cell}\n" for day, cell in enumerate(CLOCKS[language], start=1))
    journal = read(f"Date;Leg cramps;Time\n{rows}")
    assert onsets(journal) == ["03-02 03:20", "03-03 02:00", "03-04 04:05", "03-04 23:00"]


@pytest.mark.parametrize(
    "line", ["vadkramp kl 3.20", "kuitkramp om 3u20", "crampo alla gamba alle 3.20", "Wadenkrampf um 3.20"]
)
def test_a_dotted_hour_in_a_note(line: str) -> None:
    assert onsets(read(f"2025-03-01 {line}\n2025-03-02 0 cramps\n", "leg cramps.txt")) == ["03-02 03:20"]


def test_a_span_of_the_night_is_no_time_and_no_offset() -> None:
    rows = "".join(f"2025-03-0{day},10:00-04:00,{day}\n" for day in (1, 2, 3))
    journal = read(f"Date,Time,Pain\n{rows}", "leg cramps.csv")
    assert ledger(journal) == {"03-01": 1, "03-02": 1, "03-03": 1}
    assert onsets(journal) == []


def test_an_offset_behind_a_time_stays_one() -> None:
    text = "Date,Time,Pain\n2025-03-01,02:10-05:00,3\n2025-03-02,03:20-05:00,4\n2025-03-03,01:05-05:00,2\n"
    assert onsets(read(text, "leg cramps.csv")) == ["03-01 02:10", "03-02 03:20", "03-03 01:05"]


def test_a_short_range_begins_with_its_cramp() -> None:
    assert onsets(read("Date,Leg cramps,Time\n2025-03-01,1,02:00-02:30\n2025-03-02,0,\n")) == ["03-02 02:00"]


@for_each("header", ["Tracked by", "Entered by", "Filled in by", "Who"])
@for_each("names", ["12", "AB"])
def test_months_of_different_persons_are_asked_about(header: str, names: str) -> None:
    rows = "".join(
        f"2025-0{month}-{day:02},{names[month - 3]},{day % 2}\n" for month in (3, 4) for day in range(1, 8)
    )
    with pytest.raises(JournalError) as caught:
        read(f"Date,{header},Leg cramps\n{rows}")
    assert caught.value.receipts[0].choices == tuple(names)


ONLY_TIMES = (
    "Time of cramp",
    "Uhrzeit des Krampfs",
    "Zeitpunkt des Krampfes",
    "Godzina skurczu",
    "Kramp saati",
    "Krampın saati",
    "Görcs időpontja",
    "Čas křeče",
    "こむら返りの時刻",
    "Krampin kellonaika",
    "Kouristuksen kellonaika",
    "Время судороги",
    "Heure de la crampe",
)


@for_each("header", ONLY_TIMES)
def test_a_log_of_nothing_but_times_of_cramps(header: str) -> None:
    journal = read(f"{header}\n2025-03-01 02:10\n2025-03-03 23:20\n2025-03-14 01:05\n", "x.csv")
    assert onsets(journal) == ["03-01 02:10", "03-03 23:20", "03-14 01:05"]
    assert ledger(journal) == {"02-28": 1, "03-03": 1, "03-13": 1}


def test_a_form_that_asks_for_the_time_of_the_cramp() -> None:
    text = (
        "Timestamp,What time was the leg cramp?\n3/2/2025 7:01:00,2:10\n3/3/2025 7:03:00,dunno\n"
        "3/4/2025 7:03:00,\n3/14/2025 7:03:00,11:30 pm\n3/15/2025 7:03:00,test\n"
    )
    journal = read(text, "form.csv")
    assert onsets(journal) == ["03-02 02:10", "03-13 23:30"]
    assert ledger(journal) == {"03-01": 1, "03-13": 1}


def test_a_part_of_the_night_is_no_muscle() -> None:
    journal = read("Date,Leg cramps,Part of night\n2025-03-01,1,early\n2025-03-02,0,\n2025-03-03,1,late\n")
    assert journal.cramps["muscle"].isna().all()
    assert "Part of night" in [p.column for p in journal.receipts[0].problems if p.action == "not_mapped"]


def test_of_totals_so_far_that_stand_beside_a_conflict_the_largest_counts() -> None:
    text = (
        "Date,Leg cramps,Water (ml)\n2025-03-01,0,300\n2025-03-01,0,800\n2025-03-01,0,1600\n"
        "2025-03-02,1,250\n2025-03-02,1,700\n2025-03-02,1,1500\n2025-03-03,0,1500\n"
    )
    journal = read(text)
    assert journal.days["hydration"].tolist() == [1600, 1500, 1500]
    assert ledger(journal) == {"03-01": 0, "03-02": 1, "03-03": 0}


def test_korean_dates_and_times_of_a_diary() -> None:
    text = "Date,Leg cramps,Time\n25. 3. 1.,1,오전 3:20\n25. 3. 2.,0,\n25. 3. 14.,1,오후 11:10\n"
    journal = read(text)
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-14": 1}
    assert onsets(journal) == ["03-02 03:20", "03-14 23:10"]
