"""Every medicine as it was taken. Oracles: small journals read by hand, and known records written in each of
the forms in which people write, which have to be read back as they were.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd
import pytest

from analysis import Journal, read_journal
from analysis.journal import export_journal
from tests.for_each import for_each

FIRST = date(2025, 1, 1)
TODAY = date(2026, 11, 1)


def read(*files: str) -> Journal:
    return read_journal(
        [(f"file {place}.csv", text.encode()) for place, text in enumerate(files)], today=TODAY
    )


def diary(nights: int, columns: dict[str, Sequence[str]] | None = None) -> str:
    """A diary with a cramp every third night."""
    columns = columns or {}
    lines = [",".join(["Night of", "Cramps", *columns])]
    for at in range(nights):
        cells = [f'"{cells[at]}"' for cells in columns.values()]
        lines.append(",".join([str(FIRST + timedelta(days=at)), str(int(at % 3 == 0)), *cells]))
    return "\n".join(lines)


def changes(journal: Journal) -> list[tuple[int, str, str, float | None]]:
    """Night counted from `FIRST`, medicine, change and dose."""
    return [
        (
            (row.night.date() - FIRST).days,
            row.medication if pd.isna(row.generic) else row.generic,
            row.change,
            None if pd.isna(row.dose) else row.dose,
        )
        for row in journal.changes.itertuples()
    ]


def _place(night: pd.Timestamp) -> int | None:
    return None if pd.isna(night) else (night.date() - FIRST).days


def change_list(*rows: str) -> str:
    return "\n".join(["Date,Medicine,Change,Dose", *rows])


Span = tuple[str, float | None, int | None, int | None]


def spells(journal: Journal) -> list[Span]:
    """Medicine, dose [mg], first and last night counted from `FIRST`."""
    found = []
    for row in journal.spells.itertuples():
        dose = row.dose * {"g": 1000, "mcg": 0.001}.get(str(row.unit), 1)
        found.append((
            row.generic,
            None if pd.isna(dose) else dose,
            _place(row.first_night),
            _place(row.last_night),
        ))  # fmt: skip
    return sorted(found, key=str)


def taken(*stretches: tuple[int, str]) -> list[str]:
    """What is written on each night: a text so many nights long."""
    return [text for nights, text in stretches for _ in range(nights)]


@for_each(
    "no",
    [
        "no atorvastatin",
        "not taking atorvastatin",
        "atorvastatin: skipped",
        "missed atorvastatin",
        "atorvastatin 0 mg",
        "kein Atorvastatin",
        "pas d'atorvastatine",
        "sin atorvastatina",
    ],
)
def test_what_is_said_not_to_be_taken_is_not_taken(no: str) -> None:
    """By hand: twenty nights with it, twenty that say it was not taken: stopped on the twenty-first."""
    journal = read(diary(40, {"Medicines": taken((20, "atorvastatin 20 mg"), (20, no))}))
    assert spells(journal) == [("atorvastatin", 20, None, 19)]


def test_all_stopped_ends_each_that_is_being_taken() -> None:
    words = taken((12, "atorvastatin 20 mg; magnesium 300 mg"), (18, "stopped all meds"))
    assert changes(read(diary(30, {"Medicines": words}))) == [
        (12, "atorvastatin", "stop", None),
        (12, "magnesium", "stop", None),
    ]


def test_as_needed_makes_intakes_and_no_change() -> None:
    words = ["amlodipine 5 mg"] * 60
    for night in (3, 11, 12, 30, 44, 59):
        words[night] += "; paracetamol 500 mg"
    journal = read(diary(60, {"Medicines": words}))
    assert changes(journal) == []
    assert spells(journal) == [("amlodipine", 5, None, None)]
    assert [(night.date() - FIRST).days for night in journal.intakes["night"]] == [3, 11, 12, 30, 44, 59]
    assert journal.intakes["dose"].tolist() == [500] * 6


def test_said_to_be_as_needed_is_no_spell_however_often() -> None:
    rows = "\n".join(f"{FIRST + timedelta(days=at)},quinine 200 mg as needed" for at in range(10, 30))
    journal = read(diary(40), f"Date,Medicine\n{rows}")
    assert (len(journal.spells), len(journal.intakes)) == (0, 20)


def test_the_first_dose_is_a_start_only_where_the_log_reaches_a_week_back() -> None:
    def log(first_of_second: int) -> str:
        rows = [f"{FIRST + timedelta(days=at)},amlodipine,5 mg,Taken" for at in range(40)]
        rows += [f"{FIRST + timedelta(days=at)},magnesium,300 mg,Taken" for at in range(first_of_second, 40)]
        return "Date,Medication,Dose,Status\n" + "\n".join(rows)

    assert changes(read(diary(40), log(7))) == [(7, "magnesium", "start", 300)]
    assert changes(read(diary(40), log(6))) == []


def test_a_brand_changed_to_its_generic_is_no_change() -> None:
    listed = change_list(
        "2025-01-11,Lipitor,start,20 mg", "2025-02-01,Lipitor,stop,", "2025-02-01,atorvastatin,start,20 mg"
    )
    assert changes(read(diary(60), listed)) == [(10, "atorvastatin", "start", 20)]


def test_stopped_magnesium_ends_the_salt_that_is_taken() -> None:
    words = ["" for _ in range(40)]
    words[5], words[25] = "started magnesium glycinate 200 mg", "stopped magnesium"
    assert spells(read(diary(40, {"Medicines": words}))) == [("magnesium glycinate", 200, 5, 24)]


@pytest.mark.parametrize(("one", "two"), [("1 g", "1000 mg"), ("500 mcg", "0.5 mg"), ("0,5 g", "500 mg")])
def test_another_unit_of_the_same_dose_is_no_change(one: str, two: str) -> None:
    words = taken((20, f"magnesium {one}"), (20, f"magnesium {two}"))
    assert changes(read(diary(40, {"Medicines": words}))) == []


@pytest.mark.parametrize(
    ("pause", "resume"),
    [
        ("paused atorvastatin", "back on atorvastatin 20 mg"),
        ("atorvastatin on hold", "restarted atorvastatin"),
        ("atorvastatin held", "resumed atorvastatin"),
        ("Atorvastatin pausiert", "Atorvastatin wieder aufgenommen"),
    ],
)
def test_a_pause_and_what_follows_it_in_words(pause: str, resume: str) -> None:
    words = ["" for _ in range(40)]
    words[2], words[15], words[25] = "started atorvastatin 20 mg", pause, resume
    journal = read(diary(40, {"Medicines": words}))
    assert spells(journal) == [("atorvastatin", 20, 2, 14), ("atorvastatin", 20, 25, None)]
    assert [change for _, _, change, _ in changes(journal)] == ["start", "pause", "resume"]


@for_each(
    ("word", "change"),
    [
        ("pause", "pause"),
        ("On hold", "pause"),
        ("held", "pause"),
        ("D/C", "stop"),
        ("withdrawn", "stop"),
        ("removed", "stop"),
        ("ran out", "stop"),
        ("resume", "resume"),
        ("restarted", "resume"),
        ("unterbrochen", "pause"),
    ],
)
def test_words_of_change_in_a_list(word: str, change: str) -> None:
    before = [] if change == "resume" else ["2025-01-25,atorvastatin,resume,"]
    listed = change_list(
        "2025-01-05,atorvastatin,start,20 mg",
        "2025-01-20,atorvastatin,pause,",
        *before,
        f"2025-02-05,atorvastatin,{word},40 mg",
    )
    assert changes(read(diary(60), listed))[-1][2] == change


@pytest.mark.parametrize("since", ["2019-05-01", ""])
def test_taken_since_before_the_journal_is_an_open_lane(since: str) -> None:
    journal = read(diary(30), f"Medicine,Dose,Start,Stop\nfurosemide,40 mg,{since},\n")
    assert (changes(journal), spells(journal)) == ([], [("furosemide", 40, None, None)])


class Known(NamedTuple):
    generic: str
    dose: float
    first: int | None
    last: int | None


MEDICINES = {
    "furosemide": (20, 40, 80),
    "magnesium": (200, 300, 400),
    "atorvastatin": (10, 20, 40),
    "quinine": (100, 200),
}
NIGHTS = 150


def a_record(chance: random.Random) -> list[Known]:
    """Up to three medicines, each with up to three spells at one dose or another, of 20 nights at least."""
    found = []
    for generic in chance.sample(sorted(MEDICINES), chance.randint(1, 3)):
        night: int | None = None if chance.random() < 0.4 else chance.randint(8, 40)
        before = 0.0
        for _ in range(chance.randint(1, 3)):
            dose = chance.choice([one for one in MEDICINES[generic] if one != before])
            last = (night or 0) + chance.randint(20, 40)
            if last >= NIGHTS - 12 or chance.random() < 0.3:
                found.append(Known(generic, dose, night, None))
                break
            joined = chance.random() < 0.5
            found.append(Known(generic, dose, night, last))
            before = dose if joined else 0.0
            night = last + 1 if joined else last + chance.randint(10, 15)
            if night > NIGHTS - 40:
                break
    return found


def _on(record: Sequence[Known], night: int) -> list[Known]:
    return [
        one for one in record
        if (one.first is None or one.first <= night) and (one.last is None or night <= one.last)
    ]  # fmt: skip


def _day(night: int) -> str:
    return str(FIRST + timedelta(days=night))


def _events(record: Sequence[Known]) -> list[tuple[int, str, str, str]]:
    found = []
    for one in record:
        before = next(
            (
                b
                for b in record
                if b.generic == one.generic and b.last is not None and b.last + 1 == one.first
            ),
            None,
        )
        after = any(b.generic == one.generic and b.first == (one.last or 0) + 1 for b in record)
        if one.first is not None:
            word = "start" if before is None else "increase" if one.dose > before.dose else "decrease"
            found.append((one.first, one.generic, word, f"{one.dose:g} mg"))
        if one.last is not None and not after:
            found.append((one.last + 1, one.generic, "stop", ""))
    return sorted(found)


def as_list(record: Sequence[Known]) -> list[str]:
    rows = [f"2021-03-04,{one.generic},start,{one.dose:g} mg" for one in record if one.first is None]
    rows += [f"{_day(night)},{name},{word},{dose}" for night, name, word, dose in _events(record)]
    return [diary(NIGHTS), "Date,Medicine,Change,Dose\n" + "\n".join(rows)]


def as_spans(record: Sequence[Known]) -> list[str]:
    rows = [
        f"{one.generic},{one.dose:g} mg,{'' if one.first is None else _day(one.first)},"
        f"{'' if one.last is None else _day(one.last + 1)}"
        for one in record
    ]
    return [diary(NIGHTS), "Medicine,Dose,Start,Stop\n" + "\n".join(rows)]


def as_doses(record: Sequence[Known]) -> list[str]:
    """One row a dose; a vitamin stands on every night, so that the log reaches over the whole journal."""
    rows = [f"{_day(night)},thiamine,50 mg,Taken" for night in range(NIGHTS)]
    rows += [
        f"{_day(night)},{one.generic},{one.dose:g} mg,Taken"
        for night in range(NIGHTS)
        for one in _on(record, night)
    ]
    return [diary(NIGHTS), "Date,Medication,Dose,Status\n" + "\n".join(sorted(rows))]


def as_taken_each_night(record: Sequence[Known]) -> list[str]:
    words = [
        "; ".join(f"{one.generic} {one.dose:g} mg" for one in _on(record, night)) or "none"
        for night in range(NIGHTS)
    ]
    return [diary(NIGHTS, {"Medicines taken": words})]


def as_sentences(record: Sequence[Known]) -> list[str]:
    told: dict[int, list[str]] = {}
    word_of = {
        "start": "started {} {}",
        "stop": "stopped {}",
        "increase": "increased {} to {}",
        "decrease": "reduced {} to {}",
    }
    for night, name, word, dose in _events(record):
        told.setdefault(night, []).append(word_of[word].format(name, dose).strip())
    words = ["; ".join(told.get(night, [])) for night in range(NIGHTS)]
    before = [f"{one.generic},{one.dose:g} mg,," for one in record if one.first is None]
    files = [diary(NIGHTS, {"Medication": words})]
    return [*files, "Medicine,Dose,Start,Stop\n" + "\n".join(before)] if before else files


def as_columns(record: Sequence[Known]) -> list[str]:
    """A column of each medicine's own, with its dose on the nights on which it was taken."""
    names = sorted({one.generic for one in record})
    on = [{one.generic: f"{one.dose:g} mg" for one in _on(record, night)} for night in range(NIGHTS)]
    columns = {name.capitalize(): [cells.get(name, "no") for cells in on] for name in names}
    return [diary(NIGHTS, columns)]


FORMS = (as_list, as_spans, as_doses, as_taken_each_night, as_columns, as_sentences)
TOGETHER = (as_list, as_spans, as_doses, as_taken_each_night, as_columns)  # diaries of the same nights agree


def check_round_trip(seed: int) -> None:
    chance = random.Random(seed)
    record = a_record(chance)
    expected = sorted(((one.generic, one.dose, one.first, one.last) for one in record), key=str)
    for form in FORMS:
        found = [one for one in spells(read(*form(record))) if one[0] != "thiamine"]
        assert found == expected, f"{seed} {form.__name__}"
    one, two = chance.sample(TOGETHER, 2)
    found = [spell for spell in spells(read(*one(record), *two(record))) if spell[0] != "thiamine"]
    assert found == expected, f"{seed} {one.__name__} and {two.__name__}"


@pytest.mark.parametrize("seed", range(12))
def test_a_known_record_is_read_back_from_each_form_and_from_two_together(seed: int) -> None:
    """Oracle: the random record that was written."""
    check_round_trip(seed)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 2000, 100))
def test_two_thousand_known_records_are_read_back(start: int) -> None:
    """Oracle: the random records that were written."""
    for seed in range(1000 + start, 1000 + start + 100):
        check_round_trip(seed)


@pytest.mark.parametrize("form", FORMS)
def test_the_journal_as_written_holds_the_same_record(form) -> None:  # type: ignore[no-untyped-def]
    """Oracle: the record before it was written; single intakes too."""
    files = form(a_record(random.Random(3)))
    files.append(
        "Date,Medicine,Status\n2025-01-20,paracetamol 500 mg,taken\n2025-03-02,paracetamol 500 mg,taken\n"
    )
    journal = read(*files)
    again = read_journal([("journal.csv", export_journal(journal))], today=TODAY)
    assert spells(again) == spells(journal)
    assert changes(again) == changes(journal)
    assert again.intakes.equals(journal.intakes)


def _told_of(journal: Journal) -> list[str]:
    return [found.problem for receipt in journal.receipts for found in receipt.problems]


@pytest.mark.parametrize(
    "listed",
    [
        "Medicine,Dose,Start,Stop\nquinine,200 mg,2025-01-20,2025-01-20\n",
        "Medicine,Dose,Start,Stop\nquinine,200 mg,2025-01-20,2025-01-21\n",
        "Date,Medicine,Change,Dose\n2025-01-20,quinine,start,200 mg\n2025-01-21,quinine,stop,\n",
    ],
)
def test_a_medicine_of_one_night_is_an_intake(listed: str) -> None:
    """By hand: nothing can be compared with one night, so it makes no change."""
    journal = read(diary(60), listed)
    assert (spells(journal), changes(journal)) == ([], [])
    assert [(_place(row.night), row.dose) for row in journal.intakes.itertuples()] == [(19, 200)]


@pytest.mark.parametrize(
    "listed",
    [
        "Medicine,Dose,Start,Stop\nparacetamol,500 mg as needed,2025-01-20,\namlodipine,5 mg,2025-01-20,\n",
        "Medicine,Dose,Frequency,Start\nparacetamol,500 mg,prn,2025-01-20\n"
        "amlodipine,5 mg,daily,2025-01-20\n",
        "Date,Medicine,Dose,How often,Change\n2025-01-20,paracetamol,500 mg,bei Bedarf,start\n"
        "2025-01-20,amlodipine,5 mg,1x täglich,start\n",
    ],
)
def test_as_needed_in_a_list_stands_in_the_record_and_cuts_no_window(listed: str) -> None:
    journal = read(diary(60), listed)
    assert [row[:3] for row in changes(journal)] == [(19, "amlodipine", "start")]
    needed = journal.spells.set_index("generic")["as_needed"].to_dict()
    assert needed == {"paracetamol": True, "amlodipine": False}
    assert any("as needed" in problem for problem in _told_of(journal))


def test_intakes_of_what_is_listed_as_needed_are_kept() -> None:
    """By hand: the list says as needed, the log says on which nights."""
    doses = "Date,Medicine,Dose,Status\n" + "".join(
        f"{FIRST + timedelta(days=at)},paracetamol,500 mg,Taken\n" for at in (25, 31, 50)
    )
    journal = read(diary(60), "Medicine,Dose,Start\nparacetamol,500 mg prn,2025-01-20\n", doses)
    assert [_place(night) for night in journal.intakes["night"]] == [25, 31, 50]
    assert changes(journal) == []


@pytest.mark.parametrize(
    ("once", "twice"),
    [("once daily", "twice daily"), ("od", "bd"), ("1x täglich", "2x täglich"), ("1-0-0", "1-0-1"),
     ("every 24 hours", "every 12 hours"), ("une fois par jour", "matin et soir")],
)  # fmt: skip
def test_the_same_dose_more_often_is_a_change(once: str, twice: str) -> None:
    """By hand: 40 mg once a day, then twice; without a word of change in the list."""
    journal = read(
        diary(60),
        f"Date,Medicine,Dose,Frequency\n2025-01-20,furosemide,40 mg,{once}\n"
        f"2025-02-10,furosemide,40 mg,{twice}\n",
    )
    assert changes(journal) == [(19, "furosemide", "start", 40), (40, "furosemide", "increase", 40)]
    assert journal.spells["per_day"].tolist() == [1, 2]


def test_a_frequency_beside_cramps_is_none_of_a_medicine() -> None:
    """The heading alone says nothing of medicines: it stays as it was read before, never a schedule."""
    receipts = read("Night of,Cramps,Frequency\n2025-01-01,1,3\n2025-01-02,0,0\n").receipts
    assert all(column.field != "schedule" for receipt in receipts for column in receipt.columns)


@pytest.mark.parametrize(
    ("written", "of_day"),
    [("40/20 mg", 60), ("500-0-1000 mg", 1500), ("40 mg morning, 20 mg evening", 60),
     ("morgens 40 mg abends 20 mg", 60), ("20 mg am + 20 mg pm", 40)],
)  # fmt: skip
def test_two_amounts_of_one_day_are_its_dose(written: str, of_day: float) -> None:
    """By hand: the sum of the day; of a combined tablet the amounts are its parts, and no dose."""
    journal = read(diary(60), f'Medicine,Dose,Start\nfurosemide,"{written}",2025-01-20\n')
    assert spells(journal) == [("furosemide", of_day, 19, None)]
    combined = read(diary(60), "Medicine,Dose,Start\nlisinopril/HCTZ,20/12.5 mg,2025-01-20\n")
    assert combined.spells["dose"].isna().all()


@pytest.mark.parametrize("since", ["2019", "03/2021", "May 2019", "2019-05", "since 2018", "seit 2018"])
def test_a_start_of_which_only_the_year_is_written(since: str) -> None:
    journal = read(diary(30), f"Medicine,Dose,Start\nfurosemide,40 mg,{since}\nmagnesium,300 mg,2025-01-10\n")
    assert ("furosemide", 40, None, None) in spells(journal)
    assert changes(journal) == [(9, "magnesium", "start", 300)]
    assert any("only the year" in problem for problem in _told_of(journal))


def test_how_often_and_as_needed_are_written_and_read_again() -> None:
    """Oracle: the record before it was written."""
    journal = read(
        diary(80),
        "Medicine,Dose,Frequency,Start,Stop\nfurosemide,40 mg,once daily,2025-01-20,2025-02-10\n"
        "furosemide,40 mg,twice daily,2025-02-10,\nmetformin,500 mg,twice daily,2019,\n"
        "paracetamol,500 mg,as needed,2025-01-25,2025-03-01\nquinine,200 mg,daily,2025-02-01,2025-02-02\n",
    )
    again = read_journal([("journal.csv", export_journal(journal))], today=TODAY)
    assert spells(again) == spells(journal)
    assert changes(again) == changes(journal)
    for name in ("per_day", "as_needed"):
        ordered = [
            one.sort_values(["generic", "first_night"])[name].tolist()
            for one in (journal.spells, again.spells)
        ]
        assert str(ordered[0]) == str(ordered[1])
    assert again.intakes.equals(journal.intakes)


@pytest.mark.parametrize("listed", ["", "2025-01-03,magnesium,start,300 mg\n"])
def test_the_changes_have_the_same_types_whether_there_are_any(listed: str) -> None:
    """Oracle: a moment without its nanoseconds, as the nights of the ledger have; numbers and text."""
    table = read(diary(9), f"Date,Medicine,Change,Dose\n2025-01-02,quinine,start,200 mg\n{listed}").changes
    none = read(diary(9)).changes
    for found in (table, none):
        assert str(found["night"].dtype) == "datetime64[us]"
        assert (str(found["dose"].dtype), str(found["per_day"].dtype)) == ("float64", "float64")
