"""The changes of medicines that one clause of a sentence tells."""

import re
from dataclasses import replace
from typing import cast

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.classes import AND, Medicine, each_with_its_dose, resolve
from analysis.journal.medicines.day_names import WEEKDAYS_AFTER_A_NAME
from analysis.journal.medicines.differences import (
    Difference,
    Found,
    differences_in,
    without_differences,
)
from analysis.journal.medicines.doses import (
    NO_SCHEDULE,
    NUMBER,
    UNIT,
    UNITS,
    any_of,
    times_a_day,
)
from analysis.journal.medicines.exchanges import exchanges_in
from analysis.journal.medicines.known import class_named
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.objects import (
    is_alone,
    is_background,
    is_counted_out,
    is_object_before,
    is_object_behind,
)
from analysis.journal.medicines.statements import EVERY, Change, dose_after

CHANGE_OF = vocabulary("change")
_BY_TIME = vocabulary("change by a time")
_ADJECTIVES = vocabulary("change by an adjective")
TO_A_DOSE = {"up to": "increase", "down to": "decrease"}  # only before a dose in a unit
_VERB = late_pattern(rf"{any_of(CHANGE_OF)}|{any_of(TO_A_DOSE)}(?= {NUMBER} ?(?:{UNIT})(?![a-z]))")
# "amitriptyline up to 20 from tonight": a dose without its unit.
_SOON = f"{alternatives(_BY_TIME)}|now|tonight|today"
_TO_A_NUMBER = late_pattern(rf"^(.{{3,40}}?) (up|down) to ({NUMBER})(?= ?$| (?:{_SOON})\b).*")
_TIMES_OWN = late_pattern(rf"{any_of(_BY_TIME)}'s(?![a-z])")  # "from today's shop"
_UP_OR_DOWN = late_pattern(rf"\b(up|down) by(?= {NUMBER})")
BECAME = rf"({NUMBER}) ?({UNIT})? ?(?:-+>|=>|>|to|auf|a) ?({NUMBER})"
_FROM = alternatives(vocabulary("from an old medicine"))
_ARROW = late_pattern(rf"^(.{{2,60}}?)[ :]+(?:(?:{_FROM}) )?{BECAME} ?({UNIT})?\b")
# Where the name ends and the story begins.
_ENDS = late_pattern(
    r" (?:"
    + any_of(vocabulary("after a name"))
    + rf".*|(?:on|am|le|el|il|op) (?:the|dr|gp|{alternatives(WEEKDAYS_AFTER_A_NAME)})\b.*"
    + rf"|{any_of(WEEKDAYS_AFTER_A_NAME)}.*)$|[(\[].*$"
)
_DOSE_TO = late_pattern(rf"(?:\b(?:to|auf|a|up to|down to) )?\b({NUMBER}) ?({UNIT})(?![a-z])")
_TO_DOSE = late_pattern(rf"\b(?:to|auf|a|naar|now|jetzt) {NUMBER}")
_MULTIPLIED = {word: float(kind) for word, kind in vocabulary("dose multiplied").items() if word != kind}
_HAS_MULTIPLIED = late_pattern(any_of(_MULTIPLIED))
_NOW = late_pattern(rf"{any_of(vocabulary('now'))}|{any_of(vocabulary('now before a dose'))}(?= \d)")
_BRACKET = late_pattern(r"[(\[]([^)\]]{3,60})[)\]]")
_LITTLE = late_pattern(
    any_of([*vocabulary("before a name"), *vocabulary("who changes a medicine")]) + r" +|[:=\- ]+"
)


def changes_of_clause(clause: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    clause = _TIMES_OWN.sub(" ", clause)
    clause = _UP_OR_DOWN.sub(lambda by: f"{'increased' if by[1] == 'up' else 'reduced'} by", clause)
    if (to := _TO_A_NUMBER.match(clause)) and resolve(to[1], memory).generic is not None:
        clause = f"{'increased' if to[2] == 'up' else 'reduced'} {to[1]} {to[3]}"
    verb = _VERB.search(clause)
    by = differences_in(clause) if verb and CHANGE_OF.get(verb[0]) in ("increase", "decrease") else []
    if verb and by:
        return _by_differences(clause, verb[0], by, memory)
    if exchanged := _exchanged(clause, memory):
        return exchanged
    if found := _ARROW.match(clause):
        before, after = (float(found[part].replace(",", ".")) for part in (2, 4))
        unit = UNITS.get(found[5] or found[3] or "")
        medicine = _medicine(_VERB.sub(" ", found[1]), memory)
        if medicine is not None and before != after:
            kind: Change = "increase" if after > before else "decrease"
            kind = "stop" if not after else "start" if not before else kind
            return [
                (
                    kind,
                    replace(medicine, dose=after, unit=unit, dose_before=before),
                )
            ]
    if verb is None:
        return _from_now_on(clause, memory)
    change = cast(Change, CHANGE_OF.get(verb[0]) or TO_A_DOSE[verb[0]])
    after_verb, before_verb = clause[verb.end() :].strip(), clause[: verb.start()].strip()
    told = _acted_on_by(verb[0], change, before_verb, after_verb, memory)
    times = times_a_day(clause)
    share = _HAS_MULTIPLIED.search(clause)
    return [
        (
            kind,
            replace(
                one,
                per_day=one.per_day or (times if len(told) == 1 else None),
                multiplied=_MULTIPLIED[share[0]] if share and one.dose is None else None,
            ),
        )
        for kind, one in told
    ]


def _acted_on_by(
    verb: str, change: Change, before: str, after: str, memory: Memory
) -> list[tuple[Change, Medicine]]:
    """The change of each medicine behind a verb or before it, where it is what was changed."""
    if (
        (verb in _BY_TIME and not is_alone(before, after))
        or is_background(before)
        or (after.strip(")] ") and verb in _ADJECTIVES and not is_counted_out(before, after))
    ):
        return []
    told = _named(change, after, memory)
    if told and told[0][1].generic is not None:
        return told if is_object_behind(before, after, change) else []
    if told and before:
        whole = _named(change, f"{before} {after}", memory)
        whole = [(kind, one) for kind, one in whole if one.generic]
        if whole and not is_object_before(before, after):
            return []
        return whole or (told if len(before.split()) <= 2 or _is_class(told[0][1]) else [])
    if told or not is_object_before(before, after):
        return told
    return _named(change, f"{before} {after}" if _DOSE_TO.match(after) else before, memory)


def _is_class(one: Medicine) -> bool:
    return class_named(one.name) is not None


def _exchanged(clause: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    """The stop of one medicine and the start of another, where the clause tells that one was taken for the
    other."""
    for found in exchanges_in(clause):
        told = [each for kind, words in found.told for each in _named(kind, _VERB.sub(" ", words), memory)]
        if found.sure or (len(told) == len(found.told) and all(one.generic for _, one in told)):
            return told
    return []


def _by_differences(clause: str, verb: str, by: list[Found], memory: Memory) -> list[tuple[Change, Medicine]]:
    """What a clause tells that says by how much: a difference is no dose. A dose beside it is the one before,
    but for "by 10 mg to 30 mg"; one difference of several medicines is not shared out.
    """
    parts = AND.split(clause)
    if len(by) > 1 and len(parts) == len(by) and all(len(differences_in(part)) == 1 for part in parts):
        whole = [part if _VERB.search(part) else f"{verb} {part}" for part in parts]
        return [told for part in whole for told in changes_of_clause(part, memory)]
    rest = without_differences(clause, by)
    told = changes_of_clause(rest, memory)
    if len(told) != 1 or told[0][0] not in ("increase", "decrease"):
        return told
    kind, one = told[0]
    sign = 1 if kind == "increase" else -1
    if len(by) == 1 and by[0].share is not None:
        one = replace(one, multiplied=max(0.0, 1 + sign * by[0].share) or None)
    elif len(by) == 1 and by[0].amount is not None:
        one = replace(one, difference=Difference(sign * by[0].amount, by[0].unit))
    if one.dose is not None and not _TO_DOSE.search(rest):
        one = dose_after(replace(one, dose=None, unit=None, dose_before=one.dose), one)
    return [(kind, one)]


def _from_now_on(clause: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    """A medicine that is now taken at another dose or another number of times: "rosuvastatin now every other
    day"."""
    now = _NOW.search(clause)
    times = times_a_day(clause)
    if now is None:
        return []
    words = " ".join(NO_SCHEDULE.sub(" ", f"{clause[: now.start()]} {clause[now.end() :]}").split())
    medicine = _medicine(words, memory)
    if medicine is None or medicine.generic is None or (times is None and medicine.dose is None):
        return []
    less = times is not None and times < 1
    return [("decrease" if less else "start", replace(medicine, per_day=times or medicine.per_day))]


def _named(change: Change, words: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    """The change for each medicine that the words name."""
    bracket = _BRACKET.search(words)
    words = _ENDS.sub("", " " + _from_its_name(words.strip())).strip()
    if each := each_with_its_dose(words, memory):
        return [(change, one) for one in each]
    medicine = _medicine(words, memory)
    if bracket and (medicine is None or medicine.generic is None):
        meant = resolve(bracket[1], memory)
        medicine = meant if meant.generic is not None else medicine
    if medicine is None or medicine.generic is None:
        several = [one for one in (_medicine(part, memory) for part in AND.split(words)) if one is not None]
        if len(several) > 1 and any(one.generic for one in several):
            return [(change, one) for one in several]
    return [] if medicine is None else [(change, medicine)]


def _from_its_name(words: str) -> str:
    """The words without what stands before the name: "today with my"."""
    while (little := _LITTLE.match(words)) is not None:
        words = words[little.end() :]
    return words


def _medicine(words: str, memory: Memory) -> Medicine | None:
    """The medicine in a few words without what stands before its name; None where they are no name."""
    words = words.strip(" .,:;-")
    if words in vocabulary("every medicine"):
        return Medicine(words, generic=EVERY)
    words = _from_its_name(words)
    if not words or not re.search(r"[a-z]{2}", words):
        return None
    dose = _DOSE_TO.search(words)
    name = (
        re.sub(r" (?:to|auf|up to|down to|by|um)$", "", words[: dose.start()].strip())
        if dose and dose.start() > 1
        else words
    )
    found = resolve(name, memory)
    if found.generic is None:
        found = resolve(words, memory)
    if found.generic is None and len(name.split()) > 4:
        return None
    number, unit = (float(dose[1].replace(",", ".")), UNITS[dose[2]]) if dose else (found.dose, found.unit)
    return replace(found, as_written=name if dose else found.as_written, dose=number, unit=unit)
