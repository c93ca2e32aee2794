"""What a workbook's file tells of its sheets beside their cells: hidden parts, formulas, colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.journal.tables.cell_colours import fills_of, say_coloured
from analysis.journal.tables.formulas import formulas_of, leave_out_empty_formulas
from analysis.journal.tables.hidden_parts import hidden_of, say_hidden
from analysis.journal.tables.sheet_parts import sheet_parts, styles_part

Found = tuple[str, list[list[str]]]  # name and records of a sheet


@dataclass(frozen=True)
class Beside:
    """Whether a sheet is hidden, and what is said of it."""

    hidden: bool = False
    said: tuple[str, ...] = ()


def take_beside_cells(content: bytes, found: Sequence[Found]) -> list[Beside]:
    """What is told beside the cells of each sheet that was ``found``. Cells whose formula says nothing are
    emptied in place. Where the file does not tell of each sheet, none is hidden and nothing is said.
    """
    fills = fills_of(styles_part(content))
    told: list[Beside] = []
    try:
        for (_, records), (sheet, xml) in zip(found, sheet_parts(content), strict=True):
            hidden = hidden_of(sheet, xml)
            formulas = [] if hidden.sheet else leave_out_empty_formulas(records, formulas_of(xml))
            coloured = [] if hidden.sheet else say_coloured(xml, fills, records)
            told.append(Beside(hidden.sheet, (*say_hidden(hidden, records), *formulas, *coloured)))
    except ValueError:  # another number of sheets, or a number that is none
        return [Beside()] * len(found)
    return told
