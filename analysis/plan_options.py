"""The next test from the command line: which form, what is tried, and what of it is written."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from analysis.journal import LONGEST_WHAT, Journal, Plan, export_plan
from analysis.measures import NoOutlook
from analysis.plan import (
    WEEK,
    Basis,
    Chances,
    Design,
    basis_of,
    begin,
    designs,
    missing_columns,
    nights_that_count,
    schedule,
    told,
    write_calendar,
)
from analysis.words import (
    Wording,
    say_chances_note,
    say_nights_that_count,
    say_no_chances,
    say_no_treatment,
    say_plan,
    say_plan_chances,
)

FORMS = {"by-turns": "on_off", "one-change": "step", "watch": "watch"}
LONGEST = 120.0  # seconds that a part of a simulation may take


def add_plan_options(parser: argparse.ArgumentParser, read_date: Callable[[str], date]) -> None:
    """The options of the next test, as a group of their own."""
    group = parser.add_argument_group("the next test (forms and their chances; no treatment is proposed)")
    group.add_argument("--plan", choices=list(FORMS), help="plan the next test in this form")
    group.add_argument("--try", dest="tried", default="", metavar="WHAT", help="what the two of you try")
    group.add_argument("--taken-now", action="store_true", help="it is taken now; one change then leaves it")
    group.add_argument("--weeks", type=int, default=16, help="length of the plan; 16 if not said")
    group.add_argument("--block-weeks", type=int, default=2, help="of each part by turns; 2 if not said")
    group.add_argument(
        "--carry-over", type=int, default=3, metavar="NIGHTS",
        help="nights after a switch that count for neither side, as long as it takes to come or go; 3",
    )  # fmt: skip
    group.add_argument("--begin", type=read_date, metavar="DATE", help="first night; today if not said")
    group.add_argument("--seed", type=int, default=1, help="of the draw of what comes first, and the chances")
    group.add_argument("--futures", type=int, default=60, help="simulated for each chance; 60")
    group.add_argument("--chances", metavar="FILE", help="write what each form would show; - prints it")
    group.add_argument("--plan-file", metavar="FILE.csv", help="write the plan, for the next visit")
    group.add_argument("--calendar", metavar="FILE.ics", help="write the plan's dates for a calendar")
    group.add_argument(
        "--name-in-calendar", action="store_true", help="say in the calendar what is tried; else on and off"
    )


def check_plan_options(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """Ends with what is wrong where the options do not fit together."""
    if given.plan is None and (given.plan_file or given.calendar):
        parser.error("--plan-file and --calendar need --plan")
    if given.plan not in (None, "watch") and not given.tried.strip():
        parser.error("--plan needs --try, with what the two of you try")
    if not 1 <= given.futures <= 2000:
        parser.error("--futures is from 1 to 2000")
    if len(given.tried) > LONGEST_WHAT:
        parser.error(f"--try has at most {LONGEST_WHAT} letters")
    if given.begin is not None and given.begin < date.today():
        parser.error(f"the plan begins on {given.begin}, before it is made")
    try:
        _design(given)
    except ValueError as fault:
        parser.error(str(fault))


def plan_outputs(given: argparse.Namespace) -> list[str]:
    """The files that are named for the plan."""
    return [name for name in (given.chances, given.plan_file, given.calendar) if name]


def next_plan(
    given: argparse.Namespace, journal: Journal, today: date | None = None
) -> tuple[Plan | None, list[tuple[str, bytes]]]:
    """The plan that is asked for, with its chances in it, and every file that is asked of it."""
    if given.plan is None and not given.chances:
        return None, []
    made_on = today or date.today()
    forms = [_design(given)] if given.plan else []
    if given.chances:
        forms += [
            each
            for each in designs(WEEK * given.weeks, carry_over=given.carry_over, now_on=given.taken_now)
            if each not in forms
        ]
    plans = [
        schedule(
            form, journal, start=given.begin or made_on + timedelta(1), made_on=made_on,
            what=given.tried or "what is tried", seed=given.seed, columns=missing_columns(journal),
        )
        for form in forms
    ]  # fmt: skip
    basis = basis_of(journal, plans, now_on=given.taken_now, hemisphere=given.hemisphere)
    found = Chances(()) if isinstance(basis, NoOutlook) else _chances(given, basis)
    plan = plans[0] if given.plan else None
    if plan is not None and found.by_plan:
        plan = replace(plan, expected=told(found.by_plan[0]))
    made: list[tuple[str, bytes]] = []
    if given.chances:
        lines = "\n".join(_lines(plan, basis, found, given.wording))
        made.append((given.chances, f"{lines}\n".encode()))
    if plan is not None and given.plan_file:
        made.append((given.plan_file, export_plan(plan)))
    if plan is not None and given.calendar:
        made.append((given.calendar, write_calendar(plan, named=given.name_in_calendar)))
    return plan, made


def _design(given: argparse.Namespace) -> Design:
    kind, nights = FORMS.get(given.plan or "watch", "watch"), WEEK * given.weeks
    if kind == "on_off":
        block = WEEK * given.block_weeks
        nights -= nights % (2 * block) if 0 < 2 * block <= nights else 0
        return Design("on_off", nights, block, given.carry_over, given.taken_now)
    if kind == "step":
        return Design("step", nights, 0, given.carry_over, given.taken_now)
    return Design("watch", nights)


def _chances(given: argparse.Namespace, basis: Basis) -> Chances:
    from analysis.executor import Bounds, executor  # only here: nothing else needs its library

    pool = executor(bounds=Bounds(seconds=LONGEST, megabytes=1000))
    try:
        found = basis.none_yet()
        for part in begin(basis, pool, seed=given.seed, journals=given.futures):
            found += part.result()
        return found
    finally:
        pool.close()


def _lines(plan: Plan | None, basis: Basis | NoOutlook, found: Chances, wording: Wording) -> list[str]:
    lines = [] if plan is None else say_plan(plan)
    if isinstance(basis, NoOutlook):
        return [*lines, say_no_chances(basis), say_no_treatment()]
    both = zip(basis.plans, found.by_plan, nights_that_count(basis), strict=True)
    lines += [said for each in both if (said := say_plan_chances(*each))]
    return [*lines, say_chances_note(found, wording), say_nights_that_count(), say_no_treatment()]
