"""Days and sessions of Google Fit, Fitbit and Garmin. Oracle: sums by hand from the rows of the files."""

import pytest

from analysis.journal.exports.known import recognise
from tests.journal.exports.test_known import all_tables, known, read


def test_garmin_is_recognised_in_a_language_nobody_listed() -> None:
    """By the shape: the order of the first columns, and the brand names that Garmin does not translate."""
    headers = (
        "Aktivitetstyyppi,Päivä,Suosikki,Nimi,Matka,Kalorit,Aika,Syke,Maks,Rytmi,Nousu,Training Stress Score®"
    )
    found = recognise(headers.split(","))
    assert found is not None
    assert found.name == "Garmin"


def test_google_fit_days_are_move_minutes_and_steps_and_blanks_stay_blank() -> None:
    export, table = known("google_fit.csv")
    assert all_tables(export, table).to_dict("list") == {
        "date": ["2025-03-01", "2025-03-02", "2025-03-03"],
        "activity": ["41", "", "0"],
        "steps": ["4321", "", "15"],
    }


def test_google_fit_without_move_minutes_adds_up_the_durations() -> None:
    """2,460,000 ms of walking are 41 min; the inactive duration is no activity."""
    table = read("google_fit.csv").drop(columns="Move Minutes count")
    export = recognise(list(table.columns))
    assert export is not None
    assert all_tables(export, table)["activity"].tolist() == ["41", "", ""]


def test_fitbit_days_are_very_and_fairly_active_minutes_and_keep_the_person() -> None:
    """21 + 14 = 35 min. A day of 0 steps was a day without the device: blank, and listed."""
    export, table = known("fitbit_merged.csv")
    converted = export.tables(table)[0]
    assert converted.table.to_dict("list") == {
        "Id": ["1000000001"] * 3,
        "date": ["3/1/2025", "3/2/2025", "3/13/2025"],
        "activity": ["35", "", "0"],
        "steps": ["8123", "", "412"],
    }
    assert [(row, header) for row, header, _ in converted.set_aside] == [(1, "TotalSteps")]
    assert converted.columns["activity"] == ("VeryActiveMinutes", "FairlyActiveMinutes")


def test_fitbit_from_the_web_site_has_thousands_marks() -> None:
    export, table = known("fitbit_web.csv")
    days = all_tables(export, table)
    assert days["steps"].tolist() == ["8123", ""]
    assert days["activity"].tolist() == ["35", ""]


def test_garmin_sessions_of_a_day_add_up_and_days_without_one_do_not_appear() -> None:
    """31:05 + 25:00 = 56 min 5 s; 1:02:30 = 62.5 min. A session's steps are never the day's."""
    export, table = known("garmin.csv")
    converted = export.tables(table)[0]
    assert converted.table["date"].tolist() == ["2025-03-01", "2025-03-03"]
    assert [float(cell) for cell in converted.table["activity"]] == pytest.approx([56 + 5 / 60, 62.5])
    assert "steps" not in converted.table
    assert converted.rows == {0: 0, 1: 0, 2: 2}


def test_garmin_in_german_is_read_by_the_shape_of_its_columns() -> None:
    export, table = known("garmin_german.csv")
    days = all_tables(export, table)
    assert days["date"].tolist() == ["2025-03-01", "2025-03-02"]
    assert [float(cell) for cell in days["activity"]] == pytest.approx([31 + 5 / 60, 70])
    assert "steps" not in days
