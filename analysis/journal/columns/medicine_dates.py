"""The columns of a list of medicines that date their first and last days, whatever else their names mean."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable, could_be_date

_FIRST_DAY = "the first day of the medicine beside it"
_LAST_DAY = "the last day of the medicine beside it"


def with_first_and_last_days(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """In a list of medicines "Begin", "Inizio" and "Einde" above dates are their first and last days: in a
    diary they would be the times of a cramp.
    """
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" not in names or "cramps" in names:
        return drafts
    for field, kind, why in (
        ("start", "first day of a stretch", _FIRST_DAY),
        ("stop", "last day of a stretch", _LAST_DAY),
    ):
        if not any(field in draft.candidates[:1] for draft in drafts):
            drafts = _with(drafts, table, field, words_of(kind), why)
    return drafts


def _with(drafts: list[Draft], table: RawTable, field: str, named: Sequence[str], why: str) -> list[Draft]:
    """The drafts with the first column that is named so and holds dates as the ``field``."""
    for at, draft in enumerate(drafts):
        words = " ".join(plain(draft.plan.header).replace(":", " ").replace("'", " ").split())
        if draft.mapped or not any(words == name or words.endswith(f" {name}") for name in named):
            continue
        cells = table.column(draft.plan.position)
        told = [cell for cell in cells if cell and plain(cell).strip(" .") not in vocabulary("open end")]
        if 0 < len(told) <= 2 * sum(map(could_be_date, told)):  # others write "unknown", or a year
            plan = replace(draft.plan, why=why)
            return [*drafts[:at], replace(draft, plan=plan, candidates=(field,)), *drafts[at + 1 :]]
    return drafts
