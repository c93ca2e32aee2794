"""Notes of a phone, chats and pasted text. The oracle is the ledger that a careful reader draws from them."""

from datetime import date

import pytest

from analysis.journal import NO_COUNT, Journal, JournalError, key_of_word, read_journal
from analysis.journal.exports import dated_lines
from tests.for_each import for_each
from tests.journal.checks import assert_sound
from tests.journal.test_reading import ledger

TODAY = date(2026, 11, 1)
NOTE = """Leg cramps

Mon 2 March 2026: 2 cramps, left calf, 02:10 and 04:45, pain 7/10. Water 1.5 L
3 March - no cramps, walked 30 min
4 March: cramp in right foot at 3am, lasted 5 min
Doctor says it is the statin.
6 March no cramps for three days
7 March started magnesium 300 mg, none
8.3.2026: left calf at 4, bad
"""
IPHONE = """[01/09/2026, 06:50:10] \u200eMessages and calls are end-to-end encrypted.
[01/09/2026, 06:58:10] Mum: had 2 cramps last night, left calf
[02/09/2026, 02:14:10] Mum: cramp again, right calf
oh it hurts
[02/09/2026, 04:40:00] Mum: another cramp
[03/09/2026, 07:40:00] Mum: No cramps last night, 2 litres of water
[03/09/2026, 17:40:00] Mum: \u200eimage omitted
[04/09/2026, 12:40:00] Mum: good morning dear
[14/09/2026, 09:40:00] Mum: no cramp
"""
ANDROID = """01.09.26, 02:14 - Ich: Krampf links
02.09.26, 07:20 - Ich: letzte Nacht 2 Krämpfe, rechte Wade um 3 Uhr
03.09.26, 08:00 - Ich: 1,5 Liter Wasser, kein Krampf
"""


def read(text: str, name: str = "note.txt", **how: object) -> Journal:
    journal = read_journal([(name, text.encode())], today=TODAY, **how)  # type: ignore[arg-type]
    assert_sound(journal)
    return journal


def test_a_note_is_read_where_its_words_are_plain() -> None:
    journal = read(NOTE)
    assert ledger(journal) == {
        "03-02": 2, "03-03": 0, "03-04": 1, "03-05": None, "03-06": None, "03-07": 0, "03-08": 1,
    }  # fmt: skip
    assert journal.days["hydration"].dropna().to_dict() == {journal.nights.index[0]: 1500}
    assert journal.cramps["onset"].dt.strftime("%d %H:%M").tolist() == [
        "03 02:10", "03 04:45", "05 03:00", "09 04:00",
    ]  # fmt: skip
    assert journal.changes["medication"].tolist() == ["magnesium"]
    assert journal.receipts[0].rows.read == 6


def test_a_chat_counts_from_the_time_of_writing() -> None:
    journal = read(IPHONE, "_chat.txt")
    kept = {night: count for night, count in ledger(journal).items() if count is not None}
    assert kept == {"08-31": 2, "09-01": 2, "09-02": 0, "09-13": 0}
    assert journal.days["hydration"].dropna().index.strftime("%m-%d").tolist() == ["09-03"]
    assert journal.cramps["onset"].dropna().dt.strftime("%d %H:%M").tolist() == ["02 02:14", "02 04:40"]
    (receipt,) = journal.receipts
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (6, 5, 1)


def test_a_chat_of_another_language_and_program() -> None:
    assert ledger(read(ANDROID)) == {"08-31": 1, "09-01": 2, "09-02": 0}


@pytest.mark.parametrize("said", ["no cramps", "2 cramps", "cramp"])
def test_an_answer_of_the_afternoon_is_asked_about(said: str) -> None:
    text = f"[01/09/2026, 07:00:00] Me: 1 cramp\n[13/09/2026, 15:00:00] Me: {said}\n"
    journal = read(text)
    kept = {night: count for night, count in ledger(journal).items() if count is not None}
    assert kept == {"08-31": 1}
    (problem,) = [p for p in journal.receipts[0].problems if p.code == NO_COUNT]
    assert problem.cell == said
    told = read(text, mapping={key_of_word(problem.column or "", said): "none"})
    assert told.nights["cramps"].loc["2026-09-12"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Shopping 2026\n12 March - milk, eggs\n13 March - call the plumber at 3pm\n",
        "12 March: headache all day, 7/10\n13 March: no headache\n14 March: headache, left side, 3am\n",
        "12/03/26: stomach cramps\n13/03/26: period cramps\n",
    ],
)
def test_lines_about_something_else_count_no_cramp(text: str) -> None:
    with pytest.raises(JournalError) as raised:
        read(text)
    assert "dates" in str(raised.value)


def test_places_alone_ask_whether_they_are_cramps() -> None:
    text = "12 March 2026: left calf at 3am\n13 March 2026: no cramp\n"
    journal = read(text)
    assert ledger(journal) == {"03-13": 0}
    assert journal.receipts[0].question == "are_these_leg_cramps"
    assert ledger(read(text, mapping={"file:note.txt": "cramps"})) == {"03-12": 1, "03-13": 0}


@for_each(
    "text",
    [
        "Date,Cramps\n2026-03-01,2\n",
        "Tag;Notiz\n01.03.2026;gut geschlafen\n02.03.2026;schlecht geschlafen\n",
        "Date Cramps\n2026-03-01 2\n",
        "Wann\tWie war es\nMarch 1, 2026\tgut\nMarch 2, 2026\tschlecht\n",
        "2026-03-01,2\n2026-03-02,0\n",
        "Cramps\n2026-03-01 02:10\n2026-03-02 03:10\n",
        "Boston, 3 March 2026\n\nDear doctor,\nI have had cramps.\n",
        "On 12 March 2026 I had a cramp, on 14 March I had two.\n",
        "7.5 km\n8.5 km\n",
        "",
    ],
)
def test_tables_and_letters_are_no_dated_lines(text: str) -> None:
    assert dated_lines(text) is None


@for_each(
    ("line", "day"),
    [
        ("12/03/2026 cramp", "12/03/2026"),
        ("2026-03-12: cramp", "2026-03-12"),
        ("12. März 2026 - Krampf", "12. März 2026"),
        ("March 12, 2026 – cramp", "March 12, 2026"),
        ("Thu 12th March cramp", "Thu 12th March"),
        ("- 12.3.: Krampf", "12.3."),
        ("12.3: Krampf", "12.3."),
        ("3 March 20 min walk", "3 March"),
        ("12/03 20 min walk", "12/03"),
        ("12/03/26 02:10 cramp", "12/03/26 02:10"),
    ],
)
def test_a_date_ends_where_the_words_begin(line: str, day: str) -> None:
    found = dated_lines(f"{line}\n{line}\n")
    assert found is not None
    assert [each.dated for each in found.lines] == [day, day]


def test_a_number_of_cramps_behind_a_date_is_that_of_its_night() -> None:
    journal = read("Leg cramps 2026\nSept 3, 2026 - none\nSept 4 - 5 cramps\nSept 5 - 2 cramps\n")
    assert journal.nights["cramps"].dropna().tolist() == [0, 5, 2]


@pytest.mark.parametrize("title", ["Coffee and leg cramps", "Leg cramps & sleep", "Coffee, leg cramps"])
def test_numbers_below_a_title_of_two_things_are_not_counted(title: str) -> None:
    """Oracle: they may be those of either; below "Leg cramps" alone they are cramps."""
    lines = "1 March 2025: 2\n2 March 2025: 0\n3 March 2025: 1\n"
    assert dated_lines(f"{title}\n{lines}") is None
    assert dated_lines(f"Leg cramps\n{lines}") is not None
    with pytest.raises(JournalError):
        read_journal([("notes.txt", f"{title}\n{lines}".encode())])
