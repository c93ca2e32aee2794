"""What the name of one kind of event says of cramps: how many, none, or nothing plain."""

import re

from analysis.journal.cells import cramps_in_cell, pattern_of, plain
from analysis.journal.columns import names_cramps
from analysis.journal.tables import heading_words, told_of_cramps

LIST = re.compile(r"\s*[,;|]\s*")  # parts the kinds of one cell


def cramps_of_kind(kind: str) -> float | None:
    """How many leg cramps an event of this kind is by its own name [count]: 2 for "two cramps", 0 for "no
    cramp"; None where its name tells of none, or not plainly of one ("cramp cream").
    """
    detail = parts_of(kind)[1]
    told = told_of_cramps(heading_words(detail))
    if told == "no cramp":
        return 0.0
    number = cramps_in_cell(detail).value if told or _SPEAKS_OF_CRAMPS.search(plain(detail)) else None
    if told is None and (number is None or (number and not names_cramps(detail))):
        return None
    return 1.0 if number is None else float(number)


_SPEAKS_OF_CRAMPS = re.compile(rf"{pattern_of('cramp stem').pattern}|kra(?:e)?mpf|kramp")


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
