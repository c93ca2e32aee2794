"""Warning signs: what the journal records, on which nights, and what public guidance says to do about it.

Nothing here diagnoses, alarms or reassures: what is not recorded is said to be not recorded, never to be absent.
"""

from analysis.measures.warning_signs import Sign, WarningSign
from analysis.words.speech import Sentence, Wording, capital, count, days, decimal, listing

NHS_LEG_CRAMPS = "NHS, “Leg cramps”"
NHS_DVT = "NHS, “DVT (deep vein thrombosis)”"
MAYO_NIGHT_CRAMPS = "Mayo Clinic, “Night leg cramps”"
MAYO_MUSCLE_CRAMP = "Mayo Clinic, “Muscle cramp”"

_NAMES: dict[Sign, str] = {
    "ongoing": "cramps that keep coming back",
    "severe_pain": "severe pain",
    "weakness": "weakness of the leg or foot",
    "swelling": "swelling",
    "swelling_one_sided": "swelling of one leg",
    "redness": "redness of the skin",
    "numbness": "numbness or tingling",
    "sleep_and_fatigue": "broken sleep, and tired the next day",
    "long_cramp": "a cramp of more than 10 minutes",
    "blood_test_outside_range": "a blood test outside its range",
}

# What public guidance says, in our own words, and where. Read in the published pages; nothing is added to them.
_GUIDANCE: dict[Sign, tuple[str, str]] = {
    "ongoing": ("Public guidance: see a doctor about cramps that happen often.", MAYO_MUSCLE_CRAMP),
    "severe_pain": ("Public guidance: see a doctor about cramps that bring severe discomfort.", MAYO_MUSCLE_CRAMP),
    "weakness": ("Public guidance: see a doctor about cramps with muscle weakness.", MAYO_NIGHT_CRAMPS),
    "swelling": ("Public guidance: see a GP about cramps with swelling in the legs.", NHS_LEG_CRAMPS),
    "swelling_one_sided": (
        "Public guidance: swelling in one leg is a reason for an urgent GP appointment or a call to NHS 111.", NHS_DVT,
    ),
    "redness": ("Public guidance: see a doctor about cramps with redness or other changes of the skin.", MAYO_MUSCLE_CRAMP),
    "numbness": ("Public guidance: see a GP about cramps with numbness in the legs.", NHS_LEG_CRAMPS),
    "sleep_and_fatigue": ("Public guidance: see a GP when leg cramps disturb sleep.", NHS_LEG_CRAMPS),
    "long_cramp": (
        "Public guidance: a cramp of more than 10 minutes is a reason for an urgent GP appointment or a call "
        "to NHS 111.",
        NHS_LEG_CRAMPS,
    ),
}  # fmt: skip


def label_sign(sign: WarningSign) -> str:
    """The sign's name as it is said inside a sentence."""
    return _NAMES.get(sign.name, sign.name.replace("_", " "))


def say_warning_signs(signs: tuple[WarningSign, ...], wording: Wording = "everyday") -> list[Sentence]:
    """One sentence for every sign that is recorded, with its nights and what public guidance says to do."""
    return [_sentence(sign) for sign in signs if sign.status == "recorded"]


def say_not_recorded(signs: tuple[WarningSign, ...], wording: Wording = "everyday") -> str:
    """Which signs the journal says nothing about. That is no sign of their absence."""
    names = [label_sign(sign) for sign in signs if sign.status != "recorded"]
    return (
        f"Not recorded in this journal: {listing(names)}. Not recorded does not mean that it was not there."
        if names
        else ""
    )


def _sentence(sign: WarningSign) -> Sentence:
    text, source = _GUIDANCE.get(sign.name, ("", ""))
    nights = len(sign.nights)
    if sign.name == "blood_test_outside_range":
        return Sentence(
            f"{capital(_blood_test(sign))}.", "The range is the one that the file itself gives.", "summary"
        )
    said = capital(label_sign(sign))
    on = f" on {count(nights, 'night')} ({days(sign.nights)})" if nights else ""
    detail = _detail(sign)
    return Sentence(f"{said}{on}{detail}.", text, "summary", source)


def _detail(sign: WarningSign) -> str:
    given = dict(sign.detail)
    if sign.name == "swelling_one_sided" and isinstance(given.get("side"), str):
        return f", {given['side']}"
    return ""


def _blood_test(sign: WarningSign) -> str:
    given = dict(sign.detail)
    low, high, result = given.get("low"), given.get("high"), given.get("result")
    unit = f" {given['unit']}" if given.get("unit") else ""
    when = f" on {days(sign.nights)}" if sign.nights else ""
    said = f"{given.get('test') or 'blood test'}{when}"
    if isinstance(result, float | int):
        said += f": {decimal(result, 3)}{unit}"
    ends = [f"{decimal(value, 3)}" for value in (low, high) if isinstance(value, float | int)]
    if len(ends) == 2:
        return f"{said}, outside the range {ends[0]} to {ends[1]} given with it"
    side = "below" if isinstance(low, float | int) else "above"
    return (
        f"{said}, {side} the limit of {ends[0]} given with it"
        if ends
        else f"{said}, outside the range given with it"
    )
