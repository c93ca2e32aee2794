"""The words of whole reviews of simulated journals, from the nights to the sentences.

Oracle: the rule of a direction (interval without 1, q at most 0.05), held against the numbers of the review.
"""

import re
from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from analysis import words
from analysis.measures.results import RateRatio
from analysis.review import Review, review
from analysis.words import Wording
from tests.for_each import for_each
from tests.journals import made_up_year, make_journal
from tests.words.everything import WORDINGS, every_sentence, every_table
from tests.words.test_vocabulary import DIRECTION, FORBIDDEN


@cache
def reviews() -> Mapping[str, Review]:
    rng = np.random.default_rng(5)
    fallen = np.concatenate([rng.poisson(1.6, 60), rng.poisson(0.1, 60)]).astype(float)
    start = [
        {
            "night": 60,
            "medication": "Slow-Mag",
            "generic": "magnesium",
            "change": "start",
            "dose": 64.0,
            "unit": "mg",
        }
    ]
    cramps_only = [1.0 if night % 4 == 0 else 0.0 for night in range(70)]
    return {
        "a year": review(made_up_year(3, nights=200)),
        "a clear fall": review(make_journal(fallen, changes=start)),
        "no cramps at all": review(make_journal([0.0] * 40)),
        "one night": review(make_journal([1.0])),
        "six sparse weeks": review(make_journal([float(i == 7) if i % 3 == 0 else None for i in range(42)])),
        "only cramps": review(
            make_journal(
                [value or None for value in cramps_only],
                unlogged_assumed_cramp_free=True,
                never_says_none=True,
            )
        ),
        "only cramps, the rest unknown": review(
            make_journal([value or None for value in cramps_only], never_says_none=True)
        ),
    }


NAMES = (
    "a year",
    "a clear fall",
    "no cramps at all",
    "one night",
    "six sparse weeks",
    "only cramps",
    "only cramps, the rest unknown",
)


def may_be_said(direction: str, ratio: RateRatio, q_value: float | None) -> bool:
    beyond = ratio.high is not None and ratio.high < 1 if direction == "fewer" else (ratio.low or 0) > 1
    if q_value is None:  # the named question
        return beyond and ratio.p_value is not None and ratio.p_value <= 0.05
    return beyond and q_value <= 0.025


@for_each("name", NAMES)
@for_each("wording", WORDINGS)
def test_a_direction_is_said_only_where_interval_and_q_value_allow(name: str, wording: Wording) -> None:
    looked_at = reviews()[name]
    asked = [
        *((words.say_exposure(each, wording), each.adjusted, each.q_value) for each in looked_at.exposures),
        *(
            (words.say_change(each, wording), each.change_ratio, each.q_value)
            for each in looked_at.medication_changes
        ),
        *((words.say_course(each, wording), each.ratio, each.q_value) for each in looked_at.courses),
        (
            words.say_recent(looked_at.frequency.recent, wording),
            looked_at.frequency.recent.change,
            looked_at.frequency.recent.q_value,
        ),
        (
            words.say_trend(looked_at.frequency.trend, wording),
            looked_at.frequency.trend.per_28_nights,
            looked_at.frequency.trend.q_value,
        ),
    ]
    for said, ratio, q_value in asked:
        found = DIRECTION.search(said)
        if found:
            assert may_be_said(found[1], ratio, q_value), said


def test_a_clear_fall_is_said_as_one() -> None:
    """Sixty nights at 11 a week, then sixty at less than one: here a direction has to be said."""
    fall = reviews()["a clear fall"]
    said = words.say_change(fall.medication_changes[0])
    assert said.startswith(
        "After Slow-Mag (magnesium) 64 mg was started (7 March 2025) there were fewer cramps: "
    )
    assert "; allowing for the time of year and for chance, " in said
    then, now = said.split(" Now, in the last ")
    assert re.search(r"fewer cramps: \d+ cramps in 60 nights, \d+ in 60 before \(", then), then
    assert re.search(r"\(\d+ to (?:\d+|over 97) %\)\.$", then), then
    assert now.startswith("28 nights: "), now
    [line] = [each for each in words.say_findings(fall) if each.details == said]
    assert re.search(
        r"^Slow-Mag \(magnesium\) started \(7 March 2025\): .* fewer\); now 1, still fewer\.$", line.text
    ), line.text
    assert said in words.text_review(fall)


@for_each("name", NAMES)
@for_each("wording", WORDINGS)
def test_every_journal_has_whole_sentences_without_a_forbidden_word(name: str, wording: Wording) -> None:
    for said in every_sentence(reviews()[name], wording):
        assert not FORBIDDEN.search(said), said
        said = said.removeprefix("made_in_memory.csv")
        assert not re.search(r"\bnan\b|\binf\b|None|NaT|_|  |\(\)", said), said


@pytest.mark.parametrize("name", NAMES)
def test_every_journal_has_its_tables_and_at_most_25_lines(name: str) -> None:
    assert len(words.text_review(reviews()[name])) <= 25
    assert len(words.say_figures(reviews()[name])) == 4
    assert len(words.say_findings(reviews()[name])) <= 5
    tables = list(every_table(reviews()[name], "everyday"))
    shown, receipts = reviews()[name], 2 * len(reviews()[name].journal.receipts)
    assert len(tables) == 20 + len(shown.exposures) + len(shown.medication_changes) + receipts
    assert len(words.table_hours(reviews()[name].patterns.hour_of_night)) == 24


def test_no_rate_is_said_where_nights_without_entry_are_unknown() -> None:
    unknown = reviews()["only cramps, the rest unknown"]
    for said in words.text_review(unknown):
        assert not re.search(r"\d[\d.]* (?:cramps? )?a week", said.partition("Over all")[0]), said
    assert words.say_figures(unknown)[0][1] == "–"


def test_an_assumption_stands_beside_the_rate() -> None:
    assumed = reviews()["only cramps"]
    said = words.say_overall(assumed.frequency, assumed=True)
    assert " nights (those without an entry counted as cramp-free): " in said
    assert "those without an entry counted as cramp-free" in words.say_figures(assumed)[0][2]


def test_a_diary_of_cramps_on_every_night_assumes_nothing() -> None:
    """Oracle: with no night without an entry there is nothing to take for cramp-free."""
    every_night = review(make_journal([1.0] * 70, unlogged_assumed_cramp_free=True, never_says_none=True))
    said = " ".join(words.text_review(every_night))
    assert "assumption" not in said
    assert "cramp-free" not in said
    assert "70 cramps in 70 logged nights" in said


def test_the_same_review_says_the_same_twice() -> None:
    one = list(every_sentence(reviews()["a year"], "everyday"))
    assert one == list(every_sentence(reviews()["a year"], "everyday"))
