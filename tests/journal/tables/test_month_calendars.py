"""Calendars of a month. Oracle: each calendar read by hand; 1 March 2025 was a Saturday."""

import io

import openpyxl
import pytest

from analysis.journal import Journal, JournalError, read_journal

WEEKS = ",,,,,1,2\n,,,,,1,0\n3,4,5,6,7,8,9\n0,1,0,,2,0,0\n10,11,12,13,14,15,16\n0,,,,,,\n"
NIGHTS = {
    "03-01": 1, "03-02": 0, "03-03": 0, "03-04": 1, "03-05": 0, "03-07": 2, "03-08": 0, "03-09": 0,
    "03-10": 0,
}  # fmt: skip
MONDAY = "Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"


def read(text: str, name: str = "leg cramps.csv") -> Journal:
    return read_journal([(name, text.encode())])


def nights(journal: Journal) -> dict[str, int]:
    return {f"{night:%m-%d}": int(count) for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("leg cramps.csv", "March 2025,,,,,,\n" + MONDAY + WEEKS),
        ("calendar.csv", "Leg cramps March 2025,,,,,,\n" + MONDAY + WEEKS),
        ("crampes mars 2025.csv", "lun.,mar.,mer.,jeu.,ven.,sam.,dim.\n" + WEEKS),
        ("Wadenkrämpfe 2025.csv", "März,,,,,,\nMo,Di,Mi,Do,Fr,Sa,So\n" + WEEKS),
        ("leg cramps.csv", "March 2025,,,,,,\nM,T,W,T,F,S,S\n" + WEEKS),
        # The days of the month before stand in its first week, too.
        ("leg cramps.csv", "March 2025,,,,,,\n" + MONDAY + WEEKS.replace(",,,,,1,2", "24,25,26,27,28,1,2")),
    ],
)
def test_each_day_with_something_beneath_it_is_a_night(name: str, text: str) -> None:
    """Day numbers alone say nothing: the sixth and the days from the eleventh on are not logged."""
    journal = read(text, name)
    assert nights(journal) == NIGHTS
    assert journal.receipts[0].rows.used == len(NIGHTS)
    assert any("a calendar; each day" in problem.problem for problem in journal.receipts[0].problems)


def test_a_week_may_begin_on_sunday_and_a_workbook_have_a_sheet_for_each_month() -> None:
    made = openpyxl.Workbook()
    first, second = made.active, made.create_sheet("Apr 2025")
    assert first is not None
    first.title = "Mar 2025"
    days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    for row in (days, [None] * 6 + [1], [None] * 6 + [0], [2, 3, 4, 5, 6, 7, 8], [1, 0]):
        first.append(row)
    for row in (days, [None, None, 1, 2, 3, 4, 5], [None, None, 2]):
        second.append(row)
    content = io.BytesIO()
    made.save(content)
    journal = read_journal([("leg cramps.xlsx", content.getvalue())])
    assert nights(journal) == {"03-01": 0, "03-02": 1, "03-03": 0, "04-01": 2}


def test_what_was_noted_may_stand_behind_the_number_of_its_day() -> None:
    week = '3: 0,"4\nleft calf",5 no,6,7 – 2 cramps,8,9\n'
    journal = read("March 2025,,,,,,\n" + MONDAY + ",,,,,1,2\n" + week)
    assert nights(journal) == {"03-03": 0, "03-04": 1, "03-05": 0, "03-07": 2}


def test_lines_with_a_name_are_what_they_are_called() -> None:
    text = (
        "March 2025,,,,,,,\nWeek,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n,,,,,,1,2\nLeg cramps,,,,,,1,0\n"
        "Water (mL),,,,,,1500,\n,3,4,5,6,7,8,9\nLeg cramps,0,1,,,,,\n"
    )
    journal = read(text, "calendar.csv")
    assert nights(journal) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 1}
    assert journal.days["hydration"].dropna().tolist() == [1500]


def test_months_may_stand_below_each_other() -> None:
    april = "April 2025,,,,,,\n" + MONDAY + ",1,2,3,4,5,6\n,2,,,,,\n"
    assert nights(read("March 2025,,,,,,\n" + MONDAY + WEEKS + april)) == {**NIGHTS, "04-01": 2}


@pytest.mark.parametrize(
    "text",
    [
        "March,,,,,,\n" + MONDAY + WEEKS,  # of no year
        MONDAY + WEEKS,
        "April 2025,,,,,,\n" + MONDAY + WEEKS,  # 1 April 2025 was a Tuesday
        "March 2025,,,,,,\n" + MONDAY + WEEKS.replace("10,11", "10,12"),
        MONDAY + "0,1,0,0,2,0,0\n0,0,1,,0,0,0\n",
    ],
)
def test_a_calendar_that_does_not_say_its_dates_is_asked_about(text: str) -> None:
    with pytest.raises(JournalError) as refused:
        read(text)
    assert "The days of the week stand across the file, as in a calendar" in str(refused.value)


def test_a_calendar_of_something_else_counts_no_cramps() -> None:
    with pytest.raises(JournalError):
        read("Running March 2025,,,,,,\n" + MONDAY + WEEKS, "runs.csv")
