"""The night rule: which night a moment or a diary's date belongs to, and what decides that."""

from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.entries import NO_MOMENT, ONE_DAY, Entries
from analysis.journal.model import DatesMean, NightRule, RuleReason
from analysis.journal.tables import begins_sleep

HALF_DAY = ONE_DAY // 2
NO_DAY = NO_MOMENT
_FEWEST_VOTES = 3
_FEWEST_LOGGED = 2
_MAJORITY = 0.75

Days = npt.NDArray[np.int64]  # days since 1970-01-01


def once_each(days: Days) -> bool:
    """Whether no day stands twice. (To sort them takes a fraction of what ``numpy.unique`` takes.)"""
    ordered = np.sort(days)
    return not bool((ordered[1:] == ordered[:-1]).any())


def night_of(moment: int) -> int:
    """The night [days] that a wall-clock moment [s] belongs to: noon to noon, named by the date of its
    evening.
    """
    return (moment - HALF_DAY) // ONE_DAY


def moment_in_night(night: int, clock: time) -> int:
    """The moment [s] of a clock time within a night [days]: before noon it is the day after the evening."""
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    return night * ONE_DAY + seconds + (ONE_DAY if seconds < HALF_DAY else 0)


def header_says(entries: Entries) -> DatesMean | None:
    """What the header of the date says about which night it names, or else the header of the cramps."""
    if entries.date_plan is None:
        return None
    found = entries.date_plan.heading
    if found.morning != found.evening:
        return "morning" if found.morning else "evening"
    if found.written_at or entries.date_plan.field == "recorded_at":
        return "morning"
    if any(plan.heading.last_night for plan in entries.plan.of("cramps")):
        return "morning"
    return None


def decide_night_rule(
    tables: Sequence[Entries], dates_mean: DatesMean | None, logged_nights: set[int]
) -> tuple[NightRule, list[DatesMean]]:
    """The rule of the journal, and the rule of each table of ``tables`` (diaries and cramp logs).

    ``logged_nights`` are the nights of cramps with date and time [days since 1970-01-01].
    """
    if dates_mean is not None:
        chosen = f"you chose that a date means the {dates_mean}"
        return NightRule(dates_mean, chosen, "chosen", chosen), [dates_mean] * len(tables)
    found = [_evidence(entries, logged_nights) for entries in tables]
    if not any(evidence.code for evidence in found):
        sentence = f"{_NOTHING_SAYS}, so a date means the night that began that evening"
        return NightRule("evening", sentence, "default", _NOTHING_SAYS), ["evening"] * len(tables)
    leader = max(
        (position for position in range(len(tables)) if found[position].code),
        key=lambda position: (tables[position].kind == "night diary", len(tables[position]), -position),
    )
    rule, code, reason, sentence = found[leader]
    if len({evidence.dates_mean for evidence in found if evidence.code}) > 1:
        sentence += "; another file says otherwise about its own dates and is read as it says"
    # A table that says nothing follows the journal's rule.
    rules: list[DatesMean] = [evidence.dates_mean if evidence.code else rule for evidence in found]
    return NightRule(rule, sentence, code or "default", reason), rules


class _Evidence(NamedTuple):
    """What one table says about the rule; ``code`` None: nothing. ``sentence``: the reason with the rule."""

    dates_mean: DatesMean
    code: RuleReason | None = None
    reason: str = ""
    sentence: str = ""


_NOTHING_SAYS = "nothing in the files says otherwise"
NOT_NEEDED = "no file needs the rule"


def _evidence(entries: Entries, logged_nights: set[int]) -> _Evidence:
    said = header_says(entries)
    if said is not None:
        of_header = f"the header says that a date means the {said}"
        return _Evidence(said, "heading", of_header, of_header)
    if entries.kind != "night diary":
        return _Evidence("evening")
    if entries.dates_mean is not None:
        which = "past" if entries.dates_mean == "morning" else "coming"
        of_lines = f"lines of the note say that they are about the {which} night"
        return _Evidence(
            entries.dates_mean, "written", of_lines, f"{of_lines}, so a date means the {entries.dates_mean}"
        )
    if voted := _votes_of_writing(entries):
        when = "in the days after the night" if voted == "evening" else "on the day on which the night ended"
        written = f"the entries were written {when}"
        return _Evidence(voted, "written", written, f"{written}, so a date means the {voted}")
    if agreed := _agreement(entries, logged_nights):
        fits = f"the dated cramps beside the diary fit it when a date means the {agreed}"
        return _Evidence(agreed, "dated_cramps", fits, fits)
    return _Evidence("evening")


def _votes_of_writing(entries: Entries) -> DatesMean | None:
    evening = morning = 0
    if "recorded_at" not in entries.values:
        return None
    for day, written in zip(entries.dates, entries.values["recorded_at"], strict=True):
        if day is None or written is None or written == written.normalize():
            continue
        hours = (written - day.normalize()) / pd.Timedelta(hours=1)
        # Written later that day, the coming night cannot be meant; by the next afternoon, the past night is.
        morning += 3 <= hours < 24
        evening += 24 <= hours < 42
    if evening + morning < _FEWEST_VOTES:
        return None
    if evening >= _MAJORITY * (evening + morning):
        return "evening"
    return "morning" if morning >= _MAJORITY * (evening + morning) else None


def _agreement(entries: Entries, logged_nights: set[int]) -> DatesMean | None:
    """The reading under which the diary's nights with and without cramps fit the dated cramps beside it
    better.
    """
    if len(logged_nights) < _FEWEST_LOGGED:
        return None
    first, last = min(logged_nights), max(logged_nights)
    fits = {0: 0, 1: 0}
    for day, cramps in zip(entries.days.tolist(), entries.column("cramps"), strict=True):
        if day == NO_DAY or cramps is None:
            continue
        for shift in fits:
            if first <= day - shift <= last:
                fits[shift] += (1 if cramps else -1) * (1 if day - shift in logged_nights else -1)
    if abs(fits[0] - fits[1]) < _FEWEST_VOTES:
        return None
    return "evening" if fits[0] > fits[1] else "morning"


def nights_of_diary(entries: Entries, rule: DatesMean) -> Days:
    """The night of every row of a diary. A date with a time of day is that moment's, unless it says when it
    was written.
    """
    days = entries.days
    moved = np.full(len(days), rule == "morning")
    moved[list(entries.evenings)] = False
    nights = np.where(days == NO_DAY, NO_DAY, days - moved)
    if any(entries.timed) and not is_when_written(entries):
        of_moment = (entries.seconds - HALF_DAY) // ONE_DAY
        nights = np.where(np.asarray(entries.timed, dtype=bool) & (days != NO_DAY), of_moment, nights)
    return nights


def nights_of_device(entries: Entries) -> tuple[Days, Days]:
    """The night and the day of every row of a device's file.

    A sleep belongs to the night that holds it. What has a time of writing was slept before it; a moment that
    is no beginning comes after the night, unless it is that of an evening. A row that tells when a sleep
    began and ended is about that night and the day before it.
    """
    days, plan = entries.days, entries.date_plan
    if entries.slept_from is not None:
        slept, told = entries.slept_from, (entries.slept_from != NO_DAY) & (days != NO_DAY)
        return np.where(told, (slept - HALF_DAY) // ONE_DAY, days), days
    said = header_says(entries)
    timed = np.asarray(entries.timed, dtype=bool) & (days != NO_DAY)
    if plan is None or not (timed.any() or said == "morning"):
        return nights_of_diary(entries, "evening"), days
    if said is not None:
        nights = np.where(days == NO_DAY, NO_DAY, days - (said == "morning"))
        if said == "evening":  # one who goes to bed after midnight does so in the night of the evening before
            nights = np.where(timed, (entries.seconds - HALF_DAY) // ONE_DAY, nights)
        if begins_sleep(plan.header):
            return nights, nights
        return nights, days
    begins = plan.heading.fields[:1] == ("start",)
    limit = HALF_DAY if begins else _EVENING
    of_moment = np.where(entries.seconds % ONE_DAY < limit, days - 1, days)
    nights = np.where(timed, of_moment, days)
    if begins and entries.plan.of("sleep") and entries.plan.of("ended"):
        return nights, nights
    return nights, days


_EVENING = 20 * 3600  # a moment before it comes after the night that ended that day


def is_when_written(entries: Entries) -> bool:
    if entries.date_plan is None:
        return False
    heading = entries.date_plan.heading
    return (
        heading.written_at or heading.morning or heading.evening or entries.date_plan.field == "recorded_at"
    )
