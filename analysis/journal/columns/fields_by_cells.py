"""Columns whose cells are plainly those of another field than their heading names."""

from dataclasses import replace

from analysis.journal.cells import plain, read_level, vocabulary, words_found, words_of
from analysis.journal.columns.looks import holds_clock_times
from analysis.journal.columns.plans import Draft
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable

_MOSTLY = 0.8
_LONGEST = 40  # characters of a cell that is one word of a list
_SAMPLED = 60


def with_fields_of_cells(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """The drafts, with "Activity" of "none" and "moderate" as its level, and without a part of the day or a
    place to be for a muscle ("Part: night", "Place: home"), times of day for a yes or no ("Woke up: 07:00")
    and strengths for a person ("Wie: stark", which asks how).
    """
    has_level = any("activity_level" in draft.candidates for draft in drafts)
    found = []
    for draft in drafts:
        first = draft.candidates[0] if draft.candidates and not draft.mapped else ""
        if first == "activity" and not has_level and _are_levels(draft, table):
            draft = replace(draft, candidates=("activity_level",))
        elif (
            (first == "muscle" and (_are_parts_of_days(draft, table) or _are_places_to_be(draft, table)))
            or (first == "person_id" and _are_answers(draft, table))
            or (
                first in headers()
                and headers()[first].kind == "yes_no"
                and holds_clock_times(table.column(draft.plan.position))
            )
        ):
            draft = replace(draft, candidates=())
        found.append(draft)
    return found


def _cells(draft: Draft, table: RawTable) -> list[str]:
    return [cell for cell in table.different(draft.plan.position) if cell][:_SAMPLED]


def _are_levels(draft: Draft, table: RawTable) -> bool:
    """Whether most cells say how active a day was in words, and not all of them that it was not."""
    cells = _cells(draft, table)
    if any(len(cell) > _LONGEST or any(map(str.isdecimal, cell)) for cell in cells):
        return False
    levels = [read.value for cell in cells if not (read := read_level(cell)).repaired]
    told = [level for level in levels if level is not None]
    return len(told) >= _MOSTLY * len(cells) and bool(set(told) - {"none"})


def _are_parts_of_days(draft: Draft, table: RawTable) -> bool:
    cells = {plain(cell[:_LONGEST]) for cell in _cells(draft, table)}
    return bool(cells) and cells <= {*vocabulary("time of day"), *words_of("meal")}


def _are_places_to_be(draft: Draft, table: RawTable) -> bool:
    """Whether the places under a heading that only asks where are places to be, and none is of the
    body: "home", "Paris". What is not known may be of the body: "eyelid"."""
    if plain(draft.plan.header) not in words_of("place in general"):
        return False
    cells = [plain(cell[:_LONGEST]) for cell in _cells(draft, table)]
    if {*words_of("place to be")}.isdisjoint(cells):
        return False
    return not any(words_found(kind, cell)[0] for cell in cells for kind in _OF_THE_BODY)


_OF_THE_BODY = ("muscle", "side", "side letter")


def _are_answers(draft: Draft, table: RawTable) -> bool:
    """Whether all cells say yes or no, how strong something was or where, in words that are no initials."""
    known = {word for kind in _ANSWERS for word in vocabulary(kind) if len(word) > _INITIALS}
    cells = {plain(cell[:_LONGEST]) for cell in _cells(draft, table)}
    return bool(cells) and cells <= known


_ANSWERS = ("yes_no", "scale", "level", "side")
_INITIALS = 2  # letters
