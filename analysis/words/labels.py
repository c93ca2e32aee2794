"""Names for exposures, levels, questions, medicines and changes, with units as people say them."""

from dataclasses import dataclass

from analysis.journal.fields import dictionary
from analysis.measures.exposures import ExposureAnswer, Level
from analysis.measures.medications import Course, MedicationChange
from analysis.words.speech import (
    GLASS_ML,
    MILLILITRES_PER_FLUID_OUNCE,
    Volume,
    Wording,
    capital,
    count,
    decimal,
)


@dataclass(frozen=True)
class Phrase:
    """How an exposure is said after "Nights after": with more of it, with less of it, or with and without."""

    more: str
    less: str
    yes: str


_PHRASES = {
    "hydration": Phrase("drinking more", "drinking less", "drinking"),
    "caffeine": Phrase("more drinks with caffeine", "fewer drinks with caffeine", "caffeine"),
    "alcohol": Phrase("more alcoholic drinks", "fewer alcoholic drinks", "alcohol"),
    "electrolytes": Phrase("more electrolytes", "fewer electrolytes", "an electrolyte drink or tablet"),
    "activity": Phrase("more activity", "less activity", "activity"),
    "activity_level": Phrase("more strenuous activity", "less strenuous activity", "activity"),
    "steps": Phrase("more steps", "fewer steps", "walking"),
    "overexertion": Phrase("more over-exertion", "less over-exertion", "over-exertion"),
    "standing": Phrase("more hours standing", "fewer hours standing", "standing"),
    "sitting": Phrase("more hours sitting", "fewer hours sitting", "sitting"),
    "stretching": Phrase("more stretching", "less stretching", "stretching"),
    "supportive_footwear": Phrase(
        "more supportive shoes", "fewer supportive shoes", "wearing supportive shoes"
    ),
    "massage": Phrase("more massage", "less massage", "a massage session"),
    "heat": Phrase("more heat", "less heat", "applying heat"),
    "iv_hydration": Phrase("more IV hydration", "less IV hydration", "a session of IV hydration"),
    "electroanalgesia": Phrase(
        "more electroanalgesia", "less electroanalgesia", "a session of electroanalgesia"
    ),
}
_ONE = {
    "drinks": "drink",
    "steps": "step",
    "h": "hour",
    "min": "minute",
    "glasses": "glass",
    "sessions": "session",
}
_MANY = {"h": "hours", "min": "minutes"}
_CHANGED = {"start": "began", "stop": "was stopped", "increase": "was raised", "decrease": "was lowered"}
_CHANGE_NOUN = {"start": "started", "stop": "stopped", "increase": "raised", "decrease": "lowered"}


def phrase(answer: ExposureAnswer) -> Phrase:
    """How to say this exposure; a column of the patient's own goes under its own name."""
    own = answer.label
    return _PHRASES.get(answer.field, Phrase(f"more “{own}”", f"less “{own}”", f"“{own}”"))


def exposure_name(answer: ExposureAnswer) -> str:
    """``Fluid``, ``Activity above the usual``, or the patient's own heading."""
    name = dictionary()[answer.field].label if answer.field in dictionary() else answer.label
    tail = {"above_usual": " above the usual", "below_usual": " below the usual"}.get(answer.form, "")
    return name + tail


def is_volume(unit: str | None) -> bool:
    """Whether amounts in this unit follow the switch of volume units."""
    return unit in ("mL", "mL/day")


def volume_amount(millilitres: float, volume: Volume = "mL", glass_ml: float = GLASS_ML) -> str:
    """``1.2 L``, ``500 mL``, ``17 fl oz``, ``2 glasses``."""
    if volume == "fl oz":
        return f"{decimal(millilitres / MILLILITRES_PER_FLUID_OUNCE, 0)} fl oz"
    if volume == "glasses":
        number = decimal(millilitres / glass_ml)
        return f"{number} {'glass' if number == '1' else 'glasses'}"
    if millilitres >= 1000:
        return f"{decimal(millilitres / 1000, 2)} L"
    return f"{decimal(millilitres, 0)} mL"


def quantity(
    value: float,
    unit: str | None,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> str:
    """An amount with its unit: ``1.2 L``, ``30 minutes``, ``1 drink``, ``30 min`` in clinical wording."""
    if is_volume(unit):
        return volume_amount(value, volume, glass_ml)
    short = (unit or "").removesuffix("/day")
    number = decimal(value, 0 if abs(value) >= 20 else 1)
    if not short:
        return number
    word = short if wording == "clinical" and short in _MANY else _MANY.get(short, short)
    if number == "1":
        word = short if wording == "clinical" and short in _MANY else _ONE.get(short, short)
    return f"{number} {word}"


def step(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The natural step of a question: ``half a litre``, ``30 minutes``, ``1,000 steps``."""
    if answer.step is None:
        return ""
    if answer.field == "activity_level":
        return "level"
    if is_volume(answer.unit) and volume == "mL" and wording == "everyday" and answer.step == 500:
        return "half litre"
    return quantity(answer.step, answer.unit, wording, volume, glass_ml)


def label_level(
    level: Level, answer: ExposureAnswer, volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """``under 1.2 L``, ``1.2 to 1.5 L``, ``2.1 L or more``, ``yes``, ``moderate``."""
    low, high = level.from_, level.to
    if answer.form == "yes_no" or (low is None and high is None) or answer.field == "activity_level":
        return level.label

    def said(value: float) -> str:
        return quantity(value, answer.unit, "clinical", volume, glass_ml)

    if low is None and high is not None:
        return f"under {said(high)}"
    if high is None and low is not None:
        return f"{said(low)} or more"
    assert low is not None and high is not None
    start, end = said(low), said(high)
    number, _, unit = start.partition(" ")
    return f"{number if end.endswith(' ' + unit) else start} to {end}"


def label_question(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """One row of the picture of all questions: ``Fluid: per extra 500 mL``, ``Stretching: yes against no``."""
    name = exposure_name(answer)
    if answer.lag:
        name += f", {count(answer.lag, 'day')} earlier"
    if answer.form == "yes_no" or answer.step is None:
        return f"{name}: yes v no" if wording == "clinical" else f"{name}: yes against no"
    size = step(answer, "clinical", volume, glass_ml)
    return f"{name}: per {'extra ' if answer.form == 'per_step' else ''}{size}"


def medicine(medication: str, generic: str | None) -> str:
    """The name as the patient wrote it, with the generic name where that is another."""
    if generic is None or generic.casefold() in medication.casefold():
        return medication
    return f"{medication} ({generic})"


def label_change(change: MedicationChange, wording: Wording = "everyday") -> str:
    """One row of the picture of all questions: ``Magnesium started: after v before``."""
    verb = _CHANGE_NOUN.get(change.change, "changed")
    against = "after v before" if wording == "clinical" else "after against before"
    return f"{capital(medicine(change.medication, change.generic))} {verb}: {against}"


def label_course(course: Course, wording: Wording = "everyday") -> str:
    """``Magnesium: nights on v nights off``."""
    against = "v" if wording == "clinical" else "against"
    return f"{capital(medicine(course.medication, course.generic))}: nights on {against} nights off"


def changed(change: MedicationChange) -> str:
    """``magnesium began``, ``furosemide was raised from 20 to 40 mg``."""
    return f"{medicine(change.medication, change.generic)} {_CHANGED.get(change.change, 'was changed')}{_doses(change)}"


def _doses(change: MedicationChange) -> str:
    unit = f" {change.unit}" if change.unit else ""
    before, after = change.dose_before, change.dose_after
    if change.change in ("increase", "decrease"):
        if before is not None and after is not None:
            return f" from {decimal(before, 3)} to {decimal(after, 3)}{unit}"
        return f" to {decimal(after, 3)}{unit}" if after is not None else ""
    return f" at {decimal(after, 3)}{unit}" if change.change == "start" and after is not None else ""
