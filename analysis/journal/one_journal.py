"""The tables of all files -> one Journal, with a receipt for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.journal.added import event_table
from analysis.journal.counted_nights import answers_not_understood
from analysis.journal.entries import (
    Entries,
    leave_out_blank_rows,
    measurement_table,
    note_not_taken,
    note_undated_changes,
    reject_empty_rows,
    statements_of_lists,
)
from analysis.journal.file_tables import FileTable
from analysis.journal.ledger import (
    NO_DAY,
    NOT_NEEDED,
    Cramp,
    Days,
    Logged,
    add_to,
    add_up_entries,
    add_up_timed_rows,
    count_cramps_of_diary,
    cramp_table,
    cramps_by_row,
    decide_night_rule,
    files_of_logs,
    legs_of_files,
    nights_of_device,
    nights_of_diary,
    numbered_cramps,
    onsets_of_log,
    places_of,
    reject_cramps_of_lost_nights,
    settle_logs,
    settle_same_nights,
    unread_remarks,
    yield_to_totals,
)
from analysis.journal.medicines import ENDS, Memory, Record, medicine_record, statements_of_diary
from analysis.journal.model import (
    DatesMean,
    Journal,
    JournalError,
    NightRule,
    Person,
    Receipt,
    Unlogged,
)
from analysis.journal.receipts import DUPLICATE, USED
from analysis.journal.whole_ledger import Dated, whole_ledger

_File = tuple[Entries, int]  # with the place of the file among all files


def one_journal(
    tables: Sequence[FileTable],
    order: Sequence[int],
    dates_mean: DatesMean | None,
    unlogged: Unlogged | None,
    person: Person | None,
) -> Journal:
    """All tables as one journal. ``order`` is the place of each table's file among all files; a later one
    counts where two disagree.

    Raises JournalError where no row of any table can be used.
    """
    by_kind = _by_kind(tables, order)
    diaries, logs = by_kind["night diary"], by_kind["cramp log"]
    of_both = [entries for entries, _ in [*diaries, *logs]]
    nights = _settled(diaries, logs, by_kind["device days"], dates_mean)
    ledger = whole_ledger(tables, nights.diaries, nights.sources, nights.logs, nights.of_logs, unlogged)
    record = _medicines(by_kind["medication changes"], nights.diaries, ledger.by_night, ledger.counts)
    measurements = measurement_table([entries for entries, _ in by_kind["measurements"]])
    if ledger.said_none and not ledger.by_night.get("medication"):
        for entries, _ in diaries:  # else a blank leaves a night open, or says that nothing was taken
            leave_out_blank_rows(entries)
    told_of_nights = list(_told_of_nights(tables, nights.sources, nights.logs))
    rule = nights.rule
    return Journal(
        receipts=_receipts(tables),
        nights=ledger.nights,
        days=ledger.days,
        cramps=cramp_table(ledger.cramps),
        changes=record.changes,
        spells=record.spells,
        intakes=record.intakes,
        measurements=measurements,
        events=event_table(table.noted for table in tables),
        places=places_of(told_of_nights),
        night_rule=rule if of_both else NightRule(rule.dates_mean, NOT_NEEDED, "not_needed", NOT_NEEDED),
        unlogged_assumed_cramp_free=ledger.assumes_none,
        never_says_none=ledger.never_says_none,
        own_fields=ledger.own_fields,
        person=person or Person(),
        nights_assumed=ledger.assumed,
        not_understood=sum(answers_not_understood(entries) for entries, _ in [*diaries, *logs]),
        unread=unread_remarks(told_of_nights),
    )


@dataclass(frozen=True)
class _Settled:
    """The night of every row, where each night stands once: ``diaries``, ``sources`` (diaries and devices in
    the order of their files), and ``logs`` with their cramps together in ``of_logs``.
    """

    rule: NightRule
    diaries: list[Dated]
    sources: list[Dated]
    logs: list[tuple[_File, Days]]
    of_logs: Logged


def _settled(
    diaries: Sequence[_File],
    logs: Sequence[_File],
    devices: Sequence[_File],
    dates_mean: DatesMean | None,
) -> _Settled:
    for entries, _ in diaries:
        count_cramps_of_diary(entries)
    for entries, _ in devices:
        reject_empty_rows(entries)
    of_both = [entries for entries, _ in [*diaries, *logs]]
    rule, rules = decide_night_rule(of_both, dates_mean, _timed_nights(logs))
    dated: list[Dated] = [
        (file, entries, nights_of_diary(entries, of_table), entries.days)
        for (entries, file), of_table in zip(diaries, rules, strict=False)
    ]
    singly, remaining = _nights_settled(dated)
    of_devices = _days_of_devices(devices, dated)
    reject_cramps_of_lost_nights(dated, logs)
    of_logs = _settled_logs(logs, rules[len(diaries) :])
    add_to(of_logs.cramps, singly)
    add_to(of_logs.cramps, numbered_cramps(zip([found[1] for found in dated], remaining, strict=True)))
    sources = sorted([*of_devices, *dated], key=lambda found: found[0])
    return _Settled(rule, dated, sources, list(zip(logs, of_logs.nights, strict=True)), of_logs)


def _settled_logs(logs: Sequence[_File], rules: Sequence[DatesMean]) -> Logged:
    tables = [entries for entries, _ in logs]
    return settle_logs(tables, files_of_logs(tables, [file for _, file in logs]), rules)


def _by_kind(tables: Sequence[FileTable], order: Sequence[int]) -> dict[str, list[_File]]:
    found: dict[str, list[_File]] = defaultdict(list)
    for table, file in zip(tables, order, strict=True):
        for part in table.parts:
            found[part.kind].append((part, file))
    return found


def _nights_settled(dated: Sequence[Dated]) -> tuple[dict[int, list[Cramp]], list[Days]]:
    """By night the cramps that have a row each, and the nights of the other rows, one row a night."""
    legs = legs_of_files([found[1] for found in dated], [found[2] for found in dated])
    singly, others = cramps_by_row([found[:3] for found in dated], legs)
    remaining = [
        add_up_timed_rows(entries, nights, days)
        for (_, entries, _, days), nights in zip(dated, others, strict=True)
    ]
    settle_same_nights([found[1] for found in dated], [found[0] for found in dated], remaining)
    return singly, remaining


def _days_of_devices(devices: Sequence[_File], dated: Sequence[Dated]) -> list[Dated]:
    """The days of devices, each once; where a diary gives a day's total, it counts."""
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
    return of_devices


def _medicines(
    lists: Sequence[tuple[Entries, int]],
    dated: Sequence[tuple[int, Entries, Days, Days]],
    by_night: Mapping[str, Mapping[int, Any]],
    counts: Mapping[int, float],
) -> Record:
    """The medicines as lists, diaries and remarks tell of them."""
    memory: Memory = {}
    tables, files = [entries for entries, _ in lists], [file for _, file in lists]
    told, logs = statements_of_lists(tables, files, memory, counts.keys())
    texts = by_night.get("medication", {})
    rows: set[int] = set()
    for _, entries, nights, _ in dated:
        rows.update(nights[(entries.draft.status == USED) & (nights != NO_DAY)].tolist())
        note_undated_changes(entries, nights, memory)
    remarks = sorted(by_night.get("notes", {}).items())
    name = "; ".join(
        dict.fromkeys(entries.draft.name for _, entries, _, _ in dated if entries.plan.of("medication"))
    )
    written = [(night, texts.get(night)) for night in sorted({*rows, *texts})] if texts else []
    of_diary, log = statements_of_diary(written, remarks, name, memory, every_night=bool(rows))
    if log is not None:
        logs.append(log)
        ended = {one.key for one in (*told, *of_diary) if one.said in ENDS}
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


def _timed_nights(logs: Sequence[tuple[Entries, int]]) -> set[int]:
    nights: set[int] = set()
    for entries, _ in logs:
        found, moments = onsets_of_log(entries, "evening")
        nights |= {night for night, times in zip(found, moments, strict=True) if times}
    return nights


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
