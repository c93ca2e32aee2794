"""First and last days under any heading of them. Oracle: the dates as they stand in the lists."""

import pandas as pd
import pytest

from analysis.journal import read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", ("Date,Cramps\n" + "\n".join(
    f"2025-{month:02}-{day:02},{day % 3 == 0:d}" for month in (1, 2, 3) for day in range(1, 29)
)).encode())  # fmt: skip
FIRST, LAST = pd.Timestamp(2025, 1, 15), pd.Timestamp(2025, 3, 9)


def spells_of(header: str, row: str) -> dict[str, tuple[object, object]]:
    journal = read_journal([DIARY, ("list.csv", f"{header}\n{row}\nRamipril;5 mg;;".encode())])
    return {
        str(one.generic): (one.first_night, one.last_night) for one in journal.spells.itertuples(index=False)
    }


@for_each(
    ("first", "last"),
    [
        ("Depuis", "Jusqu'au"),
        ("Dal", "Al"),
        ("Início", "Fim"),
        ("Startdatum", "Slutdatum"),
        ("Fra", "Til"),
        ("Od", "Do"),
        ("Alkaen", "Asti"),
        ("Başlangıç", "Bitiş"),
        ("Begin", "Einde"),
        ("Beginn", "Ende"),
        ("Angesetzt am", "Abgesetzt am"),
        ("Inizio", "Fine"),
        ("Inicio", "Fin"),
        ("Commencé le", "Arrêté le"),
        ("Date begun", "Date discontinued"),
        ("First taken", "Last taken"),
        ("Started", "Finished"),
        ("Genommen seit", "Genommen bis"),
    ],
)
def test_headings_of_first_and_last_days(first: str, last: str) -> None:
    told = spells_of(f"Medication;Dose;{first};{last}", "Lasix;40 mg;15.01.2025;10.03.2025")
    assert told["furosemide"][0] == FIRST
    assert abs(pd.Timestamp(str(told["furosemide"][1])) - LAST) <= pd.Timedelta(1, "D")
    assert told["ramipril"] == (pd.NaT, pd.NaT)


@pytest.mark.parametrize("header", ["Zeitraum", "Dates", "Period", "Période", "Periodo", "Periode"])
def test_both_days_in_one_cell(header: str) -> None:
    journal = read_journal(
        [DIARY, ("list.csv", f"Medication;Dose;{header}\nLasix;40 mg;15.01.2025 - 10.03.2025".encode())]
    )
    (one,) = journal.spells.itertuples(index=False)
    assert one.first_night == FIRST
    assert abs(pd.Timestamp(one.last_night) - LAST) <= pd.Timedelta(1, "D")


def test_in_a_cramp_log_begin_is_the_time_of_the_cramp() -> None:
    log = ("cramps.csv", b"Date of cramp,Begin,Pain\n2025-01-03,02:10,5\n2025-01-06,03:00,6")
    journal = read_journal([DIARY, log])
    assert journal.cramps["onset"].notna().sum() == 2


@pytest.mark.parametrize(
    ("last", "nights"), [("Last day", 0), ("Last taken", 0), ("Letzter Tag", 0), ("Stopped", 1), ("Al", 1)]
)
def test_a_last_day_is_still_taken_and_the_day_of_a_stop_is_not(last: str, nights: int) -> None:
    told = spells_of(f"Medication;Dose;Started;{last}", "Lasix;40 mg;15.01.2025;10.03.2025")
    assert told["furosemide"] == (FIRST, LAST + pd.Timedelta(1 - nights, "D"))


@pytest.mark.parametrize(("first", "last"), [("Dal", "Al"), ("Fra", "Til"), ("Başlangıç", "Bitiş")])
def test_a_list_of_nothing_but_last_days_starts_nothing(first: str, last: str) -> None:
    told = spells_of(f"Medication;Dose;{first};{last}", "Lasix;40 mg;;10.03.2025")
    assert pd.isna(told["furosemide"][0])
    assert told["furosemide"][1] == LAST


@pytest.mark.parametrize(
    ("first", "last"), [("1/15/2025", "3/10/2025"), ("1/15/2025", "03/10/2025"), ("15/1/2025", "10/3/2025")]
)
def test_first_and_last_days_are_in_one_order(first: str, last: str) -> None:
    """1/15 can only be January: so is 3/10 beside it the tenth of March."""
    told = spells_of("Medication;Dose;From;To", f"Lasix;40 mg;{first};{last}")
    assert told["furosemide"] == (FIRST, LAST)
