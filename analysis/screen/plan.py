"""What next: what was planned, what is missing, how many nights would tell, and the next test."""

import secrets
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import streamlit as st

from analysis.executor import TaskLost
from analysis.journal import LONGEST_WHAT, Plan, export_plan
from analysis.measures import NoOutlook
from analysis.plan import (
    FALLS,
    NONE,
    WEEK,
    Basis,
    Chances,
    basis_of,
    begin,
    designs,
    missing_columns,
    schedule,
    write_calendar,
)
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.parts import DATES, bullets, heading, offer, open_table, say, table
from analysis.screen.server import guarded
from analysis.screen.session import Shown, kept, reviewed
from analysis.screen.shielded import words
from analysis.screen.work import workers

WEEKS = (8, 12, 16, 24, 32)
CARRIED = {0: "at once", 3: "about 3 nights", 7: "a week", 14: "two weeks"}
ENOUGH = 120  # futures of each form and fall, by which a chance is within 9 points
LEAST = 10  # below so many nothing is said
FIRST: tuple[tuple[float, ...], ...] = ((0.5,), (0.5,), (0.3,), (0.3,))  # falls of the first parts
STRETCH = 2.2  # seconds of one part; the first two stand on screen within three
LOOK = 1.0  # seconds between two looks
SEEDS = 1000


@dataclass
class Simulation:
    """What was drawn so far; ``basis`` is let go with the journal."""

    basis: Basis
    found: Chances
    parts: int = 0
    going: list[Future[Chances]] = field(default_factory=list)


@guarded
def what_next(result: Review, shown: Shown) -> None:
    heading("What next")
    if result.planned is not None:
        st.markdown(f"**{words.markdown(words.planned_sentence(result.planned, shown.wording).text)}**")
        bullets(words.say_kept_to_plan(result.planned))
        table(words.table_planned(result.planned, shown.wording), "planned", "The parts of the plan")
    bullets(
        [
            words.brief_what_it_would_take(result.what_it_would_take, shown.wording),
            words.say_worth_keeping(
                missing_columns(result.journal), unused=words.could_hold_more(result.journal)
            ),
        ]
    )
    if (agreed := st.session_state.get("plan")) is not None:
        agreed_plan(agreed)
        return
    box = st.expander("Plan the next test", key="next test", on_change="rerun")
    if box.open:
        with box:
            planner(result, shown)


def agreed_plan(plan: Plan) -> None:
    """The plan that leaves with them, and the way back."""
    st.markdown("**The next test**")
    bullets(words.say_plan(plan))
    open_table(words.table_plan(plan), "next plan")
    named = bool(plan.what) and st.checkbox("Say in the calendar what is tried", key="name in calendar")
    with st.container(horizontal=True):
        offer("Calendar (.ics)", partial(write_calendar, plan, named=named), "cramp diary plan.ics",
              "text/calendar", key="plan calendar", icon=":material/event:")  # fmt: skip
        offer("The plan (.csv)", partial(export_plan, plan), "cramp journal plan.csv", "text/csv",
              key="plan file", icon=":material/download:")  # fmt: skip
        st.button("Take it back", "plan back", on_click=st.session_state.pop, args=("plan", None))
    say("It is on the page in Keep too, and on the blank diary. Bring either back with the diary next time.")


def planner(result: Review, shown: Shown) -> None:
    say(words.say_no_treatment())
    with st.grid(2, min_column_width=260, gap="small"):
        what = st.text_input("What the two of you try", max_chars=LONGEST_WHAT, **stays("plan what", ""))
        weeks = st.selectbox("For how long", WEEKS, format_func=in_weeks, **stays("plan weeks", WEEKS[2]))
        carry = st.selectbox(
            "It takes to come or to go", list(CARRIED), format_func=CARRIED.__getitem__,
            **stays("plan carry", [*CARRIED][1]),
        )  # fmt: skip
        today = date.today()
        start = st.date_input(
            "First night", min_value=today, format=DATES, **stays("plan start", today, today.__le__)
        )
    now_on = st.checkbox("It is taken or done now", **stays("plan now", False))
    forms = designs(WEEK * weeks, carry_over=carry, now_on=now_on)
    seed = st.session_state.setdefault("plan seed", secrets.randbelow(SEEDS))
    plans = [
        schedule(
            form, result.journal, start=start, made_on=date.today(), what=what.strip() or "it", seed=seed,
            columns=missing_columns(result.journal),
        )
        for form in forms
    ]  # fmt: skip
    key = (*reviewed(result), weeks, carry, start, now_on)
    fresh = partial(basis_of, result.journal, plans, now_on=now_on, hemisphere=result.hemisphere)
    basis = kept("outlook", key, fresh)
    if isinstance(basis, NoOutlook):
        say(words.say_no_chances(basis))
    else:
        kept("chances", key, lambda: Simulation(basis, basis.none_yet()))
        going = st.session_state.kept["chances"][key].found.fewest < ENOUGH
        st.fragment(partial(chances_so_far, key, plans, shown), run_every=LOOK if going else None)()
    names = [words.capital(words.label_plan(plan)) for plan in plans]
    at = st.radio(
        "Which form", range(len(forms)), format_func=names.__getitem__, horizontal=True,
        **stays("plan form", 0, range(len(forms)).__contains__),
    )  # fmt: skip
    ready = bool(what.strip()) or plans[at].kind == "watch"
    st.button("Agree on this plan", "plan agree", type="primary", disabled=not ready,
              on_click=agree, args=(plans[at], at, key))  # fmt: skip
    if not ready:
        say("Write what is tried first.")


def in_weeks(number: int) -> str:
    return words.count(number, "week")


def agree(plan: Plan, at: int, key: object) -> None:
    """Takes the plan, with its chances as they stand now."""
    held = st.session_state.kept.get("chances", {}).get(key)
    if held is not None:
        told = [(chance.fall, chance.chance) for chance in held.found.by_plan[at] if chance.fall != NONE]
        plan = replace(plan, expected=tuple((fall, share) for fall, share in told if share is not None))
    st.session_state.plan = plan


def chances_so_far(key: object, plans: Sequence[Plan], shown: Shown) -> None:
    """The chances as far as they are worked out; looks again while more are drawn in the workers."""
    held: Simulation | None = st.session_state.kept.get("chances", {}).get(key)
    if held is None:
        return
    was_going = held.found.fewest < ENOUGH
    going_on = draw_on(held)
    if held.found.journals < LEAST:
        say("Playing this patient’s nights on …")
    elif shown.display.narrow:
        bullets(
            words.say_plan_chances(plan, each) for plan, each in zip(plans, held.found.by_plan, strict=True)
        )
    else:
        open_table(words.table_chances(plans, held.found), "chances")
    if held.found.journals >= LEAST:
        say(words.say_chances_note(held.found, shown.wording, goes_on=going_on))
    if was_going and not going_on:
        st.rerun()


def draw_on(held: Simulation) -> bool:
    """Adds what is done, and begins the next part; whether more is to come. Of this page's own work there are
    at most two parts at a time, and a loss of one is no loss of the others."""
    for part in [each for each in held.going if each.done()]:
        held.going.remove(part)
        try:
            held.found += part.result()
        except (CancelledError, TaskLost):
            continue
    if held.found.fewest >= ENOUGH:
        return False
    most = 2 if held.parts == 0 else 1
    while len(held.going) < most:
        falls = FIRST[held.parts] if held.parts < len(FIRST) else (NONE, *FALLS)
        held.parts += 1
        held.going += begin(
            held.basis, workers(), seed=held.parts, parts=1, seconds=STRETCH, journals=ENOUGH, falls=falls
        )
        st.session_state.work["chances", held.parts] = held.going[-1]
    return True
