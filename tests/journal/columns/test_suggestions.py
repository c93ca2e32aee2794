"""The likeliest field of a heading that is not known: each was written beside its question by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.journal import JournalError, Receipt, read_journal
from tests.for_each import for_each

TODAY = date(2026, 1, 1)
ASKED = (
    ("How many times did your legs cramp in the night, roughly?", ("0", "2", "1", "0"), "cramps"),
    ("At roughly what time did the worst one of them come?", ("", "2:30 AM", "3:15 AM", ""), "onset"),
    ("Which of your legs was it that got affected?", ("", "left", "right", ""), "side"),
    ("Did you do any stretching of the calves before bed?", ("yes", "no", "yes", "no"), "stretching"),
    ("Please tell us anything else that comes to mind", ("", "a long flight after noon", "", ""), "notes"),
)  # fmt: skip


def form() -> str:
    lines = [",".join(["Night of", *(f'"{question}"' for question, _, _ in ASKED)])]
    lines += [",".join([f"2025-03-0{row + 1}", *(cells[row] for _, cells, _ in ASKED)]) for row in range(4)]
    return "\n".join(lines)


def receipts(text: str, mapping: dict[str, str] | None = None) -> tuple[Receipt, ...]:
    try:
        return read_journal([("form.csv", text.encode())], mapping=mapping, today=TODAY).receipts
    except JournalError as error:
        return error.receipts


def test_each_question_has_its_field_and_three_of_its_cells() -> None:
    (receipt,) = receipts(form())
    known = {column.header: column.field for column in receipt.columns if column.field}
    told = {each.header: each.field for each in receipt.suggestions} | known
    assert {question: told.get(question) for question, _, _ in ASKED} == {q: field for q, _, field in ASKED}
    for each in receipt.suggestions:
        cells = next(cells for question, cells, _ in ASKED if question == each.header)
        assert 1 <= len(each.cells) <= 3
        assert set(each.cells) <= set(cells)


def test_a_suggestion_is_never_taken_by_itself() -> None:
    (receipt,) = receipts(form())
    assert not {column.header for column in receipt.columns if column.field} & {
        s.header for s in receipt.suggestions
    }


def test_taken_together_they_give_the_journal() -> None:
    """By hand: 0, 2, 1 and 0 cramps."""
    (receipt,) = receipts(form())
    mapping = {each.header: each.field for each in receipt.suggestions}
    journal = read_journal([("form.csv", form().encode())], mapping=mapping, today=TODAY)
    assert journal.nights["cramps"].tolist() == [0, 2, 1, 0]
    assert journal.receipts[0].suggestions == ()


@pytest.mark.parametrize("header", ["Latitude", "Uuid", "Zxq", "Battery"])
def test_what_says_nothing_is_not_suggested(header: str) -> None:
    text = f"Night of,Cramps,{header}\n2025-03-01,1,17.25\n2025-03-02,0,18.5\n"
    assert receipts(text)[0].suggestions == ()


def test_the_printed_suggestions_are_a_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "form.csv"
    path.write_text(form(), encoding="utf-8")
    assert main([str(path), "--suggest"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told["mapping"]) == {each.header for each in receipts(form())[0].suggestions}


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Hand cramps", "3 0 2"), ("Crampes d'estomac", "3 0 2"), ("Crampons", "2 1 0"), ("Cramp no.", "1 2 3"),
     ("Restless legs", "yes no yes"), ("Back spasms", "2 0 1")],
)  # fmt: skip
def test_what_is_no_leg_cramp_is_not_suggested_as_one(heading: str, cells: str) -> None:
    """One click takes all suggestions: none of them may make cramps, or a sign, of another complaint."""
    rows = "\n".join(f"2025-03-0{day},5,{cell}" for day, cell in enumerate(cells.split(), start=1))
    (receipt,) = receipts(f'Date,Glasses of water,"{heading}"\n{rows}\n')
    assert heading not in {each.header for each in receipt.suggestions}


@pytest.mark.parametrize(
    "heading", ["Temps pour s'endormir (min)", "Einschlafdauer (min)", "Time in bed (min)", "Sessions"]
)
def test_a_general_word_alone_suggests_nothing(heading: str) -> None:
    """Minutes until sleep are no length of a cramp and no activity; sessions are none of massage."""
    (receipt,) = receipts(f"Night of,Cramps,{heading}\n2025-03-01,0,12\n2025-03-02,1,30\n")
    assert not receipt.suggestions


def test_a_question_about_how_active_one_was_is_suggested_as_a_level() -> None:
    rows = "2025-03-01,0,Very active\n2025-03-02,1,Not at all\n2025-03-03,0,Lightly active\n"
    (receipt,) = receipts(f"Night of,Cramps,How active were you yesterday?\n{rows}")
    assert [each.field for each in receipt.suggestions] == ["activity_level"]


@for_each(
    "heading",
    [
        "craps",
        "Leg craps",
        "crmps",
        "Crams at night",
        "Kramfe",
        "Wadenkrämfe",
        "Calambers",
        "crampas",
        "krapmf",
    ],
)
def test_a_heading_that_is_nearly_cramps_is_asked_about_and_never_taken(heading: str) -> None:
    """One slip of the keys: it is asked, and nothing counts a cramp until it is answered."""
    rows = "2025-03-01,1\n2025-03-02,0\n2025-03-03,2\n"
    with pytest.raises(JournalError) as failed:
        read_journal([("diary.csv", f"Date,{heading}\n{rows}".encode())], today=TODAY)
    assert "did you mean cramps" in str(failed.value)
    (receipt,) = failed.value.receipts
    assert [(each.header, each.field) for each in receipt.suggestions] == [(heading, "cramps")]
    assert "did you mean" in receipt.suggestions[0].why
    journal = read_journal(
        [("diary.csv", f"Date,{heading}\n{rows}".encode())], today=TODAY, mapping={heading: "cramps"}
    )
    assert journal.nights["cramps"].tolist() == [1, 0, 2]


def test_beside_a_day_of_water_the_misspelt_heading_is_suggested_too() -> None:
    rows = "2025-03-01,1,1500\n2025-03-02,0,1600\n"
    (receipt,) = receipts("Date,Craps,Water (mL)\n" + rows)
    assert [(each.header, each.field) for each in receipt.suggestions] == [("Craps", "cramps")]


@pytest.mark.parametrize("heading", ["Clamps", "Ramp", "Trips", "Tramps", "Camp"])
def test_another_word_is_no_slip(heading: str) -> None:
    assert receipts(f"Date,{heading}\n2025-03-01,1\n2025-03-02,0\n")[0].suggestions == ()


@for_each(
    ("heading", "cells"),
    [("No cramps", "yes no yes"), ("Cramp-free night", "yes no yes"), ("Nuit sans crampe", "oui non oui"),
     ("Noches sin calambres", "si no si"), ("Keine Krämpfe", "ja nein ja"), ("Strecke (m)", "1200 3400 0"),
     ("Lfd. Nr.", "1 2 3"), ("Calories", "2100 1800 1950"), ("Effective hydration (ml)", "1500 1200 900"),
     ("step_count.duration", "3600 4200 1800"), ("Therapie", "Physio Lymphe Physio"),
     ("Zeit im Bett", "07:30 08:00 06:45"), ("Time in bed", "7:30 8:00 6:45"),
     ("Last edited time", "2025-03-01T21:00 2025-03-02T21:10 2025-03-03T08:00")],
)  # fmt: skip
def test_no_click_turns_a_journal_round_or_takes_what_does_not_fit(heading: str, cells: str) -> None:
    """Whole words and the form of the cells: an answer turned round, a distance, a row's number are none."""
    rows = "\n".join(f"2025-03-0{day},15{day}0,{cell}" for day, cell in enumerate(cells.split(), start=1))
    (receipt,) = receipts(f'Date,Water (mL),"{heading}"\n{rows}\n')
    assert heading not in {each.header for each in receipt.suggestions}


def test_dates_with_words_are_no_remarks() -> None:
    rows = "".join(f'2025-03-0{day},1500,"March {day}, 2025 9:0{day} PM"\n' for day in (1, 2, 3))
    assert receipts(f"Date,Water (mL),Last edited time\n{rows}")[0].suggestions == ()


@for_each("heading", ["Gramps", "Ramps", "Camps", "Kampf", "Kämpfe", "Champs", "Campo", "Rampe", "Clamps"])
def test_another_word_one_letter_from_cramps_is_not_offered_as_them(heading: str) -> None:
    rows = "2025-03-01,1\n2025-03-02,0\n2025-03-03,2\n"
    with pytest.raises(JournalError) as failed:
        read_journal([("diary.csv", f"Date,{heading}\n{rows}".encode())], today=TODAY)
    assert "did you mean" not in str(failed.value)
    assert not any(each.field == "cramps" for each in failed.value.receipts[0].suggestions)
