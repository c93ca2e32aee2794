"""What no sentence may say, over reviews by hand and over thousands of made-up results.

Oracle: the list of words below, the rule of what one journal can tell, and the verdicts.
"""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import words
from analysis.measures.exposures import Level
from analysis.measures.medications import Caveat, DateRank
from analysis.measures.refusals import Reason
from analysis.measures.results import NO_RATIO, Range, Rate, RateRatio, Verdict
from analysis.review import Review
from tests.words import results
from tests.words.everything import WORDINGS, every_sentence, every_table

FORBIDDEN = re.compile(
    r"""\b(
    cause[sd]?|causing|causal\w*|because|due\sto|owing\sto|thanks\sto|led\sto|leads?\sto|results?\sin|trigger\w*|
    (?<!random\s)effect\w*|affect\w*|impact\w*|influence\w*|improv\w*|worsen\w*|
    works|worked(?!\sout)|helps|helped|benefit\w*|prevent\w*|reduc\w*|protect\w*|cured?|treats|
    safe\w*|normal\w*|harmless|fine|healthy|reassur\w*|worry|worried|worrying|don't\sworry|danger\w*|alarm\w*|
    should|must|ought|recommend\w*|start\staking|stop\staking|
    significan\w*|prov(?:e|es|ed|en)|diagnos(?!e,\sand\sit\sdoes\snot\sreplace)\w*|suffer\w*|probab\w*|likel\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# The names of fields are what a person answers: "Relief helped".
QUOTED = frozenset({"label_field", "label_answers"})
DIRECTION = re.compile(r"\b(fewer|more) cramps\b")
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
DIRECTED = ("fewer_cramps", "more_cramps")


def test_the_list_finds_what_it_is_meant_to_find() -> None:
    """The sentence that one must never read."""
    for said in (
        "Magnesium works",
        "fewer because of magnesium",
        "This is normal.",
        "an effect",
        "You should stop",
    ):
        assert FORBIDDEN.search(said), said
    assert not FORBIDDEN.search("Nights after drinking more had fewer cramps: about a quarter fewer.")


def test_nothing_that_is_said_escapes_the_tests() -> None:
    """Every public sentence, label and table is said by a test of the words. Oracle: what the package
    offers."""
    here = Path(__file__).parent
    asked = "".join(file.read_text(encoding="utf-8") for file in here.glob("*.py"))
    offered = [name for name in words.__all__ if name.startswith(("say_", "label_", "table_"))]
    assert [name for name in offered if not re.search(rf"\bwords\.{name}\b", asked)] == []


@pytest.mark.parametrize("wording", WORDINGS)
def test_no_sentence_of_a_full_review_has_a_forbidden_word(wording: words.Wording) -> None:
    for volume in ("mL", "fl oz", "glasses"):
        for said in every_sentence(results.review(), wording, volume):  # type: ignore[arg-type]
            assert not FORBIDDEN.search(said), said


whole = st.integers(0, 400)
shares = st.none() | st.floats(0, 1)
sizes = st.floats(0, 40) | st.sampled_from([0.0, 1.0, 0.999, 1.001])
dates = st.integers(0, 1500).map(lambda days: date(2023, 1, 1) + timedelta(days=days))


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    nights = draw(st.integers(1, 400))
    cramps = draw(whole)
    point = 7 * cramps / nights
    if draw(st.booleans()):
        return Rate(nights, cramps, point)
    return Rate(nights, cramps, point, point * draw(st.floats(0, 1)), point * draw(st.floats(1, 3)) + 0.2)


@st.composite
def ratios(draw: st.DrawFn) -> RateRatio:
    p_value = draw(st.none() | st.floats(0, 1))
    kind = draw(st.sampled_from(["both", "none before", "none after", "refused"]))
    if kind == "refused":
        return NO_RATIO
    if kind == "none before":
        return RateRatio(None, draw(sizes), None, p_value)
    low, middle, high = sorted(draw(st.tuples(sizes, sizes, sizes)))
    return (
        RateRatio(0.0, 0.0, high, p_value) if kind == "none after" else RateRatio(middle, low, high, p_value)
    )


def consistent(verdict: Verdict, ratio: RateRatio) -> Verdict:
    """The verdict as the measures give it: a direction only where the interval excludes 1."""
    if verdict == "fewer_cramps" and not (ratio.high is not None and ratio.high < 1):
        return "no_clear_difference"
    if verdict == "more_cramps" and not (ratio.low is not None and ratio.low > 1):
        return "no_clear_difference"
    return verdict


@st.composite
def asked(draw: st.DrawFn, name: str) -> dict[str, Any]:
    ratio = draw(ratios())
    verdict = consistent(draw(st.sampled_from(VERDICTS)), ratio)
    refused = verdict == "not_enough_data"
    return {
        name: NO_RATIO if refused else ratio,
        "verdict": verdict,
        "q_value": None if refused else draw(st.none() | st.floats(0, 1)),
        "reason": draw(st.sampled_from([*get_args(Reason), "another_reason", None])) if refused else None,
        "nights_needed": draw(st.none() | st.integers(1, 60)) if refused else None,
    }


FIELDS = (
    ("hydration", "mL/day", "per_step", 500.0),
    ("activity", "min/day", "above_usual", 30.0),
    ("activity", "min/day", "below_usual", 30.0),
    ("stretching", None, "yes_no", None),
    ("alcohol", "drinks", "per_step", 1.0),
    ("activity_level", None, "per_step", 1.0),
    ("steps", "steps", "below_usual", 1000.0),
    ("my own", None, "per_step", 2.0),
    ("iv_hydration", None, "yes_no", None),
    ("my yes", None, "yes_no", None),
)


@st.composite
def answers(draw: st.DrawFn) -> Any:
    field, unit, form, step = draw(st.sampled_from(FIELDS))
    edge = draw(st.floats(0, 5000))
    levels = (
        Level("", None, edge, draw(rates())),
        Level("", edge, edge * 2 + 1, draw(rates())),
        Level("", edge * 2 + 1, None, Rate(0, 0, None)),
    )
    return results.answer(
        field=field,
        question=f"{field}_{form}",
        label=field,
        unit=unit,
        form=form,
        step=step,
        levels=levels,
        nights=draw(whole),
        cramps=draw(whole),
        lag=draw(st.integers(-1, 3)),
        crude=draw(ratios()),
        usual=draw(st.none() | st.floats(0, 5000)),
        **draw(asked("adjusted")),
    )


@st.composite
def changes(draw: st.DrawFn) -> Any:
    amount = st.none() | st.floats(0, 4000)
    low, high = sorted(draw(st.tuples(sizes, sizes)))
    return results.change(
        night=draw(dates),
        medication=draw(st.sampled_from(["Lasix 40mg", "magnesium", "Slow-Mag"])),
        generic=draw(st.sampled_from(["furosemide", "magnesium", None])),
        before=draw(rates()),
        after=draw(rates()),
        change=draw(st.sampled_from(["start", "stop", "increase", "decrease", "other"])),
        dose_before=draw(amount),
        dose_after=draw(amount),
        unit=draw(st.sampled_from(["mg", None])),
        season_ratio=draw(st.none() | st.floats(0.5, 2)),
        caveats=tuple(draw(st.lists(st.sampled_from(get_args(Caveat)), unique=True))),
        usual_range=draw(st.sampled_from([Range(low, high), Range(None, None)])),
        date_rank=draw(
            st.sampled_from([DateRank(None, None), DateRank(0, 40), DateRank(1, 30), DateRank(9, 1)])
        ),
        **draw(asked("change_ratio")),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    comparison = results.comparison(current=draw(rates()), previous=draw(rates()), **draw(asked("change")))
    frequency = results.frequency(overall=draw(rates()), recent=comparison)
    course = results.course(on=draw(rates()), off=draw(rates()), **draw(asked("ratio")))
    return results.review(
        frequency=frequency,
        exposures=tuple(draw(st.lists(answers(), max_size=4))),
        courses=(course,),
        findings=(),
        medication_changes=tuple(draw(st.lists(changes(), max_size=3))),
    )


few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

fewer = settings(few, max_examples=8)


@fewer
@given(reviews(), st.sampled_from(WORDINGS), st.sampled_from(["mL", "fl oz", "glasses"]))
def test_no_sentence_of_any_review_has_a_forbidden_word(
    review: Review, wording: words.Wording, volume: words.Volume
) -> None:
    for said in every_sentence(review, wording, volume):
        assert not FORBIDDEN.search(said), said
        assert not re.search(r"\bnan\b|\binf\b|\bNone\b|-0\b|  | ,| \.(?!\d)|\(\)|;\.|:\.", said), said
        assert not re.search(r"(?<![\d.,])(?<!to )1 (?:nights|cramps|drinks|hours|minutes|days)\b", said), (
            said
        )


@few
@given(answers(), st.sampled_from(WORDINGS))
def test_an_exposure_says_a_direction_only_where_the_verdict_has_one(
    answer: Any, wording: words.Wording
) -> None:
    said = words.say_exposure(answer, wording)
    found = DIRECTION.search(said)
    assert (found is not None) == (answer.verdict in DIRECTED)
    if found:
        assert answer.verdict == f"{found[1]}_cramps"


@few
@given(changes(), st.sampled_from(WORDINGS))
def test_a_change_says_a_direction_only_where_the_verdict_has_one(
    change: Any, wording: words.Wording
) -> None:
    said = words.say_change(change, wording)
    found = DIRECTION.search(said)
    assert (found is not None) == (change.verdict in DIRECTED)
    if found:
        assert change.verdict == f"{found[1]}_cramps"


@few
@given(answers() | changes(), st.sampled_from(WORDINGS))
def test_a_refusal_has_no_number_but_the_nights_that_are_missing(
    asked_of: Any, wording: words.Wording
) -> None:
    """Oracle: digits of a refusal stand only in dates, doses, names, days earlier and nights needed."""
    if asked_of.verdict != "not_enough_data":
        return
    said = (
        words.say_change(asked_of, wording)
        if hasattr(asked_of, "medication")
        else words.say_exposure(asked_of, wording)
    )
    opening = "no cramp is recorded" if asked_of.reason == "no_cramps" else "not enough to say yet"
    _, found, reason = said.partition(opening)
    assert found, said
    assert reason
    needed = None if asked_of.reason == "no_cramps" else asked_of.nights_needed  # nothing to wait for
    assert re.findall(r"\d+", reason) == ([] if needed is None else [str(needed)])
    assert ("more logged night" in reason) == (needed is not None)
    assert not re.search(r"a week|/week|fewer|times|%|CI", said)


@few
@given(answers(), st.sampled_from(WORDINGS))
def test_an_answer_has_its_range_and_its_nights_in_the_same_sentence(
    answer: Any, wording: words.Wording
) -> None:
    if answer.verdict == "not_enough_data":
        return
    said = words.say_exposure(answer, wording)
    assert re.search(r"\d(?: %)?(?: fewer| more)? to |\(about |from |range|CI|not estimable", said), said
    assert f"{answer.nights:,} night" in said
    assert ("p =" in said or "p <" in said or "q =" in said or "q <" in said) <= (wording == "clinical")


@fewer
@given(reviews(), st.sampled_from(WORDINGS))
def test_the_text_has_at_most_25_plain_lines(review: Review, wording: words.Wording) -> None:
    lines = words.text_review(review, wording)
    assert 10 < len(lines) <= 25
    assert all(line and "\n" not in line for line in lines)


@fewer
@given(reviews(), st.sampled_from(WORDINGS))
def test_every_table_has_one_set_of_headings_and_rounded_numbers(
    review: Review, wording: words.Wording
) -> None:
    for table in every_table(review, wording):
        assert len({tuple(row) for row in table}) <= 1
        for row in table:
            for heading, cell in row.items():
                assert heading == heading.strip()
                assert heading
                assert not isinstance(cell, float) or cell == round(cell, 3)


def test_a_refused_question_has_no_number_in_the_table() -> None:
    rows = words.table_questions(results.review(), "clinical")
    refused = [row for row in rows if str(row["Answer"]).startswith("not enough")]
    assert len(refused) == 2
    for row in refused:
        assert [row[name] for name in ("Rate ratio", "95 % CI", "p", "q")] == [None] * 4
