"""Columns that measure nothing of what their heading names: only yes and no, times of day for a length, a 0
throughout, or a unit that counts something else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from analysis.journal.cells import (
    MINUTES,
    pattern_of,
    plain,
    read_level,
    read_scale,
    read_yes_no,
    words_of,
)
from analysis.journal.columns import Plan, ReadAs
from analysis.journal.fields import Field
from analysis.journal.receipts import Draft
from analysis.journal.tables import heading_words

_MEASURED = frozenset({"amount", "duration", "scale"})
# What a drink of them holds nobody said: 12 g of alcohol are no 12 drinks.
_NO_DRINKS = frozenset({"mg", "mcg", "g", "kcal", "mL", "cL", "dL", "L", "US fl oz", "imperial fl oz"})
# From this length [min] on, "18:10" is a time of day rather than the length of one day's walks or a night.
_TIMES_OF_DAY = {"sleep": 840.0, "awake": 300.0, "activity": 480.0, "standing": 960.0, "sitting": 1080.0}
_NEVER_0_THROUGHOUT = frozenset({"sleep", "hydration", "steps"})
_FEWEST = 3  # cells, to tell that a column is 0 throughout
_MOSTLY = 0.8
_LONGEST_YES = 12  # characters
_IN_THOUSANDS = re.compile(r"thousand|'000|\b000s?\b|\(k\)|\bk\b|tausend|tsd|milliers")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:h]([0-5]\d)(?::[0-5]\d)?( ?[ap]\.?m\.?)?", re.IGNORECASE)


def note_not_measured(
    known: Field, plan: Plan, texts: Sequence[str], unique: Sequence[str], draft: Draft
) -> bool:
    """Whether a column measures nothing of its field; then the receipt says why, and it is not used.
    ``texts`` are all of its cells, ``unique`` each once.
    """
    cells = [text for text in unique if text]
    what = known.label.lower()
    if is_only_yes_no(known, plan, cells):
        problem = f"this column says only yes or no, which is no {what}; it is not used"
        _note(plan, draft, problem, _AS_YES_NO, "it says only yes or no", "only_yes_no")
    elif holds_times_of_day(known, plan, cells):
        problem = f"most cells of this column look like times of day, which are no {what}; it is not used"
        _note(plan, draft, problem, _AS_LENGTHS, "it holds times of day", "times_of_day")
    elif _is_0_throughout(known, plan, texts, cells):
        problem = f"this column is 0 throughout, which no {what} is; it is not used"
        _note(plan, draft, problem, _AS_YES_NO, "it is 0 throughout", "only_yes_no")
    elif known.unit == "drinks" and plan.heading.unit in _NO_DRINKS:
        problem = f"this column is in {plan.heading.unit}, and {what} is counted in drinks here"
        _note(plan, draft, problem, "keep it under its own name", "its unit is no number of drinks")
    else:
        return False
    return True


_AS_YES_NO = "map it to a field that is a yes or no, or keep it under its own name"
_AS_LENGTHS = "write lengths, such as 7.5 h or 30 min"


def _note(plan: Plan, draft: Draft, problem: str, hint: str, why: str, code: str = "") -> None:
    draft.note(None, plan.named, problem, "not_mapped", hint, code=code)
    draft.columns[plan.position] = replace(draft.columns[plan.position], field=None, why=why)


def is_only_yes_no(known: Field, plan: Plan, unique: Sequence[str]) -> bool:
    """Whether a column that should measure something says nothing but yes and no, or 0 and 1."""
    if plan.own or plan.why == ReadAs.MAPPED:
        return False
    if known.kind not in _MEASURED and known.unit not in ("h", "drinks") and known.name != "steps":
        return False
    cells = [text for text in unique if text]
    if not cells or any(len(text) > _LONGEST_YES for text in cells):
        return False
    if any(text.isdecimal() for text in cells):
        ticked = cells == ["1"] and known.kind == "duration"  # one minute every time is none
        both = {"0", "1"} <= set(cells)
        if plan.heading.unit is not None:  # a litre or none is an amount, a minute or none is no length
            both, ticked = both and plan.heading.unit in MINUTES, False
        elif known.unit == "drinks":  # "How many coffees" has a 1, where "Coffee" has a tick
            both = both and pattern_of("counts drinks").search(plain(plan.header[:200])) is None
        elif known.name == "steps":
            both = both and not is_in_thousands(plan)
        return (ticked or both) and _all_answer(cells)
    said = any(read_yes_no(text).value for text in cells)
    # "None" may be an amount, and "no" a pain or a number of drinks; below sleep it answers something else.
    said |= known.unit not in ("drinks", "0-10") and {plain(text) for text in cells} <= set(
        words_of("only a no")
    )
    return said and _all_answer(cells)


def is_in_thousands(plan: Plan) -> bool:
    """Whether the heading says that its numbers are thousands: "Steps (k)"."""
    return _IN_THOUSANDS.search(plan.header.lower()) is not None


def _all_answer(cells: Sequence[str]) -> bool:
    return all(map(_is_answer, cells))


def _is_answer(text: str) -> bool:
    answer = read_yes_no(text)
    return answer.value is not None and not answer.repaired and not (answer.value and _is_graded(text))


def _is_graded(text: str) -> bool:
    """Whether a word says how much, and not only that: "mild", "vigorous"."""
    return not text.isdecimal() and (read_scale(text).value or read_level(text).value) is not None


def holds_times_of_day(known: Field, plan: Plan, cells: Sequence[str]) -> bool:
    """Whether a column of lengths holds times of day: its heading names a moment ("Asleep at"), a cell says
    which half of the day, or most are longer than such a length can be.
    """
    if (
        known.name not in _TIMES_OF_DAY
        or plan.own
        or plan.why == ReadAs.MAPPED
        or plan.heading.unit is not None
    ):
        return False
    found = [_CLOCK.fullmatch(text.strip()) for text in cells]
    clocks = [clock for clock in found if clock]
    if not clocks or len(clocks) < _MOSTLY * len(cells):
        return False
    if any(clock[3] for clock in clocks) or _names_a_moment(plan):
        return True
    minutes = [int(clock[1]) * 60 + int(clock[2]) for clock in clocks]
    longest = _TIMES_OF_DAY[known.name]
    at_both_ends = known.name == "sleep" and any(one < 60 for one in minutes) and max(minutes) > longest
    return median(minutes) >= longest or at_both_ends


def _names_a_moment(plan: Plan) -> bool:
    words = heading_words(plan.header).split()
    return len(words) > 1 and (
        words[-1] in words_of("names a moment") or words[0] in words_of("names a moment")
    )


def _is_0_throughout(known: Field, plan: Plan, texts: Sequence[str], cells: Sequence[str]) -> bool:
    if known.name not in _NEVER_0_THROUGHOUT or plan.own or plan.why == ReadAs.MAPPED:
        return False
    return cells == ["0"] and sum(map(bool, texts)) >= _FEWEST
