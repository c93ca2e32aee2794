"""Cells that hold nothing but a change. Oracle: what the words mean in their language."""

import pytest

from analysis.journal import Journal
from analysis.journal.medicines.change_words import change_in_cell, is_not_made_yet, is_surely_a_change
from tests.for_each import for_each
from tests.journal.test_reading import read

STOPS = (
    "finish;complete;course completed;tapered off;discontinue;withdrawal;run out;no longer;none;0 mg;"
    "last dose;inactive;Absetzen;Ende;nicht mehr;terminé;fin de traitement;terminado;"
    "finito;fine;beëindigd;einde;parou;"
    "suspenso;slut;avslutad;seponeret;seponert;odstawiony;zakończono;lopetettu;vysazen;ukončeno;kesildi;"
    "bırakıldı;abbahagyva;stopped (rash);stop - side effects"
)
OTHERS = {
    "start": "initiated;neu verordnet;début;empezado;iniziato;nieuw;iniciado;insatt;"
    "opstartet;oppstart;włączono;"
    "aloitettu;nasazen;başlandı;elkezdve",
    "increase": "stepped up;gesteigert;majoré;subido;aumentato;opgehoogd;aumentado;höjd;øget;økt;zwiększono;"
    "nostettu;zvýšeno;artırıldı;emelve",
    "decrease": "weaned;ausschleichen;réduit;bajado;ridotto;verlaagd;reduzido;sänkt;"
    "nedsat;redusert;zmniejszono;"
    "vähennetty;sníženo;azaltıldı;csökkentve",
    "pause": "drug holiday;stopped temporarily;vorübergehend abgesetzt;arrêt temporaire;tijdelijk gestopt;"
    "sospeso temporaneamente;suspended;ausgesetzt;uppehåll;przerwa;tauko;přerušeno;ara verildi;szünet",
    "resume": "recommenced;wieder angesetzt;repris;reanudado;ripreso;hervat;återinsatt;"
    "genoptaget;gjenopptatt;"
    "wznowiono;jatkettu;obnoveno;yeniden başlandı;újrakezdve",
}


@for_each("cell", STOPS.split(";"))
def test_words_of_an_end_are_a_stop(cell: str) -> None:
    assert change_in_cell(cell) == "stop"


@pytest.mark.parametrize(("change", "cells"), OTHERS.items())
def test_words_of_the_other_changes(change: str, cells: str) -> None:
    assert {cell: change_in_cell(cell) for cell in cells.split(";")} == dict.fromkeys(
        cells.split(";"), change
    )


def test_what_was_only_planned_is_no_change() -> None:
    for cell in ("not started", "planned to start", "noch nicht begonnen"):
        assert change_in_cell(cell) is None
        assert is_not_made_yet(cell)


def test_none_under_an_unknown_heading_is_no_change() -> None:
    """ "Side effects: none" ends nothing."""
    assert is_surely_a_change("abgesetzt")
    assert not is_surely_a_change("none")


NIGHTS = "Night of,Cramps\n" + "".join(f"2024-03-{day:02d},0\n" for day in range(1, 29))


def listed(heading: str, rows: str) -> Journal:
    return read(NIGHTS, f"Date,Medicine,{heading},Dose\n{rows}")


@pytest.mark.parametrize("said", ["zzz", "not started", "planned to start", "verkocht"])
def test_a_word_that_is_not_understood_is_asked_and_never_a_start(said: str) -> None:
    journal = listed("Change", f"2024-03-10,Quinine,{said},200 mg\n")
    assert journal.changes.empty
    assert journal.spells.empty
    receipt = next(one for one in journal.receipts if one.kind == "medication changes")
    assert [(one.row, one.column, one.action) for one in receipt.problems] == [(2, "Change", "rejected")]
    assert "start, stop" in receipt.problems[0].hint


def test_another_dose_beside_such_a_word_is_still_a_step() -> None:
    rows = "2024-03-10,Quinine,started,200 mg\n2024-03-20,Quinine,zzz,300 mg\n"
    journal = listed("Change", rows)
    assert journal.changes["change"].tolist() == ["start", "increase"]


def test_words_of_changes_tell_their_column_under_any_heading() -> None:
    rows = (
        "2024-03-10,Quinine,neu angesetzt,200 mg\n2024-03-15,Quinine,Pause,\n"
        "2024-03-20,Quinine,wieder angesetzt,\n"
    )
    journal = listed("Was", rows)
    assert journal.changes["change"].tolist() == ["start", "pause", "resume"]


@pytest.mark.parametrize(
    "row",
    [
        "Simvastatin,changed to rosuvastatin,10 mg",
        "Simvastatin,switched to rosuvastatin 10 mg,",
        "Rosuvastatin,switched from simvastatin,10 mg",
        "Rosuvastatin,umgestellt von Simvastatin,10 mg",
        "Rosuvastatin,started instead of simvastatin,10 mg",
        "Simvastatin,stopped - replaced by rosuvastatin,10 mg",
        "Simvastatin -> Rosuvastatin 10 mg,switched,",
    ],
)
def test_a_medicine_taken_for_another_ends_the_old_and_starts_the_new(row: str) -> None:
    journal = listed("Change", f"2024-03-05,Simvastatin,start,40 mg\n2024-03-20,{row}\n")
    told = [(f"{one.night:%m-%d}", one.generic, one.change) for one in journal.changes.itertuples()]
    assert told == [
        ("03-05", "simvastatin", "start"),
        ("03-20", "rosuvastatin", "start"),
        ("03-20", "simvastatin", "stop"),
    ]
    assert journal.spells["dose"].tolist() == [40.0, 10.0]


@pytest.mark.parametrize("said", ["20 mg -> 40 mg", "from 20 to 40 mg", "20 → 40 mg"])
@pytest.mark.parametrize("heading", ["Change", "Reason"])
def test_two_doses_in_a_cell_are_the_old_and_the_new(said: str, heading: str) -> None:
    change = "increased" if heading == "Change" else ""
    journal = listed(heading, f"2024-03-10,Furosemide,{change},{said}\n")
    assert journal.changes[["change", "dose"]].to_numpy().tolist() == [["increase", 40.0]]
    assert journal.spells["dose"].tolist() == [20.0, 40.0]


@pytest.mark.parametrize("said", ["stop", "stopped", "none", "abgesetzt"])
def test_a_word_of_change_under_doses_is_one(said: str) -> None:
    rows = f"2024-03-05,Furosemide,,20 mg\n2024-03-20,Furosemide,,{said}\n"
    assert listed("Reason", rows).changes["change"].tolist() == ["start", "stop"]


@pytest.mark.parametrize("said", ["none", "nil", "0"])
def test_none_beside_a_dose_is_no_stop(said: str) -> None:
    """Nothing changed on the 10th; the dose was raised on the 20th."""
    journal = listed(
        "Change",
        f"2024-03-01,Magnesium,started,300 mg\n2024-03-10,Magnesium,{said},300 mg\n"
        "2024-03-20,Magnesium,increased,400 mg\n",
    )
    told = [(f"{one.night:%m-%d}", one.change) for one in journal.changes.itertuples()]
    assert told == [("03-01", "start"), ("03-20", "increase")]
    assert journal.spells["dose"].tolist() == [300.0, 400.0]


def test_none_in_the_first_row_of_a_medicine_is_asked_and_no_start() -> None:
    """That nothing changed does not say since when it is taken."""
    journal = listed("Change", "2024-03-10,Magnesium,none,300 mg\n")
    assert journal.changes.empty
    receipt = next(one for one in journal.receipts if one.kind == "medication changes")
    assert [one.action for one in receipt.problems] == ["rejected"]


def test_none_without_a_dose_is_still_a_stop() -> None:
    """None of it is taken any more."""
    rows = "2024-03-01,Magnesium,started,300 mg\n2024-03-10,Magnesium,none,\n"
    assert listed("Change", rows).changes["change"].tolist() == ["start", "stop"]
