"""Every column of a table read once, with each cell that was mended or set aside on the receipt."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.cells import (
    NO_COUNT,
    UNREAD,
    Cell,
    DecimalMark,
    circles_that_say_nothing,
    coded_answers,
    plain,
    read_chosen_dates,
    vocabulary,
)
from analysis.journal.columns import Plan, ReadAs, TablePlan, said_of_numbers, said_under, says_as_written
from analysis.journal.entries.amount_columns import join_units
from analysis.journal.entries.clock_columns import have_offsets
from analysis.journal.entries.dates_in_times import take_dates_of_times
from analysis.journal.entries.doses_beside import join_doses, join_statuses
from analysis.journal.entries.elsewhere import leave_out_elsewhere
from analysis.journal.entries.joined_columns import by_cramp, joined
from analysis.journal.entries.parts_of_dates import last_days
from analysis.journal.entries.places_beside import take_places_beside
from analysis.journal.entries.readers import COMMA_DECIMAL, POINT_DECIMAL, cell_reader, own_field, within
from analysis.journal.entries.row_dates import DATE_HINT, date_plan_of, offsets_of, read_dates, with_one_order
from analysis.journal.entries.said_none import note_none, note_none_in_remarks, with_none_by_marks
from analysis.journal.entries.table import NO_MOMENT, NUMBERS, ONE_DAY, Entries, Settings
from analysis.journal.entries.ticks import answer_blanks
from analysis.journal.entries.unnamed import names_no_medicine
from analysis.journal.entries.unread_words import unread_words
from analysis.journal.fields import Field, headers
from analysis.journal.model import Action
from analysis.journal.receipts import Draft
from analysis.journal.tables import RawTable

_FREE_TEXT = frozenset({"text", "words"})
_MOSTLY = 0.6  # share of cells not understood, above which a column is not what its name says
_FEW_CELLS = 8


def read_entries(table: RawTable, plan: TablePlan, draft: Draft, settings: Settings) -> Entries:
    """Reads every planned column of ``table``. A row without a date that can be used is rejected."""
    draft.open(table)
    draft.take_columns(plan.columns)
    texts = [table.column(at) for at in range(len(table.headers))]
    if settings.meanings:
        for column in plan.columns:
            texts[column.position] = _as_meant(texts[column.position], column, settings, draft)
    join_units(plan, texts)
    join_doses(plan, texts)
    join_statuses(plan, texts, draft)
    decimal = _decimal_mark(table, plan, texts, draft.delimiter)
    date_plan = date_plan_of(plan, texts)
    settings = with_one_order(plan, texts, settings) if plan.kind == "medication changes" else settings
    entries = Entries(
        draft, plan, np.full(len(table.rows), NO_MOMENT), [False] * len(table.rows), {}, date_plan
    )
    if date_plan is not None:
        read_dates(entries, texts, date_plan, settings)
        take_dates_of_times(entries, texts, date_plan, settings)
        entries.slept_from = _slept_from(entries, texts, settings)
    elif plan.kind != "medication changes":
        for at in range(len(table.rows)):
            draft.reject(at, None, "the row has no date", DATE_HINT)
    for column in plan.columns:
        if column.field is None:
            if column.why == "" and any(texts[column.position]):
                _note_unknown(draft, column)
        elif column is not date_plan and _is_read(column.field):
            cells = texts[column.position]
            _read_column(entries, column, cells, _each_once(table, column.position, cells), decimal, settings)
    answer_blanks(entries, texts)
    for name, columns in entries.columns.items():
        known = headers().get(name) or next(own for own in entries.own_fields if own.name == name)
        entries.values[name] = joined(known, columns, draft)
        if known.table == "cramp" and len(columns) > 1:
            for number, values in by_cramp(columns).items():
                entries.each.setdefault(number, {})[name] = values
    leave_out_elsewhere(entries, texts)
    entries.unread = unread_words(plan, texts, draft)
    if ended := entries.values.pop("ended", None):
        _durations_from_end(entries, ended)
    return entries


def _slept_from(entries: Entries, texts: list[list[str]], settings: Settings) -> npt.NDArray[np.int64] | None:
    plan = next((column for column in entries.plan.columns if column.why == ReadAs.SLEEP_BEGAN), None)
    if plan is None:
        return None
    read = pd.DatetimeIndex(_read_moments(entries, plan, texts[plan.position], settings))
    return read.to_numpy().astype("datetime64[s]").astype(np.int64)


def _each_once(table: RawTable, at: int, texts: list[str]) -> list[str]:
    """Each different text of a column once: those of the table, unless they were joined or told anew."""
    return table.different(at) if texts is table.column(at) else list(dict.fromkeys(texts))


def _is_read(name: str) -> bool:
    known = headers().get(name, _A_NIGHT)
    return known.table != "file" or known.kind == "clock"


def _durations_from_end(entries: Entries, ended: list[Any]) -> None:
    """From a beginning and an end the length of a cramp [min], where none is written."""
    if entries.kind == "device days":  # the end is that of a sleep or a session
        return
    longest = headers()["duration"].high or 0.0
    durations = entries.values.setdefault("duration", [None] * len(entries))
    onsets = entries.column("onset")
    for at, ends in enumerate(ended):
        if not ends or durations[at] is not None:
            continue
        if onsets[at]:
            began = onsets[at][0].hour * 60 + onsets[at][0].minute + onsets[at][0].second / 60
        elif entries.timed[at]:
            began = int(entries.seconds[at]) % ONE_DAY / 60
        else:
            continue
        lasted = (ends[-1].hour * 60 + ends[-1].minute + ends[-1].second / 60 - began) % (24 * 60)
        if lasted <= longest:
            durations[at] = lasted
        else:
            problem = f"from the beginning to the end are more than {longest:g} min, which is not possible"
            entries.draft.note(at, entries.plan.of("ended")[0].named, problem, "set_aside")


_A_NIGHT = Field("", "day", "number", "")


def _note_unknown(draft: Draft, column: Plan) -> None:
    near = column.heading.near
    draft.note(
        None,
        column.named,
        "these are not the cramps of a night, so that the column is not used"
        if column.heading.other_cramps or column.heading.other_time
        else "this column is not known and not used",
        "not_mapped",
        hint=f"did you mean {headers()[near].label}?"
        if near
        else "map it to a field, or keep it under its own name",
    )


def _decimal_mark(
    table: RawTable, plan: TablePlan, texts: list[list[str]], delimiter: str | None
) -> DecimalMark:
    """The decimal mark of the table: a comma where numbers are written with one and none with a point."""
    comma = point = 0
    for column in plan.columns:
        kind = headers()[column.field].kind if column.field in headers() else "number"
        if column.field is None or kind not in NUMBERS:
            continue
        for text in _each_once(table, column.position, texts[column.position]):
            if len(text) < 40:
                comma += "," in text and bool(COMMA_DECIMAL.search(text))
                point += "." in text and bool(POINT_DECIMAL.search(text))
    if comma == point:
        return "," if delimiter == ";" else "."
    return "," if comma > point else "."


def _read_column(
    entries: Entries,
    plan: Plan,
    texts: list[str],
    unique: list[str],
    decimal: DecimalMark,
    settings: Settings,
) -> None:
    """Reads one column of ``texts``, of which ``unique`` are all, each once."""
    assert plan.field is not None
    draft = entries.draft
    known = headers().get(plan.field) or own_field(plan, texts)
    if known is None:
        draft.note(None, plan.named, "this column holds neither numbers nor yes and no", "not_mapped")
        _is_not_used(draft, plan, "neither numbers nor yes and no")
        return
    if plan.own:
        entries.own_fields.append(known)
        draft.columns[plan.position] = replace(draft.columns[plan.position], unit=known.unit)
    values: list[Any] | None
    if known.kind in ("date", "datetime"):
        values = _read_moments(entries, plan, texts, settings)
    elif known.kind == "text":
        values = _read_words(entries, plan, texts, unique, known)
    else:
        values = _read_cells(entries, plan, texts, unique, decimal, settings.glass_ml, known)
    if values is None:
        return
    if known.name == "notes":
        note_none_in_remarks(entries, texts, unique)
    if known.name == "onset" and have_offsets(unique):
        entries.offsets = {**offsets_of(texts, []), **entries.offsets}
    entries.columns.setdefault(known.name, []).append((plan, values))


def _is_not_used(draft: Draft, plan: Plan, why: str) -> None:
    draft.columns[plan.position] = replace(draft.columns[plan.position], field=None, why=why)


def _read_words(
    entries: Entries, plan: Plan, texts: list[str], unique: list[str], known: Field
) -> list[Any] | None:
    """What a column of text says under its heading; None where it names no medicine and should."""
    named = plan.why == ReadAs.NAMED_AFTER_ONE
    of_nights = known.name == "medication" and not named and entries.plan.of("cramps")
    if of_nights and names_no_medicine(entries, plan, texts):
        return None
    if named and (assumed := said_of_numbers(plan, unique)):
        entries.draft.note(None, plan.named, assumed, "assumed", "write the unit in the heading")
    if says_as_written(plan):  # as most remarks
        return [text or None for text in texts]
    told = {text: said_under(plan, text) for text in unique}
    return list(map(told.__getitem__, texts))


def _read_cells(
    entries: Entries,
    plan: Plan,
    texts: list[str],
    unique: list[str],
    decimal: DecimalMark,
    glass_ml: float,
    known: Field,
) -> list[Any] | None:
    """The values of a column of numbers, amounts or answers; None where its cells are something else."""
    draft = entries.draft
    coded: frozenset[str] = frozenset()
    if known.name == "cramps":
        coded = coded_answers(unique) | circles_that_say_nothing(unique).intersection(unique)
        texts = with_none_by_marks(draft, plan, texts, unique)
        unique = list(dict.fromkeys(texts))
    daily = known.kind != "amount" or _has_a_row_a_day(entries)  # of the others nobody asks
    reader = cell_reader(known, plan, texts, unique, decimal, glass_ml, draft, a_row_a_day=daily)
    if reader is None:
        return None
    cells = {text: within(reader(text), known) for text in unique}
    cells.update(dict.fromkeys(coded.intersection(unique), UNREAD))
    if _is_something_else(cells, texts, plan):
        said = f"most cells of this column cannot be read as “{known.label}”; it is not used"
        draft.note(None, plan.named, said, "not_mapped")
        _is_not_used(draft, plan, "its cells do not fit its name")
        return None
    note_none(entries, known, texts, cells)
    _note_cells(draft, plan, texts, cells, known)
    if known.name == "cramps":
        unread = {text for text, cell in cells.items() if cell.code == NO_COUNT}
        entries.not_understood.update(at for at, text in enumerate(texts) if text in unread)
    take_places_beside(entries, plan, texts, known, cells)
    meant = {text: cell.value for text, cell in cells.items()}
    return list(map(meant.__getitem__, texts))


_A_ROW_A_DAY = 0.8  # of the rows stand alone on their day


def _has_a_row_a_day(entries: Entries) -> bool:
    days = np.sort(entries.days)
    days = days[days != NO_MOMENT]
    different = 1 + np.count_nonzero(days[1:] != days[:-1])
    return len(days) == 0 or bool(different >= _A_ROW_A_DAY * len(days))


def _as_meant(texts: list[str], column: Plan, settings: Settings, draft: Draft) -> list[str]:
    """The cells of a column, those to which a person gave a meaning as what they mean."""
    heading = plain(column.header)
    meant = {text: settings.meanings.get((heading, plain(text))) for text in set(texts) if text}
    if not any(meaning is not None for meaning in meant.values()):
        return texts
    draft.note(None, column.named, "some words of this column were read as you said", "assumed")
    return [text if (meaning := meant.get(text)) is None else meaning for text in texts]


def _read_moments(
    entries: Entries, plan: Plan, texts: list[str], settings: Settings
) -> list[pd.Timestamp | None]:
    if plan.field == "stop":
        texts = ["" if plain(text).strip(" .") in vocabulary("open end") else text for text in texts]
    read = read_chosen_dates(texts, settings.date_order, settings.today)
    values = read.values
    if plan.field == "stop":
        values, entries.parts["stop"] = last_days(entries.draft, plan, texts, values, settings.today)
    for at, problem in enumerate(read.problems):
        if problem and values[at] is None:
            entries.draft.note(at, plan.named, problem, "set_aside", DATE_HINT, texts[at])
    mended = (said for said, is_mended in zip(read.problems, read.repaired, strict=True) if is_mended)
    for said in dict.fromkeys(mended):
        entries.draft.note(None, plan.named, said or "the dates were mended", "assumed")
    return values


def _is_something_else(cells: dict[str, Cell], texts: list[str], plan: Plan) -> bool:
    if plan.why == ReadAs.MAPPED or plan.field == "cramps":
        return False
    if all(cell.value is not None or cell.problem is None for cell in cells.values()):
        return False
    filled = [text for text in texts if text]
    if len(filled) < _FEW_CELLS:
        return False
    wrong = sum(cells[text].value is None and cells[text].problem is not None for text in filled)
    return wrong > _MOSTLY * len(filled)


def _note_cells(draft: Draft, plan: Plan, texts: list[str], cells: dict[str, Cell], known: Field) -> None:
    told = {text: cell for text, cell in cells.items() if cell.problem}
    if not told:
        return
    for at, text in enumerate(texts):
        cell = told.get(text)
        if cell is not None and cell.problem:
            action: Action = "repaired" if cell.value is not None else "set_aside"
            draft.note(
                at,
                plan.named,
                cell.problem,
                action,
                cell.hint,
                None if known.kind in _FREE_TEXT else text,
                cell.code,
            )
