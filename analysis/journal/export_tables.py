"""A known export or an event log -> the entries of its parts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain

import pandas as pd

from analysis.journal.cells import plain, vocabulary
from analysis.journal.columns import (
    ASKED,
    CRAMP_COLUMN,
    NOT_TAKEN,
    TablePlan,
    names_cramps,
    plan_table,
    speaks_of_cramps,
)
from analysis.journal.entries import DATE_HINT, Settings, read_entries
from analysis.journal.event_choices import categories, choose_kinds, open_nights
from analysis.journal.exports import (
    EVENT_LOG,
    Converted,
    Export,
    Log,
    SaidOfLog,
    could_be_habits,
    headings_of_counts,
    kind_column,
    recognise,
    recognise_event_log,
    recognise_habits,
    with_blanks_filled,
)
from analysis.journal.fields import dictionary
from analysis.journal.file_tables import FileTable
from analysis.journal.mapping import kinds_in
from analysis.journal.model import Column, text_array
from analysis.journal.receipts import UNMAPPED, USED, Draft
from analysis.journal.tables import RawTable, heading, heading_words


def export_of(
    table: RawTable, mapping: Mapping[str, str], places: str = ""
) -> tuple[Export | None, pd.DataFrame]:
    """The known export or event log that a table is, with its cells; ``places`` are the names of its file and
    sheet.
    """
    places = f"{places} {table.title or ''} {table.above}"
    found = recognise(table.headers, places)
    names = [plain(header) for header in table.headers]
    said = [header for header, field in mapping.items() if plain(field) in _EVENT_KIND]
    told = next((header for header in table.headers if plain(header) in map(plain, said)), None)
    if found is None and told is None and not could_be_habits(names, table.rows, places):
        kinds = {
            name for name, header in zip(names, table.headers, strict=True) if _could_be_kind(name, header)
        }
        if not kinds or headings_of_counts(names) - kinds:
            return None, pd.DataFrame()
    frame = _frame_of(table.headers, table.rows)
    if found is not None and not found.fits(frame):
        found = None
    # Somebody added a column about cramps to a device's file: it is a diary now.
    if found is not None and found.kind == "device days" and any(map(names_cramps, table.headers)):
        found = None
    habits = found or recognise_habits(frame, places)
    return habits or recognise_event_log(frame, _said_of_log(mapping, told)), frame


def log_by_cells(
    table: RawTable, plan: TablePlan, mapping: Mapping[str, str], *, sure: bool
) -> tuple[Export | None, pd.DataFrame]:
    """The event log that a table is by its cells, where its headings tell nothing: a column of a few kinds,
    of which some name a cramp. ``sure``: a person said that it is about cramps.
    """
    unknown = plan.kind == "unreadable" and plan.code in ("", ASKED)
    fields = {column.field for column in plan.columns}
    uncounted = plan.kind in ("cramp log", "night diary") and not fields & {"cramps", *_of_days()}
    if not (unknown or (sure and uncounted)):
        return None, pd.DataFrame()
    mapped = {plain(header) for header in mapping}
    found = kind_column(table.headers, table.rows)
    if found is None or plain(table.headers[found.at]) in mapped:
        return None, pd.DataFrame()
    rows = with_blanks_filled(table.headers, table.rows, found.at)
    frame = _frame_of(table.headers, rows)
    said = _said_of_log(mapping, table.headers[found.at])
    return recognise_event_log(frame, replace(said, several=found.several)), frame


@cache
def _of_days() -> frozenset[str]:
    return frozenset(name for name, known in dictionary().items() if known.table == "day")


def _frame_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> pd.DataFrame:
    """The cells by heading, each heading once; a cell that only looks like a date is not known."""
    unique: dict[str, int] = {}
    headers = []
    for header in headings:
        unique[header] = unique.get(header, 0) + 1
        headers.append(header if unique[header] == 1 else f"{header} ({unique[header]})")
    odd = set(filter(_is_no_date, set(chain.from_iterable(rows))))
    if odd:
        rows = [["?" if cell in odd else cell for cell in row] for row in rows]
    columns = zip(*rows, strict=True) if rows else ([] for _ in headers)
    return pd.DataFrame(dict(zip(headers, map(text_array, columns), strict=True)), copy=False)


def _said_of_log(mapping: Mapping[str, str], told: str | None) -> SaidOfLog:
    """What a mapping says of the columns and the kinds of an event log."""
    kinds = kinds_in(mapping)
    fields = {plain(header): field for header, field in mapping.items() if plain(field) not in _EVENT_KIND}
    return SaidOfLog(told, fields, {kind for kind, target in kinds.items() if target == "cramps"})


def _could_be_kind(name: str, header: str) -> bool:
    """Whether a heading may be that of the kind of event."""
    kinds = ("log kind", "log kind of cramps")
    return "event" in name or any({name, heading_words(header)} & set(vocabulary(kind)) for kind in kinds)


_EVENT_KIND = ("event_kind", "event kind")


def _is_no_date(cell: str) -> bool:
    """Whether a cell looks like a date, but with more digits than a day, month or year can have."""
    return len(cell) > 12 and bool(_LONG_PART_OF_DATE.search(cell)) and sum(map(str.isalpha, cell)) < 4


_LONG_PART_OF_DATE = re.compile(r"\d{10,}[-/. ]|[-/. ]\d{10,}")


def is_event_log(export: Export, frame: pd.DataFrame, plan: TablePlan, mapping: Mapping[str, str]) -> bool:
    if export.name != EVENT_LOG or plan.kind == "unreadable":
        return True
    if export.general:  # a remark beside what the table is about
        return False
    suggested = export.suggest(frame)
    if set(kinds_in(mapping)) & set(export.event_kinds(frame)):
        return True
    return bool(suggested) if plan.kind == "device days" else "cramps" in suggested.values()


def read_export(
    made: FileTable,
    export: Export,
    frame: pd.DataFrame,
    table: RawTable,
    settings: Settings,
    mapping: Mapping[str, str],
    places: Sequence[str],
    *,
    sure: bool = False,
) -> None:
    """``places`` are the names of the file and its sheet; ``sure``: a person said that it is about cramps."""
    draft = made.draft
    draft.open(table)
    name = places[0]
    draft.kind = export.kind
    draft.taken_for = f"{export.name}: {export.why}"
    kinds = export.event_kinds(frame)
    draft.event_kinds = tuple(kinds)
    log = export.log(frame, settings.date_order)
    places = (*places, table.title or "", table.above, *map(str, frame.columns))
    choice = choose_kinds(draft, log, kinds, mapping, places, sure=sure, beside=categories(frame))
    chosen = choice.chosen
    made.open_nights = _reject_unread(draft, log, chosen)
    if choice.of_cramps:
        made.open_nights |= open_nights(log, choice.unclear, settings.date_order)
    taken: dict[str, list[str]] = {}
    if export.unclear and "cramps" in chosen.values():
        draft.columns = [Column(header, None) for header in frame.columns]
        draft.question = "which_column_counts"
        draft.fail(draft.question, _UNCLEAR.format(export.unclear[0][:60]))
        draft.status[draft.status == USED] = UNMAPPED
        return
    for converted in export.tables(frame, chosen, settings.date_order):
        for label, header, why in converted.set_aside:
            draft.note(int(str(label)), header, why, "set_aside")
        for label, first in converted.repeated.items():
            draft.duplicate(int(str(label)), f"the same as row {table.numbers[int(str(first))]}")
        for what in converted.notes:
            draft.note(None, None, what, "assumed")
        draft.date_order = draft.date_order or converted.date_order
        _note_open_order(draft, converted.order_open, converted.columns.get("date", ()))
        if converted.table.empty:
            continue
        converted = _with_mapped(converted, frame, mapping)
        numbers = [table.numbers[int(str(label))] for label in converted.table.index]
        rows = converted.table.fillna("").astype(str).to_numpy().tolist()
        raw = RawTable(
            None, [str(header) for header in converted.table.columns], rows, numbers, table.header_row
        )
        part = Draft(draft.name, draft.sha256)
        plan = plan_table(raw, mapping, (name,))
        # A habit of any name that a person calls a cramp counts cramps.
        kind = "night diary" if converted.kind == "device days" and plan.of("cramps") else converted.kind
        draft.kind = kind if export.kind == "device days" else draft.kind
        plan = TablePlan(kind, export.why, plan.columns, events=True)  # type: ignore[arg-type]
        entries = read_entries(raw, plan, part, settings)
        labels = enumerate(converted.table.index)
        entries.evenings = {at for at, label in labels if label in converted.evenings}
        entries.sessions = converted.sessions
        made.parts.append(entries)
        made.converted.append(converted)
        draft.date_order = draft.date_order or part.date_order
        draft.date_order_open |= part.date_order_open
        for column in plan.columns:
            for origin in converted.columns.get(column.header, (column.header,)):
                taken.setdefault(origin, []).append(column.field or column.header)
    draft.columns = [_column_of(header, taken.get(header, []), export) for header in frame.columns]
    # Of the apps that are known it is known too what their other columns are.
    passed_over = () if export.kind == "event log" and export.name != EVENT_LOG else frame.columns
    read = set(chain.from_iterable(log.headers.values()))
    for header in passed_over:
        if header not in taken and header not in read and (frame[header] != "").any():
            draft.note(
                None,
                header,
                "this column is not used",
                "not_mapped",
                "map it to a field, or keep it under its own name",
            )
    if (unread := _cramps_not_taken(export, frame, taken, mapping)) is not None:
        draft.fail(CRAMP_COLUMN, NOT_TAKEN.format(unread[:60]))
        draft.question = CRAMP_COLUMN
        made.parts = []
    elif not made.parts:
        asked = (ASKED, choice.asked) if choice.asked else None
        draft.fail(*(asked or _nothing_taken(export, kinds, chosen)))
    if not made.parts:
        draft.status[draft.status == USED] = UNMAPPED
        made.converted = []


_UNCLEAR = (
    "The column “{}” beside the kind of event may say whether there was a cramp, or how many; "
    "map it to cramps if it does, else to what it holds, or to ignore."
)


def _cramps_not_taken(
    export: Export, frame: pd.DataFrame, taken: Mapping[str, list[str]], mapping: Mapping[str, str]
) -> str | None:
    """The heading with a word about cramps that a list of days holds answers under and that was not taken:
    what it says of the nights is lost beside the other columns, unless a person said what it is."""
    if export.kind == "event log":
        return None
    told = set(map(plain, mapping))
    for header in map(str, frame.columns):
        if header in taken or plain(header) in told or not speaks_of_cramps(header):
            continue
        if (frame[header] != "").any():
            return header
    return None


def _nothing_taken(export: Export, kinds: list[str], chosen: Mapping[str, str]) -> tuple[str, str]:
    """Why no row of a log was taken, and the sentence for it."""
    if not kinds and export.kind != "event log":
        return "no_row", "No row of the file could be used; its problems say why."
    if not kinds:
        return "no_kinds", (
            f"This {export.name} file holds no activities, symptoms or other kinds of event that could be "
            "read."
            if export.name != EVENT_LOG
            else "No row of this log of events could be read; its problems say why."
        )
    if chosen:
        return "no_event", "No event of the kinds that were chosen could be used; its problems say why."
    return "which_kind", (
        "This is a log of events; say which kind of event is the cramp, and which is a change of a medicine."
    )


def _note_open_order(draft: Draft, is_open: bool, headers: Sequence[str]) -> None:
    draft.date_order_open |= is_open
    if is_open:
        draft.note(
            None,
            ", ".join(headers[:1]) or None,
            "day and month of some dates could not be told apart",
            "assumed",
            "switch the order of day and month if these dates are wrong",
        )


def _reject_unread(draft: Draft, log: Log, chosen: Mapping[str, str]) -> set[date]:
    """Lists the rows whose moment is not known. Returns the nights that such a cramp may have been in: they
    are not free of cramps.
    """
    _note_open_order(draft, log.order_open, log.headers.get("day", ()))
    nights: set[date] = set()
    for unread in log.unread:
        hint = "write the time zone, such as Europe/London" if unread.nights else DATE_HINT
        draft.reject(int(str(unread.row)), ", ".join(unread.headers) or None, unread.why, hint)
        if chosen.get(unread.kind) == "cramps":
            nights |= set(unread.nights)
    return nights


def _column_of(header: str, fields: list[str], export: Export) -> Column:
    """A column of an export. One that decides between several fields holds the kind of event."""
    if not fields:
        return Column(header, None)
    one = fields[0] if len(set(fields)) == 1 else "event_kind"
    return Column(header, one, heading(header).unit if export.kind == "device days" else None, export.name)


def _with_mapped(converted: Converted, frame: pd.DataFrame, mapping: Mapping[str, str]) -> Converted:
    """The days of a device with further columns of the file that the person mapped."""
    if converted.further is None and converted.kind != "device days":
        return converted
    if converted.further is not None:
        frame = converted.further
    wanted = {plain(header) for header in mapping}
    used = {origin for origins in converted.columns.values() for origin in origins}
    extra = [header for header in frame.columns if plain(header) in wanted and header not in used]
    if not extra:
        return converted
    table = converted.table.copy()
    for header in extra:
        table[header] = frame[header].reindex(table.index)
    return Converted(
        converted.kind,
        table,
        {**converted.columns, **{header: (header,) for header in extra}},
        converted.rows,
        converted.set_aside,
        sessions=converted.sessions,
    )
