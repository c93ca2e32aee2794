"""Which columns name persons by the form of their cells alone, whatever language their heading is in."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from analysis.journal.cells import pattern_of, plain, vocabulary, words_of
from analysis.journal.columns import names_cramps
from analysis.journal.fields import headers
from analysis.journal.people.by_place import could_be_a_name
from analysis.journal.tables import RawTable, heading, heading_words

MOST_FAMILY = 12  # people of a file that is kept by one of them
_LONGEST_NAME = 40  # characters
_FEWEST_APART = 2  # nights of which two people tell otherwise
_FEWEST_DIGITS = 3  # of a number that is no first or second of something
# Vocabularies of which a word names nobody.
_OF_SOMETHING_ELSE = (
    "side", "muscle", "time of day", "yes_no", "scale", "level", "relief", "symptom", "number", "count",
)  # fmt: skip
_INITIALS = re.compile(r"(?:[^\W\d_]\. ?-?){1,4}[^\W\d_]?")
_SURNAME_FIRST = re.compile(r"[^\W\d_]+, ?[^\W\d_]+")


def same_name(name: str) -> str:
    """A name without case, accents, marks, spacing and the order of surname and first name, so that it can be
    compared: "Smith, Anna" is Anna Smith, and A.S. is AS.
    """
    if _INITIALS.fullmatch(name.strip()):
        return plain("".join(filter(str.isalnum, name)))
    words = "".join(letter if letter.isalnum() else " " for letter in plain(name)).split()
    return " ".join([*words[1:], words[0]] if _SURNAME_FIRST.fullmatch(name.strip()) else words)


def holds_first_names(table: RawTable, position: int) -> bool:
    """Whether a column whose heading could name a person holds a few common first names and nothing else; or
    one of unknown heading has one in each row, and each for a time of their own.
    """
    could = pattern_of("could name a person").search(plain(table.headers[position]))
    if not could and not _unknown(table.headers[position]):
        return False
    cells = [row[position] for row in table.rows]
    if could and _are_initials_apart(table, position):
        return True
    first = next((cell for cell in cells if cell), "")
    if not first or plain(first) not in words_of("first name"):
        return False
    names = {plain(cell) for cell in cells if cell}
    if not 2 <= len(names) <= MOST_FAMILY or not names <= set(words_of("first name")):
        return False
    return bool(could) or (is_about_days(table, position) and _follow_each_other(cells))


def _are_initials_apart(table: RawTable, position: int) -> bool:
    """Whether the cells of a column that could name a person are a few letters or numbers, each of nights or
    days that follow each other: the months of A, and then those of B.
    """
    cells = table.column(position)
    names = {plain(cell) for cell in cells if cell}
    if not 2 <= len(names) <= MOST_FAMILY or not all(map(_INITIAL.fullmatch, names)):
        return False
    return is_about_days(table, position) and _follow_each_other(cells)


_INITIAL = re.compile(r"[^\W\d_]|\d")


def _follow_each_other(cells: Sequence[str]) -> bool:
    """Whether each of a few values fills a stretch of rows, several long, and comes never again."""
    starts = [cell for at, cell in enumerate(cells) if at == 0 or plain(cell) != plain(cells[at - 1])]
    return all(cells) and len(set(map(plain, starts))) == len(starts) and 3 * len(starts) <= len(cells)


def _unknown(header: str) -> bool:
    found = heading(header)
    if found.fields or found.counts_anything or header.startswith("own:") or names_cramps(header):
        return False
    return heading_words(header) not in words_of("names nobody whose row it is")


def seem_people(table: RawTable, position: int) -> bool:
    """Whether a column of unknown heading holds a few values, and half of the dates stand once for each: they
    read like names, or what they tell of the cramps of their nights differs.
    """
    if not _unknown(table.headers[position]):
        return False
    cells = table.column(position)
    few = {name: cell for cell in cells if (name := same_name(cell))}  # a row of nobody names nobody
    if not 2 <= len(few) <= MOST_FAMILY or not is_about_days(table, position):
        return False
    dates = [at for at, header in enumerate(table.headers) if heading(header).fields[:1] == ("night",)]
    if not dates:
        return False
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(table.rows):
        if name := same_name(row[position]):
            by_name[row[dates[0]]].append(at)
    apart = all(len({same_name(cells[at]) for at in rows}) == len(rows) for rows in by_name.values())
    if few.keys() <= set(words_of("beside the name of nobody")):
        return False
    if not apart or 2 * sum(len(rows) > 1 for rows in by_name.values()) < len(by_name):
        return False
    read = all(cell[0].isupper() and all(map(could_be_a_name, name.split())) for name, cell in few.items())
    return read or (_mean_nothing_else(few.keys()) and _tell_otherwise(table, by_name))


def _mean_nothing_else(names: Set[str]) -> bool:
    """Whether values, plain, are no places, parts of a day, answers, strengths or small numbers."""
    if all(len(name) == 1 and name.isalpha() for name in names):  # "B" may be both legs, "A" and "B" are not
        return not names <= vocabulary("side").keys() | vocabulary("yes_no").keys()
    known = {word for kind in _OF_SOMETHING_ELSE for word in vocabulary(kind)}
    known.update(words_of("part of the day"), words_of("activities"), words_of("beside a cramp"))
    known.update(words_of("beside the name of nobody"))
    return all(
        len(name) >= _FEWEST_DIGITS
        if name.isdecimal()
        else len(name) <= _LONGEST_NAME and known.isdisjoint((name, *name.split()))
        for name in names
    )


def _tell_otherwise(table: RawTable, by_date: Mapping[str, Sequence[int]]) -> bool:
    """Whether the rows of half of the dates that stand several times differ in what they say of cramps."""
    counts = [at for at, header in enumerate(table.headers) if heading(header).fields[:1] == ("cramps",)]
    shared = [rows for rows in by_date.values() if len(rows) > 1]
    differ = sum(
        len({tuple(table.rows[at][place] for place in counts) for at in rows}) > 1 for rows in shared
    )
    return bool(counts) and differ >= _FEWEST_APART and 2 * differ >= len(shared)


def is_about_days(table: RawTable, position: int) -> bool:
    """Whether other columns tell of nights or days, and none of sessions, doses, tests or kinds of event."""
    fields = [heading(header).fields[:1] for at, header in enumerate(table.headers) if at != position]
    tables = {headers()[name].table for found in fields for name in found}
    of_session = any(same_name(header) in words_of("of a session") for header in table.headers)
    return (
        bool(tables & {"night", "cramp", "day"}) and not tables & {"change", "measurement"} and not of_session
    )
