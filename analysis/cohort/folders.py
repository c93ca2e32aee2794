"""The journals of a folder: each sub-folder is one, and each file beside them; and the options of single
ones."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.cohort.rows import How

OPTIONS_FILE = "cohort.csv"
NAME = "journal"  # the column that names a journal, as its folder or file is called
_WORDS = {
    "dates_mean": ("evening", "morning"),
    "date_order": ("dmy", "mdy", "ymd"),
    "unlogged": ("cramp-free", "unknown"),
    "hemisphere": ("north", "south"),
}
_READING = ("dates_mean", "date_order", "unlogged", "choose")
_LONGEST_WASHOUT = 365  # nights
TYPES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".pdf"})


def journals_in(folder: Path) -> Iterator[tuple[str, tuple[Path, ...]]]:
    """The name of every journal below ``folder`` and its files, in the order of names.

    Hidden files, empty folders and files of other types are passed over. Raises OSError where the folder
    cannot be listed.
    """
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            files = tuple(sorted(path for path in entry.rglob("*") if _is_journal(path)))
            if files:
                yield entry.name, files
        elif _is_journal(entry) and entry.name != OPTIONS_FILE:
            yield entry.name, (entry,)


def _is_journal(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.suffix.lower() in TYPES


class WrongOptions(Exception):
    """The file of options cannot be used; the message is one sentence with its row and column."""


def options_in(folder: Path, names: Collection[str], how: How) -> dict[str, How]:
    """How single journals are read and reviewed otherwise than ``how``, from ``cohort.csv`` where there is
    one: a column ``journal``, and any of dates_mean, date_order, unlogged, hemisphere, washout [nights] and
    choose (whose rows, of a file of several people). An empty cell is as for all.
    """
    path = folder / OPTIONS_FILE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {NAME, *_WORDS, "washout", "choose"}
    given = set(rows[0]) if rows else {NAME}
    if NAME not in given or not given <= known:
        raise WrongOptions(f"{OPTIONS_FILE} has the columns {NAME} and any of {', '.join(sorted(known))}.")
    own: dict[str, How] = {}
    for number, row in enumerate(rows, start=2):
        if row[NAME] not in names:
            raise WrongOptions(f"{OPTIONS_FILE}, row {number}: there is no journal of this name.")
        own[row[NAME]] = _with(
            how, {name: text for name, text in row.items() if text and name != NAME}, number
        )
    return own


def _with(how: How, given: dict[str, str], number: int) -> How:
    reading, reviewing = dict(how.reading), dict(how.reviewing)
    for name, text in given.items():
        value: Any = text
        if name == "washout":
            if not text.isdecimal() or int(text) > _LONGEST_WASHOUT:
                raise WrongOptions(
                    f"{OPTIONS_FILE}, row {number}: washout is a number of nights up to {_LONGEST_WASHOUT}."
                )
            value = int(text)
        elif name in _WORDS and text not in _WORDS[name]:
            raise WrongOptions(f"{OPTIONS_FILE}, row {number}: {name} is one of {', '.join(_WORDS[name])}.")
        (reading if name in _READING else reviewing)[name] = value
    return replace(how, reading=tuple(reading.items()), reviewing=tuple(reviewing.items()))
