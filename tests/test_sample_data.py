"""The sample journals are what their script makes, their dictionary is complete, and they are read as meant.

Oracle: ``sample_data/truth.json``, written by the simulation (the messy sheet's part by hand, row by row, in
``messy_sheet.py``), and in this module the README's example, read by hand.
"""

import csv
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from analysis import read_journal, words
from analysis.journal.fields import dictionary
from analysis.journal.model import Journal, JournalError
from analysis.screen.session import SAMPLE

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sample_data"
YEAR_FILES = [SAMPLES / f"{name}.csv" for name in ("year", "year_medication_changes", "year_blood_tests")]
JOURNALS = ["year.csv", "cramp_log.csv", "six_weeks.csv", "messy.xlsx"]
TRUTH: dict[str, Any] = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))


def ledger(journal: Journal) -> list[float | None]:
    """One entry a night: cramps, or None where the night is not logged."""
    return [
        cramps if logged else None
        for logged, cramps in zip(journal.nights["logged"], journal.nights["cramps"], strict=True)
    ]


def assert_ledger(journal: Journal, truth: dict[str, Any]) -> None:
    nights = [night.date().isoformat() for night in journal.nights.index]
    first = date.fromisoformat(truth["first_night"])
    assert nights == [(first + timedelta(days=i)).isoformat() for i in range(truth["nights"])]
    assert nights[-1] == truth["last_night"]
    assert ledger(journal) == truth["cramps_by_night"]
    assert journal.nights.loc[~journal.nights["logged"], "cramps"].isna().all()


def assert_receipts_add_up(journal: Journal) -> None:
    for receipt in journal.receipts:
        rows = receipt.rows
        assert rows.read == rows.used + rows.duplicate + rows.rejected, receipt.name
        assert rows.repaired <= rows.used, receipt.name


def rows_of(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# The files


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "make_samples.py", folder], check=True, timeout=120)
    return folder


def test_script_makes_every_sample_and_nothing_else(made_again: Path) -> None:
    kept = {path.name for path in SAMPLES.iterdir() if path.suffix in {".csv", ".xlsx", ".json"}}
    assert {path.name for path in made_again.iterdir()} == kept


def test_script_makes_the_same_files_again(made_again: Path) -> None:
    for path in made_again.iterdir():
        if path.suffix == ".xlsx":
            ours, theirs = openpyxl.load_workbook(SAMPLES / path.name), openpyxl.load_workbook(path)
            assert ours.sheetnames == theirs.sheetnames
            for sheet in ours.sheetnames:
                assert list(ours[sheet].values) == list(theirs[sheet].values), path.name
        else:
            assert (SAMPLES / path.name).read_bytes() == path.read_bytes(), path.name


def test_dictionary_has_every_column_and_no_other() -> None:
    text = (SAMPLES / "README.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^### |\Z)", text, re.MULTILINE | re.DOTALL))
    files = [path.name for path in SAMPLES.glob("*.csv") if not path.name.startswith("template_")]
    for name in [*files, "messy.xlsx"]:
        described = re.findall(r"^\| `(.+?)` \| ?(\w*) ?\|", sections[name], re.MULTILINE)
        if name == "messy.xlsx":
            headers = [cell for cell in list(openpyxl.load_workbook(SAMPLES / name).active.values)[3] if cell]
        elif name == "year_added_on_screen.csv":
            lines = list(csv.reader((SAMPLES / name).read_text(encoding="utf-8").splitlines()))
            headers = [cell for title, head in pairwise(lines) if len(title) == 1 for cell in head]
        else:
            headers = list(rows_of(name)[0])
        assert [column for column, _ in described] == headers, name
        fields = {field for _, field in described if field}
        other_tables = {
            "date",
            "time",
            "day",
            "change",
            "dose",
            "unit",
            "reason",
            "test",
            "result",
            "low",
            "high",
        }
        assert fields <= set(dictionary()) | other_tables, name


def test_readme_of_the_samples_counts_as_the_truth_does() -> None:
    text = (SAMPLES / "README.md").read_text(encoding="utf-8")
    year, sparse = TRUTH["year"], TRUTH["six_weeks"]
    assert f"{year['nights']} nights, {year['nights_logged']} of them logged" in text
    assert f"same patient's {year['cramps']} cramps" in text
    assert f"{year['cramps_on_unlogged_nights']} cramps came on them" in text
    assert f"{sparse['nights_logged']} of {sparse['nights']} nights" in text
    assert f"on average brings {year['offspring_per_cramp']} more" in text
    assert sorted(re.findall(r"^\| .+ \| (\d\.\d) \|$", text, re.MULTILINE)) == sorted(
        map(str, year["ratios"].values())
    )


def test_templates_have_the_headers_of_the_samples() -> None:
    samples = {
        "nights": "year.csv",
        "cramps": "cramp_log.csv",
        "medication changes": "year_medication_changes.csv",
        "blood tests": "year_blood_tests.csv",
    }
    book = openpyxl.load_workbook(SAMPLES / "template.xlsx")
    assert book.sheetnames == list(samples)
    for sheet, sample in samples.items():
        with (SAMPLES / sample).open(encoding="utf-8", newline="") as file:
            headers = next(csv.reader(file))
        template = (SAMPLES / f"template_{sheet.replace(' ', '_')}.csv").read_text(encoding="utf-8")
        assert list(csv.reader(template.splitlines())) == [headers]
        assert list(book[sheet].values) == [tuple(headers)]


def test_truth_of_the_year_is_what_the_file_says_read_by_the_csv_module() -> None:
    cells = {row["Night of"]: row["Cramps"] for row in rows_of("year.csv")}
    first = date.fromisoformat(TRUTH["year"]["first_night"])
    nights = [(first + timedelta(days=i)).isoformat() for i in range(365)]
    assert [int(cells[night]) if cells.get(night) else None for night in nights] == TRUTH["year"][
        "cramps_by_night"
    ]
    assert sum(count is None for count in TRUTH["year"]["cramps_by_night"]) == 60
    runs = re.findall(
        "u+", "".join("u" if count is None else "." for count in TRUTH["year"]["cramps_by_night"])
    )
    assert max(map(len, runs)) == 9


def test_cramp_log_holds_the_cramps_of_the_diary() -> None:
    """Noon to noon by hand: twelve hours back, and the date is that of the evening."""
    logged = Counter[str]()
    worst: dict[str, int] = {}
    for row in rows_of("cramp_log.csv"):
        evening = (datetime.fromisoformat(row["Date and time"]) - timedelta(hours=12)).date().isoformat()
        logged[evening] += 1
        worst[evening] = max(worst.get(evening, 0), int(row["Pain (0-10)"]))
    diary = [row for row in rows_of("year.csv") if row["Cramps"] not in {"", "0"}]
    assert logged == {row["Night of"]: int(row["Cramps"]) for row in diary}
    assert worst == {row["Night of"]: int(row["Worst pain (0-10)"]) for row in diary}
    assert all(len(row["Time(s)"].split(", ")) == int(row["Cramps"]) for row in diary)


# How they are read


def test_year_is_read_as_made() -> None:
    journal = read_journal(YEAR_FILES)
    assert_ledger(journal, TRUTH["year"])
    assert_receipts_add_up(journal)
    assert [receipt.kind for receipt in journal.receipts] == [
        "night diary",
        "medication changes",
        "measurements",
    ]
    assert journal.night_rule.dates_mean == "evening"
    assert not journal.unlogged_assumed_cramp_free
    assert [problem for receipt in journal.receipts for problem in receipt.problems] == []
    assert [
        column.header for receipt in journal.receipts for column in receipt.columns if not column.field
    ] == []


def test_every_column_of_the_year_is_taken_for_what_the_dictionary_says() -> None:
    text = (SAMPLES / "README.md").read_text(encoding="utf-8")
    section = text.split("### year.csv")[1].split("###")[0]
    described = dict(re.findall(r"^\| `(.+?)` \| (\w+) \|", section, re.MULTILINE))
    (receipt,) = read_journal([SAMPLES / "year.csv"]).receipts
    assert {column.header: column.field for column in receipt.columns} == described


def test_numbers_of_the_year_are_those_of_the_file() -> None:
    """Every amount cell against the file read by the csv module."""
    journal = read_journal([SAMPLES / "year.csv"])
    columns = {
        "hydration": "Water (mL)",
        "activity": "Walking/activity (min)",
        "caffeine": "Coffee/tea (cups)",
        "alcohol": "Alcohol (drinks)",
        "sleep": "Sleep (h)",
        "fatigue": "Tired next day (0-10)",
        "awake": "Awake (min)",
    }
    for row in rows_of("year.csv"):
        night = journal.nights.loc[row["Night of"]]
        for field, header in columns.items():
            assert (None if pd.isna(night[field]) else night[field]) == (
                float(row[header]) if row[header] else None
            ), header
        for field, header in {"stretching": "Calf stretches", "electroanalgesia": "Electroanalgesia"}.items():
            assert bool(night[field]) == (row[header] == "yes")


def test_changes_and_blood_tests_of_the_year() -> None:
    journal = read_journal(YEAR_FILES)
    changes = [
        [None if pd.isna(cell) else cell for cell in (night.date().isoformat(), *told)]
        for night, *told in journal.changes[["night", "medication", "change", "dose", "unit"]].itertuples(
            index=False
        )
    ]
    assert changes == TRUTH["year"]["changes"]
    assert list(journal.changes["generic"]) == [
        "atorvastatin", "furosemide", "magnesium citrate", *["omeprazole"] * 3,
    ]  # fmt: skip
    low = journal.measurements[journal.measurements["result"] < journal.measurements["low"]]
    assert [(row.date.date().isoformat(), row.test.lower()) for row in low.itertuples()] == [
        ("2025-02-10", "potassium"),
        ("2025-03-31", "magnesium"),
    ]
    assert len(journal.measurements) == len(rows_of("year_blood_tests.csv"))


def test_what_the_sample_on_screen_opens_shows_every_kind() -> None:
    """A taper is one change, what was taken as needed makes none, what was typed stands where it belongs, and
    one column is left to be named. Oracle: the truth, and the two files read by eye."""
    journal = read_journal([SAMPLES / name for name in SAMPLE])
    assert_ledger(journal, TRUTH["year"])
    assert_receipts_add_up(journal)
    assert [night.date().isoformat() for night in journal.intakes["night"]] == TRUTH["year"]["tablets"]
    assert "Paracetamol" not in set(journal.changes["medication"])
    assert [(each.event, each.left_out) for each in journal.events.itertuples()] == [
        ("a cold", False),
        ("holiday by the sea", False),
    ]
    assert "toes numb until the morning" in set(journal.remarks["text"])
    assert words.say_not_used(journal.receipts) == "Not used: column “Meal”. Say what it is."


def test_cramp_log_beside_the_diary_changes_no_count() -> None:
    journal = read_journal([*YEAR_FILES, SAMPLES / "cramp_log.csv"])
    assert_ledger(journal, TRUTH["year"])
    assert len(journal.cramps) == TRUTH["cramp_log"]["rows"]
    assert journal.cramps["onset"].notna().all()


def test_cramp_log_alone_never_says_none_and_the_assumption_is_stated() -> None:
    journal = read_journal([SAMPLES / "cramp_log.csv"])
    assert journal.never_says_none
    assert journal.unlogged_assumed_cramp_free
    assert journal.nights["cramps"].sum() == TRUTH["cramp_log"]["rows"]
    unknown = read_journal([SAMPLES / "cramp_log.csv"], unlogged="unknown")
    assert not unknown.unlogged_assumed_cramp_free
    assert unknown.nights["logged"].sum() == TRUTH["cramp_log"]["nights_with_cramps"]


def test_device_days_widen_nothing() -> None:
    journal = read_journal([*YEAR_FILES, SAMPLES / "device_days.csv"])
    assert_ledger(journal, TRUTH["year"])
    assert len(journal.days["steps"].dropna()) == TRUTH["device_days"]["rows"]
    assert journal.days.index[0].date().isoformat() == TRUTH["device_days"]["first_day"]
    assert journal.days.index[-1].date().isoformat() == TRUTH["device_days"]["last_day"]


def test_six_weeks_were_written_in_the_morning() -> None:
    journal = read_journal([SAMPLES / "six_weeks.csv"])
    assert journal.night_rule.dates_mean == TRUTH["six_weeks"]["dates_mean"]
    assert_ledger(journal, TRUTH["six_weeks"])
    assert_receipts_add_up(journal)
    # Water stays on the day of its date: the 4 glasses of 10 October are not moved to the evening before.
    assert journal.days.loc["2025-10-10", "hydration"] == 1000


def test_messy_sheet_is_read_as_a_careful_human_reads_it() -> None:
    truth = TRUTH["messy"]
    journal = read_journal([SAMPLES / "messy.xlsx"])
    assert_ledger(journal, truth)
    (receipt,) = journal.receipts
    rows = receipt.rows
    assert {
        "read": rows.read,
        "used": rows.used,
        "duplicate": rows.duplicate,
        "rejected": rows.rejected,
    } == truth["rows"]
    assert receipt.date_order == "dmy"
    assert [column.header for column in receipt.columns if column.field is None] == truth["not_mapped"]
    listed = {(problem.row, problem.column, problem.action) for problem in receipt.problems}
    for row, column, action in truth["problems"]:
        assert any((row, action) == (r, a) and column in (c, None) for r, c, a in listed), (
            row,
            column,
            action,
        )
    set_aside = {(row, column) for row, column, action in listed if action == "set_aside"}
    assert set_aside == {(row, column) for row, column, action in truth["problems"] if action == "set_aside"}


@pytest.mark.parametrize("field", ["hydration", "activity"])
def test_amounts_of_the_messy_sheet(field: str) -> None:
    days = read_journal([SAMPLES / "messy.xlsx"]).days[field].dropna()
    read = {day.date().isoformat(): amount for day, amount in days.items()}
    assert read == {night: amount for night, amount in TRUTH["messy"][field].items() if amount is not None}


def test_severities_of_the_messy_sheet() -> None:
    nights = read_journal([SAMPLES / "messy.xlsx"]).nights["severity"].dropna()
    assert {night.date().isoformat(): pain for night, pain in nights.items()} == TRUTH["messy"]["severity"]


@pytest.mark.parametrize("name", [path.name for path in sorted(SAMPLES.glob("template*"))])
def test_template_that_was_not_filled_in_says_so(name: str) -> None:
    with pytest.raises(JournalError) as error:
        read_journal([SAMPLES / name])
    assert str(error.value).strip()
    assert_ledger(read_journal([*YEAR_FILES, SAMPLES / name]), TRUTH["year"])


@pytest.mark.parametrize("name", JOURNALS)
def test_every_sample_is_read_alone(name: str) -> None:
    journal = read_journal([SAMPLES / name])
    assert_receipts_add_up(journal)
    assert journal.nights["logged"].any()


# The README's example


def test_readme_example_is_read_as_the_readme_says() -> None:
    """Ten nights by hand: 4 March does not tell, 6 March has no row; cramps 0 2 1 . 0 . 1 0 1 0."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", text, re.DOTALL)
    assert example.count("\n") == 10
    journal = read_journal([("diary.csv", example.encode())])
    assert ledger(journal) == [0, 2, 1, None, 0, None, 1, 0, 1, 0]
    assert list(journal.nights.index) == list(pd.date_range("2025-03-01", periods=10))
    assert journal.nights["hydration"].fillna(-1).tolist() == [
        1500, 900, 1200, 1500, 1500, -1, 1400, 2000, 1000, 1800,
    ]  # fmt: skip
    assert journal.nights["activity"].fillna(-1).tolist() == [30, 95, 20, 30, 45, -1, 0, 35, 60, 40]
    assert [onset.strftime("%m-%d %H:%M") for onset in journal.cramps["onset"]] == [
        "03-03 02:10", "03-03 04:45", "03-04 03:30", "03-08 05:15", "03-09 23:50",
    ]  # fmt: skip
    (receipt,) = journal.receipts
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (9, 9, 0)


def test_readme_names_files_that_exist() -> None:
    """Oracle: the tree itself; the map of the code names every package of it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", text)
    assert "analysis/measures/METHODS.md" in links
    assert [link for link in links if not (ROOT / link).exists()] == []
    house = text.split("## The code")[1].split("Data runs one way")[0]
    places = re.findall(r"^    (\S+)", house, re.MULTILINE)
    packages = {f"analysis/{path.parent.name}/" for path in (ROOT / "analysis").glob("*/__init__.py")}
    assert packages <= set(places)
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_readme_says_why_each_package_is_there() -> None:
    """Oracle: the packages of pyproject.toml, extras included, each in a row with its reason and licence."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *told["dependencies"],
        *(name for extra in told["optional-dependencies"].values() for name in extra),
    ]
    built = (
        (ROOT / "README.md").read_text(encoding="utf-8").split("## What it is built on")[1].split("## ")[0]
    )
    rows = [
        line.split("|")[1:4] for line in built.splitlines() if line.startswith("| ") and "---" not in line
    ]
    assert all(all(cell.strip() for cell in row) for row in rows)
    named = {name.strip() for first, _, _ in rows for name in re.sub(r"\(.*?\)", "", first).split(",")}
    assert {re.split(r"[<>=\[]", name)[0] for name in wanted} <= named
