"""Cramps of a period beside those of a leg. Oracle: the diary, 0, 1 and 0, which no other log may change, and
its three nights, which none may add to; each log is asked about.
"""

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

_DIARY = "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"
_TWO = "Date,Symptom\n2025-03-01,Cramps\n2025-03-20,{}\n"


def read(name: str, text: str, **how: object) -> Journal:
    files = [("diary.csv", _DIARY.encode()), (name, text.encode())]
    return read_journal(files, **how)  # type: ignore[arg-type]


@for_each(
    ("name", "text"),
    [
        ("clue.csv", "date,category,option\n2025-03-01,period,heavy\n2025-03-01,pain,cramps\n"
         "2025-03-20,pain,cramps\n"),
        ("health.csv", "Datum;Kategorie;Eintrag\n01.03.2025;Periode;stark\n01.03.2025;Schmerzen;Krämpfe\n"
         "20.03.2025;Schmerzen;Krämpfe\n"),
        ("log.csv", _TWO.format("Bloating")),
        ("log.csv", _TWO.format("Tender breasts")),
        ("log.csv", _TWO.format("Ovulation pain")),
        ("log.csv", _TWO.format("Contractions")),
        ("log.csv", _TWO.format("Acne")),
        ("log.csv", _TWO.format("PMS")),
        ("log.csv", "date,category,symptom\n2025-03-01,Symptom,Cramps\n2025-03-20,Symptom,Cramps\n"
         "2025-03-21,Sex,Unprotected\n"),
        ("Flo.csv", _TWO.format("Headache")),
        ("Clue export.csv", "date,type,value\n2025-03-01,pain,cramps\n2025-03-20,energy,high\n"),
        ("days.csv", "Date,Cramps,Sex drive,Tender breasts\n2025-03-01,1,2,1\n2025-03-20,1,0,0\n"),
        ("log.csv", "date,symptoms\n2025-03-01,cramps\n2025-03-20,\"cramps, acne, cravings\"\n"),
        ("period tracker.csv", "Date,Event\n2025-03-01,cramps\n2025-03-20,cramps\n"),
        ("my_cycle.csv", "Date,Event\n2025-03-01,cramps\n2025-03-20,cramps\n"),
        ("period.csv", "Date,Cramps\n2025-03-01,1\n2025-03-20,1\n"),
    ],
)  # fmt: skip
def test_bare_cramps_beside_signs_of_a_period_are_asked_about(name: str, text: str) -> None:
    journal = read(name, text)
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    assert [receipt.question for receipt in journal.receipts] == ["", "are_these_leg_cramps"]
    rows = journal.receipts[1].rows
    assert (rows.used, rows.rejected) == (0, rows.read)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("clue.csv", "date,category,option\n2025-03-01,period,heavy\n2025-03-01,pain,leg cramps\n"),
        ("leg cramps.csv", _TWO.format("Bloating")),
        ("log.csv", "Date,Event,Note\n2025-03-01,cramps,a long period of standing\n"),
        ("log.csv", "Date,Category,Event\n2025-03-01,pain,cramps\n2025-03-02,food,soup\n"),
    ],
)
def test_cramps_that_nothing_says_are_of_a_period_are_taken(name: str, text: str) -> None:
    """By hand: the log has one on the first evening, of which the diary says none; the log counts."""
    journal = read(name, text)
    assert journal.nights["cramps"].iloc[0] == 1


def test_the_answer_is_taken() -> None:
    """By hand: said to be of a leg, the log's cramp of the first evening counts."""
    text = _TWO.format("Bloating")
    said = read("log.csv", text, mapping={"file:log.csv": "cramps"})
    assert said.nights["cramps"].iloc[0] == 1
