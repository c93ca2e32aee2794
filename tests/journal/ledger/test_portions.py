"""Lists of portions without times, and totals that go on through a day. Oracle: added up by hand."""

import io

import pytest
from openpyxl import Workbook

from analysis import Journal, read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


def read(text: str, *, excel: bool = False) -> Journal:
    if not excel:
        return read_journal([DIARY, ("list.csv", text.encode())])
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in text.strip().split("\n"):
        sheet.append([float(cell) if cell.isdecimal() else cell for cell in line.split(",")])
    content = io.BytesIO()
    book.save(content)
    return read_journal([DIARY, ("list.xlsx", content.getvalue())])


def days(journal: Journal, name: str) -> dict[str, float]:
    return {f"{day:%m-%d}": value for day, value in journal.days[name].dropna().items()}


@for_each("excel", [False, True])
@for_each(
    ("text", "name", "expected"),
    [
        (
            "Date,Drink,Water (ml)\n2025-03-01,Water,500\n2025-03-01,Tea,500\n2025-03-01,Water,250\n"
            "2025-03-02,Water,750\n",
            "hydration",
            {"03-01": 1250, "03-02": 750},
        ),
        (
            "Datum,Getränk,Trinkmenge (ml)\n01.03.2025,Wasser,500\n01.03.2025,Tee,500\n02.03.2025,Tee,300\n"
            "03.03.2025,Tee,400\n",
            "hydration",
            {"03-01": 1000, "03-02": 300, "03-03": 400},
        ),
        (
            "Date,Exercise,Active minutes\n2025-03-01,Walk,30\n2025-03-01,Swim,30\n2025-03-01,Run,10\n"
            "2025-03-02,Walk,20\n2025-03-03,Walk,25\n",
            "activity",
            {"03-01": 70, "03-02": 20, "03-03": 25},
        ),
        (
            "Date,Kind,Alcohol (drinks)\n2025-03-01,Beer,1\n2025-03-01,Wine,1\n2025-03-02,Beer,2\n",
            "alcohol",
            {"03-01": 2, "03-02": 2},
        ),
    ],
)
def test_rows_of_a_day_that_name_different_things_add_up(
    text: str, name: str, expected: dict[str, float], *, excel: bool
) -> None:
    journal = read(text, excel=excel)
    assert days(journal, name) == expected
    rows = journal.receipts[1].rows
    assert (rows.used, rows.duplicate, rows.rejected) == (text.count("\n") - 1, 0, 0)


def test_the_same_drink_again_among_others_is_another_drink() -> None:
    """By hand: water, tea and water are three glasses; nobody copies one line of a day and not the next."""
    text = (
        "Date,Drink,Water (ml)\n2025-03-01,Water,500\n2025-03-01,Tea,500\n2025-03-01,Water,500\n"
        "2025-03-02,Water,750\n"
    )
    journal = read(text)
    assert days(journal, "hydration") == {"03-01": 1500, "03-02": 750}
    assert (journal.receipts[1].rows.used, journal.receipts[1].rows.duplicate) == (4, 0)


def test_a_day_that_stands_there_twice_as_a_whole_counts_once() -> None:
    text = (
        "Date,Drink,Water (ml)\n2025-03-01,Water,500\n2025-03-01,Tea,500\n2025-03-02,Water,750\n"
        "2025-03-01,Water,500\n2025-03-01,Tea,500\n2025-03-03,Water,600\n2025-03-04,Water,700\n"
    )
    journal = read(text)
    assert days(journal, "hydration") == {"03-01": 1000, "03-02": 750, "03-03": 600, "03-04": 700}
    assert (journal.receipts[1].rows.used, journal.receipts[1].rows.duplicate) == (5, 2)


def test_rows_that_name_the_same_thing_still_contradict_each_other() -> None:
    """Two versions of one day are not two portions: nothing tells them apart."""
    text = "Date,Drink,Water (ml)\n2025-03-01,Water,500\n2025-03-01,Water,700\n2025-03-02,Water,750\n"
    text += "2025-03-03,Water,750\n"
    journal = read(text)
    assert days(journal, "hydration") == {"03-01": 700, "03-02": 750, "03-03": 750}
    assert journal.receipts[1].rows.rejected == 1


@pytest.mark.parametrize("heading", ["Sodium (mg)", "Magnesium (mg)"])
def test_what_a_meal_holds_is_no_blood_test(heading: str) -> None:
    journal = read_journal([
        DIARY, ("food.csv", f"Date,Meal,{heading}\n2025-03-01,Lunch,400\n2025-03-01,Dinner,400\n".encode())
    ])  # fmt: skip
    assert journal.measurements.empty
    assert journal.changes.empty


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Date,Time,Total steps\n2025-03-01,08:00,500\n2025-03-01,22:00,8000\n2025-03-02,08:00,400\n"
         "2025-03-02,22:00,7000\n", "steps", {"03-01": 8000, "03-02": 7000}),
        ("Time,Water total (ml)\n2025-03-01 08:00,250\n2025-03-01 12:00,250\n2025-03-01 22:00,1800\n",
         "hydration", {"03-01": 1800}),
        ("Zeit,Wasser gesamt (ml)\n01.03.2025 08:00,250\n01.03.2025 22:00,1800\n", "hydration",
         {"03-01": 1800}),
        # Not called a total, two entries in order prove nothing.
        ("Time,Water (ml)\n2025-03-01 08:00,250\n2025-03-01 22:00,500\n", "hydration", {"03-01": 750}),
        # Called so, but it falls: portions after all.
        ("Time,Water total (ml)\n2025-03-01 08:00,500\n2025-03-01 22:00,250\n", "hydration", {"03-01": 750}),
    ],
)  # fmt: skip
def test_a_growing_total_is_no_portion(text: str, name: str, expected: dict[str, float]) -> None:
    assert days(read(text), name) == expected


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Meal", ("Breakfast", "Lunch", "Dinner")),
        ("Mahlzeit", ("Frühstück", "Mittag", "Abend")),
        ("Repas", ("Petit déjeuner", "Déjeuner", "Dîner")),
        ("When it was", ("morning", "afternoon", "evening")),
    ],
)
def test_steps_and_own_amounts_between_the_meals_are_parts_of_the_day(
    header: str, parts: tuple[str, str, str]
) -> None:
    """1000 + 2000 + 500 steps and 400 + 900 + 100 mg."""
    cells = zip(parts, (400, 900, 100), (1000, 2000, 500), strict=True)
    rows = "".join(f"2025-03-01,{part},{own},{steps}\n" for part, own, steps in cells)
    text = f"Date,{header},Potassium (mg),Steps\n{rows}".encode()
    journal = read_journal([DIARY, ("list.csv", text)], mapping={"Potassium (mg)": "own"})
    assert days(journal, "steps") == {"03-01": 3500}
    assert days(journal, "potassium_mg") == {"03-01": 1400}
    (rows_read,) = [receipt.rows for receipt in journal.receipts if receipt.name == "list.csv"]
    assert (rows_read.used, rows_read.rejected) == (3, 0)


def test_steps_of_two_sources_of_a_day_are_not_added() -> None:
    journal = read("Date,Type,Steps\n2025-03-01,Phone,4000\n2025-03-01,Watch,4200\n2025-03-02,Phone,100\n")
    assert days(journal, "steps")["03-01"] == 4200


def test_two_amounts_of_one_moment_are_two_drinks_and_the_same_row_again_is_one() -> None:
    """16 + 8 US fluid ounces are 709.8 mL; 16 twice in the same row are 473.2 mL."""
    text = "Timestamp,Water (oz)\n3/1/2025 8:00,16\n3/1/2025 8:00,{}\n3/13/2025 9:00,16\n"
    assert days(read(text.format(8)), "hydration")["03-01"] == pytest.approx(709.76, abs=0.01)
    assert days(read(text.format(16)), "hydration")["03-01"] == pytest.approx(473.18, abs=0.01)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Date,Water (mL)\n2025-03-01,500\n2025-03-01,250\n2025-03-01,1000\n2025-03-02,700\n", "hydration",
         {"03-01": 1750, "03-02": 700}),
        ("Datum,Kaffee (Tassen)\n01.03.2025,1\n01.03.2025,2\n02.03.2025,3\n03.03.2025,3\n", "caffeine",
         {"03-01": 3, "03-02": 3, "03-03": 3}),
        ("Date,Activity (min)\n2025-03-01,30\n2025-03-01,45\n2025-03-02,20\n", "activity",
         {"03-01": 75, "03-02": 20}),
        # Equal amounts, told apart by a number or name that comes again every day.
        ("Date,Session,Activity (min)\n2025-03-01,1,30\n2025-03-01,2,30\n2025-03-02,1,20\n", "activity",
         {"03-01": 60, "03-02": 20}),
        ("Date,Slot,Water (mL)\n2025-03-01,a,500\n2025-03-01,b,500\n2025-03-02,a,500\n", "hydration",
         {"03-01": 1000, "03-02": 500}),
        ("Date,Nr,Coffee (cups)\n2025-03-01,1,2\n2025-03-01,2,2\n2025-03-02,1,3\n", "caffeine",
         {"03-01": 4, "03-02": 3}),
    ],
)  # fmt: skip
def test_rows_of_a_day_without_a_time_add_up(text: str, name: str, expected: dict[str, float]) -> None:
    journal = read(text)
    assert days(journal, name) == expected
    rows = journal.receipts[1].rows
    assert (rows.used, rows.duplicate, rows.rejected) == (text.count("\n") - 1, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        # Each as large as the total of the days beside it: the day's total, written twice.
        "Date,Water (mL)\n2025-03-01,1800\n2025-03-01,1900\n2025-03-02,1700\n2025-03-03,2000\n",
        # Two sources of one total.
        "Date,Source,Water (mL)\n2025-03-01,Phone,1800\n2025-03-01,Watch,1900\n2025-03-02,Phone,1700\n"
        "2025-03-03,Phone,2000\n",
    ],
)
def test_two_totals_of_one_day_contradict_each_other(text: str) -> None:
    journal = read(text)
    assert days(journal, "hydration")["03-01"] == 1900
    assert journal.receipts[1].rows.rejected == 1


def test_the_whole_row_again_is_a_duplicate() -> None:
    journal = read("Date,Water (mL)\n2025-03-01,500\n2025-03-01,500\n2025-03-02,700\n2025-03-03,900\n")
    assert days(journal, "hydration") == {"03-01": 500, "03-02": 700, "03-03": 900}
    assert journal.receipts[1].rows.duplicate == 1


def test_a_counter_of_steps_beside_portions_of_water_is_a_total() -> None:
    """The last of 500, 3000 and 8000 steps, and all of 250, 500 and 250 mL."""
    text = "Date,Time,Steps,Water (mL)\n2025-03-01,08:00,500,250\n2025-03-01,12:00,3000,500\n"
    text += "2025-03-01,22:00,8000,250\n2025-03-02,08:00,400,250\n2025-03-02,22:00,7000,300\n"
    journal = read(text)
    assert days(journal, "steps") == {"03-01": 8000, "03-02": 7000}
    assert days(journal, "hydration") == {"03-01": 1000, "03-02": 550}


def test_a_total_so_far_that_was_saved_again_at_the_end_of_the_day_is_no_second_portion() -> None:
    """Ten days of about 1600 mL: 300 then 1600, and 900 then 2000, are never 1900 and 2900."""
    rows = "".join(f"2025-03-{day:02d},{1500 + day % 3 * 100}\n" for day in range(3, 13))
    journal = read(
        f"Date,Water (mL)\n2025-03-01,300\n2025-03-01,1600\n2025-03-02,900\n2025-03-02,2000\n{rows}"
    )
    assert set(days(journal, "hydration").values()) <= {300, 900, 1500, 1600, 1700, 2000}
    assert journal.receipts[1].rows.rejected == 2
