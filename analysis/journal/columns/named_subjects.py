"""What the numbers of a table are of where only the name of its file, its sheet or a title says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import pattern_of, plain, vocabulary, words_of
from analysis.journal.columns.looks import holds_numbers
from analysis.journal.columns.plans import SHARED, TELLS_A_CRAMP, Draft
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, heading, heading_words

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_APART = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])|\d+")
_LONGEST_NAME = 100  # characters; longer ones are sentences
OF_ITS_NAME = "the name of the file says what its numbers are"
# What is counted one by one, and what else a bare "Value" can be of.
_COUNTED = frozenset({"steps", "caffeine", "alcohol", "hydration"})
_MEASURED = _COUNTED | {"sleep", "standing", "sitting"}


def with_field_of_its_name(drafts: list[Draft], table: RawTable, places: Sequence[str]) -> list[Draft]:
    """The one column of numbers under a general heading ("Count", "Value") as the field that the nearest name
    is of: "steps.csv". ``places`` are the names of file and sheet and the title.
    """
    named = next((name for place in reversed(places) if (name := field_named(place))), None)
    if named not in _MEASURED:
        return drafts
    others = {name for draft in drafts for name in draft.candidates} - SHARED - {"onset", "ended", "result"}
    general = [at for at, draft in enumerate(drafts) if _is_general(draft, named)]
    if others or len(general) != 1:
        return drafts
    at = general[0]
    if not holds_numbers([row[drafts[at].plan.position] for row in table.rows]):
        return drafts
    told = Draft(replace(drafts[at].plan, why=OF_ITS_NAME), (named,), False)
    return [*drafts[:at], told, *drafts[at + 1 :]]


def _is_general(draft: Draft, field: str) -> bool:
    if draft.mapped or draft.numbers_rows:
        return False
    if draft.plan.heading.counts_anything:
        return field in _COUNTED
    words = heading_words(draft.plan.header)
    return draft.candidates in ((), ("result",)) and words in words_of("general amount")


def field_named(place: str) -> str | None:
    """The field that the name of a file or sheet, or a title, names and nothing else: "My steps 2025"."""
    bare = _bare_name(place)
    fields = heading(bare).fields if bare else ()
    return fields[0] if fields else None


def _bare_name(place: str) -> str:
    """The words of a name that say what it is of, without those of any file and without a date."""
    if len(place) > _LONGEST_NAME:
        return ""
    words = _words_of(place).split()
    empty = {*words_of("no name in a file's name"), *vocabulary("month")}
    return " ".join(word for word in words if word not in empty)


def _words_of(place: str) -> str:
    """The plain words of a name, without the ending of a file's."""
    return plain(" ".join(_APART.split(_ENDING.sub("", place))))


def names_something_else(place: str) -> bool:
    """Whether a name or title says that its table is of something that is no cramp and no pain: cigarettes,
    the pulse, what was drunk.
    """
    words = _words_of(place)
    if len(place) > _LONGEST_NAME or pattern_of("pain").search(words):
        return False
    if pattern_of("something else").search(words):
        return True
    named = field_named(place)
    return named is not None and (headers()[named].table == "day" or named in ("sleep", "medication"))


def is_of_something_else(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether the headings of a table say so: of a cramp's own it has at most clock times."""
    filled = [draft for draft in drafts if any(row[draft.plan.position] for row in table.rows)]
    names = {name for draft in filled for name in draft.candidates}
    if names & TELLS_A_CRAMP - {"onset"}:
        return False
    unknown = (draft for draft in drafts if not (draft.candidates or draft.mapped))
    return any(pattern_of("something else").search(heading_words(draft.plan.header)) for draft in unknown)
