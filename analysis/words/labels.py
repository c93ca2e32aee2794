"""Names for exposures, levels, questions, medicines and changes, with units as people say them."""

from analysis.journal import dictionary
from analysis.measures import Course, ExposureAnswer, Level, MedicationChange, SeasonPair
from analysis.words.speech import (
    Wording,
    between,
    capital,
    count,
    day,
    decimal,
    in_words,
)
from analysis.words.units import GLASS_ML, Volume, volume_unit

# After "Nights after": what more of it, and what less of it, is called.
MORE_AND_LESS = {
    "hydration": ("drinking more fluid", "drinking less fluid"),
    "caffeine": ("more drinks with caffeine", "fewer drinks with caffeine"),
    "alcohol": ("more alcoholic drinks", "fewer alcoholic drinks"),
    "activity": ("more activity", "less activity"),
    "activity_level": ("more strenuous activity", "less strenuous activity"),
    "steps": ("more steps", "fewer steps"),
    "standing": ("more hours standing", "fewer hours standing"),
    "sitting": ("more hours sitting", "fewer hours sitting"),
}
# After "Nights after": a day on which it was answered with yes.
YES = {
    "electrolytes": "an electrolyte drink or tablet",
    "overexertion": "over-exertion",
    "stretching": "stretching",
    "supportive_footwear": "wearing supportive shoes",
    "massage": "a massage session",
    "heat": "applying heat",
    "iv_hydration": "a session of IV hydration",
    "electroanalgesia": "a session of electroanalgesia",
}
_ONE = {
    "drinks": "drink", "steps": "step", "h": "hour", "min": "minute", "glasses": "glass", "cups": "cup",
    "pints": "pint", "US pints": "US pint",
}  # fmt: skip
_MANY = {"h": "hours", "min": "minutes"}
CHANGED = {
    "start": "started",
    "stop": "stopped",
    "increase": "raised",
    "decrease": "lowered",
    "pause": "paused",
    "resume": "resumed",
}
_CHANGE_NOUN = {
    "start": "the start of",
    "stop": "the end of",
    "increase": "the higher dose of",
    "decrease": "the lower dose of",
    "pause": "the pause of",
    "resume": "the resumption of",
}


# How a laboratory writes the tests that matter for cramps, the one that a prescriber looks for first.
TESTS = {
    "potassium": "K",
    "sodium": "Na",
    "magnesium": "Mg",
    "calcium": "Ca",
    "phosphate": "PO4",
    "ferritin": "Ferritin",
    "creatinine": "Crea",
    "creatine kinase": "CK",
}


def exposure_name(answer: ExposureAnswer, *, side: bool = True) -> str:
    """``fluid``, ``activity above the usual``, or the patient's own heading in quotation marks."""
    field = dictionary().get(answer.field)
    if field is None:
        name = f"“{answer.label}”"
    else:
        name = field.label if field.label[1:2].isupper() else field.label[:1].lower() + field.label[1:]
    tail = {"above_usual": " above the usual", "below_usual": " below the usual"}.get(answer.form, "")
    return name + (tail if side else "")


def exposed(answer: ExposureAnswer) -> str:
    """What the nights came after: ``drinking more``, ``less activity than usual``, ``stretching``."""
    name = exposure_name(answer, side=False)
    if answer.form == "yes_no":
        return YES.get(answer.field, name)
    more, less = MORE_AND_LESS.get(answer.field, (f"more {name}", f"less {name}"))
    return {"above_usual": f"{more} than usual", "below_usual": f"{less} than usual"}.get(answer.form, more)


def lagged(answer: ExposureAnswer) -> str:
    """``, 2 days earlier`` for a second look at the days before; empty for the day before the night."""
    if answer.lag < 0:
        return ", on the day after (a check)"
    return f", {count(answer.lag, 'day')} earlier" if answer.lag else ""


def is_volume(unit: str | None) -> bool:
    """Whether amounts in this unit follow the switch of volume units."""
    return unit in ("mL", "mL/day")


def volume_amount(millilitres: float, volume: Volume = "mL", glass_ml: float = GLASS_ML) -> str:
    """``1.2 L``, ``500 mL``, ``17 fl oz``, ``2 glasses``, ``1 pint``."""
    if volume == "mL":
        litres = millilitres >= 1000
        return f"{decimal(millilitres / 1000, 2)} L" if litres else f"{decimal(millilitres, 0)} mL"
    factor, unit = volume_unit(volume, glass_ml)
    number = decimal(millilitres * factor, 0 if volume == "fl oz" else 1)
    return f"{number} {_ONE.get(unit, unit) if number == '1' else unit}"


def label_test(name: str, most: int = 12) -> str:
    """A blood test as a laboratory writes it, ``K`` for potassium; any other by its name, cut to ``most``
    letters.

    >>> label_test("Potassium"), label_test("Vitamin D, 25-hydroxy")
    ('K', 'Vitamin D,…')
    """
    spaced = " ".join(name.split())
    short = TESTS.get(spaced.lower())
    return short or (spaced if len(spaced) <= most else f"{spaced[: most - 1].rstrip()}…")


def quantity(
    value: float,
    unit: str | None,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> str:
    """An amount with its unit: ``1.2 L``, ``30 minutes``, ``1 drink``; ``30 min`` in clinical wording."""
    if is_volume(unit):
        return volume_amount(value, volume, glass_ml)
    short = (unit or "").removesuffix("/day")
    number = decimal(value, 0 if abs(value) >= 20 else 1)
    if wording == "clinical" and short in _MANY:
        return f"{number} {short}"
    return f"{number} {_ONE.get(short, short) if number == '1' else _MANY.get(short, short)}".strip()


def step(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The natural step of a question, after "each extra": ``half litre``, ``30 minutes``, ``drink``."""
    if answer.step is None:
        return ""
    if answer.field == "activity_level":
        return "level"
    if is_volume(answer.unit) and volume == "mL" and wording == "everyday" and answer.step == 500:
        return "half litre"
    spoken = "everyday" if answer.step == 1 else wording
    size = quantity(answer.step, answer.unit, spoken, volume, glass_ml).removeprefix("1 ")
    if is_volume(answer.unit) and wording == "everyday" and answer.step == 500 and volume != "glasses":
        return f"half litre ({size})"  # in cups, pints and ounces it is no round number
    return size


def label_level(
    level: Level, answer: ExposureAnswer, volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """``under 1.2 L``, ``1.2 to 1.5 L``, ``2.1 L or more``, ``yes``, ``moderate``; ``1 to under 2 drinks``
    where people count in whole numbers, so that nobody looks for 2 in it."""
    low, high = level.from_, level.to
    if answer.form == "yes_no" or answer.field == "activity_level":
        return level.label

    def said(value: float) -> str:
        return quantity(value, answer.unit, "clinical", volume, glass_ml)

    if low is None:
        return level.label or "any amount" if high is None else f"under {said(high)}"
    if high is None:
        return f"{said(low)} or more"
    number, _, unit = said(low).partition(" ")
    shared = said(high).partition(" ")[2].startswith(unit)
    return f"{number if shared else said(low)} to {'under ' if answer.counted else ''}{said(high)}"


def label_question(
    answer: ExposureAnswer, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """A row of the picture of all questions: ``Fluid: per extra 500 mL``, ``Stretching: yes against no``."""
    name = capital(exposure_name(answer))
    name += lagged(answer)
    if answer.form == "yes_no" or answer.step is None:
        return f"{name}: yes {_against(wording)} no"
    size = step(answer, "clinical", volume, glass_ml)
    return f"{name}: per {'extra ' if answer.form == 'per_step' else ''}{size}"


def medicine(medication: str, generic: str | None) -> str:
    """The name as written, with the generic name where that is another: ``Lasix (furosemide)``."""
    if generic is None and medication in {field.label for field in dictionary().values()}:
        return medication if medication[1:2].isupper() else medication.lower()
    if generic is None or generic.casefold() == medication.strip().casefold():
        return generic or medication
    return medication if generic.casefold() in medication.casefold() else f"{medication} ({generic})"


def label_change(change: MedicationChange, wording: Wording = "everyday") -> str:
    """A row of the picture of all questions: ``Magnesium started: after against before``."""
    if change.switched_from is not None or change.steps:
        return f"{capital(changed(change)).replace(' was ', ' ', 1)}: after {_against(wording)} before"
    verb = CHANGED.get(change.change, "changed")
    return f"{capital(medicine(change.medication, change.generic))} {verb}: after {_against(wording)} before"


def label_course(course: Course, wording: Wording = "everyday") -> str:
    """``Magnesium: nights on against nights off``."""
    return f"{capital(medicine(course.medication, course.generic))}: nights on {_against(wording)} nights off"


def changed(change: MedicationChange) -> str:
    """``magnesium 400 mg was started``, ``furosemide was raised from 20 to 40 mg``."""
    name = medicine(change.medication, change.generic)
    if change.switched_from is not None:
        return f"{change.switched_from} was switched to {name}"
    if change.steps:
        return f"{name} was {_in_steps(change)}"
    verb = CHANGED.get(change.change, "changed")
    unit = f" {change.unit}" if change.unit else ""
    before, after = (
        None if dose is None else decimal(dose, 3) for dose in (change.dose_before, change.dose_after)
    )
    written = any(dose is not None and dose in name for dose in (before, after))
    if change.change in ("increase", "decrease") and after is not None and after == before:
        often = "more" if change.change == "increase" else "less"
        return f"{name} {after}{unit} was {verb}: taken {often} often"
    if change.change in ("increase", "decrease") and after is not None:
        return f"{name} was {verb} " + (f"from {before} " if before is not None else "") + f"to {after}{unit}"
    dose = f" {after}{unit}" if change.change == "start" and after is not None and not written else ""
    return f"{name}{dose} was {verb}"


def _in_steps(change: MedicationChange) -> str:
    """``lowered from 600 to 100 mg in three steps``, ``paused for 9 nights``."""
    if change.change == "pause":
        return f"paused for {count((change.until - change.night).days, 'night')}"
    unit = f" {change.unit}" if change.unit else ""
    steps = f"in {in_words(len(change.steps))} steps"
    before, after = (
        "" if dose is None else f"{decimal(dose, 3)}{unit}"
        for dose in (change.dose_before, change.dose_after)
    )
    if change.change == "stop":
        return f"lowered {f'from {before} ' if before else ''}and stopped, {steps}"
    if change.change == "start":
        return f"started and raised {f'to {after} ' if after else ''}{steps}"
    span = f"{f'from {before} ' if before else ''}{f'to {after} ' if after else ''}"
    return f"{CHANGED.get(change.change, 'changed')} {span}{steps}"


def when_changed(change: MedicationChange) -> str:
    """The night of a change, or the first and the last of its steps."""
    return day(change.night) if change.until == change.night else between(change.night, change.until)


def change_noun(change: MedicationChange) -> str:
    """``the start of magnesium``, ``the higher dose of furosemide``, ``the switch to atorvastatin``."""
    if change.switched_from is not None:
        return f"the switch to {medicine(change.medication, change.generic)}"
    return f"{_CHANGE_NOUN.get(change.change, 'the change of')} {medicine(change.medication, change.generic)}"


def _against(wording: Wording) -> str:
    return "v" if wording == "clinical" else "against"


def label_seasons(pair: SeasonPair) -> str:
    """``Winter 2024/25 and the winter before``."""
    over_new_year = pair.later[0].month in (12, 1, 2)
    year = f"{pair.year}/{(pair.year + 1) % 100:02d}" if over_new_year else f"{pair.year}"
    return f"{capital(pair.season)} {year} and the {pair.season} before"
