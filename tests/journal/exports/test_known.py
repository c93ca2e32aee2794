"""Exports of known apps and devices.

Oracle: the files of tests/data/exports, made for these tests in the exact shape of the real exports, and what
a person reads in them; the clock changes of Europe/Berlin in 2025 (30 March and 26 October) as published.
"""

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis.journal import read_journal
from analysis.journal.exports.known import Converted, Export, recognise, recognise_event_log
from analysis.journal.model import DatesMean
from tests.for_each import for_each

FILES = Path(__file__).parents[2] / "data" / "exports"


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(FILES / name, dtype="str", keep_default_na=False)


def known(name: str) -> tuple[Export, pd.DataFrame]:
    table = read(name)
    export = recognise(list(table.columns))
    assert export is not None
    return export, table


def all_tables(export: Export, table: pd.DataFrame, mapping: Mapping[str, str] | None = None) -> pd.DataFrame:
    """The tables of an export under one another, all cells as text."""
    parts = [part.table for part in export.tables(table, mapping) if len(part.table)]
    return pd.concat(parts).fillna("").astype(str) if parts else pd.DataFrame(index=table.index[:0])


def part(parts: tuple[Converted, ...], kind: str) -> Converted:
    found = [one for one in parts if one.kind == kind]
    assert len(found) == 1
    return found[0]


@for_each(
    ("name", "export", "kind"),
    [
        ("bearable.csv", "Bearable", "event log"),
        ("bearable_formatted.csv", "Bearable", "event log"),
        ("daylio.csv", "Daylio", "event log"),
        ("when_did_i.csv", "When Did I", "event log"),
        ("google_fit.csv", "Google Fit", "device days"),
        ("fitbit_merged.csv", "Fitbit", "device days"),
        ("fitbit_web.csv", "Fitbit", "device days"),
        ("garmin.csv", "Garmin", "device days"),
        ("garmin_german.csv", "Garmin", "device days"),
    ],
)
def test_each_export_is_recognised_by_its_header(name: str, export: str, kind: str) -> None:
    found, _ = known(name)
    assert (found.name, found.kind) == (export, kind)
    assert found.why


@for_each(
    "header",
    [
        "date,cramps,severity,water_ml",
        "Datum,Krämpfe,Stärke,Trinkmenge (ml)",
        "date,time,severity,side,muscle,duration",
        "date,medication,change,dose,unit,reason",
        "date,timestamp,meals,weight,glasses_of_fluid,alcohol_consumed",
        "date,steps",
        "date,test,result,unit,low,high",
        "",
    ],
)
def test_a_diary_is_no_export(header: str) -> None:
    assert recognise(header.split(",")) is None


def test_bearable_names_its_kinds_and_suggests_what_they_are() -> None:
    export, table = known("bearable.csv")
    kinds = export.event_kinds(table)
    assert kinds[0] == "Symptom: Leg cramps"
    assert "Factors: With family" in kinds
    suggested = export.suggest(table)
    assert suggested["Symptom: Leg cramps"] == "cramps"
    assert suggested["Factors: Stretching"] == "stretching"
    assert suggested["Meds/Supplements: Magnesium"] == "medication"
    assert "Symptom: Headache" not in suggested
    assert "Factors: Sedentary" not in suggested  # no hours are given


@pytest.mark.parametrize(
    ("name", "third", "fifth"),
    [
        ("bearable.csv", "3rd Mar 2025", "5th Mar 2025"),
        ("bearable_formatted.csv", "2025-03-03", "2025-03-05"),
    ],
)
def test_bearable_cramps_before_the_morning_belong_to_the_night_before(
    name: str, third: str, fifth: str
) -> None:
    export, table = known(name)
    parts = export.tables(table, export.suggest(table))
    cramps = part(parts, "cramp log").table
    assert cramps["time"].tolist() == ["2025-03-02", f"{third} 23:40", f"{fifth} 4:20"]
    assert cramps["severity"].tolist() == ["Moderate", "Severe", "Unbearable"]
    assert cramps.index.tolist() == [0, 1, 9]
    taken = part(parts, "night diary")
    assert taken.table["medication"].tolist() == ["Magnesium 300 mg; Atorvastatin 20 mg", "Magnesium 300 mg"]
    assert taken.rows == {3: 3, 4: 3, 7: 7}
    assert part(parts, "device days").table["stretching"].tolist() == ["yes", "yes"]


def test_daylio_activities_are_split_and_counted() -> None:
    """Coffee once on 5 March, twice on 4 March; the mapping may say what the suggestion does not. The time of
    an entry is no cramp's: one made at 7:15 is about the night that began on the day before.
    """
    export, table = known("daylio.csv")
    assert set(export.event_kinds(table)) == {"leg cramp", "tired", "coffee", "walk"}
    parts = export.tables(table, {"leg cramp": "cramps", "coffee": "caffeine"})
    assert part(parts, "cramp log").table["time"].tolist() == ["2025-03-04", "2025-03-03"]
    days = part(parts, "device days").table
    assert dict(zip(days["date"], days["caffeine"], strict=True)) == {"2025-03-05": "1", "2025-03-04": "2"}


def test_daylio_of_older_versions_has_the_year_in_a_column_of_its_own() -> None:
    """The same entries as in daylio.csv, in the shape of 2018: year, date without one, and no note title."""
    table = read("daylio.csv").drop(columns=["full_date", "note_title"])
    table.insert(0, "year", "2025")
    export = recognise(list(table.columns))
    assert export is not None
    assert export.name == "Daylio"
    times = part(export.tables(table, {"leg cramp": "cramps"}), "cramp log").table["time"]
    assert times.tolist() == ["2025-03-04", "March 3 2025"]


def test_when_did_i_turns_utc_into_the_wall_clock_of_its_zone() -> None:
    """00:40 UTC on 30 March is 01:40; 01:10 UTC is 03:10 after the change.

    In autumn 00:30 and 01:30 UTC are both 02:30, an hour apart: they stay two cramps.
    03:30 UTC on 1 July is 23:30 of 30 June in New York.
    """
    export, table = known("when_did_i.csv")
    parts = export.tables(table, {"Leg cramp": "cramps", "Magnesium": "medication", "Coffee": "caffeine"})
    times = part(parts, "cramp log").table["time"].tolist()
    assert times[:2] == ["2025-03-30 01:40:00", "2025-03-30 03:10:00"]
    assert [time[:16] for time in times[2:]] == ["2025-10-26 02:30", "2025-10-26 02:30"]
    assert len(set(times)) == 4
    assert part(parts, "night diary").table["date"].tolist() == ["2025-03-29"]
    assert part(parts, "device days").table["date"].tolist() == ["2025-06-30"]


def test_an_event_log_of_any_app_maps_its_kinds() -> None:
    """500 + 750 mL on 1 March, one after another where units differ: they are added when the cell is read."""
    table = read("event_log.csv")
    assert recognise(list(table.columns)) is None
    export = recognise_event_log(table)
    assert export is not None
    mapping = export.suggest(table)
    assert mapping == {
        "Cramp": "cramps",
        "Water": "hydration",
        "Stretching": "stretching",
        "Started ramipril": "start",
    }
    parts = export.tables(table, mapping)
    assert part(parts, "cramp log").table["time"].tolist() == ["2025-03-01 03:10", "2025-03-03 02:45"]
    changes = part(parts, "medication changes").table
    assert changes.to_dict("records") == [
        {"date": "2025-03-03 20:00", "medication": "ramipril", "change": "start", "dose": "5", "unit": "mg"}
    ]
    days = part(parts, "device days").table
    water = dict(zip(days["date"].str[:10], days["hydration"], strict=True))
    assert water == {"2025-03-01": "1250 mL", "2025-03-02": "2 cups", "2025-03-04": "1 L"}


def test_an_event_without_an_amount_invents_none() -> None:
    """A "sitting" event says nothing of hours; "Glass of water" is its own amount; a coffee is one drink."""
    log = "timestamp,event\n" + "2025-03-01 10:00,{}\n2025-03-02 10:00,{}\n2025-03-03 10:00,Cramp\n" * 2
    table = pd.read_csv(io.StringIO(log.format(*["Sitting", "Glass of water"] * 2)), dtype="str")
    export = recognise_event_log(table)
    assert export is not None
    days = part(
        export.tables(table, {"Sitting": "sitting", "Glass of water": "hydration"}), "device days"
    ).table
    assert "sitting" not in days.columns
    assert days["hydration"].tolist()[-1].split() == ["2", "glass"]


@pytest.mark.parametrize(
    "table",
    [
        "date,type,cramps\n2025-03-01,calf,1\n2025-03-02,foot,0\n2025-03-03,calf,1\n2025-03-04,calf,2\n",
        "date,event\n2025-03-01,went to town\n2025-03-02,saw Ann\n2025-03-03,rain\n2025-03-04,sun\n",
        "date,type\n2025-03-01,1\n2025-03-02,2\n2025-03-03,1\n2025-03-04,2\n",
        "event,category\na,b\na,b\na,c\na,c\n",
    ],
)
def test_a_table_without_kinds_is_no_event_log(table: str) -> None:
    """A count of cramps beside it, kinds that never come again, numbers, and no date."""
    assert recognise_event_log(pd.read_csv(io.StringIO(table), dtype="str")) is None


def test_an_unmapped_event_log_gives_no_rows() -> None:
    export, table = known("daylio.csv")
    assert export.tables(table, {}) == ()
    assert len(all_tables(export, table, {})) == 0


DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2025-01-08,January 8,Wednesday,07:10,good,leg cramp | walk,,\n"
    "2025-01-05,January 5,Sunday,22:00,good,leg cramp,,\n2025-01-04,January 4,Saturday,21:00,good,walk,,\n"
)
BEARABLE = (
    '"date formatted","weekday","time of day","category","rating/amount","detail","notes"\n'
    '"8th Jan 2025","Wednesday","am","Symptom","","Leg cramps (Mild)",""\n'
    '"5th Jan 2025","Sunday","pm","Symptom","","Leg cramps (Severe)",""\n'
)


@pytest.mark.parametrize("content", [DAYLIO, BEARABLE])
@pytest.mark.parametrize(("dates_mean", "nights"), [(None, [5, 7]), ("evening", [5, 7]), ("morning", [4, 7])])
def test_an_entry_of_the_morning_is_moved_to_the_evening_before_once(
    content: str, dates_mean: DatesMean | None, nights: list[int]
) -> None:
    """By hand: what was entered in the morning of 8 January was in the night of the 7th under either rule;
    the entry of the evening of the 5th is of that night, or of the one before where dates mean the morning.
    """
    journal = read_journal([("app.csv", content.encode())], dates_mean=dates_mean, today=date(2025, 2, 1))
    assert list(journal.cramps["night"].dt.day) == nights
