"""Two medicines named as one, "lisinopril and HCTZ", of which one is also named alone: each stands for
itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.journal.cells import late_pattern
from analysis.journal.medicines.classes import AND, Medicine, resolve
from analysis.journal.medicines.doses import NUMBER, UNIT, UNITS
from analysis.journal.medicines.statements import ENDS, Log, Statement

_PARTS = late_pattern(r", | and ")
_AMOUNTS = late_pattern(rf"(?<![\w.,/])({NUMBER}(?: ?/ ?{NUMBER})+) ?({UNIT})?(?![\w/])", re.IGNORECASE)
_BEGINS = frozenset({"start", "all along"})


def parts_of(one: Statement) -> tuple[str, ...]:
    """The generic names of a combination that is written with the names of its parts, and not as a brand;
    empty for any other medicine.
    """
    generic = one.medicine.generic or ""
    parts = tuple(_PARTS.split(generic))
    return parts if len(parts) > 1 and AND.search(one.medicine.name) else ()


def named_apart(told: Iterable[Statement], logs: Sequence[Log]) -> tuple[list[Statement], list[Log]]:
    """The same statements and logs with such a combination taken apart where a part of it is named alone,
    too: "started magnesium and potassium", and later "stopped potassium". Of one name both are one tablet,
    and a part that is started alone is taken beside it.
    """
    told = list(told)
    started = {one.key for one in told if one.said in _BEGINS}
    alone = {one.key for one in told} - started | {one.key for log in logs for one in log.statements}
    return _apart(told, alone), [replace(log, statements=_apart(log.statements, alone)) for log in logs]


def _apart(told: Sequence[Statement], alone: set[str]) -> list[Statement]:
    found: list[Statement] = []
    for one in told:
        parts = parts_of(one)
        found += (
            [one] if alone.isdisjoint(parts) else [replace(one, medicine=each) for each in _each(one, parts)]
        )
    return found


def _each(one: Statement, parts: Sequence[str]) -> list[Medicine]:
    """The parts of a combination, each at its own amount: "lisinopril and HCTZ 20/12.5 mg". Without doses
    where the amounts are not as many as the names before them.
    """
    text = one.medicine.as_written
    amounts = _AMOUNTS.search(text)
    medicines = [replace(resolve(part), per_day=one.medicine.per_day) for part in parts]
    if amounts is None or any(map(str.isdecimal, text[: amounts.start()])) or one.said in ENDS:
        return medicines
    names = [resolve(name).generic for name in AND.split(text[: amounts.start()])]
    doses = [float(number.replace(",", ".")) for number in amounts[1].split("/")]
    if len(names) != len(doses) or set(names) != set(parts):
        return medicines
    of = dict(zip(names, doses, strict=True))
    unit = UNITS[amounts[2].lower()] if amounts[2] else None
    return [replace(each, dose=of[each.generic], unit=unit) for each in medicines]
