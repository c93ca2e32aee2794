"""The chances of a plan, against simulations made another way and sums by hand."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from analysis.executor import InProcess
from analysis.journal import Earlier, Told
from analysis.measures import NoOutlook, planned
from analysis.plan import (
    Chance,
    Counting,
    Design,
    basis_of,
    begin,
    nights_that_count,
    schedule,
    simulate,
    told,
)
from tests.journals import make_journal

HISTORY_NIGHTS, NIGHTS = 250, 56
FIRST = date(2024, 1, 1)
MADE = FIRST + timedelta(days=HISTORY_NIGHTS - 1)


def steady(per_night: float = 1.0, seed: int = 3):
    """Independent nights, so that runs and slope are known to be small."""
    counts = np.random.default_rng(seed).poisson(per_night, HISTORY_NIGHTS).astype(float)
    return make_journal(counts, start=FIRST.isoformat())


def plan_of(journal, design: Design):
    return schedule(design, journal, start=MADE + timedelta(1), made_on=MADE, what="one", seed=1)


@pytest.mark.parametrize("now_on", [False, True])
def test_chances_agree_with_an_independent_simulation_through_the_whole_comparison(now_on) -> None:
    """Oracle: futures drawn here, as independent Poisson nights at the rate of the history, put into a
    journal with its plan and compared by ``planned``; within three standard errors of the two together."""
    journal, fall, rounds = steady(), 0.5, 24
    plan = plan_of(journal, Design("on_off", NIGHTS, 14, 2, now_on))
    basis = basis_of(journal, [plan], now_on=now_on)
    assert not isinstance(basis, NoOutlook)
    [[chance]] = simulate(basis, seed=1, journals=rounds, falls=(fall,)).by_plan
    history = journal.nights["cramps"].to_numpy()
    random = np.random.default_rng(11)
    on = np.concatenate([[block.on] * block.nights for block in plan.blocks])
    rate = history.mean() * np.where(on, 1 - fall, 1.0) / ((1 - fall) if now_on else 1.0)
    shown = 0
    for _ in range(rounds):
        whole = make_journal(np.concatenate([history, random.poisson(rate)]), start=FIRST.isoformat())
        found = planned(replace(whole, earlier=Earlier(MADE, {}, plan=plan)))
        assert found is not None
        shown += found.verdict == "fewer_cramps"
    share = shown / rounds
    error = np.hypot(chance.error, np.sqrt((share + 0.05) * (1.05 - share) / rounds))
    assert chance.chance == pytest.approx(share, abs=3 * error)
    assert 0.2 < chance.chance < 1


def test_a_small_fall_is_shown_less_often_and_nothing_hardly_ever() -> None:
    """Oracle: order, and that no fall gives a direction in few futures (5 of 100 is the rule; 30 futures)."""
    journal = steady(2.0)
    basis = basis_of(journal, [plan_of(journal, Design("on_off", NIGHTS, 14, 2))])
    [[none, third, most]] = simulate(basis, seed=2, journals=30, falls=(0.0, 0.3, 0.7)).by_plan
    assert none.chance < 0.2
    assert none.chance < third.chance < most.chance
    assert most.chance > 0.9
    assert most.otherwise == 0


def test_the_same_seed_gives_the_same_chances_and_parts_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: the same futures in one piece, and in two halves the other way round; by hand: 4 futures, where
    three are a part, are a part of three and one of one."""
    monkeypatch.setattr("analysis.plan.chances.IN_A_PART", 3)
    journal = steady()
    plans = [plan_of(journal, Design("on_off", NIGHTS, 14)), plan_of(journal, Design("watch", NIGHTS))]
    basis = basis_of(journal, plans)
    falls = (0.0, 0.5)
    found = [part.result() for part in begin(basis, InProcess(), seed=5, journals=4, falls=falls)]
    assert [each.journals for each in found] == [3, 1]
    whole = sum(found, start=basis.none_yet(falls))
    assert whole == simulate(basis, seed=5, journals=4, falls=falls)
    halves = [simulate(basis, seed=5, journals=2, first=first, falls=falls) for first in (2, 0)]
    assert sum(halves, start=basis.none_yet(falls)) == whole
    assert halves[0] != halves[1]
    for number, each in enumerate(whole.by_plan):
        assert [c.shown for c in each] == [
            sum(part.by_plan[number][place].shown for part in found) for place in range(2)
        ]


def test_a_part_has_at_most_ten_futures() -> None:
    """Oracle: by hand: 23 from number 5 on are parts of ten, ten and three, each with the number of its
    first; none of them is drawn here."""
    given = []

    class Noting(InProcess):
        def submit(self, task: Any, *sent: Any) -> Any:
            given.append(sent[2:4])

    journal = steady()
    begin(
        basis_of(journal, [plan_of(journal, Design("watch", NIGHTS))]), Noting(), seed=5, journals=23, first=5
    )
    assert given == [(10, 5), (10, 15), (3, 25)]


def test_what_is_told_in_a_plan_is_its_falls_with_the_number_of_futures() -> None:
    """Oracle: by hand; what is found where nothing is stands on screen and not in the plan."""
    chances = (Chance(0.0, 120, 2, 3), Chance(0.3, 120, 24, 0), Chance(0.5))
    assert told(chances) == (Told(0.3, 0.2, 120),)


def test_nights_that_count_are_logged_and_beside_no_switch() -> None:
    """Oracle: by hand: of 250 nights kept one in five is not logged, of the last 56 eleven. By turns: 56
    nights of which 2 after each of three or four switches are left out; one change: the 182 nights before it,
    37 of them not logged, and 56 after it less 2."""
    counts = [None if night % 5 == 3 else float(night % 2) for night in range(HISTORY_NIGHTS)]
    journal = make_journal(counts, start=FIRST.isoformat())
    plans = [
        plan_of(journal, Design("on_off", NIGHTS, 14, 2)),
        plan_of(journal, Design("step", NIGHTS, 0, 2)),
    ]
    basis = basis_of(journal, plans)
    switches = sum(block.carry_over > 0 for block in plans[0].blocks)
    by_turns, step = nights_that_count(basis)
    assert switches in (3, 4)
    share = basis.outlook.share_logged
    assert share == pytest.approx(45 / 56)
    assert by_turns == Counting(0, pytest.approx((NIGHTS - 2 * switches) * share))
    assert step == Counting(sum(count is not None for count in counts[-182:]), pytest.approx(54 * share))


def test_the_error_is_that_of_the_number_of_journals() -> None:
    """Oracle: Agresti and Coull by hand: 50 of 100 is (52/104), error sqrt(0.25/104); none of 10 is
    (2/14), error sqrt(2/14 × 12/14 / 14); with no fall both directions count."""
    half, never = Chance(0.5, 100, 50, 1), Chance(0.3, 10, 0, 0)
    assert half.chance == 0.5
    assert half.error == pytest.approx(np.sqrt(0.25 / 104))
    assert never.chance == 0
    assert never.error == pytest.approx(np.sqrt(2 / 14 * 12 / 14 / 14))
    assert Chance(0.0, 100, 2, 3).chance == 0.05
    assert Chance(0.5).chance is None
    assert Chance(0.5).error is None
    with pytest.raises(ValueError, match="do not add up"):
        half + never


@pytest.mark.parametrize(
    ("cramps", "reason", "needed"),
    [
        ([1] * 20, "too_few_nights", 8),
        ([0] * 60, "no_cramps", None),
        ([1, 1] + [0] * 60, "too_few_cramps", None),
    ],
)
def test_no_chances_where_too_little_is_known(cramps, reason, needed) -> None:
    """Oracle: the documented bounds: 28 nights, 5 cramps."""
    journal = make_journal(cramps, start=FIRST.isoformat())
    plan = plan_of(journal, Design("watch", NIGHTS))
    assert basis_of(journal, [plan]) == NoOutlook(reason, needed)
