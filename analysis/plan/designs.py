"""The forms that a test can take, and their nights: nothing here knows what is tried."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from analysis.journal import Block, Journal, Plan, PlanKind, dictionary
from analysis.measures import SAME_THING, nights_of

WEEK = 7  # [nights]
LEAST_BEFORE = 28  # logged nights since the last change that a step is compared with [nights]
MOST_BEFORE = 182  # as many as a change is compared with [nights]
MOST_NIGHTS = 52 * WEEK
# Beside their number trials count how bad and how long they are (PMID 39466236); then what is drunk and done.
KEPT = ("severity", "duration", "hydration", "activity")
LARGEST_CARRIED = 1 / 2  # share of a block that may be carried over from the one before


@dataclass(frozen=True)
class Design:
    """A form of test.

    nights : from its first night to its last, without those of the journal that it counts [nights].
    block_nights : of each block of ``on_off``; 0 for the other kinds. carry_over : nights after a switch that
        count for neither side, as long as what was tried takes to come or to go [nights].
    now_on : whether what is tried is taken now; a step then leaves it off.
    """

    kind: PlanKind
    nights: int = 112
    block_nights: int = 0
    carry_over: int = 0
    now_on: bool = False

    def __post_init__(self) -> None:
        if self.nights < 2 * WEEK:
            raise ValueError(f"a plan has at least {2 * WEEK} nights, not {self.nights}")
        if self.nights > MOST_NIGHTS:
            raise ValueError(f"a plan has at most {MOST_NIGHTS} nights, not {self.nights}")
        if self.carry_over < 0:
            raise ValueError(f"carry-over is a number of nights from 0, not {self.carry_over}")
        if self.kind != "on_off":
            return
        if not WEEK <= self.block_nights <= self.nights // 2:
            raise ValueError(f"blocks have {WEEK} to {self.nights // 2} nights, not {self.block_nights}")
        if self.carry_over > LARGEST_CARRIED * self.block_nights:
            raise ValueError(
                f"{self.carry_over} of the {self.block_nights} nights of a block would be carried over; take "
                "longer blocks"
            )


def designs(nights: int = 112, *, carry_over: int = 3, now_on: bool = False) -> tuple[Design, ...]:
    """The forms that take so many nights: by turns in blocks of two and of four weeks, one step, watching on.

    Blocks of which more than half would be carried over are left out, and those of which there would be less
    than two. 112 nights (16 weeks) are a season's third and eight blocks of two weeks.

    >>> [design.block_nights for design in designs(56, carry_over=10)]
    [28, 0, 0]
    """
    blocks = [
        Design("on_off", nights - nights % (2 * block), block, carry_over, now_on)
        for block in (2 * WEEK, 4 * WEEK)
        if nights >= 2 * block and carry_over <= LARGEST_CARRIED * block
    ]
    return (*blocks, Design("step", nights, 0, carry_over, now_on), Design("watch", nights))


def schedule(
    design: Design,
    journal: Journal,
    *,
    start: date,
    made_on: date,
    what: str = "",
    seed: int = 1,
    columns: tuple[str, ...] = (),
) -> Plan:
    """The design from the night of ``start`` on, as a plan with the dates of every block.

    Which of on and off begins the blocks is drawn by ``random.Random(seed)``, so that whoever knows the seed
    can draw it again. A step is compared with the nights of the journal since its last change, up to half a
    year; where fewer than 28 of them are logged, the first half of the plan waits. Watching compares the
    nights to come with as many before.
    """
    if start < made_on:
        raise ValueError(f"the plan begins on {start}, before it is made on {made_on}")
    last = start + timedelta(days=design.nights - 1)
    drawn, field = None, told_by(journal, what)
    if design.kind == "on_off":
        drawn = seed
        blocks = _by_turns(design, start, first_on=random.Random(seed).random() < 0.5)
    else:
        on = design.kind == "watch" or not design.now_on
        most = design.nights if design.kind == "watch" else MOST_BEFORE
        before = _since_last_change(journal, start, most)
        change = start
        if before is None:
            before, change = start, start + timedelta(days=design.nights // 2)
        blocks = (
            Block(before, change - timedelta(days=1), not on),
            Block(change, last, on, min(design.carry_over, (last - change).days)),
        )
    if design.kind == "watch":
        what, field = "", None
    return Plan(made_on, design.kind, " ".join(what.split()), blocks, field, drawn, columns)


def _by_turns(design: Design, start: date, *, first_on: bool) -> tuple[Block, ...]:
    number = design.nights // design.block_nights
    firsts = [start + timedelta(days=place * design.block_nights) for place in range(number)]
    states = [first_on == (place % 2 == 0) for place in range(number)]
    before = [design.now_on, *states]
    return tuple(
        Block(
            first,
            first + timedelta(days=design.block_nights - 1),
            state,
            design.carry_over if state != earlier else 0,
        )
        for first, state, earlier in zip(firsts, states, before, strict=False)
    )


def _since_last_change(journal: Journal, start: date, most: int) -> date | None:
    """The first of the nights before ``start`` that a step can be compared with; None where too few of them
    are logged."""
    nights = nights_of(journal)
    if not len(nights.dates):
        return None
    changes = [nights.position(night) for night in journal.changes["night"]]
    within = [place for place in changes if place < len(nights.dates)]
    begin = max([0, nights.position(start) - most, *within])
    logged = nights.logged & (np.arange(len(nights.dates)) >= begin)
    logged &= np.arange(len(nights.dates)) < nights.position(start)
    return nights.night(begin) if logged.sum() >= LEAST_BEFORE else None


def told_by(journal: Journal, what: str) -> str | None:
    """The yes/no exposure whose name or label ``what`` is, so that the diary tells on which nights it was
    done; None for a medicine and for anything else.

    >>> from analysis import read_journal
    >>> journal = read_journal([("d.csv", b"night,cramps\\n2025-03-01,1\\n")])
    >>> told_by(journal, "Calf stretches"), told_by(journal, "magnesium")
    ('stretching', None)
    """
    said = " ".join(what.lower().split())
    for field in (*dictionary().values(), *journal.own_fields):
        if (
            field.is_exposure
            and field.kind == "yes_no"
            and said in {field.name, field.label.lower(), *field.names}
        ):
            return field.name
    return None


def missing_columns(journal: Journal, *, wanted: tuple[str, ...] = KEPT) -> tuple[str, ...]:
    """The fields that are worth keeping through a test and that the journal does not have; what it records of
    activity in another form, as steps or a level, is not asked for again."""
    kept = {*journal.nights.columns, *journal.days.columns}
    return tuple(name for name in wanted if kept.isdisjoint(SAME_THING if name in SAME_THING else (name,)))
