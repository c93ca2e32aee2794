"""Further exports of watches and apps. Oracle: each file read by hand; sums and nights stand in the tests."""

import pytest

from analysis.journal import Journal, read_journal
from tests.journal.exports.test_device_tables import DIARY, days, read


def nights(journal: Journal, field: str) -> dict[str, float]:
    return {
        f"{night:%m-%d}": round(float(value), 2) for night, value in journal.nights[field].dropna().items()
    }


@pytest.mark.parametrize(
    ("name", "text", "field", "numbers"),
    [("Schritte.csv", ",Tatsächlich,Ziel\n01.03.2025,5400,6000\n14.03.2025,6100,6000\n", "steps",
      {"03-01": 5400, "03-14": 6100}),
     ("pas.csv", ",Réel,Objectif\n01/03/2025,5400,6000\n14/03/2025,6100,6000\n", "steps",
      {"03-01": 5400, "03-14": 6100}),
     ("Hydration.csv", ",Actual,Goal\n2025-03-01,1500,2500\n2025-03-14,1800,2500\n", "hydration",
      {"03-01": 1500, "03-14": 1800})],
)  # fmt: skip
def test_reports_of_actual_and_goal(name: str, text: str, field: str, numbers: dict[str, float]) -> None:
    assert days(read(text, name), field) == numbers


@pytest.mark.parametrize(
    ("cells", "hours"),
    [(("24784,0", "27717,3"), (6.88, 7.7)), (("24.784,5", "27.717,3"), (6.88, 7.7)),
     (("24,784.0", "27,717.3"), (6.88, 7.7)), (("24784", "27717"), (6.88, 7.7))],
)  # fmt: skip
def test_a_devices_numbers_that_a_spreadsheet_wrote_with_decimal_commas(
    cells: tuple[str, str], hours: tuple[float, float]
) -> None:
    """By hand: 24,784 s are 6.88 h, 27,717 s are 7.70 h."""
    text = (
        "Start;Ende;Schlafqualität;Zeit geschlafen (Sekunden);Schritte\n"
        f"2025-03-02 00:26:06;2025-03-02 07:30:29;81%;{cells[0]};5120\n"
        f"2025-03-02 23:05:46;2025-03-03 07:27:54;75%;{cells[1]};6200\n"
    )
    assert nights(read(text, "schlaf.csv"), "sleep") == {"03-01": hours[0], "03-02": hours[1]}


def test_a_report_of_calories_is_no_report_of_steps() -> None:
    assert not len(read(",Actual,Goal\n2025-03-01,2500,2500\n2025-03-02,2800,2500\n", "Calories.csv").days)


SESSION = "start_time,time_offset,exercise_type,count,duration,calorie"


@pytest.mark.parametrize(
    ("name", "text", "field", "kept"),
    [("com.samsung.shealth.exercise.csv",
      f"com.samsung.shealth.exercise,6001,4\n{SESSION}\n2025-03-01 18:00:00.000,UTC+0100,1,3,1800000,90,\n",
      "activity", {"03-01": 30}),
     ("com.samsung.shealth.step_count.csv",
      "com.samsung.shealth.step_count,6001,4\nstart_time,time_offset,count,end_time\n"
      "2025-03-01 18:00:00.000,UTC+0100,340,2025-03-01 18:01:00.000,\n", "steps", {"03-01": 340})],
)  # fmt: skip
def test_a_samsung_count_is_steps_only_of_what_counts_steps(
    name: str, text: str, field: str, kept: dict[str, float]
) -> None:
    """A session's count is of repetitions, and its length in ms is what was done."""
    journal = read(text, name)
    assert days(journal, field) == kept
    assert set(journal.days.columns) == {field}


@pytest.mark.parametrize("heading", ["floors_climbed", "caffeine_intake"])
def test_a_samsung_count_of_something_else_is_no_steps(heading: str) -> None:
    text = f"com.samsung.health.{heading},6001,4\nstart_time,time_offset,count,end_time\n"
    journal = read(f"{text}2025-03-01 18:00:00.000,UTC+0100,3,2025-03-01 18:10:00.000,\n", f"{heading}.csv")
    assert not len(journal.days)


def test_a_score_in_the_place_of_the_length_is_no_activity() -> None:
    """Garmin's list of activities from which columns were left out: Total Grit stands seventh."""
    text = "Activity Type,Date,Title,Distance,Calories,Duration,Total Grit,Flow\n"
    rows = "Cycling,2025-03-01 18:00:00,Ride,12.5,300,00:45:00,20,5\n"
    assert not len(read(text + rows, "activities.csv").days)


BED = {
    "oura": "id;bedtime_end;bedtime_start;day;total_sleep_duration;latency\n"
    "a;2025-03-02T07:10:00+01:00;2025-03-01T23:10:00+01:00;2025-03-02;25200;600\n"
    "b;2025-03-03T07:10:00+01:00;2025-03-03T00:10:00+01:00;2025-03-03;21600;900\n",
    "whoop": "Cycle start time,Sleep onset,Wake onset,Asleep duration (min)\n"
    "2025-03-01 06:00,2025-03-01 23:10,2025-03-02 07:00,420\n"
    "2025-03-02 06:00,2025-03-03 00:20,2025-03-03 07:00,360\n",
    "autosleep": "fromDate,toDate,bedtime,waketime,asleep\n"
    '"Saturday, Mar 1, 2025","Sunday, Mar 2, 2025",2025-03-01 23:10,2025-03-02 07:10,07:00:00\n'
    '"Sunday, Mar 2, 2025","Monday, Mar 3, 2025",2025-03-03 00:10,2025-03-03 07:10,06:00:00\n',
    "bed": "Bed time,Wake time,Hours slept\n2025-03-01 23:10,2025-03-02 07:10,7\n"
    "2025-03-03 00:30,2025-03-03 07:30,6\n",
    "schlaf": "Einschlafzeit;Aufgewacht;Schlafdauer (h)\n01.03.2025 23:10;02.03.2025 07:10;7,0\n"
    "03.03.2025 00:30;03.03.2025 07:30;6,0\n",
    "fitbit": 'Sleep\nStart Time,End Time,Minutes Asleep\n"2025-03-01 11:05PM","2025-03-02 7:27AM","420"\n'
    '"2025-03-03 00:26AM","2025-03-03 7:30AM","360"\n',
}


@pytest.mark.parametrize("app", BED)
def test_a_sleep_stands_on_the_night_that_holds_its_beginning(app: str) -> None:
    """7 h from the evening of 1 March; 6 h begun after midnight are of the night of 2 March."""
    assert nights(read(BED[app], f"{app}.csv"), "sleep") == {"03-01": 7, "03-02": 6}


SESSIONS = {
    "runkeeper": "Activity Id,Date,Type,Distance (km),Duration,Average Pace\n"
    "a,2025-03-01 18:00:00,Running,5.10,31:00,6:05\nb,2025-03-02 18:00:00,Running,6.20,1:05:30,6:05\n",
    "mapmyrun": "Date Submitted,Workout Date,Activity Type,Distance (km),Workout Time (seconds)\n"
    '"March 5, 2025","March 1, 2025",Run,5.1,1860\n"March 5, 2025","March 2, 2025",Walk,0.6,3930\n',
    "polar": "Name,Sportart,Datum,Startzeit,Dauer,Gesamtdistanz (km)\n"
    "A B,Laufen,01.03.2025,18:00:00,00:31:00,5.1\nA B,Laufen,02.03.2025,18:00:00,01:05:30,6.2\n",
}


@pytest.mark.parametrize("app", SESSIONS)
def test_lists_of_sessions_are_minutes_of_their_day(app: str) -> None:
    """1860 s are 31 min, 1:05:30 is 65.5 min; what was written on 5 March is of 1 and 2 March."""
    journal = read(SESSIONS[app], f"{app}.csv")
    assert days(journal, "activity") == {"03-01": 31, "03-02": 65.5}
    assert journal.receipts[1].question == ""


def test_thousands_apart_by_a_space_are_read() -> None:
    """In a device's days; the steps of a session are none of a day."""
    rows = '2025-03-01,"4 800",600,20,11\n2025-03-02,"1\u202f900",700,5,2\n'
    journal = read(f"{FITBIT}\n{rows}", "activity.csv")
    assert days(journal, "steps") == {"03-01": 4800, "03-02": 1900}
    assert days(journal, "activity") == {"03-01": 31, "03-02": 7}


FITBIT = "Date,Steps,Minutes Sedentary,Minutes Fairly Active,Minutes Very Active"
LIST = "Date,Type,Distance (km),Duration"


@pytest.mark.parametrize(
    ("header", "rows"),
    [(FITBIT, ("2025-03-01,5400,600,20,15", "2025-03-02,6100,600,10,15")),
     (LIST, ("2025-03-01,Run,5.1,31:00", "2025-03-02,Run,5.1,41:00"))],
)  # fmt: skip
def test_a_column_about_cramps_in_a_device_s_file_is_not_lost(header: str, rows: tuple[str, str]) -> None:
    text = f"{header},Leg cramps\n{rows[0]},0\n{rows[1]},2\n"
    journal = read_journal([("days.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 2]


@pytest.mark.parametrize(
    "text",
    ["Date,Energy (kcal),Protein (g),Alcohol (g),Caffeine (mg),Magnesium (mg),Potassium (mg)\n"
     "2025-03-01,2100,80,12,20,312,2500\n2025-03-02,1900,75,0,10,280,2300\n",
     "Date,Meal,Calories,Fat (g),Sodium (mg),Potassium,Calcium,Iron\n"
     "2025-03-01,Breakfast,400,12,500,300,20,15\n2025-03-02,Dinner,800,22,900,600,20,15\n",
     "Datum;Kalorien;Eiweiß (g);Magnesium (mg);Natrium (mg)\n01.03.2025;2100;80;312;2100\n"
     "14.03.2025;1900;75;280;1900\n",
     "Date/Time,Dietary Caffeine (mg),Step Count (steps)\n2025-03-01 00:00,20,5400\n"
     "2025-03-02 00:00,10,6100\n"],
)  # fmt: skip
def test_what_was_eaten_is_no_medicine_no_blood_test_and_no_number_of_drinks(text: str) -> None:
    """12 g of alcohol are no 12 drinks, magnesium in food is no tablet and sodium in it no blood test."""
    journal = read(text, "food.csv")
    assert [len(journal.spells), len(journal.intakes), len(journal.measurements)] == [0, 0, 0]
    assert not {"alcohol", "caffeine"} & set(journal.days)


def test_what_does_not_add_up_says_that_the_last_counts() -> None:
    """Weighed twice on 1 March, 70 and 71 kg: nothing is added, and that is what the receipt says."""
    text = "Date,Time,Weight (kg)\n2025-03-01,08:00,70\n2025-03-01,20:00,71\n2025-03-02,08:00,70.5\n"
    journal = read_journal([DIARY, ("w.csv", text.encode())], mapping={"Weight (kg)": "own"})
    assert journal.days["weight_kg"].tolist() == [71, 70.5]
    told = " ".join(problem.problem for problem in journal.receipts[1].problems)
    assert "the last of them counts" in told
    assert "added up" not in told
