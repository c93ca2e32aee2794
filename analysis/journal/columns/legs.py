"""Columns headed by nothing but a leg or a muscle ("Left", "Right calf") that count the cramps of each."""

from dataclasses import replace

from analysis.journal.cells import plain, vocabulary
from analysis.journal.columns.looks import could_count
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import Heading, RawTable, heading


def with_legs_counted(drafts: list[Draft], table: RawTable, *, about_cramps: bool) -> list[Draft]:
    """Numbers below the names of two legs count the cramps of each in a table that is ``about_cramps``, where
    no other column counts them; those that a person mapped to cramps add up, too.
    """
    legs = {at: named for at, draft in enumerate(drafts) if (named := _of_a_leg(draft, table))}
    if len({named.part for named in legs.values()}) < 2:
        return drafts
    mapped = all(drafts[at].mapped for at in legs)
    counted = any("cramps" in draft.candidates for at, draft in enumerate(drafts) if at not in legs)
    if not mapped and (counted or not about_cramps):
        return drafts
    rated = any("severity" in draft.candidates for draft in drafts)
    found = list(drafts)
    for at, named in legs.items():
        plan = replace(drafts[at].plan, heading=named)
        if mapped:
            found[at] = replace(drafts[at], plan=plan, candidates=("cramps",))
        elif rated:
            found[at] = replace(drafts[at], plan=replace(plan, why=_COUNTS_A_LEG), candidates=("cramps",))
        else:
            found[at] = replace(drafts[at], plan=replace(plan, heading=replace(named, counts_anything=True)))
    return found


_COUNTS_A_LEG = "a number below the name of a leg, in a table that is about cramps"


def _of_a_leg(draft: Draft, table: RawTable) -> Heading | None:
    """The heading as one of cramps of its leg; None where it names more than a leg, or nothing is counted."""
    told = draft.mapped and draft.candidates == ("cramps",) and draft.plan.heading.part is None
    if not (told or draft.is_unknown) or not could_count(table.column(draft.plan.position), few=True):
        return None
    name = draft.plan.header
    named = heading(f"cramps {vocabulary('side').get(plain(name), name)}")
    return named if named.fields == ("cramps",) and named.part is not None else None
