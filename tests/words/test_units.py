"""The unit that the files are kept in.

Oracle: by hand.
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from analysis import __main__ as command
from analysis import read_journal, words
from analysis.charts import Display
from analysis.journal import Earlier
from analysis.report import Keep
from analysis.report.diary import heads
from analysis.words import Volume, unit_of_files, volume_amount, volume_unit
from tests.report.pages import sample

NIGHTS = [date(2025, 1, 1) + timedelta(place) for place in range(80)]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Water (glasses)", "glasses"),
        ("Water (fl oz)", "fl oz"),
        ("Water (pints)", "pints"),
        ("Water (US pints)", "US pints"),
        ("Water (cups)", "cups"),
        ("Water (mL)", "mL"),
        ("Water (L)", "mL"),
    ],
)
def test_fluid_is_first_shown_in_the_unit_of_the_files(heading: str, unit: str) -> None:
    amount = {"fl oz": 50, "mL": 1500}.get(unit, 3) if heading != "Water (L)" else 1.5
    diary = f"Night of,Cramps,{heading}\n2025-03-01,1,{amount}\n2025-03-02,0,{amount}\n"
    assert unit_of_files(read_journal([("diary.csv", diary.encode())])) == unit


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        ("5 glasses", "glasses"),
        ("2 pints", "pints"),
        ("40 fl oz", "fl oz"),
        ("5 cups", "cups"),
        ("2 L", "mL"),
    ],
)
def test_a_unit_that_stands_in_the_cells_is_the_one_of_the_files(cells: str, unit: str) -> None:
    """Oracle: by hand."""
    diary = f"Night of,Cramps,Water\n2025-03-01,1,{cells}\n2025-03-02,0,{cells.replace(cells[0], '3', 1)}\n"
    assert unit_of_files(read_journal([("diary.csv", diary.encode())])) == unit


def test_without_fluid_it_is_litres() -> None:
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    assert unit_of_files(journal) == "mL"


def test_the_command_speaks_in_the_unit_of_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Oracle: more fluid goes with more cramps by construction: two glasses a step, not half a litre."""
    lines = [f"{night:%Y-%m-%d},{place % 2 * 2},{4 + place % 2 * 4}" for place, night in enumerate(NIGHTS)]
    diary = tmp_path / "diary.csv"
    diary.write_text("\n".join(["Night of,Cramps,Water (glasses)", *lines]))
    assert command.main([str(diary)]) == 0
    said = capsys.readouterr().out
    assert "2 glasses" in said
    assert "litre" not in said


SIZES = {"mL": 1000, "fl oz": 29.5735, "pints": 568.261, "US pints": 473.176, "cups": 236.588, "glasses": 180}


@pytest.mark.parametrize("volume", get_args(Volume))
def test_every_unit_has_its_published_size(volume: Volume) -> None:
    """Oracle: NIST Handbook 44, Appendix C, for the US fluid ounce, pint and cup; the Weights and Measures
    Act 1985 for the pint; a glass holds what is said, and without a unit it is litres."""
    factor, name = volume_unit(volume, 180)
    assert 1 / factor == pytest.approx(SIZES[volume], abs=0.001)
    assert name == ("L" if volume == "mL" else volume)
    assert Display(volume=volume, glass_ml=180).unit("mL/day") == (factor, f"{name}/day")


def test_amounts_in_pints_and_cups() -> None:
    """Oracle: by hand: 568.26 mL are a pint, 473.18 mL a US one and two cups of 236.59 mL."""
    said = [volume_amount(millilitres, "pints") for millilitres in (568.26, 1136.5, 1700.0)]
    assert said == ["1 pint", "2 pints", "3 pints"]
    assert [volume_amount(473.18, unit) for unit in ("US pints", "cups")] == ["1 US pint", "2 cups"]
    assert volume_amount(236.6, "cups") == "1 cup"


@pytest.mark.parametrize("volume", get_args(Volume))
def test_the_blank_diary_asks_in_a_unit_that_is_read_again(volume: Volume) -> None:
    """Oracle: two of the unit in the diary's own column are twice its size in mL; a litre is asked in mL."""
    [heading] = [name for name in heads(sample()[1], Keep(volume=volume)) if name.startswith("Water")]
    rows = f"Night of,Leg cramps,{heading}\n2025-03-01,1,2\n2025-03-02,0,2\n"
    if volume == "mL":
        rows = rows.replace(",2\n", ",2000\n")
    journal = read_journal([("diary.csv", rows.encode())], glass_ml=180)
    assert journal.days["hydration"].tolist() == pytest.approx([2 * SIZES[volume]] * 2, abs=0.01)
    assert unit_of_files(journal) == volume


def test_a_glass_is_250_ml_where_the_last_visit_told_none() -> None:
    """Oracle: by hand; what was told then goes before."""
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    assert words.glass_before(journal) == 250
    assert words.glass_before(replace(journal, earlier=None)) == 250
    assert words.glass_before(replace(journal, earlier=Earlier(date(2025, 3, 3), {}, glass_ml=300))) == 300
