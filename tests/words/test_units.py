"""The unit that the files are kept in.

Oracle: by hand.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from analysis import __main__ as command
from analysis import read_journal
from analysis.words import unit_of_files

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
