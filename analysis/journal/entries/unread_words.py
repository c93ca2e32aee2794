"""Words of a warning sign in columns that are not read: a danger is not passed over because a heading is not
known.
"""

from collections.abc import Sequence

from analysis.journal.cells import plain, signs_in
from analysis.journal.columns import TablePlan
from analysis.journal.receipts import Draft

_NAMED_NOT_USED = "mapped: not used"
_FEWEST_WORDS = 2  # "red" alone may be a colour of anything

Unread = tuple[int, str, str]  # the row, the heading of the column, the cell


def unread_words(plan: TablePlan, texts: Sequence[Sequence[str]], draft: Draft) -> list[Unread]:
    """The cells with a word of a warning sign in the columns that nothing is read from, unless a person said
    that a column is not used.
    """
    found: list[Unread] = []
    for column in plan.columns:
        if draft.columns[column.position].field is not None or column.why == _NAMED_NOT_USED:
            continue
        cells = texts[column.position]
        told = {cell for cell in set(cells) if len(plain(cell).split()) >= _FEWEST_WORDS and signs_in(cell)}
        found += [(at, column.named or "", cell) for at, cell in enumerate(cells) if cell in told]
    return found
