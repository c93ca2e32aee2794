"""Whom the names of files, sheets and titles tell apart: "anna.csv" beside "ben.csv"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    alike = [group for group in _alike_but_for_a_name(counting) if len({name for name, _ in group}) > 1]
    by_day = {id(table): _cramps_by_day(table) for group in alike for _, table in group}
    common = frozenset(words_of("first name"))
    found: dict[int, FileTable] = {}
    for group in alike:
        apart = (
            (one, other, names)
            for (name, one), (another, other) in combinations(group, 2)
            if len(names := {name, another}) > 1
        )
        if any(
            names <= common or _belongs(one, other) or _disagree(by_day[id(one)], by_day[id(other)])
            for one, other, names in apart
        ):
            found |= {id(table): table for _, table in group}
    for group in alike:  # beside people, what stands in the same place is somebody, too
        if any(id(table) in found for _, table in group):
            for name, table in group:
                found[id(table)] = table
                table.draft.people = {name: name.capitalize()}
    return list(found.values())


_Named = tuple[str, FileTable]


def _alike_but_for_a_name(tables: Sequence[FileTable]) -> Iterable[list[_Named]]:
    """The tables whose places have the same words but for one that can be a name, with that name."""
    groups: dict[tuple[frozenset[str], int], list[_Named]] = defaultdict(list)
    for table in tables:
        words = [word for word in _WORDS.findall(_place(table)) if len(word) > 1]
        for word in sorted(set(words)):
            if could_be_a_name(word):
                groups[frozenset(words) - {word}, len(words)].append((word, table))
    return groups.values()


def _counts(table: FileTable) -> bool:
    return any(part.kind in ("night diary", "cramp log") for part in table.parts)


def _place(table: FileTable) -> str:
    file = _ENDING.sub("", plain(table.draft.file))
    above = table.draft.table.above if table.draft.table is not None else ""
    return f"{file} {plain(table.draft.sheet or '')} {plain(above)}"


def _belongs(one: FileTable, other: FileTable) -> bool:
    return all(_OF_SOMEBODY.search(_place(table)) for table in (one, other))


def _disagree(first: Mapping[int, float], second: Mapping[int, float]) -> bool:
    """Whether two diaries, by day, tell otherwise of half of the nights that both tell of, and of two at
    least.
    """
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
