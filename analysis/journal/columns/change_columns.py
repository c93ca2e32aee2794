"""Columns of a list of medicines that each tell one thing of a change: the medicine stopped and the one
started, a tick for either, the dose before, or for how long it was taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.dose_statuses import is_empty
from analysis.journal.columns.named_after_one import DOSE_CELL
from analysis.journal.columns.plans import Draft
from analysis.journal.medicines import Change, read_medicine_list
from analysis.journal.tables import RawTable

_TICKED: dict[str, Change] = {
    "a tick for the medicine that was started": "start",
    "a tick for the medicine that was stopped": "stop",
}
_NAMED: dict[str, Change] = {
    "it names the medicine that was started": "start",
    "it names the medicine that was stopped": "stop",
}
_DOSES = {"start": "dose_before", "stop": "dose"}
_FOR_HOW_LONG = "for how long the medicine beside it was taken"
_SENTENCE = {"start": "started", "stop": "stopped"}


def with_change_columns(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """The drafts with those columns named, in a table with dates and without cramps."""
    names = {name for draft in drafts for name in draft.candidates}
    if "cramps" in names:
        return drafts
    if "night" in names:
        drafts = _with_no_days(drafts, table)
    if "medication" not in names or "course" in names:
        return drafts
    return [
        replace(draft, plan=replace(draft.plan, why=_FOR_HOW_LONG), candidates=("course",))
        if not draft.mapped and _asked(draft) in words_of("heading of a course") and _tells(draft, table)
        else draft
        for draft in drafts
    ]


def said_of_change(why: str, text: str) -> str | None:
    """What a cell of such a column says, "" where nothing; None where the column is no such one.

    >>> said_of_change("it names the medicine that was stopped", "simvastatin 40 mg")
    'stopped simvastatin 40 mg'
    """
    if why in _NAMED:
        return "" if is_empty(plain(text)) else f"{_SENTENCE[_NAMED[why]]} {text}"
    if why in _TICKED:
        return _TICKED[why] if vocabulary("yes_no").get(plain(text).strip(" .")) == "yes" else ""
    return None


def tells_of_change(why: str) -> bool:
    """Whether the cells of a column are told in other words by `said_of_change`."""
    return why in _NAMED or why in _TICKED


def names_changed(drafts: Sequence[Draft]) -> bool:
    """Whether a column names the medicines that were started or stopped."""
    return any(draft.plan.why in _NAMED for draft in drafts)


def _with_no_days(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Columns of first and last days beside the date of each row that hold ticks, doses or names instead."""
    ends = [draft for draft in drafts if {"start", "stop"} & set(draft.candidates) and not draft.mapped]
    listed = any("medication" in draft.candidates for draft in drafts)
    told = {draft.plan.position: _told(draft, table) for draft in ends}
    kinds = set(told.values()) - {"nothing"}
    if len(kinds) != 1 or (kinds == {"names"}) == listed or kinds == {"else"}:
        return drafts
    kind = kinds.pop()
    return [_as(draft, kind) if draft in ends else draft for draft in drafts]


def _as(draft: Draft, kind: str) -> Draft:
    way: Change = "stop" if "stop" in draft.candidates else "start"
    if kind == "doses":
        return replace(draft, candidates=(_DOSES[way],))
    if kind == "names":
        # "From" simvastatin "to" atorvastatin: the first is the one that ends.
        header = plain(draft.plan.header).strip(" :?")
        if header in words_of("from one to another"):
            way = "stop" if way == "start" else "start"
    whys = _TICKED if kind == "ticks" else _NAMED
    why = next(text for text, change in whys.items() if change == way)
    return replace(draft, plan=replace(draft.plan, why=why), candidates=("change",))


def _told(draft: Draft, table: RawTable) -> str:
    """What all cells of a column are: "ticks", "doses", "names", "nothing", or "else"."""
    cells = [cell for cell in table.different(draft.plan.position) if cell and not is_empty(plain(cell))]
    if not cells:
        return "nothing"
    if all(plain(cell).strip(" .") in vocabulary("yes_no") and not cell.isdecimal() for cell in cells):
        return "ticks"
    if all(DOSE_CELL.fullmatch(plain(cell)) for cell in cells):
        return "doses"
    named = [any(one.generic for one in read_medicine_list(cell)) for cell in cells]
    return "names" if 2 * sum(named) > len(named) else "else"


def _asked(draft: Draft) -> str:
    return plain(draft.plan.header).split("(")[0].strip(" :?")


def _tells(draft: Draft, table: RawTable) -> bool:
    """Whether most cells begin with a number or a word: "7 days", not a clock time or a date."""
    cells = [plain(cell) for cell in table.different(draft.plan.position) if cell]
    lengths = [cell for cell in cells if ":" not in cell and sum(map(str.isdecimal, cell)) <= 3]
    return bool(cells) and 2 * len(lengths) > len(cells)
