"""Every question with its answer as a sentence. Oracle: each answer written by hand beside its numbers."""

from dataclasses import replace

import pytest

from analysis import words
from analysis.measures import RateRatio
from analysis.measures.results import Chances, Now, Rate
from analysis.words.answers import asked_of, ratio_of
from tests.words import results
from tests.words.everything import WORDINGS

RATIO = RateRatio(0.6, 0.3, 1.1, 0.1)


def test_an_answer_has_the_size_of_the_screen_and_its_range() -> None:
    """Oracle: the rows of the table of numbers, in the same order; no row has a bare number for an answer."""
    found = results.review()
    rows = words.table_answers(found)
    assert [(row["Question"], row["Nights"]) for row in rows] == [
        (row["Question"], row["Nights"]) for row in words.table_questions(found)
    ]
    for row, (_, result) in zip(rows, asked_of(found), strict=True):
        said = str(row["Answer"])
        if result.verdict in ("fewer_cramps", "more_cramps"):
            assert said.split(" (")[0].endswith(("fewer", "more", "as many", "none at all"))
        elif result.verdict == "no_clear_difference":
            assert said.startswith(("no clear difference (", "cannot tell ("))
        else:
            assert not any(word in said for word in ("fewer", "more cramps"))


def test_a_row_of_the_sheet_says_as_many_once() -> None:
    """Oracle: by hand: 2.3 times, from half again as many to five times."""
    shown = results.change(change_ratio=RateRatio(2.3, 1.45, 4.8, 0.01), verdict="more_cramps")
    [row] = words.table_answers(results.review(medication_changes=(shown,), exposures=(), courses=()))
    assert row["Answer"] == "about 2.3 times as many (45 % more to 4.8 times)"


@pytest.mark.parametrize(
    ("rate", "holds", "said"),
    [
        (Rate(20, 19, 6.7, 3.0, 12.0), False, "; no longer clear"),
        (Rate(20, 2, 0.7, 0.1, 2.0), True, "; still so"),
        (Rate(2, 0, None), None, "; now unknown"),
        (None, None, ""),
    ],
)
def test_a_direction_says_whether_it_still_holds(rate: Rate | None, holds: bool | None, said: str) -> None:
    """Oracle: by hand, in the table of either wording; what has no direction has nothing that could hold."""
    now = None if rate is None else Now(results.night(150), results.night(181), rate, RATIO, holds)
    change = results.change(now=now)
    found = results.review(medication_changes=(change,), exposures=(), courses=())
    endings = ("; no longer clear", "; still so", "; now unknown")
    tables = [words.table_answers(found), *(words.table_questions(found, each) for each in WORDINGS)]
    for [row] in tables:
        ended = str(row["Answer"]).endswith(endings)
        assert str(row["Answer"]).endswith(said)
        assert ended == bool(said)
    unclear = replace(found, medication_changes=(replace(change, verdict="no_clear_difference"),))
    assert not str(words.table_answers(unclear)[0]["Answer"]).endswith(endings)


def test_why_a_range_without_one_is_no_clear_difference_is_said_where_it_stands() -> None:
    found = results.review()
    asked = [
        replace(answer, verdict="no_clear_difference", adjusted=RateRatio(0.9, 0.82, 0.99, 0.03))
        for answer in found.exposures[:1]
    ]
    unclear = replace(found, exposures=tuple(asked))
    assert "no clear difference (0.82 to 0.99 times as many)" in [
        r["Answer"] for r in words.table_answers(unclear)
    ]
    number = sum(value is not None for value in unclear.p_values)
    assert words.say_unclear_without_one(unclear) == (
        "A range that leaves out “as many” (1.00) is still no clear difference where so much can come by "
        f"chance, with {words.count(number, 'question')} asked of one journal."
    )
    assert "q > 0.025" in words.say_unclear_without_one(unclear, "clinical")
    holds = replace(unclear, exposures=(), courses=(), medication_changes=())
    assert words.say_unclear_without_one(holds) == ""
    assert any(ratio_of(result).low for _, result in asked_of(found))


def test_the_size_that_is_drawn_has_its_name() -> None:
    """Oracle: by hand: a change of 0.43 is drawn at its shrunk 0.6; without one there is nothing to name."""
    shrunk = results.change(chances=Chances(0.9, 0.6, 0.3, 0.6, 0.4, 0.9))
    found = results.review(medication_changes=(shrunk,), exposures=(), courses=())
    assert "shrunk rate ratio" in words.say_sizes_drawn(found, "clinical")
    [row] = words.table_questions(found, "clinical")
    assert list(row)[3:6] == ["Rate ratio", "Shrunk", "95 % CI"]
    assert row["Shrunk"] == 0.6
    assert "allows for chance" in words.say_sizes_drawn(found)
    unclear = replace(found, medication_changes=(replace(shrunk, verdict="no_clear_difference"),))
    assert words.say_sizes_drawn(unclear) == ""
