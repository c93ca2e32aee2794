"""Whom the names of files, sheets and titles tell apart: "anna.csv" beside "ben.csv"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from analysis.journal.cells import every_word, plain, words_of
from analysis.journal.fields import headers
from analysis.journal.file_tables import FileTable

_SHORTEST_NAME = 3  # letters
_FEWEST_SHARED = 2  # nights
_WORDS = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}$")
_OF_SOMEBODY = re.compile(r"'s\b")


@cache
def _known_words() -> frozenset[str]:
    """Every word that means something to the reader, and so is nobody's name."""
    names = {
        word
        for field in headers().values()
        for name in (field.name, *field.names)
        for word in _WORDS.findall(plain(name))
    }
    return frozenset(names | every_word() | set(words_of("no name in a file's name")))


def could_be_a_name(word: str) -> bool:
    """Whether a plain word can be somebody's name: letters that mean nothing else here."""
    if word in words_of("first name"):
        return True
    return len(word) >= _SHORTEST_NAME and word.isalpha() and word not in _known_words()


def name_people_by_place(tables: Sequence[FileTable]) -> list[FileTable]:
    """Names the people of tables about cramps whose file, sheet or title differ in nothing but a name, where
    the name is a common one or belongs to somebody ("Anna's"), or where they tell otherwise of their nights;
    with them those whose place differs in the same word.
    Returns these tables.
    """
    counting = [
        table for table in tables if not table.draft.people and not table.draft.error and _counts(table)
    ]
    pairs = [
        (one, other, names)
        for one, other in combinations(counting, 2)
        if (names := _names_apart(_place(one), _place(other))) is not None
    ]
    found: dict[int, FileTable] = {}
    for one, other, names in pairs:
        common = all(name in words_of("first name") for name in names)
        if common or _belongs(one, other) or _disagree(one, other):
            found |= {id(one): one, id(other): other}
    for one, other, names in pairs:  # beside people, what stands in the same place is somebody, too
        if id(one) in found or id(other) in found:
            found |= {id(one): one, id(other): other}
            for table, name in zip((one, other), names, strict=True):
                table.draft.people = {name: name.capitalize()}
    return list(found.values())


def _counts(table: FileTable) -> bool:
    return any(part.kind in ("night diary", "cramp log") for part in table.parts)


def _place(table: FileTable) -> str:
    file = _ENDING.sub("", plain(table.draft.file))
    above = table.draft.table.above if table.draft.table is not None else ""
    return f"{file} {plain(table.draft.sheet or '')} {plain(above)}"


def _names_apart(one: str, other: str) -> tuple[str, str] | None:
    """The one word of each text that the other has not, where both can be names; None for other texts."""
    first, second = ([word for word in _WORDS.findall(text) if len(word) > 1] for text in (one, other))
    apart = sorted(set(first) - set(second)), sorted(set(second) - set(first))
    if len(apart[0]) != 1 or len(apart[1]) != 1 or len(first) != len(second):
        return None
    names = apart[0][0], apart[1][0]
    return names if all(map(could_be_a_name, names)) else None


def _belongs(one: FileTable, other: FileTable) -> bool:
    return all(_OF_SOMEBODY.search(_place(table)) for table in (one, other))


def _disagree(one: FileTable, other: FileTable) -> bool:
    """Whether two diaries tell otherwise of half of the nights that both tell of, and of two at least."""
    first, second = map(_cramps_by_day, (one, other))
    shared = first.keys() & second.keys()
    apart = sum(first[day] != second[day] for day in shared)
    return len(shared) >= _FEWEST_SHARED and 2 * apart >= len(shared) and apart >= _FEWEST_SHARED


def _cramps_by_day(table: FileTable) -> dict[int, float]:
    return {
        day: count
        for part in table.parts
        if part.kind == "night diary"
        for day, count in zip(part.days.tolist(), part.column("cramps"), strict=True)
        if count is not None
    }
