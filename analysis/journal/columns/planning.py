"""What each column of a table is taken for: what the person mapped, else what its header and cells say."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from analysis.journal.cells import plain
from analysis.journal.columns.kinds import LONGER_TIMES, is_of_longer_times, kind_of
from analysis.journal.columns.looks import holds_clock_times, holds_moments
from analysis.journal.columns.plans import SHARED, Draft, Kind
from analysis.journal.columns.plans import Plan as Plan
from analysis.journal.columns.plans import TablePlan as TablePlan
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, could_be_date, heading

NOT_USED = ("", "ignore", "not used", "none", "-")
OWN = "own"
_TABLES_OF: dict[str, tuple[str, ...]] = {
    "night diary": ("night", "cramp", "day"),
    "cramp log": ("cramp", "night"),
    "device days": ("day", "night"),
    "medication changes": ("change",),
    "measurements": ("measurement",),
}


def plan_table(table: RawTable, mapping: Mapping[str, str], file_name: str) -> TablePlan:
    """What each column is taken for: first what the person mapped, then the names of ``fields.csv``."""
    mapped = {plain(header): field for header, field in mapping.items()}
    drafts = [_draft(position, header, mapped) for position, header in enumerate(table.headers)]
    drafts = _with_medicine_names(drafts)
    drafts = _with_number_beside(_with_clock_times(drafts, table))
    if not any({"night", "recorded_at", "start"} & set(draft.candidates) for draft in drafts):
        drafts = _with_date_by_values(drafts, table)
    kind, why = kind_of(drafts, table, file_name)
    if kind in ("night diary", "cramp log", "device days", "unreadable") and is_of_longer_times(drafts):
        kind, why = "unreadable", LONGER_TIMES
    listed = kind == "cramp log" and plain(table.title or "") in ("cramps", "cramp log")
    return TablePlan(kind, why, tuple(_settle(drafts, kind, table)), events=listed)


def _with_medicine_names(drafts: list[Draft]) -> list[Draft]:
    """In a list with doses the column "Name" names medicines, not people."""
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" in names or not names & {"dose", "stop"}:
        return drafts
    return [
        replace(draft, candidates=("medication",))
        if plain(draft.plan.header) in ("name", "nom", "nombre", "naam", "nome")
        else draft
        for draft in drafts
    ]


_HOW_MANY = re.compile(
    r"(?:how many|how often|how many times|wie viele|wie oft|combien|cuant[oa]s|hoeveel|"
    r"number|count|anzahl|nombre|numero|aantal)"
    r"(?: (?:did you have|were there|cramps?))?\??"
)


def _with_number_beside(drafts: list[Draft]) -> list[Draft]:
    """Beside a column about cramps, "How many" counts them."""
    found = list(drafts)
    for at, (before, draft) in enumerate(pairwise(drafts), start=1):
        unknown = not draft.candidates and not draft.mapped
        if unknown and before.candidates[:1] == ("cramps",) and _HOW_MANY.fullmatch(plain(draft.plan.header)):
            found[at] = Draft(replace(draft.plan, why="it stands beside the cramps"), ("cramps",), False)
    return found


def _with_clock_times(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Start and end of a cramp, where they are clock times or moments and no medicine is named."""
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" in names or not names & {"start", "stop", "ended"}:
        return drafts
    found = []
    for draft in drafts:
        cells = [row[draft.plan.position] for row in table.rows]
        timed = not draft.mapped and holds_clock_times(cells)
        moments = not draft.mapped and not timed and holds_moments(cells)
        if "start" in draft.candidates and (timed or (moments and "night" not in names)):
            draft = replace(draft, candidates=("onset",) if timed else ("night",))
        elif {"stop", "ended"} & set(draft.candidates) and (timed or moments):
            draft = replace(draft, candidates=("ended",))
        found.append(draft)
    return found


_SAMPLED = 30
_MOSTLY = 0.8


def _with_date_by_values(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Where no header names the date, the first column of unknown name whose cells are dates."""
    for at, draft in enumerate(drafts):
        if draft.mapped or (draft.candidates and "onset" not in draft.candidates):
            continue
        cells = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:_SAMPLED]
        dates = sum(map(could_be_date, cells))
        if cells and dates >= _MOSTLY * len(cells):
            plan = replace(draft.plan, why="its cells are dates")
            return [*drafts[:at], Draft(plan, ("night",), False), *drafts[at + 1 :]]
    return drafts


def own_name(header: str) -> str:
    """The name of a column that the person keeps: its words, joined by underscores."""
    name = "_".join(re.findall(r"[^\W_]+", plain(header)))[:60] or "own"
    return f"own_{name}" if name in headers() or name in ("logged", "assumed", OWN) else name


def _draft(position: int, header: str, mapped: Mapping[str, str]) -> Draft:
    found = heading(header)
    told = mapped.get(plain(header)) if header else None
    if told is None and header.startswith("own:"):
        told, header = OWN, header.removeprefix("own:").strip()
    if told is None:
        return Draft(Plan(position, header, None, found, found.why), found.fields, False)
    if plain(told) in NOT_USED:
        return Draft(Plan(position, header, None, found, "mapped: not used"), (), True)
    if told == "date":
        told = "night"
    if told in headers():
        return Draft(Plan(position, header, told, found, "mapped"), (told,), True)
    name = own_name(header if told == OWN else told)
    return Draft(Plan(position, header, name, found, "mapped under its own name", own=True), (name,), True)


def _settle(drafts: list[Draft], kind: Kind, table: RawTable) -> list[Plan]:
    allowed = _TABLES_OF.get(kind, ("night", "cramp", "day", "change", "measurement"))
    extra = {"medication changes": {"medication", "reason"}, "measurements": {"dose_unit"}}.get(kind, set())
    plans: list[Plan] = []
    for draft in drafts:
        plan = draft.plan
        if not draft.mapped:
            fits = [
                name
                for name in draft.candidates
                if headers()[name].table in allowed
                or name in extra
                or name in SHARED
                or headers()[name].table == "file"
            ]
            if fits:
                plan = replace(plan, field=fits[0])
            elif draft.candidates:
                plan = replace(plan, why=f"not used in {kind}")
            else:
                plan = replace(plan, why="")
        plans.append(plan)
    if kind == "cramp log" and not any(plan.field in ("night", "recorded_at", "onset") for plan in plans):
        plans = [replace(plan, field="night") if plan.field == "cramps" else plan for plan in plans]
    return _one_date(plans, table)


def _one_date(plans: list[Plan], table: RawTable) -> list[Plan]:
    """Of several columns that could hold the date, the one with most cells that look like one."""
    dates = [plan for plan in plans if plan.field == "night"]
    if len(dates) < 2:
        return plans
    best = max(dates, key=lambda plan: (_date_like(plan, table), -plan.position))
    return [
        replace(plan, field=None, why="another column holds the date")
        if plan in dates and plan is not best
        else plan
        for plan in plans
    ]


def _date_like(plan: Plan, table: RawTable) -> int:
    cells = (row[plan.position] for row in table.rows[:200])
    return sum(sum(letter.isdecimal() for letter in cell) >= 3 and len(cell) >= 5 for cell in cells)
