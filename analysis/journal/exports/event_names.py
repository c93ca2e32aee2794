"""What the name of one kind of event says of cramps: how many, none, or nothing plain."""

import re
from collections.abc import Iterable

from analysis.journal.cells import cramps_in_cell, tells_of_a_cramp
from analysis.journal.columns import names_cramps
from analysis.journal.exports.event_answers import answer_of
from analysis.journal.exports.said_in_lines import said_in
from analysis.journal.tables import heading_words, told_of_cramps

_BETWEEN = re.compile(r"\s*[,;|]\s*")  # parts the kinds of one cell


def kinds_of_cell(cell: str) -> list[str]:
    """The kinds that a cell lists. One whole, where a part of it only says something of another: an answer
    or a number.

    >>> kinds_of_cell("walk, leg cramp"), kinds_of_cell("leg cramp, no")
    (['walk', 'leg cramp'], ['leg cramp, no'])
    """
    parts = [part for part in _BETWEEN.split(cell) if part]
    says_of_another = any(answer_of(part) is not None or part[:1].isdecimal() for part in parts)
    return [cell] if says_of_another and len(parts) > 1 else parts


def holds_lists(cells: Iterable[str]) -> bool:
    """Whether a cell lists a cramp beside other kinds, and is no name of a cramp as a whole."""
    return any(
        len(kinds := kinds_of_cell(cell)) > 1
        and any(cramps_of_kind(kind) for kind in kinds)
        and cramps_of_kind(cell) is None
        for cell in cells
    )


def cramps_of_kind(kind: str) -> float | None:
    """How many leg cramps an event of this kind is by its own name [count]: 2 for "two cramps", 0 for "no
    cramp"; None where its name tells of none, or not plainly of one ("cramp cream").
    """
    detail = parts_of(kind)[1]
    told = told_of_cramps(heading_words(detail))
    if told == "no cramp":
        return 0.0
    speaks = tells_of_a_cramp(heading_words(detail))
    number = cramps_in_cell(detail).value if told or speaks else None
    if told is None and speaks and number is None and names_cramps(detail):
        return _said_in_words(detail) if any(map(str.isdecimal, detail)) else None
    if told is None and (number is None or (number and not names_cramps(detail))):
        return None
    if number is None and any(map(str.isdecimal, detail)):  # "2 cramps at 23:00, 04:10"
        return _said_in_words(detail)
    return 1.0 if number is None else float(number)


def _said_in_words(detail: str) -> float | None:
    """How many cramps a kind tells of that is a remark with numbers in it; None where it is not plain."""
    said = said_in(detail, about_cramps=True)
    return said.cramps if said.answers else None


def told_by_kind(kind: str) -> dict[str, str]:
    """What the name of a kind that is a remark says of its cramps beside their number, by field: when, where,
    how bad. Empty where the whole of it is not plain.

    >>> told_by_kind("2 cramps at 23:00, 04:10, left calf")
    {'onset': '23:00, 04:10', 'side': 'left', 'muscle': 'calf'}
    """
    said = said_in(parts_of(kind)[1], about_cramps=True)
    return dict(said.fields) if said.answers and said.cramps else {}


def says_nothing_was(kind: str) -> bool:
    """Whether a kind says that there was nothing, and not of what: "nothing", "none"."""
    return said_in(kind, about_cramps=True).cramps == 0 and cramps_of_kind(kind) is None


def is_unclear(kind: str) -> bool:
    """Whether a kind speaks of a leg's cramps and does not plainly say if there was one: "almost cramp"."""
    return names_cramps(parts_of(kind)[1]) and cramps_of_kind(kind) is None


def parts_of(kind: str) -> tuple[str, str]:
    """The category or group that an app puts before a kind ("Symptom: Cramps", "Health/Leg cramps"), and the
    kind by itself.
    """
    category, _, detail = kind.rpartition(": ")
    if detail.strip().isdecimal():  # "Cramps: 2"
        category, detail = "", kind
    if "/" in detail and told_of_cramps(heading_words(detail)) is None:
        group, _, detail = detail.rpartition("/")
        category = category or group
    return category, detail
