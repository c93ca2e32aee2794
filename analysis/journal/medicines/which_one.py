"""Which medicine a bare name means: "magnesium" the salt that is taken, "the statin" the one of its class."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.journal.medicines.known import class_named
from analysis.journal.medicines.nightly_doses import LEFT_OUT
from analysis.journal.medicines.statements import BEGINS, ENDS, EVERY, Statement, key_of


def _order(one: Statement) -> tuple[int, bool]:
    night = -(10**9) if one.night is None else one.night
    return night, one.said not in ENDS


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """By night; what ends on a night stands before what begins on it."""
    return sorted(statements, key=_order)


def one_medicine(
    told: Sequence[Statement], shown: Sequence[Statement]
) -> tuple[list[Statement], list[Statement]]:
    """The same statements with "magnesium" named as the one salt that is being taken, and with what ends
    "all" medicines once for each.
    """
    taking: dict[str, Statement] = {}
    paused: dict[str, Statement] = {}
    starts: dict[str, list[int]] = defaultdict(list)
    for one in told:
        if one.said in BEGINS and one.night is not None:
            starts[one.key].append(one.night)
    salts = {one.key: one for one in (*told, *shown) if one.medicine.generic}
    found: dict[bool, list[Statement]] = {True: [], False: []}
    marked = sorted(
        [(one, True) for one in told] + [(one, False) for one in shown], key=lambda p: _order(p[0])
    )
    for one, is_told in marked:
        if one.medicine.generic == EVERY:
            every = [replace(one, medicine=other.medicine) for other in taking.values()]
            every = [replace(end, medicine=replace(end.medicine, dose=None, unit=None)) for end in every]
        else:
            among = dict(paused) if one.said == "resume" and not taking.get(one.key) else dict(taking)
            if one.said in BEGINS and one.night is not None:
                night = one.night
                among |= {
                    key: salts[key]
                    for key, nights in starts.items()
                    if key in salts and any(abs(begun - night) <= LEFT_OUT for begun in nights)
                }
            every = [_of_a_class(_named_salt(one, taking, among), among)]
            if every == [one] and one.said in ENDS and one.key not in taking:
                every = [_of_a_class(one, paused)]  # "off statin", said again of the one that was ended
            every = [each for each in every if each.medicine.generic is not None or not each.remark]
        for each in every:
            found[is_told].append(each)
            if each.said in ENDS:
                if each.key in taking:
                    paused[each.key] = taking.pop(each.key)
            else:
                taking[each.key] = each
                paused.pop(each.key, None)
    return found[True], found[False]


def _named_salt(one: Statement, taking: dict[str, Statement], among: dict[str, Statement]) -> Statement:
    bare = one.medicine.generic
    if bare is None or bare in taking or " and " in bare or ", " in bare:
        return one
    salts = [key for key in among if key.startswith(f"{bare} ") and among[key].medicine.generic == key]
    if one.said not in ENDS:  # "started lisinopril" beside a tablet of it with another is one more
        salts = [key for key in salts if " and " not in key and ", " not in key]
    if len(salts) != 1:
        return one
    salt = among[salts[0]].medicine
    return replace(
        one, medicine=replace(salt, as_written=one.medicine.as_written, dose=one.medicine.dose,
                              unit=one.medicine.unit)
    )  # fmt: skip


def _of_a_class(one: Statement, among: dict[str, Statement]) -> Statement:
    """ "Stopped the statin": the one medicine of that class that is being taken."""
    drug_class = class_named(one.medicine.name)
    if one.medicine.generic is not None or drug_class is None:
        return one
    meant = [other.medicine for other in among.values() if drug_class in (other.medicine.drug_class or "")]
    if len({key_of(each) for each in meant}) != 1:
        return one
    told = one.medicine
    found = replace(meant[0], as_written=told.as_written, dose=told.dose, unit=told.unit)
    found = replace(found, per_day=told.per_day, multiplied=told.multiplied, difference=told.difference)
    return replace(one, medicine=found)
