"""What stands out, and in which order: by hand."""

from dataclasses import replace

from analysis.findings import findings
from tests.words import results

NOTHING = (results.frequency(), (), (), (), results.completeness())


def answer(question, verdict, q_value):
    return replace(results.answer(), question=question, verdict=verdict, q_value=q_value)


def test_directions_come_first_by_their_q_value():
    """Oracle: sorted by hand; what shows no clear difference is named together, last."""
    often, _, _, _, complete = NOTHING
    answers = (
        answer("caffeine", "no_clear_difference", 0.6),
        answer("hydration", "fewer_cramps", 0.03),
        answer("alcohol", "more_cramps", 0.001),
        answer("standing", "not_enough_data", None),
    )
    found = findings(often, answers, (), (), complete)
    assert [(each.about, each.key) for each in found[:2]] == [
        ("exposure", "alcohol"),
        ("exposure", "hydration"),
    ]
    assert (found[-1].about, found[-1].key) == ("no_clear_difference", "exposure:caffeine")
    assert not any("standing" in each.key for each in found)


def test_a_log_that_leans_stands_out():
    """Oracle: by definition."""
    often, _, _, _, complete = NOTHING
    leaning = replace(complete, leaning=replace(complete.leaning, leans=True))
    assert not any(each.about == "completeness" for each in findings(*NOTHING))
    assert any(each.about == "completeness" for each in findings(often, (), (), (), leaning))


def test_nothing_asked_and_nothing_compared_finds_nothing():
    """Oracle: by definition."""
    often, _, _, _, complete = NOTHING
    refused = replace(often, recent=replace(often.recent, verdict="not_enough_data"))
    assert findings(refused, (), (), (), complete) == ()
