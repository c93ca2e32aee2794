"""One file -> the entries of its tables, each with the draft of its receipt."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.journal.added import EVENTS, REMARKS, read_noted
from analysis.journal.columns import ASKED, TablePlan, misspelt_cramps, plan_table, suggestions
from analysis.journal.entries import (
    NO_MOMENT,
    Settings,
    leave_out_days_to_come,
    read_entries,
    reject_far_dates,
)
from analysis.journal.export_parts import read_export
from analysis.journal.exports import apple_records, header_of_habit
from analysis.journal.file_tables import FileTable, read_tests
from analysis.journal.line_tables import leave_out, read_dated_lines
from analysis.journal.mapping import told_of_file, zone_of_file
from analysis.journal.model import Action, Column
from analysis.journal.opened import Opened
from analysis.journal.people import keep_one_person
from analysis.journal.plan_files import is_plan, read_plan
from analysis.journal.receipts import Draft
from analysis.journal.tables import (
    LISTED,
    MOST_BYTES,
    OF_CALENDAR,
    OF_MONTHS,
    OF_WEEKS,
    RawTable,
    Sheet,
    UnreadableFile,
    could_be_date,
    fill_dittos,
    fill_planned_dates,
    heading,
    is_prose,
    join_date,
    month_calendars,
    month_grids,
    names_days_of_week,
    one_row_a_test,
    part_listed_dates,
    part_spans,
    part_stretches,
    read_sheets,
    read_tables,
    read_titled_tables,
    turned,
    week_grid,
)
from analysis.journal.which_export import export_of, is_event_log, log_by_cells
from analysis.journal.writing import TITLES, is_own_export
from analysis.journal.zoned_files import HINT, WHICH_ZONE, settle_zone, settle_zones_of_rows

HEADER_ONLY = "The file has a header but no rows; fill it in, or choose another file."
NO_TABLE = "The file is no table with one row for each night or cramp; write the journal into a template."
TEXT = (
    "This is text, not a table; begin each line with its date, or type the journal into a template, one row "
    "for each night or each cramp."
)


def read_opened(
    opened: Opened, settings: Settings, mapping: Mapping[str, str], chosen: str | None
) -> list[FileTable]:
    """Every table of a file. What lies in a page was settled when it was read the first time: no answer that
    is given now moves its columns."""
    if opened.error is not None:
        return [opened.error]
    if opened.page is not None:
        return read_file(opened.name, opened.page.journal, replace(settings, meanings={}), {}, None)
    return read_file(opened.name, opened.content, settings, mapping, chosen)


def read_file(
    name: str, content: bytes, settings: Settings, mapping: Mapping[str, str], chosen: str | None
) -> list[FileTable]:
    """Every table of a file. A file that cannot be read gives one draft with its sentence."""
    lines = read_dated_lines(name, content, settings, mapping, chosen)
    if lines is not None:
        return [lines]
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        sheets = _sheets_of(name, content, mapping)
    except UnreadableFile as error:
        return [FileTable(Draft(name, sha256, error=str(error), error_code="unreadable"))]
    own = is_own_export(sheets[0].records)
    found = [one for sheet in sheets for one in _tables_on(sheet, name, own=own)]
    beside: list[Sheet] = []
    if any(table is not None for _, table in found):
        beside = [sheet for sheet, table in found if table is None]
        found = [(sheet, table) for sheet, table in found if table is not None]
    tables = []
    for sheet, table in found:
        draft = _draft_of(name, sha256, sheet, table, alone=len(found) == 1)
        tables.append(_read_found(name, sheet, table, draft, settings, mapping, chosen, own=own))
    parts = [made.parts for made in tables]
    dated = any((part.seconds != NO_MOMENT).any() for of_table in parts for part in of_table)
    if not (own or dated) and all(map(is_prose, sheets)):
        return [FileTable(Draft(name, sha256, encoding=sheets[0].encoding, error=TEXT, error_code="text"))]
    # What the program wrote itself was judged when it was read, and stays what it was.
    if own:
        for part in (part for of_table in parts for part in of_table):
            part.evenings |= set(range(len(part)))
            part.written_here = True
    else:
        reject_far_dates(parts)
    _note_said([sheet for sheet, _ in found], tables)
    _note_beside(beside, tables[0].draft)
    return tables


def _sheets_of(name: str, content: bytes, mapping: Mapping[str, str]) -> list[Sheet]:
    samples = apple_records(content) if len(content) <= MOST_BYTES else None
    if samples is not None:
        sheets = [Sheet(None, samples, "utf-8", None)]
    else:
        sheets = read_sheets(content, zone_of_file(mapping, name))
    return [_with_header_of_habit(sheet, name) for sheet in sheets]


def _tables_on(sheet: Sheet, name: str, *, own: bool) -> list[tuple[Sheet, RawTable | None]]:
    """The tables of a sheet, each with the sheet as far as it says what was done with it; None where no line
    can be a header. ``own``: the program wrote the file, and its titles tell the tables apart.
    """
    if own:
        return [(sheet, table) for table in read_titled_tables(sheet, (*TITLES, REMARKS))] or [(sheet, None)]
    places = (sheet.name or "", name)
    if grids := month_grids(sheet, places):
        told = replace(sheet, said=(*sheet.said, OF_MONTHS))
        return [(told, grid) for grid in grids]
    if calendars := month_calendars(sheet, places):
        told = replace(sheet, said=(*sheet.said, OF_CALENDAR))
        return [(told, calendar) for calendar in calendars]
    if (weeks := week_grid(sheet, places)) is not None:
        of_days = not names_days_of_week(weeks.headers)
        return [(replace(sheet, said=(*sheet.said, OF_WEEKS)) if of_days else sheet, weeks)]
    sheet = turned(sheet)
    return [(sheet, table) for table in read_tables(sheet)] or [(sheet, None)]


def _draft_of(name: str, sha256: str, sheet: Sheet, table: RawTable | None, *, alone: bool) -> Draft:
    """The receipt of a table, named by its title where the file has several."""
    title = (table.title if table else None) or sheet.name
    if table is not None and title is None and not alone:
        title = f"from row {table.header_row}"
    return Draft(
        name if alone else f"{name} [{title}]",
        sha256,
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        sheet=None if alone else title,
        file=name,
    )


def _read_found(
    name: str,
    sheet: Sheet,
    table: RawTable | None,
    draft: Draft,
    settings: Settings,
    mapping: Mapping[str, str],
    chosen: str | None,
    *,
    own: bool,
) -> FileTable:
    """A table with what its sheet says of it filled in."""
    if table is None:
        draft.fail("no_header", _NO_HEADER)
        return FileTable(draft)
    if own and table.title in (EVENTS, REMARKS):
        return FileTable(draft, noted=read_noted(table, draft, settings.today))
    join_date(table, table.title or sheet.name or table.above, name)
    fill_planned_dates(table)
    if not own:
        fill_dittos(table)
    part_stretches(table)
    said = [LISTED] if part_listed_dates(table) else part_spans(table, settings.date_order, settings.today)
    for what in said:
        draft.note(None, None, what, "assumed")
    return _read_table(table, draft, settings, mapping, chosen, (name, sheet.name or ""))


def _note_beside(sheets: Sequence[Sheet], draft: Draft) -> None:
    """Says which sheets hold no table, beside those that do."""
    for sheet in sheets:
        title = f"the sheet “{(sheet.name or '')[:60]}” holds no table"
        draft.note(None, None, title, "outside")
        for said in sheet.said:
            draft.note(None, None, said, "assumed")


def _note_said(sheets: Sequence[Sheet], tables: Sequence[FileTable]) -> None:
    """Notes what was done with each sheet before it was a table, at the first of its tables."""
    noted: set[int] = set()
    for sheet, made in zip(sheets, tables, strict=True):
        if id(sheet) in noted:
            continue
        noted.add(id(sheet))
        for said in sheet.said:
            made.draft.note(None, None, said, "assumed")
        if sheet.zone_open:
            made.draft.note(None, None, _ZONE_OPEN, "assumed", HINT, code=WHICH_ZONE)


def _with_header_of_habit(sheet: Sheet, name: str) -> Sheet:
    """The sheet with the header that the file of a single habit has not, above its first row."""
    header = header_of_habit(sheet.records, name) if sheet.encoding is not None else None
    if header is None:
        return sheet
    return replace(sheet, records=[header, *sheet.records], first_row=sheet.first_row - 1)


def _read_table(
    table: RawTable,
    draft: Draft,
    settings: Settings,
    mapping: Mapping[str, str],
    chosen: str | None,
    places: tuple[str, str],
) -> FileTable:
    """``places`` are the names of the file and of its sheet."""
    made = FileTable(draft)
    settle_zone(table, draft, mapping, places[0])
    if not table.rows:
        draft.columns = [Column(header, None) for header in table.headers]
        draft.table = table
        known = any(heading(header).fields for header in table.headers)
        draft.fail(*(("header_only", HEADER_ONLY) if known else ("no_table", NO_TABLE)))
        return made
    told = told_of_file(mapping, places[0], table.title or places[1])
    if told == "ignore":
        leave_out(draft, table)
        return made
    if is_plan(table.headers):
        made.plan = read_plan(table, draft)
        return made
    if not keep_one_person(table, draft, chosen, mapping):
        return made
    export, frame = export_of(table, mapping, " ".join(places))
    sure = told == "cramps"
    plan = None
    if export is None or export.kind == "event log":
        plan = plan_table(table, mapping, places, sure=sure)
    if export is not None and (plan is None or is_event_log(export, frame, plan, mapping)):
        read_export(made, export, frame, table, settings, mapping, places, sure=sure)
        return made
    assert plan is not None
    export, frame = log_by_cells(table, plan, mapping, sure=sure)
    if export is not None:
        read_export(made, export, frame, table, settings, mapping, places, sure=sure)
        return made
    settle_zones_of_rows(table, plan, draft, settings.date_order)
    draft.suggestions = suggestions(table, [column.field for column in plan.columns if column.field], mapping)
    _read_planned(made, table, plan, settings)
    return made


def _read_planned(made: FileTable, table: RawTable, plan: TablePlan, settings: Settings) -> None:
    """The entries of a table of rows, as its columns were taken for; else why it is refused."""
    draft = made.draft
    dates = plan.of("night") or plan.of("recorded_at")
    if plan.kind == "unreadable" and dates and (tests := one_row_a_test(table, dates[0].position)):
        read_tests(made, *tests, table, settings)
        return
    draft.kind = plan.kind
    draft.question = plan.code
    draft.taken_for = plan.why if plan.kind != "unreadable" else ""
    leave_out_days_to_come(table, plan, settings)
    entries = read_entries(table, plan, draft, settings) if plan.kind != "unreadable" else None
    if entries is None:
        _refuse(table, plan, draft)
        return
    entries.remarks_answer = True
    if plan.code == ASKED:
        made.unanswered = plan.kind == "cramp log"
        said = _PAINS_TAKEN if made.unanswered else _COULD_BE_CRAMPS
        action: Action = "assumed" if made.unanswered else "not_mapped"
        draft.note(None, None, said, action, "say whether these are leg cramps", code=ASKED)
    made.parts.append(entries)


def _refuse(table: RawTable, plan: TablePlan, draft: Draft) -> None:
    """One sentence for a table that is not read, and its columns as far as they are known."""
    draft.take_columns(plan.columns)
    draft.table = table
    dates = [column.position for column in plan.columns if column.field in ("night", "recorded_at", "onset")]
    dated = any(could_be_date(row[at]) for row in table.rows for at in dates)
    if plan.why:
        draft.fail(plan.code or "not_plain", plan.why)
    else:
        near = next((each for each in draft.suggestions if misspelt_cramps(each.header)), None)
        if dated and near is not None:
            draft.fail("nothing_known", _NEARLY_CRAMPS.format(near.header[:60]))
            return
        code, sentence = ("no_date", _NO_DATE_IN_IT) if dates else ("no_date", _NO_DATE)
        draft.fail(*(("nothing_known", _NOTHING_KNOWN) if dated else (code, sentence)))


_NEARLY_CRAMPS = "The column “{}” is not known; did you mean cramps? Say what it holds to use the file."
_ZONE_OPEN = "the days are those of the times as they are written, whatever their zone"
_PAINS_TAKEN = "nothing says that these pains of the night are leg cramps; they were taken for it"
_COULD_BE_CRAMPS = "nothing in the file says that it is about leg cramps; what could be of one is not used"
_NOTHING_KNOWN = (
    "The file has dates, but no column that is known to be about cramps, the day, medicines or tests; "
    "map its columns to use it."
)
_NO_HEADER = (
    "No line names its columns; the first row has to say what each column holds, such as Date and Cramps."
)
_NO_DATE_IN_IT = (
    "No cell of the column for the date could be read as a date; write dates as 2024-03-12, or map another."
)
_NO_DATE = "The file has no column that is known to hold a date; name it Date, or map it."
