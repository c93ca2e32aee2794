"""The one door: files in, one Journal out, with a receipt for every table of every file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from analysis.journal.added import event_table
from analysis.journal.earlier import Page
from analysis.journal.entries import (
    Entries,
    Row,
    Settings,
    measurement_table,
    note_not_taken,
    reject_empty_rows,
    row_of,
    statements_of_lists,
)
from analysis.journal.fields import Field
from analysis.journal.file_tables import FileTable
from analysis.journal.files import JournalFile, open_files, read_opened
from analysis.journal.ledger import (
    CRAMP_FIELDS,
    NO_DAY,
    NOT_NEEDED,
    Cramp,
    Days,
    Logged,
    add_cramps,
    add_days_of_logs,
    add_to,
    add_up_entries,
    collect,
    combine,
    count_cramps_of_diary,
    cramp_table,
    cramps_by_row,
    cramps_of_diary,
    day_table,
    decide_night_rule,
    night_table,
    nights_of_device,
    nights_of_diary,
    note_outside,
    numbered_cramps,
    onsets_of_log,
    places_of,
    reject_cramps_of_lost_nights,
    settle_logs,
    settle_same_nights,
    yield_to_totals,
)
from analysis.journal.mapping import check_mapping, meanings_in, unknown_answers
from analysis.journal.medicines import Memory, Record, medicine_record, statements_of_diary
from analysis.journal.model import (
    DateOrder,
    DatesMean,
    Earlier,
    Journal,
    JournalError,
    NightRule,
    Person,
    Receipt,
    Unlogged,
)
from analysis.journal.people import ask_across_files, chosen_for
from analysis.journal.receipts import DUPLICATE, USED
from analysis.journal.unanswered import set_unanswered_aside


def read_journal(
    files: Iterable[JournalFile],
    *,
    dates_mean: DatesMean | None = None,
    date_order: DateOrder | None = None,
    unlogged: Unlogged | None = None,
    mapping: Mapping[str, str] | None = None,
    choose: Mapping[str, str] | None = None,
    person: Person | None = None,
    glass_ml: float | None = None,
    today: date | None = None,
) -> Journal:
    """Reads all files of one person into one journal.

    Parameters
    ----------
    files
        Paths, ``(name, bytes)`` pairs, or file objects with a ``name``; later ones count where two
        disagree.
    dates_mean
        What a diary's date means: the ``"evening"`` on which the night began, or the ``"morning"`` on which
        it ended. None: the header, the time of writing or dated cramps decide; else the evening.
    date_order
        ``"dmy"``, ``"mdy"`` or ``"ymd"``; None: decided from each column of dates.
    unlogged
        ``"cramp-free"`` counts nights without entry between the first and the last as free of cramps,
        ``"unknown"`` never does. None: cramp-free only for a journal that never says none.
    mapping
        Header -> name of a field, ``"own"`` (kept under its own name), another own name, or ``"ignore"``.
        The kinds of an event log are keys such as ``"kind:Leg cramp"``, with a field, "no cramp", start,
        stop, increase, decrease, medication.
    choose
        File name -> whose rows to read, where a file holds several people or files name different ones; a
        single choice counts for every file. Without it such files are not used, and their receipts list the
        ``choices``.
    person
        What patient and clinician typed.
    glass_ml
        What a glass holds [mL]. None: what the page of the last visit says, else 250.
    today
        Dates after it are refused; None: this machine's date.

    Raises
    ------
    JournalError
        Where no file gives anything. The receipts of all files are with it.

    Examples
    --------
    >>> journal = read_journal([("diary.csv", b"night,cramps\\n2025-03-01,2\\n2025-03-02,0\\n")])
    >>> journal.receipts[0].rows.used
    2
    >>> journal.cramps["night"].dt.date.astype(str).tolist()
    ['2025-03-01', '2025-03-01']
    """
    _check_argument("dates_mean", dates_mean, get_args(DatesMean))
    _check_argument("date_order", date_order, get_args(DateOrder))
    _check_argument("unlogged", unlogged, get_args(Unlogged))
    if isinstance(files, str | bytes):
        raise TypeError("files has to be a list of files, not one name")
    check_mapping(mapping or {})
    opened = open_files(files)
    pages = sorted((file.page for file in opened if file.page), key=lambda page: page.earlier.made_on)
    held = {key: field for page in pages for key, field in page.earlier.mapping.items()}
    known = {**held, **(mapping or {})}
    latest = pages[-1] if pages else None
    of_page = None if latest is None else latest.earlier.glass_ml
    glass = glass_ml or of_page or Settings.glass_ml
    settings = Settings(today or date.today(), date_order, glass, meanings_in(known))
    tables: list[FileTable] = []
    order: list[int] = []
    for position, file in enumerate(opened, start=len(pages)):
        found = read_opened(file, settings, known, chosen_for(choose or {}, file.name))
        tables += found
        # A page is older than every other file, and than the pages that were made after it.
        order += [pages.index(file.page) if file.page else position] * len(found)
    ask_across_files(tables, choose or {})
    set_unanswered_aside(tables, dates_mean or (latest.dates_mean if latest else None))
    drafts = [table.draft for table in tables]
    for what, problem in unknown_answers(
        mapping or {},
        (column.header for draft in drafts for column in draft.columns),
        (draft.file or draft.name for draft in drafts),
        (kind for draft in drafts for kind in draft.event_kinds),
    ):
        drafts[0].note(None, what, problem, "not_mapped")
    if latest is None:
        journal = _journal(tables, order, dates_mean, unlogged, person)
    else:
        journal = _journal(
            tables,
            order,
            dates_mean or latest.dates_mean,
            unlogged or latest.unlogged,
            person or latest.person,
        )
    return replace(journal, earlier=_earlier(latest, tables, held))


def _earlier(latest: Page | None, tables: Sequence[FileTable], held: Mapping[str, str]) -> Earlier | None:
    """What the last visit told: its page, with the plan in it unless a later one was given as a file, and the
    answers that are ``held`` by all pages."""
    plans = [table.plan for table in tables if table.plan is not None]
    plan = max(plans, key=lambda plan: plan.made_on, default=None)
    if latest is None:
        return None if plan is None else Earlier(plan.made_on, {}, plan=plan)
    told = replace(latest.earlier, mapping=held)
    newer = plan is not None and (told.plan is None or plan.made_on >= told.plan.made_on)
    return replace(told, plan=plan) if newer else told


def _check_argument(name: str, value: str | None, legal: Sequence[str]) -> None:
    if value is not None and value not in legal:
        raise ValueError(f"{name} is {value!r}; it has to be None or one of {', '.join(map(repr, legal))}")


def _journal(
    tables: Sequence[FileTable],
    order: Sequence[int],
    dates_mean: DatesMean | None,
    unlogged: Unlogged | None,
    person: Person | None,
) -> Journal:
    parts = [(part, file) for table, file in zip(tables, order, strict=True) for part in table.parts]
    by_kind: dict[str, list[tuple[Entries, int]]] = defaultdict(list)
    for part, file in parts:
        by_kind[part.kind].append((part, file))
    diaries, logs, devices = by_kind["night diary"], by_kind["cramp log"], by_kind["device days"]
    for entries, _ in diaries:
        count_cramps_of_diary(entries)
    for entries, _ in devices:
        reject_empty_rows(entries)
    rule, rules = decide_night_rule(
        [entries for entries, _ in [*diaries, *logs]], dates_mean, _timed_nights(logs)
    )
    dated = [
        (file, entries, nights_of_diary(entries, of_table), entries.days)
        for (entries, file), of_table in zip(diaries, rules, strict=False)
    ]
    singly, remaining = cramps_by_row([found[:3] for found in dated])
    settle_same_nights([found[1] for found in dated], [found[0] for found in dated], remaining)
    of_devices = [(file, entries, *nights_of_device(entries)) for entries, file in devices]
    yield_to_totals(
        [(found[1], found[3]) for found in of_devices],
        [(found[1], found[3]) for found in dated],
    )
    settle_same_nights(
        [found[1] for found in of_devices],
        [found[0] for found in of_devices],
        [add_up_entries(found[1], found[3], found[2]) for found in of_devices],
        "day",
    )
    reject_cramps_of_lost_nights(dated, logs)
    of_logs = settle_logs([entries for entries, _ in logs], [file for _, file in logs], rules[len(diaries) :])
    logged = of_logs.cramps
    add_to(logged, singly)
    add_to(logged, numbered_cramps(zip([found[1] for found in dated], remaining, strict=True)))
    own_fields = _own_fields(entries for entries, _ in parts)
    own_names = {field.name for field in own_fields}
    sources = sorted([*of_devices, *dated], key=lambda found: found[0])
    by_night, by_day = collect([found[1:] for found in sources], own_names)
    add_days_of_logs(by_day, [entries for entries, _ in logs], of_logs.nights, own_names)
    counts, cramps, said_none, blank = _count(dated, of_logs)
    add_cramps(by_night, {night: cramps[night] for night in logged}, of_logs.beside)
    never_says_none = bool(counts) and not said_none
    assume = unlogged == "cramp-free" or (unlogged is None and never_says_none and not blank)
    if never_says_none and blank and unlogged is None:
        _note_blank(dated)
    note_outside([(entries, nights) for _, entries, nights, _ in sources], counts)
    note_outside(zip([entries for entries, _ in logs], of_logs.nights, strict=True), counts)
    _add_remarks(tables, by_night.setdefault("notes", {}), counts)
    days_table = day_table(by_day, own_fields)
    open_nights = {night for table in tables for night in table.open_nights}
    nights, assumed = night_table(
        counts, by_night, days_table, assume_none=assume and bool(counts), open_nights=open_nights
    )
    record = _medicines(by_kind["medication changes"], dated, by_night, counts)
    measurements = measurement_table([entries for entries, _ in by_kind["measurements"]])
    receipts = _receipts(tables)
    return Journal(
        nights=nights,
        days=days_table,
        cramps=cramp_table(cramps),
        changes=record.changes,
        spells=record.spells,
        intakes=record.intakes,
        measurements=measurements,
        events=event_table(table.noted for table in tables),
        places=places_of(_told_of_nights(tables, sources, zip(logs, of_logs.nights, strict=True))),
        receipts=receipts,
        night_rule=rule
        if diaries or logs
        else NightRule(rule.dates_mean, NOT_NEEDED, "not_needed", NOT_NEEDED),
        unlogged_assumed_cramp_free=assume and bool(counts),
        never_says_none=never_says_none,
        own_fields=own_fields,
        person=person or Person(),
        nights_assumed=assumed,
        not_understood=sum(_not_understood(entries) for entries, _ in diaries),
    )


def _medicines(
    lists: Sequence[tuple[Entries, int]],
    dated: Sequence[tuple[int, Entries, Days, Days]],
    by_night: Mapping[str, Mapping[int, Any]],
    counts: Mapping[int, float],
) -> Record:
    """The medicines as lists, diaries and remarks tell of them."""
    memory: Memory = {}
    told, logs = statements_of_lists([entries for entries, _ in lists], [file for _, file in lists], memory)
    texts = by_night.get("medication", {})
    rows: set[int] = set()
    for _, entries, nights, _ in dated:
        rows.update(nights[(entries.draft.status == USED) & (nights != NO_DAY)].tolist())
    remarks = sorted(by_night.get("notes", {}).items())
    name = "; ".join(
        dict.fromkeys(entries.draft.name for _, entries, _, _ in dated if entries.plan.of("medication"))
    )
    written = [(night, texts.get(night)) for night in sorted({*rows, *texts})] if texts else []
    of_diary, log = statements_of_diary(written, remarks, name, memory, every_night=bool(rows))
    if log is not None:
        logs.append(log)
        ended = {one.key for one in (*told, *of_diary) if one.said in ("stop", "pause")}
        of_medicines = [
            (entries, plan) for _, entries, _, _ in dated for plan in entries.plan.of("medication")
        ]
        for entries, plan in of_medicines[-1:]:
            note_not_taken(log, entries.draft, plan.named if len(of_medicines) == 1 else None, ended)
    return medicine_record([*told, *of_diary], logs, min(counts) if counts else None)


def _told_of_nights(
    tables: Sequence[FileTable],
    sources: Iterable[tuple[int, Entries, Days, Days]],
    logs: Iterable[tuple[tuple[Entries, int], Days]],
) -> Iterator[tuple[Entries, Days, str, bool]]:
    """Entries with the night of each row, the name of their table, and whether their rows are its own."""
    of = {id(part): table for table in tables for part in table.parts}
    found = [(entries, nights) for _, entries, nights, _ in sources]
    found += [(entries, nights) for (entries, _), nights in logs]
    for entries, nights in found:
        table = of[id(entries)]
        yield entries, nights, table.draft.name, not (table.converted or table.origin)


def _add_remarks(tables: Sequence[FileTable], notes: dict[int, Any], counts: Mapping[int, float]) -> None:
    """Remarks that were typed, below what a diary says of the night. One of a night that the journal does not
    reach is rejected: it would stand nowhere."""
    for table in tables:
        for night, words, at in table.noted.remarks:
            day = (night - date(1970, 1, 1)).days
            if not counts or not min(counts) <= day <= max(counts):
                table.draft.reject(at, None, _NO_NIGHT, hint=_NIGHT_HINT)
            elif day not in notes:
                notes[day] = words
            elif words in notes[day]:
                table.draft.duplicate(at, "the night has this remark already")
            else:
                notes[day] = f"{notes[day]}; {words}"


_NO_NIGHT = "the night lies before the first or after the last logged night"
_NIGHT_HINT = "write how many cramps the night had, or choose another night"


def _not_understood(entries: Entries) -> int:
    """The answers of a diary that were not understood, also at its ends, where they reach no night."""
    status = entries.draft.status
    return sum(bool(status[at] != DUPLICATE) for at in entries.not_understood)


def _timed_nights(logs: Sequence[tuple[Entries, int]]) -> set[int]:
    nights: set[int] = set()
    for entries, _ in logs:
        found, moments = onsets_of_log(entries, "evening")
        nights |= {night for night, times in zip(found, moments, strict=True) if times}
    return nights


def _own_fields(tables: Iterable[Entries]) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for entries in tables:
        for own in entries.own_fields:
            if own.name in found and found[own.name].kind != own.kind:
                values = entries.values.pop(own.name, [])
                entries.draft.note(
                    None,
                    own.label,
                    "another file keeps this column as something else; it is not used here",
                    "not_mapped",
                )
                del values
            found.setdefault(own.name, own)
    return tuple(found.values())


def _count(
    dated: Sequence[tuple[int, Entries, Days, Days]],
    of_logs: Logged,
) -> tuple[dict[int, float], dict[int, list[Cramp]], bool, bool]:
    """The count of every logged night, its cramps, whether any entry says none, and whether an entry leaves
    it open.
    """
    logged, none = of_logs.cramps, of_logs.none
    counts: dict[int, float] = dict.fromkeys(none, 0.0)
    told_at: list[npt.NDArray[np.intp]] = []
    said_none = bool(none)
    open_nights = set(of_logs.blank)
    for _, entries, nights, _ in dated:
        is_used = (entries.draft.status == USED) & (nights != NO_DAY)
        told = np.asarray(entries.column("cramps"), dtype=np.float64)
        # A row about medicines or the day says nothing of the nights beside it.
        if any(entries.plan.of(name) for name in ("cramps", *CRAMP_FIELDS, "onset")):
            open_nights.update(nights[is_used & np.isnan(told)].tolist())
        says_none = is_used & (told == 0)
        said_none |= bool(says_none.any())
        only_here = says_none & ~np.isin(nights, list(logged)) if logged else says_none
        counts |= dict.fromkeys(nights[only_here].tolist(), 0.0)
        told_at.append(np.flatnonzero(is_used & ~np.isnan(told) & ~only_here))
    often = Counter(logged.keys())
    for (_, _, nights, _), at_rows in zip(dated, told_at, strict=True):
        often.update(nights[at_rows].tolist())
    rows: dict[int, list[Row]] = defaultdict(list)
    alone: dict[int, list[Cramp]] = {}
    for (file, entries, nights, _), at_rows in zip(dated, told_at, strict=True):
        only: list[tuple[int, int]] = []
        for at, night in zip(at_rows.tolist(), nights[at_rows].tolist(), strict=True):
            if often[night] == 1:
                only.append((night, at))
                counts[night] = entries.values["cramps"][at]
            else:
                rows[night].append(row_of(entries, file, at))
        alone |= cramps_of_diary(entries, only) if only else {}
    cramps, of_cramps = combine(rows, logged)
    cramps |= alone
    counts |= of_cramps
    if said_none or not counts:
        return counts, cramps, said_none, False
    first, last = min(counts), max(counts)
    return counts, cramps, False, any(first < night < last and night not in counts for night in open_nights)


def _note_blank(dated: Sequence[tuple[int, Entries, Days, Days]]) -> None:
    """Says of every diary what was taken as not logged where no night is without a cramp."""
    for _, entries, nights, _ in dated:
        if not any(entries.plan.of(name) for name in ("cramps", *CRAMP_FIELDS, "onset")):
            continue
        told = np.asarray(entries.column("cramps"), dtype=np.float64)
        open_rows = np.flatnonzero((entries.draft.status == USED) & (nights != NO_DAY) & np.isnan(told))
        if not len(open_rows):
            continue
        empty = any(at not in entries.not_understood for at in open_rows.tolist())
        entries.draft.note(
            None,
            None,
            f"no night says that there was no cramp; {_EMPTY if empty else _UNCLEAR} was taken as not logged",
            "assumed",
            hint=_IF_EMPTY if empty else "say what the answers mean that were not understood",
        )


_EMPTY, _UNCLEAR = "an empty cell", "an answer that was not understood"
_IF_EMPTY = "if an empty cell means no cramp, count nights without entry as cramp-free"


def _receipts(tables: Sequence[FileTable]) -> tuple[Receipt, ...]:
    for table in tables:
        table.settle()
        status = table.draft.status
        if table.draft.error is None and not ((status == USED) | (status == DUPLICATE)).any():
            table.draft.fail("no_row", "No row of the file could be used; its problems say why.")
    receipts = tuple(table.draft.finish() for table in tables)
    if not any(receipt.rows.used or receipt.rows.duplicate for receipt in receipts):
        errors = [receipt.error for receipt in receipts if receipt.error]
        if len(receipts) == 1 and errors:
            raise JournalError(errors[0], receipts)
        if not receipts:
            raise JournalError("There is no file; choose the files of the journal.", receipts)
        raise JournalError("None of the files gave a journal; the receipt of each says why.", receipts)
    return receipts
