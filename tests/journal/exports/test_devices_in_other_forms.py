"""Exports of devices opened in a spreadsheet, in other languages and of other versions. Oracle: each file
read by hand; the days, minutes and hours stand beside it.
"""

import pytest

from analysis.journal import read_journal

from .test_device_tables import days, read
from .test_more_devices import nights

SAMSUNG = "com.samsung.health.step_count\ntime_offset,end_time,start_time,count,calorie,distance\n"
STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Filename\n"


def test_moments_of_a_spreadsheet_are_read_in_the_order_of_all_of_them() -> None:
    """The 25th of April tells that 03/04 is the third of April, also in the moments of UTC."""
    text = SAMSUNG + "".join(
        f"0,{day} 09:12,{day} 09:11,{count},0.9,18.2\n"
        for day, count in (("03/04/2025", 22), ("04/04/2025", 41), ("25/04/2025", 7))
    )
    found = read(text, "step_count.csv")
    assert days(found, "steps") == {"04-03": 22, "04-04": 41, "04-25": 7}
    assert found.receipts[1].date_order == "dmy"


@pytest.mark.parametrize(("order", "day"), [("dmy", "04-03"), ("mdy", "03-04")])
@pytest.mark.parametrize(
    ("text", "field", "amount"),
    [
        (SAMSUNG + "0,03/04/2025 09:12,03/04/2025 09:11,22,0.9,18.2\n", "steps", 22),
        (STRAVA + "1,03/04/2025 18:00:00,Run,Run,,1860,a.gpx\n", "activity", 31),
    ],
    ids=["UTC", "wall clock"],
)
def test_the_chosen_order_of_day_and_month_reaches_timed_device_files(
    text: str, field: str, amount: float, order: str, day: str
) -> None:
    assert days(read(text, "export.csv", date_order=order), field) == {day: amount}


def test_an_open_order_is_said() -> None:
    receipt = read(STRAVA + "1,03/04/2025 18:00:00,Run,Run,,1860,a.gpx\n", "export.csv").receipts[1]
    assert receipt.date_order_open
    said = [p.problem for p in receipt.problems if "could not be told apart" in p.problem]
    assert said == ["day and month could not be told apart; read as day/month, month/day is possible too"]


def test_a_chosen_order_does_not_break_a_file_whose_dates_have_the_other() -> None:
    """A British diary, whose order is chosen, beside an American list of runs that leaves no doubt."""
    diary = ("diary.csv", b"Night of,Cramps\n03/04/2025,0\n04/04/2025,2\n")
    runs = STRAVA + "".join(f"{n},03/{n}/2025 18:00:00,Run,Run,,1860,a\n" for n in (11, 13, 14, 25))
    steps = "Date,Steps\n" + "".join(f"03/{n}/2025,{n}00\n" for n in (11, 13, 14, 25))
    found = read_journal(
        [diary, ("runs.csv", runs.encode()), ("steps.csv", steps.encode())], date_order="dmy"
    )
    assert found.nights["cramps"].dropna().to_dict() == {
        found.nights.index[0]: 0.0,
        found.nights.index[-1]: 2.0,
    }
    assert f"{found.nights.index[0]:%m-%d}" == "04-03"
    assert days(found, "activity") == {"03-11": 31, "03-13": 31, "03-14": 31, "03-25": 31}
    assert days(found, "steps") == {"03-11": 1100, "03-13": 1300, "03-14": 1400, "03-25": 2500}
    assert any("that was chosen fits no such dates" in p.problem for p in found.receipts[2].problems)


def test_one_mistyped_date_does_not_overrule_the_chosen_order() -> None:
    text = "Night of,Cramps\n" + "".join(f"{n:02d}/04/2025,1\n" for n in range(1, 10)) + "04/25/2025,1\n"
    found = read_journal([("diary.csv", text.encode())], date_order="dmy")
    assert len(found.nights) == 9
    assert found.receipts[0].rows.rejected == 1


GARMIN = "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Aerober TE,Schritte\n"


@pytest.mark.parametrize(
    ("length", "minutes"), [('"00:09:06,5"', 9.1), ("00:09:06.5", 9.1), ("9:06.0", 9.1), ("1:09:06", 69.1)]
)
def test_garmin_s_short_lengths_in_any_language_are_not_lost(length: str, minutes: float) -> None:
    text = GARMIN + f"Gehen,2025-03-01 12:00:00,false,Gehen,0.6,40,{length},100,110,0.5,900\n"
    assert days(read(text, "Activities.csv"), "activity") == {"03-01": minutes}


def test_a_report_with_thousands_of_another_language() -> None:
    text = ";Tatsächlich;Ziel\n01.03.2025;5.400;7.500\n02.03.2025;6.100;7.500\n"
    assert days(read(text, "Schritte.csv"), "steps") == {"03-01": 5400, "03-02": 6100}


def test_a_report_of_four_weeks_is_one_of_nights() -> None:
    """Its first heading speaks of weeks, its dates follow each other; a date is that of the morning."""
    text = (
        "Sleep Score 4 Weeks,Score,Quality,Duration,Bedtime,Wake Time\n"
        "2025-03-02,80,Good,7h 30m,23:10,6:50\n2025-03-03,70,Fair,6h 30m,23:40,6:30\n"
    )
    assert nights(read(text, "Sleep.csv"), "sleep") == {"03-01": 7.5, "03-02": 6.5}


SLEEPS = "Cycle start time,Sleep onset,Wake onset,Asleep duration (min),Nap\n"


@pytest.mark.parametrize(
    "nap",
    ["2025-03-02 14:00:00,2025-03-02 14:50:00,45,true", "2025-03-02 14:00:00,2025-03-02 14:50:00,45,"],
    ids=["named", "by its time"],
)
def test_a_nap_by_day_is_not_the_night_s_sleep(nap: str) -> None:
    text = SLEEPS + "x,2025-03-01 23:10:00,2025-03-02 06:50:00,420,false\n" + f"x,{nap}\n"
    found = read(text, "sleeps.csv")
    assert nights(found, "sleep") == {"03-01": 7.0}
    assert found.receipts[1].rows.rejected == 1
    assert any("nap" in problem.problem for problem in found.receipts[1].problems)


@pytest.mark.parametrize(
    "text",
    [
        "Start;Ende;Schlafqualität;Schritte;Zeit geschlafen (Sekunden)\n"
        "2025-03-02 00:26:06;2025-03-02 07:30:29;80%;5120;25200.0\n",
        "Start;Fin;Qualité du sommeil;Pas;Temps de sommeil (secondes)\n"
        "2025-03-02 00:26:06;2025-03-02 07:30:29;80%;5120;25200.0\n",
    ],
)
def test_sleep_cycle_in_other_languages(text: str) -> None:
    found = read(text, "sleepdata.csv")
    assert nights(found, "sleep") == {"03-01": 7.0}
    assert days(found, "steps") == {"03-01": 5120}


def test_the_older_sleep_cycle_names_its_steps_as_an_activity() -> None:
    """Steps of 0 are not measured, and the time in bed is no sleep."""
    text = (
        "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes;Heart rate;Activity (steps)\n"
        "2025-03-01 23:10:00;2025-03-02 06:40:00;80%;7:30;;;55;5120\n"
        "2025-03-03 00:10:00;2025-03-03 06:40:00;70%;6:30;;;55;0\n"
    )
    found = read(text, "sleepdata.csv")
    assert days(found, "steps") == {"03-01": 5120}
    assert "sleep" not in found.nights
    assert "activity" not in found.days


@pytest.mark.parametrize(
    ("cells", "hours"),
    [
        (("420", "390"), {"03-01": 7.0, "03-02": 6.5}),
        (("25200", "23400"), {"03-01": 7.0, "03-02": 6.5}),
        (("7", "6.5"), {"03-01": 7.0, "03-02": 6.5}),
        (("7", "390"), {"03-01": 7.0}),
    ],
    ids=["minutes", "seconds", "hours", "both"],
)
def test_hours_without_a_unit_are_told_by_their_size(cells: tuple[str, str], hours: dict[str, float]) -> None:
    text = f"Date,Sleep\n2025-03-01,{cells[0]}\n2025-03-02,{cells[1]}\n"
    found = read(text, "nights.csv")
    assert nights(found, "sleep") == hours


def test_a_file_no_row_of_which_is_read_says_so_truly() -> None:
    text = SAMSUNG + "0,soon,soon,22,0.9,18.2\n"
    error = read(text, "step_count.csv").receipts[1].error or ""
    assert "No row of the file could be used" in error
    assert "activities" not in error


def test_google_fit_s_quarters_of_an_hour_add_up_on_the_day_that_the_file_is_named_after() -> None:
    """60 and 40 steps in 3 and 2 minutes; an empty quarter says nothing."""
    text = (
        "Start time,End time,Move Minutes count,Calories (kcal),Distance (m),Heart Points,Step count\n"
        "00:00:00.000+01:00,00:15:00.000+01:00,,17.1,,,\n"
        "08:00:00.000+01:00,08:15:00.000+01:00,3,17.1,50,1,60\n"
        "08:15:00.000+01:00,08:30:00.000+01:00,2,17.1,50,1,40\n"
    )
    found = read(text, "2025-03-01.csv")
    assert days(found, "steps") == {"03-01": 100}
    assert days(found, "activity") == {"03-01": 5}
    assert (found.receipts[1].rows.used, found.receipts[1].rows.rejected) == (2, 1)


def test_the_day_on_which_a_file_was_saved_is_no_date_of_its_rows() -> None:
    text = "Start time,End time,Step count\n08:00,08:15,60\n"
    assert "steps" not in read(text, "export 2025-03-01.csv").days


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SLEEP.csv", "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n"
         "2025-03-02,90,300,10,2025-03-01 22:10:00+0000,2025-03-02 05:50:00+0000,60,\n"),
        ("sleep-export.csv", 'Id,Tz,From,To,Sched,Hours,Rating\n'
         '1,Europe/Berlin,"01. 03. 2025 23:10","02. 03. 2025 6:40","02. 03. 2025 6:45",7.500,4.0\n'),
        ("Schlaf.csv", "Schlafwert 4 Wochen,Wert,Qualität,Dauer,Schlafenszeit,Aufstehzeit\n"
         "2025-03-02,80,Gut,7h 30min,23:10,6:50\n"),
    ],
    ids=["Zepp", "Sleep as Android", "Garmin in German"],
)  # fmt: skip
def test_sleeps_of_other_apps_stand_on_the_night_that_holds_them(name: str, text: str) -> None:
    assert nights(read(text, name), "sleep") == {"03-01": 7.5}


def test_exercises_of_one_day_add_up() -> None:
    """Their steps are a part of the day's, and never stand for them."""
    text = (
        "Date,Exercise,Type,Exercise Calories,Exercise Minutes,Steps\n"
        "2025-03-01,Walking,Cardio,100,30,4000\n2025-03-01,Running,Cardio,100,20,\n"
    )
    found = read(text, "Exercise-Summary.csv")
    assert days(found, "activity") == {"03-01": 50}
    assert "steps" not in found.days


@pytest.mark.parametrize("offset", ["+01:00", "3600", "3600000"])
def test_steps_of_utc_belong_to_the_day_of_their_offset(offset: str) -> None:
    """Half past eleven in London is the next day in Berlin: an offset in hours, seconds and milliseconds."""
    text = "start_time,end_time,count,zone_offset\n" + "".join(
        f"2025-03-01T{at}:00Z,2025-03-01T{at}:30Z,{count},{offset}\n"
        for at, count in (("07:50", 500), ("23:30", 300))
    )
    assert days(read(text, "steps.csv"), "steps") == {"03-01": 500, "03-02": 300}


def test_moments_since_1970_date_the_rows_of_a_device() -> None:
    """1740819600 s are 1 March 2025, 09:00 UTC."""
    text = "startTime,endTime,steps\n" + "".join(
        f"{at}000,{at + 900}000,{count}\n" for at, count in ((1740819600, 500), (1740830400, 300))
    )
    assert days(read(text, "steps.csv"), "steps") == {"03-01": 800}
