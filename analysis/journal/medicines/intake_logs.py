"""What was taken each night -> the changes that it shows, and the intakes of what is taken now and then."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.nightly_doses import LEFT_OUT, TAKEN_AT_LEAST, Night, doses_in_turn
from analysis.journal.medicines.statements import Log, Said, Statement, in_mg

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
    taken = _nightly(log, told)
    if not taken:
        return [], []
    nights = [one.night for one in taken]
    stretches = [] if any(one.as_needed for one in told) else _daily_stretches(log, nights)
    within = [any(first <= night <= last for first, last in stretches) for night in nights]
    intakes = [one.intake for one, daily in zip(taken, within, strict=True) if not daily]
    changes: list[Statement] = []
    last_of_all = spoken[-1]
    for place, (first, last) in enumerate(stretches):
        doses = doses_in_turn([one for one in taken if first <= one.night <= last])
        begins: Said = "start"
        if place == 0 and first - log.reaches < REACH:
            begins = "all along"
        elif place and _spoken_between(spoken, stretches[place - 1][1], first) <= LEFT_OUT:
            begins = "taken"
        changes.append(replace(doses[0], said=begins))
        changes += doses[1:]
        until = stretches[place + 1][0] if place + 1 < len(stretches) else last_of_all + 1
        if _spoken_between(spoken, last, until) > LEFT_OUT:
            changes.append(replace(doses[-1], night=last + 1, said="stop", reason=None))
    return changes, intakes


def _nightly(log: Log, told: Sequence[Statement]) -> list[Night]:
    """What was taken each night, in order. In a log of doses every row is an intake; in a list of the night
    the same dose again only repeats it.
    """
    by_night: dict[int, list[Statement]] = defaultdict(list)
    for one in told:
        if one.night is not None:
            by_night[one.night].append(one)
    nightly = []
    for _, said in sorted(by_night.items()):
        taken = [one for one in said if one.said == "taken"]
        if not taken:
            continue
        # A dose that was missed belongs to what is taken on such a day.
        due = [one.medicine for one in (said if log.rows is None else taken)]
        due = [one for one in due if one.dose is not None] or due
        if log.rows is not None or any(one.per_day for one in due):
            due = list({in_mg(one): one for one in due}.values())
        nightly.append(Night(taken[0], due))
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


def taken_nights(logs: Sequence[Log]) -> dict[str, dict[int, Medicine]]:
    """Every night on which a log says that a medicine was taken, by what tells medicines apart."""
    found: dict[str, dict[int, Medicine]] = defaultdict(dict)
    for log in logs:
        for one in log.statements:
            if one.said == "taken" and one.night is not None:
                found[one.key][one.night] = one.medicine
    return found


def said_not_taken_at_end(log: Log) -> list[tuple[Statement, int]]:
    """What is taken daily up to nights at the end that are too few for a stop: its last intake, and on how
    many of those nights it was said not to be taken, by its name or since nothing was.
    """
    by_medicine: dict[str, list[Statement]] = defaultdict(list)
    for one in log.statements:
        by_medicine[one.key].append(one)
    of_something = {one.night for one in log.statements}
    found = []
    for told in by_medicine.values():
        taken = _nightly(log, told)
        nights = [one.night for one in taken]
        if any(one.as_needed for one in told) or not (stretches := _daily_stretches(log, nights)):
            continue
        last = stretches[-1][1]
        after = [night for night in log.spoken if night > last]
        named = {one.night for one in told if one.said == "not taken"}
        without = sum(night in named or night not in of_something for night in after)
        if without and len(after) <= LEFT_OUT and last == nights[-1]:
            found.append((taken[-1].said, without))
    return found
