"""A known export or an event log -> the entries of its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

import pandas as pd

from analysis.journal.cells import plain, read_date_column
from analysis.journal.columns import (
    ASKED,
    CRAMP_COLUMN,
    NOT_TAKEN,
    TablePlan,
    plan_table,
    speaks_of_cramps,
)
from analysis.journal.entries import DATE_HINT, Settings, read_entries, say_open_order, years_of_place
from analysis.journal.event_choices import categories, choose_kinds, open_nights
from analysis.journal.exports import EVENT_LOG, Converted, Export, Log
from analysis.journal.file_tables import FileTable
from analysis.journal.model import Column, DateOrder
from analysis.journal.receipts import UNMAPPED, USED, Draft
from analysis.journal.tables import RawTable, heading


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
    draft.kind, draft.taken_for = export.kind, f"{export.name}: {export.why}"
    frame = _with_years(draft, export, frame, settings)
    log = export.log(frame, settings.date_order)
    kinds = export.event_kinds(frame)
    draft.event_kinds = tuple(kinds)
    titles = (*places, table.title or "", table.above)
    named = (*titles, *map(str, frame.columns))
    beside = categories(frame)
    choice = choose_kinds(draft, log, kinds, mapping, named, sure=sure, titles=titles, beside=beside)
    chosen = choice.chosen
    made.open_nights = _reject_unread(draft, log, chosen)
    if choice.of_cramps:
        made.open_nights |= open_nights(log, choice.unclear, settings.date_order)
    if export.unclear and "cramps" in chosen.values():
        draft.columns = [Column(header, None) for header in frame.columns]
        _refuse(made, "which_column_counts", _UNCLEAR.format(export.unclear[0][:60]))
        draft.question = "which_column_counts"
        return
    settings = _with_order_of(log, draft, settings)
    taken = _read_tables(made, export, frame, table, settings, mapping, chosen, places[0])
    draft.columns = [_column_of(header, taken.get(header, []), export) for header in frame.columns]
    _note_unused(draft, export, frame, {*taken, *chain.from_iterable(log.headers.values())})
    if (unread := _cramps_not_taken(export, frame, taken, mapping)) is not None:
        _refuse(made, CRAMP_COLUMN, NOT_TAKEN.format(unread[:60]))
        draft.question = CRAMP_COLUMN
    elif not made.parts:
        asked = (ASKED, choice.asked) if choice.asked else None
        _refuse(made, *(asked or _nothing_taken(export, kinds, chosen)))


def _read_tables(
    made: FileTable,
    export: Export,
    frame: pd.DataFrame,
    table: RawTable,
    settings: Settings,
    mapping: Mapping[str, str],
    chosen: Mapping[str, str],
    place: str,
) -> dict[str, list[str]]:
    """Reads every table that the export is made into; by header of the file, what was taken of it."""
    taken: dict[str, list[str]] = {}
    for converted in export.tables(frame, chosen, settings.date_order):
        _note_converted(made.draft, converted, table)
        if not converted.table.empty:
            told = _with_mapped(converted, frame, mapping)
            plan = _read_part(made, export, told, table, settings, mapping, place)
            for column in plan.columns:
                for origin in told.columns.get(column.header, (column.header,)):
                    taken.setdefault(origin, []).append(column.field or column.header)
    return taken


def _refuse(made: FileTable, code: str, sentence: str) -> None:
    """The whole export is not read, for the reason of the sentence."""
    made.draft.fail(code, sentence)
    made.parts, made.converted = [], []
    made.draft.status[made.draft.status == USED] = UNMAPPED


def _note_converted(draft: Draft, converted: Converted, table: RawTable) -> None:
    """Lists what was set aside, came twice or was taken for granted when a part of an export was made."""
    for label, header, why in converted.set_aside:
        draft.note(int(str(label)), header, why, "set_aside")
    for label, first in converted.repeated.items():
        draft.duplicate(int(str(label)), f"the same as row {table.numbers[int(str(first))]}")
    for what in converted.notes:
        draft.note(None, None, what, "assumed")
    draft.date_order = draft.date_order or converted.date_order
    if converted.order_open:
        _note_open_order(draft, converted.date_order, converted.columns.get("date", ()))


def _read_part(
    made: FileTable,
    export: Export,
    converted: Converted,
    table: RawTable,
    settings: Settings,
    mapping: Mapping[str, str],
    name: str,
) -> TablePlan:
    """Reads the entries of one part of an export into ``made``; ``name`` is the file's. Returns what its
    columns were taken for."""
    draft = made.draft
    numbers = [table.numbers[int(str(label))] for label in converted.table.index]
    rows = converted.table.fillna("").astype(str).to_numpy().tolist()
    raw = RawTable(None, [str(header) for header in converted.table.columns], rows, numbers, table.header_row)
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
    return plan


def _note_unused(draft: Draft, export: Export, frame: pd.DataFrame, read: set[str]) -> None:
    """Lists the filled columns that are not read. Of the apps that are known it is known too what their
    other columns are."""
    if export.kind == "event log" and export.name != EVENT_LOG:
        return
    for header in frame.columns:
        if header not in read and (frame[header] != "").any():
            draft.note(
                None,
                header,
                "this column is not used",
                "not_mapped",
                "map it to a field, or keep it under its own name",
            )


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


def _note_open_order(draft: Draft, taken: DateOrder | None, headers: Sequence[str]) -> None:
    """Says that day and month could not be told apart, and in which order the dates were read."""
    draft.date_order_open = True
    order = taken or "dmy"
    draft.note(
        None,
        ", ".join(headers[:1]) or None,
        say_open_order(order, "mdy" if order == "dmy" else "dmy"),
        "assumed",
        "switch the order of day and month if these dates are wrong",
    )


def _with_years(draft: Draft, export: Export, frame: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The table of a log with the year in its dates, where these have none: by the order of the rows and the
    years that its title or the file's name tells. It is said of each.
    """
    log = export.log(frame, settings.date_order)
    days = {event.row: event.day for event in log.events}
    headings = log.headers.get("day", ())
    if not headings or not any(map(_is_yearless, list(days.values())[:_FEW_DATES])):
        return frame
    read = read_date_column(list(days.values()), settings.date_order, settings.today, years_of_place(draft))
    dated = frame.copy()
    for row, day, timed, said in zip(days, read.values, read.has_time, read.problems, strict=True):
        if day is not None:
            dated.loc[row, headings[0]] = day.strftime("%Y-%m-%d %H:%M" if timed else "%Y-%m-%d")
        if day is not None and said:
            draft.note(int(str(row)), headings[0], said, "repaired", cell=days[row])
    return dated


_FEW_DATES = 30  # among which one has no year, where those of a log have none


def _is_yearless(day: str) -> bool:
    return read_date_column([day], None, date.max).yearless


def _with_order_of(log: Log, draft: Draft, settings: Settings) -> Settings:
    """The settings with the order of day and month that all events of a log tell, and not only those that are
    read; where it stays open, the likelier one, and it is said.
    """
    if settings.date_order is not None or not log.events:
        return settings
    read = read_date_column([event.day for event in log.events], None, settings.today)
    if read.order not in ("dmy", "mdy"):
        return settings
    if read.order_open:
        _note_open_order(draft, read.order, log.headers.get("day", ()))
    return replace(settings, date_order=read.order)


def _reject_unread(draft: Draft, log: Log, chosen: Mapping[str, str]) -> set[date]:
    """Lists the rows whose moment is not known. Returns the nights that such a cramp may have been in: they
    are not free of cramps.
    """
    if log.open_order is not None:
        _note_open_order(draft, log.open_order, log.headers.get("day", ()))
    nights: set[date] = set()
    for unread in log.unread:
        hint = "write the time zone, such as Europe/London" if unread.nights else DATE_HINT
        draft.reject(int(str(unread.row)), ", ".join(unread.headers) or None, unread.why, hint)
        if chosen.get(unread.kind) == "cramps":
            nights |= set(unread.nights)
    return nights


def _column_of(header: str, fields: list[str], export: Export) -> Column:
    """A column of an export. One that decides between several fields holds the kind of event; but what tells
    the night and the time of a cramp is a date.
    """
    if not fields:
        return Column(header, None)
    several = len(set(fields)) > 1
    one = "night" if set(fields) == {"night", "onset"} else "event_kind" if several else fields[0]
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
    columns = {**converted.columns, **{header: (header,) for header in extra}}
    return replace(converted, table=table, columns=columns)
