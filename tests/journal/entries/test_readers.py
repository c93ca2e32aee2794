"""How the cells of one column are read together: its unit, its scale. Oracle: by hand."""

from datetime import time

import pandas as pd
import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.cells import Cell, DecimalMark
from analysis.journal.columns import Plan
from analysis.journal.entries.not_measured import is_only_yes_no
from analysis.journal.entries.readers import cell_reader, natural_step, own_field, within
from analysis.journal.fields import Field, headers
from analysis.journal.receipts import Draft
from analysis.journal.tables import Heading
from tests.for_each import for_each


def read(header: str, cells: list[str]) -> Journal:
    rows = "".join(f"2025-01-{at:02d},{at % 2},{cell}\n" for at, cell in enumerate(cells, start=1))
    return read_journal([("diary.csv", f"Night of,Cramps,{header}\n{rows}".encode())])


def amounts(journal: Journal, field: str = "hydration") -> list[float | None]:
    table = journal.days if field in journal.days else journal.nights
    if field not in table:
        return []
    days = pd.date_range("2025-01-01", periods=len(journal.nights))
    return [None if pd.isna(value) else float(value) for value in table[field].reindex(days)]


def test_litres_beside_millilitres_are_told_apart() -> None:
    assert amounts(read("Water", ["1.5", "1.2", "1500", "2.0", "1800"])) == [1500, 1200, 1500, 2000, 1800]
    assert amounts(read("Wasser (ml)", ["1500", "1.8", "2000", "1.2"])) == [1500, 1800, 2000, 1200]


def test_ounces_under_a_heading_of_millilitres_are_set_aside_and_said() -> None:
    journal = read("Water (mL)", ["1500", "1600", "1700", "1400", "50", "55", "60", "48"])
    assert amounts(journal) == [1500, 1600, 1700, 1400, None, None, None, None]
    said = [found.row for found in journal.receipts[0].problems if "fl oz" in found.problem]
    assert said == [None, 6, 7, 8, 9]  # once for the column, and each cell


def test_a_pint_beside_ounces_is_the_american_one() -> None:
    """3 US pints are 1419.5 mL; 3 imperial ones 1704.8."""
    assert amounts(read("Water", ["60 oz", "3 pints"]))[1] == pytest.approx(1419.5, abs=0.1)
    assert amounts(read("Water", ["1 L", "3 pints"]))[1] == pytest.approx(1704.8, abs=0.1)
    assert amounts(read("Water", ["60 oz", "3 imperial pints"]))[1] == pytest.approx(1704.8, abs=0.1)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (["40", "60", "75", "10"], [4.0, 6.0, 7.5, 1.0]),
        (["4", "6", "7", "14"], [4.0, 6.0, 7.0, None]),
        (["4", "6", "70", "80", "5"], [None] * 5),
    ],
)
def test_one_scale_for_a_column_or_none(scores: list[str], expected: list[float | None]) -> None:
    rows = "".join(f"2025-01-{at:02d},1,{score}\n" for at, score in enumerate(scores, start=1))
    journal = read_journal([("diary.csv", f"Night of,Cramps,Pain\n{rows}".encode())])
    assert (amounts(journal, "severity") or [None] * len(scores)) == expected


@pytest.mark.parametrize("header", ["Water", "Drunk", "Pain", "Duration", "Activity"])
def test_a_column_of_0_and_1_is_no_measure(header: str) -> None:
    journal = read(header, ["0", "1", "0", "1", "1", "0"])
    assert [column.field for column in journal.receipts[0].columns] == ["night", "cramps", None]


def test_tags_of_an_app_are_offered_and_never_taken() -> None:
    tags = b"Date,Level,awake,drunk,numb,tired,therapy\n2025-03-01,7,0,0,1,0,1\n2025-03-02,6,1,1,0,1,0\n"
    diary = b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n"
    journal = read_journal([("diary.csv", diary), ("mood.csv", tags)])
    assert not {"hydration", "numbness", "fatigue", "awake"} & {
        *journal.nights.columns,
        *journal.days.columns,
    }
    assert journal.changes.empty


def plan_of(field: str | None, header: str = "C", unit: str | None = None, **how: object) -> Plan:
    why = str(how.pop("why", "known"))
    return Plan(0, header, field, Heading(fields=(field,) if field else (), unit=unit), why, **how)  # type: ignore[arg-type]


def each(
    field: str, cells: list[str], *, header: str = "C", unit: str | None = None, decimal: DecimalMark = "."
) -> list[object]:
    """What the reader of a column makes of each of its cells."""
    draft, plan = Draft("a.csv", ""), plan_of(field, header, unit)
    draft.take_columns([plan])
    reader = cell_reader(headers()[field], plan, cells, list(dict.fromkeys(cells)), decimal, 250.0, draft)
    assert reader is not None
    return [reader(cell).value for cell in cells]


@for_each(
    ("cell", "header", "steps"),
    [
        ("5200", "Steps", 5200),
        ("5.2k", "Steps", 5200),
        ("5,25 k", "Steps", 5250),
        ("12K", "Steps", 12000),
        # A mark before three digits parts thousands, whatever it is; before fewer it is none.
        ("5.200", "Steps", 5200),
        ("5,200", "Steps", 5200),
        ("5'200", "Steps", 5200),
        ("5 200", "Steps", 5200),
        ("1.234.567", "Steps", 1234567),
        ("5.2", "Steps", 5.2),
        ("0.512", "Steps", 0.512),
        # A heading in thousands.
        ("5", "Steps (thousand)", 5000),
        ("5.2", "Steps in k", 5200),
        ("5.2", "Steps (k)", 5200),
        ("5", "Schritte in Tsd", 5000),
        ("5", "Steps '000", 5000),
        ("5k", "Steps (k)", 5000),
        ("many", "Steps (k)", None),
        ("5", "Kilo steps", 5),
    ],
)
def test_steps_and_steps_in_thousands(cell: str, header: str, steps: float | None) -> None:
    """Oracle: by hand."""
    assert each("steps", [cell], header=header) == [steps]


@for_each(
    ("cell", "unit", "minutes"),
    [
        ("30", None, 30),
        ("30", "min", 30),
        ("2", "h", 120),
        ("1:20", None, 80),
        ("0,5", "h", 30),
        ("30 min walk", None, 30),
        ("gardening 2 hours", None, 120),
        ("1 hr cycling", None, 60),
        ("walk 45", None, 45),
        # A bare number in a remark under five is no length, except where the heading gives its unit.
        ("walked 4", None, None),
        ("walked 5", None, 5),
        ("walked 4", "min", 4),
        ("walked 2", "h", 120),
        # Two numbers leave it open; so does a remark of more than 80 characters.
        ("2 walks of 30 min", None, None),
        ("walk 10 and 20 min", None, None),
        ("30 min " + "walk " * 15, None, None),
        ("30 min " + "w" * 73, None, 30),
        ("30 min " + "w" * 74, None, None),
        ("none", None, 0),
        ("rested", None, None),
        ("", None, None),
    ],
)
def test_minutes_of_activity_among_words(cell: str, unit: str | None, minutes: float | None) -> None:
    """Oracle: by hand."""
    assert each("activity", [cell], unit=unit, decimal=",") == [minutes]


def test_a_length_out_of_a_remark_is_a_repair_that_is_said() -> None:
    reader = cell_reader(headers()["activity"], plan_of("activity"), [], [], ".", 250.0, Draft("a.csv", ""))
    assert reader is not None
    assert reader("30 min walk") == Cell(30.0, True, "the length was taken out of a remark")
    assert reader("30").repaired is False


@for_each(
    ("field", "cells", "unit", "decimal", "values"),
    [
        ("duration", ["8", "90"], "s", ".", [8 / 60, 1.5]),
        ("duration", ["2"], "h", ".", [120]),
        ("duration", ["1,5", "2"], None, ",", [1.5, 2]),
        ("duration", ["1:20"], "mm:ss", ".", [1 + 20 / 60]),
        ("duration", ["3"], "mm:ss", ".", [3]),
        ("duration", ["1234567"], None, ".", [1234567]),
        ("sleep", ["7", "7.5", "6:30", "450 min"], None, ".", [7, 7.5, 6.5, 7.5]),
        ("sleep", ["450"], "min", ".", [7.5]),
        ("sleep", ["7,5"], None, ",", [7.5]),
        ("caffeine", ["2", "1,5"], None, ",", [2, 1.5]),
        ("relief", ["heat, massage"], None, ".", [("heat", "massage")]),
        ("muscle", ["calf"], None, ".", ["calf"]),
        ("side", ["left"], None, ".", ["left"]),
        ("activity_level", ["light"], None, ".", ["light"]),
        ("woke", ["yes", "no"], None, ".", [True, False]),
        ("cramps", ["3", "none"], None, ".", [3, 0]),
    ],
)
def test_each_kind_of_field_has_its_reader(
    field: str, cells: list[str], unit: str | None, decimal: DecimalMark, values: list[object]
) -> None:
    """Oracle: by hand."""
    assert each(field, cells, unit=unit, decimal=decimal) == values


def test_clock_times_as_most_write_them_and_otherwise() -> None:
    assert each("onset", ["02:10", "23:59", "2:10"]) == [(time(2, 10),), (time(23, 59),), (time(2, 10),)]


def test_what_is_not_read_has_no_reader_and_the_column_says_why() -> None:
    """Oracle: by hand; the kind of the column, why it is not used, and its code."""

    def refused(field: str, cells: list[str], unit: str | None = None) -> tuple[object, ...]:
        draft, plan = Draft("a.csv", ""), plan_of(field, unit=unit)
        draft.take_columns([plan])
        assert cell_reader(headers()[field], plan, cells, cells, ".", 250.0, draft) is None
        (problem,) = draft.problems
        (column,) = draft.columns
        assert (column.field, column.header, column.why != "") == (None, "C", True)
        return problem.row, problem.column, problem.action, problem.code

    assert refused("severity", ["yes", "no"]) == (None, "C", "not_mapped", "only_yes_no")
    assert refused("alcohol", ["12"], "g") == (None, "C", "not_mapped", "")
    assert refused("woke", ["1", "2", "3"]) == (None, "C", "not_mapped", "")
    nothing = cell_reader(headers()["notes"], plan_of("notes"), [], [], ".", 250.0, Draft("a.csv", ""))
    assert nothing is None


@for_each(
    ("cells", "read"),
    [
        (["1", "2", "3"], False),
        (["2", "3"], False),
        (["0", "2", "3"], True),
        (["2"], True),
        (["0", "1"], True),
        (["1"], True),
        (["yes", "no"], True),
        (["1", "2", "yes"], False),
    ],
)
def test_a_scale_without_a_0_says_neither_yes_nor_no(cells: list[str], read: bool) -> None:
    draft, plan = Draft("a.csv", ""), plan_of("woke")
    draft.take_columns([plan])
    assert (cell_reader(headers()["woke"], plan, cells, cells, ".", 250.0, draft) is not None) == read


def test_beside_ticks_a_cross_is_a_no_and_a_place_is_a_yes() -> None:
    assert each("woke", ["x", "yes"]) == [True, True]
    for tick in ("✓", "✔", "☑", "✅", "√"):
        assert each("woke", [f" {tick} ", "x"]) == [True, False]
    assert each("swelling", ["left ankle", "calf", "no", "x"]) == [True, True, False, True]
    assert each("swelling", ["✓", "x"]) == [True, False]
    assert each("swelling", ["perhaps", "left"]) == [None, True]


@for_each(
    ("field", "cells", "unit", "how", "only"),
    [
        ("severity", ["yes", "no"], None, {}, True),
        ("severity", ["0", "1"], None, {}, True),
        ("severity", ["0", "1", "2"], None, {}, False),
        ("severity", ["1"], None, {}, False),
        ("severity", ["0"], None, {}, False),
        ("severity", ["0", "1", ""], None, {}, True),
        ("severity", ["no"], None, {}, False),
        ("severity", [""], None, {}, False),
        ("severity", [], None, {}, False),
        ("severity", ["0", "1"], "0-10", {}, False),
        ("hydration", ["0", "1"], "L", {}, False),
        ("severity", ["mild", "no"], None, {}, False),
        ("severity", ["yes", "no", "not sure yet"], None, {}, False),
        ("severity", ["yes", "no"], None, {"why": "mapped"}, False),
        ("severity", ["yes", "no"], None, {"own": True}, False),
        ("sleep", ["yes", "no"], None, {}, True),
        ("steps", ["0", "1"], None, {}, True),
        ("steps", ["0", "1", "2"], None, {}, False),
        ("activity", ["0", "1"], "min", {}, True),
        ("activity", ["1"], "min", {}, False),
        ("standing", ["0", "1"], "h", {}, True),
        ("sleep", ["0", "1"], "h", {}, True),
        ("woke", ["yes", "no"], None, {}, False),
        ("duration", ["yes", "no", "yes, twice a night"], None, {}, False),
    ],
)
def test_whether_a_column_says_only_yes_and_no(
    field: str, cells: list[str], unit: str | None, how: dict[str, object], only: bool
) -> None:
    """Oracle: by hand; a unit of an amount, a third number, a word of strength or a person's word leaves it a
    measure. Nobody's days all have 0 or 1 step, minute or hour.
    """
    assert is_only_yes_no(headers()[field], plan_of(field, unit=unit, **how), cells) == only


@for_each(
    ("value", "kept"),
    [
        (0.0, True),
        (10.0, True),
        (-0.1, False),
        (10.1, False),
        (float("nan"), False),
        (float("inf"), False),
        (float("-inf"), False),
        ("word", True),
        (None, True),
        (3, True),
    ],
)
def test_what_is_not_possible_is_set_aside(value: object, kept: bool) -> None:
    """Oracle: the ends of the field, both possible."""
    known = Field("severity", "cramp", "scale", "Pain", unit="", low=0.0, high=10.0)
    found = within(Cell(value), known)
    assert (found == Cell(value)) == kept
    assert kept or (found.value is None and found.problem)
    if not kept and abs(value) < 100:  # type: ignore[arg-type]
        assert found.hint
    free = Field("x", "day", "number", "X")
    assert within(Cell(1e9), free) == Cell(1e9)


def test_the_unit_stands_with_what_is_not_possible() -> None:
    known = Field("sleep", "night", "number", "Sleep", unit="h", low=1.0, high=24.0)
    assert within(Cell(25.0), known).problem == "more than 24 h is not possible"
    assert within(Cell(0.5), known).problem == "less than 1 h is not possible"


@for_each(
    ("numbers", "step"),
    [
        # Half of the distance of two numbers times √2 is their spread: 2 and 4 spread by 1.41, nearest to 1.
        ([2, 4], 1),
        ([1, 6], 5),
        ([0, 2.4], 2),
        ([0, 20], 10),
        ([0, 0.2], 0.1),
        ([0, 13], 10),
        ([0, 1000], 500),
        ([3, 3, 3], None),
        ([3], None),
        ([], None),
        ([float("nan"), 1], None),
    ],
)
def test_the_natural_step_of_numbers(numbers: list[float], step: float | None) -> None:
    """Oracle: the standard deviation by hand, and the nearest of 1, 2, 5 and 10 times its power of ten."""
    found = natural_step(numbers)
    assert found == (None if step is None else pytest.approx(step))


def test_a_column_of_the_persons_own() -> None:
    """Oracle: by hand; numbers with their unit and step, or yes and no; at least half have to be numbers."""

    def own(cells: list[str], header: str = "Mood") -> Field | None:
        return own_field(plan_of("mood", header, "kg", own=True), cells)

    assert own(["yes", "no", ""]) == Field("mood", "day", "yes_no", "Mood")
    assert own(["1", "5", ""]) == Field("mood", "day", "number", "Mood", unit="kg", step=2.0)
    assert own(["1,5", "2,5"]) == Field("mood", "day", "number", "Mood", unit="kg", step=0.5)
    assert own(["3", "7"], header="") == Field("mood", "day", "number", "mood", unit="kg", step=2.0)
    assert own(["3", "7", "low", "high"]) == Field("mood", "day", "number", "Mood", unit="kg", step=2.0)
    assert own(["3", "7", "low", "high", "so"]) is None
    assert own(["", ""]) is None
    assert own(["low", "high"]) is None
