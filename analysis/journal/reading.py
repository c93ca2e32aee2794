"""The one door: files in, one Journal out, with a receipt for every table of every file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from analysis.journal.earlier import Page
from analysis.journal.entries import (
    Settings,
)
from analysis.journal.file_tables import FileTable
from analysis.journal.files import read_opened
from analysis.journal.mapping import check_mapping, meanings_in, unknown_answers
from analysis.journal.model import (
    DateOrder,
    DatesMean,
    Earlier,
    Journal,
    Person,
    Unlogged,
)
from analysis.journal.one_journal import one_journal
from analysis.journal.opened import JournalFile, Opened, open_files
from analysis.journal.people import ask_across_files, chosen_for
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
    _check(files, dates_mean, date_order, unlogged, mapping or {})
    opened = open_files(files)
    pages = sorted((file.page for file in opened if file.page), key=lambda page: page.earlier.made_on)
    held = {key: field for page in pages for key, field in page.earlier.mapping.items()}
    known = {**held, **(mapping or {})}
    latest = pages[-1] if pages else None
    of_page = None if latest is None else latest.earlier.glass_ml
    glass = glass_ml or of_page or Settings.glass_ml
    settings = Settings(today or date.today(), date_order, glass, meanings_in(known))
    tables, order = _tables_of(opened, pages, settings, known, choose or {})
    ask_across_files(tables, choose or {})
    set_unanswered_aside(tables, dates_mean or (latest.dates_mean if latest else None))
    _note_unknown(tables, mapping or {})
    if latest is not None:
        dates_mean = dates_mean or latest.dates_mean
        unlogged = unlogged or latest.unlogged
        person = person or latest.person
    journal = one_journal(tables, order, dates_mean, unlogged, person)
    return replace(journal, earlier=_earlier(latest, tables, held))


def _tables_of(
    opened: Sequence[Opened],
    pages: Sequence[Page],
    settings: Settings,
    known: Mapping[str, str],
    choose: Mapping[str, str],
) -> tuple[list[FileTable], list[int]]:
    """The tables of all files, and of each the place of its file: a page is older than every other file, and
    than the pages that were made after it.
    """
    tables: list[FileTable] = []
    order: list[int] = []
    for position, file in enumerate(opened, start=len(pages)):
        found = read_opened(file, settings, known, chosen_for(choose, file.name))
        tables += found
        order += [pages.index(file.page) if file.page else position] * len(found)
    return tables, order


def _note_unknown(tables: Sequence[FileTable], mapping: Mapping[str, str]) -> None:
    """Says which of the answers given are about nothing that the files hold."""
    drafts = [table.draft for table in tables]
    for what, problem in unknown_answers(
        mapping,
        (column.header for draft in drafts for column in draft.columns),
        (draft.file or draft.name for draft in drafts),
        (kind for draft in drafts for kind in draft.event_kinds),
    ):
        drafts[0].note(None, what, problem, "not_mapped")


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


def _check(
    files: object,
    dates_mean: str | None,
    date_order: str | None,
    unlogged: str | None,
    mapping: Mapping[str, str],
) -> None:
    _check_argument("dates_mean", dates_mean, get_args(DatesMean))
    _check_argument("date_order", date_order, get_args(DateOrder))
    _check_argument("unlogged", unlogged, get_args(Unlogged))
    if isinstance(files, str | bytes):
        raise TypeError("files has to be a list of files, not one name")
    check_mapping(mapping)


def _check_argument(name: str, value: str | None, legal: Sequence[str]) -> None:
    if value is not None and value not in legal:
        raise ValueError(f"{name} is {value!r}; it has to be None or one of {', '.join(map(repr, legal))}")
