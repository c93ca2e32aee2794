"""What is a level at a moment, and no amount of a day: two weights of one day are no weight of twice that."""

import re

from analysis.journal.cells import pattern_of, plain, vocabulary
from analysis.journal.fields import Field, dictionary

_UNITS = frozenset(vocabulary("unit of a level").values())
_ENDS_OF_A_SCALE = re.compile(r"(?<!\d)\d ?[-–/] ?\d{1,3}(?!\d)")
_LEVEL = pattern_of("level at a moment")


def is_level(known: Field) -> bool:
    """Whether a field's numbers are levels: by their unit, or by what a person called a column of theirs.

    >>> is_level(Field("bedroom_temperature", "day", "number", "Bedroom temperature"))
    True
    >>> is_level(Field("sodium", "day", "number", "Sodium (mg)", unit="mg"))
    False
    """
    if known.unit in _UNITS:
        return True
    named = _ENDS_OF_A_SCALE.search(known.label) or _LEVEL.search(plain(known.label))
    return known.name not in dictionary() and named is not None
