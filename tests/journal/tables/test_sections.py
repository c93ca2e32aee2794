"""Several lists below one another in one file. Oracle: each list read by itself, by hand."""

import io

import pytest
from openpyxl import Workbook

from analysis import Journal, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
FOODS = [["Foods"], ["Date", "Calories In"], ["2025-03-01", "1900"], ["2025-03-02", "2100"]]
ACTIVITIES = [
    ["Activities"],
    ["Date", "Calories Burned", "Steps", "Minutes Sedentary", "Minutes Fairly Active", "Minutes Very Active"],
    ["2025-03-01", "2300", "6100", "800", "20", "15"],
    ["2025-03-02", "2100", "4100", "900", "10", "5"],
]
SLEEP = [
    ["Sleep"],
    ["Start Time", "End Time", "Minutes Asleep", "Minutes Awake", "Number of Awakenings", "Time in Bed"],
    ["2025-03-01 11:05PM", "2025-03-02 7:27AM", "440", "62", "10", "502"],
]
GERMAN = [
    ["Wasser"],
    ["Datum", "Wasser (ml)"],
    ["01.03.2025", "1500"],
    ["02.03.2025", "2000"],
    [],
    ["Schlaf"],
    ["Datum", "Schlafdauer (min)", "Aufwachphasen", "Score"],
    ["01.03.2025", "420", "3", "80"],
]


def written(rows: list[list[str]], *, excel: bool) -> tuple[str, bytes]:
    if not excel:
        return "export.csv", "\n".join(",".join(row) for row in rows).encode()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return "export.xlsx", content.getvalue()


def days(journal: Journal, name: str) -> dict[str, float]:
    table = journal.nights if name == "sleep" else journal.days
    return {f"{day:%m-%d}": value for day, value in table[name].dropna().items()}


@pytest.mark.parametrize("excel", [False, True])
@pytest.mark.parametrize(
    "rows", [[*ACTIVITIES, [], *SLEEP], [*FOODS, [], *ACTIVITIES, [], *SLEEP], [*SLEEP, *ACTIVITIES]]
)
def test_each_section_is_a_table_of_its_own(rows: list[list[str]], *, excel: bool) -> None:
    """The minutes asleep are no steps, and what is eaten is no header of what is walked."""
    journal = read_journal([DIARY, written(rows, excel=excel)])
    assert days(journal, "steps") == {"03-01": 6100, "03-02": 4100}
    assert days(journal, "activity") == {"03-01": 35, "03-02": 15}
    assert days(journal, "sleep") == pytest.approx({"03-01": 440 / 60})
    assert sum(receipt.rows.used for receipt in journal.receipts[1:]) == 3


def test_sections_in_another_language() -> None:
    journal = read_journal([DIARY, written(GERMAN, excel=False)])
    assert days(journal, "hydration") == {"03-01": 1500, "03-02": 2000}
    assert days(journal, "sleep") == {"03-01": 7}


def test_months_with_the_same_header_stay_one_table() -> None:
    text = "March\nNight of,Cramps,Side\n2025-03-01,1,left\nApril\nNight of,Cramps,Side\n2025-04-01,0,\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert len(journal.receipts) == 1
    assert journal.nights["cramps"].dropna().tolist() == [1, 0]


def test_a_title_line_above_words_of_a_night_begins_no_table() -> None:
    text = "Night of,Cramps,Side,Notes\n2025-03-01,1,left,bad\nSecond week\n2025-03-02,0,,fine\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert len(journal.receipts) == 1
    assert journal.nights["cramps"].dropna().tolist() == [1, 0]
