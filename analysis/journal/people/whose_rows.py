"""Whose rows a file holds. Rows of two people are never one journal: whose it is, is asked."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.file_tables import FileTable
from analysis.journal.model import Column
from analysis.journal.people.by_form import (
    MOST_FAMILY,
    holds_first_names,
    is_about_days,
    same_name,
    seem_people,
)
from analysis.journal.people.by_place import could_be_a_name, name_people_by_place
from analysis.journal.receipts import Draft
from analysis.journal.tables import RawTable, heading

SEVERAL = "The file holds several people; choose whose rows to read."
DIFFERENT = "The files name different people; choose whose rows to read."
SEEM_SEVERAL = "A column seems to name people; choose whose rows to read, or say that the column is not used."
SEEM_DIFFERENT = (
    "The names of the files or sheets seem to be those of different people; choose for each whose it is."
)
SOMEBODY_ELSE = "The file names somebody else than was chosen; none of its rows were read."
_MOST_CHOICES = 1000
_LONGEST_NAME = 40  # characters
_MOST_WORDS = 4  # of a name
_LONGEST_INITIALS = 2  # letters


@dataclass(frozen=True)
class People:
    """The column that names persons, and each of them as first written. ``seem``: only their form says so."""

    position: int
    names: Mapping[str, str]  # by the name without case, accents and marks
    seem: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(self.names.values())[:_MOST_CHOICES]


def people_of(table: RawTable, mapping: Mapping[str, str]) -> People | None:
    """The people whom a column of the table names; None where no column names persons. A column that was
    mapped to something else, or that is kept under its own name, names none.

    What says by itself that it names persons (patient, member, who) does so whatever the dates are. A name,
    initials or a profile can be those of anything: they count where the table is about nights or days and
    their few values read like names. A number of a person counts where its rows share dates.
    """
    told = {plain(header): field for header, field in mapping.items()}
    for position, header in enumerate(table.headers):
        known = "person_id" in heading(header).fields and not header.startswith("own:")
        if told.get(plain(header), "person_id") != "person_id":
            continue
        if not known and not seem_people(table, position):
            known = holds_first_names(table, position)
            if not known:
                continue
        names: dict[str, str] = {}
        for row in table.rows:
            if name := same_name(row[position]):
                names.setdefault(name, row[position])
        if names and (not known or _are_people(table, position, names)):
            return People(position, names, seem=not known)
    return None


def _are_people(table: RawTable, position: int, names: Mapping[str, str]) -> bool:
    if names.keys() <= vocabulary("yes_no").keys():  # "Kim": who, in Turkish, and a name
        return False
    words = same_name(table.headers[position])
    numbers = all(any(map(str.isdigit, name)) for name in names)
    few = len(names) <= max(2, len(table.rows) // 3)
    if len(names) > 1 and (
        words in words_of("id of anything") or (numbers and words not in words_of("id of a person"))
    ):
        # "S01" is no number of a row or of a visit, where few of them stand beside many nights.
        lettered = all(any(map(str.isalpha, name)) for name in names) and len(names) < len(table.rows)
        again = min(Counter(same_name(row[position]) for row in table.rows if row[position]).values()) > 1
        of_nights = (lettered or again) and is_about_days(table, position)
        return few and (of_nights or _dates_shared(table, position))
    if words in words_of("name of anything"):
        if _are_titles(names) and not _dates_shared(table, position):
            return False
        return _could_be_names(names) and len(names) <= MOST_FAMILY and is_about_days(table, position)
    return few or len(names) <= MOST_FAMILY


def _could_be_names(names: Mapping[str, str]) -> bool:
    not_a_name = {*words_of("cramp"), *words_of("activities")}
    return all(
        len(written) <= _LONGEST_NAME
        and len(name.split()) <= _MOST_WORDS
        and not any(map(str.isdigit, name))
        and not not_a_name & set(name.split())
        for name, written in names.items()
    )


def _are_titles(names: Mapping[str, str]) -> bool:
    """Whether most of the names are the titles of notes: weekdays, "Bad night"."""
    could = (
        any(len(word) <= _LONGEST_INITIALS or could_be_a_name(word) for word in name.split())
        for name in names
    )
    return 2 * sum(could) < len(names)


def _dates_shared(table: RawTable, person: int) -> bool:
    """Whether two people have a cell that could be a date in common."""
    for position in range(len(table.headers)):
        if position == person:
            continue
        owner: dict[str, str] = {}
        for row in table.rows[:5000]:
            cell = row[position]
            if (
                len(cell) >= 6
                and sum(letter.isdecimal() for letter in cell) >= 3
                and owner.setdefault(cell[:10], row[person]) != row[person]
            ):
                return True
    return False


def keep_one_person(
    table: RawTable, draft: Draft, chosen: str | None, mapping: Mapping[str, str], column: int | None = None
) -> bool:
    """Keeps one person's rows of ``table``; false where the file holds others and none was chosen.
    ``column`` is where the senders of messages stand; None: what the headings name.
    """
    people = people_of(table, mapping) if column is None else _senders(table, column)
    if people is None:
        return _is_chosen(table, draft, chosen)
    draft.person_column, draft.people = table.headers[people.position], people.names
    if len(people.names) > 1:
        draft.choices = people.choices
    wanted = same_name(chosen) if chosen is not None else None
    if wanted not in people.names:
        if wanted is None and len(people.names) == 1:
            return True
        _refuse(table, draft, people.choices, seem=people.seem)
        return False
    kept = [at for at, row in enumerate(table.rows) if same_name(row[people.position]) == wanted]
    others = len(table.rows) - len(kept)
    if others:
        said = "1 row" if others == 1 else f"{others} rows"
        draft.note(None, draft.person_column, f"{said} of other people or of nobody were not read", "outside")
    table.keep(kept)
    return True


def _refuse(table: RawTable, draft: Draft, choices: Sequence[str], *, seem: bool = False) -> None:
    draft.table = RawTable(table.title, table.headers, [], [], table.header_row)
    draft.columns = [Column(name, None) for name in table.headers]
    draft.choices = tuple(choices)
    several = SEEM_SEVERAL if seem else SEVERAL
    draft.fail("several_people", several if len(choices) > 1 else SOMEBODY_ELSE)


def _is_chosen(table: RawTable, draft: Draft, chosen: str | None) -> bool:
    """Whether a table without a column of persons is to be read: not where the lines above it name somebody
    else than was chosen.
    """
    if (named := person_above(table)) is None:
        return True
    draft.people = {same_name(named): named}
    if chosen is not None and same_name(chosen) != same_name(named):
        _refuse(table, draft, (named,))
        return False
    return True


_PERSON_ABOVE = re.compile(
    r"(?:^|[\s|;,])(?:patient(?:in|e|s name| name)?|paciente|paziente|name|nom|nombre|naam|nome|namn|navn)"
    r" ?[:=] ?([^\W\d_][^\d:=|;]{0,60})",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(r"\s+\S+$")  # the word before the next colon is no part of the name


def person_above(table: RawTable) -> str | None:
    """The person whom a title line names ("Patient: Anna"); None where none does."""
    found = _PERSON_ABOVE.search(table.above)
    if found is None:
        return None
    goes_on = table.above[found.end() : found.end() + 1] in (":", "=")
    name = (_AFTER_A_NAME.sub("", found[1]) if goes_on else found[1]).strip(" .,-")
    return name if name and _could_be_names({same_name(name): name}) else None


def _senders(table: RawTable, column: int) -> People:
    names: dict[str, str] = {}
    for row in table.rows:
        names.setdefault(same_name(row[column]) or row[column], row[column])
    return People(column, names)


def chosen_for(choose: Mapping[str, str], name: str) -> str | None:
    """Who was chosen for a file: by its name, else the one person who was chosen for any, None for nobody."""
    if name in choose:
        return choose[name]
    everybody = {same_name(person): person for person in choose.values()}
    return next(iter(everybody.values())) if len(everybody) == 1 else None


def ask_across_files(tables: Sequence[FileTable], choose: Mapping[str, str]) -> None:
    """Where tables name different people and nobody was chosen, none of these tables is used; and none whose
    own name is that of somebody else than was chosen.
    """
    by_place = name_people_by_place(tables)
    for table in by_place:
        chosen = chosen_for(choose, table.draft.file)
        if chosen is not None and same_name(chosen) not in table.draft.people:
            _forget(table, tuple(table.draft.people.values()), SOMEBODY_ELSE)
    named = [table for table in tables if table.draft.people and not table.draft.error]
    open_ones = [table for table in named if chosen_for(choose, table.draft.file) is None]
    everybody: dict[str, str] = {}
    for table in tables:
        for name, written in table.draft.people.items():
            everybody.setdefault(name, written)
    if len(everybody) < 2:
        return
    for table in open_ones:
        _forget(table, tuple(everybody.values())[:_MOST_CHOICES], SEEM_DIFFERENT if by_place else DIFFERENT)
    for table in tables:
        if table.draft.choices and table.draft.error_code == "several_people":
            table.draft.choices = tuple(everybody.values())[:_MOST_CHOICES]


def _forget(table: FileTable, choices: tuple[str, ...], sentence: str) -> None:
    """Takes back what was read of a table, and asks whose it is."""
    old = table.draft
    new = Draft(old.name, old.sha256, encoding=old.encoding, delimiter=old.delimiter, sheet=old.sheet)
    new.file, new.people, new.person_column = old.file, old.people, old.person_column
    new.columns = [Column(column.header, None) for column in old.columns]
    new.choices = choices
    new.fail("several_people", sentence)
    table.draft, table.parts, table.converted, table.origin = new, [], [], []
