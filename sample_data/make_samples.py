"""Make the simulated journals of this folder: ``python sample_data/make_samples.py [FOLDER]``.

The same seed gives the same files. ``truth.json`` says what they were made from and what reading them gives.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import numpy as np
import openpyxl
import pandas as pd
from messy_sheet import messy_truth, messy_workbook
from openpyxl.styles import Font
from simulated_year import (
    DIURETIC,
    FIRST,
    MAGNESIUM,
    NIGHTS,
    OFFSPRING_PER_CRAMP,
    RATIOS,
    SEASON_PEAK_TO_TROUGH,
    SESSIONS,
    STATIN,
    YEAR_HEADERS,
    choose_unlogged,
    diary_rows,
    simulate_cramps,
    simulate_year,
)

SEED = 2295  # chosen so that the sample has something to show; see README.md
CRAMP_HEADERS = ("Date and time", "Pain (0-10)", "Duration (min)", "Side", "Muscle", "Relief", "Helped")
CHANGE_HEADERS = ("Date", "Medicine", "Change", "Dose", "Unit", "Reason")
TEST_HEADERS = ("Date", "Test", "Result", "Unit", "Low", "High")
SIX_WEEKS_HEADERS = ("Morning", "Cramps last night", "Pain (0-10)", "Water (glasses)", "Walk (min)")
DEVICE_HEADERS = ("Date", "Steps", "Active minutes")
TABLET_HEADERS = ("Date", "Time", "Medicine", "Dose", "Meal")

CHANGES = (
    (STATIN.isoformat(), "Atorvastatin", "increase", 40, "mg", "cholesterol still high on 20 mg"),
    (DIURETIC.isoformat(), "Furosemide", "start", 20, "mg", "swollen ankles"),
    (MAGNESIUM.isoformat(), "Magnesium citrate", "start", 300, "mg", "cramps, and low magnesium"),
    ("2025-08-04", "Omeprazole", "decrease", 20, "mg", "heartburn gone, to be stopped in steps"),
    ("2025-08-11", "Omeprazole", "decrease", 10, "mg", ""),
    ("2025-08-18", "Omeprazole", "stop", "", "", ""),
)
TABLETS = (
    ("2024-09-18", "19:30", "supper"), ("2024-10-20", "21:15", "none"), ("2024-12-08", "08:40", "breakfast"),
    ("2025-01-26", "20:10", "supper"), ("2025-02-23", "07:50", "none"), ("2025-03-30", "21:40", "none"),
    ("2025-05-11", "20:30", "supper"), ("2025-06-12", "07:45", "breakfast"), ("2025-07-30", "08:05", "none"),
    ("2025-08-19", "21:20", "supper"),
)  # fmt: skip
TYPED = (
    ("Events",),
    ("first_night", "last_night", "event", "left_out"),
    ("2025-03-03", "2025-03-06", "a cold", ""),
    ("2025-07-19", "2025-07-27", "holiday by the sea", ""),
    ("Remarks",),
    ("night of", "remark"),
    ("2025-08-19", "toes numb until the morning"),
)
TESTS = (
    ("Potassium", "mmol/L", 3.5, 5.1),
    ("Magnesium", "mmol/L", 0.7, 1.0),
    ("Sodium", "mmol/L", 135, 145),
    ("Calcium", "mmol/L", 2.2, 2.6),
    ("Creatinine", "µmol/L", 60, 105),
    ("eGFR", "mL/min/1.73 m²", 60, ""),
    ("CK", "U/L", 40, 320),
    ("HbA1c", "mmol/mol", 20, 42),
)
RESULTS = {
    date(2024, 10, 28): (4.4, 0.81, 140, 2.38, 84, 76, 142, 39),
    date(2025, 2, 10): (3.4, 0.72, 137, 2.36, 93, 68, 155, None),
    date(2025, 3, 31): (3.6, 0.66, 138, 2.34, 92, 69, 149, None),
    date(2025, 6, 16): (3.9, 0.79, 139, 2.37, 90, 71, 161, 40),
}


def make_samples(folder: Path, seed: int = SEED) -> None:
    """Write every file of this folder but README.md and the scripts into ``folder``."""
    # The stream of RandomState is frozen for good, so every version of numpy makes the same files.
    random = np.random.RandomState(seed)
    year = simulate_year(random)
    cramps = simulate_cramps(year, random)
    unlogged, water_only = choose_unlogged(random)
    diary = diary_rows(year, cramps, unlogged, water_only, random)
    sparse, sparse_truth = six_weeks(random)
    device = device_days(year, random)
    written = cramps[~cramps["night"].dt.date.isin(unlogged)]
    log = written.assign(time=written["time"].dt.strftime("%Y-%m-%d %H:%M")).drop(columns="night")
    tests = (
        (day.isoformat(), name, result, *range_)
        for day, results in RESULTS.items()
        for (name, *range_), result in zip(TESTS, results, strict=True)
        if result is not None
    )

    write_csv(folder / "year.csv", YEAR_HEADERS, diary)
    write_csv(folder / "year_medication_changes.csv", CHANGE_HEADERS, CHANGES)
    write_csv(folder / "year_blood_tests.csv", TEST_HEADERS, tests)
    doses = [(*when, "Paracetamol", "500 mg", food) for *when, food in TABLETS]
    write_csv(folder / "year_tablets.csv", TABLET_HEADERS, doses)
    write_csv(folder / "year_added_on_screen.csv", TYPED[0], TYPED[1:])
    write_csv(folder / "cramp_log.csv", CRAMP_HEADERS, log.to_numpy().tolist())
    write_csv(folder / "device_days.csv", DEVICE_HEADERS, device)
    write_csv(folder / "six_weeks.csv", SIX_WEEKS_HEADERS, sparse)
    write_workbook(folder / "messy.xlsx", messy_workbook())
    write_templates(folder)

    truth = {
        "note": "Simulated. What the files of this folder were made from, and what reading them has to give.",
        "seed": seed,
        "year": ledger_truth(
            FIRST,
            [
                None if night in unlogged else int(count)
                for night, count in zip(pd.DatetimeIndex(year.index).date, year["cramps"], strict=True)
            ],
            ratios=RATIOS,
            season_peak_to_trough=SEASON_PEAK_TO_TROUGH,
            offspring_per_cramp=OFFSPRING_PER_CRAMP,
            changes=[[None if cell == "" else cell for cell in change[:5]] for change in CHANGES],
            tablets=[day for day, *_ in TABLETS],
            electroanalgesia_sessions=[day.isoformat() for day in SESSIONS],
            rows_without_cramps=sorted(day.isoformat() for day in water_only),
            cramps_on_unlogged_nights=len(cramps) - len(written),
        ),
        "cramp_log": {"rows": len(log), "nights_with_cramps": int(written["night"].nunique())},
        "device_days": {"rows": len(device), "first_day": device[0][0], "last_day": device[-1][0]},
        "six_weeks": sparse_truth,
        "messy": messy_truth(),
    }
    text = json.dumps(truth, indent=1, ensure_ascii=False)
    text = re.sub(
        r"\[[^][{}]*]", lambda array: " ".join(array[0].split()).replace("[ ", "[").replace(" ]", "]"), text
    )
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def six_weeks(random: np.random.RandomState) -> tuple[list[list[object]], dict[str, object]]:
    """Another invented patient: 42 nights of which few were written down, each in the morning after."""
    first = date(2025, 10, 6)
    rows: list[list[object]] = []
    ledger: list[int | None] = []
    for i in range(42):
        written = i in (0, 41) or (random.random_sample() < 0.4 and i not in range(23, 30))
        count, pain = int(random.poisson(0.5)), int(random.randint(3, 9))
        glasses: object = int(random.randint(4, 9)) if random.random_sample() < 0.7 else ""
        walk = 10 * int(random.randint(0, 7))
        ledger.append(count if written else None)
        if written:
            morning = first + timedelta(days=i + 1)
            rows.append([f"{morning.day} {morning:%b %Y}", count, pain if count else "", glasses, walk])
    return rows, ledger_truth(first, ledger, dates_mean="morning")


def device_days(year: pd.DataFrame, random: np.random.RandomState) -> list[list[object]]:
    """The days of the watch: worn before the diary began and after it ended, and now and then forgotten."""
    rows: list[list[object]] = []
    for day in pd.date_range(FIRST - timedelta(days=10), FIRST + timedelta(days=NIGHTS + 5)):
        forgotten = random.random_sample() < 0.04
        active = int(5 * round(random.normal(40, 14) / 5))
        steps = int(10 * round((2600 + 92 * active + random.normal(0, 600)) / 10))
        if day in year.index:
            active, steps = (int(year[name][day]) for name in ("activity", "steps"))
        if not forgotten:
            rows.append([day.date().isoformat(), steps, active])
    return rows


def ledger_truth(first: date, ledger: Sequence[int | None], **more: object) -> dict[str, object]:
    """A ledger from its first night on, null for a night that is not logged, with its sums."""
    logged = [count for count in ledger if count is not None]
    return {
        "first_night": first.isoformat(),
        "last_night": (first + timedelta(days=len(ledger) - 1)).isoformat(),
        "nights": len(ledger),
        "nights_logged": len(logged),
        "cramp_nights": sum(count > 0 for count in logged),
        "cramps": sum(logged),
        **more,
        "cramps_by_night": list(ledger),
    }


def write_templates(folder: Path) -> None:
    """Empty tables with a header row: one file each, and one workbook with a sheet each."""
    templates = {
        "nights": YEAR_HEADERS,
        "cramps": CRAMP_HEADERS,
        "medication changes": CHANGE_HEADERS,
        "blood tests": TEST_HEADERS,
    }
    book = openpyxl.Workbook()
    for name, headers in templates.items():
        write_csv(folder / f"template_{name.replace(' ', '_')}.csv", headers, ())
        sheet = book.create_sheet(name)
        sheet.append(headers)
        sheet.freeze_panes = "B2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            sheet.column_dimensions[cell.column_letter].width = len(cell.value) + 3
    del book["Sheet"]
    write_workbook(folder / "template.xlsx", book)


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows(rows)


def write_workbook(path: Path, book: openpyxl.Workbook) -> None:
    """Save without the time of saving, so that the same cells give the same bytes."""
    book.properties.created = datetime(2025, 1, 1)
    saved = BytesIO()
    book.save(saved)
    with ZipFile(saved) as before, ZipFile(path, "w") as after:
        for name in before.namelist():
            part = re.sub(
                rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-01-01T00:00:00Z", before.read(name)
            )
            after.writestr(ZipInfo(name), part)


if __name__ == "__main__":
    make_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
