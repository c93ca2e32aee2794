"""What cramps go with: one sentence for every question, in words that claim no cause."""

from collections.abc import Sequence

from analysis.measures import SAME_THING, ExposureAnswer, RateRatio, Verdict, size_shown
from analysis.words import ratios
from analysis.words.chances import say_leaning, say_shrunk
from analysis.words.labels import exposed, exposure_name, label_level, label_question, lagged, quantity, step
from analysis.words.refusals import not_enough
from analysis.words.rows import Row, rate_cells, ratio_cells
from analysis.words.speech import Anchor, Sentence, Wording, about, capital, count, per_week, places_for
from analysis.words.units import GLASS_ML, Volume

VERDICTS = {
    "fewer_cramps": "fewer cramps",
    "more_cramps": "more cramps",
    "no_clear_difference": "no clear difference",
    "not_enough_data": "not enough to say yet",
}


def label_verdict(verdict: Verdict, ratio: RateRatio) -> str:
    """A verdict in two or three words; of a range wider than tenfold that one cannot tell."""
    if verdict == "no_clear_difference" and ratio.tells_nothing:
        return "cannot tell"
    return VERDICTS[verdict]


def say_exposure(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """One question answered: a direction only where the verdict has one, with range and nights."""
    return exposure_sentence(answer, wording, volume, glass_ml).text


def exposure_sentence(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> Sentence:
    """The same, with the part that is set bold and the tab that shows it."""
    anchor, name = anchor_of(answer), capital(exposure_name(answer))
    earlier = lagged(answer)
    if answer.verdict == "not_enough_data":
        return Sentence(f"{name}{earlier}:", f"{_refused(answer)}.", anchor)
    basis = f"{count(answer.cramps, 'cramp')} in {count(answer.nights, 'night')}"
    if wording == "clinical":
        adjusted = ratios.clinical(answer.adjusted, name="adjusted rate ratio", q_value=answer.q_value)
        crude = ratios.clinical(answer.crude, name="crude")
        direction = answer.verdict != "no_clear_difference"
        more = say_shrunk(answer.chances) if direction else _leaning(answer, wording)
        adjusted += f"; {more}" if more else ""
        rest = f"{label_verdict(answer.verdict, answer.adjusted)}; {basis}; {adjusted}; {crude}."
        return Sentence(f"{label_question(answer, wording, volume, glass_ml)}:", rest, anchor)
    per = _per(answer, wording, volume, glass_ml)
    if answer.verdict == "no_clear_difference":
        verdict = label_verdict(answer.verdict, answer.adjusted)
        leaning = _leaning(answer, wording)
        range_ = f"{ratios.open_range(answer.adjusted, per)}{leaning and f'; {leaning}'}"
        rest = f"{verdict}; {basis}, and {range_}."
        return Sentence(f"{name}{earlier}:", rest, anchor)
    more = "fewer" if answer.verdict == "fewer_cramps" else "more"
    lead = f"Nights after {exposed(answer)}{earlier} had {more} cramps:"
    shown = size_shown(answer.adjusted, answer.chances, answer.verdict)
    if not shown.ratio:
        return Sentence(lead, f"{ratios.everyday(shown)}{per}; {basis}.", anchor)
    allowing = "" if shown == answer.adjusted else ", allowing for chance"
    return Sentence(lead, f"{ratios.with_range(shown.ratio, shown, per + allowing, f'; {basis}')}.", anchor)


def _leaning(answer: ExposureAnswer, wording: Wording) -> str:
    return say_leaning(answer.chances, wording, halving=answer.form == "yes_no")


def _per(answer: ExposureAnswer, wording: Wording, volume: Volume, glass_ml: float) -> str:
    if answer.form == "yes_no" or answer.step is None:
        return " compared with nights without"
    each = by_step(answer, wording, volume, glass_ml)
    if answer.form == "per_step":
        return each
    usual = (
        "" if answer.usual is None else quantity(about(answer.usual), answer.unit, wording, volume, glass_ml)
    )
    side = "above" if answer.form == "above_usual" else "below"
    return f"{each} {side} the usual{usual and f' {usual}'}"


def by_step(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """What a ratio is of: `` for each extra half litre``, `` for each 30 minutes``; empty for a yes or no."""
    if answer.form == "yes_no" or answer.step is None:
        return ""
    extra = "extra " if answer.form == "per_step" else ""
    return f" for each {extra}{step(answer, wording, volume, glass_ml)}"


def _refused(answer: ExposureAnswer) -> str:
    which = f"on which {exposure_name(answer, side=False)} was recorded"
    return not_enough(answer.reason, answer.nights_needed, which)


def say_lags(
    answers: Sequence[ExposureAnswer],
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> list[str]:
    """The same question asked of the days before, one sentence a day: a second look without any direction.

    Where every day is refused for one reason, it is said once.
    """
    reasons = {answer.reason if answer.verdict == "not_enough_data" else None for answer in answers}
    if len(answers) > 1 and len(reasons) == 1 and None not in reasons:
        return [f"The days before the night: {_refused(answers[0])}."]
    return [_lag(answer, wording, volume, glass_ml) for answer in sorted(answers, key=lambda each: each.lag)]


def _lag(answer: ExposureAnswer, wording: Wording, volume: Volume, glass_ml: float) -> str:
    when = "The day before the night" if answer.lag == 0 else f"{answer.lag + 1} days before the night"
    if answer.lag < 0:
        when = "As a check, the day after the night"
    if answer.verdict == "not_enough_data":
        return f"{when}: {_refused(answer)}."
    basis = f"{count(answer.cramps, 'cramp')} in {count(answer.nights, 'night')}"
    per = _per(answer, wording, volume, glass_ml)
    if wording == "clinical":
        return f"{when}: {basis}; {ratios.clinical(answer.adjusted)}{per}."
    if ratios.holds_one(answer.adjusted):
        return f"{when}: {basis}; {ratios.open_range(answer.adjusted, per)}."
    return f"{when}: {basis}; {ratios.neutral_span(answer.adjusted.low, answer.adjusted.high)}{per}."


def say_levels(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The rate at the lowest and at the highest level as logged, each with range and nights; else empty."""
    given = [level for level in answer.levels if level.rate.low is not None]
    if answer.verdict == "not_enough_data" or len(given) < 2:
        return ""
    ends = (given[0], given[-1])
    places = places_for([level.rate for level in ends])
    parts = [
        f"{label_level(level, answer, volume, glass_ml)}: {per_week(level.rate, wording, places)}, from "
        f"{count(level.rate.nights, 'night')}"
        for level in ends
    ]
    return (
        f"{capital(exposure_name(answer, side=False))} on the day before, as logged. "
        f"{capital('; '.join(parts))}."
    )


def anchor_of(answer: ExposureAnswer) -> Anchor:
    """The tab that shows this question."""
    if answer.field == "hydration":
        return "hydration"
    return "activity" if answer.field in SAME_THING else "together"


def table_levels(
    answer: ExposureAnswer, volume: Volume = "mL", glass_ml: float = GLASS_ML, wording: Wording = "everyday"
) -> list[Row]:
    """The rate at every level of one exposure."""
    heading = f"{answer.label} on the day before"
    return [
        {heading: label_level(level, answer, volume, glass_ml), **rate_cells(level.rate, wording)}
        for level in answer.levels
    ]


def table_lags(
    answers: Sequence[ExposureAnswer],
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> list[Row]:
    """The same question asked of the days before, one row a day."""
    return [
        {
            "Days before the night": answer.lag + 1,
            "Nights": answer.nights,
            **ratio_cells(answer.adjusted, "Times as many", wording),
        }
        for answer in sorted(answers, key=lambda each: each.lag)
    ]
