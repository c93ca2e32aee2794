"""Small journals as people keep them, in many languages and spreadsheets. Oracle: the ledger of each that a
careful person wrote down by hand before it was read; a night that is not named is not logged.
"""

from datetime import date

from analysis.journal import read_journal
from tests.for_each import for_each

JOURNALS = {
    "en form": (
        [
            "Timestamp,How many leg cramps did you have last night?,Which leg?",
            "3/2/2025 7:01:00,2,Left",
            "3/3/2025 7:03:00,0,",
            "3/4/2025 6:59:00,1,Both",
            "3/13/2025 7:00:00,0,",
        ],
        {"03-01": 2, "03-02": 0, "03-03": 1, "03-12": 0},
    ),
    "de form": (
        [
            "Zeitstempel;Wie viele Wadenkrämpfe letzte Nacht?;Medikament",
            "02.03.2025 07:01:00;2;Magnesium",
            "03.03.2025 07:03:00;keine;",
            "14.03.2025 06:59:00;1;",
        ],
        {"03-01": 2, "03-02": 0, "03-13": 1},
    ),
    "fr": (
        [
            "Date;Crampes la nuit;Intensité",
            "01/03/2025;2;forte",
            "02/03/2025;aucune;",
            "03/03/2025;une;légère",
            "14/03/2025;rien;",
        ],
        {"03-01": 2, "03-02": 0, "03-03": 1, "03-14": 0},
    ),
    "es": (
        [
            "Fecha;Calambres en la pierna;Nota",
            "01/03/2025;sí;muy fuerte",
            "02/03/2025;no;",
            "14/03/2025;dos;ok",
        ],
        {"03-01": 1, "03-02": 0, "03-14": 2},
    ),
    "it": (
        [
            "Data;Crampi notturni;Gamba",
            "1.3.2025;1;dx",
            "2.3.2025;nessuno;",
            "14.3.2025;due;sx",
        ],
        {"03-01": 1, "03-02": 0, "03-14": 2},
    ),
    "nl": (
        [
            "Datum;Kuitkrampen;Opmerking",
            "01-03-2025;geen;",
            "02-03-2025;1x;rechts",
            "14-03-2025;2;",
        ],
        {"03-01": 0, "03-02": 1, "03-14": 2},
    ),
    "pl": (
        [
            "Data;Skurcze nóg;Uwagi",
            "2025-03-01;0;",
            "2025-03-02;dwa;lewa łydka",
            "2025-03-03;brak;",
        ],
        {"03-01": 0, "03-02": 2, "03-03": 0},
    ),
    "sv": (
        [
            "Datum;Vadkramp;Anteckning",
            "2025-03-01;ja;",
            "2025-03-02;nej;",
            "2025-03-03;två;",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "pt": (
        [
            "Data;Cãibras;Obs",
            "01/03/2025;sim;",
            "02/03/2025;não;",
            "15/03/2025;3 vezes;",
        ],
        {"03-01": 1, "03-02": 0, "03-15": 3},
    ),
    "tally marks": (
        [
            "Night of,Cramps",
            "2025-03-01,||",
            "2025-03-02,0",
            "2025-03-03,|||",
        ],
        {"03-01": 2, "03-02": 0, "03-03": 3},
    ),
    "cramp and times": (
        [
            "Night of,Leg cramps",
            "2025-03-01,2 (2am & 4:30am)",
            "2025-03-02,none",
            "2025-03-03,03:15",
        ],
        {"03-01": 2, "03-02": 0, "03-03": 1},
    ),
    "Excel serial": (
        [
            "Date,Leg cramps",
            "45717,1",
            "45718,0",
            "45719,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "1.0 floats": (
        [
            "Date,Leg cramps",
            "2025-03-01,1.0",
            "2025-03-02,0.0",
            "2025-03-03,2.0",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "comma floats": (
        [
            "Date;Leg cramps",
            "01.03.2025;1,0",
            "02.03.2025;0,0",
            "13.03.2025;2,0",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "TRUE FALSE": (
        [
            "Date,Leg cramp",
            "2025-03-01,TRUE",
            "2025-03-02,FALSE",
            "2025-03-03,TRUE",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 1},
    ),
    "WAHR": (
        [
            "Datum;Wadenkrampf",
            "01.03.2025;WAHR",
            "02.03.2025;FALSCH",
            "13.03.2025;WAHR",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 1},
    ),
    "sev only": (
        [
            "Date,Cramp severity (0-10)",
            "2025-03-01,5",
            "2025-03-02,0",
            "2025-03-03,7",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 1},
    ),
    "left right cols": (
        [
            "Night of,Cramps left,Cramps right",
            "2025-03-01,1,0",
            "2025-03-02,0,0",
            "2025-03-03,2,1",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 3},
    ),
    "title+units": (
        [
            "My leg cramp diary 2025,,",
            ",,",
            "Date,Cramps,Water",
            ",(number),(mL)",
            "2025-03-01,1,1500",
            "2025-03-02,0,2000",
            "2025-03-03,2,1800",
            "Total,3,5300",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "months pasted": (
        [
            "Date,Cramps",
            "2025-03-01,1",
            "2025-03-02,0",
            "Date,Cramps",
            "2025-03-03,2",
            "2025-03-04,0",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2, "03-04": 0},
    ),
    "n/a days": (
        [
            "Night of,Leg cramps",
            "2025-03-01,1",
            "2025-03-02,n/a",
            "2025-03-03,0",
            "2025-03-04,forgot",
            "2025-03-05,2",
        ],
        {"03-01": 1, "03-03": 0, "03-05": 2},
    ),
    "ranges": (
        [
            "Night of,Leg cramps",
            "2025-03-01,1-2",
            "2025-03-02,0",
            "2025-03-03,>3",
            "2025-03-04,several",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 4, "03-04": 2},
    ),
    "question mark": (
        [
            "Night of,Leg cramps",
            "2025-03-01,1?",
            "2025-03-02,0",
            "2025-03-03,?",
            "2025-03-04,0?",
            "2025-03-05,0",
        ],
        {"03-02": 0, "03-05": 0},
    ),
    "weekday col": (
        [
            "Day,Date,Cramps",
            "Sat,01/03/2025,1",
            "Sun,02/03/2025,0",
            "Mon,03/03/2025,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "dmy 2digits": (
        [
            "Date,Cramps",
            "01/03/25,1",
            "02/03/25,0",
            "15/03/25,2",
        ],
        {"03-01": 1, "03-02": 0, "03-15": 2},
    ),
    "mon names": (
        [
            "Night,Leg cramps",
            "1-Mar-25,1",
            "2-Mar-25,0",
            "3-Mar-25,none",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 0},
    ),
    "no year": (
        [
            "Night of,Leg cramps",
            "1 March,1",
            "2 March,0",
            "3 March,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "remark count": (
        [
            "Date,Leg cramps",
            "2025-03-01,1 big one left calf",
            "2025-03-02,0 slept well",
            "2025-03-03,2 small ones",
            "2025-03-04,none - took magnesium",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2, "03-04": 0},
    ),
    "yes with remark": (
        [
            "Date,Cramps at night?",
            '2025-03-01,"Yes, left calf"',
            "2025-03-02,No",
            '2025-03-03,"Yes, twice"',
            '2025-03-04,"Yes (3)"',
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2, "03-04": 3},
    ),
    "cs": (
        [
            "Datum;Křeče",
            "1.3.2025;ano",
            "2.3.2025;ne",
            "13.3.2025;dvě",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "fi": (
        [
            "Pvm;Suonenveto yöllä",
            "1.3.2025;kyllä",
            "2.3.2025;ei",
            "13.3.2025;2",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "tr": (
        [
            "Tarih;Bacak krampı",
            "01.03.2025;var",
            "02.03.2025;yok",
            "13.03.2025;2",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "hu": (
        [
            "Dátum;Vádligörcs",
            "2025.03.01;igen",
            "2025.03.02;nem",
            "2025.03.03;kettő",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "ru": (
        [
            "Дата;Судороги ночью",
            "01.03.2025;да",
            "02.03.2025;нет",
            "13.03.2025;две",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "ja": (
        [
            "日付,こむら返り",
            "2025/03/01,1回",
            "2025/03/02,なし",
            "2025/03/03,あり",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 1},
    ),
    "da": (
        [
            "Dato;Lægkramper",
            "01.03.2025;1",
            "02.03.2025;ingen",
            "13.03.2025;to",
        ],
        {"03-01": 1, "03-02": 0, "03-13": 2},
    ),
    "morning heading": (
        [
            "Morning of,Cramps in the night",
            "2025-03-02,1",
            "2025-03-03,0",
            "2025-03-04,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "two cramps each col": (
        [
            "Date,Cramp 1,Cramp 2,Cramp 3",
            "2025-03-01,02:00,04:00,",
            "2025-03-02,,,",
            "2025-03-03,01:00,,",
        ],
        {"03-01": 2, "03-03": 1},
    ),
    "dur col": (
        [
            "Night of,Leg cramps,Duration",
            "2025-03-01,2,5 min",
            "2025-03-02,0,",
            "2025-03-03,1,90 sec",
        ],
        {"03-01": 2, "03-02": 0, "03-03": 1},
    ),
    "zero padded": (
        [
            "Night of,Leg cramps",
            "2025-03-01,00",
            "2025-03-02,01",
            "2025-03-03,02",
        ],
        {"03-01": 0, "03-02": 1, "03-03": 2},
    ),
    "spaces": (
        [
            "Night of , Leg  Cramps ",
            " 2025-03-01 , 1 ",
            "2025-03-02, 0",
            "2025-03-03,2 ",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "words bad": (
        [
            "Night of,Leg cramps",
            "2025-03-01,bad",
            "2025-03-02,none",
            "2025-03-03,mild",
            "2025-03-04,ok",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 1},
    ),
    "pct of": (
        [
            "Night of,Leg cramps,Score",
            "2025-03-01,1,3/10",
            "2025-03-02,0,",
            "2025-03-03,2,7/10",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "date range": (
        [
            "Night,Cramps",
            "1/2 March 2025,1",
            "2/3 March 2025,0",
            "3/4 March 2025,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
    "Sa/So": (
        [
            "Nacht,Krämpfe",
            "Sa 01.03.2025,1",
            "So 02.03.2025,0",
            "Mo 03.03.2025,2",
        ],
        {"03-01": 1, "03-02": 0, "03-03": 2},
    ),
}


@for_each("name", JOURNALS)
def test_the_ledger_is_the_one_written_down_by_hand(name: str) -> None:
    lines, ledger = JOURNALS[name]
    journal = read_journal([("log.csv", "\n".join(lines).encode())], today=date(2025, 12, 1))
    nights = journal.nights[journal.nights["logged"]]
    assert {str(night.date())[5:]: count for night, count in nights["cramps"].items()} == ledger
