"""The units in which people look for their fluid, first that of their files; every measure has it in mL."""

from typing import Literal

from analysis.journal import MILLILITRES, Journal

Volume = Literal["mL", "fl oz", "pints", "US pints", "cups", "glasses"]
GLASS_ML = 250.0  # a glass of which nobody said how much it holds [mL]
_AS_READ: dict[Volume, str] = {
    "fl oz": "US fl oz",
    "pints": "imperial pint",
    "US pints": "US pint",
    "cups": "cup",
}
VOLUMES: dict[str, Volume] = {
    "mL": "mL", "L": "mL", "glass": "glasses", "US fl oz": "fl oz", "imperial fl oz": "fl oz",
    "cup": "cups", "imperial pint": "pints", "US pint": "US pints",
}  # fmt: skip


def volume_unit(volume: Volume = "mL", glass_ml: float = GLASS_ML) -> tuple[float, str]:
    """What a millilitre is in the reader's unit, and the name of that unit.

    >>> volume_unit(), volume_unit("glasses", 200)
    ((0.001, 'L'), (0.005, 'glasses'))
    """
    if volume == "mL":
        return 0.001, "L"
    return 1 / (glass_ml if volume == "glasses" else MILLILITRES[_AS_READ[volume]]), volume


def glass_before(journal: Journal) -> float:
    """What a glass held at the last visit, else ``GLASS_ML``. [mL]"""
    told = None if journal.earlier is None else journal.earlier.glass_ml
    return told or GLASS_ML


def unit_of_files(journal: Journal) -> Volume:
    """The unit in which most columns of fluid are kept; litres where none is."""
    units = [
        VOLUMES.get(column.unit or "")
        for receipt in journal.receipts
        for column in receipt.columns
        if column.field == "hydration"
    ]
    known = [unit for unit in units if unit is not None]
    return max(known, key=known.count, default="mL")
