"""Months and weekdays by their names, in every case that a date is written in. Oracle: a calendar."""

from datetime import date, time

import pytest

from analysis.journal.cells import read_date
from tests.for_each import for_each

TODAY = date(2026, 11, 26)
_MONTHS = {
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "Polish, nominative": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik "
    "listopad grudzień",
    "Polish, short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Czech, nominative": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "Slovak": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Portuguese, short": "jan fev mar abr mai jun jul ago set out nov dez",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november december",
    "Danish": "januar februar marts april maj juni juli august september oktober november december",
    "Norwegian": "januar februar mars april mai juni juli august september oktober november desember",
    "Finnish": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
    "syyskuuta lokakuuta marraskuuta joulukuuta",
    "Finnish, genitive": "tammikuun helmikuun maaliskuun huhtikuun toukokuun kesäkuun heinäkuun elokuun "
    "syyskuun lokakuun marraskuun joulukuun",
    "Finnish, nominative": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu "
    "syyskuu lokakuu marraskuu joulukuu",
    "Hungarian": "január február március április május június július augusztus szeptember október november "
    "december",
    "Hungarian, short": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "Turkish": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "Russian": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "Russian, short": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "Ukrainian": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "Greek": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου "
    "Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "Turkish, short": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
}


@for_each("language", _MONTHS)
def test_every_month_of_a_language(language: str) -> None:
    """With the day before and after it, in small and in capital letters."""
    names = _MONTHS[language].split()
    assert len(names) == 12
    for month, name in enumerate(names, start=1):
        for text in (f"14 {name} 2025", f"14. {name.upper()} 2025", f"2025. {name} 14.", f"14-{name}-25"):
            found = read_date(text, TODAY)
            assert found is not None, text
            assert found.readings == (date(2025, month, 14),) * 3, text


@for_each(
    ("text", "at"),
    [
        ("wtorek, 4 marca 2025 r.", None),
        ("úterý 4. března 2025", None),
        ("terça-feira, 4 de março de 2025", None),
        ("tisdag den 4 mars 2025", None),
        ("tirsdag den 4. marts 2025", None),
        ("d. 4. marts 2025", None),
        ("tirsdag d. 4. marts 2025", None),
        ("4. ožujka 2025.", None),
        ("tiistaina 4. maaliskuuta 2025 klo 02.30", time(2, 30)),
        ("2025. március 4-én, kedd", None),
        ("4 Mart 2025 Salı", None),
        ("вторник, 4 марта 2025 г.", None),
        ("вівторок, 4 березня 2025 р.", None),
        ("Τρίτη 4 Μαρτίου 2025", None),
        ("2025年3月4日", None),
        ("2025年3月4日(火)", None),
        ("2025年03月04日 02:30", time(2, 30)),
        ("令和7年3月4日 火曜日", None),
        ("２０２５年３月４日", None),
    ],
)
def test_a_tuesday_in_words(text: str, at: time | None) -> None:
    """4 March 2025 was a Tuesday; 令和7年 is 2025."""
    found = read_date(text, TODAY)
    assert found is not None
    assert (found.readings[0], found.at, found.weekday in (None, 1)) == (date(2025, 3, 4), at, True)
    assert not found.open


@pytest.mark.parametrize(
    "text", ["2025年13月4日", "3月32日", "2025年3月4日(x)", "元年3月4日", "2025年3月4日 25:00"]
)
def test_what_is_no_japanese_date_is_none(text: str) -> None:
    assert read_date(text, TODAY) is None


@for_each("zone", ["EET", "EEST", "CET", "BST", "PDT", "NZST", "AEST", "MSK", "GMT+2", "UTC"])
def test_a_zone_behind_the_time_leaves_the_wall_clock(zone: str) -> None:
    """A form's stamp: 7:12:33 in the morning, whatever zone is named behind it."""
    read = read_date(f"2025/03/14 7:12:33 a.m. {zone}", TODAY)
    assert read is not None
    assert (read.readings[0], read.at) == (date(2025, 3, 14), time(7, 12, 33))


_CROATIAN = (
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"
)


def test_croatian_months_are_read_with_both_points() -> None:
    """Listopad is October in Croatian, which writes a point behind both numbers, and November in Polish."""
    for month, name in enumerate(_CROATIAN.split(), start=1):
        found = read_date(f"14. {name} 2025.", TODAY)
        assert found is not None, name
        assert found.readings == (date(2025, month, 14),) * 3, name
    polish = read_date("14 listopada 2025 r.", TODAY)
    assert polish is not None
    assert polish.readings[0] == date(2025, 11, 14)
