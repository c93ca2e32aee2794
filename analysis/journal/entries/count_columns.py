"""How the cells of a column that counts cramps are read."""

from collections.abc import Callable, Sequence

from analysis.journal.cells import Cell, cramps_in_cell, read_yes_no
from analysis.journal.columns import Plan, ReadAs, numbers_rows
from analysis.journal.receipts import Draft


def count_reader(plan: Plan, texts: Sequence[str], draft: Draft) -> Callable[[str], Cell]:
    """The reader of numbers of cramps. Where those of a few rows are 1, 2, 3 in order, they may number the
    rows: the receipt says that they were taken for cramps. A 0 says none, and numbers no row.
    """
    if plan.why != ReadAs.MAPPED and "0" not in texts and numbers_rows(texts):
        draft.note(None, plan.named, _GO_UP, "assumed", _HINT)
    return _none_where_ticked if plan.why == ReadAs.TICKED_WHERE_NONE else cramps_in_cell


def _none_where_ticked(text: str) -> Cell:
    """0 for a tick or a yes under "No cramp"; a no says only that there was one, which stands elsewhere."""
    return Cell(0.0) if read_yes_no(text).value else Cell(None)


_GO_UP = "the numbers go up by one from row to row; they were read as cramps, and could be those of the rows"
_HINT = "map the column to not used if it only numbers the rows"
