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
    nights_that_count,
    schedule,
    told,
    write_calendar,
)
from analysis.review import Review
from analysis.screen.boxes import stays
from analysis.screen.parts import DATES, bullets, heading, offer, open_table, say, table
from analysis.screen.server import guarded
from analysis.screen.session import Shown, kept, reviewed
from analysis.screen.shielded import words
from analysis.screen.work import Begun, workers

WEEKS = (8, 12, 16, 24, 32)
CARRIED = {0: "at once", 3: "about 3 nights", 7: "a week", 14: "two weeks"}
ENOUGH = 120  # futures of each form and fall, by which a chance is within 9 points
LEAST = 10  # below so many nothing is said
EVERY = (NONE, *FALLS)
SEED = 1  # of the futures: the same journal and the same plans have the same chances at every visit
LOOK = 1.0  # seconds between two looks
SEEDS = 1000


@dataclass(frozen=True)
class Part:
    """Futures that are drawn together: so many of the numbers from ``first`` on, with these falls."""

    first: int
    futures: int
    falls: tuple[float, ...]


def parts() -> list[Part]:
    """All that is drawn, in its order: two small parts of one fall stand on screen within three seconds, and
    in the end each fall has the futures 0 to ``ENOUGH``, however long that took."""
    least = min(LEAST, ENOUGH)
    half = -(-least // 2)
    order = [Part(0, half, (0.5,)), Part(half, least - half, (0.5,))]
    order += [Part(0, least, (fall,)) for fall in EVERY if fall != 0.5]
    order += [Part(first, min(LEAST, ENOUGH - first), EVERY) for first in range(least, ENOUGH, LEAST)]
    return [part for part in order if part.futures]


@dataclass
class Simulation:
    """What was drawn so far, and what is still to be; ``basis`` is let go with the journal."""

    basis: Basis
    found: Chances
    to_do: list[Part] = field(default_factory=parts)
    going: list[tuple[Part, Future[Chances]]] = field(default_factory=list)
    lost: set[Part] = field(default_factory=set)

    @property
    def goes_on(self) -> bool:
        return bool(self.to_do or self.going)


@guarded
def what_next(result: Review, shown: Shown) -> None:
    heading("What next")
    if result.planned is not None:
        st.markdown(f"**{words.markdown(words.planned_sentence(result.planned, shown.wording).text)}**")
        bullets(words.say_kept_to_plan(result.planned))
        table(words.table_planned(result.planned, shown.wording), "planned", "The parts of the plan")
    bullets(
        [
            *words.brief_what_it_would_take(result.what_it_would_take, shown.wording),
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
        st.button("Take it back", "plan back", on_click=take_back)
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
        going = st.session_state.kept["chances"][key].goes_on
        st.fragment(partial(chances_so_far, key, plans, shown), run_every=LOOK if going else None)()
    names = [words.capital(words.label_plan(plan)) for plan in plans]
    at = st.radio(
        "Which form", range(len(forms)), format_func=names.__getitem__, horizontal=True,
        **stays("plan form", 0, range(len(forms)).__contains__),
    )  # fmt: skip
    ready = bool(what.strip()) or plans[at].kind == "watch"
    # A primary button keeps its dark letters where it is disabled: they cannot be read on a dark page.
    st.button("Agree on this plan", "plan agree", type="primary" if ready else "secondary",
              disabled=not ready, on_click=agree, args=(plans[at], at, key))  # fmt: skip
    if not ready:
        say("Write what is tried first.")


def in_weeks(number: int) -> str:
    return words.count(number, "week")


def agree(plan: Plan, at: int, key: object) -> None:
    """Takes the plan; its chances are told in it once all futures are drawn."""
    held = st.session_state.kept.get("chances", {}).get(key)
    st.session_state.plan = plan
    st.session_state.update({"plan chances": None if held is None else (held, at)})
    tell_chances()


def tell_chances() -> bool:
    """Draws on for the plan that was agreed on, and tells its chances in it when that is done; whether more
    is to come."""
    if (waiting := st.session_state.get("plan chances")) is None:
        return False
    held, at = waiting
    if draw_on(held):
        return True
    st.session_state.plan = replace(st.session_state.plan, expected=told(held.found.by_plan[at]))
    st.session_state["plan chances"] = None
    return False


def take_back() -> None:
    for name in ("plan", "plan chances"):
        st.session_state.pop(name, None)


def chances_to_come() -> None:
    """Draws on for the plan that was agreed on, whatever part is looked at, and says how far that is."""
    if st.session_state.get("plan chances") is not None:
        st.fragment(_chances_to_come, run_every=LOOK)()


def _chances_to_come() -> None:
    """The page is drawn anew when they are told: the picture of it, and every file, then has them."""
    if (waiting := st.session_state.get("plan chances")) is None:
        return
    if not tell_chances():
        st.rerun()
    say(words.say_chances_to_come(waiting[0].found.fewest, ENOUGH))


def chances_so_far(key: object, plans: Sequence[Plan], shown: Shown) -> None:
    """The chances as far as they are worked out; looks again while more are drawn in the workers."""
    held: Simulation | None = st.session_state.kept.get("chances", {}).get(key)
    if held is None:
        return
    was_going = held.goes_on
    going_on = draw_on(held)
    counting = nights_that_count(held.basis)
    if held.found.journals < LEAST:
        say("Playing this patient’s nights on …")
    elif shown.display.narrow:
        each = zip(plans, held.found.by_plan, counting, strict=True)
        bullets(words.say_plan_chances(*of_one) for of_one in each)
    else:
        open_table(words.table_chances(plans, held.found, counting), "chances")
    if held.found.journals >= LEAST:
        say(words.say_chances_note(held.found, shown.wording, goes_on=going_on))
        say(words.say_nights_that_count())
    if was_going and not going_on:
        st.rerun()


def draw_on(held: Simulation) -> bool:
    """Adds what is done, and begins the next part; whether more is to come. Of this page's own work there are
    at most two parts at a time; one that is lost is drawn once more."""
    for part, work in [each for each in held.going if each[1].done()]:
        held.going.remove((part, work))
        st.session_state.work.pop((id(held), part), None)
        try:
            held.found += work.result()
        except CancelledError:  # other work of this page was begun
            held.to_do.append(part)
        except TaskLost:
            if part not in held.lost:
                held.lost.add(part)
                held.to_do.append(part)
    most = 2 if held.found.journals < LEAST else 1
    while held.to_do and len(held.going) < most:
        part = held.to_do.pop(0)
        [work] = begin(
            held.basis, workers(), seed=SEED, journals=part.futures, first=part.first, falls=part.falls
        )
        held.going.append((part, work))
        st.session_state.work[id(held), part] = Begun(work, held)  # of other choices there is other work
    return held.goes_on
