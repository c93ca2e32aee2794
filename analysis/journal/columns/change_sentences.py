"""The column whose sentences tell of changes of medicines, and the table that holds nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.columns.named_after_one import DOSE_CELL
from analysis.journal.columns.plans import SHARED, Draft
from analysis.journal.medicines import read_changes_in_text
from analysis.journal.tables import RawTable

_SAMPLED = 30
_MOST = 0.5
_TELLS = "its sentences tell of changes of medicines"


def with_change_sentences(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Beside nothing but dates and remarks, the one column that is not known ("What") as the changes of
    medicines, where most of its sentences tell of one that is known.
    """
    unknown = [draft for draft in drafts if draft.is_unknown]
    if len(unknown) == 2:  # "What" beside "How much"
        doses = [draft for draft in unknown if _holds_doses(draft, table)]
        unknown = [draft for draft in unknown if draft not in doses]
    else:
        doses = []
    if len(unknown) != 1 or not _only_remarks_beside(drafts):
        return drafts
    if _told_share(unknown[0], table, known=True) <= _MOST:
        return drafts
    plan = replace(unknown[0].plan, why=_TELLS)
    told = replace(unknown[0], plan=plan, candidates=("change",))
    found = [told if draft is unknown[0] else draft for draft in drafts]
    return [replace(draft, candidates=("dose",)) if draft in doses else draft for draft in found]


def _holds_doses(draft: Draft, table: RawTable) -> bool:
    """Whether a column holds nothing but amounts in a unit of doses."""
    found = [DOSE_CELL.fullmatch(cell.strip()) for cell in table.different(draft.plan.position) if cell]
    return bool(found) and all(one is not None and one[1] for one in found)


def tells_changes(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether most sentences of the one column of words tell of a change of a medicine."""
    words = [draft for draft in drafts if {"change", "notes"} & set(draft.candidates[:1])]
    if len([draft for draft in words if "change" in draft.candidates[:1]]) == 1:
        words = [draft for draft in words if "change" in draft.candidates[:1]]
    return len(words) == 1 and _only_remarks_beside(drafts) and _told_share(words[0], table) > _MOST


def _only_remarks_beside(drafts: Sequence[Draft]) -> bool:
    return not {name for draft in drafts for name in draft.candidates[:1]} - SHARED - {"change", "dose"}


def _told_share(draft: Draft, table: RawTable, *, known: bool = False) -> float:
    """The share of the cells that tell of a change; of a ``known`` medicine."""
    said = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:_SAMPLED]
    told = [
        any(one.generic for _, one in changes) if known else bool(changes)
        for changes in map(read_changes_in_text, said)
    ]
    return sum(told) / len(told) if told else 0.0
