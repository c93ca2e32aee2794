"""The journals of a folder: each sub-folder is one, and each file beside them; and the options of single
ones."""

import csv
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.cohort.rows import How
from analysis.journal import check_mapping
from analysis.review_options import LONGEST_WASHOUT

OPTIONS_FILE = "cohort.csv"
NAME = "journal"  # the column that names a journal, as its folder or file is called
_WORDS = {
    "dates_mean": ("evening", "morning"),
    "date_order": ("dmy", "mdy", "ymd"),
    "unlogged": ("cramp-free", "unknown"),
    "hemisphere": ("north", "south"),
}
_READING = ("dates_mean", "date_order", "unlogged", "choose", "mapping")
TYPES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods", ".pdf"})


class Folder:
    """The journals of a folder by their ``names``, in their order; the files of each are looked for when its
    turn has come, so that memory holds no path."""

    def __init__(self, at: Path, names: Sequence[str]) -> None:
        self.at, self.names = at, names

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[tuple[str, tuple[Path, ...]]]:
        """The name of each journal and its files, in the order of their names."""
        for name in self.names:
            entry = self.at / name
            files = sorted(_files_of(entry)) if entry.is_dir() else [entry]
            yield name, tuple(files)


def journals_in(folder: Path) -> Folder:
    """Every journal below ``folder``: each sub-folder with its files, and each file beside them.

    Hidden files, empty folders and files of other types are passed over. Raises OSError where the folder
    cannot be listed.
    """
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name == OPTIONS_FILE:
                continue
            if any(_files_of(path)) if entry.is_dir() else _is_journal(path):
                found.append(entry.name)
    return Folder(folder, sorted(found))


def _files_of(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if _is_journal(path))


def _is_journal(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.suffix.lower() in TYPES


class WrongOptions(Exception):
    """The file of options cannot be used; the message is one sentence with its row and column."""


def options_in(folder: Path, names: Collection[str], how: How) -> dict[str, How]:
    """How single journals are read and reviewed otherwise than ``how``, from ``cohort.csv`` where there is
    one: a column ``journal``, and any of dates_mean, date_order, unlogged, hemisphere, washout [nights],
    choose (whose rows, of a file of several people) and mapping (answers as ``file:log.csv=cramps``, each on
    a line of its own or parted by ";", beside those for all). An empty cell is as for all.
    """
    path = folder / OPTIONS_FILE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {NAME, *_WORDS, "washout", "choose", "mapping"}
    given = set(rows[0]) if rows else {NAME}
    if NAME not in given or not given <= known:
        raise WrongOptions(f"{OPTIONS_FILE} has the columns {NAME} and any of {', '.join(sorted(known))}.")
    own: dict[str, How] = {}
    there = frozenset(names)
    for number, row in enumerate(rows, start=2):
        if row[NAME] not in there:
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
            if not text.isdecimal() or int(text) > LONGEST_WASHOUT:
                raise WrongOptions(
                    f"{OPTIONS_FILE}, row {number}: washout is a number of nights up to {LONGEST_WASHOUT}."
                )
            value = int(text)
        elif name == "mapping":
            value = {**reading.get("mapping", {}), **_answers(text, number)}
        elif name in _WORDS and text not in _WORDS[name]:
            raise WrongOptions(f"{OPTIONS_FILE}, row {number}: {name} is one of {', '.join(_WORDS[name])}.")
        (reading if name in _READING else reviewing)[name] = value
    return replace(how, reading=tuple(reading.items()), reviewing=tuple(reviewing.items()))


def _answers(text: str, number: int) -> dict[str, str]:
    """The answers of one cell, each a key of a mapping with its field."""
    given = [answer.rpartition("=") for answer in text.replace("\n", ";").split(";") if answer.strip()]
    answers = {key.strip(): field.strip() for key, _, field in given}
    try:
        if not all(key and field for key, field in answers.items()):
            raise ValueError("an answer reads HEADING=FIELD")
        check_mapping(answers)
    except ValueError as wrong:
        raise WrongOptions(f"{OPTIONS_FILE}, row {number}: {wrong}.") from None
    return answers
