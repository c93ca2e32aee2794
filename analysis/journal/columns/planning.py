"""What each column of a table is taken for: what the person mapped, else what its header and cells say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.journal.cells import is_one_clock, plain, words_of
from analysis.journal.columns.about_cramps import names_cramps, subject_of
from analysis.journal.columns.app_columns import (
    with_amounts_of_drinks,
    without_tags,
)
from analysis.journal.columns.begin_of_sleep import with_begin_of_sleep
from analysis.journal.columns.change_sentences import with_change_sentences
from analysis.journal.columns.counting_columns import (
    with_general_count,
    with_none_ticked,
    with_row_numbers,
    without_counts_as_clocks,
    without_counts_as_others,
    without_results_of_no_test,
    without_running_totals,
)
from analysis.journal.columns.dates_by_cells import WHICH_DATE, with_date_by_cells
from analysis.journal.columns.dose_statuses import STATUSES
from analysis.journal.columns.fields_by_cells import with_fields_of_cells
from analysis.journal.columns.kinds import kind_of
from analysis.journal.columns.legs import with_legs_counted
from analysis.journal.columns.looks import holds_clock_times, holds_moments
from analysis.journal.columns.medicine_columns import with_medicine_columns
from analysis.journal.columns.named_subjects import with_field_of_its_name
from analysis.journal.columns.of_a_plan import with_columns_of_a_plan
from analysis.journal.columns.plans import OWN, SHARED, Draft, Kind, own_name
from analysis.journal.columns.plans import Plan as Plan
from analysis.journal.columns.plans import TablePlan as TablePlan
from analysis.journal.columns.questions import say_longer_times
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.columns.times_of_rows import is_of_longer_times
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, heading, heading_words

NOT_USED = ("", "ignore", "not used", "none", "-")
_TABLES_OF: dict[str, tuple[str, ...]] = {
    "night diary": ("night", "cramp", "day"),
    "cramp log": ("cramp", "night", "day"),
    "device days": ("day", "night"),
    "medication changes": ("change",),
    "measurements": ("measurement",),
}


def plan_table(
    table: RawTable, mapping: Mapping[str, str], places: Sequence[str], *, sure: bool = False
) -> TablePlan:
    """What each column is taken for: first what the person mapped, then the names of ``fields.csv``.

    ``places`` are the names of the file and its sheet; ``sure``: a person said that the file is about
    cramps.
    """
    mapped = {plain(header): field for header, field in mapping.items()}
    drafts = [_draft(position, header, mapped) for position, header in enumerate(table.headers)]
    drafts = with_columns_of_a_plan(drafts, table)
    drafts = without_counts_as_others(_with_medicine_names(drafts), table)
    drafts = without_running_totals(drafts, table)
    drafts = with_fields_of_cells(drafts, table)
    places = (*places, table.title or "", table.above)
    subject = subject_of(drafts, table, places, sure=sure)
    if subject.said:
        drafts = without_results_of_no_test(without_counts_as_clocks(drafts, table))
    drafts = with_row_numbers(_with_clock_times(drafts, table), table)
    named = sure or any(map(names_cramps, places))
    counted = with_general_count(drafts, table, named=named) if subject.said else None
    drafts = without_tags(drafts, table) if counted is None else counted
    drafts = with_legs_counted(drafts, table, about_cramps=named)
    drafts = with_none_ticked(drafts, table)
    drafts = drafts if subject.said else with_field_of_its_name(drafts, table, places)
    drafts, which_date = with_date_by_cells(drafts, table)
    drafts = with_amounts_of_drinks(drafts, table)
    drafts = with_begin_of_sleep(with_medicine_columns(drafts, table), table)
    drafts = with_change_sentences(drafts, table)
    kind, why, code = kind_of(drafts, table, subject)
    if kind in ("night diary", "cramp log", "device days", "unreadable") and is_of_longer_times(
        drafts, table
    ):
        kind, why, code = "unreadable", say_longer_times(table), "longer_times"
    if which_date:
        kind, why, code = "unreadable", _WHICH_DATE, WHICH_DATE
    listed = kind == "cramp log" and plain(table.title or "") in ("cramps", "cramp log")
    return TablePlan(kind, why, tuple(_settle(drafts, kind, table)), listed, code, subject.sure)


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


def _with_clock_times(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Start and end of a cramp, where they are clock times or moments and no medicine is named. In a survey
    they are those of filling it in.
    """
    if any(heading_words(draft.plan.header) in words_of("beside a survey") for draft in drafts):
        return [draft if draft.mapped else _of_a_survey(draft) for draft in drafts]
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" in names or not (names & {"start", "stop", "ended"} or any(map(_asks_when, drafts))):
        return drafts
    found = []
    for at, draft in enumerate(drafts):
        cells = table.column(draft.plan.position)
        timed = not draft.mapped and holds_clock_times(cells)
        moments = not draft.mapped and not timed and holds_moments(cells)
        if _asks_when(draft) and timed and (at == 0 or _is_of_a_cramp(drafts[at - 1])):
            draft = replace(draft, candidates=("onset",))
        elif "start" in draft.candidates and (timed or (moments and "night" not in names)):
            draft = replace(draft, candidates=("onset",) if timed else ("night",))
        elif {"stop", "ended"} & set(draft.candidates) and (timed or moments):
            draft = replace(draft, candidates=("ended",))
        found.append(draft)
    return found


def _asks_when(draft: Draft) -> bool:
    """Whether a heading asks no more than when it was, which a date answers, and a clock time."""
    asked = heading_words(draft.plan.header) in words_of("asks when")
    return asked and draft.candidates in ((), ("night",), ("start",))


def _is_of_a_cramp(draft: Draft) -> bool:
    """Whether a column is of a cramp or its date; behind another one "When" asks for that ("Walk,When")."""
    known = draft.candidates[0] if draft.candidates else ""
    return known in ("cramps", "night", "recorded_at") or (
        known in headers() and headers()[known].table == "cramp"
    )


_WHICH_DATE = "More than one column of the file holds dates, and one of them is the night's; say which."


def _of_a_survey(draft: Draft) -> Draft:
    """A column of a survey's answers, whose beginning and end are when it was written, and whose length is
    that of no cramp.
    """
    if {"start", "stop", "ended"} & set(draft.candidates):
        return replace(draft, candidates=("recorded_at",))
    return replace(draft, candidates=()) if draft.candidates == ("duration",) else draft


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
        return Draft(Plan(position, header, told, found, ReadAs.MAPPED), (told,), True)
    name = own_name(header if told == OWN else told)
    return Draft(Plan(position, header, name, found, "mapped under its own name", own=True), (name,), True)


def _settle(drafts: list[Draft], kind: Kind, table: RawTable) -> list[Plan]:
    allowed = _TABLES_OF.get(kind, ("night", "cramp", "day", "change", "measurement"))
    extra = {"medication changes": {"medication", "reason"}, "measurements": {"dose_unit"}}.get(kind, set())
    plans: list[Plan] = []
    doses = _doses_beside(drafts, kind)
    for draft in drafts:
        plan = draft.plan
        if draft in doses:
            plan = replace(plan, why=ReadAs.DOSES_BESIDE)
        elif not draft.mapped:
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
            elif draft.candidates == ("tablets_taken",):
                plan = replace(plan, why="")  # numbers of tablets that nobody named: listed as not known
            elif draft.candidates:
                plan = replace(plan, why=f"not used in {kind}")
            elif plan.why not in (ReadAs.UNITS_BESIDE, ReadAs.SLEEP_BEGAN, *STATUSES):
                plan = replace(plan, why="")
        plans.append(plan)
    if kind == "cramp log" and not any(plan.field in ("night", "recorded_at", "onset") for plan in plans):
        plans = [replace(plan, field="night") if plan.field == "cramps" else plan for plan in plans]
    return _one_date(plans, table)


def _doses_beside(drafts: Sequence[Draft], kind: Kind) -> list[Draft]:
    """The columns of the doses of a diary's or a log's one column of medicines, and of their units."""
    named = [draft for draft in drafts if draft.candidates[:1] == ("medication",)]
    dosed = [draft for draft in drafts if draft.candidates[:1] == ("dose",) and not draft.mapped]
    if kind not in ("night diary", "cramp log") or len(named) != 1 or len(dosed) != 1:
        return []
    units = [draft for draft in drafts if draft.candidates[:1] == ("dose_unit",) and not draft.mapped]
    return dosed + units[:1]


def _one_date(plans: list[Plan], table: RawTable) -> list[Plan]:
    """Of several columns that could hold the date, the one with most cells that look like one; what has none
    is listed as not known."""
    dates = [plan for plan in plans if plan.field == "night"]
    if len(dates) < 2:
        return plans
    alike = {plan.position: _date_like(plan, table) for plan in dates}
    best = max(dates, key=lambda plan: (alike[plan.position], -plan.position))
    return [
        replace(plan, field=None, why="another column holds the date" if alike[plan.position] else "")
        if plan in dates and plan is not best
        else plan
        for plan in plans
    ]


def _date_like(plan: Plan, table: RawTable) -> int:
    cells = (row[plan.position] for row in table.rows[:200])
    return sum(
        sum(letter.isdecimal() for letter in cell) >= 3 and len(cell) >= 5 and not is_one_clock(cell)
        for cell in cells
    )
