"""A number behind a column of medicines, of what helped or of what was eaten: so many of these, no cramps."""

from collections.abc import Sequence

from analysis.journal.cells import read_yes_no, words_of
from analysis.journal.columns.named_after_one import medicine_of
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable, heading_words

_THINGS = frozenset({"medication", "relief"})


def counts_things(draft: Draft, drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether the numbers of a column, "Qty", may be those of a thing that a column before it names: they
    stand only in rows in which that one is filled.
    """
    if heading_words(draft.plan.header) not in words_of("number of things"):
        return False
    at = draft.plan.position
    numbered = [row for row in table.rows if row[at].strip("0., ")]
    before = (other for other in drafts if other.plan.position < at and _names_things(other))
    return bool(numbered) and any(_are_told(other.plan.position, numbered, table) for other in before)


def _names_things(draft: Draft) -> bool:
    named = heading_words(draft.plan.header) in words_of("what was had")
    return named or bool(_THINGS.intersection(draft.candidates)) or medicine_of(draft.plan) is not None


def _are_told(at: int, rows: Sequence[Sequence[str]], table: RawTable) -> bool:
    """Whether the column says something other than no in each of the rows."""
    nothing = {cell for cell in table.different(at) if not cell or read_yes_no(cell).value == 0}
    return not any(row[at] in nothing for row in rows)
