"""What the rows of every table share: spoken headings with their units, and rounded numbers."""

from datetime import date

from analysis.measures import MONTHS, Rate, RateRatio
from analysis.words.speech import Wording, decimal, ends

Cell = str | int | float | date | None
Row = dict[str, Cell]  # heading -> cell


def chance_cell(value: float | None) -> float | str | None:
    """A p or q with three decimals; one that rounds to 0 is below them, and never none."""
    return "< 0.001" if value is not None and value < 0.0005 else rounded(value, 3)


def rounded(value: float | None, places: int = 1) -> float | None:
    """Half up, as the sentences have it."""
    return None if value is None else float(decimal(value, places).replace(",", ""))


def month_cell(first: date) -> str:
    """The month that begins on a date: ``Mar 2025``."""
    return f"{MONTHS[first.month - 1][:3]} {first.year}"


def range_cells(low: float | None, high: float | None, wording: Wording, places: int = 1) -> Row:
    """``0.6 to 3.1`` in one column; a range that is open at one end says so."""
    return {"95 % CI" if wording == "clinical" else "Range": ends(low, high, places)}


def rate_cells(rate: Rate, wording: Wording) -> Row:
    """Nights, cramps, and the rate where it has a range; a rate that was refused one is not shown."""
    held = rate.low is not None or rate.high is not None
    return {
        "Nights": rate.nights,
        "Cramps": round(rate.cramps),
        "Cramps a week": rounded(rate.per_week) if held else None,
        **range_cells(rate.low, rate.high, wording),
    }


def ratio_cells(ratio: RateRatio, name: str, wording: Wording) -> Row:
    """A ratio under ``name`` with its range [-]; in clinical wording with its p-value, too."""
    row = {name: rounded(ratio.ratio, 2), **range_cells(ratio.low, ratio.high, wording, 2)}
    return row | {"p": chance_cell(ratio.p_value)} if wording == "clinical" else row
