"""Columns as apps write them: the tags of a mood, and drinks with their amounts."""

from dataclasses import replace
from itertools import chain

from analysis.journal.cells import FLUID_UNITS, plain, words_of
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable, heading_words

_FEWEST_TAGS = 3
_TAGGED = frozenset({"0", "1"})
_TICKED = frozenset({"true", "false", "x", "\u2713", "0", "1"})


def without_tags(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Several columns of 0 and 1 in a table about something else are the tags of an app: offered, never
    taken for a field by a likeness of words. So are ticks beside a mood.
    """
    of_mood = any(heading_words(draft.plan.header) in words_of("mood") for draft in drafts)
    marks = _TICKED if of_mood else _TAGGED
    cells = {
        draft.plan.position: {plain(cell) for cell in {row[draft.plan.position] for row in table.rows}} - {""}
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
    much was drunk.
    """

    def named(draft: Draft) -> bool:
        cells = (cell for row in table.rows if (cell := row[draft.plan.position]))
        first = next(cells, "")
        return first != "" and not any(any(map(str.isdecimal, cell)) for cell in chain((first,), cells))

    drinks = [
        draft
        for draft in drafts
        if draft.candidates[:1] == ("hydration",) and not draft.mapped and named(draft)
    ]
    amounts = [
        draft
        for draft in drafts
        if not (draft.candidates or draft.mapped) and draft.plan.heading.unit in FLUID_UNITS
    ]
    if len(drinks) != 1 or len(amounts) != 1:
        return drafts
    swapped = {
        drinks[0].plan.position: replace(drinks[0], candidates=()),
        amounts[0].plan.position: Draft(
            replace(amounts[0].plan, why="the amounts of what was drunk"), ("hydration",), False
        ),
    }
    return [swapped.get(draft.plan.position, draft) for draft in drafts]
