"""Columns about medicines that their cells tell: one named after a medicine, with yes and no or a dose under
it, their strengths and numbers, and one that says what became of each.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.change_columns import said_of_change, tells_of_change, with_change_columns
from analysis.journal.columns.dose_statuses import (
    STATUSES,
    asks_whether_taken,
    is_empty,
    said_of_dose,
    status_beside,
    status_of_doses,
)
from analysis.journal.columns.medicine_dates import with_first_and_last_days
from analysis.journal.columns.named_after_one import (
    DOSE_CELL,
    said_of_medicine,
    with_named_after_one,
)
from analysis.journal.columns.plans import SHARED, TELLS_A_CRAMP, Draft, Plan
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import headers
from analysis.journal.medicines import (
    is_surely_a_change,
    number_of_tablets,
    read_medicine_list,
)
from analysis.journal.tables import RawTable, is_food_diary

_SAID_OF_CHANGES = "its cells say what became of the medicine beside it"
_HOW_OFTEN = "how often the medicine beside it is taken"
_HOW_MANY = "how many tablets of the medicine beside it were taken"
_NAMES_UNDER_COUNTS = "its cells name the medicines of which tablets were taken"
_IN_A_UNIT = "its cells are amounts in a unit of doses, beside medicines"
_TAKEN_THEN = "its cells name the medicines that were taken then"
_SCHEDULE = vocabulary("schedule heading")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED_AT = 60  # of the first different cells
_TOKEN = re.compile(r"[^\W_]+")
_OF_A_CRAMP = TELLS_A_CRAMP - {"onset", "duration", "relief"}  # those a dose may have, too


def with_medicine_columns(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """The drafts with those columns named."""
    eaten = is_food_diary(table.headers)
    drafts = _with_medicines_counted(drafts, table)
    drafts = drafts if eaten else [_of_a_time(draft, table) for draft in drafts]
    named = drafts if eaten else [with_named_after_one(draft, table) for draft in drafts]
    named = [_without_answers(draft, named, table) for draft in named]
    named = with_change_columns(named, table)
    names = {name for draft in named for name in draft.candidates}
    if "medication" in names and "cramps" not in names:
        named = [_of_a_schedule(draft, table) for draft in named]
        named = [_of_a_strength(draft, table, names) for draft in _with_tablet_counts(named, table)]
        named = with_first_and_last_days(named, table)
        names = {name for draft in named for name in draft.candidates}
    if "medication" not in names or "stop" in names:
        return named
    if "cramps" in names or names & _OF_A_CRAMP:
        return _with_status(named, status_beside(named, table), ())
    return named if "change" in names else _with_status(named, _status_of_list(named, table), ("change",))


def _with_status(
    drafts: list[Draft], found: tuple[Draft, str] | None, candidates: tuple[str, ...]
) -> list[Draft]:
    """The drafts with the one that was found as what is said of the medicines, and how it says it."""
    if found is None:
        return drafts
    told = replace(found[0], plan=replace(found[0].plan, why=found[1]), candidates=candidates)
    return [told if draft is found[0] else draft for draft in drafts]


def _status_of_list(drafts: list[Draft], table: RawTable) -> tuple[Draft, str] | None:
    """The column of a list of medicines that says of each what became of it, and how; None without one."""
    listed = any(
        "medication" in draft.candidates and draft.plan.why != ReadAs.NAMED_AFTER_ONE for draft in drafts
    )
    dates = [draft for draft in drafts if {"night", "start"} & set(draft.candidates)]
    for draft in drafts:
        if not listed or draft.mapped or all(one is draft for one in dates):
            continue
        if why := status_of_doses(draft, table) or _said_of_changes(draft, table):
            return draft, why
    return None


def _without_answers(draft: Draft, drafts: list[Draft], table: RawTable) -> Draft:
    """A column of yes and no under "Therapy" names no medicine, in a table of other things than cramps or
    medicines."""
    if draft.mapped or "medication" not in draft.candidates or draft.plan.why == ReadAs.NAMED_AFTER_ONE:
        return draft
    cells = _cells(draft, table)
    others = {name for other in drafts if other is not draft for name in other.candidates} - SHARED
    if not cells or "cramps" in others or all(headers()[name].table == "change" for name in others):
        return draft
    answers = all(vocabulary("yes_no").get(cell) or cell in ("0", "1") for cell in cells)
    return replace(draft, candidates=()) if answers else draft


def _said_of_changes(draft: Draft, table: RawTable) -> str | None:
    """That most cells of a column of an unknown name are words of changes, and most rows have one; None where
    not. Those that are not understood are asked, row by row.
    """
    cells = [cell for cell in _cells(draft, table) if cell]
    known = sum(map(is_surely_a_change, cells))
    told = 2 * known > len(cells) and 2 * len(cells) > len(table.rows)
    return _SAID_OF_CHANGES if told and not draft.candidates else None


def says_as_written(plan: Plan) -> bool:
    """Whether a cell of text says under its column what is written in it, and no more."""
    otherwise = (ReadAs.NAMED_AFTER_ONE, ReadAs.ONLY_AS_NEEDED, *STATUSES)
    return plan.why not in otherwise and not tells_of_change(plan.why)


def said_under(plan: Plan, text: str) -> str | None:
    """What a cell of text says under its column; None where nothing."""
    if plan.why == ReadAs.NAMED_AFTER_ONE:
        return said_of_medicine(plan, text) or None
    if plan.why in STATUSES:
        return said_of_dose(plan.why, text) or None
    if (changed := said_of_change(plan.why, text)) is not None:
        return changed or None
    return _said_as_needed(text) if plan.why == ReadAs.ONLY_AS_NEEDED else text or None


def _said_as_needed(text: str) -> str | None:
    """What a cell under "As needed" says of how often, None for a no."""
    said = vocabulary("yes_no").get(plain(text).strip(" ."))
    return "as needed" if said == "yes" else None if said == "no" else text or None


def _with_medicines_counted(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """The drafts with a column of tablets taken, most of whose cells name medicines, as what was taken; its
    other cells count the tablets. Only where no other column names medicines.
    """
    if any("medication" in draft.candidates for draft in drafts):
        return drafts
    return [
        replace(draft, plan=replace(draft.plan, why=_NAMES_UNDER_COUNTS), candidates=("medication",))
        if not draft.mapped and "tablets_taken" in draft.candidates and _names_medicines(draft, table)
        else draft
        for draft in drafts
    ]


def _names_medicines(draft: Draft, table: RawTable) -> bool:
    """Whether most cells of a column name a medicine; of a column of dates or numbers few are looked at."""
    written = table.different(draft.plan.position)
    if not any(map(_LETTER.search, table.shapes(draft.plan.position))) or not _any_named(written):
        return False
    cells = dict.fromkeys(plain(cell).strip(" .") for cell in written if cell)
    asked = [cell for cell in cells if number_of_tablets(cell) is None]
    return 2 * sum(map(_is_named, asked)) > len(asked)


def _any_named(cells: Iterable[str]) -> bool:
    """Whether one of the first cells that hold a letter names a medicine."""
    return any(map(_is_named, islice(filter(_LETTER.search, cells), _LOOKED_AT)))


def _is_named(cell: str) -> bool:
    return any(one.generic for one in read_medicine_list(cell))


def _of_a_time(draft: Draft, table: RawTable) -> Draft:
    """A column under "Morning" or "Meds taken tonight" that is not known otherwise, and whose cells name
    medicines, is what was taken then."""
    asked = plain(draft.plan.header).strip(" ?:")
    asks = asked in words_of("heading of a time of intake") or asked in words_of("asks which medicine")
    if draft.mapped or not (asks or _says_medicines(asked)):
        return draft
    if not set(draft.candidates) <= {"night"}:
        return draft
    if not _names_medicines(draft, table):
        return draft
    return replace(draft, plan=replace(draft.plan, why=_TAKEN_THEN), candidates=("medication",))


def _says_medicines(asked: str) -> bool:
    """Whether a plain heading says medicines, and not which were bought, are due or are not tolerated."""
    words = asked.replace("?", " ").split()
    beside = {
        *words_of("filler"),
        *words_of("heading of an intake"),
        *words_of("heading of a time of intake"),
    }
    said = [word for word in words if word in vocabulary("medicines in general")]
    return bool(said) and all(word in said or word in beside for word in words)


def _of_a_schedule(draft: Draft, table: RawTable) -> Draft:
    """A column beside medicines whose heading asks how often: elsewhere such a heading may count cramps."""
    asked = plain(draft.plan.header).strip(" ?:()").replace("(prn)", "").strip()
    if draft.mapped or draft.candidates:
        return draft
    if asked in vocabulary("as needed") and all(
        cell in vocabulary("yes_no") or is_empty(cell) for cell in _cells(draft, table)
    ):
        plan = replace(draft.plan, why=ReadAs.ONLY_AS_NEEDED)
        return replace(draft, plan=plan, candidates=("schedule",))
    if asked not in _SCHEDULE:
        return draft
    return replace(draft, plan=replace(draft.plan, why=_HOW_OFTEN), candidates=("schedule",))


def _of_a_strength(draft: Draft, table: RawTable, names: set[str]) -> Draft:
    """A column of nothing but amounts in a unit of doses beside medicines is their dose, under any heading;
    "Strength" by itself could be that of a pain."""
    if draft.mapped or "dose" in names or not set(draft.candidates) <= {"severity"}:
        return draft
    found = [DOSE_CELL.fullmatch(cell) for cell in _cells(draft, table) if cell != "0"]
    if not found or not all(one is not None and one[1] for one in found):
        return draft
    return replace(draft, plan=replace(draft.plan, why=_IN_A_UNIT), candidates=("dose",))


def _with_tablet_counts(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """A column of small numbers beside medicines, under a heading such as tablets or quantity: how many were
    taken. Elsewhere such a heading may be anything.
    """
    found = list(drafts)
    for at, draft in enumerate(drafts):
        others = {name for other in drafts if other is not draft for name in other.candidates}
        if draft.mapped or "medication" not in others:
            continue
        if plain(draft.plan.header).strip(" ?:#.") not in vocabulary("number of tablets heading"):
            continue
        if asks_whether_taken(draft.plan.header) and status_of_doses(draft, table):
            continue
        cells = _cells(draft, table)
        if cells and all(number_of_tablets(cell) is not None for cell in cells):
            plan = replace(draft.plan, why=_HOW_MANY)
            found[at] = replace(draft, plan=plan, candidates=("tablets_taken",))
    return found


def _cells(draft: Draft, table: RawTable) -> list[str]:
    return [plain(row[draft.plan.position]).strip(" .") for row in table.rows if row[draft.plan.position]]
