"""One file -> the entries of its tables, each with the draft of its receipt."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from analysis.journal.columns import NOT_USED, TablePlan, plan_table
from analysis.journal.entries import Entries, Settings, read_entries
from analysis.journal.exports import Converted, Export, recognise, recognise_event_log
from analysis.journal.headings import heading
from analysis.journal.layout import RawTable, read_tables
from analysis.journal.mapping import kinds_in
from analysis.journal.model import Column, Problem
from analysis.journal.receipts import DUPLICATE, REJECTED, UNMAPPED, USED, Draft
from analysis.journal.tables import MOST_BYTES, Sheet, UnreadableFile, read_sheets
from analysis.journal.values import plain


class NamedFile(Protocol):
    """A file object as an upload gives it."""

    @property
    def name(self) -> str: ...

    def read(self) -> bytes: ...


JournalFile = str | os.PathLike[str] | tuple[str, bytes] | NamedFile


@dataclass
class FileTable:
    """One table of a file: its receipt's draft, and what was read of it, in one part or in several (an export)."""

    draft: Draft
    parts: list[Entries] = field(default_factory=list)
    converted: list[Converted] = field(default_factory=list)

    def settle(self) -> None:
        """Brings what became of the parts' rows back to the rows of the file."""
        if not self.converted:
            return
        status: dict[Any, int] = {}
        for part, made in zip(self.parts, self.converted, strict=True):
            place = {label: at for at, label in enumerate(made.table.index)}
            for row, label in made.rows.items():
                if label in place:
                    found = int(part.draft.status[place[label]])
                    status[row] = min(status.get(row, found), found)
                    if place[label] in part.draft.repaired:
                        self.draft.repaired.add(int(str(row)))
            for problem in part.draft.problems:
                origin = made.columns.get(problem.column or "", ())
                self.draft.problems.append(
                    Problem(
                        problem.row,
                        ", ".join(origin) or problem.column,
                        problem.problem,
                        problem.action,
                        problem.hint,
                        problem.cell,
                    )
                )
        for at in range(len(self.draft.status)):
            if self.draft.status[at] == USED:
                self.draft.status[at] = status.get(at, UNMAPPED)


def name_and_content(file: JournalFile) -> tuple[str, bytes]:
    """The name and the bytes of a file. Raises UnreadableFile where it cannot be opened or is too large."""
    if isinstance(file, tuple):
        return clean_name(str(file[0])), bytes(file[1])
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise UnreadableFile(_TOO_LARGE)
            return clean_name(path.name), path.read_bytes()
        except (OSError, ValueError):
            raise UnreadableFile(
                "The file could not be opened; check its name and whether it may be read."
            ) from None
    content: Any = file.read()
    return clean_name(Path(str(file.name)).name), content.encode() if isinstance(content, str) else bytes(
        content
    )


_TOO_LARGE = f"The file is larger than {MOST_BYTES // 1_000_000} MB, which is more than a journal can be."


def clean_name(name: str) -> str:
    return "".join(letter for letter in name.encode("utf-8", "replace").decode() if letter.isprintable())[
        :200
    ]


def read_file(
    name: str, content: bytes, settings: Settings, mapping: Mapping[str, str], chosen: str | None
) -> list[FileTable]:
    """Every table of a file. A file that cannot be read gives one draft with its sentence."""
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        sheets = read_sheets(content)
    except UnreadableFile as error:
        return [FileTable(Draft(name, sha256, error=str(error)))]
    found: list[tuple[Sheet, RawTable | None]] = []
    for sheet in sheets:
        found += [(sheet, table) for table in read_tables(sheet)] or [(sheet, None)]
    tables = []
    for sheet, table in found:
        title = (table.title if table else None) or sheet.name
        if table is not None and title is None and len(found) > 1:
            title = f"from row {table.header_row}"
        draft = Draft(
            f"{name} [{title}]" if len(found) > 1 else name,
            sha256,
            encoding=sheet.encoding,
            delimiter=sheet.delimiter,
            sheet=title if len(found) > 1 else None,
        )
        if table is None:
            draft.error = "No line names its columns; the first row has to say what each column holds, such as Date and Cramps."
            tables.append(FileTable(draft))
        else:
            tables.append(_read_table(table, draft, settings, mapping, chosen, name))
    return tables


def _read_table(
    table: RawTable,
    draft: Draft,
    settings: Settings,
    mapping: Mapping[str, str],
    chosen: str | None,
    name: str,
) -> FileTable:
    made = FileTable(draft)
    if not table.rows:
        draft.columns = [Column(header, None) for header in table.headers]
        draft.table = table
        draft.error = "The file has a header but no rows; fill it in, or choose another file."
        return made
    if not _one_person(table, draft, chosen):
        return made
    export, frame = _export(table, mapping)
    plan = None if export is not None and export.kind == "device days" else plan_table(table, mapping, name)
    if export is not None and (plan is None or _is_event_log(export, frame, plan, mapping)):
        _read_export(made, export, frame, table, settings, mapping, name)
        return made
    assert plan is not None
    draft.kind = plan.kind
    draft.taken_for = plan.why
    entries = read_entries(table, plan, draft, settings) if plan.kind != "unreadable" else None
    if entries is None:
        draft.take_columns(plan.columns)
        draft.table = table
        dated = any(column.field in ("night", "recorded_at", "onset") for column in plan.columns)
        draft.error = _NOTHING_KNOWN if dated else _NO_DATE
        return made
    made.parts.append(entries)
    return made


_NOTHING_KNOWN = (
    "The file has dates, but no column that is known to be about cramps, the day, medicines or tests; "
    "map its columns to use it."
)
_NO_DATE = "The file has no column that is known to hold a date; name it Date, or map it."
_WHICH_PERSON = "The file holds several people; choose whose rows to read."


def _one_person(table: RawTable, draft: Draft, chosen: str | None) -> bool:
    """Keeps one person's rows of ``table``; false where the file holds several and none was chosen."""
    for position, header in enumerate(table.headers):
        if "person_id" not in heading(header).fields:
            continue
        people = list(dict.fromkeys(row[position] for row in table.rows if row[position]))
        # An id that hardly comes again numbers the rows.
        if (
            len(people) < 2
            or len(people) > max(2, len(table.rows) // 3)
            or not _dates_shared(table, position)
        ):
            continue
        draft.person_column, draft.choices = header, tuple(people[:1000])
        if chosen is None or chosen not in people:
            draft.table = RawTable(table.title, table.headers, [], [], table.header_row)
            draft.columns = [Column(name, None) for name in table.headers]
            draft.error = _WHICH_PERSON
            return False
        kept = [at for at, row in enumerate(table.rows) if row[position] == chosen]
        others = len(table.rows) - len(kept)
        draft.note(None, header, f"{others} rows of other people were not read", "outside")
        table.rows = [table.rows[at] for at in kept]
        table.numbers = [table.numbers[at] for at in kept]
        return True
    return True


def _dates_shared(table: RawTable, person: int) -> bool:
    """Whether two people have a cell that could be a date in common."""
    for position in range(len(table.headers)):
        if position == person:
            continue
        owner: dict[str, str] = {}
        for row in table.rows[:5000]:
            cell = row[position]
            if (
                len(cell) >= 6
                and sum(letter.isdigit() for letter in cell) >= 3
                and owner.setdefault(cell[:10], row[person]) != row[person]
            ):
                return True
    return False


def _export(table: RawTable, mapping: Mapping[str, str]) -> tuple[Export | None, pd.DataFrame]:
    found = recognise(table.headers)
    names = [plain(header) for header in table.headers]
    if found is None and not any("event" in name or name in _KIND_HEADERS for name in names):
        return None, pd.DataFrame()
    unique: dict[str, int] = {}
    headers = []
    for header in table.headers:
        unique[header] = unique.get(header, 0) + 1
        headers.append(header if unique[header] == 1 else f"{header} ({unique[header]})")
    frame = pd.DataFrame(table.rows, columns=headers, dtype="str")
    return found or recognise_event_log(frame), frame


_KIND_HEADERS = frozenset(
    [
        "kind",
        "kind of event",
        "action",
        "tracker",
        "type",
        "entry type",
        "category",
        "activity name",
        "item",
        "habit",
        "button",
        "ereignis",
        "ereignistyp",
        "art",
        "evenement",
        "type d'evenement",
        "evento",
        "tipo de evento",
        "tipo",
        "gebeurtenis",
    ]
)


def _is_event_log(export: Export, frame: pd.DataFrame, plan: TablePlan, mapping: Mapping[str, str]) -> bool:
    if export.name != "Event log" or plan.kind in ("unreadable", "device days"):
        return True
    return "cramps" in export.suggest(frame).values() or bool(
        set(kinds_in(mapping)) & set(export.event_kinds(frame))
    )


def _read_export(
    made: FileTable,
    export: Export,
    frame: pd.DataFrame,
    table: RawTable,
    settings: Settings,
    mapping: Mapping[str, str],
    name: str,
) -> None:
    draft = made.draft
    draft.open(table)
    draft.kind = export.kind
    draft.taken_for = f"{export.name}: {export.why}"
    kinds = export.event_kinds(frame)
    draft.event_kinds = tuple(kinds)
    chosen = _kinds_chosen(draft, export, frame, kinds, mapping) if kinds else {}
    taken: dict[str, list[str]] = {}
    for converted in export.tables(frame, chosen):
        if converted.table.empty:
            continue
        converted = _with_mapped(converted, frame, mapping)
        numbers = [table.numbers[int(str(label))] for label in converted.table.index]
        rows = converted.table.fillna("").astype(str).to_numpy().tolist()
        raw = RawTable(
            None, [str(header) for header in converted.table.columns], rows, numbers, table.header_row
        )
        part = Draft(draft.name, draft.sha256)
        plan = plan_table(raw, mapping, name)
        plan = TablePlan(converted.kind, export.why, plan.columns)  # type: ignore[arg-type]
        made.parts.append(read_entries(raw, plan, part, settings))
        made.converted.append(converted)
        draft.date_order = draft.date_order or part.date_order
        draft.date_order_open |= part.date_order_open
        for column in plan.columns:
            for origin in converted.columns.get(column.header, (column.header,)):
                taken.setdefault(origin, []).append(column.field or column.header)
        for label, header, why in converted.set_aside:
            draft.note(int(str(label)), header, why, "set_aside")
    draft.columns = [
        Column(
            header,
            ", ".join(taken[header]) if header in taken else None,
            heading(header).unit if header in taken else None,
            export.name if header in taken else "",
        )
        for header in frame.columns
    ]
    for header in frame.columns:
        if header not in taken and export.kind == "device days" and (frame[header] != "").any():
            draft.note(
                None,
                header,
                "this column is not used",
                "not_mapped",
                "map it to a field, or keep it under its own name",
            )
    if not made.parts:
        draft.error = "This is a log of events; say which kind of event is the cramp, and which is a change of a medicine."
        draft.status[:] = UNMAPPED
        made.converted = []


def _kinds_chosen(
    draft: Draft, export: Export, frame: pd.DataFrame, kinds: list[str], mapping: Mapping[str, str]
) -> dict[str, str]:
    told = kinds_in(mapping)
    suggested = {kind: name for kind, name in export.suggest(frame).items() if kind not in told}
    chosen = suggested | {
        kind: told[kind] for kind in kinds if kind in told and plain(told[kind]) not in NOT_USED
    }
    for position, kind in enumerate(kinds):
        if position == 200:
            break
        if kind in suggested:
            draft.note(
                None,
                None,
                f"the kind of event “{_shown(kind)}” was taken for {suggested[kind]} by its name",
                "assumed",
                "map the kinds of event to change that",
            )
        elif kind not in chosen:
            draft.note(
                None,
                None,
                f"the kind of event “{_shown(kind)}” is not mapped and its rows are not used",
                "not_mapped",
                "say what it is, if it matters",
            )
    return chosen


def _shown(kind: str) -> str:
    return kind if len(kind) <= 40 else kind[:39] + "…"


def _with_mapped(converted: Converted, frame: pd.DataFrame, mapping: Mapping[str, str]) -> Converted:
    """The device days with further columns of the file that the person mapped."""
    if converted.kind != "device days":
        return converted
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
    )


__all__ = ["DUPLICATE", "REJECTED", "FileTable", "JournalFile", "NamedFile", "name_and_content", "read_file"]
