"""Files of the project and of other programs that are not about cramps. Oracle: each read by hand."""

import io

import openpyxl
import pytest

from analysis.journal import JournalError, read_journal
from tests.conftest import ROOT

DEVICES = ("fitbit_web", "fitbit_merged", "garmin", "garmin_german", "google_fit")
FURTHER = {
    "migränetagebuch.csv": "Datum;Uhrzeit;Stärke;Seite;Anfälle\n"
    "01.03.2025;02:10;7;links;1\n04.03.2025;03:00;5;rechts;2\n",
    "crises.csv": "Date;Heure;Intensité;Crises\n01/03/2025;02:10;7;1\n14/03/2025;03:00;5;2\n",
    "crisis epilepsia.csv": "Fecha;Hora;Duración;Número\n01/03/2025;02:10;2;1\n14/03/2025;03:00;3;2\n",
    "hoofdpijn.csv": "Datum;Tijd;Pijn;Kant\n01-03-2025;14:10;7;links\n14-03-2025;13:00;5;rechts\n",
    "emicrania.csv": "Data;Ora;Intensità;Lato\n01/03/2025;14:10;7;sinistra\n14/03/2025;13:00;5;destra\n",
    "regelkalender.csv": "Datum;Blutung;Krämpfe;Stimmung\n01.03.2025;2;3;1\n02.03.2025;1;1;2\n",
    "regla.csv": "Fecha;Sangrado;Calambres\n01/03/2025;2;3\n14/03/2025;1;0\n",
    "pression.csv": "Date;Heure;Systolique;Diastolique;Pouls\n"
    "01/03/2025;08:10;132;84;70\n14/03/2025;08:00;128;80;66\n",
    "asma.csv": "Fecha;Ataques;Puff\n01/03/2025;2;3\n14/03/2025;1;0\n",
    "strava_names.csv": "date,name,type,moving_time,distance_km\n2025-03-01,Evening Run,Run,0:31:00,5.1\n",
    "todo.csv": "Date,Count,Done,Priority\n2025-03-01,3,2,1\n2025-03-02,5,1,2\n",
    "anxiety.csv": "Date,Level,Trigger,Duration\n2025-03-01,7,work,20\n2025-03-02,3,noise,5\n",
    "invoices.csv": "No,Date,Number,Amount\n1,2025-03-01,17,99.5\n2,2025-03-04,18,20\n",
    "hot flashes.csv": "Date,Time,Severity,Episodes\n2025-03-01,02:10,4,2\n2025-03-02,03:10,6,1\n",
    "stool.csv": "Date,Type,Count,Pain\n2025-03-01,4,2,0\n2025-03-02,3,1,2\n",
    "crampes d'estomac.csv": "Date;Nombre\n01/03/2025;2\n14/03/2025;0\n",
    "schlaf.csv": "Datum;Einschlafzeit;Aufwachzeit;Qualität\n"
    "01.03.2025;23:10;07:00;3\n02.03.2025;23:50;06:30;4\n",
    "anfallskalender.csv": "Datum;Uhrzeit;Dauer (min);Krampfanfall\n01.03.2025;02:10;3;1\n"
    "14.03.2025;03:00;2;2\n",
    "ibs.csv": "Date,Bowel movements,Cramping,Bloating\n2025-03-01,2,2,yes\n2025-03-02,3,0,no\n",
    "transit.csv": "Date;Selles;Crampes;Ballonnements\n01/03/2025;2;3;oui\n14/03/2025;1;0;non\n",
    "writer.csv": "Date,Hand cramps,Hours written\n2025-03-01,3,4\n2025-03-02,0,2\n",
    "back.csv": "Date,Back spasms,Pain\n2025-03-01,2,5\n2025-03-02,1,4\n",
    "eyelid.csv": "Date,Spasms,Where\n2025-03-01,2,eyelid\n2025-03-02,1,eyelid\n",
    "kicks.csv": "Date,Contractions,Duration\n2025-03-01,2,60\n2025-03-02,5,45\n",
    "rls.csv": "Date,Time,Restless legs,Severity\n2025-03-01,22:10,2,4\n2025-03-05,23:10,1,6\n",
    "falls.csv": "Date,Falls,Injury,Location\n2025-03-01,1,no,kitchen\n2025-03-02,0,,\n",
    "crampons.csv": "Date,Crampons,Skis\n2025-03-01,2,1\n2025-03-02,1,0\n",
    "ereignisse.csv": "Zeitpunkt;Ereignis\n01.03.2025 02:10;Magenkrampf\n02.03.2025 15:10;Kopfschmerz\n"
    "05.03.2025 03:10;Bauchkrampf\n06.03.2025 03:10;Kopfschmerz\n",
    "eventos.csv": "Fecha,Evento\n2025-03-01 02:10,Calambre estomacal\n2025-03-02 12:10,Dolor de cabeza\n",
    "period app.csv": "date,category,detail\n2025-03-01,Pain,Menstrual cramps\n2025-03-02,Pain,Headache\n"
    "2025-03-03,Pain,Menstrual cramps\n2025-03-04,Pain,Headache\n",
    "calendar.csv": "Subject,Start Date,Start Time\nDentist,03/01/2025,10:10 AM\nParty,03/14/2025,08:10 PM\n",
    "toggl.csv": "User,Description,Start date,Start time,Duration\na,Emails,2025-03-01,09:10:00,00:05:00\n"
    "a,Walk,2025-03-01,12:10:00,00:35:00\n",
    "heartrate.csv": "Time,Value\n2025-03-01 02:12:00,72\n2025-03-01 03:13:00,75\n2025-03-02 02:13:00,75\n",
    "floors.csv": "com.samsung.health.floors_climbed,6003006,3\nstart_time,floor,time_offset,end_time\n"
    "2025-03-01 02:11:00.000,1.0,UTC+0100,2025-03-01 02:12:00.000,\n",
    "apple.csv": "sourceName,type,unit,creationDate,startDate,endDate,value\n"
    "iPhone,HKQuantityTypeIdentifierFlightsClimbed,count,2025-03-01 09:20:00 +0100,"
    "2025-03-01 02:00:00 +0100,2025-03-01 02:10:00 +0100,4\n",
    "nutrition.csv": "Date,Meal,Calories,Fat (g),Sodium (mg)\n2025-03-01,Dinner,800,22,900\n",
    "workouts.csv": "Date,Type,Distance (km),Duration,Average Pace\n2025-03-01 02:00:00,Run,5.1,31:00,6:05\n",
    "sleep.csv": "Start,End,Minutes Asleep,Number of Awakenings\n2025-03-01 23:05,2025-03-02 07:27,420,2\n"
    "2025-03-03 00:26,2025-03-03 07:30,390,3\n",
    "glucose.csv": "Time,Historic Glucose (mg/dL),Scan\n2025-03-01 02:10,98,1\n2025-03-02 03:10,104,2\n",
    "bladder.csv": "Date,Bladder spasms,Leaks\n2025-03-01,2,1\n2025-03-02,3,0\n",
    "writers_cramp.csv": "Date,Writer's cramp,Pages\n2025-03-01,2,4\n2025-03-02,1,3\n",
    "krampus.csv": "Datum;Krampus;Gäste\n01.03.2025;2;100\n02.03.2025;1;80\n",
    "krampfadern.csv": "Datum;Krampfadern;Anzahl\n01.03.2025;2;1\n02.03.2025;1;1\n",
    "krampfanfälle 2025.csv": "Tag;Jan;Feb;Mrz\n" + "".join(f"{day};1;0;2\n" for day in range(1, 29)),
    "rain 2025.csv": "Day,Jan,Feb,Mar\n" + "".join(f"{day},1,0,2\n" for day in range(1, 29)),
    "headaches week.csv": "Week of 3 Mar 2025,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
    "Headaches,1,0,2,0,0,1,0\nPain (0-10),4,,6,,,3,\n",
    "shifts.csv": "KW 10 2025;Mo;Di;Mi;Do;Fr;Sa;So\nAnna;1;0;2;0;0;1;0\nBen;4;0;6;0;0;3;0\n",
    "kids.csv": "Date,Child,Tantrums\n2025-03-01,Mia,2\n2025-03-01,Leo,1\n"
    "2025-03-02,Mia,0\n2025-03-02,Leo,3\n",
    "migrena.csv": "Data;Nasilenie bólu;Strona\n2025-03-01;7;lewa\n2025-03-02;5;prawa\n",
    "päänsärky.csv": "Päivä;Kipu;Puoli\n1.3.2025;7;vasen\n2.3.2025;5;oikea\n",
    "頭痛.csv": "日付,痛み,回数\n2025年3月1日,7,2\n2025年3月2日,5,1\n",
    "головная боль.csv": "Дата;Боль;Количество\n01.03.2025;7;2\n02.03.2025;5;1\n",
    "cramp cream sales.csv": "Date,Units sold,Price\n2025-03-01,7,9.99\n2025-03-02,5,9.99\n",
    "legs of the trip.csv": "Date,Leg,Miles,Stops\n2025-03-01,1,220,2\n2025-03-02,2,180,3\n",
    "stars.csv": "Date,Film,Rating\n2025-03-01,Jaws,★★★☆☆\n2025-03-02,Alien,★★★★★\n",
    "calves born.csv": "Date,Calves,Cows\n2025-03-01,2,14\n2025-03-02,0,14\n",
    "leg days.csv": "Date,Leg press,Sets,Reps\n2025-03-01,80,3,12\n2025-03-02,85,3,10\n",
    "kroki.csv": "Data;Liczba\n2025-03-01;5400\n2025-03-02;6100\n",
}  # fmt: skip


def cramps(files: list[tuple[str, bytes]]) -> float:
    try:
        return float(read_journal(files).nights["cramps"].sum())
    except JournalError:
        return 0.0


def as_workbook(text: str) -> bytes:
    book = openpyxl.Workbook()
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    for line in text.splitlines():
        book.active.append(line.split(delimiter))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("name", FURTHER)
def test_files_of_other_languages_and_subjects_count_no_cramp(name: str) -> None:
    """As text and as a workbook; with both beside a diary of 0, 1 and 0 that one cramp is all."""
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
    forms = [(name, FURTHER[name].encode()), (name.replace(".csv", ".xlsx"), as_workbook(FURTHER[name]))]
    assert [cramps([form]) for form in forms] == [0, 0]
    assert cramps([diary, *forms]) == 1


# Whatever other file is put beside these is not about cramps, and a test opens it.
ABOUT_CRAMPS = frozenset({
    "bearable.csv", "bearable_formatted.csv", "daylio.csv", "event_log.csv", "when_did_i.csv",
    "cramp_log.csv", "messy.xlsx", "page.pdf", "six_weeks.csv", "template.xlsx", "template_cramps.csv",
    "template_nights.csv",
    "year.csv",
})  # fmt: skip
OTHERS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("sample_data", "tests/data")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix not in (".py", ".pyc", ".png") and path.name not in ABOUT_CRAMPS
)


@pytest.mark.parametrize("path", OTHERS)
def test_files_of_the_project_about_something_else_count_no_cramp(path: str) -> None:
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
    assert cramps([(path, (ROOT / path).read_bytes())]) == 0
    assert cramps([diary, (path, (ROOT / path).read_bytes())]) == 1


def test_every_device_of_the_examples_is_among_them() -> None:
    assert {f"tests/data/exports/{name}.csv" for name in DEVICES} <= set(OTHERS)
