"""Headings in two rows, and sheets with months or dates across. Oracle: each sheet read by hand."""

import io
from datetime import datetime

import openpyxl
import pytest

from analysis.journal import Journal, JournalError, read_journal


def read(text: str | bytes, name: str = "diary.csv") -> Journal:
    return read_journal([(name, text.encode() if isinstance(text, str) else text)])


def cramps(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


def workbook(rows: list[list[object]], merged: tuple[str, ...] = (), title: str = "Sheet") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


SIDES = "2025-03-01,0,1,1500\n2025-03-02,2,0,1600\n2025-03-03,1,1,1700\n"


@pytest.mark.parametrize(
    "header",
    [
        "Date,Cramps,,Water\n,Left,Right,mL\n",
        "Date,Leg cramps,,Water (mL)\n,left leg,right leg,\n",
        ",Cramps,,Day\nDate,Left,Right,Water (mL)\n",
        "My cramp diary\nDate,Cramps,,Water\n,Left,Right,(mL)\n",
    ],
)
def test_a_group_above_left_and_right_counts_both(header: str) -> None:
    """1, 2 and 2 cramps: those of one leg alone would be 0, 2 and 1."""
    journal = read(header + SIDES)
    assert cramps(journal) == {"03-01": 1, "03-02": 2, "03-03": 2}
    assert journal.days["hydration"].tolist() == [1500, 1600, 1700]
    assert journal.receipts[0].rows.read == journal.receipts[0].rows.used == 3


@pytest.mark.parametrize(
    "header",
    [
        "Datum;Wadenkrämpfe;;Trinken\n;Anzahl;Stärke (0-10);ml\n",
        "Date;Crampes;;Eau\n;Nombre;Intensité (0-10);ml\n",
        "Date;Leg cramps;;Water\n;How many;How bad (0-10);ml\n",
    ],
)
def test_how_many_and_how_bad_stand_below_the_cramps(header: str) -> None:
    journal = read(header + "01.03.2025;0;;1500\n02.03.2025;2;6;1600\n13.03.2025;1;4;1700\n")
    assert cramps(journal) == {"03-01": 0, "03-02": 2, "03-13": 1}
    assert journal.nights["severity"].dropna().tolist() == [6, 4]
    assert journal.days["hydration"].dropna().tolist() == [1500, 1600, 1700]


def test_merged_groups_of_a_workbook() -> None:
    rows: list[list[object]] = [
        ["Night", "Cramps", None, "Sleep", "Day"],
        ["Date", "Number", "Pain (0-10)", "Hours", "Steps"],
        [datetime(2025, 3, 1), 0, None, 7, 5000],
        [datetime(2025, 3, 2), 2, 6, 6.5, 6000],
    ]
    journal = read(workbook(rows, ("B1:C1",)), "diary.xlsx")
    assert cramps(journal) == {"03-01": 0, "03-02": 2}
    assert journal.nights["sleep"].tolist() == [7, 6.5]
    assert journal.days["steps"].tolist() == [5000, 6000]


def test_months_pasted_together_repeat_both_rows_of_the_header() -> None:
    header = "Date,Cramps,,Water\n,Left,Right,mL\n"
    journal = read(header + SIDES + header + "2025-04-01,0,3,1500\n")
    assert {night: count for night, count in cramps(journal).items() if count} == {
        "03-01": 1, "03-02": 2, "03-03": 2, "04-01": 3
    }  # fmt: skip
    assert journal.receipts[0].rows.read == 4


@pytest.mark.parametrize(
    "text",
    [
        "Date,Cramps,\n2025-03-01,0,\n,none,felt fine\n2025-03-02,1,\n",
        "Date,Cramps,\n,none,felt fine\n2025-03-01,0,\n2025-03-02,1,\n",
    ],
)
def test_a_row_of_data_without_its_date_is_no_header(text: str) -> None:
    """Where it stands first it might be one: the nights and counts are the same either way."""
    assert cramps(read(text)) == {"03-01": 0, "03-02": 1}


LEGS = "2026-03-01,1,3,0,\n2026-03-02,0,,2,9\n2026-03-03,2,4,1,8\n"


@pytest.mark.parametrize(
    "header",
    [
        ",Leg cramps,,Stomach cramps,\nDate,Number,Pain,Number,Pain\n",
        "Date,Leg cramps,,Stomach cramps,\n,Number,Pain,Number,Pain\n",
        ",Beinkrämpfe,,Magenkrämpfe,\nDatum,Anzahl,Schmerz,Anzahl,Schmerz\n",
        ",Leg,,Stomach,\nDate,Cramps,Pain,Cramps,Pain\n",
        ",Night cramps,,Day cramps,\nDate,Number,Pain,Number,Pain\n",
        ",Cramps,,Headache,\nDate,Number,Pain,Number,Pain\n",
        ",Cramps,,Migraine,\nDate,Number,Pain,Number,Severity\n",
    ],
)
def test_the_pain_of_something_else_is_not_that_of_the_leg_cramps(header: str) -> None:
    """1, 0 and 2 cramps with pains of 3 and 4. 9 and 8 are the other one's, and it is said that they are
    not used.
    """
    journal = read(header + LEGS)
    assert cramps(journal) == {"03-01": 1, "03-02": 0, "03-03": 2}
    assert journal.cramps["severity"].dropna().tolist() == [3, 4]
    unused = {problem.column for problem in journal.receipts[0].problems if problem.action == "not_mapped"}
    assert len(unused) == 2


def test_the_time_of_a_walk_is_not_that_of_a_cramp() -> None:
    """One cramp of pain 3, none, two of which the worst had 4: no time and no length of a cramp is told."""
    header = ",Cramps,,Walk,\nDate,Number,Pain,Time,Duration (min)\n"
    rows = "2026-03-01,1,3,17:00,30\n2026-03-02,0,,16:00,20\n2026-03-03,2,4,15:00,40\n"
    journal = read(header + rows)
    assert cramps(journal) == {"03-01": 1, "03-02": 0, "03-03": 2}
    assert journal.cramps["onset"].isna().all()
    assert journal.cramps["duration"].isna().all()


@pytest.mark.parametrize("group", ["Details", "Worst", "Symptoms", "Left calf", "Einzelheiten"])
def test_groups_that_say_more_about_the_cramps_keep_their_columns(group: str) -> None:
    header = f",Cramps,{group},\nDate,Number,Pain,Duration (min)\n"
    journal = read(header + "2026-03-01,1,3,5\n2026-03-02,0,,\n2026-03-03,2,4,10\n")
    assert journal.cramps["severity"].dropna().tolist() == [3, 4]
    assert journal.cramps["duration"].dropna().tolist() == [5, 10]


# --- months across


MONTHS = {"01-01": 0, "01-02": 1, "01-31": 2, "02-01": 1, "02-02": 0, "03-02": 3, "03-31": 0}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cramps 2025.csv", "Day,Jan,Feb,Mar\n1,0,1,\n2,1,0,3\n31,2,,0\n"),
        ("a.csv", "Leg cramps 2025,,,\nDay,January,February,March\n1,0,1,\n2,1,0,3\n31,2,,0\nTotal,3,1,3\n"),
        ("a.csv", "Wadenkrämpfe;;;\nTag;Jan 2025;Feb 2025;März 2025\n1;0;1;\n2;1;0;3\n31;2;;0\n"),
        ("a.csv", "Crampes;2025-01;2025-02;2025-03\n1;0;1;\n2;1;0;3\n31;2;;0\n"),
    ],
)
def test_a_month_a_column(name: str, text: str) -> None:
    journal = read(text, name)
    assert cramps(journal) == MONTHS
    assert f"{journal.nights.index[0]:%Y}" == "2025"
    assert any("across" in problem.problem for problem in journal.receipts[0].problems)


def test_a_month_a_row_in_a_workbook() -> None:
    """Every seventh of January and every ninth of February has a cramp."""
    rows: list[list[object]] = [["Month", *range(1, 32)]]
    rows.append(["January", *(int(day % 7 == 0) for day in range(1, 32))])
    rows.append(["February", *(int(day % 9 == 0) for day in range(1, 29)), None, None, None])
    found = cramps(read(workbook(rows, title="Leg cramps 2025"), "book.xlsx"))
    assert len(found) == 59
    assert [day for day, count in found.items() if count] == [
        "01-07", "01-14", "01-21", "01-28", "02-09", "02-18", "02-27"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Day,Jan,,Feb,\n,L,R,L,R\n1,0,1,1,0\n2,1,0,0,0\n3,2,1,0,1\n",
        "Tag;Januar;;;Februar;;\n;links;rechts;Bemerkung;links;rechts;Bemerkung\n1;0;1;;1;0;Wein\n"
        "2;1;0;schlecht;0;0;\n3;2;1;;0;1;\nSumme;3;2;;1;1;\n",
    ],
)
def test_the_legs_below_a_month_add_up(text: str) -> None:
    """0 and 1, 1 and 0, 2 and 1 in January; 1 and 0, 0 and 0, 0 and 1 in February: six days, six rows."""
    journal = read(text, "leg cramps 2025.csv")
    assert cramps(journal) == {"01-01": 1, "01-02": 1, "01-03": 3, "02-01": 1, "02-02": 0, "02-03": 1}
    assert (journal.receipts[0].rows.read, journal.receipts[0].rows.used) == (6, 6)
    if "Wein" in text:
        assert journal.remarks["text"].tolist() == ["schlecht", "Wein"]


def test_a_remark_beside_each_month_is_of_its_day() -> None:
    journal = read("Day,Jan,,Feb,\n1,0,fine,1,bad\n2,1,,0,\n", "leg cramps 2025.csv")
    assert cramps(journal) == {"01-01": 0, "01-02": 1, "02-01": 1, "02-02": 0}
    assert journal.remarks["text"].tolist() == ["fine", "bad"]


@pytest.mark.parametrize(
    "text",
    [
        "Day,Jan,Feb,\n1,0,1,\n2,1,0,bad week\nbad winter,,,\n",
        "Day,Jan,Feb,Notes\n1,0,1,\n2,1,0,bad week of 8\nbad winter,,,\n",
        "Month," + ",".join(map(str, range(1, 32))) + ",Remark\nJan,0,1" + "," * 29 + ",bad week\n"
        "Feb,1,0" + "," * 29 + ",bad winter\n",
    ],
)
def test_a_remark_of_no_day_is_listed_and_not_lost(text: str) -> None:
    """Four days are used; the two remarks belong to none of them, and come back as rows without a date."""
    receipt = read(text, "leg cramps 2025.csv").receipts[0]
    assert cramps(read(text, "leg cramps 2025.csv")) == {"01-01": 0, "01-02": 1, "02-01": 1, "02-02": 0}
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (6, 4, 2)
    assert sum("bad" in cell for row in receipt.raw_rejected.rows for cell in row) == 2
    listed = [problem.problem for problem in receipt.problems if problem.action == "rejected"]
    assert all("a remark about no one day" in problem for problem in listed)
    assert len(listed) == 2


def test_numbers_under_no_month_are_asked_about() -> None:
    """They may be the other leg's: without a name nothing is taken, and nothing is left out."""
    with pytest.raises(JournalError):
        read("Day,Jan,,Feb,\n1,0,1,1,2\n2,1,0,0,0\n", "leg cramps 2025.csv")


def test_a_season_goes_on_in_the_next_year() -> None:
    journal = read("Leg cramps,Nov 2024,Dec,Jan\n1,0,1,2\n2,0,0,1\n")
    assert [f"{night:%Y-%m-%d}" for night in journal.nights["cramps"].dropna().index] == [
        "2024-11-01", "2024-11-02", "2024-12-01", "2024-12-02", "2025-01-01", "2025-01-02"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "2024,Nov,Dec\n1,0,1\n2,1,0\n\n2025,Jan,Feb\n1,2,0\n2,0,1\n",
        "Leg cramps 2024\nDay,Nov,Dec\n1,0,1\n2,1,0\nTotal,1,1\nLeg cramps 2025\nDay,Jan,Feb\n1,2,0\n2,0,1\n",
    ],
)
def test_two_years_stand_one_below_the_other(text: str) -> None:
    """By hand: 0, 1 and 1, 0 of 2024, then 2, 0 and 0, 1 of 2025; no year may go as a title."""
    journal = read(text, "leg cramps.csv")
    assert {f"{night:%Y-%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()} == {
        "2024-11-01": 0, "2024-11-02": 1, "2024-12-01": 1, "2024-12-02": 0,
        "2025-01-01": 2, "2025-01-02": 0, "2025-02-01": 0, "2025-02-02": 1,
    }  # fmt: skip


def test_rows_above_a_grid_are_not_lost_as_its_title() -> None:
    """A diary above a grid: which of them is meant nobody says, and no line of it goes as a title."""
    text = "Date,Cramps,Pain\n2025-03-01,2,5\n2025-03-02,0,\nLeg cramps 2024,Jan,Feb\n1,0,1\n2,1,0\n"
    try:
        journal = read(text)
    except JournalError:
        return
    assert cramps(journal).get("03-01") == 2


def test_legs_above_their_own_counts_add_up() -> None:
    """2 left and 1 right are 3, and not the larger of the two."""
    text = ",Left leg,,Right leg,\nDate,Cramps,Pain,Cramps,Pain\n2025-03-01,2,5,1,4\n2025-03-02,0,,0,\n"
    journal = read(text)
    assert cramps(journal) == {"03-01": 3, "03-02": 0}
    assert journal.nights["severity"].dropna().tolist() == [5]


def test_a_day_that_a_month_has_not_is_rejected_with_its_row() -> None:
    receipt = read("Leg cramps 2025,Jan,Feb\n1,0,1\n30,0,2\n").receipts[0]
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (4, 3, 1)
    assert [problem.row for problem in receipt.problems if problem.action == "rejected"] == [3]


def test_months_of_something_else_are_no_cramps() -> None:
    """Steps by day and month are steps; numbers of nobody knows what are asked about."""
    diary = ("diary.csv", b"Night of,Cramps\n2025-01-01,0\n2025-01-02,1\n")
    for title in ("Steps 2025", "Rainfall 2025"):
        text = f"{title},Jan,Feb\n1,5000,6000\n2,7000,8000\n".encode()
        journal = read_journal([diary, ("numbers.csv", text)])
        assert cramps(journal) == {"01-01": 0, "01-02": 1}
        assert ("steps" in journal.days) == title.startswith("Steps")


def test_a_date_a_column() -> None:
    text = "My diary\nDate,2025-03-01,2025-03-02,2025-03-03\nCramps,0,2,\nWater (mL),1500,1600,1700\n"
    journal = read(text)
    assert cramps(journal) == {"03-01": 0, "03-02": 2}
    assert journal.days["hydration"].tolist() == [1500, 1600, 1700]
