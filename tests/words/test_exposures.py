"""What cramps go with, in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from analysis import words
from analysis.measures.results import NO_RATIO, Chances, RateRatio
from tests.for_each import for_each
from tests.words import results


@for_each(
    ("fields", "said"),
    [
        (
            {},
            "Nights after drinking more fluid had fewer cramps: about a quarter fewer for each extra half "
            "litre "
            "(10 to 40 %; 64 cramps in 157 nights).",
        ),
        (
            {
                "verdict": "more_cramps",
                "adjusted": RateRatio(1.3, 1.1, 1.5, 0.001),
                "field": "activity",
                "unit": "min/day",
                "form": "above_usual",
                "step": 30.0,
                "usual": 42.0,
            },
            "Nights after more activity than usual had more cramps: about 30 % more for each 30 minutes "
            "above the usual 42 minutes (10 to 50 %; 64 cramps in 157 nights).",
        ),
        (
            {
                "verdict": "more_cramps",
                "adjusted": RateRatio(2.0, 1.2, 3.4, 0.001),
                "field": "stretching",
                "unit": None,
                "form": "yes_no",
                "step": None,
            },
            "Nights after stretching had more cramps: about twice as many compared with nights without "
            "(20 % more to 3.4 times as many; 64 cramps in 157 nights).",
        ),
        (
            {"verdict": "no_clear_difference", "adjusted": RateRatio(0.94, 0.66, 1.33, 0.7)},
            "Fluid: no clear difference; 64 cramps in 157 nights, and anything from 35 % fewer to 35 % more "
            "for each extra half litre would fit.",
        ),
        (
            {"verdict": "no_clear_difference", "adjusted": RateRatio(0.8, 0.66, 0.97, 0.02), "q_value": 0.2},
            "Fluid: no clear difference; 64 cramps in 157 nights, and the range is 0.66 to 0.97 times as "
            "many for each extra half litre; where several questions are asked of one journal, that much can "
            "come by chance.",
        ),
        (
            {
                "verdict": "not_enough_data",
                "adjusted": NO_RATIO,
                "reason": "too_few_nights",
                "nights_needed": 12,
            },
            "Fluid: not enough to say yet (too few logged nights); needs about 12 more logged nights on "
            "which "
            "fluid was "
            "recorded.",
        ),
        (
            {"verdict": "not_enough_data", "adjusted": NO_RATIO, "reason": "does_not_vary"},
            "Fluid: not enough to say yet (it was much the same on nearly every day).",
        ),
        (
            {
                "verdict": "not_enough_data",
                "adjusted": NO_RATIO,
                "reason": "something_new",
                "nights_needed": 1,
            },
            "Fluid: not enough to say yet (the journal does not hold enough for it); needs about 1 more "
            "logged "
            "night on "
            "which fluid was recorded.",
        ),
    ],
)
def test_an_exposure(fields: dict[str, object], said: str) -> None:
    assert words.say_exposure(results.answer(**fields)) == said


def test_an_exposure_for_a_clinician_has_adjusted_and_crude_ratio() -> None:
    assert words.say_exposure(results.answer(), "clinical") == (
        "Fluid: per extra 500 mL: fewer cramps; 64 cramps in 157 nights; adjusted rate ratio 0.75 (95 % CI "
        "0.60 to 0.90), p = 0.004, q = 0.020; crude 0.70 (95 % CI 0.55 to 0.85), p = 0.004."
    )


def test_chances_beside_an_exposure() -> None:
    """Oracle: written by hand. Beside a direction the shrunk size; without one which way it leans, and of
    yes against no also that a halving is unlikely, which of a step of an amount nobody expects."""
    quarter = Chances(0.995, 0.4, 0.01, 0.8, 0.64, 0.97)
    assert words.say_exposure(results.answer(chances=quarter)).startswith(
        "Nights after drinking more fluid had fewer cramps: about 20 % fewer for each extra half litre, "
        "allowing for chance (10 to 40 %; 64 cramps in 157 nights)."
    )
    assert "p = 0.004, q = 0.020; shrunk rate ratio 0.80; crude" in words.say_exposure(
        results.answer(chances=quarter), "clinical"
    )
    leaning: dict[str, object] = {
        "verdict": "no_clear_difference",
        "adjusted": RateRatio(0.94, 0.66, 1.33, 0.7),
        "chances": Chances(0.85, 0.3, 0.02, 0.95, 0.7, 1.2),
    }
    assert words.say_exposure(results.answer(**leaning)).endswith(
        "for each extra half litre would fit; it leans to fewer (about 8 in 10)."
    )
    assert "; P(fewer) 0.85 (prior: mostly small changes); crude" in words.say_exposure(
        results.answer(**leaning), "clinical"
    )
    yes = leaning | {"field": "stretching", "unit": None, "form": "yes_no", "step": None}
    assert words.say_exposure(results.answer(**yes)).endswith(
        "would fit; it leans to fewer (about 8 in 10) and a halving is unlikely."
    )


def test_the_days_before_are_said_in_order_and_without_a_direction() -> None:
    said = words.say_lags([results.answer(lag=2), results.answer(lag=0), results.answer(lag=-1)])
    assert [line.partition(":")[0] for line in said] == [
        "As a check, the day after the night",
        "The day before the night",
        "3 days before the night",
    ]
    assert all("0.60 to 0.90 times as many" in line and "fewer" not in line for line in said)


def test_a_refusal_of_all_days_is_said_once() -> None:
    refused = [
        results.answer(lag=lag, verdict="not_enough_data", reason="no_cramps", nights_needed=None)
        for lag in (0, 1, 2)
    ]
    assert words.say_lags(refused) == [
        "The days before the night: no cramp is recorded on the nights that would be compared."
    ]
    other = results.answer(lag=3, verdict="not_enough_data", reason="too_few_nights")
    assert len(words.say_lags([*refused, other])) == 4


def test_the_usual_number_of_steps_is_no_more_exact_than_days_are() -> None:
    """Oracle: by hand: two digits of thousands; the review itself keeps what was found."""
    found = results.answer(
        field="steps", label="Steps", unit="steps", form="above_usual", step=1000.0, usual=9097.0
    )
    assert "above the usual 9,100 steps" in words.say_exposure(found)
    assert found.usual == 9097.0
