"""The two columns that the blank diary has of a plan: the part that each night belongs to, which is printed,
and whether what is tried was done.
"""

from dataclasses import replace
from itertools import pairwise

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.named_after_one import medicine_of
from analysis.journal.columns.plans import SHARED, TELLS_A_CRAMP, Draft, own_name
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import dictionary
from analysis.journal.plans import PART_OF
from analysis.journal.tables import RawTable, heading

_PARTS = frozenset({"on", "off", ""})


def with_columns_of_a_plan(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """The drafts with the parts of a plan taken for what they are, and the column beside them for what tells
    whether what is tried was done. That of a medicine is read as what was taken of it.
    """
    found = list(drafts)
    for at, (part, done) in enumerate(pairwise(drafts)):
        tried = plain(done.plan.header)
        if part.mapped or not tried or plain(part.plan.header) != plain(PART_OF + done.plan.header):
            continue
        if not {plain(cell) for cell in table.different(part.plan.position)} <= _PARTS:
            continue
        found[at] = replace(
            part, plan=replace(part.plan, why=ReadAs.PART_OF_PLAN), candidates=(), mapped=True
        )
        if not done.mapped:
            found[at + 1] = _of_what_is_tried(done, table)
    return found


def _of_what_is_tried(draft: Draft, table: RawTable) -> Draft:
    """Under the field of its own name, where it holds yes and no; blank throughout it says nothing."""
    of_a_cramp = {"cramps", *TELLS_A_CRAMP, *SHARED} & set(draft.candidates)
    if of_a_cramp or (not draft.candidates and medicine_of(draft.plan) is not None):
        return draft
    name = field_of_what_is_tried(draft.plan.header)
    if name in draft.candidates:
        return replace(draft, candidates=(name,))
    cells = {plain(cell).strip(" .") for cell in table.different(draft.plan.position)} - {""}
    if not all(vocabulary("yes_no").get(cell) for cell in cells):
        return draft
    told = replace(draft.plan, field=name if cells else None, why=ReadAs.DONE_OF_PLAN, own=bool(cells))
    return replace(draft, plan=told, candidates=(name,) if cells else (), mapped=True)


def field_of_what_is_tried(what: str) -> str:
    """The field under which the diary tells whether what a plan tries was done: the yes/no exposure that it
    names, else one of its own. The yes of "no calf stretches" is a no of stretching, so that it is its own.

    >>> field_of_what_is_tried("Calf stretches"), field_of_what_is_tried("pickle juice")
    ('stretching', 'pickle_juice')
    """
    negated = any(word in words_of("not taken, in a heading") for word in plain(what).split())
    for name in () if negated else heading(what).fields[:1]:
        field = dictionary().get(name)
        if field is not None and field.is_exposure and field.kind == "yes_no":
            return name
    return own_name(what)
