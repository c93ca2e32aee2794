"""Files of UTC moments. Oracle: the days worked out by hand; Berlin is one hour ahead in winter and two in
summer, Los Angeles seven behind in summer.
"""

from datetime import date

import pytest

from analysis.journal import WHICH_ZONE, Journal, check_mapping, read_journal
from analysis.journal.tables.minutes import add_up_minutes
from tests.for_each import for_each

NAME = "steps_2026-03-01.csv"
STEPS = (
    "timestamp,steps,data source\n2026-03-01T22:30:00Z,12,Pixel\n2026-03-01T23:30:00Z,20,Pixel\n"
    "2026-03-02T10:00:00Z,5,Pixel\n"
)


def read(**how: object) -> Journal:
    return read_journal([(NAME, STEPS.encode())], **how)  # type: ignore[arg-type]


def test_the_zone_is_asked_and_the_answer_moves_the_days() -> None:
    asked = read()
    assert asked.days["steps"].tolist() == [32, 5]
    assert [problem.column for problem in asked.receipts[0].problems if problem.code == WHICH_ZONE] == [
        "timestamp"
    ]
    told = read(mapping={f"zone:{NAME}": "Europe/Berlin"})
    assert told.days["steps"].tolist() == [12, 25]
    assert not any(problem.code == WHICH_ZONE for problem in told.receipts[0].problems)


def test_a_zone_that_is_none_is_said() -> None:
    check_mapping({"zone:a.csv": "Europe/London"})
    with pytest.raises(ValueError, match="Europe/London"):
        check_mapping({"zone:a.csv": "Middle/Earth"})


def test_a_file_of_minutes_is_added_up_in_the_zone_that_was_named() -> None:
    """By hand: 1,440 minutes of 0 and 2 steps in turn from midnight UTC in summer;
    Berlin's day has the first 22 hours."""
    lines = [["timestamp", "steps"]]
    lines += [[f"2026-07-01T{at // 60:02d}:{at % 60:02d}:00Z", str(at % 2 * 2)] for at in range(1440)]
    found = add_up_minutes(lines, "Europe/Berlin")
    assert found is not None
    assert found.records[1:] == [["2026-07-01", "1320"], ["2026-07-02", "120"]]
    plain = add_up_minutes(lines)
    assert plain is not None
    assert plain.records[1:] == [["2026-07-01", "1440"]]


def ledger(text: str, **how: object) -> tuple[list[str], list[str]]:
    """The onsets of all cramps, and the nights that have one."""
    journal = read_journal([("leg cramps.csv", text.encode())], today=date(2026, 11, 26), **how)  # type: ignore[arg-type]
    nights = journal.nights.index[(journal.nights["cramps"] > 0).fillna(False)]
    return [f"{onset:%m-%d %H:%M}" for onset in journal.cramps["onset"]], [f"{day:%m-%d}" for day in nights]


@pytest.mark.parametrize(
    ("header", "zone"),
    [
        ("UTC Time,Time Zone,Side", "America/Los_Angeles"),
        ("Time (UTC),Time Zone,Side", "PDT"),
        ("UTC time,TZ,Side", "PDT"),
        ("time_utc,timezone,Side", "UTC-7"),
        ("Time (UTC),Time Zone,Event", "America/Los_Angeles"),
    ],
)
def test_times_of_utc_are_read_in_the_zone_of_their_row(header: str, zone: str) -> None:
    """By hand: 19:30 UTC is 12:30, of the night of 1 April; 10:30 is 03:30, of that of 4 April."""
    last = "Leg cramp" if header.endswith("Event") else "left"
    rows = [f"2025-04-01 19:30:00,{zone},{last}", f"2025-04-05 10:30:00,{zone},{last}"]
    assert ledger("\n".join([header, *rows])) == (["04-01 12:30", "04-05 03:30"], ["04-01", "04-04"])


@pytest.mark.parametrize("last", ["Side,left", "Event,Leg cramp"])
def test_moments_with_a_z_are_read_in_the_zone_of_their_row(last: str) -> None:
    """By hand: 11:30 UTC is 12:30 in Paris, of the night of 1 March; nothing says that no zone is given."""
    name, cell = last.split(",")
    text = f"Time,Time zone,{name}\n2025-03-01T11:30:00Z,Europe/Paris,{cell}\n"
    assert ledger(text) == (["03-01 12:30"], ["03-01"])
    journal = read_journal([("leg cramps.csv", text.encode())])
    assert not any("no zone is given" in problem.problem for problem in journal.receipts[0].problems)


def test_a_row_without_its_zone_is_said_and_local_times_stay() -> None:
    """By hand: the first is in its zone, the second has none, the third is of the clock on the wall."""
    text = "Time (UTC),Time zone,Side\n2025-04-01 19:30,PDT,left\n2025-04-05 10:30,,left\n"
    assert ledger(text)[0] == ["04-01 12:30", "04-05 10:30"]
    journal = read_journal([("leg cramps.csv", text.encode())])
    said = [(problem.row, "no zone is given" in problem.problem) for problem in journal.receipts[0].problems]
    assert (3, True) in said
    assert ledger("Time,Time zone,Side\n2025-04-01 19:30,America/Los_Angeles,left\n")[0] == ["04-01 19:30"]


def test_the_order_of_day_and_month_stays_open_in_another_zone() -> None:
    """By hand: 1 and 5 April or 4 January and 4 May; 7 hours earlier in Los Angeles, in winter 8."""
    rows = [f"{moment},America/Los_Angeles,left" for moment in ("04/01/2025 19:30", "04/05/2025 10:30")]
    text = "\n".join(["Time (UTC),TZ,Side", *rows])
    assert ledger(text)[0] == ["04-01 12:30", "04-05 03:30"]
    assert ledger(text, date_order="dmy")[0] == ["01-04 11:30", "05-04 03:30"]
    assert read_journal([("leg cramps.csv", text.encode())]).receipts[0].date_order_open


@for_each("zone", ["PDT", "PST", "EDT", "CST", "MST", "AKDT", "HST", "CET", "CEST"])
def test_the_name_of_the_local_clock_beside_a_time_leaves_it_as_it_stands(zone: str) -> None:
    """By hand: as written."""
    assert ledger(f"Time,Side\n2025-07-03 12:10 {zone},left\n") == (["07-03 12:10"], ["07-03"])
    assert ledger(f"Date,Time,Side\n2025-07-03,12:10 {zone},left\n") == (["07-03 12:10"], ["07-03"])


@for_each(
    ("header", "summer", "winter"),
    [
        ("Offset", "+02:00", "+01:00"),
        ("UTC offset", "UTC+2", "UTC+1"),
        ("DST", "yes", "no"),
        ("Summer time", "1", "0"),
        ("Sommerzeit", "ja", "nein"),
        ("Heure d'été", "oui", "non"),
        ("Ora legale", "sì", "no"),
        ("Zone", "CEST", "CET"),
    ],
)
def test_half_past_two_comes_twice_where_a_column_tells_the_hours_apart(
    header: str, summer: str, winter: str
) -> None:
    """In the night of 25 October 2025 two cramps, an hour apart; the same row again is one of them."""
    for flags, cramps in (((summer, winter), 2), ((winter, winter), 1)):
        rows = "".join(f"2025-10-26,02:30,{flag},5\n" for flag in flags)
        journal = read_journal([("leg cramps.csv", f"Date,Time,{header},Pain\n{rows}".encode())])
        assert journal.nights["cramps"].tolist() == [cramps]
        assert journal.receipts[0].rows.duplicate == 2 - cramps


def test_a_flag_of_the_summers_hour_is_no_zone_of_utc_moments() -> None:
    """The zone stays asked for, and its answer moves the moments: 00:30 UTC is 02:30 in Berlin's summer."""
    text = "Time of cramp,DST,Pain\n2025-07-02T00:30:00Z,yes,5\n2025-07-05T01:10:00Z,yes,4\n"
    asked = read_journal([("cramps.csv", text.encode())])
    assert any(problem.code == WHICH_ZONE for problem in asked.receipts[0].problems)
    told = read_journal([("cramps.csv", text.encode())], mapping={"zone:cramps.csv": "Europe/Berlin"})
    assert [f"{onset:%H:%M}" for onset in told.cramps["onset"]] == ["02:30", "03:10"]
