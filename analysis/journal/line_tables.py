"""Dated lines of a note, a chat or pasted text -> entries, each with its night and what it plainly says."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from analysis.journal.cells import NO_COUNT, cramps_in_cell, plain, signs_in
from analysis.journal.columns import ASKED, TablePlan, names_cramps, plan_table
from analysis.journal.entries import NO_MOMENT, ONE_DAY, Entries, Settings, read_entries
from analysis.journal.exports import (
    PAST,
    DatedLines,
    Line,
    Said,
    chat_lines,
    copied_chat,
    dated_lines,
    said_in,
    without_stretch,
)
from analysis.journal.fields import headers
from analysis.journal.file_tables import FileTable
from analysis.journal.line_nights import EVENING, MORNING, dates_mean, night_before, tells_its_night
from analysis.journal.mapping import told_of_file
from analysis.journal.model import Column
from analysis.journal.people import keep_one_person
from analysis.journal.receipts import LEFT_OUT, LONGEST_SHOWN, UNMAPPED, Draft
from analysis.journal.tables import RawTable, plain_text

ANSWER = "Cramps"  # the heading under which an answer of a line is asked about
_DATE, _NOTES, _PERSON, _TEXT = "Date", "Notes", "Person", "Text"
_COLUMNS = {
    _DATE: "night", ANSWER: "cramps", "Worst pain": "severity", "Duration": "duration", "Onset": "onset",
    "Side": "side", "Muscle": "muscle", "Sleep": "sleep", "Tired next day": "fatigue", "Fluid": "hydration",
    "Caffeine": "caffeine", "Alcohol": "alcohol", "Activity": "activity", "Steps": "steps",
    "Standing": "standing", "Sitting": "sitting", "Medicines": "medication", _NOTES: "notes",
}  # fmt: skip
_WRITTEN_IN_BED = 6  # hour of the day


class _Unclear(NamedTuple):
    """An answer about cramps that only a person understands: its words, why, and what would make it plain."""

    text: str
    why: str
    hint: str


@dataclass
class _Row:
    """A row to be read. ``line`` is the entry that it comes from. ``before``: it is about the night that
    ended on its date; None: its date means what the dates of the journal mean.
    """

    line: int
    cells: dict[str, str]
    before: bool | None = None
    unclear: _Unclear | None = None


def read_dated_lines(
    name: str, content: bytes, settings: Settings, mapping: Mapping[str, str], chosen: str | None
) -> FileTable | None:
    """The entries of a text of dated lines, as one table; None for a file of any other form."""
    chat = chat_lines(content)
    text = (chat, "utf-8") if chat is not None else plain_text(content)
    if text is None:
        return None
    found = (copied_chat(text[0]) if chat is None else None) or dated_lines(text[0])
    if found is None:
        return None
    draft = Draft(name, hashlib.sha256(content).hexdigest(), encoding=text[1], file=name)
    made = FileTable(draft)
    table = _table_of(found)
    told = told_of_file(mapping, name, None)
    if told == "ignore":
        leave_out(draft, table)
        return made
    if not keep_one_person(
        table, draft, chosen, mapping, table.headers.index(_PERSON) if found.chat else None
    ):
        return made
    kept = set(table.numbers)
    lines = [line for line in found.lines if line.row in kept]
    about = told == "cramps" or names_cramps(name) or names_cramps(found.title)
    draft.open(table)
    draft.taken_for = _CHAT if found.chat else _NOTE
    said = [
        said_in(without_stretch(line.text) if line.others else line.text, about_cramps=about)
        for line in lines
    ]
    _read(made, table, found, lines, said, settings)
    if made.parts and any(each.bare for each in said):
        draft.question = ASKED
    return made


def leave_out(draft: Draft, table: RawTable) -> None:
    """A file that somebody said is to be left out."""
    draft.open(table)
    draft.status[:] = UNMAPPED
    draft.fail(LEFT_OUT, "The file was left out, as you said.")


def _table_of(found: DatedLines) -> RawTable:
    names = [_DATE, _PERSON, _TEXT] if found.chat else [_DATE, _TEXT]
    rows = [
        [line.dated, line.sender, line.text] if found.chat else [line.dated, line.text]
        for line in found.lines
    ]
    return RawTable(
        found.title or None, names, rows, [line.row for line in found.lines], 0, found.outside,
        found.blank_lines, found.title[:60],
    )  # fmt: skip


def _read(
    made: FileTable,
    table: RawTable,
    found: DatedLines,
    lines: list[Line],
    said: list[Said],
    settings: Settings,
) -> None:
    draft, chat = made.draft, found.chat
    rows = [row for at, line in enumerate(lines) for row in _rows_of(at, line, said[at], chat, settings)]
    names = [name for name in _COLUMNS if name in (_DATE, ANSWER) or any(row.cells.get(name) for row in rows)]
    kind = _kind_of(rows, said, names)
    draft.columns = [Column(_DATE, "night", None, "each line begins with a date")]
    draft.columns += [Column(name, _COLUMNS[name], None, "the words of the lines") for name in names[1:]]
    draft.kind = kind
    if kind == "unreadable":
        draft.fail("nothing_known", _NOTHING_SAID)
        draft.status[:] = UNMAPPED
        return
    long = RawTable(
        None,
        names,
        [[row.cells.get(name, "") for name in names] for row in rows],
        [table.numbers[row.line] for row in rows],
        0,
        above=found.headings,
    )
    plan = plan_table(long, {name: _COLUMNS[name] for name in names}, ())
    part = Draft(draft.name, draft.sha256, file=draft.file)
    entries = read_entries(long, TablePlan(kind, draft.taken_for, plan.columns), part, settings)
    entries.none.clear()  # a remark answers nothing that its line does not
    entries.described.clear()
    _set_nights(entries, rows, lines)
    entries.dates_mean = None if chat else dates_mean(lines, said)
    _say_unclear(entries, rows)
    for at, row in enumerate(rows):
        _say_left(entries, at, row, said[row.line], lines[row.line], chat)
    made.parts.append(entries)
    made.origin = [row.line for row in rows]
    draft.date_order, draft.date_order_open = part.date_order, part.date_order_open


def _kind_of(
    rows: list[_Row], said: list[Said], names: list[str]
) -> Literal["night diary", "device days", "medication changes", "unreadable"]:
    if any(row.cells.get(ANSWER) or row.unclear for row in rows):
        return "night diary"
    if any(headers()[_COLUMNS[name]].table == "day" for name in names):
        return "device days"
    return "medication changes" if any(each.changes for each in said) else "unreadable"


def _rows_of(at: int, line: Line, said: Said, chat: bool, settings: Settings) -> list[_Row]:
    """The row of a line, or one of its night and one of its day where these have different dates."""
    if line.others != ():
        return _rows_of_several(at, line, said, settings)
    by_field = {field: name for name, field in _COLUMNS.items()}
    cells = {by_field[field]: text for field, text in said.fields.items()}
    count, unclear = _answer(line, said, chat, settings)
    if count is not None:
        cells[ANSWER] = f"{count:g}"
        if count == 1 and "Onset" not in cells and _was_awake(line, said):
            cells["Onset"] = f"{line.at:%H:%M}"
    before = night_before(line, said, chat)
    own = {name: text for name, text in cells.items() if headers()[_COLUMNS[name]].table == "day"}
    notes = {_NOTES: line.text.replace("\n", "; ")} if line.text and not said.forwarded else {}
    if before is None or not own:
        return [_Row(at, {_DATE: line.dated, **cells, **notes}, before, unclear)]
    night = {name: text for name, text in cells.items() if name not in own}
    return [
        _Row(at, {_DATE: line.dated, **night, **notes}, before, unclear),
        _Row(at, {_DATE: line.dated, **own}, line.at is not None and line.at.hour < MORNING),
    ]


def _rows_of_several(at: int, line: Line, said: Said, settings: Settings) -> list[_Row]:
    """The rows of a line of several nights: one each where it plainly says that there was no cramp. Else it
    is asked about: a number may be that of each night or of all.
    """
    notes = {_NOTES: line.text.replace("\n", "; ")} if line.text else {}
    if said.cramps == 0 and line.others and not said.unclear:
        return [
            _Row(at, {_DATE: dated, ANSWER: "0", **(notes if dated == line.dated else {})})
            for dated in (line.dated, *line.others)
        ]
    if said.cramps is None and not said.unclear:
        return [_Row(at, {_DATE: line.dated, **notes})]
    further = [each for each in line.text.split("\n") if not line.written.endswith(each)]
    written = [line.written, *further]
    unclear = _Unclear(_shown("; ".join(written)), _WHICH_NIGHTS, _A_LINE_EACH)
    return [_Row(at, {_DATE: line.dated, **notes}, None, unclear)]


def _was_awake(line: Line, said: Said) -> bool:
    """Whether the time beside the date is that of the cramp, as it was written down in the night."""
    if line.at is None or said.night == PAST:
        return False
    return line.at.hour >= EVENING or line.at.hour < _WRITTEN_IN_BED


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _answer(line: Line, said: Said, chat: bool, settings: Settings) -> tuple[float | None, _Unclear | None]:
    """How many cramps a line tells of; or, where only a person understands it, its words with the reason."""
    text, why = "", ""
    if said.unclear:
        text, why = "; ".join(said.unclear), _FORWARDED if said.forwarded else _NOT_PLAIN
    elif said.cramps is not None and not tells_its_night(line, said, chat):
        text, why = " ".join(line.text.split()), _WHICH_NIGHT
    if not why:
        return said.cramps, None
    text = _shown(text)
    meant = settings.meanings.get((plain(ANSWER), plain(text)))
    if meant is None:
        return None, _Unclear(text, why, _SAY_WHAT)
    count = cramps_in_cell(meant).value
    return None if count is None else float(count), None


def _set_nights(entries: Entries, rows: list[_Row], lines: list[Line]) -> None:
    """Gives every row whose night is told the date of its evening."""
    days = entries.days
    for at, row in enumerate(rows):
        if row.before is None or days[at] == NO_MOMENT:
            continue
        entries.seconds[at] = (days[at] - row.before) * ONE_DAY
        entries.timed[at] = False
        entries.evenings.add(at)
    entries.timed = list(np.asarray(entries.timed, dtype=bool) & (entries.seconds != NO_MOMENT))


def _say_unclear(entries: Entries, rows: list[_Row]) -> None:
    for at, row in enumerate(rows):
        if row.unclear is not None:
            text, why, hint = row.unclear
            entries.draft.note(at, ANSWER, why, "set_aside", hint, text, NO_COUNT)
            entries.not_understood.add(at)


def _say_left(entries: Entries, at: int, row: _Row, said: Said, line: Line, chat: bool) -> None:
    """Lists what is not understood, word for word; a message of a chat that says nothing is not used."""
    if said.forwarded and not said.unclear:
        entries.draft.reject(at, _TEXT, _FORWARDED)
    if _NOTES not in row.cells:
        return
    for part in said.bare:
        entries.draft.note(at, _TEXT, _COULD_BE, "set_aside", "say whether these are leg cramps", part)
    if line.others != ():
        for field, text in said.fields.items():
            name = next(name for name, known in _COLUMNS.items() if known == field)
            entries.draft.note(at, name, _OF_SEVERAL, "set_aside", _A_LINE_EACH, text)
    if chat and said.tells_nothing and not signs_in(row.cells[_NOTES]):
        entries.draft.reject(at, _TEXT, _NOTHING_IN_MESSAGE)
        return
    for part in said.left:
        entries.draft.note(at, _TEXT, _LEFT, "set_aside", cell=part)


_NOTE = "its lines begin with dates"
_CHAT = "it is a chat: its messages begin with a date, a time and a name"
_NOT_PLAIN = "this speaks of cramps, and what it says of them is not plain"
_FORWARDED = "this message was forwarded, and its words are not those of the one who sent it"
_WHICH_NIGHT = "this was written by day, and does not say of which night it is; the night before, if answered"
_WHICH_NIGHTS = "this is of several nights, and does not plainly say that none had a cramp"
_SAY_WHAT = "say what it means, or write it as “2 cramps last night”"
_A_LINE_EACH = "write a line for each night"
_COULD_BE = "this could be about a cramp, but holds no word that says so; it is kept as a remark"
_OF_SEVERAL = "this stands beside several dates, and does not say of which day it is; it counts for none"
_LEFT = "these words are not understood and count nothing; they are kept as a remark"
_NOTHING_IN_MESSAGE = "nothing in this message is about cramps, the day or medicines"
_NOTHING_SAID = (
    "Its lines begin with dates, but none says plainly anything of cramps, the day or medicines; "
    "write, for instance, “2 cramps, left calf, 3 am” or “no cramps” behind each date."
)
