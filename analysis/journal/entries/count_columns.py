"""How the cells of a column that counts cramps are read."""

from collections.abc import Callable, Sequence

from analysis.journal.cells import Cell, cramps_in_cell
from analysis.journal.columns import Plan, numbers_rows
from analysis.journal.receipts import Draft


def count_reader(plan: Plan, texts: Sequence[str], draft: Draft) -> Callable[[str], Cell]:
    """The reader of numbers of cramps. Where those of a few rows are 1, 2, 3 in order, they may number the
    rows: the receipt says that they were taken for cramps. A 0 says none, and numbers no row.
    """
    if plan.why != "mapped" and "0" not in texts and numbers_rows(texts):
        draft.note(None, plan.named, _GO_UP, "assumed", _HINT)
    return cramps_in_cell


_GO_UP = "the numbers go up by one from row to row; they were read as cramps, and could be those of the rows"
_HINT = "map the column to not used if it only numbers the rows"
