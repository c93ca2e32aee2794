"""A plan, its chances and what it gave, in words. What is tried is said as it was typed."""

from collections.abc import Sequence
from datetime import date

from analysis.journal import Block, Plan, headers
from analysis.measures import Planned
from analysis.plan import FALLS, NONE, Chance, Chances, Counting
from analysis.words.chances import compared_with_chances
from analysis.words.plan_chances import fewer_by, label_fall, of_100, say_chance, say_counting, say_expected
from analysis.words.refusals import not_enough
from analysis.words.rows import Row
from analysis.words.speech import (
    Sentence,
    Wording,
    between,
    capital,
    count,
    counts_of_two,
    day,
    days,
    in_words,
    listing,
    per_week,
    short_day,
)

NIGHTS_A_WEEK = 7
MOST_DATES = 32


def label_plan(plan: Plan) -> str:
    """The form of a plan: ``by turns, 2 weeks each``, ``one change``, ``watching on``."""
    if plan.kind == "watch":
        return "watching on"
    if plan.kind == "step":
        return "one change"
    return f"by turns, {_weeks(max(block.nights for block in plan.blocks))} each"


def say_plan(plan: Plan) -> list[str]:
    """What was agreed: form, nights, what begins and how that was drawn, and the nights that do not count."""
    coming = [block for block in plan.blocks if block.last >= plan.start]
    nights = (plan.end - plan.start).days + 1
    whole = f"{between(plan.start, plan.end)} ({_weeks(nights)})"
    if plan.kind == "watch":
        before = plan.blocks[0]
        said = [
            f"Watching on, nights of {whole}: nothing is changed, and the diary is kept.",
            f"These nights are compared with those of {between(before.first, before.last)}.",
        ]
    elif plan.kind == "step":
        before, after = plan.blocks
        state = "on" if after.on else "off"
        said = [
            f"{capital(plan.what)}, {state} from the night of {day(after.first)} to {day(after.last)}.",
            f"These nights are compared with those of {between(before.first, before.last)}.",
        ]
    else:
        first = "on" if coming[0].on else "off"
        said = [
            f"{capital(plan.what)} on and off by turns, nights of {whole}: {in_words(len(coming))} parts of "
            f"{_weeks(coming[0].nights)} each.",
            f"The first part is {first}, as drawn with the seed {plan.seed}.",
        ]
    carried = max(block.carry_over for block in plan.blocks)
    if carried:
        said.append(f"After each switch {count(carried, 'night')} count for neither side.")
    if plan.expected:
        said.append(f"What it shows, as told when it was made: {say_expected(plan)}.")
    if plan.columns:
        said.append(f"The diary is to have besides: {listing([label_kept(name) for name in plan.columns])}.")
    return said


def say_dates(plan: Plan) -> str:
    """On which nights the parts begin, in one line."""
    coming = [block for block in plan.blocks if block.last >= plan.start]
    told: dict[str, list[date]] = {label_block(plan, block): [] for block in coming}
    for block in coming:
        told[label_block(plan, block)].append(block.first)
    parts = [f"{state} from {days(nights, MOST_DATES)}" for state, nights in told.items()]
    return f"{capital('; '.join(parts))}; the last night is {day(plan.end)}."


def list_parts(plan: Plan) -> list[tuple[str, str, bool]]:
    """Every part that is to come, as in a calendar: ``("on", "3–16 Sep", True)``; the last is whether what is
    tried is taken or done then, which in watching it never is."""
    return [
        (label_block(plan, block), _from_to(block.first, block.last), block.on and plan.kind != "watch")
        for block in plan.blocks
        if block.last >= plan.start
    ]


def _from_to(first: date, last: date) -> str:
    """``3–16 Sep``, ``26 Nov–9 Dec``."""
    one_month = (first.year, first.month) == (last.year, last.month)
    return f"{short_day(first, month=not one_month, year=False)}–{short_day(last, year=False)}"


def label_kept(field: str) -> str:
    """A field that is to be kept, by its label where the program knows it."""
    known = headers().get(field)
    return field if known is None else known.label.lower()


def table_plan(plan: Plan) -> list[Row]:
    """The parts with their dates."""
    return [
        {
            "Part": place,
            "From the night of": block.first,
            "To the night of": block.last,
            "What": label_block(plan, block),
            "Counts from": block.counts_from,
        }
        for place, block in enumerate(plan.blocks, start=1)
    ]


def label_block(plan: Plan, block: Block) -> str:
    if plan.kind == "watch":
        return "from then on" if block.on else "before"
    return "on" if block.on else "off"


def table_chances(plans: Sequence[Plan], chances: Chances, counting: Sequence[Counting]) -> list[Row]:
    """One row a plan: how long it is and how many of its nights count, how often each fall was shown, and how
    often something was where nothing was."""
    return [
        {
            "Plan": capital(label_plan(plan)),
            "Nights": (plan.end - plan.start).days + 1,
            "Nights that count": say_counting(count_of),
            **{label_fall(chance.fall): say_chance(chance) for chance in each if chance.fall != NONE},
            **{label_fall(chance.fall): say_chance(chance) for chance in each if chance.fall == NONE},
        }
        for plan, each, count_of in zip(plans, chances.by_plan, counting, strict=True)
    ]


def say_plan_chances(plan: Plan, chances: Sequence[Chance], counting: Counting) -> str:
    """What one plan would show in this patient, were there so many fewer cramps with what is tried, and how
    many nights count for it."""
    told = [chance for chance in chances if chance.fall in FALLS and chance.chance is not None]
    if not told:
        return ""
    where = "from then on" if plan.kind == "watch" else "on it"
    sizes = (fewer_by(chance.fall) for chance in told)
    first, *others = (f"{s}{{}}, {{}} {of_100(chance)}" for s, chance in zip(sizes, told, strict=True))
    said = first.format(f" {where}", "that shows in") + "".join(f"; if {o.format('', 'in')}" for o in others)
    counted = f"{say_counting(counting)} nights count"
    return f"{capital(label_plan(plan))} ({counted}): if there are {said}."


_WORTH_KEEPING = {"duration": "how long a cramp lasts"}


def say_worth_keeping(names: Sequence[str], *, unused: bool = False) -> str:
    """What the journal lacks and a test can use; empty where it lacks nothing, or where something ``unused``
    could hold it."""
    if not names or unused:
        return ""
    kept = [_WORTH_KEEPING.get(name) or label_kept(name) for name in names]
    return f"Worth a column in the diary: {listing(kept)}."


def say_no_treatment() -> str:
    """That forms are compared here, and nothing is proposed."""
    return "These are forms of a test. What is tried, and whether anything is, the two of you decide."


def planned_sentence(planned: Planned, wording: Wording = "everyday") -> Sentence:
    """What the plan of the last visit gave, its lead to be set bold."""
    name = plan_name(planned)
    if planned.reason == "plan_goes_on":
        return Sentence(
            f"{capital(name)}:",
            f"the plan of {day(planned.made_on)} goes on until {day(planned.end)}; "
            f"{count(planned.nights_to_come, 'night')} are to come, and it is compared when it is over.",
            "summary",
        )
    if planned.verdict == "not_enough_data":
        return Sentence(
            f"{capital(name)}, as planned on {day(planned.made_on)}:",
            f"{not_enough(planned.reason, planned.nights_needed)}.",
            "summary",
        )
    counts = counts_of_two(
        planned.on, planned.off, wording, nights=count(planned.on.nights, "logged night"), off=""
    )
    clear = planned.verdict != "no_clear_difference"
    ratio = compared_with_chances(planned.ratio, planned.chances, wording, planned.q_value, clear=clear)
    one, other = (
        ("the nights of the plan", "the nights before")
        if planned.kind == "watch"
        else (f"nights on {name}", f"nights off {name}")
    )
    if not clear:
        return Sentence(
            f"As planned, {one} and {other} "
            f"{'cannot be told apart' if planned.ratio.tells_nothing else 'show no clear difference'}:",
            f"{counts}; {ratio}.",
            "summary",
        )
    more = "fewer" if planned.verdict == "fewer_cramps" else "more"
    return Sentence(
        f"As planned, {one} had {more} cramps than {other}:",
        f"{counts}; {ratio}.",
        "summary",
    )


def plan_name(planned: Planned) -> str:
    """What was tried, as it was typed."""
    if planned.kind == "watch":
        return "watching on"
    return planned.what if planned.field is None else label_kept(planned.field)


def say_kept_to_plan(planned: Planned) -> list[str]:
    """How the plan was kept: nights off plan, not logged, carried over, and what else changed."""
    said = []
    if planned.off_plan:
        number = len(planned.off_plan)
        said.append(f"{count(number, 'night')} off plan ({days(planned.off_plan)}), counted as planned.")
    elif planned.off_plan is None and planned.kind != "watch":
        said.append("The journal does not say on which nights the plan was kept.")
    elif planned.kind != "watch":
        said.append("No night off plan is recorded.")
    left = [
        f"{count(number, 'night')} {what}"
        for number, what in (
            (planned.not_logged, "not logged"),
            (planned.carried_over, "after a switch, in neither side"),
            (planned.nights_to_come, "to come"),
        )
        if number
    ]
    if left:
        said.append(f"{listing(left)}.")
    if planned.other_changes:
        said.append(f"Another medicine changed within the plan: nights of {days(planned.other_changes)}.")
    return said


def table_planned(planned: Planned, wording: Wording = "everyday") -> list[Row]:
    """The parts of the plan with their rates."""
    states = ("from then on", "before") if planned.kind == "watch" else ("on", "off")
    return [
        {
            "Part": place,
            "From the night of": block.first,
            "To the night of": block.last,
            "What": states[0] if block.on else states[1],
            "Nights that count": block.rate.nights,
            "Cramps": int(block.rate.cramps),
            "Cramps a week": "–" if block.rate.per_week is None else per_week(block.rate, wording),
        }
        for place, block in enumerate(planned.blocks, start=1)
    ]


def _weeks(nights: int) -> str:
    if nights % NIGHTS_A_WEEK == 0:
        return count(nights // NIGHTS_A_WEEK, "week")
    return count(nights, "night")
