"""The unit of fluid that the files are kept in, in which people look for their own numbers."""

from analysis.fluid import Volume
from analysis.journal import Journal

VOLUMES: dict[str, Volume] = {
    "mL": "mL", "L": "mL", "glass": "glasses", "US fl oz": "fl oz", "imperial fl oz": "fl oz",
    "cup": "cups", "imperial pint": "pints", "US pint": "US pints",
}  # fmt: skip


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
