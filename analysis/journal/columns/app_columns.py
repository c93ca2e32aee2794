"""Columns as apps write them: the tags of a mood, and drinks with their amounts."""

from dataclasses import replace
from itertools import chain, islice

from analysis.journal.cells import FLUID_UNITS, plain, unit_of_header, words_of
from analysis.journal.columns.plans import Draft
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.tables import RawTable, heading_words

_FEWEST_TAGS = 3
_TAGGED = frozenset({"0", "1"})
_LOOKED_AT = 200  # cells
_TICKED = frozenset({"true", "false", "yes", "no", "x", "\u2713", "0", "1"})  # a workbook's TRUE is a yes


def without_tags(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Several columns of 0 and 1 in a table about something else are the tags of an app: offered, never
    taken for a field by a likeness of words. So are ticks beside a mood.
    """
    of_mood = any(heading_words(draft.plan.header) in words_of("mood") for draft in drafts)
    marks = _TICKED if of_mood else _TAGGED
    cells = {
        draft.plan.position: {plain(cell) for cell in table.different(draft.plan.position)} - {""}
        for draft in drafts
        if not draft.mapped
    }
    few = 1 if of_mood else len(_TAGGED)
    tags = [found for found in cells.values() if found <= marks and len(found) >= few]
    if len(tags) < _FEWEST_TAGS:
        return drafts
    return [
        replace(draft, candidates=()) if cells.get(draft.plan.position, {""}) <= marks else draft
        for draft in drafts
    ]


def with_amounts_of_drinks(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Where a column of drinks names them in words, the one column of amounts of fluid beside it says how
    much was drunk; so do the minutes beside the names of what was done. A column of nothing but units is the
    unit of the amounts beside it.
    """

    def named(draft: Draft) -> bool:
        cells = (cell for row in table.rows if (cell := row[draft.plan.position]))
        first = next(cells, "")
        return first != "" and not any(any(map(str.isdecimal, cell)) for cell in chain((first,), cells))

    drafts = [_of_units(draft, table) for draft in drafts]
    for field in ("hydration", "activity"):
        alike = [draft for draft in drafts if draft.candidates[:1] == (field,) and not draft.mapped]
        words = [draft for draft in alike if len(alike) > 1 and named(draft)]
        if len(words) < len(alike):
            drafts = [replace(draft, candidates=()) if draft in words else draft for draft in drafts]
    drinks = [
        draft
        for draft in drafts
        if draft.candidates[:1] == ("hydration",) and not draft.mapped and named(draft)
    ]
    units = any(draft.plan.why == ReadAs.UNITS_BESIDE for draft in drafts)
    amounts = [
        draft
        for draft in drafts
        if not (draft.candidates or draft.mapped)
        and (
            draft.plan.heading.unit in FLUID_UNITS
            or (units and heading_words(draft.plan.header) in words_of("general amount"))
        )
    ]
    had = any(heading_words(draft.plan.header) in words_of("what was had") for draft in drafts)
    if len(amounts) != 1 or not (len(drinks) == 1 or (units and had and not drinks)):
        return drafts
    swapped = {draft.plan.position: replace(draft, candidates=()) for draft in drinks}
    swapped |= {
        amounts[0].plan.position: Draft(
            replace(amounts[0].plan, why="the amounts of what was drunk"), ("hydration",), False
        ),
    }
    return [swapped.get(draft.plan.position, draft) for draft in drafts]


def _of_units(draft: Draft, table: RawTable) -> Draft:
    """A column whose heading asks for a unit, and under which nothing but units of fluid stand."""
    asks = set(heading_words(draft.plan.header).split()) & set(words_of("unit of an amount"))
    if draft.mapped or not asks or not set(draft.candidates) <= {"dose_unit"}:
        return draft
    cells = [cell for row in table.rows if (cell := row[draft.plan.position])]
    units = {unit_of_header(f"x ({cell})")[1] for cell in dict.fromkeys(islice(cells, _LOOKED_AT))}
    if not units or not units <= FLUID_UNITS:
        return draft
    return replace(draft, plan=replace(draft.plan, why=ReadAs.UNITS_BESIDE), candidates=())
