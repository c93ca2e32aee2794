"""Notes as patients keep them, in eleven languages, and chats in the forms of several programs.

The oracle is the ledger that a careful reader wrote down from each before it was read.
"""

from datetime import date

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each
from tests.journal.checks import assert_sound

TODAY = date(2026, 10, 1)
_NOTES = {
    "en1.txt": (
"""\
Leg cramps
1 Sept 2026: 2 cramps, left calf
2 Sept 2026: none
3 Sept 2026: cramp again, right foot
4 Sept 2026: no cramps
""",
        {'09-01': 2, '09-02': 0, '09-03': 1, '09-04': 0},
    ),
    "en2.txt": (
"""\
Leg cramps
1 Sept 2026: one bad one
3 to 5 Sept 2026: none
6 Sept 2026: two cramps
""",
        {'09-01': 1, '09-03': 0, '09-04': 0, '09-05': 0, '09-06': 2},
    ),
    "en2b.txt": (
"""\
Leg cramps
1 Sept 2026: 1 cramp
3-5 Sept 2026: no cramps
6 Sept 2026: two cramps
""",
        {'09-01': 1, '09-03': 0, '09-04': 0, '09-05': 0, '09-06': 2},
    ),
    "en3.txt": (
"""\
Cramp notes
2026-09-01 2 cramps
2026-09-05 nothing since Tuesday
2026-09-06 1 cramp
""",
        {'09-01': 2, '09-06': 1},
    ),
    "en4.txt": (
"""\
Leg cramps
2026-09-01 - 2 cramps
2026-09-02 - same as yesterday
2026-09-03 - none
""",
        {'09-01': 2, '09-03': 0},
    ),
    "en5.txt": (
"""\
Night cramps
- 2026-09-01: cramp at 2am and another at 5am
- 2026-09-02: slept through, no cramps
- 2026-09-03: stomach cramps all day, no leg cramps
""",
        {'09-01': 2, '09-02': 0, '09-03': 0},
    ),
    "en6.txt": (
"""\
2026-09-01 leg cramp, started magnesium 300 mg
2026-09-02 no cramps, 2 glasses of wine
2026-09-03 hand cramp while writing
""",
        {'09-01': 1, '09-02': 0},
    ),
    "en7.txt": (
"""\
Cramp log

Tuesday 1 September 2026
Two cramps in the night, both calves

Wednesday 2 September 2026
No cramps

Thursday 3 September 2026
Cramp in left foot 3.30am, lasted 2 min
""",
        {'09-01': 2, '09-02': 0, '09-03': 1},
    ),
    "en8.txt": (
"""\
# Leg cramps

## 2026-09-01
- [x] cramp left calf
- water 2 L

## 2026-09-02
- no cramps

""",
        {'09-01': 1, '09-02': 0},
    ),
    "en9.txt": (
"""\
Leg cramps
9/14/2026 3 cramps
9/15/2026 0 cramps
9/16/2026 1 cramp, pain 7/10
""",
        {'09-14': 3, '09-15': 0, '09-16': 1},
    ),
    "de1.txt": (
"""\
Wadenkrämpfe
01.09.2026: 1 Krampf links
02.09.2026: keine
03.09.2026: wieder einer, 3 Uhr
04.09.2026: kein Krampf, Magnesium genommen
""",
        {'09-01': 1, '09-02': 0, '09-03': 1, '09-04': 0},
    ),
    "de2.txt": (
"""\
1. September 2026 zwei Krämpfe in der rechten Wade
2. September 2026 keine Krämpfe
3. September 2026 Bauchkrämpfe
4. September 2026 Regelkrämpfe, aber kein Wadenkrampf
""",
        {'09-01': 2, '09-02': 0, '09-04': 0},
    ),
    "de3.txt": (
"""\
Krampftagebuch
1.9.2026 Krampf nachts
2.9. nichts
3.9. 2x
4.9. nix
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "fr1.txt": (
"""\
Crampes nocturnes
01/09/2026 : une crampe au mollet gauche
02/09/2026 : rien
03/09/2026 : deux crampes vers 3h et 5h
04/09/2026 : pas de crampe
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "fr2.txt": (
"""\
1er septembre 2026 crampe dans la jambe à 3h15
2 septembre 2026 crampes d'estomac
3 septembre 2026 aucune crampe, j'ai bien dormi
4 septembre 2026 j'ai eu deux crampes au pied
""",
        {'09-01': 1, '09-03': 0, '09-04': 2},
    ),
    "it1.txt": (
"""\
Crampi notturni
01/09/2026 un crampo al polpaccio
02/09/2026 niente
03/09/2026 ho avuto due crampi stanotte
04/09/2026 nessun crampo
""",
        {'09-01': 1, '09-02': 0, '09-04': 0, '09-03': 2},
    ),
    "nl1.txt": (
"""\
Kramp dagboek
1 september 2026: kramp in kuit
2 september 2026: geen
3 september 2026: 2 krampen, 03:10 en 04:20
4 september 2026: menstruatiekramp
""",
        {'09-01': 1, '09-02': 0, '09-03': 2},
    ),
    "pt1.txt": (
"""\
Cãibras
01/09/2026 cãibra no pé direito
02/09/2026 nenhuma
03/09/2026 tive duas cãibras na panturrilha
04/09/2026 sem cãibras
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "es1.txt": (
"""\
Calambres nocturnos
1 de septiembre de 2026: un calambre en la pantorrilla
2 de septiembre de 2026: nada
3 de septiembre de 2026: calambres en la mano
4 de septiembre de 2026: dos calambres, me desperté a las 3
""",
        {'09-01': 1, '09-02': 0, '09-04': 2},
    ),
    "ja1.txt": (
"""\
こむら返り日記
2026年9月1日 右足がつった
2026年9月2日 なし
2026年9月3日 こむら返り2回
2026年9月4日 こむら返りなし
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "pl1.txt": (
"""\
Skurcze nocne
1 września 2026: skurcz łydki
2 września 2026: brak
3 września 2026: dwa skurcze w nocy
4 września 2026: bez skurczów
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "sv1.txt": (
"""\
Vadkramper
1 september 2026: kramp i vänster vad
2 september 2026: ingen
3 september 2026: två kramper
4 september 2026: magkramp
""",
        {'09-01': 1, '09-02': 0, '09-03': 2},
    ),
    "tr1.txt": (
"""\
Kramp günlüğü
1 Eylül 2026: bacağıma kramp girdi
2 Eylül 2026: yok
3 Eylül 2026: iki kramp
4 Eylül 2026: kramp yok
""",
        {'09-01': 1, '09-02': 0, '09-03': 2, '09-04': 0},
    ),
    "mail.txt": (
"""\
> On 1 September 2026 I had 2 cramps
> 2 September 2026: no cramps
> 3 September 2026: 1 cramp, left calf
""",
        {'09-02': 0, '09-03': 1},
    ),
    "mail2.txt": (
"""\
> Leg cramps
> 1 September 2026: 2 cramps
> 2 September 2026: no cramps
> 3 September 2026: 1 cramp, left calf
""",
        {'09-01': 2, '09-02': 0, '09-03': 1},
    ),
    "obsidian.md": (
"""\
---
tags: [health]
---
# Cramps
- 2026-09-01: [[cramp]] left calf #cramp
- 2026-09-02: none
- 2026-09-03: **2 cramps**
""",
        {'09-01': 1, '09-02': 0, '09-03': 2},
    ),
    "dayone.txt": (
"""\
\tDate:\t1 September 2026 at 07:10:00 CEST
\tWeather:\t18°C Clear
\tLocation:\tHome

Two leg cramps last night.


\tDate:\t2 September 2026 at 07:15:00 CEST

No cramps last night.

""",
        {'08-31': 2, '09-01': 0},
    ),
    "keep.txt": (
"""\
Leg cramps
☐ 1 Sep 2026 cramp left calf
☑ 2 Sep 2026 no cramps
☐ 3 Sep 2026 2 cramps
""",
        {'09-01': 1, '09-02': 0, '09-03': 2},
    ),
    "onenote.txt": (
"""\
Leg cramps

Tuesday, September 1, 2026
10:32 PM

2 cramps last night

Wednesday, September 2, 2026
9:10 PM

no cramps last night
""",
        {'08-31': 2, '09-01': 0},
    ),
    "star.md": (
"""\
**Leg cramps**
* **1 Sep 2026**: 2 cramps
* **2 Sep 2026**: none
* **3 Sep 2026** - 1 cramp
""",
        {'09-01': 2, '09-02': 0, '09-03': 1},
    ),
    "num.txt": (
"""\
Leg cramps
1. 2026-09-01 cramp
2. 2026-09-02 none
3. 2026-09-03 2 cramps
""",
        {'09-01': 1, '09-02': 0, '09-03': 2},
    ),
    "mdtable.md": (
"""\
| Date | Cramps |
|---|---|
| 2026-09-01 | 2 |
| 2026-09-02 | 0 |
""",
        {'09-01': 2, '09-02': 0},
    ),
}  # fmt: skip


def read(name: str, text: str) -> Journal:
    journal = read_journal([(name, text.encode())], today=TODAY)
    assert_sound(journal)
    return journal


def told(journal: Journal) -> dict[str, int]:
    """The cramps [count] of each night that is logged, by month and day."""
    counts = journal.nights["cramps"].dropna()
    return {f"{night:%m-%d}": int(count) for night, count in counts.items()}


@for_each("name", _NOTES)
def test_a_note_gives_the_ledger_of_a_careful_reader(name: str) -> None:
    text, ledger = _NOTES[name]
    assert told(read(name, text)) == ledger


_SAID = (
    ("02", "07:10", "2 leg cramps last night"), ("03", "07:05", "no cramps"),
    ("04", "07:20", "cramp in left calf at 3am"), ("05", "08:00", "none, no cramps"),
)  # fmt: skip
# {dd}: the day in two digits, {d}: as a number; {at}: the time, {h}: with one digit; {text}: the words.
_FORMS = {
    "WhatsApp on an iPhone": "[{dd}/09/2026, {at}:10] Anna: {text}",
    "with a mark of direction": "\u200e[{dd}/09/2026, {at}:10] Anna: {text}",
    "WhatsApp on Android": "{dd}/09/2026, {at} - Anna: {text}",
    "American": "9/{d}/26, {h}\u202fAM - Anna: {text}",
    "American on an iPhone": "[9/{d}/26, {h}:05\u202fAM] Anna: {text}",
    "Spanish, 12 hours": "{d}/9/26, {h} a.\u00a0m. - Anna: {text}",
    "Spanish on an iPhone": "[{d}/9/26 {h}:03] Anna: {text}",
    "German": "{dd}.09.26, {at} - Anna: {text}",
    "French": "{dd}/09/2026 à {at} - Anna: {text}",
    "Dutch": "{dd}-09-2026 {at} - Anna: {text}",
    "Portuguese": "{dd}/09/2026 {at} - Anna: {text}",
    "Swedish": "2026-09-{dd} {at} - Anna: {text}",
    "Finnish": "{d}.9.2026 klo {dot} - Anna: {text}",
    "Danish": "{dd}.09.2026 {dot} - Anna: {text}",
    "Japanese": "2026/09/{dd} {at} - Anna: {text}",
    "Hungarian": "2026. 09. {dd}. {at} - Anna: {text}",
    "Indian": "{dd}/09/26, {h} am - Anna: {text}",
    "Signal": "[2026-09-{dd} {at}] Anna: {text}",
    "copied from Telegram": "Anna, [{dd}.09.26 {at}]\n{text}\n",
    "copied from Telegram in German": "Anna, [{d}. Sep 2026 at {at}]:\n{text}\n",
    "copied from Telegram in English": "Anna, [Sep {d}, 2026 at {at}]\n{text}\n",
    "copied from Telegram in America": "Anna, [9/{d}/2026 {h} AM]\n{text}\n",
    "copied from Messages": "Sep {dd}, 2026  {h}:21 AM\nAnna\n{text}\n",
    "copied from Discord": "Anna — {dd}/09/2026 {at}\n{text}",
    "Line": "2026/09/{dd}(水)\n{at}\tAnna\t{text}",
}


@for_each("form", _FORMS)
def test_four_messages_of_a_chat_are_read_alike_in_every_form(form: str) -> None:
    lines = [
        _FORMS[form].format(
            dd=day, d=int(day), at=at, h=at.removeprefix("0"), dot=at.replace(":", "."), text=text
        )
        for day, at, text in _SAID
    ]
    ledger = {"09-01": 2, "09-02": 0, "09-03": 1, "09-04": 0}
    assert told(read("chat.txt", "\n".join(lines))) == ledger


_OF_SEVERAL_NIGHTS = "Leg cramps\n1 Sept 2026: 1 cramp\n3 to 5 Sept 2026: {}\n7 Sept 2026: none\n"


@pytest.mark.parametrize("words", ["3 cramps", "cramps every night", "none, well maybe one cramp"])
def test_a_count_beside_several_nights_is_asked_about(words: str) -> None:
    journal = read("note.txt", _OF_SEVERAL_NIGHTS.format(words))
    assert told(journal) == {"09-01": 1, "09-07": 0}
    assert sum(problem.row == 3 for problem in journal.receipts[0].problems) == 1


@pytest.mark.parametrize("words", ["nothing since Tuesday", "same as yesterday", "wie gestern", "comme hier"])
def test_an_answer_for_other_nights_is_asked_about(words: str) -> None:
    text = f"Leg cramps\n1 Sept 2026: 1 cramp\n2 Sept 2026: {words}\n3 Sept 2026: none\n"
    journal = read("note.txt", text)
    assert told(journal) == {"09-01": 1, "09-03": 0}
    assert [problem.cell for problem in journal.receipts[0].problems if problem.row == 3] == [words]


def test_a_box_that_is_not_ticked_says_nothing_plain_of_a_cramp() -> None:
    text = "# Leg cramps\n## 2026-09-01\n- [x] cramp left calf\n## 2026-09-02\n- [ ] cramp left calf\n"
    assert told(read("note.md", text)) == {"09-01": 1}


@pytest.mark.parametrize(
    "mark", ["<This message was edited>", "<Diese Nachricht wurde bearbeitet.>", "<Ce message a été modifié>"]
)
def test_a_mark_of_editing_is_no_word_of_the_message(mark: str) -> None:
    text = f"02/09/2026, 07:10 - Anna: 2 leg cramps {mark}\n14/09/2026, 07:10 - Anna: no cramps\n"
    assert told(read("chat.txt", text)) == {"09-01": 2, "09-13": 0}


@pytest.mark.parametrize(
    ("name", "above", "year"),
    [
        ("notes.txt", "Leg cramps 2024", 2024),
        ("notes.txt", "Dad's diary\n\nspring 2024\n", 2024),
        ("leg cramps 2024.txt", "Leg cramps", 2024),
        ("notes.txt", "Leg cramps\nBisoprolol since 2019\n", 2026),
        ("notes.txt", "Leg cramps", 2026),
    ],
)
def test_the_year_of_a_note_is_that_of_its_title(name: str, above: str, year: int) -> None:
    """Oracle: the title; without one the year in which no night lies ahead."""
    text = f"{above}\n3 March - 2 cramps\n4 March - no cramps\n"
    journal = read_journal([(name, text.encode())], today=TODAY)
    assert [str(night)[:10] for night in journal.nights.index] == [f"{year}-03-03", f"{year}-03-04"]
    assert journal.nights["cramps"].tolist() == [2, 0]


@pytest.mark.parametrize(
    "words", ["cramp now, calf", "Krampf jetzt, linke Wade", "crampe maintenant, mollet"]
)
def test_a_cramp_written_down_as_it_comes_counts(words: str) -> None:
    text = f"[04/04/2025, 03:10:00] Ann: {words}\n[05/04/2025, 07:30:00] Ann: no cramps last night\n"
    journal = read_journal([("chat.txt", text.encode())], date_order="dmy", today=TODAY)
    assert journal.nights["cramps"].to_dict() == {
        pd.Timestamp("2025-04-03"): 1,
        pd.Timestamp("2025-04-04"): 0,
    }
