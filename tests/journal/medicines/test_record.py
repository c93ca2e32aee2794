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


@pytest.mark.parametrize(
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


def test_off_every_night_is_one_stop() -> None:
    journal = read(diary(30, {"Medicines": taken((12, "atorvastatin 20 mg"), (18, "off atorvastatin"))}))
    assert changes(journal) == [(12, "atorvastatin", "stop", None)]


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


def test_a_dose_that_goes_back_within_two_nights_is_a_slip() -> None:
    words = taken((15, "atorvastatin 20 mg"), (2, "atorvastatin 40 mg"), (15, "atorvastatin 20 mg"))
    assert changes(read(diary(32, {"Medicines": words}))) == []


def test_a_taper_is_told_step_by_step() -> None:
    words = ["" for _ in range(60)]
    words[3], words[20], words[30], words[40] = (
        "started gabapentin 300 mg",
        "gabapentin down to 200 mg",
        "tapering gabapentin to 100 mg",
        "gabapentin withdrawn",
    )
    assert changes(read(diary(60, {"Medicines": words}))) == [
        (3, "gabapentin", "start", 300),
        (20, "gabapentin", "decrease", 200),
        (30, "gabapentin", "decrease", 100),
        (40, "gabapentin", "stop", None),
    ]


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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Magnesium", "ja", "nein"),
        ("Magnesium 300 mg", "1", "0"),
        ("Did you take magnesium?", "Yes", "No"),
        ("Magnésium (oui/non)", "oui", "non"),
        ("Magnesium (mg)", "300", "0"),
        ("Magnesio", "sí", "no"),
    ],
)
def test_a_column_named_after_a_medicine(heading: str, yes: str, no: str) -> None:
    journal = read(diary(40, {heading: taken((14, no), (26, yes))}))
    assert [row[:3] for row in changes(journal)] == [(14, "magnesium", "start")]


@pytest.mark.parametrize(
    "heading",
    [
        "Tablet",
        "Tablets",
        "Pill",
        "Drug",
        "Name of tablet",
        "Medikament",
        "Médicament",
        "Medicamento",
        "Medicijn",
        "Farmaco",
    ],
)
def test_headings_of_the_medicine(heading: str) -> None:
    journal = read(diary(40), f"Date,{heading},Change\n2025-01-12,Lasix,start\n")
    assert changes(journal) == [(11, "furosemide", "start", None)]


def test_taken_and_skipped_with_the_planned_and_the_actual_time() -> None:
    """By hand: twenty nights of magnesium in an app's log, the last ten skipped; tablets after midnight are
    the evening's before.
    """
    rows = []
    for at in range(20):
        planned = f"{FIRST + timedelta(days=at)} 22:00"
        actual = f"{FIRST + timedelta(days=at + 1)} 00:40" if at < 10 else ""
        rows.append(f"{planned},{actual},Magnesium,300 mg,{'Taken' if at < 10 else 'Skipped'}")
    journal = read(diary(30), "Scheduled date,Actual time,Medication,Dose,Status\n" + "\n".join(rows))
    assert spells(journal) == [("magnesium", 300, None, 9)]
    assert [receipt.rows.rejected for receipt in journal.receipts] == [0, 0]


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


FORMS = (as_list, as_spans, as_doses, as_taken_each_night, as_sentences)


def check_round_trip(seed: int) -> None:
    chance = random.Random(seed)
    record = a_record(chance)
    expected = sorted(((one.generic, one.dose, one.first, one.last) for one in record), key=str)
    for form in FORMS:
        found = [one for one in spells(read(*form(record))) if one[0] != "thiamine"]
        assert found == expected, f"{seed} {form.__name__}"
    one, two = chance.sample(FORMS[:4], 2)
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
