"""Two medicines named as one, "lisinopril and HCTZ", of which one is also named alone: each stands for
itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.journal.medicines.classes import AND, resolve
from analysis.journal.medicines.statements import Log, Statement

_PARTS = re.compile(r", | and ")


def parts_of(one: Statement) -> tuple[str, ...]:
    """The generic names of a combination that is written with the names of its parts, and not as a brand;
    empty for any other medicine.
    """
    generic = one.medicine.generic or ""
    parts = tuple(_PARTS.split(generic))
    return parts if len(parts) > 1 and AND.search(one.medicine.name) else ()


def named_apart(told: Iterable[Statement], logs: Sequence[Log]) -> tuple[list[Statement], list[Log]]:
    """The same statements and logs with such a combination taken apart where a part of it is named alone,
    too: "started magnesium and potassium", and later "stopped potassium". Of one name both are one tablet.
    """
    told = list(told)
    alone = {one.key for one in told} | {one.key for log in logs for one in log.statements}
    return _apart(told, alone), [replace(log, statements=_apart(log.statements, alone)) for log in logs]


def _apart(told: Sequence[Statement], alone: set[str]) -> list[Statement]:
    found: list[Statement] = []
    for one in told:
        parts = parts_of(one)
        if alone.isdisjoint(parts):
            found.append(one)
            continue
        per_day = one.medicine.per_day
        found += [replace(one, medicine=replace(resolve(part), per_day=per_day)) for part in parts]
    return found
