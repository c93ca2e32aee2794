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
    """As text and as a workbook; beside a diary of 0, 1 and 0 that one cramp is all."""
    diary = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
    forms = [(name, FURTHER[name].encode()), (name.replace(".csv", ".xlsx"), as_workbook(FURTHER[name]))]
    assert [cramps([form]) for form in forms] == [0, 0]
    assert [cramps([diary, form]) for form in forms] == [1, 1]


@pytest.mark.parametrize("path", [f"tests/data/exports/{name}.csv" for name in DEVICES])
def test_exports_of_devices_count_no_cramp(path: str) -> None:
    assert cramps([(path, (ROOT / path).read_bytes())]) == 0


@pytest.mark.parametrize(
    "name",
    ["device_days.csv", "template_blood_tests.csv", "year_blood_tests.csv", "year_medication_changes.csv"],
)
def test_samples_about_something_else_count_no_cramp(name: str) -> None:
    assert cramps([(name, (ROOT / "sample_data" / name).read_bytes())]) == 0
