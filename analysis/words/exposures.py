"""What cramps go with: one sentence for every question, in words that claim no cause."""

from collections.abc import Sequence

from analysis.measures.exposures import ExposureAnswer
from analysis.words import ratios
from analysis.words.labels import exposure_name, label_level, label_question, phrase, quantity, step
from analysis.words.refusals import missing, more_nights
from analysis.words.speech import (
    GLASS_ML,
    Anchor,
    Sentence,
    Volume,
    Wording,
    capital,
    count,
    listing,
    per_week,
    places_for,
)


def say_exposure(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """One question answered: direction only where the verdict has one, always with its range and nights."""
    return exposure_sentence(answer, wording, volume, glass_ml).text


def exposure_sentence(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> Sentence:
    """The same, with the part that is set bold and the tab that shows it."""
    anchor = anchor_of(answer)
    if answer.verdict == "not_enough_data":
        return Sentence(f"{exposure_name(answer)}:", f"{_refused(answer)}.", anchor)
    basis = f"{count(answer.nights, 'night')}, {count(answer.cramps, 'cramp')}"
    per = _per(answer, wording, volume, glass_ml)
    if wording == "clinical":
        ratio = ratios.clinical(answer.adjusted, name="adjusted rate ratio", q_value=answer.q_value)
        crude = ratios.clinical(answer.crude, name="crude")
        rest = f"{_verdict(answer)}; {ratio}; {crude}; {basis}."
        return Sentence(f"{label_question(answer, wording, volume, glass_ml)}:", rest, anchor)
    if answer.verdict == "no_clear_difference":
        rest = f"no clear difference; the range is {ratios.range_without_direction(answer.adjusted)}{per}; {basis}."
        return Sentence(f"{exposure_name(answer)}:", rest, anchor)
    more = "fewer" if answer.verdict == "fewer_cramps" else "more"
    lead = f"Nights after {_after(answer)} had {more} cramps:"
    return Sentence(lead, f"{ratios.everyday(answer.adjusted)}{per}; {basis}.", anchor)


def _verdict(answer: ExposureAnswer) -> str:
    return {"fewer_cramps": "fewer cramps", "more_cramps": "more cramps"}.get(
        answer.verdict, "no clear difference"
    )


def _after(answer: ExposureAnswer) -> str:
    words = phrase(answer)
    when = "" if not answer.lag else f" {count(answer.lag, 'day')} earlier"
    if answer.form == "yes_no":
        return f"{words.yes}{when}"
    if answer.form == "above_usual":
        return f"{words.more} than usual{when}"
    if answer.form == "below_usual":
        return f"{words.less} than usual{when}"
    return f"{words.more}{when}"


def _per(answer: ExposureAnswer, wording: Wording, volume: Volume, glass_ml: float) -> str:
    if answer.form == "yes_no" or answer.step is None:
        return " compared with nights without"
    size = step(answer, wording, volume, glass_ml)
    if answer.form == "per_step":
        return f" for each extra {size}"
    usual = (
        ""
        if answer.usual is None
        else f" of {quantity(answer.usual, answer.unit, wording, volume, glass_ml)}"
    )
    side = "above" if answer.form == "above_usual" else "below"
    return f" for each {size} {side} the usual{usual}"


def _refused(answer: ExposureAnswer) -> str:
    needs = more_nights(answer.nights_needed, f"on which {_recorded(answer)} was recorded too")
    return f"not enough to say yet: {missing(answer.reason)}" + (f" ({needs})" if needs else "")


def _recorded(answer: ExposureAnswer) -> str:
    name = exposure_name(answer) if not answer.label else answer.label
    return name[:1].lower() + name[1:]


def say_lags(
    answers: Sequence[ExposureAnswer],
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> list[str]:
    """One sentence for the day before the night and each day before that: a second look, never the best of several."""
    said = [
        "A second look: the same question asked of the days before. None of these was chosen for being the "
        "largest."
    ]
    for answer in sorted(answers, key=lambda each: each.lag):
        when = (
            "The day before the night" if not answer.lag else f"{capital(count(answer.lag, 'day'))} earlier"
        )
        if answer.verdict == "not_enough_data":
            said.append(f"{when}: {_refused(answer)}.")
            continue
        if wording == "clinical":
            ratio = ratios.clinical(answer.adjusted)
        else:
            ratio = f"the range is {ratios.range_without_direction(answer.adjusted)}"
        per = _per(answer, wording, volume, glass_ml)
        said.append(f"{when}: {ratio}{per}; {count(answer.nights, 'night')}.")
    return said


def say_levels(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The rate at the lowest and the highest level, each with its range and nights: what was logged, unadjusted."""
    given = [level for level in answer.levels if level.rate.per_week is not None and level.rate.nights]
    if answer.verdict == "not_enough_data" or len(given) < 2:
        return ""
    ends = [given[0], given[-1]]
    places = places_for([level.rate for level in ends])
    parts = [
        f"{label_level(level, answer, volume, glass_ml)} {per_week(level.rate, wording, places)}, "
        f"{count(level.rate.nights, 'night')}"
        for level in ends
    ]
    return f"{exposure_name(answer)}, as logged: {'; '.join(parts)}."


def anchor_of(answer: ExposureAnswer) -> Anchor:
    """The tab that shows this question."""
    if answer.field == "hydration":
        return "hydration"
    return (
        "activity" if answer.field in ("activity", "activity_level", "steps", "overexertion") else "together"
    )


def names_of(answers: Sequence[ExposureAnswer]) -> str:
    """``Activity above the usual, stretching and alcohol``."""
    names = [exposure_name(answer) for answer in answers]
    return listing([names[0], *[name[:1].lower() + name[1:] for name in names[1:]]] if names else [])
