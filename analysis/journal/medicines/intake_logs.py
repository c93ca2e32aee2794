"""What was taken each night -> the changes that it shows, and the intakes of what is taken now and then."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.statements import (
    Log,
    Said,
    Statement,
    compare_doses,
    same_dose,
)

TAKEN_AT_LEAST = 3  # nights that make it a medicine that is taken; fewer are single intakes
LEFT_OUT = 7  # nights without it that are forgotten tablets; more, and it was stopped
REACH = 7  # nights that a log has to reach back before a first intake is a start
DAILY = 0.5  # share of the nights between the first and the last; below it, it is taken now and then
LONG_STRETCH = 14  # nights of daily use that are a stretch of their own among other, longer times without


def changes_of_log(log: Log) -> tuple[list[Statement], list[Statement]]:
    """The changes that a log of what was taken shows, and the intakes of what is taken as needed."""
    by_medicine: dict[str, list[Statement]] = defaultdict(list)
    for statement in log.statements:
        by_medicine[statement.key].append(statement)
    spoken = sorted(log.spoken)
    changes: list[Statement] = []
    intakes: list[Statement] = []
    for told in by_medicine.values():
        found, single = _of_one(log, spoken, told)
        changes += found
        intakes += single
    return changes, intakes


def _of_one(
    log: Log, spoken: Sequence[int], told: Sequence[Statement]
) -> tuple[list[Statement], list[Statement]]:
    taken = _nightly(told)
    if not taken:
        return [], []
    nights = [one.night for one in taken if one.night is not None]
    stretches = [] if any(one.as_needed for one in told) else _daily_stretches(log, nights)
    within = [any(first <= night <= last for first, last in stretches) for night in nights]
    intakes = [one for one, daily in zip(taken, within, strict=True) if not daily]
    changes: list[Statement] = []
    last_of_all = spoken[-1]
    for place, (first, last) in enumerate(stretches):
        nightly = [one for one in taken if one.night is not None and first <= one.night <= last]
        begins: Said = "start"
        if place == 0 and first - log.reaches < REACH:
            begins = "all along"
        elif place and _spoken_between(spoken, stretches[place - 1][1], first) <= LEFT_OUT:
            begins = "taken"
        changes.append(replace(nightly[0], said=begins))
        changes += _dose_changes(nightly)
        until = stretches[place + 1][0] if place + 1 < len(stretches) else last_of_all + 1
        if _spoken_between(spoken, last, until) > LEFT_OUT:
            changes.append(replace(nightly[-1], night=last + 1, said="stop", reason=None))
    return changes, intakes


def _nightly(told: Sequence[Statement]) -> list[Statement]:
    """One intake a night, in order. Different doses of one night add up; the same dose again is one intake
    more of it.
    """
    by_night: dict[int, list[Statement]] = defaultdict(list)
    for one in told:
        if one.said == "taken" and one.night is not None:
            by_night[one.night].append(one)
    nightly = []
    for _, same in sorted(by_night.items()):
        doses = list(
            dict.fromkeys((one.medicine.dose, one.medicine.unit) for one in same if one.medicine.dose)
        )
        first = same[0]
        units = {unit for _, unit in doses}
        if len(doses) > 1 and len(units) == 1:
            total = sum(dose for dose, _ in doses if dose is not None)
            first = replace(first, medicine=replace(first.medicine, dose=total, unit=units.pop()))
        elif doses:
            first = replace(first, medicine=replace(first.medicine, dose=doses[0][0], unit=doses[0][1]))
        nightly.append(first)
    return nightly


def _daily_stretches(log: Log, nights: Sequence[int]) -> list[tuple[int, int]]:
    """First and last night of every stretch in which it was taken daily."""
    places = list(nights) if log.rows is None else [bisect_left(log.rows, night) for night in nights]
    if len(nights) < TAKEN_AT_LEAST:
        return []
    runs: list[list[int]] = [[0]]
    for at in range(1, len(places)):
        if places[at] - places[at - 1] - 1 > LEFT_OUT:
            runs.append([])
        runs[-1].append(at)
    overall = len(places) / (places[-1] - places[0] + 1) >= DAILY
    stretches = []
    for run in runs:
        length = places[run[-1]] - places[run[0]] + 1
        daily = len(run) >= TAKEN_AT_LEAST and len(run) / length >= DAILY
        if daily and (overall or length >= LONG_STRETCH):
            stretches.append((nights[run[0]], nights[run[-1]]))
    return stretches


def _spoken_between(spoken: Sequence[int], after: int, before: int) -> int:
    return bisect_left(spoken, before) - bisect_right(spoken, after)


def _dose_changes(nightly: Sequence[Statement]) -> list[Statement]:
    """The changes of the dose within one stretch. One that goes back within a few nights was a slip."""
    blocks: list[list[Statement]] = []
    for one in nightly:
        if one.medicine.dose is None:
            continue
        if blocks and same_dose(blocks[-1][0].medicine, one.medicine):
            blocks[-1].append(one)
        else:
            blocks.append([one])
    at = 1
    while at < len(blocks) - 1:
        if len(blocks[at]) < TAKEN_AT_LEAST and same_dose(
            blocks[at - 1][0].medicine, blocks[at + 1][0].medicine
        ):
            blocks[at - 1] += blocks.pop(at) and blocks.pop(at)
        else:
            at += 1
    changes = []
    for before, after in pairwise(blocks):
        way = compare_doses(before[0].medicine, after[0].medicine)
        if way:
            changes.append(replace(after[0], said="increase" if way > 0 else "decrease"))
    return changes


def taken_nights(logs: Sequence[Log]) -> dict[str, dict[int, Medicine]]:
    """Every night on which a log says that a medicine was taken, by what tells medicines apart."""
    found: dict[str, dict[int, Medicine]] = defaultdict(dict)
    for log in logs:
        for one in log.statements:
            if one.said == "taken" and one.night is not None:
                found[one.key][one.night] = one.medicine
    return found
