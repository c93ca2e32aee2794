"""Known exports of devices. Oracle: each file read by hand; totals, sums and nights stand in the tests."""

import io
from pathlib import Path

import openpyxl
import pytest

from analysis.journal import Journal, JournalError, dictionary, read_journal
from analysis.journal.columns import names_cramps
from analysis.journal.exports.device_tables import Device, devices, plain_heading
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
SAMSUNG = "com.samsung.shealth.{},6304005,7\n"


def read(text: str, name: str, **how: object) -> Journal:
    journal = read_journal([DIARY, (name, text.encode("utf-8-sig"))], **how)  # type: ignore[arg-type]
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    return journal


def days(journal: Journal, field: str) -> dict[str, float]:
    return {f"{day:%m-%d}": round(float(value), 2) for day, value in journal.days[field].dropna().items()}


def test_samsung_days_are_those_of_day_time_and_the_last_upload_counts() -> None:
    text = (
        SAMSUNG.format("tracker.pedometer_day_summary")
        + "create_time,day_time,step_count,update_time,run_step_count,\n"
        "2025-03-02 00:05:00.000,2025-03-01 00:00:00.000,5400,2025-03-02 08:10:00.000,10,\n"
        "2025-03-02 00:05:00.000,2025-03-01 00:00:00.000,5100,2025-03-01 23:10:00.000,10,\n"
        "2025-03-03 00:05:00.000,2025-03-02 00:00:00.000,6100,2025-03-03 07:55:00.000,10,\n"
    )
    found = read(text, "com.samsung.shealth.tracker.pedometer_day_summary.20250401.csv")
    assert days(found, "steps") == {"03-01": 5400, "03-02": 6100}


@pytest.mark.parametrize(
    ("sources", "steps"), [(((0, 900), (1, 700), (-2, 1100)), 1100), (((0, 900), (1, 700)), 900)]
)
def test_samsung_takes_the_row_of_all_sources_or_the_largest_never_the_sum(
    sources: tuple[tuple[int, int], ...], steps: float
) -> None:
    """1740787200000 ms is the midnight of 1 March 2025 in UTC."""
    text = SAMSUNG.format("step_daily_trend") + "day_time,count,source_type,calorie,\n"
    text += "".join(f"1740787200000,{count},{source},1.0,\n" for source, count in sources)
    assert days(read(text, "step_daily_trend.csv"), "steps") == {"03-01": steps}


def test_samsung_steps_with_prefixed_headings_are_steps_and_no_cramps() -> None:
    head = ",".join(
        f"com.samsung.health.step_count.{name}" for name in ("start_time", "count", "time_offset", "speed")
    )
    text = (
        f"com.samsung.health.step_count,6304005,7\n{head},custom,\n"
        "2025-03-01 09:11:00.000,22,UTC+0100,1.1,,\n2025-03-01 09:29:00.000,41,UTC+0100,1.1,,\n"
        "2025-03-02 10:29:00.000,35,UTC+0100,1.1,,\n"
    )
    assert days(read(text, "steps.csv"), "steps") == {"03-01": 63, "03-02": 35}


STRAVA_ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Gear,Filename,Elapsed Time,Moving Time,Distance,"
    "Total Grit\n"
)
STRAVA_GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,"
    "Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Ausrüstung,Dateiname,Verstrichene Zeit,"
    "Bewegungszeit,Distanz,Total Grit\n"
)


@pytest.mark.parametrize("header", [STRAVA_ENGLISH, STRAVA_GERMAN])
@pytest.mark.parametrize(
    "dates",
    [
        ('"Mar 1, 2025, 7:02:11 AM"', '"Mar 1, 2025, 6:00:00 PM"'),
        ('"01.03.2025, 07:02:11"', "01.03.2025 18:00:00"),
    ],
)
def test_strava_sessions_are_their_elapsed_seconds(header: str, dates: tuple[str, str]) -> None:
    """1860 s and 600 s of one day are 41 min."""
    rows = "".join(
        f"{at},{day},Run,Run,,{seconds},5.10,150,20,false,,a.gpx,{seconds},{seconds},5100,\n"
        for at, (day, seconds) in enumerate(zip(dates, (1860, 600), strict=True))
    )
    assert days(read(header + rows, "activities.csv"), "activity") == {"03-01": 41}


@for_each(
    ("id_of", "date", "elapsed"),
    [
        ("Activity ID", "Activity Date", "Elapsed Time"),
        ("Aktivitäts-ID", "Aktivitätsdatum", "Verstrichene Zeit"),
        ("ID de l'activité", "Date de l'activité", "Temps écoulé"),
        ("ID de actividad", "Fecha de la actividad", "Tiempo transcurrido"),
    ],
)  # fmt: skip
@for_each("before", [["Distance"], ["Name", "Type", "Distance", "Max HR"], []])
def test_strava_is_read_by_its_headings_wherever_they_stand(
    id_of: str, date: str, elapsed: str, before: list[str]
) -> None:
    """Oracle: 1860 s are 31 min; the distance that stands in another place is none."""
    header = [id_of, date, *before, elapsed, "Filename", "Total Grit"]
    row = ["1", "2025-03-01 18:02:11", *["5.10"] * len(before), "1860", "a.gpx", "7"]
    journal = read(",".join(header) + "\n" + ",".join(row) + "\n", "activities.csv")
    assert days(journal, "activity") == {"03-01": 31}


def test_a_distance_in_the_place_of_a_time_is_no_activity() -> None:
    """In a language whose word for the time is not listed, the place counts only for seconds."""
    header = "ID,Data,Nazwa,Rodzaj,Czas,Dystans,Nazwa pliku\n"
    journal = read(header + "1,2025-03-01 18:02:11,Bieg,Bieg,1860,5.10,a.gpx\n", "activities.csv")
    assert "activity" not in journal.days


@pytest.mark.parametrize(("goal", "taken"), [((7498, 14769, 3030), True), ((12, 9, 14), False)])
def test_garmins_own_report_has_no_first_heading(goal: tuple[int, ...], taken: bool) -> None:
    text = ",Actual,Goal\n" + "".join(f"3/{13 + at}/2025,{steps},10000\n" for at, steps in enumerate(goal))
    if not taken:
        journal = read(text, "Floors.csv")
        assert "steps" not in journal.days
        return
    assert days(read(text, "Steps.csv"), "steps") == {"03-13": 7498, "03-14": 14769, "03-15": 3030}


def test_withings_days_and_sleep() -> None:
    """Light, deep and REM are 4, 2 and 1 h; what it took to fall asleep is no sleep. Begun after midnight."""
    steps = read("date,value\n2025-03-01,4000\n2025-03-02,5000\n", "aggregates_steps.csv")
    assert days(steps, "steps") == {"03-01": 4000, "03-02": 5000}
    sleep = (
        "von,bis,leicht (s),tief (s),REM (s),wach (s),Aufwachen,Dauer bis zum Einschlafen (s)\n"
        "2025-03-02T00:26:00+01:00,2025-03-02T07:50:00+01:00,14400,7200,3600,600,1,1200\n"
    )
    found = read(sleep, "sleep.csv")
    assert {f"{night:%m-%d}": hours for night, hours in found.nights["sleep"].dropna().items()} == {
        "03-01": 7
    }


def test_withings_sessions_are_as_long_as_from_their_beginning_to_their_end() -> None:
    text = (
        "from,to,from (manual),to (manual),Timezone,Activity type,Data,GPS,Modified\n"
        "2025-03-01T10:00:00+01:00,2025-03-01T10:45:00+01:00,,,Europe/Berlin,Walking,{},,x\n"
    )
    assert days(read(text, "activities.csv"), "activity") == {"03-01": 45}


def test_oura_days() -> None:
    text = "day;steps;high_activity_time;medium_activity_time;score;non_wear_time;timestamp\n"
    text += "2025-03-01;8000;600;1200;88;0;2025-03-01T04:00:00\n"
    found = read(text, "dailyactivity.csv")
    assert (days(found, "steps"), days(found, "activity")) == ({"03-01": 8000}, {"03-01": 30})


def test_minutes_of_steps_add_up_and_the_missing_zone_is_said() -> None:
    text = "timestamp,steps,data source\n" + "".join(
        f"2025-03-0{day}T{hour:02d}:{minute:02d}:00Z,{day},Watch\n"
        for day in (1, 2) for hour in range(8, 12) for minute in range(60)
    )  # fmt: skip
    found = read(text, "steps_2025-03-01.csv")
    assert days(found, "steps") == {"03-01": 240, "03-02": 480}
    assert any("zone" in problem.problem for problem in found.receipts[1].problems)


def test_sleep_cycle_steps_of_zero_are_not_measured() -> None:
    text = (
        "Start,End,Time asleep (seconds),Steps\n2025-03-02 00:26:06,2025-03-02 07:30:29,25200,0\n"
        "2025-03-02 23:05:46,2025-03-03 07:27:54,28800,6200\n"
    )
    found = read(text, "sleepdata.csv")
    assert days(found, "steps") == {"03-02": 6200}


def test_sessions_never_replace_the_days_total_in_either_order() -> None:
    """Garmin's run has 4800 steps and 31 min; the day had 12,000 and 75. The 800 steps of a walk are no day's
    steps where nothing tells the day's.
    """
    runs = (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,"
        "Training Stress Score®,Steps\n"
        "Running,2025-03-01 18:00:00,false,Run,5.0,300,31:00,150,170,2.5,0.0,4800\n"
        "Walking,2025-03-02 12:00:00,false,Walk,0.6,40,7:53.4,100,110,0.5,0.0,800\n"
    )
    totals = "Date,Steps,Active minutes\n2025-03-01,12000,75\n"
    files = [("Activities.csv", runs.encode()), ("totals.csv", totals.encode())]
    for order in (files, files[::-1]):
        journal = read_journal([DIARY, *order])
        assert days(journal, "steps") == {"03-01": 12000}
        assert days(journal, "activity") == {"03-01": 75, "03-02": 7.89}


HABITS = "Date,Leg cramps,Stretching,Walk,Water,\n"


@pytest.mark.parametrize(
    "codes", [("2", "0", "1", "3", "-1"), ("YES_MANUAL", "NO", "YES_AUTO", "SKIP", "UNKNOWN")]
)
def test_a_ticked_habit_is_one_cramp_and_no_amount(codes: tuple[str, ...]) -> None:
    """By hand: yes, no, yes, and two days that say nothing."""
    rows = "".join(f"2025-03-0{5 - at},{code},{code},{code},{code},\n" for at, code in enumerate(codes))
    journal = read_journal([("Checkmarks.csv", (HABITS + rows).encode())])
    ledger = {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}
    assert ledger == {"03-05": 1, "03-04": 0, "03-03": 1}
    assert days(journal, "stretching") == {"03-05": 1, "03-04": 0, "03-03": 1}
    assert not {"activity", "hydration"} & set(journal.days)
    mapped = read_journal([("Checkmarks.csv", (HABITS + rows).encode())], mapping={"Water": "own"})
    assert days(mapped, "water") == {"03-05": 1, "03-04": 0, "03-03": 1}


def test_a_measured_habit_is_a_thousandth_of_its_number() -> None:
    rows = "2025-03-02,2,1500000\n2025-03-01,0,2250000\n2025-02-28,-1,-1\n"
    journal = read_journal([("Checkmarks.csv", f"Date,Leg cramps,Water (mL)\n{rows}".encode())])
    assert days(journal, "hydration") == {"03-02": 1500, "03-01": 2250}


def test_a_diary_with_small_numbers_is_no_list_of_habits() -> None:
    journal = read_journal(
        [("a.csv", b"Date,Leg cramps,Stretching\n2025-03-01,2,1\n2025-03-02,0,0\n2025-03-03,3,1\n")]
    )
    assert journal.nights["cramps"].tolist() == [2, 0, 3]


def test_the_same_saved_as_a_workbook() -> None:
    book = openpyxl.Workbook()
    for row in ([None, "Actual", "Goal"], ["3/13/2025", 7498, 10000], ["3/14/2025", 14769, 10000]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    journal = read_journal([DIARY, ("Steps.xlsx", content.getvalue())])
    assert days(journal, "steps") == {"03-13": 7498, "03-14": 14769}


@pytest.mark.parametrize("name", ["activities.csv", "steps.csv"])
def test_no_device_alone_gives_a_ledger(name: str) -> None:
    try:
        journal = read_journal([(name, b"timestamp,steps,data source\n2025-03-01T08:00:00Z,40,Watch\n")])
    except JournalError:
        return
    assert not len(journal.nights)


HABIT = "2025-03-03,2\n2025-03-02,0\n2025-03-01,-1\n2025-02-28,2\n"


def counts_of(name: str, text: str, **how: object) -> list[float | None]:
    journal = read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]
    return [None if count != count else count for count in journal.nights["cramps"].tolist()]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Leg cramps Checkmarks.csv", HABIT),
        ("001 Leg cramps.csv", HABIT),
        ("cramps.csv", "2025-03-03,YES_MANUAL,\n2025-03-02,NO,\n2025-03-01,SKIP,bad\n2025-02-28,YES_AUTO,\n"),
    ],
)
def test_a_single_habit_without_a_header_is_named_by_its_file(name: str, text: str) -> None:
    """By hand: 2 is a yes, 0 a no, -1 and a skip say nothing."""
    assert counts_of(name, text) == [1, None, 0, 1]


def test_a_habit_of_another_name_counts_cramps_only_when_somebody_says_so() -> None:
    with pytest.raises(JournalError):
        counts_of("Checkmarks.csv", HABIT)
    assert counts_of("Checkmarks.csv", HABIT, mapping={"Checkmarks": "cramps"}) == [1, None, 0, 1]


def test_a_table_without_a_header_is_no_habit() -> None:
    """2 may be a yes or two cramps: it is not guessed."""
    with pytest.raises(JournalError):
        counts_of("cramps.csv", "2025-03-03,2\n2025-03-02,0\n")


def headings_of(device: Device) -> list[str]:
    """Every plain name of a heading that a line names."""
    columns = [told.partition("@")[0] for _, told in device.fields]
    told = [*device.all, *device.any_of, device.day, device.until, device.zone, *columns]
    names = [name for one in told for part in one.split("+") for name in part.split("|")]
    return [name for name in names if name and not name.startswith("#")]


@pytest.mark.parametrize("device", devices(), ids=lambda device: f"{device.name}: {device.all}")
def test_a_line_names_headings_as_they_are_compared(device: Device) -> None:
    """Oracle: the plain form of the headings of a file; a capital letter in a line would never be met."""
    assert headings_of(device)
    assert [name for name in headings_of(device) if name != plain_heading(name)] == []


def test_a_line_tells_of_the_day_and_of_sleep_and_never_of_cramps() -> None:
    """Oracle: a device counts no cramps. A file with a heading about cramps is a diary, whoever wrote it, and
    would never be read by its line.
    """
    may_tell = {name for name, field in dictionary().items() if field.is_exposure} | {"sleep"}
    told = {(device.name, field) for device in devices() for field, _ in device.fields}
    others = sorted((name, field) for name, field in told if field not in may_tell)
    assert others == [], "no exposure: where it is about cramps, give its heading to the field in fields.csv"
    cramps = [(one.name, name) for one in devices() for name in headings_of(one) if names_cramps(name)]
    assert cramps == [], "a file with such a heading is read as a diary: fields.csv, not this line"


def test_the_readme_names_every_device() -> None:
    """Oracle: the list of what is recognised, which a person reads before they export anything."""
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    listed = " ".join(readme.partition("Exports of ")[2].partition("are recognised")[0].split())
    names = {device.name.removesuffix(" report") for device in devices() if not device.general}
    assert sorted(name for name in names if name not in listed) == []
