"""Tables of sleep that tell when each sleep began: it belongs to the night that holds it, and not to the day
on which an app puts it.
"""

from dataclasses import replace

from analysis.journal.cells import words_of
from analysis.journal.columns.looks import holds_moments
from analysis.journal.columns.plans import Draft
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, begins_sleep, heading_words

_OF_A_CRAMP = frozenset({"cramps", "severity", "side", "muscle", "symptoms"})


def with_begin_of_sleep(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Where the rows of a table tell when a sleep began, that moment dates them. Beside what belongs to the
    day (steps) the day's own date stays, and the moment dates the sleep alone.
    """
    names = {name for draft in drafts for name in draft.candidates[:1]}
    began = _begins(drafts, table, names)
    told = any("night" in draft.candidates and draft.mapped for draft in drafts)
    if began is None or told or not names & {"sleep", "awake"} or names & _OF_A_CRAMP:
        return drafts
    of_day = any(name in headers() and headers()[name].table == "day" for name in names)
    if of_day and any(draft.candidates[:1] == ("night",) and draft is not began for draft in drafts):
        plan = replace(began.plan, why=ReadAs.SLEEP_BEGAN)
        return [replace(draft, plan=plan, candidates=()) if draft is began else draft for draft in drafts]
    return [
        replace(draft, candidates=("night",))
        if draft is began
        else replace(draft, candidates=tuple(name for name in draft.candidates if name != "night"))
        for draft in drafts
    ]


def _begins(drafts: list[Draft], table: RawTable, names: set[str]) -> Draft | None:
    """The column of the moments at which each sleep began; "Start" may be it beside a sleep and an end."""
    free = [draft for draft in drafts if not draft.mapped]
    of_sleep = [draft for draft in free if begins_sleep(draft.plan.header)]
    if "sleep" in names and names & {"ended", "stop"}:
        spans = words_of("beginning of a span")
        of_sleep += [draft for draft in free if heading_words(draft.plan.header) in spans]
    for draft in of_sleep:
        cells = table.column(draft.plan.position)
        if holds_moments(cells) and not _is_midnight_throughout(cells):
            return draft
    return None


def _is_midnight_throughout(cells: list[str]) -> bool:
    """Whether the moments only say the day: the row is about a day that began at 00:00."""
    return all(" 00:00" in cell.replace("T", " ") for cell in cells if cell)
